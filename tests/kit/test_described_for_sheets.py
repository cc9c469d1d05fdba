"""One edition as plain data: what a sheet is told of the organisation, of each advisor and of the place, and the pictures that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from voorlichter.artefacts.kit.context import Edition, describe_edition, describe_sheet
from voorlichter.brand import plan_palette
from voorlichter.qr import render_qr
from voorlichter.site.media import Media
from voorlichter.slots.model import AdvisorSlots, PersonSlots, PictureSlots, PracticeSlots, Slots
from voorlichter.slots.types import Color, Mail, Tel, Url

PHONE, MAIL = Tel("020 000 00 01", "tel:+31200000001"), Mail("noor@zeester.example", "mailto:noor@zeester.example")
OTHER, OTHER_MAIL = Tel("020 000 00 02", "tel:+31200000002"), Mail("sam@zeester.example", "mailto:sam@zeester.example")
PICTURE = PictureSlots(Url("a", "media/x.jpg"), Url("b", "../media/x@2x.jpg"), "10", "10", "Wat erop staat")


@pytest.fixture(scope="module")
def known(editions: dict[tuple[str, str], Edition]) -> Edition:
    return editions["vuurtoren", "nl"]


def with_slots(known: Edition, **changes: Any) -> Edition:
    return replace(known, slots=replace(known.slots, **changes))


def person(known: Edition, **changes: Any) -> AdvisorSlots:
    own: dict[str, Any] = {
        **{"id": "noor", "name": "Noor Voorbeeld", "call_name": "Noor", "initials": "NV", "role": "adviseur"},
        **{
            "independence": "Zij is extern.",
            "phone": PHONE,
            "email": MAIL,
            "languages": "Nederlands",
            "photo": PICTURE,
        },
        **{"hours": "maandag", "reply_within": "twee dagen", "ways": (PHONE, "WhatsApp 06", "Signal noor.1", MAIL)},
        **{"backup": None, **changes},
    }
    return replace(known.slots.advisors[0], **own)


def stand_in(known: Edition, only_for: str | None) -> PersonSlots:
    reach = known.slots.advisors[0].reach
    return PersonSlots("sam", "Sam Elders", "Sam", "Sam", OTHER, OTHER_MAIL, None, None, reach, only_for)


def told(known: Edition, **changes: Any) -> dict[str, Any]:
    return dict(describe_sheet(known, "flyer", [person(known, **changes)])["advisors"][0])


def test_of_an_advisor_paper_says_what_stays_true(known: Edition) -> None:
    assert told(known) == {
        "id": "noor",
        "name": "Noor Voorbeeld",
        "call_name": "Noor",
        "initials": "NV",
        "role": "adviseur",
        "independence": "Zij is extern.",
        "phone": "020 000 00 01",
        "email": "noor@zeester.example",
        "ways": ["020 000 00 01", "noor@zeester.example"],
        "languages": "Nederlands",
        "hours": "maandag",
        "reply_within": "twee dagen",
        "photo": "x@2x.jpg",
        "photo_alt": "Wat erop staat",
        "backup": None,
    }
    bare = told(known, phone=None, photo=None, email=None, ways=("WhatsApp 06", "Signal noor.1"))
    assert (bare["phone"], bare["email"], bare["photo"], bare["photo_alt"]) == (None, None, None, None)
    assert bare["ways"] == ["WhatsApp 06", "Signal noor.1"], "without a number an app is a way"


@pytest.mark.parametrize(("only_for", "name"), [(None, "Sam Elders"), ("integriteit", "Sam Elders, integriteit")])
def test_who_stands_in_is_named_with_what_for(known: Edition, only_for: str | None, name: str) -> None:
    assert told(known, backup=stand_in(known, only_for))["backup"] == {
        "id": "sam",
        "name": name,
        "phone": "020 000 00 02",
        "email": "sam@zeester.example",
    }


def test_a_sheet_is_told_whose_it_is_where_it_hangs_and_which_codes_there_are(known: Edition) -> None:
    org, noor = replace(known.slots.org, name="Stichting Zee", short_name="Zee"), person(known)
    sam = person(known, id="sam", phone=None)
    shown = replace(known.slots.publication, pages=Url("x", "https://www.zee.example/vp/"), date="2 november 2026")
    brand = replace(
        known.slots.brand, accent_light=Color("#111111"), second=Color("#222222"), color=Color("#333333"),
        on_color=Color("#444444"), tint_light=Color("#555555"), accent_dark=Color("#666666"), logo=PICTURE,
    )  # fmt: skip
    safety = replace(known.slots.safety, discreet=True)
    own = with_slots(known, org=org, publication=shown, brand=brand, safety=safety)
    own = replace(own, pictures={"qr-site.svg": b"", "qr-call-noor.svg": b"", "qr-call-pim.svg": b""})
    made = describe_sheet(own, "flyer", [noor, sam], "Haven")
    assert [one["id"] for one in made.pop("advisors")] == ["noor", "sam"]
    practice = made.pop("practice")
    assert made == {
        "language": "nl",
        "direction": "ltr",
        "org": {"name": "Stichting Zee", "short_name": "Zee"},
        "brand": {
            **{"accent": "#111111", "second": "#222222", "color": "#333333", "on_color": "#444444", "tint": "#555555"},
            **{"logo": "x@2x.jpg", "logo_alt": "Wat erop staat"},
        },
        "site": {"url": "https://www.zee.example/vp/", "shown": "www.zee.example/vp"},
        "qr": {
            "site": "qr-site.svg",
            "call": {"noor": "qr-call-noor.svg"},
            "contact": {"noor": "qr-contact-noor.svg", "sam": "qr-contact-sam.svg"},
        },
        "location": "Haven",
        "date": "2 november 2026",
        "discreet": True,
        "words": dict(known.words),
        "item": known.items["flyer"],
    }
    assert practice == ({"name": known.slots.practice.name} if known.slots.practice else None)


def test_what_there_is_not_a_sheet_says_so(known: Edition) -> None:
    nowhere = replace(known.slots.publication, pages=None, date=None)
    own = with_slots(known, practice=None, publication=nowhere, brand=replace(known.slots.brand, logo=None))
    made = describe_sheet(replace(own, pictures={}), "poster", [])
    none = ("practice", "site", "location", "date")
    assert [made[key] for key in none] == [None] * 4 and made["advisors"] == []
    assert made["qr"] == {"site": None, "call": {}, "contact": {}}
    assert (made["brand"]["logo"], made["brand"]["logo_alt"]) == (None, None)
    practice = PracticeSlots(**{**dict.fromkeys(PracticeSlots.__dataclass_fields__), "name": "Praktijk"})  # type: ignore[arg-type]
    assert describe_sheet(with_slots(known, practice=practice), "flyer", [])["practice"] == {"name": "Praktijk"}
    assert made["item"] is known.items["poster"]


def described(known: Edition, slots: Slots) -> Edition:
    return describe_edition(slots, known.template, Media(plan_palette("#0f5e5a"), {"media/logo.png": b"a logo"}))


def test_with_an_edition_go_its_pictures_and_codes_for_everybody_who_can_be_rung(known: Edition) -> None:
    noor, sam = person(known), person(known, id="sam", name="Sam Elders", phone=None)
    pim = person(known, id="pim", name="Pim Elders", phone=Tel("4321", "tel:4321"))
    org = replace(known.slots.org, short_name="Zee")
    pages = replace(known.slots.publication, pages=Url("x", "https://www.zee.example/vp/"))
    slots = replace(known.slots, org=org, publication=pages, advisors=(noor, sam, pim))
    edition = described(known, slots)
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Voorbeeld;Noor;;;\r\nFN:Noor Voorbeeld\r\nORG:Zee\r\nTITLE:adviseur\r\nTEL;TYPE=VOICE:+31200000001\r\nEMAIL:noor@zeester.example\r\nEND:VCARD\r\n"
    assert edition.card(noor) == card
    drawing = edition.pictures["scene.svg"].decode()
    assert {name: data for name, data in edition.pictures.items() if name != "scene.svg"} == {
        "logo.png": b"a logo",
        "qr-site.svg": render_qr("https://www.zee.example/vp/").encode(),
        "qr-call-noor.svg": render_qr("tel:+31200000001").encode(),
        **{f"qr-contact-{one.id}.svg": render_qr(edition.card(one)).encode() for one in (noor, sam, pim)},
    }
    assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg" ') and drawing.count("xmlns=") == 1
    assert (edition.language, edition.slots, edition.template) == ("nl", slots, known.template)
    assert edition.words == known.words and not any(key.startswith("kit_") for key in edition.words)
    assert edition.words["scan_call"] == "Scan om te bellen" and "month_1" not in edition.words
    assert edition.items.keys() == known.items.keys()
    nowhere = replace(slots, publication=replace(slots.publication, pages=None))
    assert "qr-site.svg" not in described(known, nowhere).pictures


def test_the_drawing_has_the_colours_of_the_site_in_a_style_of_its_own(known: Edition) -> None:
    brand = replace(
        known.slots.brand, accent_light=Color("#111111"), second=Color("#222222"),
        color=Color("#333333"), tint_light=Color("#555555"),
    )  # fmt: skip
    drawing = described(known, replace(known.slots, brand=brand)).pictures["scene.svg"].decode()
    head, style, rest = drawing.partition(
        "<style>.scene__motif{fill:#555555}.scene__ring,.scene__one,.scene__two{fill:none;stroke-linecap:round}"
        ".scene__ring{stroke:#111111;stroke-width:3;opacity:.35}.scene__one{stroke:#333333}.scene__two{stroke:#222222}</style>"
    )
    assert style and head.count(">") == 1 and head.endswith(">"), "directly in the drawing"
    assert head.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1) + rest == str(brand.scene.talk)
