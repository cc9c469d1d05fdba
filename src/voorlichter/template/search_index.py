"""Make the search index of a template from its pages: one entry per section, with the flags it stands under."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

from voorlichter.html_tags import VOID, WITHIN_LINE
from voorlichter.json_read import read_json
from voorlichter.markdown.address import resolve_address
from voorlichter.slots.scan import TAG, Tag, scan
from voorlichter.template.sources import Sources
from voorlichter.template.variant import Variant

_SHOWN_IN_FULL = (
    "topics-inside.html",
    "topics-outside.html",
    "help-lines.html",
    "law.html",
    "speak-up.html",
    "complaints.html",
    "for-whom.html",
)
"""Components that say something of their own; what stands at the end of every page would be found on every page."""

_UNREAD = frozenset({"script", "style", "svg", "nav", "aside", "form", "button", "template", "select", "textarea"})
_UNREAD_CLASSES = frozenset({"quiz", "print-only", "search-skip"})
"""Questions and their answers are no text to find; nor is what a page says on paper only."""
_HEADINGS = ("h1", "h2", "h3")
_DRAWN = "brand."
"""Values that are pictures."""
_STRINGS = "search_"
_ISOLATED = ("\u2066", "\u2069")
"""Around a number between words from the right, so that it is read as it is dialled."""
_BREAK = "\ue002"
"""Where a block begins or ends, until the text is whole."""


@dataclass(slots=True)
class PageSection:
    """A heading with an anchor and the text up to the next; both may hold slots."""

    anchor: str
    title: str = ""
    text: str = ""
    when: list[str] = field(default_factory=list)
    """The conditions it stands under, all of which must hold."""


@dataclass(slots=True)
class _OpenCondition:
    """A condition that is open, with the section and place it was opened in."""

    condition: str
    section: PageSection | None
    place: int


def describe_index(
    sources: Sources,
    variant: Variant,
    pages: Mapping[str, str],
    template: Path,
    known: Mapping[str, dict[str, Any]] = MappingProxyType({}),
) -> str:
    """search.json: the sections of a template's pages, given by file name, and the help lines and texts that the search needs.

    `known` is what there is already of pages that have not changed.
    """
    components = {path.name: path.read_text(encoding="utf-8") for path in (template / "components").glob("*.html")}
    from_right = sources.data.offered[variant.language].direction == "rtl"
    entries = []
    for name, html in sorted(pages.items()):
        page = sources.pages_in(variant.language).get(name.removesuffix(".html") + ".md")
        if name in known:
            entries.append(known[name])
        elif page is not None:
            title = resolve_address(page.meta["title"], variant.form)
            sections = [PageSection("", title)] if page.meta.get("easy_version_of") else read_sections(html, components)
            entries.append(
                {"file": name, "title": title, "when": page.when, "sections": [asdict(section) for section in sections]}
            )
    strings = sources.data.strings_in(variant.language, variant.form)
    if variant.language in sources.short:  # there is no menu to look in
        strings["search_menu"] = strings["short_more"]
    lines = sources.data.help_lines(variant.language)
    before, after = _ISOLATED if from_right else ("", "")
    return json.dumps(
        {
            "pages": entries,
            "groups": sources.data.synonyms.groups_in(variant.language) if variant.language in sources.short else [],
            "strings": {key.removeprefix(_STRINGS): text for key, text in strings.items() if key.startswith(_STRINGS)},
            "lines": {
                key: {"name": lines[key].name, "phone": [f"{before}{phone}{after}", phone.href]}
                for key in sources.data.synonyms.lines()
                if (phone := lines[key].phone)
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def read_index(template: Path, without: Collection[str]) -> dict[str, dict[str, Any]]:
    """What search.json holds of pages, by file name."""
    index = read_json((template / "search.json").read_text(encoding="utf-8"))
    return {page["file"]: page for page in index["pages"] if page["file"] not in without}


def describe_words(sources: Sources) -> str:
    """search-words.js: what people type and what they mean by it, in all languages that have every page at once; the same on every site."""
    plain = {
        "stems": {code: row.stems for code, row in sources.data.languages.items()},
        **sources.data.synonyms.plain(sources.data.languages),
    }
    words = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.voorlichter = window.voorlichter || {{}};\nwindow.voorlichter.words = {words};\n"


def read_sections(html: str, components: Mapping[str, str]) -> list[PageSection]:
    """The sections of one page; what comes before its first heading stands under an empty anchor."""
    reader = _Reader(components)
    reader.read(html)
    return [section for section in reader.sections if section.title or section.text]


class _Reader(HTMLParser):
    """Reads the text of `<main>`. Tags are lifted out first: to a parser they could be anything."""

    def __init__(self, components: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._components = components
        self._tags: list[Tag] = []
        self._unread: list[str] = []
        self._inside = False
        self._heading: str | None = None
        self._parts: list[str] = []
        self._title: list[str] = []
        self._open: list[_OpenCondition] = []
        self._loops = 0
        self._isolated: list[bool] = []
        """Of each `<bdi>` that is open whether it holds a number."""
        self.sections = [PageSection("")]

    def read(self, html: str) -> None:
        self._inside = "<main" not in html
        self.feed(self._lift(html))
        self.close()
        self._end_section()

    def _lift(self, html: str) -> str:
        """The page with a private character and a number for every tag, and its components in their places."""

        def put(match: Any) -> str:
            tag = scan(match.group())[0]
            if tag.kind == "include":
                return self._lift(self._components[tag.expression]) if tag.expression in _SHOWN_IN_FULL else " "
            self._tags.append(tag)
            return f"\ue000{len(self._tags) - 1}\ue001"

        return TAG.sub(put, html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "main":
            self._inside = True
        if self._unread or not self._inside:
            if self._unread and tag not in VOID:
                self._unread.append(tag)
            return
        classes = (values.get("class") or "").split()
        if tag not in VOID and (
            tag in _UNREAD or values.get("aria-hidden") == "true" or not _UNREAD_CLASSES.isdisjoint(classes)
        ):
            self._unread.append(tag)
        elif tag in _HEADINGS and values.get("id"):
            self._end_section()
            self._heading = tag
            self._title = []
            anchor = "" if tag == "h1" else values["id"] or ""
            self.sections.append(PageSection(anchor, when=[opened.condition for opened in self._open]))
        elif tag == "bdi":
            self._isolated.append(values.get("dir") == "ltr")
            self._add(_ISOLATED[0] if self._isolated[-1] else "")
        elif tag not in WITHIN_LINE:
            self._add(_BREAK)

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._inside = False
        if self._unread:
            if tag in self._unread:
                while self._unread.pop() != tag:
                    pass
        elif tag == self._heading:
            self.sections[-1].title = _one_line("".join(self._title))
            self._heading = None
        elif tag == "bdi" and self._isolated:
            self._add(_ISOLATED[1] if self._isolated.pop() else "")
        elif tag not in WITHIN_LINE:
            self._add(_BREAK)

    def handle_data(self, data: str) -> None:
        if self._unread or not self._inside:
            return
        for number, piece in enumerate(data.replace("\ue001", "\ue000").split("\ue000")):
            if number % 2:
                self._put_back(self._tags[int(piece)])
            elif not self._loops:
                self._add(piece)

    def _put_back(self, tag: Tag) -> None:
        """A loop is left out: what it shows differs from site to site, and stands on the page itself."""
        if tag.kind in ("for", "endfor"):
            self._loops += 1 if tag.kind == "for" else -1
        elif self._loops or tag.kind == "comment" or tag.expression.startswith(_DRAWN):
            return
        elif tag.kind == "if":
            self._open.append(_OpenCondition(tag.expression, self.sections[-1], len(self._parts)))
            self._add(tag.text)
        elif tag.kind == "else":
            opened = self._open[-1]
            opened.condition = _negated(opened.condition)
            if opened.section is self.sections[-1]:
                self._add(tag.text)
        elif tag.kind == "endif":
            if self._open.pop().section is self.sections[-1]:
                self._add(tag.text)
        else:
            self._add(tag.text)

    def _add(self, text: str) -> None:
        (self._title if self._heading else self._parts).append(text)

    def _end_section(self) -> None:
        """A condition that is open here wraps the sections that follow: it is theirs, and no part of this text."""
        for opened in self._open:
            if opened.section is self.sections[-1]:
                self._parts[opened.place] = ""
                opened.section = None
        self.sections[-1].text = _one_line("".join(self._parts))
        self._parts = []


def _negated(condition: str) -> str:
    return condition.removeprefix("not ") if condition.startswith("not ") else f"not {condition}"


def _one_line(text: str) -> str:
    """Blocks that end without a full stop, such as the cells of a table, are kept apart by a dot."""
    text = re.sub(rf"(?<=[\w)”])\s*{_BREAK}[\s{_BREAK}]*(?=\w)", " · ", text)
    return " ".join(text.replace(_BREAK, " ").split())
