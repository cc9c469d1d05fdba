"""Every fixed passage a reader can meet, in both languages side by side: what somebody competent reviews, piece by piece.

A passage is a section of a page, an entry of a data file, a part of the kit or a question of the training. Its name says where
it stands and its number follows from that name alone; its hash follows from its text alone, so a changed letter changes one hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from voorlichter.languages import TOGETHER, Code
from voorlichter.problems import Language, Say
from voorlichter.slots.scan import TAG, Tag, scan
from voorlichter.template.data import Data, HelpData, LawData
from voorlichter.template.messages import Message
from voorlichter.template.page import Page, sections_in
from voorlichter.template.reviews import Reviewed
from voorlichter.template.signpost import End, SignpostStep
from voorlichter.template.sources import Sources
from voorlichter.text import InLanguages

_FORMS = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")
_QUOTED = re.compile(r'\{"(.*?)"\}')
_SILENT = (
    "id",
    "checked",
    "source",
    "told",
    "when",
    "state",
    "misconception",
    "group",
    "type",
    "urgent",
    "inside",
    "scope",
    "dial",
    "start",
    "direction",
)
"""Keys of a data file that nobody reads, or that stand in a column of their own."""
_TELLING = {"correct": ("goed", "right"), "bin": ("groep", "group"), "when": ("als", "if")}
"""Keys that decide what a text beside them means."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`where`: its file and heading, entry or question. `law`: what it rests on, for each claim about the law or a help line."""

    where: str
    texts: Mapping[Code, str]
    law: tuple[LawData | HelpData, ...] = ()

    @property
    def number(self) -> str:
        """The same for ever where the passage stays in its place; without letters that look alike."""
        digits = (
            base64.b32encode(hashlib.sha256(self.where.encode()).digest())
            .decode()
            .translate(str.maketrans("ILOQ", "1890"))
        )
        return f"{digits[:3]}-{digits[3:6]}"

    @property
    def hash(self) -> str:
        """Of the words themselves: neither the marks that tests read nor the layout of slots and lines play a part."""
        plain = "\n\n".join(_bare(self.texts[language]) for language in TOGETHER)
        facts = [
            f"{entry.source} {entry.state.nl if isinstance(entry, LawData) and entry.state else ''}"
            for entry in self.law
            if self.where.endswith(f"#{entry.id}")
        ]
        return hashlib.sha256("\n".join([plain, *facts]).encode()).hexdigest()[:12]


def plan_passages(sources: Sources) -> list[Passage]:
    """In the order of their files: pages, training, kit, data."""
    told = _told(sources.data)
    return [Passage(where, texts, law or tuple(told.get(where, ()))) for where, texts, law in _all(sources)]


def read_reviewed(sources: Sources) -> Reviewed:
    """Where nobody reviewed anything, no passage needs to be read for it."""
    return Reviewed(
        sources.reviews, {passage.where: passage.hash for passage in plan_passages(sources)} if sources.reviews else {}
    )


def count_lapsed(sources: Sources) -> int:
    """How many passages changed after somebody had found them right."""
    return len(read_reviewed(sources).lapsed)


def _told(data: Data) -> dict[str, list[LawData]]:
    laws: dict[str, list[LawData]] = {}
    for law in data.law:
        for where in law.told:
            laws.setdefault(where, []).append(law)
    return laws


_Found = tuple[str, Mapping[Code, str], tuple[LawData | HelpData, ...]]


def _all(sources: Sources) -> Iterator[_Found]:
    first, other = TOGETHER
    for name, page in sources.pages[first].items():
        if name in sources.pages[other] and name not in sources.made[first]:
            yield from _of_page(name, {first: page, other: sources.pages[other][name]})
    for name, module in sources.modules.items():
        yield f"quizzes/{name}.yml", _both(module, ("title", "about")), ()
        for question in module.questions:
            yield f"quizzes/{name}.yml#{question.id}", _both(question), ()
    for name, item in sources.kit.items():
        yield f"kit/{name}.yml", _both(item, ("called", "title", "about")), ()
        for part in item.parts:
            yield f"kit/{name}.yml#{part.id}", _both(part), ()
    data = sources.data
    for line in data.help:
        yield f"help.yml#{line.id}", _both(line), (line,)
    for law in data.law:
        yield f"law.yml#{law.id}", _both(law), (law,)
    for topic in data.topics:
        yield f"topics.yml#{topic.id}", _both(topic), ()
    for key, door in data.doors.items():
        yield f"doors.yml#{key}", _both(door), ()
    if sources.signpost:
        pieces: list[SignpostStep | End] = [*sources.signpost.steps, *sources.signpost.ends]
        for piece in pieces:
            yield f"signpost.yml#{piece.id}", _both(piece), ()
    for code, message in data.messages.items():
        if code != first and first in data.messages:
            yield f"messages.yml#{code}", {first: _sentences(data.messages[first]), other: _sentences(message)}, ()
    for key, text in data.strings.items():
        yield f"strings.yml#{key}", _both(text), ()


