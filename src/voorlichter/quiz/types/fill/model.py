"""A sentence in one's own words."""

from __future__ import annotations

from typing import ClassVar, Literal

from voorlichter.quiz.parts import Unanswered, key, text_key, type_key
from voorlichter.text import Text


class Fill(Unanswered):
    """A sentence to say to somebody, in one's own words, beside examples of others: never judged, kept or sent."""

    rank: ClassVar[int] = 10
    type: Literal["fill"] = type_key("fill", "Zelf een zin bedenken.", "Think of a sentence yourself.")
    examples: tuple[Text, ...] = key(
        'examples: [{nl: "…", en: "…"}, …]',
        ("zo kan het ook", "Twee tot vijf zinnen. Ze verschijnen na een tik."),
        ("how it can be said too", "Two to five sentences. They appear at a tap."),
        min_length=2,
        max_length=5,
    )
    thoughts: Text | None = text_key(
        "thoughts",
        ("wat in zo'n zin helpt", "Staat bij de voorbeelden."),
        ("what helps in such a sentence", "Stands beside the examples."),
        None,
    )
