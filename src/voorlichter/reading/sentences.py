"""From filled templates with marks to sentences, each with the values in it and the conditions it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from voorlichter.artefacts.changes.page import SENTENCE_ENDS, LineReader
from voorlichter.reading.trace import TraceMark, split_marks
from voorlichter.slots.model import AdvisorSlots, LocationSlots, PersonSlots, Slots

_NAME = re.compile(r"""["'][\w-]*["']|[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*""")
_GENERAL = "general "
"""So begins what is claimed for every organisation."""
_WORDS = {"and", "or", "in", "is"}
_LOOP = re.compile(r"(\w+) in ([a-z][\w.]*)(?:\[(\d*):(\d*)\])?#(\d+)")


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """`values` and `flags` are slots by their full names, where an advisor stands as `advisors.<id>`.

    A flag that must not hold begins with `not `. `sometimes`: the page hides it on other days.
    """

    text: str
    values: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    unclaimed: tuple[str, ...] = ()
    """The conditions around it under which nothing is claimed and no value shows that they hold."""
    given: tuple[str, ...] = ()
    """The conditions around it that a value shows to hold."""
    claims: tuple[str, ...] = ()
    sometimes: bool = False


def read_marked_page(html: str, slots: Slots) -> tuple[list[ReadSentence], list[ReadSentence]]:
    """What stands in the browser's tab, and what stands on the page and in its spoken attributes."""
    reader = _PageReader(OpenMarks(slots))
    reader.read(html)
    return list(_read_line(reader.title, OpenMarks(slots))), reader.sentences


def read_marked_lines(lines: Iterable[str], slots: Slots) -> Iterator[ReadSentence]:
    """The sentences in order; a mark may open in one line and end in another."""
    marks = OpenMarks(slots)
    for line in lines:
        yield from _read_line(line, marks)


def _read_line(text: str, marks: OpenMarks) -> Iterator[ReadSentence]:
    line = _Line()
    line.add(text, marks)
    return line.sentences()


@dataclass(slots=True, eq=False)
class _Region:
    """Something that is open. `thing` is what a loop has come to, under the name `variable`."""

    kind: str
    names: tuple[str, ...] = ()
    claims: list[str] = field(default_factory=list)
    variable: str = ""
    thing: Any = None
    prefix: str = ""


@dataclass(slots=True)
class _Line:
    """Text whose pieces know the regions they stand in; spaces in a row are one."""

    text: str = ""
    pieces: list[tuple[int, int, tuple[_Region, ...]]] = field(default_factory=list)
    """From where to where in the text, without spaces at the ends."""
    claims: list[tuple[int, str]] = field(default_factory=list)

    def add(self, text: str, marks: OpenMarks) -> None:
        for part in split_marks(text):
            if isinstance(part, str):
                self._add_text(part, tuple(marks.open))
            elif part.kind == "claim":
                if part.text.startswith(_GENERAL) or (around_it := marks.innermost()) is None:
                    self.claims.append((len(self.text), part.text))
                else:
                    around_it.claims.append(part.text)
            else:
                marks.turn(part)

    def _add_text(self, part: str, around: tuple[_Region, ...]) -> None:
        words = " ".join(part.split())
        if self.text and not self.text.endswith(" ") and (not words or part[0].isspace()):
            self.text += " "
        if words:
            self.pieces.append((len(self.text), len(self.text) + len(words), around))
            self.text += words + (" " if part[-1].isspace() else "")

    def end_variant(self) -> None:
        """Of sentences side by side a page shows one at a time."""
        if self.text.endswith((".", "!", "?")):
            self.text += " "

    def sentences(self) -> Iterator[ReadSentence]:
        """A claim is of all that stands under the same condition or in the same turn of a loop.

        Outside these, and where it is general, it is of the sentence it stands in or before, and of those after it in the line.
        """
        text = self.text.rstrip()
        start = 0
        for end in [*(match.start() for match in SENTENCE_ENDS.finditer(text)), len(text)] if text else ():
            regions = dict.fromkeys(
                region for begin, until, around in self.pieces if begin < end and until > start for region in around
            )
            claims = [claim for offset, claim in self.claims if offset < end or end == len(text)]
            claims += [claim for region in regions for claim in region.claims]
            unclaimed = [
                name
                for region in regions
                if region.kind in ("if", "not") and not region.claims
                for name in region.names
            ]

            def told(*kinds: str, among: Iterable[_Region] = regions) -> tuple[str, ...]:
                return tuple(dict.fromkeys(name for region in among if region.kind in kinds for name in region.names))

            yield ReadSentence(
                text[start:end],
                values=told("value"),
                flags=told("if", "given", "not"),
                unclaimed=tuple(dict.fromkeys(unclaimed)),
                given=told("given"),
                claims=tuple(dict.fromkeys(claims)),
                sometimes=any(region.kind == "hidden" for region in regions),
            )
            start = end + 1


class _PageReader(LineReader):
    """A page with marks: what stands in each line, and what a page hides until it is its turn."""

    def __init__(self, marks: OpenMarks) -> None:
        super().__init__()
        self.sentences: list[ReadSentence] = []
        self._marks = marks
        self._text = _Line()
        self._before: list[tuple[int, str]] = []
        """Claims that stand before any text: of the next line."""
        self._hidden: list[tuple[int, _Region]] = []
        """How many elements are open around what is hidden."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        depth = len(self._open)
        super().handle_starttag(tag, attrs)
        if len(self._open) > depth and any(name == "hidden" for name, _ in attrs):
            self._text.end_variant()
            self._hidden.append((depth, _Region("hidden")))
            self._marks.open.append(self._hidden[-1][1])

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        while self._hidden and len(self._open) <= self._hidden[-1][0]:
            self._marks.open.remove(self._hidden.pop()[1])
            self._text.end_variant()

    def handle_data(self, data: str) -> None:
        if self._unseen or (self._open and self._open[-1][0] == "title"):
            super().handle_data(data)
            return
        self._after_link = self._after_link and not any(
            isinstance(part, str) and not part.isspace() for part in split_marks(data)
        )
        self._text.add(data, self._marks)

    def end_line(self) -> None:
        line, self._text = self._text, _Line()
        if line.pieces:
            line.claims += self._before
            self._before = []
            self.sentences += line.sentences()
        else:
            self._before += [(0, claim) for _, claim in line.claims]

    def add_line(self, text: str) -> None:
        self.sentences += _read_line(text, self._marks)


@dataclass(slots=True)
class OpenMarks:
    """What is open, and what the names in it mean."""

    slots: Slots
    open: list[_Region] = field(default_factory=list)

    def turn(self, mark: TraceMark) -> None:
        """A mark other than a claim."""
        if mark.kind == "end":
            self.open.pop()
        elif mark.kind == "for":
            self.open.append(self._loop(mark.text))
        elif mark.kind == "value":
            self.open.append(_Region("value", (self.full_name(mark.text),)))
        else:
            self.open.append(_Region(mark.kind, tuple(self._flags(mark.text, mark.kind == "not"))))

    def innermost(self) -> _Region | None:
        """The condition or loop that was opened last."""
        return next((region for region in reversed(self.open) if region.kind in ("if", "given", "not", "for")), None)

    def _flags(self, condition: str, otherwise: bool) -> Iterator[str]:
        """The slots of a condition, or of what holds `otherwise`."""
        negated = otherwise
        for name in _NAME.findall(condition):
            if name == "not":
                negated = not negated
            elif name not in _WORDS and name[0] not in "\"'" and not name.startswith("loop."):
                yield ("not " if negated else "") + self.full_name(name)
                negated = otherwise

    def full_name(self, name: str) -> str:
        """A slot's name from the root down, or from the advisor or place that it is of."""
        first, *rest = name.split(".")
        loop = self._loop_of(first)
        thing, full = (loop.thing, loop.prefix) if loop else (getattr(self.slots, first, None), first)
        for part in ["", *rest]:
            thing = getattr(thing, part, None) if part else thing
            full = self._prefix(thing) or (f"{full}.{part}" if part else full)
        return full

    def _loop_of(self, variable: str) -> _Region | None:
        return next((region for region in reversed(self.open) if region.variable == variable), None)

    def _loop(self, text: str) -> _Region:
        match = _LOOP.fullmatch(text)
        assert match, "checked templates loop over a name"
        variable, name, start, end, number = match.groups()
        first, _, rest = name.partition(".")
        around = self._loop_of(first)
        things = (
            attrgetter(rest)(around.thing)
            if around and rest
            else around.thing
            if around
            else attrgetter(name)(self.slots)
        )
        if start is not None:
            things = things[int(start) if start else None : int(end) if end else None]
        thing = things[int(number) - 1]
        return _Region("for", variable=variable, thing=thing, prefix=self._prefix(thing) or self.full_name(name))

    def _prefix(self, thing: Any) -> str | None:
        """What an advisor or a place is called, wherever it was found."""
        if isinstance(thing, (AdvisorSlots, PersonSlots)):
            return f"advisors.{thing.id}"
        if isinstance(thing, LocationSlots):
            return f"locations.{thing.id}"
        return None
