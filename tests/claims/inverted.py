"""Every condition of the templates, and what is said around it, as it is and turned round.

Only that much is filled, from the end of the block before it to the end of the block after: there are thousands of conditions.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from claims.said import read_json
from voorlichter.reading.plan import Part, read_kit
from voorlichter.reading.sentences import ReadSentence, read_marked_lines, read_marked_page
from voorlichter.reading.trace import TracedTemplate, trace
from voorlichter.site.fill import applies
from voorlichter.site.pieces import CompiledTemplate, cut
from voorlichter.site.plain import PlainText
from voorlichter.slots.model import Slots
from voorlichter.slots.places import place_of
from voorlichter.slots.scan import Tag, scan

_BLOCK_ENDS = re.compile(
    r"</(?:p|h\d|li|[uo]l|d[ltd]|t[dhr]|table|div|section|article|nav|aside|header|footer|main|details|summary|button|script|title|head)>"
)
_ROUTES = 4
"""A component is tried at so many of its places: they differ in what stands around it."""


COSMETIC = (
    (
        re.compile(r"\S+: \[% if publication\.noindex %\]<meta"),
        "is for search engines and says nothing to a reader; tests/browser/test_links.py holds it",
    ),
    (
        re.compile(r"\S+: \[% if module\.\w+\.next %\]<a href"),
        "leads on to the next exercise, of which tests/site/test_context.py holds the order",
    ),
    (
        re.compile(r"\S+: \[% if module\.\w+ %\]\[\[ module\.\w+\.title \]\]"),
        "names the questions as the heading does, out of sight; tests/cli/test_renamed.py holds it",
    ),
    (
        re.compile(r'\S+: \[% if a\.hours %\]<(p|li) class="[\w -]+" data-now="\[\[ a\.id \]\]" hidden></\1>'),
        "is an empty place for the script, which says nothing where there are no hours",
    ),
)
"""Conditions that say nothing by themselves, each with the reason: turned round, no sentence changes."""


def is_cosmetic(condition: Condition) -> bool:
    return any(pattern.match(str(condition)) for pattern, _ in COSMETIC)


class Condition(Protocol):
    def said(self, template: TracedTemplate, slots: Slots, turned: bool) -> Iterator[Part]:
        """What is said around it."""


def find_conditions(folder: Path) -> Iterator[Condition]:
    """Those of a text: within a tag of HTML a condition chooses a class, an address or what is hidden today. Each once, on however many pages it stands."""
    yield from find_in_templates(folder)
    yield from find_in_kit(folder)
    for name, page in read_json(folder / "template.json")["pages"].items():
        if page["when"]:
            yield FlagOfPage(name, page["when"])


# In templates


@dataclass(frozen=True, slots=True)
class Source:
    """A template with its marks: they tell what the source says, whatever is turned round afterwards."""

    text: str
    tags: list[Tag]
    ends: list[int]
    """Where a block ends and no condition or loop is open."""

    def around(self, place: int, turned: bool = False) -> str:
        tag = self.tags[place]
        start, end = self.ends[bisect_right(self.ends, tag.start) - 1], self.ends[bisect_left(self.ends, tag.end)]
        shown = f"[% if not ({tag.expression}) %]" if turned else tag.text
        return f"{self.text[start : tag.start]}{shown}{self.text[tag.end : end]}"


@cache
def read_source(path: Path) -> Source:
    text = trace(path.read_text(encoding="utf-8"))
    tags = scan(text)
    return Source(text, tags, [0, *_free_ends(text, tags), len(text)])


def _free_ends(text: str, tags: Sequence[Tag]) -> Iterator[int]:
    depth, passed = 0, 0
    for end in (match.end() for match in _BLOCK_ENDS.finditer(text)):
        while passed < len(tags) and tags[passed].start < end:
            depth += (tags[passed].kind in ("if", "for")) - (tags[passed].kind in ("endif", "endfor"))
            passed += 1
        if depth == 0:
            yield end


Route = tuple[tuple[str, int], ...]
"""From a page to a component: files, each with the place of its tag that includes the next."""


@dataclass(frozen=True, slots=True)
class InTemplate:
    folder: Path
    file: str
    place: int
    routes: tuple[Route, ...]

    def __str__(self) -> str:
        source = read_source(self.folder / self.file)
        text = re.sub("\ufdd0[^\ufdd1]*\ufdd1", "", source.text[source.tags[self.place].start :][:400])
        return f"{self.file}: {' '.join(text.split())[:200]}"

    def said(self, template: TracedTemplate, slots: Slots, turned: bool) -> Iterator[Part]:
        for page, part in _parts(self, turned):
            if _is_there(template, page, slots):
                title, sentences = read_marked_page(part.fill_file(page, slots).decode(), slots)
                yield Part(template.facts.language, page, None, tuple(title), tuple(sentences))


@lru_cache(maxsize=2)
def _parts(condition: InTemplate, turned: bool) -> list[tuple[str, TracedTemplate]]:
    """Each page that a condition is looked at on, and of the templates what stands around the condition."""
    folder = condition.folder
    around = read_source(folder / condition.file).around(condition.place, turned)
    parts = [
        {file: read_source(folder / file).around(place) for file, place in route} | {condition.file: around}
        for route in condition.routes
    ]
    return [(next(iter(part)), _PartOfTemplate(folder, part)) for part in parts]


class _PartOfTemplate(TracedTemplate):
    """Of some files only a part."""

    def __init__(self, folder: Path, texts: Mapping[str, str]) -> None:
        super().__init__(folder)
        self._texts = texts
        self._forms: dict[tuple[str, tuple[str, ...]], CompiledTemplate] = {}

    def _cut(self, name: str, scope: tuple[str, ...] = ()) -> CompiledTemplate:
        key = (name, scope)
        if key not in self._forms:
            self._forms[key] = (
                cut(self._texts[name], self.register, scope) if name in self._texts else super()._cut(name, scope)
            )
        return self._forms[key]


def find_in_templates(folder: Path) -> Iterator[InTemplate]:
    seen = set()
    for path in sorted(
        path
        for pattern in ("pages/*.html", "components/*.html", "package/pages/*.html")
        for path in folder.glob(pattern)
    ):
        file, source = path.relative_to(folder).as_posix(), read_source(path)
        routes = tuple(_routes(folder, file))
        for place, tag in enumerate(source.tags):
            if tag.kind == "if" and place_of(source.text, tag.start) == "text" and routes:
                key = (file if routes[0] else "", source.around(place, turned=True))
                if key not in seen:
                    seen.add(key)
                    yield InTemplate(folder, file, place, routes)


def _routes(folder: Path, file: str) -> list[Route]:
    """Some ways to show a file: the shortest, those that differ."""
    if not file.startswith("components/"):
        return [()]
    routes: dict[str, Route] = {}
    for outer, place in _places(folder).get(file.removeprefix("components/"), ()):
        for route in _routes(folder, outer):
            routes.setdefault(read_source(folder / outer).around(place), (*route, (outer, place)))
    return sorted(routes.values(), key=len)[:_ROUTES]


@cache
def _places(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Of each component where it is included."""
    places: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(
        path
        for pattern in ("pages/*.html", "components/*.html", "package/pages/*.html")
        for path in folder.glob(pattern)
    ):
        for place, tag in enumerate(read_source(path).tags):
            if tag.kind == "include":
                places.setdefault(tag.expression, []).append((path.relative_to(folder).as_posix(), place))
    return places


