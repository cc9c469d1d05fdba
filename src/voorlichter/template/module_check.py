"""The training modules held against everything around them: the pages, the slots, and the ids already handed out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorlichter.cache import open_cache
from voorlichter.languages import Languages
from voorlichter.markdown.address import check_address
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.quiz.lock import read_released, released_of
from voorlichter.quiz.model import Module
from voorlichter.quiz.pictures import Figures, check_pictures, check_unused, is_picture, named_pictures
from voorlichter.quiz.read import check_module
from voorlichter.quiz.strays import stray_module
from voorlichter.slots.check import check_slots, conditions_at
from voorlichter.slots.names import KnownSlot, Names
from voorlichter.template.page import Page
from voorlichter.worded import read_worded
from voorlichter.workspace import RELEASED, Workspace
from voorlichter.yaml_source import KeyPath, YamlSource


def check_modules(
    workspace: Workspace,
    languages: Languages,
    passages: Mapping[str, str | None],
    names: Names,
    components: Collection[str],
) -> tuple[list[tuple[YamlSource, Module, Figures]], list[Problem]]:
    """The sound modules with their sources and pictures, and every problem; an id belongs to one question in all of them."""
    modules: list[tuple[YamlSource, Module, Figures]] = []
    shown: set[str] = set()
    cache = open_cache()
    released, problems = read_released(workspace)
    problems += stray_modules(workspace)
    for name in module_files(workspace):
        source = read_worded(workspace, languages, "quizzes", name)
        module, mistakes = check_module(source, passages, released, languages)
        problems += mistakes
        problems += check_module_texts(source, languages, names, components)
        figures, mistakes = check_pictures(source, module, languages, cache)
        problems += mistakes
        shown |= named_pictures(source)
        if module is not None:
            modules.append((source, module, figures))
        released = released_of(source, module) | released
    problems += check_unused([path for path in workspace.files("quizzes").values() if is_picture(path)], shown)
    return modules, problems


def module_files(workspace: Workspace) -> list[str]:
    return [name for name in workspace.files("quizzes") if name.endswith(".yml") and "/" not in name]


def stray_modules(workspace: Workspace) -> Iterator[Problem]:
    for name, path in workspace.files("quizzes").items():
        words = name.startswith("words/") and name.endswith(".yml")
        if (
            not words
            and not ("/" not in name and is_picture(path))
            and name != Path(RELEASED).name
            and ("/" in name or not name.endswith(".yml"))
        ):
            yield stray_module(path, f"quizzes/{name}", "warning")


def passages_of(page: Page) -> Iterator[tuple[str, str | None]]:
    """The places a question may name as its source, each with the slot under which it is there."""
    return iter(_passages(page.path.name, page.when, page.body, page.anchors))


@lru_cache(maxsize=512)
def _passages(name: str, when: str | None, body: str, anchors: frozenset[str]) -> tuple[tuple[str, str | None], ...]:
    """Who writes a module asks at every key."""
    places: list[tuple[str, str | None]] = [(name, when)]
    for anchor in anchors:
        match = re.search(rf'\{{[^}}\n]*#{anchor}(?![\w-])|\bid="{anchor}"', body)
        conditions = conditions_at(body, match.start()) if match else ()
        places.append((f"{name}#{anchor}", when or max(conditions, key=len, default=None)))
    return tuple(places)


def check_module_texts(
    source: YamlSource, languages: Languages, names: Names, components: Collection[str]
) -> Iterator[Problem]:
    """Flags, slots and forms of address; a question's own `when` holds for all of its texts."""
    for path, mark in source.values.items() if not has_errors(source.problems) else ():
        value = _at(source.data, path)
        if not isinstance(value, str):
            continue
        flag = _flag(source.data, path, names)
        if len(path) == 3 and path[-1] == "when" and flag is None and re.fullmatch(r"[a-z_0-9.]+", value):
            yield _unknown_flag(value, mark)
        elif path and path[-1] in languages:
            text = f"[% if {flag} %]{value}[% endif %]" if flag else value
            yield from (_moved(problem, mark) for problem in check_slots(source.path, text, names, components))
            if languages[str(path[-1])].forms:
                yield from (_moved(problem, mark) for problem in check_address(source.path, value))


def _flag(data: Any, path: KeyPath, names: Names) -> str | None:
    """The known slot under which the question stands."""
    if len(path) < 3 or path[0] != "questions":
        return None
    question = _at(data, path[:2])
    when = question.get("when") if isinstance(question, dict) else None
    return when if isinstance(when, str) and isinstance(names.resolve(when, {}), KnownSlot) else None


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _moved(problem: Problem, mark: Mark) -> Problem:
    return replace(problem, mark=mark)


def _unknown_flag(name: str, mark: Mark) -> Problem:
    return Problem(
        mark,
        "when",
        Say(f"{name} bestaat niet", f"there is no {name}"),
        Say("schrijf bijvoorbeeld: when: org.from_50", "write for example: when: org.from_50"),
    )
