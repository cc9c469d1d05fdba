"""Cut a template into pieces once, so that filling it for a site is joining bytes.

Most of a page is the same for everybody. What differs is asked for by name, and the same names and conditions
return on every page; so each distinct one is worked out once a site, and pages are put together from the answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Literal

from voorlichter.slots.model import Slots
from voorlichter.slots.scan import Tag, scan

_PLAIN = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_NEGATED = re.compile(rf"not\s+({_PLAIN.pattern})\s*")


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """Something to work out: a value, a condition, a component's file, or a loop's whole text.

    `get` looks a value or condition up that is no more than a name; it raises AttributeError where a part of
    the name is missing. There is one of each ask (see `_ask`), so that its answer is found by identity.
    """

    kind: Literal["value", "condition", "include", "loop"]
    text: str
    get: Callable[[Slots], Any] | None


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """Pieces that stand under a condition, and those of its `else`; bytes where nothing is left to ask.

    There is one of each, too.
    """

    condition: Ask
    negated: bool
    yes: tuple[Piece, ...] | bytes
    no: tuple[Piece, ...] | bytes


Piece = bytes | Ask | Branch


@cache
def _ask(kind: Literal["value", "condition", "include", "loop"], text: str) -> Ask:
    plain = kind in ("value", "condition") and _PLAIN.fullmatch(text)
    return Ask(kind, text, attrgetter(text) if plain else None)


@cache
def _branch(condition: Ask, negated: bool, yes: tuple[Piece, ...], no: tuple[Piece, ...]) -> Branch:
    return Branch(condition, negated, _settled(yes), _settled(no))


def _settled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...] | bytes:
    literal = [piece for piece in pieces if isinstance(piece, bytes)]
    return b"".join(literal) if len(literal) == len(pieces) else pieces


def join(pieces: Sequence[Piece], answers: Mapping[Ask | Branch, bytes]) -> bytes:
    """Put the pieces together with what their asks and branches come to."""
    return b"".join([piece if piece.__class__ is bytes else answers[piece] for piece in pieces])  # type: ignore[index]


def cut(text: str) -> tuple[Piece, ...]:
    """The pieces of a template whose tags were checked: every `if` and `for` in it is closed."""
    tags = scan(text)
    pieces, rest = _cut(text, tags, 0, 0)
    assert rest == len(tags), "checked templates are balanced"
    return pieces


def _cut(text: str, tags: Sequence[Tag], index: int, start: int) -> tuple[tuple[Piece, ...], int]:
    """The pieces from `start` up to the tag that closes this level, and that tag's index."""
    pieces: list[Piece] = []
    while index < len(tags) and tags[index].kind not in ("else", "endif", "endfor"):
        tag = tags[index]
        _add(pieces, text[start:tag.start])
        if tag.kind == "if":
            negated = _NEGATED.fullmatch(tag.expression)
            condition = _ask("condition", negated[1] if negated else tag.expression)
            yes, index = _cut(text, tags, index + 1, _after(text, tag))
            no: tuple[Piece, ...] = ()
            if tags[index].kind == "else":
                no, index = _cut(text, tags, index + 1, _after(text, tags[index]))
            pieces.append(_branch(condition, negated is not None, yes, no))
        elif tag.kind == "for":
            index = _end_of_loop(tags, index)
            pieces.append(_ask("loop", text[tag.start:tags[index].end]))
        elif tag.kind != "comment":
            pieces.append(_ask("include" if tag.kind == "include" else "value", tag.expression))
        start = _after(text, tags[index])
        index += 1
    _add(pieces, text[start:tags[index].start if index < len(tags) else len(text)])
    return tuple(pieces), index


def _after(text: str, tag: Tag) -> int:
    """Where the text goes on: a line that ends with a statement ends with it."""
    return tag.end + (1 if tag.kind != "value" and text.startswith("\n", tag.end) else 0)


def _add(pieces: list[Piece], literal: str) -> None:
    if literal:
        pieces.append(literal.encode())


def _end_of_loop(tags: Sequence[Tag], index: int) -> int:
    depth = 0
    for position in range(index, len(tags)):
        depth += {"for": 1, "endfor": -1}.get(tags[position].kind, 0)
        if depth == 0:
            return position
    raise AssertionError("checked templates are balanced")
