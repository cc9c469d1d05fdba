"""MkDocs, or the program that was chosen in its place, over a composed project. Any program that turns the project into HTML with its slots could stand here."""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.template.compose import Project
from voorlichter.template.engines import engine_name, part_of_engine
from voorlichter.template.sandbox import sandboxed
from voorlichter.template.zensical_engine import NAME as ZENSICAL
from voorlichter.template.zensical_engine import run_zensical

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


_NOT_FOUND = "404.html"


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run_engine(project: Project, settings: Path, wanted: Collection[str] | None = None) -> dict[str, str]:
    """As `run_mkdocs`, by whichever engine was chosen."""
    if engine_name() == ZENSICAL:
        return run_zensical(project, wanted)
    return run_mkdocs(project, settings, wanted)


def run_mkdocs(project: Project, settings: Path, wanted: Collection[str] | None = None) -> dict[str, str]:
    """The HTML of a project's pages by file name, or of those wanted: of the others it reads the front matter alone.

    A warning of the engine is a failure. `settings` is the mkdocs.yml as somebody wrote it: what the engine refuses
    of it is told there.
    """
    exceptions = part_of_engine("exceptions")
    refusals = (exceptions.Abort, exceptions.ConfigurationError)

    collector = _Collector()
    logger = logging.getLogger(engine_name())
    logger.addHandler(collector)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    made: dict[str, str] = {}
    try:
        try:
            config = part_of_engine("config").load_config(
                io.BytesIO(b"{}"), config_file_path=str(project.folder / "mkdocs.yml"), **project.settings
            )
        except refusals as error:
            raise InputError([_refused(" ".join([*collector.messages, str(error)]), settings)]) from None
        made = dict(_render(config, project.folder / "overrides", wanted))
    except (*refusals, exceptions.BuildError) as error:
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
    return made


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


def _render(config: MkDocsConfig, overrides: Path, wanted: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """What `mkdocs build` does for pages, without Material's own files, which no site has."""
    from jinja2 import Environment, FileSystemLoader

    get_context = part_of_engine("commands.build").get_context
    files = part_of_engine("structure.files").get_files(config)
    theme = sandboxed(config.theme.get_env())
    files.add_files_from_theme(Environment(loader=FileSystemLoader(overrides)), config)  # noqa: S701
    nav = part_of_engine("structure.nav").get_navigation(files, config)
    pages = {file.dest_uri: file.page for file in files.documentation_pages() if file.page}
    for page in pages.values():
        page.read_source(config)
    for name, page in pages.items():
        if wanted is None or name in wanted:
            page.render(config, files)
    for name, page in pages.items():
        if wanted is None or name in wanted:
            page.active = True
            context = get_context(nav, files, config, page)
            yield name, theme.get_template(page.meta.get("template", "main.html")).render(context)
            page.active = False
    if wanted is None or _NOT_FOUND in wanted:
        yield _NOT_FOUND, theme.get_template(_NOT_FOUND).render(get_context(nav, files, config, base_url="/"))
