"""The few forms of a question that a question bank knows, in plain text: every type tells which one it takes, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Link:
    """Where the site teaches it."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class BankPicture:
    """A picture: the name of its file, what it shows, and its bytes."""

    name: str
    alt: str
    data: bytes


Paragraphs = tuple[str | tuple[str, ...] | Link | BankPicture, ...]
"""Paragraphs; several texts together are a list."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`share`: what choosing it adds to or takes from the whole mark."""

    text: str
    share: Fraction
    feedback: str


@dataclass(frozen=True, slots=True)
class BankChoice:
    """Options to choose from: one (`single`) or several."""

    id: str
    told: Paragraphs
    single: bool
    answers: tuple[Answer, ...]
    why: Paragraphs


@dataclass(frozen=True, slots=True)
class Statement:
    """True or false, with what is said to either answer."""

    id: str
    told: Paragraphs
    correct: bool
    if_true: str
    if_false: str
    why: Paragraphs


@dataclass(frozen=True, slots=True)
class Matching:
    """Each text gets what belongs with it; a question bank has no feedback on a pair, so all of it stands in `why`."""

    id: str
    told: Paragraphs
    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...]
    why: Paragraphs

    @property
    def all_pairs(self) -> tuple[tuple[str, str], ...]:
        """What belongs with nothing stands beside an empty text: so question banks tell a distractor."""
        return (*self.pairs, *(("", distractor) for distractor in self.distractors))


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read and think about; it has no mark."""

    id: str
    told: Paragraphs
    why: Paragraphs = ()


BankQuestion = BankChoice | Statement | Matching | Reading


class Said(Protocol):
    """A module's texts in one language, filled for one organisation."""

    def __call__(self, text: str | None) -> str: ...

    def word(self, key: str, number: int = 0) -> str:
        """A word of the interface: `exports_<key>`."""
        ...

    def why(self, question: Mapping[str, Any], parts: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> Paragraphs:
        """Why the answer is right, what is said to each part, and where to read it."""
        ...
