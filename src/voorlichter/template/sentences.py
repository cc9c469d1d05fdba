"""The sentences a page says, each with its place: slots as a sample word, conditions as true, then once more with each `else`.

A condition within another has its turn with either branch of that one.

Whatever is no running text is left out: headings, tables, the titles of cards and folded parts, addresses, HTML.
Everything that is left out is blanked, so that every sentence keeps its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from voorlichter.markdown.address import MARK, QUOTED
from voorlichter.markdown.pictogram import PICTOGRAM
from voorlichter.slots.scan import Tag, scan

_SAMPLE = "Noor"
_NO_PROSE = re.compile(
    r"^[ ]*(?:#{1,6} |\||[!?]{3}|:::).*$"  # headings, tables, titles of admonitions and folded parts, quizzes
    r"|^[ ]*(?:[-*] )?\*\*[^*\n]*\*\*[ ]*$|^[ ]{0,3}\[[^\]\n]+\]:.*$"  # titles of cards, addresses of links
    r"|<!--[\s\S]*?-->|<[^<>]*>|(?<=\])\([^)\n]*\)|\{[#.:][^}\n]*\}|https?://\S+",
    re.M,
)
_SIGNS = re.compile(r"[*_`\[\]<>#]")
_ITEM = re.compile(r"[ ]*(?:[-*+]|\d+\.)[ ]+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”’)]*(?=\s|$)|$)", re.S)
WORD = re.compile(r"\d[\w.,:–-]*|[^\W\d_](?:[\w'’]|-(?=\w))*")


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """`offset` is its place in the text it was found in."""

    offset: int
    words: tuple[str, ...]


@lru_cache(maxsize=4096)  # more than all texts of the program: asked in the same order, a smaller one would keep none
def find_sentences(text: str) -> tuple[PlacedSentence, ...]:
    """In the order of the text, those of an `else` too."""
    tags = scan(text)
    choices = list(_choices(tags))
    deepest = max((choice.depth for choice in choices), default=-1) + 1
    versions = [
        _plain(text, tags, [choice.otherwise if taken[choice.depth] else choice.first for choice in choices])
        for taken in product((True, False), repeat=deepest)
    ]
    sentences = {(sentence.offset, sentence.words): sentence for version in versions for sentence in _split(version)}
    return tuple(sorted(sentences.values(), key=lambda sentence: sentence.offset))


def _plain(text: str, tags: Sequence[Tag], skipped: Iterable[tuple[int, int]]) -> str:
    """The text as it is read, as long as it was; without what stands from and to these places."""
    letters = list(text)

    def put(start: int, end: int, shown: str = "") -> None:
        for at, letter in enumerate(shown[: end - start].ljust(end - start), start):
            if letters[at] != "\n":
                letters[at] = letter

    for start, end in skipped:
        put(start, end)
    for tag in tags:
        if letters[tag.start] == "[":
            put(tag.start, tag.end, _SAMPLE if tag.kind == "value" else "")
    plain = MARK.sub(lambda match: match[1].ljust(len(match[0])), "".join(letters))
    plain = QUOTED.sub(lambda match: f" “{match[1]}” ", plain)
    for pattern in (PICTOGRAM, _NO_PROSE, _SIGNS):
        plain = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), plain)
    return plain


@dataclass(frozen=True, slots=True)
class _Choice:
    """A condition with an `else`: from and to where its branches stand, and within how many others of its kind."""

    depth: int
    first: tuple[int, int]
    otherwise: tuple[int, int]


def _choices(tags: Sequence[Tag]) -> Iterator[_Choice]:
    opened: list[tuple[Tag, Tag | None]] = []
    found: list[tuple[Tag, Tag, Tag]] = []
    for tag in tags:
        if tag.kind == "if":
            opened.append((tag, None))
        elif tag.kind == "else" and opened:
            opened[-1] = (opened[-1][0], tag)
        elif tag.kind == "endif" and opened:
            start, otherwise = opened.pop()
            if otherwise is not None:
                found.append((start, otherwise, tag))
    for start, otherwise, end in found:
        depth = sum(around.start < start.start < last.start for around, _, last in found)
        yield _Choice(depth, (start.end, otherwise.start), (otherwise.end, end.start))


def _split(plain: str) -> Iterator[PlacedSentence]:
    """A paragraph, and each item of a list, begins a sentence of its own."""
    for start, block in _blocks(plain):
        for match in _SENTENCE.finditer(block):
            words = tuple(WORD.findall(match[0]))
            if words:
                yield PlacedSentence(start + match.start(), words)


def _blocks(plain: str) -> Iterator[tuple[int, str]]:
    start, lines, offset = 0, "", 0
    for line in plain.splitlines(keepends=True):
        item = _ITEM.match(line)
        if item or not line.strip():
            yield start, lines
            skip = item.end() if item else len(line)
            start, lines = offset + skip, line[skip:]
        else:
            lines += line
        offset += len(line)
    yield start, lines
