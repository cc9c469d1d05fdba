"""Organisations that have one way of reaching only, or one part of the work: nothing on their sites speaks of the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from support import REPOSITORY, TODAY, template_of
from zeester import profile

from voorlichter.artefacts.kit.items import fill_items
from voorlichter.brand import plan_palette
from voorlichter.markdown.address import resolve_address
from voorlichter.profile.model import Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template, applies
from voorlichter.site.media import Media
from voorlichter.site.pieces import join
from voorlichter.site.plain import PlainText
from voorlichter.slots.model import Slots
from voorlichter.template.data import TopicData, check_data
from voorlichter.workspace import Workspace

MEDIA = Media(plan_palette("#0f5e5a"))
NONE = {"phone": None, "email": None, "whatsapp": None, "signal": None, "backup": None}
WAYS: dict[str, tuple[dict[str, str], str]] = {
    "phone": ({"phone": "020 000 00 01"}, "tel:+31200000001"),
    "whatsapp": ({"whatsapp": "06 10 00 00 01"}, "https://wa.me/31610000001"),
    "signal": ({"signal": "06 10 00 00 01"}, "https://signal.me/#p/+31610000001"),
    "email": ({"email": "noor@zeester.example"}, "mailto:noor@zeester.example"),
}
"""What is written, and where it leads."""
PLACES = ("contact", "contact-bar", "advisor-card__ways", "signpost__call")
"""The class of whatever offers a way to an advisor."""

SCOPES: dict[str, dict[str, Any]] = {
    "integrity only": {"scope": ["integrity"]},
    "conduct only": {"scope": ["conduct"]},
    "both": {},
}
MOVED: dict[str, dict[str, Any]] = {
    "nothing moved": {},
    "moved inside": {key: {"inside": True} for key in ("workload", "conflict", "illness", "home", "crime")},
    "moved outside": {key: {"inside": False} for key in ("pay", "appraisal", "accused", "data_leak")},
}


@pytest.fixture(scope="module", params=["nl-je", "en"])
def template(request: pytest.FixtureRequest, examples: Path) -> Template:
    return Template(template_of(examples, request.param))


@pytest.fixture(scope="module")
def topics() -> list[TopicData]:
    return check_data(Workspace.at(REPOSITORY))[0].topics


def plan(template: Template, it: Profile) -> Slots:
    return plan_slots(it, template.facts, MEDIA, date.fromisoformat(TODAY))


def pages(template: Template, slots: Slots) -> Mapping[str, lxml.html.HtmlElement]:
    answers = template.answers(slots)
    return {
        name: lxml.html.fromstring(join(form, answers).decode())
        for name, (when, form) in template.pages.items()
        if not when or applies(slots, when)
    }


def alone(way: str) -> Profile:
    return profile(sam=None, noor={**NONE, **WAYS[way][0]})


@pytest.mark.parametrize("way", WAYS)
def test_the_one_way_there_is_stands_wherever_a_way_is_offered(template: Template, way: str) -> None:
    _, address = WAYS[way]
    offered = 0
    for name, page in pages(template, plan(template, alone(way))).items():
        for place in PLACES:
            for block in of_class(page, place):
                offered += 1
                assert block.xpath(f".//a[@href='{address}']"), (name, place)
    assert offered > 50


@pytest.mark.parametrize("way", WAYS)
def test_no_link_leads_to_a_way_that_is_not_there(template: Template, way: str) -> None:
    slots = plan(template, alone(way))
    help_lines = {
        getattr(value, "href", None)
        for line in vars(slots.help).values()
        for value in (line.phone, line.email, line.url)
    }
    for name, page in pages(template, slots).items():
        led = {
            href for href in page.xpath("//a/@href") if re.match(r"tel:|sms:|mailto:|https://(wa|signal)\.me", href)
        } - help_lines
        assert led <= {WAYS[way][1]}, name


@pytest.mark.parametrize("way", WAYS)
def test_the_texts_of_the_kit_tell_the_one_way_there_is(template: Template, way: str) -> None:
    written = next(iter(WAYS[way][0].values()))
    items = fill_items(template, plan(template, alone(way)))
    for name in ("announcement", "intranet", "onboarding"):
        assert written in str(items[name]), name


def statuses(slots: Slots, topics: list[TopicData]) -> dict[str, str]:
    return {
        topic.id: next(status for status in ("inside", "grey", "outside") if getattr(getattr(slots, status), topic.id))
        for topic in topics
    }


@pytest.mark.parametrize("moved", MOVED)
@pytest.mark.parametrize("scope", SCOPES)
def test_a_topic_stands_in_the_same_place_on_every_page(
    template: Template, topics: list[TopicData], scope: str, moved: str
) -> None:
    slots = plan(template, profile(noor=SCOPES[scope], sam=SCOPES[scope], topics=MOVED[moved]))
    expected = statuses(slots, topics)
    language, t = template.facts.language, template.facts.strings
    form = "je"
    site = pages(template, slots)
    filled = PlainText(template, slots)
    said = {
        topic.id: {key: filled(_said(getattr(topic, key), language, form)) for key in ("title", "text")}
        for topic in topics
    }
    easy_title = {topic.id: filled(t[f"easy_topic_{topic.id}"]) for topic in topics}
    usual = {text(one) for one in within(site["waarvoor.html"], "topics--inside", "h3")}
    others = {
        text(one): t["topic_grey"] in text(one) for one in within(site["waarvoor.html"], "topics--outside", "summary")
    }
    easy = {text(one) for one in within(site["kort-waarvoor.html"], "easy-topics", "li")}
    easy_others = {text(one) for one in within(site["kort-waarvoor.html"], "topics--outside", "summary")}
    ends = [(text(end.find("h2")), text(end.find("p"))) for end in of_class(site["wegwijzer.html"], "signpost__end")]
    for topic in topics:
        status, title = expected[topic.id], said[topic.id]["title"]
        assert (title in usual) == (status == "inside"), topic.id
        assert any(other.startswith(title) for other in others) == (status != "inside"), topic.id
        assert any(other.startswith(title) and grey for other, grey in others.items()) == (status == "grey"), topic.id
        assert (easy_title[topic.id] in easy) == (status == "inside"), topic.id
        assert (easy_title[topic.id] in easy_others) == (status != "inside"), topic.id
        heads = {head for head, words in ends if words.startswith(said[topic.id]["text"])}
        assert heads <= {t["signpost_inside" if status == "inside" else "signpost_outside"]}, topic.id
        assert heads or status == "inside", topic.id


@pytest.mark.parametrize("scope", SCOPES)
def test_nobody_is_told_that_an_advisor_is_there_for_what_nobody_here_does(
    template: Template, topics: list[TopicData], scope: str
) -> None:
    """Where a part of the work is nobody's, no end of the signpost and no door says otherwise, and every topic of it has a door."""
    slots = plan(template, profile(noor=SCOPES[scope], sam=SCOPES[scope]))
    site = pages(template, slots)
    language = template.facts.language
    for topic in topics:
        status = statuses(slots, topics)[topic.id]
        if topic.grey_text:
            grey = _said(topic.grey_text, language, "je")
            assert (grey in text(site["waarvoor.html"])) == (
                status == "grey"
            ) or topic.inside_text == topic.grey_text, topic.id
        if status == "outside":
            fold = next(
                one
                for one in of_class(site["waarvoor.html"], "topic-door")
                if text(one).startswith(_said(topic.title, language, "je"))
            )
            assert of_class(fold, "door"), topic.id


def of_class(element: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    found: list[lxml.html.HtmlElement] = element.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return found


def within(element: lxml.html.HtmlElement, name: str, tag: str) -> list[lxml.html.HtmlElement]:
    return [one for part in of_class(element, name) for one in part.iter(tag)]


def text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _said(both: Any, language: str, form: Any) -> str:
    return resolve_address(both.nl, form) if language == "nl" else str(both.en)
