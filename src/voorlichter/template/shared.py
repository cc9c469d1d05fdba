"""All that there is to say about what every site shares; asked again only when a file has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from voorlichter.problems import Problem
from voorlichter.template.finished import finished_sources
from voorlichter.template.readability import check_readability
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import LAYERED, Workspace


@dataclass(frozen=True, slots=True)
class _State:
    """Two workspaces without files of their own there are in the same state."""

    files: tuple[tuple[str, str, int, int], ...]
    """Of each its name, its path, when it was changed in nanoseconds, and its size in bytes."""
    workspace: Workspace = field(compare=False)


def check_shared(workspace: Workspace) -> tuple[Sources, list[Problem]]:
    """The sources and every problem with them, how they read included."""
    finished = finished_sources(workspace)
    sources, problems = finished or _check(_State(tuple(_files(workspace)), workspace))
    return sources, list(problems)


def _files(workspace: Workspace) -> Iterator[tuple[str, str, int, int]]:
    for folder in LAYERED:
        for name, path in workspace.files(folder).items():
            yield _known(name, path)
    yield _known("mkdocs.yml", workspace.file("mkdocs.yml"))


def _known(name: str, path: Path) -> tuple[str, str, int, int]:
    there = path.stat()
    return name, str(path), there.st_mtime_ns, there.st_size


@lru_cache(maxsize=2)  # a process that serves several folders keeps that of the program itself
def _check(state: _State) -> tuple[Sources, tuple[Problem, ...]]:
    sources, problems = check_sources(state.workspace)
    return sources, (*problems, *check_readability(sources))
