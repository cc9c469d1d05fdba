"""From quizzes/<id>.yml to a module, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, has_errors, sort_problems
from voorlichter.quiz.lesson import Asked, Lesson
from voorlichter.quiz.model import Module, Question
from voorlichter.quiz.rules import check_rules
from voorlichter.yaml_source import YamlSource, read_yaml

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def read_module(path: Path) -> YamlSource:
    """The file with the place of every key; raises OSError where it cannot be read."""
    return read_yaml(path)


def check_module(source: YamlSource, passages: Collection[str] | None = None) -> tuple[Module | None, list[Problem]]:
    """The module, or None where an error stands in the way; and every problem, warnings too.

    `passages` are the places a question's `source` may lead to, as `gesprek.md` and `gesprek.md#stappen`;
    without them sources are not looked up. Questions that are sound by themselves are held to the rules
    though others are not, so that one look shows everything.
    """
    module, problems = check_model(source, Module)
    asked = tuple(Asked(index, question) for index, question in _sound(source))
    problems += check_rules(Lesson(source, module, asked, passages))
    return (None if has_errors(problems) else module), sort_problems(problems)


def _sound(source: YamlSource) -> Iterator[tuple[int, Question]]:
    questions = source.data.get("questions") if isinstance(source.data, dict) else None
    for index, data in enumerate(questions if isinstance(questions, list) else ()):
        try:
            yield index, _QUESTION.validate_python(data)
        except ValidationError:
            continue
