"""What a reader sees of a page: its sentences, its links and its pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from voorlichter.html_tags import VOID, WITHIN_LINE

_UNSEEN = frozenset({"script", "style", "svg", "template"})
SENTENCE_ENDS = re.compile(
    r"(?<=[.!?؟])(?<!\b[mdi]r\.)(?<!\bdrs\.)(?<!\bing\.)(?<!\bprof\.)(?<!\bart\.)(?<!\btst\.)(?<!\bext\.)(?<!\b[A-Z]\.) (?=[^a-z])"
)
"""Not after a title, an initial or the word for an article of law."""
_SPOKEN = ("alt", "aria-label", "placeholder", "title")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """`title` as the browser's tab has it, without the organisation; `links` and `pictures` as the page names them."""

    title: str
    sentences: tuple[str, ...]
    links: tuple[str, ...]
    pictures: tuple[str, ...]


def read_page(html: str) -> BuiltPage:
    reader = LineReader()
    reader.read(html)
    sentences = (sentence for line in reader.lines for sentence in split_sentences(line))
    return BuiltPage(reader.title.split(" · ")[0], tuple(sentences), tuple(reader.links), tuple(reader.pictures))


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph, as a reader sees them: without invisible signs."""
    return [sentence for sentence in SENTENCE_ENDS.split(" ".join(text.replace("\u2060", "").split())) if sentence]


class LineReader(HTMLParser):
    """What stands in one line is one text, whatever is marked in it; what only decorates is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.lines: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self._line: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Every open element, and whether it and all in it is unseen."""
        self._after_link = False
        """Two links side by side are two lines."""

    def read(self, html: str) -> None:
        """The whole of a page."""
        self.feed(html)
        self.close()
        self.end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        unseen = self._unseen or tag in _UNSEEN or given.get("aria-hidden") == "true"
        if not unseen:
            if tag not in WITHIN_LINE or (tag == "a" and self._after_link):
                self.end_line()
            self._note(tag, given)
        if tag not in VOID:
            self._open.append((tag, unseen))

    def _note(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag == "img" and given.get("src"):
            self.pictures.append(given["src"] or "")
        if tag == "meta" and given.get("name") == "description":
            self.add_line(given.get("content") or "")
        for name in _SPOKEN:
            if given.get(name):
                self.add_line(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        if not self._unseen:
            if tag not in WITHIN_LINE:
                self.end_line()
            self._after_link = tag == "a"
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                break

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._open and self._open[-1][0] == "title":
            self.title += data.strip()
        else:
            self._line.append(data)
            self._after_link = False

    @property
    def _unseen(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def end_line(self) -> None:
        self.add_line("".join(self._line))
        self._line.clear()

    def add_line(self, text: str) -> None:
        """What stands in one line, or what an attribute says."""
        self.lines.append(text)
