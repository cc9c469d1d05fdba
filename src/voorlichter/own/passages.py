"""Put an organisation's passages in the place of ours: whole sections of a page, by the anchors of their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import scan
from voorlichter.template.page import Page, sections_in


@dataclass(frozen=True, slots=True)
class PagePiece:
    """Part of a page's text, and where it stands: its file, and the number of its first line."""

    text: str
    path: Path
    line: int


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


def replace_passages(page: Page, path: Path, text: str) -> Composed:
    """The page with every section of `text` in the place of the one with the same anchor. A condition around sections stays where it is."""
    ours, theirs = sections_in(page.body), sections_in(text)
    if not text[: theirs[""][1]].strip():
        del theirs[""]
    pieces: list[PagePiece] = []
    for anchor, (start, end) in ours.items():
        section = PagePiece(page.body[start:end], page.path, page.body.count("\n", 0, start) + 1)
        if anchor not in theirs:
            pieces.append(section)
            continue
        begins, ends = theirs[anchor]
        own = text[begins:ends]
        pieces.append(PagePiece(own.rstrip() + "\n\n", path, text.count("\n", 0, begins) + 1))
        kept = _around(section.text)
        if kept < len(section.text):
            line = section.line + section.text.count("\n", 0, kept)
            pieces.append(PagePiece(section.text[kept:], page.path, line))
    body = "".join(piece.text for piece in pieces)
    return Composed(page.saying(body), pieces, list(_check_names(page, path, text, theirs.keys() - ours.keys())))


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


def _check_names(page: Page, path: Path, text: str, unknown: set[str]) -> Iterator[Problem]:
    known = ", ".join(f"{{#{anchor}}}" for anchor in sections_in(page.body) if anchor)
    for anchor, (start, _) in sections_in(text).items():
        if anchor in unknown:
            yield Problem(
                Mark(path, text.count("\n", 0, start) + 1),
                f"#{anchor}",
                Say(
                    f"{page.path.name} heeft geen kopje met deze naam", f"{page.path.name} has no heading of this name"
                ),
                Say(
                    f"kies uit: {known}, of maak een eigen pagina in docs/",
                    f"choose from: {known}, or make a page of your own in docs/",
                ),
            )
