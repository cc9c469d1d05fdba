"""Turn a template into one expression, once, so that filling it for a site is joining bytes.

Most of a page is the same for everybody. What differs is asked for by name, and the same names return on every
page; so each has a number, and is worked out once for the site, and once for each thing that loops go over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from typing import Any, Protocol

from voorlichter.slots.expression import Compared, Condition, DottedName, Joined, Not, read_condition, read_name
from voorlichter.slots.scan import Tag, scan

_OF_LOOP = {"loop.first": "(P{} == 0)", "loop.index": "(b'%d' % (P{} + 1))"}
"""What a loop itself tells."""

_STOP = re.compile(r"(?P<closing>(?:</[a-z]+[1-6]?>)*)\.(?![.\w])")
"""A full stop right after a tag, perhaps outside the mark-up around it."""
_ENDS = (b".", b"?", b"!", "…".encode())
_MAY_HAVE_ENDED = (b">", b" ", b"\n", b"\t", b"\r", b"\f", b"\v")
"""Outside a tag, or before white space."""
_ENDED = re.compile(rb"(?:[.?!]|\xe2\x80\xa6)(?:</[a-z]+[1-6]?>|\s)*\Z")

Reader = Callable[[Any], Any]
"""Of the site's slots, or of one thing of a loop."""


@dataclass(frozen=True, slots=True)
class Include:
    """A component by its file. `scope`: the variables of the loops around it."""

    name: str
    scope: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Register:
    """Every name and include under one number, of the pages and components of templates that fill one site.

    So what differs between languages in its texts alone is one expression: a site in twelve is filled by little more code than one in two.
    """

    readers: list[Reader] = field(default_factory=list)
    includes: list[Include] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)
    _literals: dict[bytes, bytes] = field(default_factory=dict)
    _expressions: dict[str, Callable[..., bytes]] = field(default_factory=dict)

    def name(self, name: DottedName, compared: Compared | None = None) -> int:
        return self._number((name, compared), self.readers, _reader(name, compared))

    def include(self, include: Include) -> int:
        return self._number(include, self.includes, include)

    def literal(self, literal: bytes) -> bytes:
        """What is the same for every site: a menu that stands on many pages is held once, and at hand when each is joined."""
        return self._literals.setdefault(literal, literal)

    def expression(self, text: str) -> Callable[..., bytes]:
        """Of text that holds numbers and nothing of a template's own words."""
        if text not in self._expressions:
            self._expressions[text] = eval(text, {"join": b"".join, "stopped": _stopped})  # noqa: S307
        return self._expressions[text]

    def _number(self, key: object, items: list[Any], item: Any) -> int:
        number = self._numbers.setdefault(key, len(items))
        if number == len(items):
            items.append(item)
        return number


def _reader(name: DottedName, compared: Compared | None) -> Reader:
    get: Reader = attrgetter(name.path) if name.path else lambda thing: thing
    if name.ends is not None:
        part = slice(*name.ends)
        return lambda thing: get(thing)[part]
    if compared is not None:
        word = compared.word
        return (lambda thing: get(thing) == word) if compared.how == "is" else (lambda thing: word in get(thing))
    return get


Level = tuple[Any, Mapping[int, bool], Mapping[int, bytes | None], int]
"""The site, or one thing of a loop: itself, its names as conditions and as shown (None where there is no text), and its place in the loop."""


class Answers(Protocol):
    """What the register comes to for one site in one language."""

    site: Level

    @property
    def over(self) -> Mapping[int, Iterable[Level]]:
        """What a loop outside others goes over."""

    def each(self, number: int, thing: Any) -> Iterable[Level]:
        """What a loop inside another goes over."""

    def __getitem__(self, include: int) -> bytes:
        """The text of a component outside loops."""

    def text(self, include: int, *around: Level) -> bytes:
        """The same inside a loop."""


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template as a function of the answers, its literals, the site's level and those of the loops around it, each level spread out."""

    render: Callable[..., bytes]
    literals: tuple[bytes, ...]


def join(form: CompiledTemplate, answers: Answers, *around: Level) -> bytes:
    """The filled template; `around` are the levels of the loops it stands in. Raises LookupError where it shows a value, or goes over a list, that is not there."""
    try:
        return form.render(answers, form.literals, *answers.site, *chain.from_iterable(around))
    except (TypeError, AttributeError) as error:
        raise LookupError("a slot without a text") from error


def cut(text: str, register: Register, scope: tuple[str, ...] = ()) -> CompiledTemplate:
    """The form of a template whose tags were checked: every `if` and `for` in it is closed. Raises ExpressionError for one that asks more than a template may."""
    tags = scan(text)
    cutter = _Cutter(text, tags, register)
    parts, rest = cutter.cut(0, 0, scope)
    assert rest == len(tags), "checked templates are balanced"
    levels = ", ".join(_level(depth) for depth in range(len(scope) + 1))
    render = register.expression(f"lambda A, L, {levels}: join(({cutter.joined(parts)},))")
    return CompiledTemplate(render, tuple(cutter.literals))


