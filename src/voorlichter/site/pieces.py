"""Turn a template into one expression, once, so that filling it for a site is joining bytes.

Most of a page is the same for everybody. What differs is asked for by name, and the same names and conditions
return on every page; so each is worked out once a site, into lists that the expressions read by number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, Protocol

from voorlichter.slots.model import Slots
from voorlichter.slots.scan import Tag, scan

_PLAIN = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_NEGATED = re.compile(rf"not\s+({_PLAIN.pattern})\s*")


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that is more than a name: a condition, a value, a component's file, or a loop's whole text."""

    kind: Literal["value", "condition", "include", "loop"]
    text: str


@dataclass(slots=True)
class Register:
    """Every name and ask of all templates, each under one number."""

    conditions: list[Callable[[Slots], Any]] = field(default_factory=list)
    values: list[Callable[[Slots], Any]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def condition(self, name: str) -> int:
        return self._number("condition", name, self.conditions, attrgetter(name))

    def value(self, name: str) -> int:
        return self._number("value", name, self.values, attrgetter(name))

    def ask(self, ask: Ask) -> int:
        return self._number(f"ask {ask.kind}", ask.text, self.asks, ask)

    def _number(self, kind: str, text: str, items: list[Any], item: Any) -> int:
        number = self._numbers.setdefault((kind, text), len(items))
        if number == len(items):
            items.append(item)
        return number


REGISTER = Register()


class Answers(Protocol):
    """What the register comes to for one site in one language."""

    conditions: list[bool]
    shown: list[bytes | None]
    """None where a name has no text; joining it is an error."""

    def complete(self) -> None:
        """Work out what was registered since."""

    def __getitem__(self, ask: int) -> bytes: ...

    def holds(self, ask: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class Form:
    """A template as a function of the conditions (`C`), the values (`V`) and the answers to all else (`A`)."""

    render: Callable[[list[bool], list[bytes | None], Answers], bytes]


def join(form: Form, answers: Answers) -> bytes:
    """The filled template. Raises LookupError where it shows a value that is not there."""
    answers.complete()
    try:
        return form.render(answers.conditions, answers.shown, answers)
    except TypeError as error:
        raise LookupError("a slot without a text") from error


def cut(text: str) -> Form:
    """The form of a template whose tags were checked: every `if` and `for` in it is closed."""
    tags = scan(text)
    parts, rest = _cut(text, tags, 0, 0)
    assert rest == len(tags), "checked templates are balanced"
    # The code holds literal bytes, numbers of the register and nothing of the template's own words.
    return Form(eval(compile(f"lambda C, V, A: {_joined(parts)}", "<template>", "eval"), {"join": b"".join}))  # noqa: S307


def _cut(text: str, tags: Sequence[Tag], index: int, start: int) -> tuple[list[str], int]:
    """The expressions from `start` up to the tag that closes this level, and that tag's index."""
    parts: list[str] = []
    while index < len(tags) and tags[index].kind not in ("else", "endif", "endfor"):
        tag = tags[index]
        _add(parts, text[start:tag.start])
        if tag.kind == "if":
            yes, index = _cut(text, tags, index + 1, _after(text, tag))
            no: list[str] = []
            if tags[index].kind == "else":
                no, index = _cut(text, tags, index + 1, _after(text, tags[index]))
            parts.append(_choice(tag.expression, _joined(yes), _joined(no)))
        elif tag.kind == "for":
            index = _end_of_loop(tags, index)
            parts.append(_asked("loop", text[tag.start:tags[index].end]))
        elif tag.kind == "include":
            parts.append(_asked("include", tag.expression))
        elif tag.kind == "value":
            plain = _PLAIN.fullmatch(tag.expression)
            parts.append(f"V[{REGISTER.value(tag.expression)}]" if plain else _asked("value", tag.expression))
        start = _after(text, tags[index])
        index += 1
    _add(parts, text[start:tags[index].start if index < len(tags) else len(text)])
    return parts, index


def _choice(condition: str, yes: str, no: str) -> str:
    negated = _NEGATED.fullmatch(condition)
    if negated:
        return f"({no} if C[{REGISTER.condition(negated[1])}] else {yes})"
    if _PLAIN.fullmatch(condition):
        return f"({yes} if C[{REGISTER.condition(condition)}] else {no})"
    return f"({yes} if A.holds({REGISTER.ask(Ask('condition', condition))}) else {no})"


def _asked(kind: Literal["value", "include", "loop"], text: str) -> str:
    return f"A[{REGISTER.ask(Ask(kind, text))}]"


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


def _end_of_loop(tags: Sequence[Tag], index: int) -> int:
    depth = 0
    for position in range(index, len(tags)):
        depth += {"for": 1, "endfor": -1}.get(tags[position].kind, 0)
        if depth == 0:
            return position
    raise AssertionError("checked templates are balanced")
