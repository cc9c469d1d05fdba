"""A module of questions that were brought: with ids, and in the languages in which somebody has them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import yaml
from pydantic import ValidationError

from voorlichter.languages import TOGETHER, Code, Languages, among
from voorlichter.problems import Problem, Say, sort_problems
from voorlichter.quiz.importing.result import Imported
from voorlichter.quiz.read import QUESTION, check_module
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

_MOST = 40
_HEAD = "# yaml-language-server: $schema=../module.schema.json\n"


def join_languages(read: Mapping[Code, Imported]) -> Imported:
    """One module of the same questions in several languages; what differs in more than its words stays in the first alone, and is told."""
    (code, first), *others = read.items()
    joined = Imported([*first.questions], [*first.problems], [*first.rest])
    for other, found in others:
        joined.problems += found.problems
        joined.rest += found.rest
        if len(found.questions) != len(first.questions):
            joined.refuse(1, "", *_DIFFERENT_NUMBER, other)
            continue
        for place, (one, same) in enumerate(zip(joined.questions, found.questions, strict=True)):
            both = _joined(one, same)
            if both is None:
                joined.note(1, *_DIFFERENT, f"{other} {place + 1}")
            else:
                joined.questions[place] = both
    return joined


def _joined(one: Any, other: Any) -> Any:
    """None where they are not of one shape."""
    if isinstance(one, dict) and isinstance(other, dict):
        if _is_text(one) and _is_text(other):
            return {**one, **other}
        if one.keys() != other.keys():
            return None
        both = {key: _joined(one[key], other[key]) for key in one}
        return None if None in both.values() else both
    if isinstance(one, list) and isinstance(other, list):
        items = [_joined(*pair) for pair in zip(one, other, strict=False)]
        return None if len(one) != len(other) or None in items else items
    return one if one == other else None


def _is_text(part: Mapping[str, Any]) -> bool:
    return bool(part) and all(len(key) == 2 and isinstance(value, str) for key, value in part.items())


def render_module(
    id_: str, title: Mapping[Code, str], questions: Sequence[dict[str, Any]], used: Collection[str]
) -> str:
    """As a file; `used` are ids that other questions have or had."""
    free = _free_ids(id_, used)
    data = {
        "id": id_,
        "title": dict(title),
        "questions": [_with_ids({"id": next(free), **question}) for question in questions],
    }
    return _HEAD + str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000))


def lacking_feedback(source: YamlSource, languages: Languages) -> list[Problem]:
    """Everything that a check asks for, the feedback too of questions that lack their explanation and are not looked at further."""
    _, problems = check_module(source, languages=languages)
    told = {(problem.mark, problem.where) for problem in problems}
    data = source.data["questions"] if isinstance(source.data, dict) else []
    for index, question in enumerate(data):
        for within, message in _unexplained(question, languages):
            path = ("questions", index, *within)
            line = f"{path[-1]}: {{{', '.join(f'{code}: …' for code in languages)}}}"
            problem = Problem(source.key_mark(path), dotted(path), message, Say(f"schrijf: {line}", f"write: {line}"))
            if (problem.mark, problem.where) not in told:
                problems.append(problem)
    return sort_problems(problems)


def _unexplained(question: dict[str, Any], languages: Languages) -> Iterator[tuple[KeyPath, Say]]:
    whole = {**question, "why": dict.fromkeys({*TOGETHER, *languages}, "…")} if "why" not in question else question
    try:
        yield from QUESTION.validate_python(whole, context=among(languages)).unexplained()
    except ValidationError:
        return


def _free_ids(id_: str, used: Collection[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if (name := f"{id_[: _MOST - 4]}-{number:02}") not in used:
            yield name


def _with_ids(part: dict[str, Any]) -> dict[str, Any]:
    """Each item of a list has one: `option-3` of `options`."""
    made = dict(part)
    for key, value in part.items():
        if isinstance(value, list):
            stem = key.removesuffix("s")
            made[key] = [_with_ids({"id": f"{stem}-{number}", **item}) for number, item in enumerate(value, 1)]
    return made


_DIFFERENT_NUMBER = (
    Say("dit bestand heeft een ander aantal vragen", "this file has another number of questions"),
    Say("geef twee bestanden met dezelfde vragen", "give two files with the same questions"),
)
_DIFFERENT = (
    Say("deze vraag is in de andere taal anders opgebouwd", "this question is built differently in the other language"),
    Say("vertaal haar met de hand", "translate it by hand"),
)