def _stopped(value: bytes, closing: bytes) -> bytes:
    """A value and the full stop after it, unless its own end is one: `bij Bakkerij De Korenaar B.V.`"""
    ended = value.endswith(_ENDS) or (value.endswith(_MAY_HAVE_ENDED) and _ENDED.search(value[-80:]))
    return value + closing if ended else value + closing + b"."


def _level(depth: int) -> str:
    return f"I{depth}, C{depth}, V{depth}, P{depth}"


@dataclass(frozen=True, slots=True)
class _Cutter:
    text: str
    tags: Sequence[Tag]
    register: Register
    literals: list[bytes] = field(default_factory=list)

    def joined(self, parts: Sequence[str | bytes]) -> str:
        shown = [part if isinstance(part, str) else self._literal(part) for part in parts]
        return f"join(({', '.join(shown)}))" if len(shown) > 1 else shown[0] if shown else "b''"

    def _literal(self, text: bytes) -> str:
        self.literals.append(self.register.literal(text))
        return f"L[{len(self.literals) - 1}]"

    def cut(self, index: int, start: int, scope: tuple[str, ...]) -> tuple[list[str | bytes], int]:
        """The expressions and literals from `start` up to the tag that closes this level, and that tag's index."""
        text, tags = self.text, self.tags
        parts: list[str | bytes] = []
        adjacent = 0  # where the tags begin that stand with nothing between them
        while index < len(tags) and tags[index].kind not in ("else", "endif", "endfor"):
            tag = tags[index]
            if tag.start > start:
                _add(parts, text[start : tag.start])
                adjacent = len(parts)
            if tag.kind == "if":
                yes, index = self.cut(index + 1, _after(text, tag), scope)
                no: list[str | bytes] = []
                if tags[index].kind == "else":
                    no, index = self.cut(index + 1, _after(text, tags[index]), scope)
                parts.append(
                    f"({self.joined(yes)} if {self._holds(read_condition(tag.expression), scope)} else {self.joined(no)})"
                )
            elif tag.kind == "for":
                body, index = self.cut(index + 1, _after(text, tag), (*scope, tag.variable))
                parts.append(
                    f"join([{self.joined(body)} for {_level(len(scope) + 1)} in {self._list(tag.expression, scope)}])"
                )
            elif tag.kind == "include":
                parts.append(self._included(Include(tag.expression, scope)))
            elif tag.kind == "value":
                parts.append(self._value(tag.expression, scope))
            start = _after(text, tags[index])
            index += 1
            if len(parts) > adjacent and (stop := _STOP.match(text, start)):
                parts[adjacent:] = [
                    f"stopped({self.joined(parts[adjacent:])}, {self.joined([stop['closing'].encode()])})"
                ]
                start, adjacent = stop.end(), len(parts)
        _add(parts, text[start : tags[index].start if index < len(tags) else len(text)])
        return parts, index

    def _value(self, expression: str, scope: tuple[str, ...]) -> str:
        if scope and expression in _OF_LOOP:
            return _OF_LOOP[expression].format(len(scope))
        level, number = self._number(read_name(expression), scope)
        return f"V{level}[{number}]"

    def _list(self, expression: str, scope: tuple[str, ...]) -> str:
        level, number = self._number(read_name(expression), scope)
        return f"A.each({number}, I{level})" if level else f"A.over[{number}]"

    def _holds(self, condition: Condition, scope: tuple[str, ...]) -> str:
        match condition:
            case Joined():
                return f"({f' {condition.how} '.join(self._holds(part, scope) for part in condition.parts)})"
            case Not():
                return f"(not {self._holds(condition.part, scope)})"
            case Compared():
                level, number = self._number(condition.name, scope, condition)
            case DottedName(path) if scope and path in _OF_LOOP:
                return _OF_LOOP[path].format(len(scope))
            case DottedName():
                level, number = self._number(condition, scope)
        return f"C{level}[{number}]"

    def _number(self, name: DottedName, scope: tuple[str, ...], compared: Compared | None = None) -> tuple[int, int]:
        """The level whose variable a name begins with, else the site's; and the number of the rest."""
        first, _, rest = name.path.partition(".")
        depth = max((depth for depth, variable in enumerate(scope, 1) if variable == first), default=0)
        return depth, self.register.name(replace(name, path=rest) if depth else name, compared)

    def _included(self, include: Include) -> str:
        number = self.register.include(include)
        levels = "".join(f", ({_level(depth)})" for depth in range(1, len(include.scope) + 1))
        return f"A.text({number}{levels})" if levels else f"A[{number}]"


def _after(text: str, tag: Tag) -> int:
    """Where the text goes on: a line that ends with a statement ends with it."""
    return tag.end + (1 if tag.kind != "value" and text.startswith("\n", tag.end) else 0)


def _add(parts: list[str | bytes], text: str) -> None:
    """A literal goes on where another ends: a remark between them leaves no trace."""
    if parts and isinstance(parts[-1], bytes):
        parts[-1] += text.encode()
    elif text:
        parts.append(text.encode())
