"""All that there is to say about what every site shares; asked again only when a file has changed."""

from __future__ import annotations

from functools import lru_cache

from voorlichter.problems import Problem
from voorlichter.template.file_state import FileState, state_of
from voorlichter.template.finished import finished_sources
from voorlichter.template.readability import check_readability
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import LAYERED, Workspace


def check_shared(workspace: Workspace) -> tuple[Sources, list[Problem]]:
    """The sources and every problem with them, how they read included."""
    finished = finished_sources(workspace)
    sources, problems = finished or _check(state_of(workspace, *LAYERED, "mkdocs.yml"))
    return sources, list(problems)


@lru_cache(maxsize=2)  # a process that serves several folders keeps that of the program itself
def _check(state: FileState) -> tuple[Sources, tuple[Problem, ...]]:
    sources, problems = check_sources(state.workspace)
    return sources, (*problems, *check_readability(sources))
