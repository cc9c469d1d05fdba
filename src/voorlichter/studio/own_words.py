"""What one organisation says in its own words, as the studio's page shows it: ours beside theirs, as a reader of that site has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from voorlichter.languages import Code
from voorlichter.markdown.address import Form, resolve_address
from voorlichter.own.files import PAGES, find_own
from voorlichter.own.left_out import read_left_out
from voorlichter.own.passages import PassageKind
from voorlichter.own.shelf import (
    Files,
    ShelfPassage,
    check_page_text,
    check_passage,
    plan_shelf,
    remove_file,
    write_left_out,
    write_page,
    write_passage,
)
from voorlichter.own.template import check_own
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Problem
from voorlichter.profile.model import Profile
from voorlichter.site.fill import Template
from voorlichter.site.pieces import join
from voorlichter.slots.model import Slots
from voorlichter.slots.scan import change_around, scan
from voorlichter.stage_one import StageOne
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace

_REMARK = re.compile(r"\[#.*?#\]", re.S)
_INCLUDE = re.compile(r"\[%\s*include.*?%\]")
_HEADING = re.compile(r"\A\s*#{1,6} [^\n]*\n*")
_BRACES = re.compile(r"\{ ?[#:.][^}\n]*\}")
_HTML_TAG = re.compile(r"<[^>]*>")
_FRAME = re.compile(r"^ *</?div[^>\n]*>\s*$", re.M)
_TITLED = re.compile(r'^ *(?:\?\?\?|!!!)\+? +\w+ +"([^"\n]*)"', re.M)
_STRESSED = re.compile(r"\*{1,2}(?! )([^*\n]+)\*{1,2}")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class OwnWords:
    workspace: Workspace
    stage_one: StageOne
    slug: str
    profile: Profile

    def pages(self, code: Code, there: Collection[str], fill: Callable[[str], str]) -> Iterator[dict[str, Any]]:
        """The pages that are `there` with the passages this site has, ours as it reads on it and as it is written."""
        form = variant_for(code, self.profile.organisation.form_of_address, self.stage_one.languages).form
        for page in plan_shelf(self.workspace, self.slug, self.stage_one.sources(), code, form):
            if page.own is not None or page.left_out or page.name.removesuffix(".md") in there:
                passages = [said for passage in page.passages if (said := self._passage(passage, form, fill))]
                yield {
                    "name": page.name,
                    "title": page.title,
                    "own": page.own,
                    "passages": passages,
                    "left_out": page.left_out,
                    "stays": page.protected,
                }

    def _passage(self, passage: ShelfPassage, form: Form, fill: Callable[[str], str]) -> dict[str, Any] | None:
        """None where this site does not have it: under a condition that does not hold."""
        written = _HEADING.sub("", resolve_address(_REMARK.sub("", passage.ours), form))
        try:
            ours, heading = fill(written), fill(passage.heading)
        except LookupError:
            return None
        below = passage.below
        if not ours.strip() and not passage.own:
            return None
        return {
            "anchor": passage.anchor,
            "heading": _BRACES.sub("", heading).strip(),
            "protected": passage.protected,
            "ours": _as_read(ours),
            "written": written.strip(),
            "texts": {own.kind: own.text for own in passage.own},
            "changed": {"then": below.then, "now": below.now} if below is not None and below.changed else None,
        }

    def check(self, code: Code, page: str, anchor: str, kind: PassageKind, text: str) -> list[Problem]:
        """Nothing is written."""
        sources = self.stage_one.sources()
        return check_passage(self.workspace, self.slug, sources, self.profile, code, page, anchor, kind, text)

    def write(self, code: Code, page: str, anchor: str, kind: PassageKind, text: str | None, seen: bool) -> Files:
        sources = self.stage_one.sources()
        return write_passage(self.workspace, self.slug, sources, code, page, anchor, kind, text, seen)

    def leave_out(self, name: str, out: bool) -> Files:
        """With a page among those that this site does without, or no longer."""
        files = find_own(self.workspace, self.slug)
        left_out, _ = read_left_out(files.left_out, {})
        names = {*left_out, name} if out else {*left_out} - {name}
        return write_left_out(self.workspace, self.slug, sorted(names))

    def check_all(self) -> list[Problem]:
        """All there is to say of this organisation's own words."""
        files = find_own(self.workspace, self.slug)
        return check_own(self.workspace, self.slug, files, self.profile, self.stage_one.sources())[1]

    def check_page(self, code: Code, title: str, menu: str | None, text: str) -> list[Problem]:
        name, sources = page_name(title), self.stage_one.sources()
        return check_page_text(self.workspace, self.slug, sources, self.profile, code, name, title, menu, text)

    def write_page(self, code: Code, name: str, title: str, menu: str | None, text: str) -> Files:
        return write_page(self.workspace, self.slug, code, name or page_name(title), title, menu, text)

    def remove_page(self, code: Code, name: str) -> Files:
        return remove_file(self.workspace, self.slug, PAGES, name, code)


def _as_read(text: str) -> str:
    """A passage as somebody reads it aloud: without what only the page's layout needs."""
    text = _FRAME.sub("", _TITLED.sub(r"\1", _BRACES.sub("", text)))
    text = _LINK.sub(r"\1", _STRESSED.sub(r"\1", text))
    return _BLANK.sub("\n\n", text).strip()


def page_name(title: str) -> str:
    """The file of a page of their own, by its title."""
    return f"{hyphenated(title, 40) or 'pagina'}.md"


def filled_text(template: Template, slots: Slots) -> Callable[[str], str]:
    """Fills a text of a page with one organisation's values, line by line as it is written; what a component would show is left out."""
    answers = template.answers(slots)

    def fill(text: str) -> str:
        cut = template.cut(change_around(_balanced(_INCLUDE.sub("", text)), escape))
        return unescape(_HTML_TAG.sub("", join(cut, answers).decode()))

    return fill


def _balanced(text: str) -> str:
    """A passage without the ends of conditions that stand around whole passages."""
    parts: list[str] = []
    depth = end = 0
    for tag in scan(text):
        parts.append(text[end : tag.start])
        end = tag.end
        depth += (tag.kind == "if") - (tag.kind == "endif")
        stray = depth < 0 or (tag.kind == "else" and not depth)
        depth = max(depth, 0)
        parts.append("" if stray else tag.text)
    return "".join([*parts, text[end:]]) + "[% endif %]" * depth
