"""Something to think about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from voorlichter.quiz.parts import Question, text_key, type_key
from voorlichter.text import Text


class Reflection(Question):
    """Something to think about: never scored, stored or sent; there is nothing to fill in."""

    rank: ClassVar[int] = 8
    type: Literal["reflection"] = type_key("reflection", "Iets om over na te denken.", "Something to think about.")
    thoughts: Text | None = text_key(
        "thoughts",
        ("wat anderen hierbij bedenken", "Verschijnt na een tik."),
        ("what others think of", "Appears at a tap."),
        None,
    )

    def fingerprint(self) -> Iterable[str]:
        return ()

    def script_data(self) -> dict[str, Any]:
        return {"right": "", "parts": 0}

    @property
    def longest_answer(self) -> int:
        return 0
