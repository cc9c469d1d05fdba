"""Fill a template with one organisation's values: escaped by their type, and fast. A template can read names of the slots, and nothing else."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from markupsafe import escape

from voorlichter.json_read import read_json
from voorlichter.picture_file import OF_QUESTIONS
from voorlichter.site.facts import Facts, facts_from
from voorlichter.site.pieces import Answers, CompiledTemplate, Level, Reader, Register, cut, join
from voorlichter.site.search import SEARCH_INDEX, cut_index, render_search
from voorlichter.slots.model import Slots
from voorlichter.slots.types import Json


@lru_cache(maxsize=4096, typed=True)
def _escaped(text: str) -> bytes:
    """Kept by type as well: what was cleaned as HTML is not escaped, the same text as text is."""
    return escape(text).encode()


class _Conditions(dict[int, bool]):
    """What names come to as conditions, for the site or one thing of a loop, each when it is first asked for."""

    __slots__ = ("_readers", "_thing")

    def __init__(self, readers: Sequence[Reader], thing: Any) -> None:
        super().__init__()
        self._readers = readers
        self._thing = thing

    def __missing__(self, number: int) -> bool:
        try:
            answer = bool(self._readers[number](self._thing))
        except AttributeError:  # an optional part on the way is missing
            answer = False
        self[number] = answer
        return answer


class _Shown(dict[int, bytes | None]):
    """The same as text in a page; None where there is no text, and joining that is an error."""

    __slots__ = ("_readers", "_thing")

    def __init__(self, readers: Sequence[Reader], thing: Any) -> None:
        super().__init__()
        self._readers = readers
        self._thing = thing

    def __missing__(self, number: int) -> bytes | None:
        try:
            value = self._readers[number](self._thing)
        except AttributeError:
            value = None
        answer = self[number] = _escaped(value) if isinstance(value, str) else None
        return answer


Levels = dict[int, Level]
"""Of things that loops go over, each by which object it is: it holds the thing itself, so that no other is taken for it. Of one register."""


def _level(readers: Sequence[Reader], thing: Any, place: int) -> Level:
    return thing, _Conditions(readers, thing), _Shown(readers, thing), place


class _Loops(dict[int, list[Level]]):
    """What loops go over, each worked out once: by number those that stand in no other."""

    __slots__ = ("_gone_over", "_known", "_readers", "_slots")

    def __init__(self, readers: Sequence[Reader], slots: Slots, known: Levels) -> None:
        super().__init__()
        self._readers = readers
        self._slots = slots
        self._known = known
        self._gone_over: dict[tuple[int, int], list[Level]] = {}

    def __missing__(self, number: int) -> list[Level]:
        levels = self[number] = self._levels(number, self._slots)
        return levels

    def each(self, number: int, thing: Any) -> list[Level]:
        """Gone over on many pages, and the same on all of them."""
        levels = self._gone_over.get((number, id(thing)))
        if levels is None:
            levels = self._gone_over[number, id(thing)] = self._levels(number, thing)
        return levels

    def _levels(self, number: int, thing: Any) -> list[Level]:
        return [self._at(index, part) for index, part in enumerate(self._readers[number](thing))]

    def _at(self, index: int, part: Any) -> Level:
        """What holds of a thing holds of it at any place."""
        level = self._known.get(id(part))
        if level is None:
            level = self._known[id(part)] = _level(self._readers, part, index)
        return level if level[3] == index else (*level[:3], index)


class _Answers(dict[int, bytes]):
    """What the register comes to for one site in one language; what stands outside loops is worked out once."""

    def __init__(self, template: Template, slots: Slots, known: Levels) -> None:
        super().__init__()
        self._template = template
        self.site = _level(template.register.readers, slots, 0)
        self.over = _Loops(template.register.readers, slots, known)
        self.each = self.over.each

    def __missing__(self, number: int) -> bytes:
        answer = self[number] = self.text(number)
        return answer

    def text(self, number: int, *around: Level) -> bytes:
        return join(self._template.component(number), self, *around)


class Template:
    """One variant's template, loaded: what is shared by all sites is read and cut into pieces once.

    `earlier` is the one it takes the place of: a text that stood there too is cut already. `beside` fills the same site in another language.
    """

    def __init__(self, folder: Path, earlier: Template | None = None, beside: Template | None = None) -> None:
        self.folder = folder
        self.description: dict[str, Any] = read_json((folder / "template.json").read_text(encoding="utf-8"))
        self.facts: Facts = facts_from(self.description)
        self.hashes: dict[str, str] = self.description["files"]
        known = earlier or beside
        self.register: Register = known.register if known else Register()
        self._earlier_cuts = earlier.cuts if earlier else {}
        self.cuts: dict[tuple[str, tuple[str, ...]], CompiledTemplate] = {}
        self._components: dict[int, CompiledTemplate] = {}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files that every site shares, by path."""
        return {name: (self.folder / "files" / name).read_bytes() for name in self.hashes}

    def loaded_by(self, pages: Collection[str]) -> set[str]:
        """The style sheets and scripts of those of them that are pages of this template."""
        return {name for page in pages for name in self._loads.get(page, ())}

    def files_for(self, loaded: Collection[str], letters: Collection[str | None] = ()) -> dict[str, bytes]:
        """What a site has of the shared files whose pages load these: not what only other pages load, nor a part of a style sheet, nor `letters` but these."""
        elsewhere = {*self.loaded_by(self._loads), *self.description["short"]}.difference(loaded)
        written = tuple(f"{LETTERS}{script}/" for script in letters)
        return {
            name: data
            for name, data in self.files.items()
            if name not in elsewhere
            and name not in PARTS_OF_STYLES
            and (not name.startswith(LETTERS) or name.startswith(written))
        }

    @cached_property
    def _loads(self) -> dict[str, list[str]]:
        """The style sheet and the scripts of each page."""
        return {name: page["loads"] for name, page in self.description["pages"].items()}

    @cached_property
    def pages(self) -> dict[str, tuple[str | None, CompiledTemplate]]:
        """Each page with the flag it stands under."""
        return {name: (page["when"], self._cut(f"pages/{name}")) for name, page in self.description["pages"].items()}

    @cached_property
    def brand_css(self) -> CompiledTemplate:
        return self._cut("brand.css")

    @cached_property
    def search(self) -> CompiledTemplate:
        return cut_index(read_json((self.folder / SEARCH_INDEX).read_text(encoding="utf-8")), self.register)

    @cached_property
    def _begun(self) -> dict[str, Any]:
        """The hash of each shared style sheet, as it stands before an organisation's colours come after it."""
        return {name: hashlib.sha256(data) for name, data in self.files.items() if name.endswith(".css")}

    def hash_of(self, name: str, data: bytes) -> str:
        """Of a filled file; a part that all sites share is hashed once."""
        begun = self._begun.get(name)
        if begun is None or not data.startswith(self.files[name]):
            return hashlib.sha256(data).hexdigest()
        whole = begun.copy()
        whole.update(data[len(self.files[name]) :])
        return str(whole.hexdigest())

    def component(self, number: int) -> CompiledTemplate:
        """What an include asks for."""
        if number not in self._components:
            include = self.register.includes[number]
            self._components[number] = self._cut(f"components/{include.name}", include.scope)
        return self._components[number]

    def _cut(self, name: str, scope: tuple[str, ...] = ()) -> CompiledTemplate:
        return self.cut((self.folder / name).read_text(encoding="utf-8"), scope)

    def cut(self, text: str, scope: tuple[str, ...] = ()) -> CompiledTemplate:
        """A text that is filled with this template's answers."""
        key = (text, scope)
        self.cuts[key] = self.cuts.get(key) or self._earlier_cuts.get(key) or cut(text, self.register, scope)
        return self.cuts[key]

    def answers(self, slots: Slots) -> Answers:
        """What this template's tags come to for one site."""
        return _Answers(self, slots, {})

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        """Those with the questions of all modules, by path in a site and in a package."""
        return {name: data for name, data in self.files.items() if name.startswith(OF_QUESTIONS)}

    @cached_property
    def packed_files(self) -> dict[str, bytes]:
        """The files that every training package shares, by path."""
        folder = self.folder / "package"
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted((folder / "assets").rglob("*"))
            if path.is_file()
        }

    def fill_file(self, name: str, slots: Slots) -> bytes:
        """One file by its path in the template's folder, on a site or not."""
        return join(self._cut(name), self.answers(slots))

    def fill_styles(self, slots: Slots) -> dict[str, bytes]:
        """The style sheets in the organisation's colours, by path; the same in every language."""
        brand = join(self.brand_css, self.answers(slots))
        own = [
            brand,
            *(
                self.files[name]
                for name, wanted in zip(PARTS_OF_STYLES, (not slots.desk.all.lead, slots.safety.discreet), strict=True)
                if wanted and name in self.files
            ),
        ]
        return {
            name: b"\n".join([data, *own])
            for name, data in self.files.items()
            if name.endswith(".css") and name not in (*PARTS_OF_STYLES, SEARCH_STYLE) and not name.startswith(LETTERS)
        }

    def fill_scripts(self, told: Mapping[str, Json | None]) -> dict[str, bytes]:
        """The scripts that know of the advisors, by path, with what they are told for each language of the pages."""
        line = render_told(told)
        return {name: line + self.files[name] for name in TOLD if line and name in self.files}

    def fill(self, slots: Slots) -> dict[str, bytes]:
        """What differs between sites and is in this language, by path: pages and search data."""
        (filled,) = fill_in_languages([(self, slots)])
        return filled

    def fill_search(self, slots: Slots) -> bytes:
        """What the search knows of this site, in this language."""
        return render_search(self.search, self.answers(slots), self.register)


