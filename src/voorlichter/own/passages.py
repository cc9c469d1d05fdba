"""Lay an organisation's passages over a page of ours: in the place of whole sections, or beside them, by the anchors of their headings.

A heading as ours has it begins what takes its place. One with a + says that ours stays: `## Pesten {#pesten} +` begins what
comes after it, `## + Pesten {#pesten}` what comes before. `# Titel +` is of what stands before the first of such headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import TAG, scan
from voorlichter.template.page import Page, sections_in

PassageKind = Literal["replaced", "before", "after"]

_HEADING = re.compile(
    r"^#{1,6} (?P<before>\+[ \t])?.*?(?:\{#(?P<anchor>[\w-]+)[^}\n]*\})?(?P<after>[ \t]+\+)?[ \t]*$", re.M
)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.M)
_TITLE = re.compile(r"^# .*\n", re.M)


@dataclass(frozen=True, slots=True)
class OwnPassage:
    """`text` holds its heading where it takes the place of ours; `line` is that of its heading."""

    anchor: str
    kind: PassageKind
    text: str
    line: int

    @property
    def first_line(self) -> int:
        """That of its text."""
        return self.line if self.kind == "replaced" else self.line + 1


@dataclass(frozen=True, slots=True)
class PagePiece:
    """Part of a page's text, and where it stands: its file, and the number of its first line; `own` is of which passage it is, where it is theirs."""

    text: str
    path: Path
    line: int
    own: tuple[str, PassageKind] | None = None


@dataclass(slots=True)
class Composed:
    """A page made of ours and theirs."""

    page: Page
    pieces: list[PagePiece]
    problems: list[Problem] = field(default_factory=list)

    def origin(self, line: int) -> tuple[Path, int]:
        """The file and line that a line of the composed page comes from."""
        for piece in self.pieces:
            count = piece.text.count("\n")
            if line <= count:
                return piece.path, piece.line + line - 1
            line -= count
        last = self.pieces[-1]
        return last.path, last.line + last.text.count("\n")

    @property
    def own(self) -> list[PagePiece]:
        return [piece for piece in self.pieces if piece.own]


def passages_in(text: str) -> list[OwnPassage]:
    """What an own text holds, in its order."""
    found = [
        heading for heading in _HEADING.finditer(text) if heading["anchor"] or heading["before"] or heading["after"]
    ]
    passages = []
    begin = text[: found[0].start()] if found else text
    if begin.strip():
        blank = len(begin) - len(begin.lstrip("\n"))
        passages.append(OwnPassage("", "replaced", begin[blank:], blank + 1))
    for heading, following in pairwise([*found, None]):
        assert heading, "none follows the last"
        end = following.start() if following else len(text)
        kind: PassageKind = "before" if heading["before"] else "after" if heading["after"] else "replaced"
        line = text.count("\n", 0, heading.start()) + 1
        said = text[heading.start() : end] if kind == "replaced" else text[heading.end() : end].removeprefix("\n")
        passages.append(OwnPassage(heading["anchor"] or "", kind, said, line))
    return passages


def lay_passages(page: Page, path: Path, text: str) -> Composed:
    """The page with every passage of `text` in its place. A condition around sections stays where it is."""
    passages = passages_in(text)
    problems = list(_check_passages(page, path, text, passages))
    theirs: dict[str, dict[PassageKind, OwnPassage]] = {}
    for passage in passages:
        if passage.kind != "replaced" or not page.protects(passage.anchor):
            theirs.setdefault(passage.anchor, {})[passage.kind] = passage
    pieces: list[PagePiece] = []
    for anchor, (start, end) in sections_in(page.body).items():
        section = PagePiece(page.body[start:end], page.path, page.body.count("\n", 0, start) + 1)
        pieces += _lay(section, path, theirs[anchor]) if anchor in theirs else [section]
    return Composed(page.saying("".join(piece.text for piece in pieces)), pieces, problems)


