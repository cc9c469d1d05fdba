"""Where everything in a YAML text begins and ends, for who changes one thing in it and leaves the rest as it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from os.path import commonprefix
from pathlib import Path
from typing import Any, Literal

import yaml

from voorlichter.problems import Say
from voorlichter.yaml_source import read_events
from voorlichter.yaml_typed import is_unusual, typed_lines, understood

_ONLY_REMARKS = re.compile(r"(?:[ \t]*(?:#.*)?(?:\r?\n|\Z))*")
_TRAILING = re.compile(r"(?:\r?\n *)+\Z")
_LAST_BREAK = re.compile(r"\r?\n *\Z")
_COLON = re.compile(r"\s*:")


class NotEditable(Exception):  # noqa: N818 - it says what holds, and nothing went wrong
    """Here a person must look: the text is not read, or is written in a way that cannot be changed piece by piece."""

    def __init__(self, say: Say, line: int = 1) -> None:
        self.say = say
        self.line = line
        super().__init__(say.en)


@dataclass(slots=True)
class Node:
    """A value as written. `style` of a text is its quote, `|`, `>` or nothing; of a container `flow` or `block`."""

    kind: Literal["text", "mapping", "list"]
    style: str
    start: int
    end: int
    text: str = ""
    units: list[Unit] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        return self.style == "block"

    def unit(self, name: str | int) -> Unit | None:
        return next((unit for unit in self.units if unit.name == name), None)


@dataclass(slots=True)
class Unit:
    """What a container holds: a key with its value, or an item of a list."""

    name: str | int
    start: int
    """Where its key or hyphen stands; between brackets, the item itself."""
    after: int
    """Behind its colon or hyphen."""
    value: Node

    @property
    def end(self) -> int:
        return max(self.after, self.value.end)

    @property
    def lead(self) -> str:
        """What stands between it and a value on its line."""
        return "" if self.after == self.start else " "


@dataclass(frozen=True, slots=True)
class Places:
    """A text that can be read, its data and its places. Nobody may write into them."""

    text: str
    data: Any
    root: Node

    def line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Before the end of the line."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end - (self.text[end - 1 : end] == "\r" and end > at)

    def column(self, at: int) -> int:
        return at - self.line_start(at)


@lru_cache(maxsize=32)
def places_in(text: str) -> Places:
    """Raises NotEditable with what our reader says of a text that it does not read."""
    if _ONLY_REMARKS.fullmatch(text):
        return Places(text, {}, Node("mapping", "block", len(text), len(text)))
    source, events = read_events(Path(), text.encode("utf-8", "surrogatepass"))
    if source.data is None:
        problem = next((one for one in source.problems if one.severity == "error"), None)
        if problem is None:
            raise NotEditable(Say("dit zijn geen sleutels met waarden", "these are no keys with values"))
        raise NotEditable(problem.message, problem.mark.line)
    return Places(text, source.data, _Builder(text, events).node())


class _Builder:
    def __init__(self, text: str, events: list[Any]) -> None:
        self.text = text
        self.at = _original(text)
        self.events: Iterator[Any] = iter(events)

    def node(self) -> Node:
        event = next(self.events)
        while not isinstance(event, yaml.NodeEvent):
            event = next(self.events)
        return self._value(event)

    def _value(self, event: Any) -> Node:
        start = self.at(event.start_mark.index)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, start)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node("mapping" if is_mapping else "list", "flow" if event.flow_style else "block", start, start)
        inner: Any = next(self.events)
        while type(inner) not in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            node.units.append(self._pair(inner) if is_mapping else self._item(inner, node))
            inner = next(self.events)
        # where a block ends, the parser tells only by what follows it
        node.end = self.at(inner.end_mark.index) if event.flow_style else node.units[-1].end
        return node

    def _text(self, event: Any, start: int) -> Node:
        end, style = self.at(event.end_mark.index), event.style or ""
        if style in ("|", ">"):
            written = self.text[start:end]
            keeps = "+" in written.partition("\n")[0].partition("#")[0]
            end = start + len((_LAST_BREAK if keeps else _TRAILING).sub("", written))
        return Node("text", style, start, end, event.value)

    def _pair(self, event: Any) -> Unit:
        start, end = self.at(event.start_mark.index), self.at(event.end_mark.index)
        colon = _COLON.match(self.text, end)
        return Unit(event.value, start, colon.end() if colon else end, self._value(next(self.events)))

    def _item(self, event: Any, parent: Node) -> Unit:
        value = self._value(event)
        if not parent.is_block:
            return Unit(len(parent.units), value.start, value.start, value)
        hyphen = self._hyphen(parent, value.start) if parent.units else parent.start
        return Unit(len(parent.units), hyphen, hyphen + 1, value)

    def _hyphen(self, parent: Node, at: int) -> int:
        """Items of a list have their hyphens below each other."""
        column = parent.start - (self.text.rfind("\n", 0, parent.start) + 1)
        while True:
            begin = self.text.rfind("\n", 0, at) + 1
            found = begin + column
            if not self.text[begin:found].strip() and self.text[found : found + 1] == "-" and found <= at:
                return found
            if begin <= parent.start:
                raise NotEditable(Say("hier begint geen onderdeel", "no item begins here"))
            at = begin - 1


def _original(text: str) -> Callable[[int], int]:
    """From a place in the text as our reader understood it to that place as it was typed."""
    meant = understood(text, typed_lines(text)) if is_unusual(text) else text
    if meant == text:
        return lambda index: index
    typed, lines = text.splitlines(keepends=True), meant.splitlines(keepends=True)
    typed_starts, starts = ([0, *accumulate(map(len, each))] for each in (typed, lines))

    def at(index: int) -> int:
        number = min(bisect_right(starts, index) - 1, len(lines) - 1)
        within, here, there = index - starts[number], lines[number], typed[number]
        if within > len(commonprefix([here, there])):
            within += len(there) - len(here)
        return typed_starts[number] + within

    return at
