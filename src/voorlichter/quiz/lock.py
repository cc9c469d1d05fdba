"""The ids that have been handed out: an answer saved under one of them is never given to another question.

`quizzes/released.txt` has a line for each: module, type, id. That of the defaults and that of the workspace both
count, and for the modules of one organisation alone the one beside them. Lines come when packages are handed out, and stay when their question goes.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from voorlichter.problems import Mark, Problem, Say
from voorlichter.quiz.lesson import Released
from voorlichter.quiz.model import Module
from voorlichter.quiz.read import check_module, read_module, sound_questions
from voorlichter.workspace import RELEASED, Workspace
from voorlichter.yaml_source import YamlSource

_HEAD = "# Handed out, so never used again for another question. Module, type, id. Written by voorlichter."


def read_released(workspace: Workspace) -> tuple[dict[str, Released], list[Problem]]:
    """Every id that was handed out, and the lines that cannot be read."""
    released: dict[str, Released] = {}
    problems = []
    for layer in dict.fromkeys((workspace.defaults, workspace.root)):
        ids, wrong = read_list(layer / RELEASED)
        released |= {id_: use for id_, use in ids.items() if id_ not in released}
        problems += wrong
    return released, problems


def released_of(source: YamlSource, module: Module | None = None) -> dict[str, Released]:
    """What the ids of a file stand for, as far as its questions are sound; all of them are in a `module` made of it."""
    questions = module.questions if module else (question for _, question in sound_questions(source))
    return {question.id: Released(source.path.stem, question.type) for question in questions}


def write_released(workspace: Workspace, modules: Collection[str] | None = None) -> list[str]:
    """Add the ids of the workspace's sound modules, or of some; gives the new ones."""
    known, _ = read_released(workspace)
    new: dict[str, Released] = {}
    for path in workspace.files("quizzes").values():
        if path.suffix == ".yml" and (modules is None or path.stem in modules):
            source = read_module(path)
            module, _ = check_module(source)
            new |= released_of(source, module) if module else {}
    return add_released(workspace.root / RELEASED, {id_: use for id_, use in new.items() if id_ not in known})


def add_released(path: Path, used: Mapping[str, Released]) -> list[str]:
    """Add to a list of ids what is not on it; gives the new ones."""
    own, _ = read_list(path)
    new = {id_: use for id_, use in used.items() if id_ not in own}
    if new:
        lines = sorted(f"{use.module} {use.type} {id_}" for id_, use in (own | new).items())
        path.parent.mkdir(parents=True, exist_ok=True)
        staging = path.with_name(f".{path.name}")
        staging.write_bytes("".join(f"{line}\n" for line in (_HEAD, *lines)).encode())
        os.replace(staging, path)
    return sorted(new)


def read_list(path: Path) -> tuple[dict[str, Released], list[Problem]]:
    """The ids of one list, and the lines that cannot be read."""
    released: dict[str, Released] = {}
    problems = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else (), 1):
        words = line.split()
        if len(words) == 3 and words[2] not in released:
            released[words[2]] = Released(words[0], words[1])
        elif words and not line.startswith("#"):
            problems.append(Problem(Mark(path, number), "", *_UNREADABLE))
    return released, problems


_UNREADABLE = (
    Say(
        "hier hoort één module, soort en id, en elke id één keer",
        "one module, type and id belong here, and each id once",
    ),
    Say("zet deze regel terug zoals Voorlichter hem schreef", "put this line back as Voorlichter wrote it"),
)
