"""From quizzes/<id>.yml to a module, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from voorlichter.languages import Languages, among, complete, shipped
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, has_errors, sort_problems
from voorlichter.quiz.lesson import Asked, Lesson, Released
from voorlichter.quiz.model import Module, Question
from voorlichter.quiz.rules import check_rules
from voorlichter.yaml_source import YamlSource, read_yaml

QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


Modelled = tuple[Module | None, list[Problem]]
"""A module by itself, before it is held to the rules; and what is wrong with it."""


def read_module(path: Path, raw: bytes | None = None) -> YamlSource:
    """The file with the place of every key, or what it would hold; raises OSError where it cannot be read."""
    return read_yaml(path, raw)


def model_module(source: YamlSource, languages: Languages) -> Modelled:
    return check_model(source, Module, context=among(languages))


def check_module(
    source: YamlSource,
    passages: Mapping[str, str | None] | None = None,
    released: Mapping[str, Released] = MappingProxyType({}),
    languages: Languages | None = None,
    modelled: Modelled | None = None,
) -> tuple[Module | None, list[Problem]]:
    """The module, or None where an error stands in the way; and every problem, warnings too.

    `passages` are the places a question's `source` may lead to, as `gesprek.md` and `gesprek.md#stappen`, each
    with the slot that decides whether it is there; without them sources are not looked up. `released` says of
    which question an id is already. Questions that are sound by themselves are held to the rules
    though others are not, so that one look shows everything. `modelled` is what `model_module` made of it, where that was asked.
    """
    known = complete(shipped()) if languages is None else languages
    context = among(known)
    module, found = modelled or model_module(source, known)
    problems = [*found]
    sound = enumerate(module.questions) if module is not None else sound_questions(source, context)
    asked = tuple(Asked(index, question) for index, question in sound)
    problems += check_rules(Lesson(source, module, asked, passages, released, complete(known)))
    return (None if has_errors(problems) else module), sort_problems(problems)


def sound_questions(source: YamlSource, context: Mapping[str, Any] | None = None) -> Iterator[tuple[int, Question]]:
    """Those that are right by themselves, with their number in the file."""
    questions = source.data.get("questions") if isinstance(source.data, dict) else None
    for index, data in enumerate(questions if isinstance(questions, list) else ()):
        try:
            yield index, QUESTION.validate_python(data, context=dict(context or {}))
        except ValidationError:
            continue
