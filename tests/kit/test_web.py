"""The HTML that is handed out: it stands by itself anywhere, and says no more than the organisation wants."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from support import BASE, TODAY, template_of

from voorlichter.artefacts.kit.context import describe_edition
from voorlichter.artefacts.kit.web import render_pieces
from voorlichter.brand import plan_palette
from voorlichter.profile.model import Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media

PIECES = ("intranet-card.html", "embed.html", "announcement.html")
URL = "https://zeester.example/vp"
"""With more languages than one, the second stands in a folder below it."""


@pytest.fixture(scope="session")
def templates(examples: Path) -> dict[str, Template]:
    return {name: Template(template_of(examples, name)) for name in ("nl-je", "nl-u", "en")}


def pieces(
    template: Template, organisation: dict[str, Any] | None = None, noor: dict[str, Any] | None = None, **changes: Any
) -> dict[str, str]:
    """Of the base profile with whole sections changed; two of them are laid over what stands there."""
    data = yaml.safe_load((BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")) | changes
    data["organisation"] |= organisation or {}
    data["advisors"][0] |= noor or {}
    media = Media(plan_palette("#ffe000"))
    slots = plan_slots(Profile.model_validate(data), template.facts, media, date.fromisoformat(TODAY))
    return {piece.name: piece.html for piece in render_pieces(describe_edition(slots, template, media))}


def published(**more: Any) -> dict[str, Any]:
    return {"organisation": {"languages": ["nl", "en"]}, "publication": {"url": URL}, **more}


@pytest.mark.parametrize("variant", ["nl-je", "nl-u", "en"])
def test_a_piece_is_one_file_that_runs_nothing_and_asks_for_nothing(
    templates: dict[str, Template], variant: str
) -> None:
    made = pieces(templates[variant], **published())
    assert tuple(made) == PIECES
    for name, text in made.items():
        tree = html.document_fromstring(text)
        assert text.isascii(), f"{name}: pasted without its encoding it would say something else"
        assert not re.search(r"\[\[|\[%|\{\{|\{%|url\(|@import", text), name
        assert (
            tree.xpath("//script | //link | //img | //iframe | //object | //form | //base | //@src | //@srcset") == []
        ), name
        assert [one for one in tree.xpath("//@*") if one.attrname.startswith("on")] == [], name
        addresses = tree.xpath("//@href")
        assert addresses and all(re.match(r"(tel:\+?\d+|mailto:[^?]+|https://[^?]+)$", one) for one in addresses), (
            addresses
        )
        assert {"tel:+31200000001", "mailto:sam@elders.example"} <= set(addresses) or name == "announcement.html"


def test_the_card_brings_its_looks_in_its_own_tags_and_reads_well_without(templates: dict[str, Template]) -> None:
    card = html.fragment_fromstring(pieces(templates["nl-je"], **published())["intranet-card.html"])
    allowed = {"lang", "dir", "style", "href", "rel", "aria-hidden"}
    assert {name for one in card.iter() for name in one.attrib} <= allowed
    assert {one.tag for one in card.iter()} <= {"div", "p", "span", "strong", "bdi", "a", "br", "wbr"}, (
        "what editors take away is not needed"
    )
    links = {one.get("href"): " ".join(one.text_content().split()) for one in card.iter("a")}
    assert links["tel:+31200000001"] == "Bel 020 000 00 01"
    assert links["mailto:sam@elders.example"] == "Mail sam@elders.example"
    assert all(links.values()), "every link has a name"


def test_the_page_for_a_frame_allows_its_own_style_and_nothing_else(templates: dict[str, Template]) -> None:
    one, other = (
        html.document_fromstring(pieces(templates[name], **published())["embed.html"]) for name in ("nl-je", "en")
    )
    (policy,) = one.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = one.xpath("//style/text()")
    hash_ = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{hash_}'; base-uri 'none'; form-action 'none'"
    assert one.xpath("//@style") == []
    assert (one.get("lang"), other.get("lang")) == ("nl", "en")
    ways = [tree.xpath("//a[@target='_top']/@href") for tree in (one, other)]
    assert ways == [[f"{URL}/"], [f"{URL}/en/"]], "the site takes the whole window, in the language of the frame"


def test_without_a_published_address_the_frame_leads_to_the_site_it_stands_on(templates: dict[str, Template]) -> None:
    made = pieces(templates["nl-je"])
    assert html.document_fromstring(made["embed.html"]).xpath("//a[@target='_top']/@href") == ["../index.html"]
    assert (
        html.fragment_fromstring(made["intranet-card.html"]).xpath(
            "//a[starts-with(@href, 'http') or contains(@href, 'html')]"
        )
        == []
    )


@pytest.mark.parametrize(("variant", "telling"), [("nl-je", "vertrouwe"), ("en", "confidential")])
def test_a_discreet_organisation_names_a_person_and_no_subject(
    templates: dict[str, Template], variant: str, telling: str
) -> None:
    open_, discreet = (pieces(templates[variant], safety={"discreet": choice}) for choice in ("no", "yes"))
    for name in ("intranet-card.html", "embed.html"):
        assert telling in html.document_fromstring(open_[name]).text_content().lower()
        said = html.document_fromstring(discreet[name]).text_content().lower()
        assert telling not in said and "noor voorbeeld" in said and "020 000 00 01" in said


def test_what_an_organisation_is_called_is_never_markup(templates: dict[str, Template]) -> None:
    name = 'Vis & <b>Co</b> "Zee"'
    for text in pieces(
        templates["nl-je"],
        organisation={"short_name": name},
        noor={"name": "\u0646\u0648\u0631 \u0627\u0644\u0647\u062f\u0649"},
    ).values():
        tree = html.document_fromstring(text)
        assert name in tree.text_content()
        assert tree.xpath("//b") == []
        assert "\u0646\u0648\u0631 \u0627\u0644\u0647\u062f\u0649" in (
            tree.xpath("//bdi/text()") or tree.text_content()
        )
