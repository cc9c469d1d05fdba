"""Something to think about."""

from __future__ import annotations

from typing import ClassVar, Literal

from voorlichter.quiz.parts import Unanswered, text_key, type_key
from voorlichter.text import Text


class Reflection(Unanswered):
    """Something to think about: never scored, stored or sent; there is nothing to fill in."""

    rank: ClassVar[int] = 8
    type: Literal["reflection"] = type_key("reflection", "Iets om over na te denken.", "Something to think about.")
    thoughts: Text | None = text_key(
        "thoughts",
        ("wat anderen hierbij bedenken", "Verschijnt na een tik."),
        ("what others think of", "Appears at a tap."),
        None,
    )