def _lay(section: PagePiece, path: Path, own: Mapping[PassageKind, OwnPassage]) -> Iterator[PagePiece]:
    def ours(start: int, end: int, close: bool = False) -> PagePiece:
        """A part of it; `close` ends its last paragraph."""
        text = section.text[start:end]
        return PagePiece(
            text.rstrip() + "\n\n" if close else text, section.path, section.line + section.text.count("\n", 0, start)
        )

    def theirs(kind: PassageKind) -> Iterator[PagePiece]:
        if passage := own.get(kind):
            yield PagePiece(passage.text.rstrip() + "\n\n", path, passage.first_line, (passage.anchor, kind))

    kept = _around(section.text)
    title = _TITLE.search(section.text, 0, kept)
    heading = title.end() if title else section.text.find("\n") + 1 if section.text.startswith("#") else 0
    if "replaced" in own:
        yield from theirs("replaced")
    else:
        if "before" in own:
            yield ours(0, heading, close=heading > 0)
            yield from theirs("before")
        yield ours(heading if "before" in own else 0, kept, close="after" in own)
        yield from theirs("after")
    if kept < len(section.text):
        yield ours(kept, len(section.text))


def _around(section: str) -> int:
    """From where on a section's text belongs to conditions that stand around whole sections."""
    opened: list[int] = []
    for tag in scan(section):
        if tag.kind in ("if", "for"):
            opened.append(tag.start)
        elif tag.kind in ("else", "endif", "endfor"):
            if not opened:
                return tag.start
            if tag.kind != "else":
                opened.pop()
    return opened[0] if opened else len(section)


def _check_passages(page: Page, path: Path, text: str, passages: Sequence[OwnPassage]) -> Iterator[Problem]:
    ours = sections_in(page.body)
    known = ", ".join(f"{{#{anchor}}}" for anchor in ours if anchor)
    lines = text.split("\n")
    told: dict[str, set[PassageKind]] = {}
    for passage in passages:
        heading = lines[passage.line - 1].strip()
        mark, where = Mark(path, passage.line), f"#{passage.anchor}" if passage.anchor else heading or page.path.name
        nameless = passage.kind != "replaced" and not passage.anchor and heading.startswith("##")
        if nameless or passage.anchor not in ours:
            yield Problem(
                mark,
                where,
                Say(
                    f"{page.path.name} heeft geen kopje met deze naam", f"{page.path.name} has no heading of this name"
                ),
                Say(
                    f"kies uit: {known}, of maak een eigen pagina in docs/",
                    f"choose from: {known}, or make a page of your own in docs/",
                ),
            )
            continue
        before = told.setdefault(passage.anchor, set())
        if passage.kind in before or (before and "replaced" in {*before, passage.kind}):
            yield Problem(
                mark,
                where,
                Say("over deze passage staat hier al iets", "there is something about this passage here already"),
                Say("zet het onder één kopje bij elkaar", "put it together under one heading"),
            )
        before.add(passage.kind)
        if passage.kind == "replaced" and page.protects(passage.anchor):
            added = f"{heading} +" if heading.startswith("#") else f"{_title(page)} +"
            yield Problem(
                mark,
                where,
                Say(
                    "deze passage gaat over geheimhouding, hulp of sporen; daar mag iets bij, maar ze blijft staan",
                    "this passage is about confidentiality, help or traces; something may be added, but it stays",
                ),
                Say(
                    f"zet een + achter het kopje, en daaronder alleen wat erbij komt: {added}",
                    f"put a + behind the heading, and below it only what is added: {added}",
                ),
            )
        yield from _check_closed(passage, path)


def _title(page: Page) -> str:
    found = _TITLE.search(page.body)
    return found.group().strip() if found else f"# {page.meta['title']}"


def _check_closed(passage: OwnPassage, path: Path) -> Iterator[Problem]:
    """What one of theirs opens, it closes: otherwise ours would be part of it."""
    opened: list[int] = []
    wrong: int | None = None
    for tag in scan(passage.text):
        if tag.kind in ("if", "for"):
            opened.append(tag.start)
        elif tag.kind in ("endif", "endfor", "else"):
            if not opened:
                wrong = tag.start if wrong is None else wrong
            elif tag.kind != "else":
                opened.pop()
    half = re.search(r"\[#", TAG.sub(lambda tag: " " * len(tag.group()), passage.text))
    fences = [*_FENCE.finditer(passage.text)]
    for start, what in (
        (wrong if wrong is not None else opened[0] if opened else None, "[% if … %] … [% endif %]"),
        (half.start() if half else None, "[# … #]"),
        (fences[-1].start() if len(fences) % 2 else None, "``` … ```"),
    ):
        if start is not None:
            yield Problem(
                Mark(path, passage.first_line + passage.text.count("\n", 0, start)),
                what,
                Say(
                    "dit begint in een andere passage dan waar het ophoudt",
                    "this begins in another passage than it ends in",
                ),
                Say("zet begin en einde onder hetzelfde kopje", "put beginning and end below the same heading"),
            )
