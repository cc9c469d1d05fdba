"""Several options are right."""

from __future__ import annotations

from typing import ClassVar, Literal

from voorlichter.quiz.options import OptionsQuestion
from voorlichter.quiz.parts import type_key


class Multiple(OptionsQuestion):
    """Several options are right, or one, but neither none nor all."""

    rank: ClassVar[int] = 2
    answers_word: ClassVar[str] = "answers"
    type: Literal["multiple"] = type_key(
        "multiple", "Meer antwoorden kunnen goed zijn.", "Several options can be right."
    )

    @property
    def longest_answer(self) -> int:
        return len(self.options)
