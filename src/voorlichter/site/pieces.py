"""Turn a template into one expression, once, so that filling it for a site is joining bytes.

Most of a page is the same for everybody. What differs is asked for by name, and the same names return on every
page; so each has a number, and is worked out once for the site, and once for each thing that loops go over.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, Protocol

from voorlichter.slots.scan import Tag, scan

_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*"
_READ = re.compile(rf"""(?:["'](?P<word>[\w-]+)["'] in )?(?P<name>{_NAME})(?P<part>\[\d*:\d*\])?""")
_OF_LOOP = {"loop.first": "(P{} == 0)", "loop.index": "(b'%d' % (P{} + 1))"}
"""What a loop itself tells."""

_STOP = re.compile(r"(?P<closing>(?:</[a-z]+[1-6]?>)*)\.(?![.\w])")
"""A full stop right after a tag, perhaps outside the mark-up around it."""
_ENDED = re.compile(rb"(?:[.?!]|\xe2\x80\xa6)(?:</[a-z]+[1-6]?>|\s)*\Z")

Reader = Callable[[Any], Any]
"""Of the site's slots, or of one thing of a loop."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is more than reading a name: a component's file, or an expression. `scope`: the variables of the loops around it."""

    kind: Literal["include", "value", "condition"]
    text: str
    scope: tuple[str, ...] = ()


@dataclass(slots=True)
class Register:
    """Every name and every ask of all templates, each under one number."""

    readers: list[Reader] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)

    def name(self, name: str, part: slice | None = None, word: str | None = None) -> int:
        return self._number((name, str(part), word), self.readers, _reader(name, part, word))

    def ask(self, ask: Ask) -> int:
        return self._number(ask, self.asks, ask)

    def _number(self, key: object, items: list[Any], item: Any) -> int:
        number = self._numbers.setdefault(key, len(items))
        if number == len(items):
            items.append(item)
        return number


REGISTER = Register()


def _reader(name: str, part: slice | None, word: str | None) -> Reader:
    get: Reader = attrgetter(name) if name else lambda thing: thing
    if part is not None:
        return lambda thing: get(thing)[part]
    if word is not None:
        return lambda thing: word in get(thing)
    return get


Level = tuple[Any, Mapping[int, bool], Mapping[int, bytes | None], int]
"""The site, or one thing of a loop: itself, its names as conditions and as shown (None where there is no text), and its place in the loop."""


class Answers(Protocol):
    """What the register comes to for one site in one language."""

    site: Level

    def each(self, number: int, thing: Any) -> Iterable[Level]:
        """What a loop goes over."""

    def __getitem__(self, ask: int) -> bytes:
        """Outside loops, the text of an include or a value."""

    def text(self, ask: int, *around: Level) -> bytes:
        """The same inside a loop."""

    def holds(self, ask: int, *around: Level) -> bool: ...


@dataclass(frozen=True, slots=True)
class Form:
    """A template as a function of the answers, the site's level and those of the loops around it, each level spread out."""

    render: Callable[..., bytes]


def join(form: Form, answers: Answers, *levels: Level) -> bytes:
    """The filled template. Raises LookupError where it shows a value, or goes over a list, that is not there."""
    try:
        return form.render(answers, *[part for level in levels or (answers.site,) for part in level])
    except (TypeError, AttributeError) as error:
        raise LookupError("a slot without a text") from error


def cut(text: str, scope: tuple[str, ...] = ()) -> Form:
    """The form of a template whose tags were checked: every `if` and `for` in it is closed."""
    tags = scan(text)
    parts, rest = _cut(text, tags, 0, 0, scope)
    assert rest == len(tags), "checked templates are balanced"
    levels = ", ".join(_level(depth) for depth in range(len(scope) + 1))
    # The code holds literal bytes, numbers of the register and nothing of the template's own words.
    return Form(eval(compile(f"lambda A, {levels}: join(({', '.join(parts)},))" if parts else f"lambda A, {levels}: b''", "<template>", "eval"), {"join": b"".join, "stopped": _stopped}))  # noqa: S307


def _stopped(value: bytes, closing: bytes) -> bytes:
    """A value and the full stop after it, unless its own end is one: `bij Bakkerij De Korenaar B.V.`"""
    return value + closing + (b"" if _ENDED.search(value[-80:]) else b".")


def _level(depth: int) -> str:
    return f"I{depth}, C{depth}, V{depth}, P{depth}"


def _cut(text: str, tags: Sequence[Tag], index: int, start: int, scope: tuple[str, ...]) -> tuple[list[str], int]:
    """The expressions from `start` up to the tag that closes this level, and that tag's index."""
    parts: list[str] = []
    adjacent = 0  # where the tags begin that stand with nothing between them
    while index < len(tags) and tags[index].kind not in ("else", "endif", "endfor"):
        tag = tags[index]
        if tag.start > start:
            _add(parts, text[start:tag.start])
            adjacent = len(parts)
        if tag.kind == "if":
            yes, index = _cut(text, tags, index + 1, _after(text, tag), scope)
            no: list[str] = []
            if tags[index].kind == "else":
                no, index = _cut(text, tags, index + 1, _after(text, tags[index]), scope)
            parts.append(f"({_joined(yes)} if {_condition(tag.expression, scope)} else {_joined(no)})")
        elif tag.kind == "for":
            body, index = _cut(text, tags, index + 1, _after(text, tag), (*scope, tag.variable))
            parts.append(f"join([{_joined(body)} for {_level(len(scope) + 1)} in {_list(tag.expression, scope)}])")
        elif tag.kind == "include":
            parts.append(_asked(Ask("include", tag.expression, scope)))
        elif tag.kind == "value":
            parts.append(_value(tag.expression, scope))
        start = _after(text, tags[index])
        index += 1
        if len(parts) > adjacent and (stop := _STOP.match(text, start)):
            parts[adjacent:] = [f"stopped({_joined(parts[adjacent:])}, {stop['closing'].encode()!r})"]
            start, adjacent = stop.end(), len(parts)
    _add(parts, text[start:tags[index].start if index < len(tags) else len(text)])
    return parts, index


def _value(expression: str, scope: tuple[str, ...]) -> str:
    if scope and expression in _OF_LOOP:
        return _OF_LOOP[expression].format(len(scope))
    read = _read(expression, scope)
    return f"V{read[0]}[{read[1]}]" if read else _asked(Ask("value", expression, scope))


def _list(expression: str, scope: tuple[str, ...]) -> str:
    read = _read(expression, scope)
    assert read, "loops go over a name or a part of it"
    return f"A.each({read[1]}, I{read[0]})"


def _condition(expression: str, scope: tuple[str, ...]) -> str:
    """`not`, `and` and `or` mean in a template what they mean in Python."""
    try:
        return _holds(ast.parse(expression, mode="eval").body, expression, scope)
    except SyntaxError:
        return _holds(None, expression, scope)


def _holds(node: ast.expr | None, text: str, scope: tuple[str, ...]) -> str:
    if isinstance(node, ast.BoolOp):
        word = " and " if isinstance(node.op, ast.And) else " or "
        return f"({word.join(_holds(part, ast.unparse(part), scope) for part in node.values)})"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return f"(not {_holds(node.operand, ast.unparse(node.operand), scope)})"
    if scope and text in _OF_LOOP:
        return _OF_LOOP[text].format(len(scope))
    read = _read(text, scope)
    return f"C{read[0]}[{read[1]}]" if read else f"A.holds({_call(Ask('condition', text, scope))})"


def _read(expression: str, scope: tuple[str, ...]) -> tuple[int, int] | None:
    """The level and the number of a name; None where the expression is more than that."""
    found = _READ.fullmatch(expression)
    if found is None:
        return None
    first, _, rest = found["name"].partition(".")
    part = slice(*(int(end) if end else None for end in found["part"][1:-1].split(":"))) if found["part"] else None
    depth = max((depth for depth, variable in enumerate(scope, 1) if variable == first), default=0)
    return depth, REGISTER.name(rest if depth else found["name"], part, found["word"])


def _asked(ask: Ask) -> str:
    return f"A.text({_call(ask)})" if ask.scope else f"A[{REGISTER.ask(ask)}]"


def _call(ask: Ask) -> str:
    return ", ".join([str(REGISTER.ask(ask)), *(f"({_level(depth)})" for depth in range(1, len(ask.scope) + 1))])


def _joined(parts: Sequence[str]) -> str:
    if not parts:
        return "b''"
    return parts[0] if len(parts) == 1 else f"join(({', '.join(parts)}))"


def _after(text: str, tag: Tag) -> int:
    """Where the text goes on: a line that ends with a statement ends with it."""
    return tag.end + (1 if tag.kind != "value" and text.startswith("\n", tag.end) else 0)


def _add(parts: list[str], literal: str) -> None:
    if literal:
        parts.append(repr(literal.encode()))
