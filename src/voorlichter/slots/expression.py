"""What a tag may ask: a name, a part of a list, and conditions on them. Nothing else, so that filling needs no engine.

A condition is a name, `name == "word"`, `name != "word"` or `"word" in name`, and what `not`, `and` and `or` make of
those; all of it means in Jinja, in MiniJinja and in Python the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_NAME = re.compile(r"(?P<path>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(?:\[(?P<first>\d*):(?P<last>\d*)\])?")


class ExpressionError(ValueError):
    """A tag asks what no tag may ask."""


@dataclass(frozen=True, slots=True)
class DottedName:
    """A dotted name, and for a part of a list its ends, as in `advisors[1:]`."""

    path: str
    ends: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Is the value this word, or does it hold it?"""

    name: DottedName
    how: Literal["is", "holds"]
    word: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class Joined:
    how: Literal["and", "or"]
    parts: tuple[Condition, ...]


Condition = DottedName | Compared | Not | Joined


def read_name(text: str) -> DottedName:
    """Raises ExpressionError for anything else."""
    match = _NAME.fullmatch(text)
    if match is None:
        raise ExpressionError(text)
    if match["first"] is None:
        return DottedName(match["path"])
    return DottedName(
        match["path"], (int(match["first"]) if match["first"] else None, int(match["last"]) if match["last"] else None)
    )


@lru_cache(maxsize=4096)
def read_condition(text: str) -> Condition:
    """Raises ExpressionError for anything else."""
    try:
        return _condition(ast.parse(text.strip(), mode="eval").body)
    except SyntaxError:
        raise ExpressionError(text) from None


def _condition(node: ast.expr) -> Condition:
    match node:
        case ast.BoolOp(op=op, values=values):
            return Joined("and" if isinstance(op, ast.And) else "or", tuple(map(_condition, values)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_condition(operand))
        case ast.Compare(left=ast.Constant(value=str(word)), ops=[ast.In()], comparators=[of]):
            return Compared(read_name(ast.unparse(of)), "holds", word)
        case ast.Compare(left=of, ops=[ast.Eq()], comparators=[ast.Constant(value=str(word))]):
            return Compared(read_name(ast.unparse(of)), "is", word)
        case ast.Compare(left=of, ops=[ast.NotEq()], comparators=[ast.Constant(value=str(word))]):
            return Not(Compared(read_name(ast.unparse(of)), "is", word))
    return read_name(ast.unparse(node))


def names_of(condition: Condition) -> Iterator[str]:
    """The paths that it asks for, in order."""
    match condition:
        case DottedName():
            yield condition.path
        case Compared():
            yield condition.name.path
        case Not():
            yield from names_of(condition.part)
        case Joined():
            for part in condition.parts:
                yield from names_of(part)
