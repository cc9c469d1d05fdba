"""One option is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from voorlichter.quiz.options import OptionsQuestion
from voorlichter.quiz.parts import type_key
from voorlichter.text import Text


class Single(OptionsQuestion):
    """One option is right."""

    rank: ClassVar[int] = 1
    type: Literal["single"] = type_key("single", "Eén antwoord is goed.", "One option is right.")

    @property
    def longest_answer(self) -> int:
        return 1

    def guesses(self) -> Iterator[tuple[str, list[Text], list[int]]]:
        yield self.id, [option.text for option in self.options], [int(option.correct) for option in self.options]
