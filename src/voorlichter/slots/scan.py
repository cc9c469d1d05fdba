"""Find slot tags in a text, each with its place. Knows the notation only, not the names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

TagKind = Literal["value", "if", "else", "endif", "for", "endfor", "include", "comment", "unknown"]

TAG = re.compile(r"\[\[(?P<value>.*?)\]\]|\[%-?(?P<statement>.*?)-?%\]|\[#.*?#\]", re.S)
_IF = re.compile(r"if\s+(?P<expression>.+)", re.S)
_FOR = re.compile(r"for\s+(?P<variable>[a-z_]+)\s+in\s+(?P<expression>.+)", re.S)
_INCLUDE = re.compile(r"""include\s+["'](?P<expression>[\w.-]+)["']""")
LIST = re.compile(r"[a-z][a-z0-9_.]*(?:\[\d*:\d*\])?")
"""What a loop goes over: a name, or a part of it."""
OF_LOOP = ("loop.first", "loop.index")
"""What a loop tells of itself."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: `expression` is a value's name, an `if`'s condition, a `for`'s list or an include's file."""

    kind: TagKind
    text: str
    expression: str
    start: int
    end: int
    variable: str


@lru_cache(maxsize=16384)
def scan(text: str) -> tuple[Tag, ...]:
    """All tags of a text, in order."""
    return tuple(_tag(match) for match in TAG.finditer(text))


def _tag(match: re.Match[str]) -> Tag:
    def tag(kind: TagKind, expression: str = "", variable: str = "") -> Tag:
        return Tag(kind, match.group(), expression.strip(), match.start(), match.end(), variable)

    value, statement = match.group("value"), match.group("statement")
    if value is not None:
        return tag("value", value)
    if statement is None:
        return tag("comment")
    statement = statement.strip()
    if statement == "else":
        return tag("else")
    if statement == "endif":
        return tag("endif")
    if statement == "endfor":
        return tag("endfor")
    if form := _IF.fullmatch(statement):
        return tag("if", form["expression"])
    if form := _FOR.fullmatch(statement):
        return tag("for", form["expression"], form["variable"])
    if form := _INCLUDE.fullmatch(statement):
        return tag("include", form["expression"])
    return tag("unknown", statement)


def change_around(text: str, change: Callable[[str], str]) -> str:
    """A text with what stands around its tags changed, and the tags as they were."""
    parts, end = [], 0
    for tag in TAG.finditer(text):
        parts += [change(text[end : tag.start()]), tag.group()]
        end = tag.end()
    return "".join([*parts, change(text[end:])])


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The place of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
