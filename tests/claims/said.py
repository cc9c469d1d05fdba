"""Everything that is said to somebody about an organisation: pages, kit, packages and search answers, as sentences with their claims."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from claims.made import ALL, NOTHING, Made
from claims.truth import RULED_PAGES, Facts, holds, kinds_of, read_claims, serves
from voorlichter.cache import open_cache
from voorlichter.claim_words import ClaimWords, shipped_claim_words
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import read_profile
from voorlichter.reading.plan import Part, read_kit, read_pages
from voorlichter.reading.sentences import ReadSentence, read_marked_page
from voorlichter.reading.trace import TracedTemplate, traced_template
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import applies
from voorlichter.site.media import Media, read_media
from voorlichter.site.plain import PlainText
from voorlichter.site.search import SEARCH_INDEX
from voorlichter.slots.model import Slots
from voorlichter.stage_one import StageOne, variants_of
from voorlichter.workspace import Workspace

WORDS = shipped_claim_words()
_MADE_EVERY = 6
_PIECES = re.compile(r"(?<=[.!?]) | · ")
_HOLE = re.compile(r"(?:[:,;(] ?| )[.,;)](?: |$)")
"""Where a sentence was to name somebody or something."""
_DIGITS = re.compile(r"\D")
_BY_VALUE = (
    (
        re.compile(
            r"team\.contacts|org\.emergency_number|advisors\.[^.]+\.(phone|email|whatsapp|signal|sms|reach.*)|reach\..*|desk\..*reach.*|.*\.(phone|email)"
        ),
        "channel",
    ),
    (re.compile(r"doors\..*|complaints.*|speak_up.*|code_of_conduct.*|help\..*"), "door"),
    (
        re.compile(
            r"advisors\..*\.(hours|absence.*|reply_within|certificate.*)|team\.registers|review_by|publication\.date|engagement\.(since|term)|accessibility\.checked_on|notes_kept"
        ),
        "day",
    ),
    (re.compile(r"team\.people|locations\..*|.*\.place|advisors\..*\.locations|meeting_places"), "place"),
    (
        re.compile(r"team\.(people|registers)|speak_up.*|advisors\..*|engagement\..*|who_may_call|practice\..*"),
        "person",
    ),
    (re.compile(r"team\.(contacts|people)|note\..*|advisors\..*\.(only_for|role)|module\..*|training\..*"), "topic"),
)
"""What a value in a sentence accounts for by itself."""
_NOBODY = re.compile(r"not advisors\.[^.]+")
"""Asks whether nobody leads: that names no advisor, where `not advisors.anna.phone` does."""
_FREE = re.compile(
    r"engagement\..*|introduction|note\..*|complaints\..*|speak_up\..*|code_of_conduct\..*|notes_kept|doors\..*\.name|advisors\..*\.about"
)
"""Words of the organisation's own, which may speak of anything."""


@dataclass(frozen=True, slots=True)
class Case:
    """One organisation: its profile as written, and as checked."""

    slug: str
    facts: Facts
    profile: Profile
    media: Media
    made: Made = NOTHING

    def slots(self, template: TracedTemplate) -> Slots:
        return self.made.added_to(
            plan_slots(self.profile, template.facts, self.media, self.facts.today, self.made.kit, self.made.report)
        )


@dataclass(frozen=True, slots=True)
class False_:
    """A sentence that does not agree with the profile, or that nobody can judge."""

    slug: str
    language: str
    part: str
    sentence: str
    why: str

    def __str__(self) -> str:
        return f"{self.slug} {self.language} {self.part}: “{self.sentence}”: {self.why}"


def read_case(workspace: Workspace, stage_one: StageOne, slug: str, today: date) -> Case:
    source = read_profile(workspace, slug)
    profile, problems = check_profile(source, stage_one.vocabulary(), today)
    assert profile is not None, [problem.render("en", workspace.root) for problem in problems]
    media, _ = read_media(workspace, source, profile, open_cache())
    written = yaml.safe_load((workspace.profiles / slug / "profile.yml").read_text(encoding="utf-8"))
    topics = {
        topic["id"]: (_word(topic["inside"]), topic.get("scope"))
        for topic in _listed(workspace.file("data/topics.yml"))
    }
    laws = _listed(workspace.file("data/law.yml"))
    lapses = {law["id"]: date.fromisoformat(law["lapses"]) for law in laws if "lapses" in law}
    return Case(slug, Facts(written, topics, today, lapses=lapses), profile, media)


