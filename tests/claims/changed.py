"""A template with one fault in it: a condition turned round, or a false sentence planted."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.said import read_json
from voorlichter.reading.trace import TracedTemplate, trace
from voorlichter.site.pieces import Form, cut
from voorlichter.slots.scan import TAG, Tag, scan

_ANY_TAG = re.compile(r"\[\[.*?\]\]|\[%.*?%\]|\[#.*?#\]", re.S)
_INCLUDE = re.compile(r'\[% include "([\w.-]+)" %\]')


@dataclass(frozen=True, slots=True)
class Condition:
    """`number`: its place among the conditions of its file; of a data file, among its `when`s."""

    file: str
    number: int
    expression: str

    def __str__(self) -> str:
        return f"{self.file}, condition {self.number}: {self.expression}"


def find_conditions(folder: Path) -> Iterator[Condition]:
    """Every condition of a template that has text of its own; what stands within a tag of HTML is about looks."""
    for path in sorted([*folder.glob("pages/*.html"), *folder.glob("components/*.html"), *folder.glob("package/pages/*.html")]):
        text = path.read_text(encoding="utf-8")
        tags = scan(text)
        for number, place in enumerate(place for place, tag in enumerate(tags) if tag.kind == "if"):
            if _has_text(text, tags, place):
                yield Condition(path.relative_to(folder).as_posix(), number, tags[place].expression)
    for number, flag in enumerate(_whens(read_json(folder / "kit.json"))):
        yield Condition("kit.json", number, flag)
    for number, page in enumerate(read_json(folder / "template.json")["pages"].values()):
        if page["when"]:
            yield Condition("template.json", number, page["when"])


def _has_text(text: str, tags: list[Tag], opening: int) -> bool:
    before = _ANY_TAG.sub("", text[max(0, tags[opening].start - 2000):tags[opening].start])
    if before.rfind("<") > before.rfind(">"):
        return False
    depth = 0
    for tag in tags[opening + 1:]:
        depth += (tag.kind in ("if", "for")) - (tag.kind in ("endif", "endfor"))
        if depth < 0:
            said = re.sub(r"<svg.*?</svg>|<[^>]*>", "", _ANY_TAG.sub("", text[tags[opening].end:tag.start]), flags=re.S)
            return bool(said.strip())
    return False


def _whens(value: Any) -> Iterator[str]:
    for holder in _holders(value):
        yield holder["when"]


def _holders(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing that is there under a flag, in order."""
    if isinstance(value, dict):
        if value.get("when"):
            yield value
        for inner in value.values():
            yield from _holders(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _holders(inner)


class InvertedTemplate(TracedTemplate):
    """With one condition turned round after the marks were set: they tell what the source says."""

    def __init__(self, folder: Path, condition: Condition) -> None:
        super().__init__(folder)
        self.condition = condition
        if condition.file == "template.json":
            list(self.description["pages"].values())[condition.number]["when"] = None

    def _cut(self, name: str, scope: tuple[str, ...] = ()) -> Form:
        text = trace((self.folder / name).read_text(encoding="utf-8"))
        if name == self.condition.file:
            tag = [tag for tag in scan(text) if tag.kind == "if"][self.condition.number]
            text = f"{text[:tag.start]}[% if not ({tag.expression}) %]{text[tag.end:]}"
        return cut(text, scope)

    @property
    def items(self) -> Mapping[str, Any]:
        """The kit's: what stands under the flag is there for everybody."""
        items = copy.deepcopy(read_json(self.folder / "kit.json"))
        if self.condition.file == "kit.json":
            list(_holders(items))[self.condition.number]["when"] = None
        return dict(items)

    def parts(self) -> list[str]:
        """The pages to read again: the page itself, or some that include the component."""
        if self.condition.file.startswith("components/"):
            return list(_including(self.folder, self.condition.file.removeprefix("components/")))
        if self.condition.file == "template.json":
            return [list(self.description["pages"])[self.condition.number]]
        return [self.condition.file.removeprefix("pages/")]


def _including(folder: Path, component: str) -> Iterator[str]:
    """Pages that show a component, directly or by another: those for which the fewest other pages would do as well."""
    wanted = {component}
    while True:
        more = {path.name for path in folder.glob("components/*.html") if wanted & set(_INCLUDE.findall(path.read_text(encoding="utf-8")))} - wanted
        if not more:
            break
        wanted |= more
    pages = [path.name for path in sorted(folder.glob("pages/*.html")) if wanted & set(_INCLUDE.findall(path.read_text(encoding="utf-8")))]
    yield from sorted(pages, key=lambda name: (name != "index.html", name))[:3]


class PlantedTemplate(TracedTemplate):
    """With a paragraph planted at some place in the running text of a file; `chance` decides where."""

    def __init__(self, folder: Path, file: str, paragraph: str, chance: random.Random) -> None:
        super().__init__(folder)
        self.file = file
        self.paragraph = paragraph
        self.chance = chance

    def _cut(self, name: str, scope: tuple[str, ...] = ()) -> Form:
        text = (self.folder / name).read_text(encoding="utf-8")
        return cut(trace(self._plant(text) if name == self.file else text), scope)

    def _plant(self, text: str) -> str:
        body = text.index("<main") if "<main" in text else 0
        ends = [match.end() for match in re.finditer("</p>", text[body:])]
        place = body + self.chance.choice([end for end in ends if not _open_conditions(text[:body + end])])
        return f"{text[:place]}<p>{self.paragraph}</p>{text[place:]}"

    @property
    def items(self) -> Mapping[str, Any]:
        """The kit's, with the paragraph in one of them."""
        items = copy.deepcopy(read_json(self.folder / "kit.json"))
        if self.file == "kit.json":
            parts = [part for item in items.values() for part in item["parts"] if part["text"] and not part["when"] and not item["when"]]
            self.chance.choice(parts)["text"].append(self.paragraph)
        return dict(items)

    @property
    def index(self) -> Mapping[str, Any]:
        """The search index, with the paragraph in one section."""
        index = copy.deepcopy(read_json(self.folder / "search.json"))
        sections = [section for page in index["pages"] if not page["when"] for section in page["sections"] if not section["when"]]
        self.chance.choice(sections)["text"] += f" {self.paragraph}"
        return dict(index)


def _open_conditions(text: str) -> int:
    """How many conditions and loops are open at the end of a text."""
    tags = [match.group() for match in TAG.finditer(text)]
    return sum(tag.startswith(("[% if ", "[% for ")) for tag in tags) - sum(tag.startswith(("[% endif", "[% endfor")) for tag in tags)
