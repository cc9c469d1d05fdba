"""Run MkDocs over a composed project. Any program that turns the project into HTML with its slots could stand here."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run_mkdocs(config_file: Path, settings: Path) -> Path:
    """Build the project; returns the folder with its HTML. A warning of the engine is a failure.

    `settings` is the mkdocs.yml as somebody wrote it: what the engine refuses of it is told there.
    """
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
        try:
            config = load_config(str(config_file))
        except (Abort, ConfigurationError) as error:
            raise InputError([_refused(" ".join([*collector.messages, str(error)]), settings)]) from None
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


def _refused(told: str, settings: Path) -> Problem:
    """At the line that holds what the engine names."""
    what = told.splitlines()[0]
    lines = settings.read_text(encoding="utf-8").splitlines()
    named = [word for word in re.findall(r"'([\w.-]+)'", told) if any(word in line for line in lines)]
    where = named[-1] if named else ""
    line = next((number for number, line in enumerate(lines, 1) if where and where in line), 1)
    return Problem(
        Mark(settings, line),
        where,
        Say(f"MkDocs weigert dit: {what}", f"MkDocs refuses this: {what}"),
        Say("schrijf het als in de mkdocs.yml van Voorlichter", "write it as in the mkdocs.yml of Voorlichter"),
    )