@cache
def _listed(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def having(case: Case, made: Made) -> Case:
    return replace(case, facts=replace(case.facts, made=made.parts), made=made)


def later(case: Case) -> Case:
    """When every statement of law that lapses has."""
    return replace(case, facts=replace(case.facts, today=max(case.facts.lapses.values())))


def with_more(cases: Sequence[Case], made: Sequence[Made] = ALL) -> list[Case]:
    """Some of them with a kit, a report and a package too, and when laws have lapsed."""
    some = cases[::_MADE_EVERY]
    return [*cases, *(having(case, one) for case in some for one in made), *map(later, some)]


def _word(inside: Any) -> str:
    return {True: "yes", False: "no"}.get(inside, inside)


def false_in(case: Case, stage_one: StageOne) -> Iterator[False_]:
    """In every language of it."""
    for variant in variants_of(case.profile):
        template = traced_template(stage_one.folder(variant).path)
        slots = case.slots(template)
        pages = list(read_pages(variant.language, template, slots))
        yield from _wrong_pages(case, variant.language, {page.name for page in pages})
        yield from false_sentences(
            case, [*pages, *read_kit(variant.language, template, slots), *_packages(template, slots)]
        )
        yield from false_answers(case, template, slots, pages, read_json(template.folder / SEARCH_INDEX))


def _packages(template: TracedTemplate, slots: Slots) -> Iterator[Part]:
    for module in slots.training.modules:
        title, sentences = read_marked_page(
            template.fill_file(f"package/pages/{module.id}.html", slots).decode(), slots
        )
        yield Part(template.facts.language, f"package/{module.id}", None, tuple(title), tuple(sentences))


def _wrong_pages(case: Case, language: str, names: Collection[str]) -> Iterator[False_]:
    """Pages that should not be there, and those that should."""
    for name in {*names, *RULED_PAGES}:
        if holds(f"page {name}", case.facts, []) is not (name in names):
            yield False_(
                case.slug, language, name, "", "this page is there where it should not be, or the other way round"
            )


def false_answers(
    case: Case, template: TracedTemplate, slots: Slots, pages: Iterable[Part], index: Mapping[str, Any]
) -> Iterator[False_]:
    """What a search would show of a page that the page itself does not say; what the page says is judged there."""
    on_page = {
        page.name: _letters(" ".join(sentence.text for sentence in (*page.title, *page.sentences))) for page in pages
    }
    said = PlainText(template, slots)
    for page in index["pages"]:
        if page["when"] and not applies(slots, page["when"]):
            continue
        for section in page["sections"]:
            opened, closed = (
                "".join(f"[% if {flag} %]" for flag in section["when"]),
                "[% endif %]" * len(section["when"]),
            )
            keys = ("title", "text") if section["anchor"] else ("text",)  # a page's own title is that of the menu
            for piece in _PIECES.split(" · ".join(said(f"{opened}{section[key]}{closed}") for key in keys)):
                if _letters(piece) not in on_page.get(page["file"], ""):
                    yield False_(
                        case.slug, template.facts.language, f"search/{page['file']}", piece, "the page does not say it"
                    )


def _letters(text: str) -> str:
    """Signs and spaces may differ between a page and its index."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@cache
def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def false_sentences(case: Case, parts: Iterable[Part]) -> Iterator[False_]:
    """Each with the first thing that is wrong with it; what stands on every page is judged once."""
    judged: dict[tuple[str, ReadSentence], str | None] = {}
    for part in parts:
        for sentence in (*part.title, *part.sentences):
            said = (part.language, sentence)
            if said not in judged:
                judged[said] = wrong_with(sentence, case.facts, part.language)
            if why := judged[said]:
                yield False_(case.slug, part.language, part.name, sentence.text, why)


def wrong_with(sentence: ReadSentence, facts: Facts, language: str) -> str | None:
    named = _named(sentence.values, facts)
    flags = [name.removeprefix("not ") for name in sentence.flags if not _NOBODY.fullmatch(name)]
    meant = _named([*sentence.values, *flags], facts)
    asked = _named(
        [name for name in flags if name.count(".") > 1], facts
    )  # of whom a way or a fact decides, not only that they are there
    claims = [claim for text in sentence.claims for claim in read_claims(text)]
    for claim in claims:
        if not holds(claim, facts, (named or asked or meant) if claim.startswith("their ") else meant):
            return f"it claims “{claim}”, which does not hold"
    if sentence.unclaimed:
        return f"it depends on {sentence.unclaimed[0]}, and claims nothing"
    if hole := _HOLE.search(sentence.text):
        return f"something is missing in it, at “{hole.group()}”"
    if any(_FREE.fullmatch(value) for value in sentence.values):
        return _wrong_value(sentence, facts)
    accounted = {kind for claim in claims for kind in kinds_of(claim)} | {
        kind for value in (*sentence.values, *sentence.given) for pattern, kind in _BY_VALUE if pattern.fullmatch(value)
    }
    for kind in ClaimWords.model_fields:
        if kind not in accounted and (found := WORDS.any_of(kind, language).search(sentence.text)):
            return f"it speaks of a {kind} ({found.group()}), and claims nothing about one"
    return _wrong_value(sentence, facts)


def _named(names: Iterable[str], facts: Facts) -> list[Mapping[str, Any]]:
    return [
        facts.advisor(id_)
        for id_ in dict.fromkeys(name.split(".")[1] for name in names if name.startswith("advisors."))
    ]


def _wrong_value(sentence: ReadSentence, facts: Facts) -> str | None:
    """Numbers, names and places, compared with what is written."""
    digits = _DIGITS.sub("", sentence.text)
    for value in sentence.values:
        root, _, rest = value.partition(".")
        if root != "advisors" or "." not in rest:
            continue
        id_, key = rest.split(".", 1)
        one = facts.advisor(id_)
        if key == "phone" and _DIGITS.sub("", str(one.get("phone", "")))[-9:] not in digits:
            return f"the number is not that of {id_}"
        if key == "email" and str(one.get("email")) not in sentence.text:
            return f"the address is not that of {id_}"
        if key == "name" and not any(word in sentence.text for word in str(one["name"]).split()):
            return f"the name is not that of {id_}"
    places = {value.split(".")[1] for value in sentence.values if value.startswith("locations.")}
    for place in places:
        for value in sentence.values:
            if value.startswith("advisors.") and not serves(facts.advisor(value.split(".")[1]), place):
                return f"{value.split('.')[1]} is not there for {place}"
    return None
