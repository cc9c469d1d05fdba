"""Where each text stands on a site that is there: on which page, after which anchor, in which line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from voorlichter.artefacts.changes.page import LineReader
from voorlichter.artefacts.site.plan import Additions, plan_site
from voorlichter.languages import Code, languages_of, shipped
from voorlichter.organisation import Organisations
from voorlichter.problems import InputError
from voorlichter.profile.read import read_profile
from voorlichter.scratch import Scratch
from voorlichter.stage_one import StageOne
from voorlichter.translate.xliff import LOCKED
from voorlichter.translated import Segment, segments_of
from voorlichter.workspace import Workspace
from voorlichter.yaml_edit import NotEditable, set_value
from voorlichter.yaml_source import value_at

_INVISIBLE = re.compile("[\u200e\u200f\u2060\u2066-\u2069]")

_TELLING = 3
"""A part of a text that has no more letters than this is found anywhere."""


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """`line` is what a visitor reads there; empty where the page has the text for its script."""

    page: str
    anchor: str = ""
    line: str = ""

    @property
    def said(self) -> str:
        """Its address, and the line of which a text may be a part."""
        address = f"{self.page}#{self.anchor}" if self.anchor else self.page
        return f"{address}: {self.line}" if self.line else address


@dataclass(frozen=True, slots=True)
class ShownSite:
    """The files of an organisation's site, and where the texts stand on it."""

    files: Mapping[str, bytes]
    places: Mapping[str, PlaceSeen]
    """By the id of a text."""
    code: Code
    """The language it is in."""


def show_site(workspace: Workspace, code: Code, texts: Sequence[Segment], today: date) -> ShownSite | None:
    """Of the first organisation that has the language and can be built: none can as long as a text lacks, and then one in another language of as many pages."""
    return _show(workspace, code, texts, today) or _show_in_another(workspace, code, today)


def _show_in_another(workspace: Workspace, code: Code, today: date) -> ShownSite | None:
    """As this version has it, without what the workspace is about to add. What is a link stays one, and is refused like anywhere else."""
    level = languages_of(workspace)[code].level
    like = [other for other, row in shipped().items() if row.level == level and other != code]
    for slug in workspace.slugs() if workspace.profiles.is_dir() and like else []:
        with Scratch("translate") as root:
            shutil.copytree(workspace.profiles / slug, root / "profiles" / slug, symlinks=True)
            if workspace.advisors.is_dir():
                shutil.copytree(workspace.advisors, root / "advisors", symlinks=True)
            profile = root / "profiles" / slug / "profile.yml"
            try:
                text = profile.read_text(encoding="utf-8")
                profile.write_text(set_value(text, ("organisation", "languages"), ["nl", like[0]]), encoding="utf-8")
            except (OSError, UnicodeDecodeError, NotEditable):
                continue
            beside = Workspace.at(root)
            if shown := _show(beside, like[0], segments_of(beside, like[0]), today):
                return shown
    return None


def _show(workspace: Workspace, code: Code, texts: Sequence[Segment], today: date) -> ShownSite | None:
    organisations = Organisations(workspace, StageOne(workspace), today)
    for slug in workspace.slugs() if workspace.profiles.is_dir() else []:
        named = value_at(read_profile(workspace, slug).data, ("organisation", "languages"))
        if not isinstance(named, list) or code not in named:
            continue
        try:
            files = plan_site(organisations.read(slug), Additions()).files
        except InputError:
            continue
        pages = {name: data.decode() for name, data in files.items() if re.fullmatch(rf"{code}/[^/]*\.html", name)}
        return ShownSite(files, find_places(texts, pages), code)
    return None


def find_places(texts: Sequence[Segment], pages: Mapping[str, str]) -> dict[str, PlaceSeen]:
    """The first place of each text: a line of its own before one that only holds it. The page for a wrong address comes last."""
    ordered = sorted(pages, key=lambda name: (name.endswith("/404.html"), not name.endswith("/index.html"), name))
    lines = [PlaceSeen(name, anchor, line) for name in ordered for anchor, line in _AnchoredLines().places(pages[name])]
    found = {}
    for text in texts:
        if text.of_kit:
            found[text.id] = PlaceSeen(f"{str(text.path[0]).removeprefix('kit/')}*.pdf")
            continue
        for said in filter(None, (text.target, text.english)):  # of a stale sentence of safety the page has the English
            if place := _first(said, lines) or _for_script(said, ordered, pages):
                found[text.id] = place
                break
    return found


def _first(said: str, lines: list[PlaceSeen]) -> PlaceSeen | None:
    """What the program fills in may be anything; of what stands there in some cases only, the longest part is looked for."""
    parts = [_plain(part) for part in LOCKED.split(said)]
    longest = max((part.strip() for part in parts), key=len)
    if not longest:
        return None
    word = re.compile(rf"(?<!\w){re.escape(longest)}(?!\w)")
    ways: tuple[Callable[[str], object], ...] = (
        lambda line: line.startswith(parts[0]) and line.endswith(parts[-1]) and _in_order(parts, line),
        lambda line: word.search(line) and _in_order(parts, line),
        lambda line: len(longest) > _TELLING and word.search(line),
    )
    return next((place for holds in ways for place in lines if holds(place.line)), None)


def _in_order(parts: list[str], line: str) -> bool:
    at = 0
    for part in parts:
        at = line.find(part.strip(), at)
        if at < 0:
            return False
        at += len(part.strip())
    return True


def _for_script(said: str, names: list[str], pages: Mapping[str, str]) -> PlaceSeen | None:
    longest = max(LOCKED.split(said), key=len).strip()
    return next((PlaceSeen(name) for name in names if len(longest) > _TELLING and longest in pages[name]), None)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", text))


class _AnchoredLines(LineReader):
    """Its lines, each with the anchor it stands after."""

    def __init__(self) -> None:
        super().__init__()
        self._anchor = ""
        self._anchors: list[str] = []

    def places(self, html: str) -> Iterator[tuple[str, str]]:
        self.read(html)
        yield from (
            (anchor, _plain(line).strip())
            for anchor, line in zip(self._anchors, self.lines, strict=True)
            if line.strip()
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if not self._unseen:
            self._anchor = dict(attrs).get("id") or self._anchor

    def add_line(self, text: str) -> None:
        super().add_line(text)
        self._anchors.append(self._anchor)
