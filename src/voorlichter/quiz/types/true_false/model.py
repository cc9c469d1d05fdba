"""A statement that is true or false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

from voorlichter.problems import Say
from voorlichter.quiz.parts import (
    WRONG,
    Id,
    ModulePart,
    Scored,
    digits,
    key,
    misconception_key,
    text_key,
    type_key,
)
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath


class Verdicts(ModulePart):
    """Feedback on both answers to a statement."""

    true: Text | None = text_key(
        "true",
        ("de uitleg bij waar", "Verplicht als de stelling niet klopt."),
        ("the feedback on true", "Compulsory where the statement is false."),
        None,
    )
    false: Text | None = text_key(
        "false",
        ("de uitleg bij niet waar", "Verplicht als de stelling klopt."),
        ("the feedback on false", "Compulsory where the statement is true."),
        None,
    )


class TrueFalse(Scored):
    """A statement that is true or false."""

    rank: ClassVar[int] = 3
    type: Literal["true-false"] = type_key(
        "true-false", "Een stelling: waar of niet waar.", "A statement: true or false."
    )
    correct: bool = key(
        "correct: true",
        ("of de stelling klopt", "true of false."),
        ("whether the statement is true", "true or false."),
    )
    feedback: Verdicts = key(
        "feedback: {true: {nl: …, en: …}, false: {nl: …, en: …}}",
        ("de uitleg bij elk antwoord", "Verplicht bij het foute antwoord."),
        ("the feedback on each answer", "Compulsory on the wrong one."),
        Verdicts(),
    )
    misconception: Id | None = misconception_key("het foute antwoord", "the wrong answer")

    def fingerprint(self) -> Iterable[str]:
        return [str(self.correct)]

    def script_data(self) -> dict[str, Any]:
        return {"right": digits([self.correct]), "parts": 2}

    @property
    def longest_answer(self) -> int:
        return 1

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        wrong = "false" if self.correct else "true"
        if getattr(self.feedback, wrong) is None:
            yield ("feedback", wrong), WRONG