def _of_page(name: str, pages: Mapping[Code, Page]) -> Iterator[_Found]:
    sections = {language: _sections(page) for language, page in pages.items()}
    for anchor in sections[TOGETHER[0]]:
        where = f"{name}#{anchor}" if anchor else name
        yield where, {language: sections[language].get(anchor, "") for language in TOGETHER}, ()


def _sections(page: Page) -> dict[str, str]:
    """By the anchors of its headings; first what stands above them, with what the browser and the search say of the page."""
    head = "\n".join(str(page.meta[key]) for key in ("title", "tab", "description") if key in page.meta)
    texts = {anchor: page.body[start:end].strip() for anchor, (start, end) in sections_in(page.body).items()}
    return texts | {"": f"{head}\n\n{texts['']}"}


def _both(value: BaseModel, only: tuple[str, ...] | None = None) -> dict[Code, str]:
    return {language: "\n".join(_lines(value, language, only)) for language in TOGETHER}


def _lines(value: Any, language: Code, only: tuple[str, ...] | None = None) -> Iterator[str]:
    """The texts of a model in one language, each on a line, and in front of one what decides its meaning."""
    if isinstance(value, BaseModel):
        if isinstance(value, InLanguages):
            yield getattr(value, language)
            return
        fields = type(value).model_fields
        signs = [
            f"{words[TOGETHER.index(language)]}: {given}" if given is not True else words[TOGETHER.index(language)]
            for key, words in _TELLING.items()
            if (given := getattr(value, key, None)) not in (None, False)
        ]
        lines = [
            line
            for key in fields
            if (only is None or key in only) and key not in (*_SILENT, *_TELLING)
            for line in _lines(getattr(value, key), language)
        ]
        yield from [f"({', '.join(signs)}) {lines[0]}", *lines[1:]] if signs and lines and only is None else lines
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _lines(item, language)
    elif isinstance(value, (str, date)) and not isinstance(value, bool):
        yield str(value)


def _sentences(message: Message) -> str:
    return "\n".join(str(getattr(message, key)) for key in Message.model_fields if key != "direction")


def _bare(text: str) -> str:
    """What the hash is of."""

    def tag(piece: Tag) -> str:
        return (
            "" if piece.kind == "comment" else f"[{piece.kind} {piece.variable} {' '.join(piece.expression.split())}]"
        )

    return " ".join(_replaced(text, tag).split())


_TAGS = {
    "if": Say("als", "if"),
    "for": Say("voor elke", "for each"),
    "else": Say("anders", "otherwise"),
    "endif": Say("tot hier", "end"),
    "endfor": Say("tot hier", "end"),
}


def read_aloud(text: str, language: Language) -> str:
    """A text as somebody who knows no notation reads it: values and conditions in words, Dutch with *je*."""
    words = {key: say.to(language) for key, say in _TAGS.items()}

    def tag(piece: Tag) -> str:
        said = {
            "comment": "",
            "value": f"‹{piece.expression}›",
            "include": f"‹{piece.expression.removesuffix('.html')}›",
            "if": f"‹{words['if']} {piece.expression}:›",
            "for": f"‹{words['for']} {piece.expression}:›",
        }
        return said.get(piece.kind, f"‹{words.get(piece.kind, '')}›")

    text = _QUOTED.sub(r"\1", _FORMS.sub(r"\1", _replaced(text, tag)))
    text = re.sub(r"\]\(\s*‹?[^()\s]*›?\s*\)", "]", re.sub(r"\s*\{[#.:][^{}\n]*\}", "", text))
    text = re.sub(r"</?[a-z][^<>]*>", "", re.sub(r"\[([^\[\]\n]*)\]", r"\1", text))
    text = re.sub(r"^(?:#+ |(?:\?{3}\+?|!{3}) \w+ ?)|\*\*", "", text, flags=re.M)
    text = re.sub(r"[ \t]+$", "", text, flags=re.M)
    return re.sub(
        r"\n{3,}", "\n\n", re.sub(r"(?:(?<=›)\n+(?=\n)|(?<=\n)\n+(?=[ \t]*‹[^‹›]*›$))", "", text, flags=re.M)
    ).strip()


def _replaced(text: str, change: Any) -> str:
    tags = iter(scan(text))
    return TAG.sub(lambda _: change(next(tags)), text)
