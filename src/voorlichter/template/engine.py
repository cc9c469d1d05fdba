"""Run MkDocs over a composed project. Any program that turns the project into HTML with its slots could stand here."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from voorlichter.problems import MachineError, Say

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run_mkdocs(config_file: Path) -> Path:
    """Build the project; returns the folder with its HTML. A warning of the engine is a failure."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        config = load_config(str(config_file))
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        collector.messages.append(str(error))
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate
    if collector.messages:
        told = "; ".join(collector.messages)
        raise MachineError(
            Say(f"MkDocs kon de pagina's niet maken: {told}", f"MkDocs could not build the pages: {told}")
        )
    return Path(config["site_dir"])