def fill_in_languages(languages: Sequence[tuple[Template, Slots]]) -> list[dict[str, bytes]]:
    """What differs between sites, for each language of one, by path: pages and search data.

    One page in every language before the next: their texts differ, what joins them is the same, and then at hand. So are the things that
    languages share, as what they call themselves.
    """
    known: defaultdict[Register, Levels] = defaultdict(dict)
    answers = [_Answers(template, slots, known[template.register]) for template, slots in languages]
    filled: list[dict[str, bytes]] = [{} for _ in languages]
    for name in dict.fromkeys(name for template, _ in languages for name in template.pages):
        for (template, slots), theirs, pages in zip(languages, answers, filled, strict=True):
            when, page = template.pages.get(name, (None, None))
            if page and (when is None or applies(slots, when)):
                pages[name] = join(page, theirs)
    for (template, _), theirs, pages in zip(languages, answers, filled, strict=True):
        if template.description["level"] != "card":
            pages[SEARCH] = render_search(template.search, theirs, template.register)
    return filled


SEARCH = "assets/search-data.js"
TOLD = ("assets/core.js", "assets/site.js")
"""Of these every page loads one."""
SEARCH_STYLE = "assets/search.css"
LETTERS = "assets/letters/"
"""By script, for the languages that are written in more than the letters of Dutch."""
PARTS_OF_STYLES = ("assets/choice.css", "assets/discreet.css")
"""Of a choice and of a discreet site. Where a site has them they come after each page's own style sheet and the organisation's colours, in the same file: one file less to ask for."""


def render_told(told: Mapping[str, Json | None]) -> bytes:
    """The line before a script that says what it is told; nothing where there is nothing to tell."""
    known = ",".join(f'"{code}":{data}' for code, data in told.items() if data is not None)
    return (
        f'"use strict";window.voorlichter=window.voorlichter||{{}};voorlichter.told={{{known}}};\n'.encode()
        if known
        else b""
    )


def applies(slots: Slots, flag: str) -> bool:
    """Does a flag, given by its dotted name, hold for a site?"""
    try:
        return bool(attrgetter(flag)(slots))
    except AttributeError:  # an optional part on the way is missing
        return False