def _is_there(template: TracedTemplate, page: str, slots: Slots) -> bool:
    if page.startswith("package/"):
        return any(module.id == Path(page).stem for module in slots.training.modules)
    when = template.description["pages"][Path(page).name]["when"]
    return when is None or applies(slots, when)


@dataclass(frozen=True, slots=True)
class FlagOfPage:
    """The flag under which a page is there."""

    page: str
    flag: str

    def said(self, template: TracedTemplate, slots: Slots, turned: bool) -> Iterator[Part]:
        """That the page is there is a claim by itself."""
        if applies(slots, self.flag) is not turned:
            yield Part(
                template.facts.language, self.page, None, (ReadSentence(self.page, claims=(f"page {self.page}",)),), ()
            )


# In the kit


@dataclass(frozen=True, slots=True)
class FlagOfKit:
    """A flag under which an item of the kit, a part or a point is there: turned round, it is there for everybody."""

    item: str
    number: int
    flag: str

    def said(self, template: TracedTemplate, slots: Slots, turned: bool) -> Iterator[Part]:
        item = copy.deepcopy(read_json(template.folder / "kit.json")[self.item])
        if turned:
            list(_flagged(item))[self.number]["when"] = None
        yield from read_kit(template.facts.language, template, slots, {self.item: item})


def _flagged(value: Any) -> Iterator[dict[str, Any]]:
    """Everything that is there under a flag, in order."""
    if isinstance(value, dict) and value.get("when"):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _flagged(inner)


@dataclass(frozen=True, slots=True)
class InKit:
    """In a text of an item, which is there under flags."""

    item: str
    text: str
    number: int
    flags: tuple[str, ...]

    def __str__(self) -> str:
        return f"kit, {self.item}, condition {self.number + 1} of: {self.text}"

    def said(self, template: TracedTemplate, slots: Slots, turned: bool) -> Iterator[Part]:
        if all(applies(slots, flag) for flag in self.flags):
            line = PlainText(template, slots, self._turn if turned else trace)(self.text)
            yield Part(template.facts.language, f"kit/{self.item}", None, (), tuple(read_marked_lines([line], slots)))

    def _turn(self, text: str) -> str:
        marked = trace(text)
        if text.count("[% if") <= self.number:  # a component's text
            return marked
        tag = [tag for tag in scan(marked) if tag.kind == "if"][self.number]
        return f"{marked[: tag.start]}[% if not ({tag.expression}) %]{marked[tag.end :]}"


def find_in_kit(folder: Path) -> Iterator[Condition]:
    for name, item in read_json(folder / "kit.json").items():
        yield from (FlagOfKit(name, number, held["when"]) for number, held in enumerate(_flagged(item)))
        for text, flags in _texts(item, ()):
            yield from (InKit(name, text, number, flags) for number in range(text.count("[% if")))


def _texts(value: Any, flags: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every text with the flags around it."""
    if isinstance(value, str):
        yield value, flags
    elif isinstance(value, dict):
        own = (*flags, value["when"]) if value.get("when") else flags
        for key, inner in value.items():
            if key not in ("when", "id"):
                yield from _texts(inner, own)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, flags)
