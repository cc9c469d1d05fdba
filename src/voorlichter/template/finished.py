"""What stage 1 knows, finished beforehand and shipped with the program: where it lies, sites are filled without an engine.

In the defaults' folder `finished/`: the template of every variant, what else stage 2 asks of stage 1, and the sources as they
were checked, for an organisation's own words. A workspace that lays pages, texts or a theme of its own over the defaults has
nothing of it.
"""

from __future__ import annotations

import io
import json
import pickle
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from voorlichter.json_read import read_json
from voorlichter.problems import Mark, Problem, Say
from voorlichter.workspace import LAYERED, RELEASED, Workspace, default_folder

FOLDER = "finished"
_TOLD = "stage-one.json"
_SOURCES = "sources.pickle"


@dataclass(frozen=True, slots=True)
class FinishedFacts:
    """What it takes an engine, or a library that only stage 1 needs, to know."""

    hashes: Mapping[str, str]
    """Of all that a template was made from, by the name of its variant."""
    written: Mapping[str, Mapping[str, str]]
    """How days and lists are written, by locale."""
    holidays: Mapping[str, str]


@cache
def finished_facts() -> FinishedFacts | None:
    """None where nothing is finished, as where the program is developed."""
    try:
        text = (default_folder() / FOLDER / _TOLD).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return FinishedFacts(**read_json(text))


def facts_for(workspace: Workspace) -> FinishedFacts | None:
    """The same, where it holds for this workspace."""
    facts = finished_facts()
    return None if facts is None or own_layers(workspace) else facts


def own_layers(workspace: Workspace) -> list[Path]:
    """The files of a workspace that lie over the defaults, and from which templates are made anew."""
    if workspace.root == workspace.defaults:
        return []
    layered = [
        path for folder in LAYERED for name, path in workspace.files(folder).items() if f"{folder}/{name}" != RELEASED
    ]
    return [path for path in (*layered, workspace.file("mkdocs.yml")) if path.is_relative_to(workspace.root)]


def without_engine(workspace: Workspace) -> list[Problem]:
    """What to say where templates must be made, and this program came without what makes them."""
    return [
        Problem(
            Mark(path),
            path.name,
            Say(
                "hiervan kan de studio in de browser geen site maken: het geldt voor alle organisaties samen",
                "of this the studio in the browser can make no site: it concerns all organisations together",
            ),
            Say(
                "zet eigen teksten per organisatie in profiles/<organisatie>/texts/, of bouw op een computer met `voorlichter build`",
                "put texts of your own in profiles/<organisation>/texts/, or build on a computer with `voorlichter build`",
            ),
        )
        for path in own_layers(workspace)
    ]


def finished_template(name: str) -> Path:
    """Where that of a variant lies, if it is there."""
    return default_folder() / FOLDER / name


def finished_sources(workspace: Workspace) -> tuple[Any, list[Problem]] | None:
    """The sources with what there is to say of them, where nothing lies over those that were checked."""
    if facts_for(workspace) is None:
        return None
    return _load_sources()


@cache
def _load_sources() -> tuple[Any, list[Problem]]:
    sources, problems = _Unpickler((default_folder() / FOLDER / _SOURCES).open("rb")).load()
    return sources, problems


def write_finished(
    target: Path, templates: Iterable[tuple[str, Path]], known: FinishedFacts, checked: tuple[Any, list[Problem]]
) -> None:
    """Into a folder that becomes `finished/`; `templates` are folders by the name of their variant."""
    target.mkdir(parents=True)
    for name, folder in templates:
        shutil.copytree(folder, target / name, ignore=shutil.ignore_patterns("made-from.json", "contents.json"))
    (target / _TOLD).write_text(json.dumps(asdict(known), ensure_ascii=False), encoding="utf-8")
    pickled = io.BytesIO()
    _Pickler(pickled).dump(checked)
    (target / _SOURCES).write_bytes(pickled.getvalue())


class _Pickler(pickle.Pickler):
    """A file of the defaults is told by its place among them: here they stand in another folder than there."""

    def persistent_id(self, obj: Any) -> str | None:
        is_file = isinstance(obj, Path) and obj.is_absolute()
        return obj.relative_to(default_folder()).as_posix() if is_file else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: str) -> Path:
        return default_folder() / pid
