"""A whole site, read: page by page the sentences that are this organisation's own, and in the end those of its kit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from voorlichter.artefacts.kit.items import read_items, there
from voorlichter.languages import Code
from voorlichter.organisation import Organisation
from voorlichter.profile.model import Profile
from voorlichter.reading.keys import keys_of
from voorlichter.reading.sentences import ReadSentence, read_marked_lines, read_marked_page
from voorlichter.reading.trace import TracedTemplate, trace, traced_template, under
from voorlichter.site.fill import applies
from voorlichter.site.pieces import join
from voorlichter.site.plain import PlainText
from voorlichter.slots.model import Slots

EVERYWHERE = ""
"""The name under which the sentences stand that are on nearly every page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page by its file, or an item of the kit as `kit/name`; `when` is the flag that it stands under as a whole."""

    language: Code
    name: str
    when: str | None
    title: tuple[ReadSentence, ...]
    sentences: tuple[ReadSentence, ...]


def plan_reading(organisation: Organisation) -> Iterator[Part]:
    """In the languages of the profile; every sentence once, those of nearly every page in front."""
    for code in organisation.languages:
        traced = traced_template(organisation.templates[code].folder)
        slots = organisation.slots(code)
        yield from _told_once(
            code, [*read_pages(code, traced, slots), *read_kit(code, traced, slots)], organisation.profile
        )


def read_pages(language: Code, template: TracedTemplate, slots: Slots) -> Iterator[Part]:
    """Every page with every sentence on it, the first page first."""
    answers = template.answers(slots)
    for name, (when, form) in sorted(template.pages.items(), key=lambda page: page[0] != "index.html"):
        if when is None or applies(slots, when):
            title, sentences = read_marked_page(join(form, answers).decode(), slots)
            yield Part(language, name, when, tuple(title), tuple(sentences))


def read_kit(
    language: Code, template: TracedTemplate, slots: Slots, items: Mapping[str, Mapping[str, Any]] | None = None
) -> Iterator[Part]:
    """Every text of the kit, whether one was made or not; `items` where they are not the template's own."""
    said = PlainText(template, slots, trace)
    for name, item in (items or read_items(template.folder)).items():
        if item["when"] and not applies(slots, item["when"]):
            continue
        lines: list[str] = []
        for part in there(item["parts"], slots):
            points = [
                text for point in there(part["points"], slots) for text in under(point["when"], [said(point["text"])])
            ]
            texts = [*map(said, filter(None, [part["title"], *part["text"]])), *points, *map(said, part["notes"])]
            lines += under(part["when"], texts)
        title = tuple(read_marked_lines([said(item["title"])], slots))
        yield Part(language, f"kit/{name}", item["when"], title, tuple(read_marked_lines(lines, slots)))


def _is_own(sentence: ReadSentence, profile: Profile) -> bool:
    """Does a key of the profile, and not only the day or the program, decide what it says, or that it is there?"""
    return any(keys_of(slot, profile) for slot in (*sentence.values, *sentence.flags))


def _told_once(language: Code, parts: list[Part], profile: Profile) -> Iterator[Part]:
    pages = [part for part in parts if not part.name.startswith("kit/")]
    on: dict[str, int] = {}
    for part in pages:
        for text in {sentence.text for sentence in part.sentences}:
            on[text] = on.get(text, 0) + 1
    common = {text for text, count in on.items() if 2 * count > len(pages) > 1}
    told: set[str] = set()
    everywhere: list[ReadSentence] = []
    rest: list[Part] = []
    for part in parts:
        own: list[ReadSentence] = []
        for sentence in part.sentences:
            if _is_own(sentence, profile) and sentence.text not in told:
                told.add(sentence.text)
                (everywhere if sentence.text in common else own).append(sentence)
        rest.append(replace(part, sentences=tuple(own)))
    yield Part(language, EVERYWHERE, None, (), tuple(everywhere))
    yield from (part for part in rest if part.sentences)
