"""A number on a scale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from voorlichter.quiz.parts import Scored, digits, key, type_key


class RatingScale(Scored):
    """A number from one to the highest is right; one beside it is half right."""

    type: Literal["rating-scale"] = type_key("rating-scale", "Een getal op een schaal.", "A number on a scale.")
    highest: int = key(
        "highest: 5",
        ("het hoogste getal", "Twee tot negen."),
        ("the highest number", "Two to nine."),
        ge=2,
        le=9,
    )
    correct: int = key("correct: 4", ("het goede getal", "Vanaf 1."), ("the right number", "From 1."), ge=1)

    def fingerprint(self) -> Iterable[str]:
        return [f"{self.correct} {self.highest}"]

    def script_data(self) -> dict[str, Any]:
        return {"right": digits([self.correct - 1]), "parts": self.highest}

    @property
    def longest_answer(self) -> int:
        return 1
