"""What a presentation is planned to tell, before anything is drawn: which part becomes which slide, and whom to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation

from voorlichter.artefacts.kit.context import Edition, describe_sheet, neutral_card
from voorlichter.artefacts.kit.slides import plan_foot, plan_look, plan_slides, render_slide
from voorlichter.presentation import Slide

SITE = {"url": "https://www.zeester.example/vp/", "shown": "www.zeester.example/vp"}


@pytest.fixture(scope="module")
def edition(editions: dict[tuple[str, str], Edition]) -> Edition:
    """One example will do."""
    return editions["vuurtoren", "nl"]


def part(name: str, *points: str, text: Sequence[str] = (), notes: Sequence[str] = ("Zeg iets.",)) -> dict[str, Any]:
    return {"id": name, "title": f"Over {name}", "text": [*text], "points": [*points], "notes": [*notes]}


PARTS = [
    part("opening", "Welkom", text=["Goed dat je er bent."]),
    part("why", "Praten helpt", "Op tijd ook", text=["Een zin vooraf."]),
    part("cases", "Iemand lacht.", "Iemand zwijgt.", "Wat doe jij?"),
    part("route", "Bel", "Praat", "Besluit"),
    part("reach", "Bellen mag altijd", notes=["Wijs aan.", "Geef tijd."]),
    part("closing", "Dank je", notes=["Blijf nog even."]),
]


def person(edition: Edition, number: int = 0, **changes: Any) -> dict[str, Any]:
    known = describe_sheet(edition, "slides", edition.slots.advisors)["advisors"][0]
    ways = [f"020 000 00 0{number}", f"{number}@zeester.example"]
    own = {"name": f"Noor Voorbeeld {number}", "call_name": "Noor", "email": ways[1], "ways": ways, "photo": None}
    return {**known, **own, **changes}


def told(edition: Edition, advisors: Sequence[Mapping[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    """All that slides are made from."""
    data = describe_sheet(edition, "slides", edition.slots.advisors)
    item = {**data["item"], "title": "Iemand om mee te praten", "parts": PARTS}
    own = {"item": item, "site": SITE, "advisors": data["advisors"] if advisors is None else [*advisors]}
    return {**data, **own, **changes}


def slides_of(edition: Edition, advisors: Sequence[Mapping[str, Any]] | None = None, **changes: Any) -> list[Slide]:
    return list(plan_slides(told(edition, advisors, **changes), edition))


def test_every_part_is_a_slide_of_its_own_kind_and_before_how_to_reach_comes_whom(edition: Edition) -> None:
    slides = slides_of(edition)
    assert [slide.layout for slide in slides] == ["title", "points", "question", "steps", "contacts", "picture", "end"]
    assert [slide.title for slide in slides if slide.layout != "contacts"] == [one["title"] for one in PARTS]


def test_a_part_keeps_its_texts_in_the_order_they_are_written(edition: Edition) -> None:
    opening, why, cases, route, _, reach, closing = slides_of(edition)
    assert (opening.text, opening.points) == ((edition.slots.org.name,), ("Goed dat je er bent.", "Welkom"))
    assert (why.text, why.points) == ((), ("Een zin vooraf.", "Praten helpt", "Op tijd ook"))
    assert (cases.text, cases.points) == (("Wat doe jij?",), ("Iemand lacht.", "Iemand zwijgt.")), "the last one asks"
    assert (route.text, route.points) == ((), ("Bel", "Praat", "Besluit"))
    assert (reach.text, reach.points) == ((), ("Bellen mag altijd",))
    assert closing.points == ("Dank je",)


def test_whoever_speaks_has_something_to_say_at_every_slide(edition: Edition) -> None:
    notes = [slide.notes for slide in slides_of(edition)]
    assert notes == [*[("Zeg iets.",)] * 4, ("Wijs aan.",), ("Geef tijd.",), ("Blijf nog even.",)]
    item = told(edition)["item"]
    reach = part("reach", "Bellen mag altijd", notes=["Wijs aan."])
    short = slides_of(edition, item={**item, "parts": [PARTS[0], reach, PARTS[-1]]})
    assert [slide.notes for slide in short[1:3]] == [("Wijs aan.",)] * 2, "one note serves both"


def test_the_last_slide_says_whom_to_call_and_of_many_where_they_stand(edition: Edition) -> None:
    few = [person(edition, 1), person(edition, 2, ways=[]), person(edition, 3)]
    names = ("Noor Voorbeeld 1: 020 000 00 01", "Noor Voorbeeld 2", "Noor Voorbeeld 3: 020 000 00 03")
    assert slides_of(edition, few)[-1].text == names
    many = [person(edition, number) for number in range(4)]
    assert slides_of(edition, many)[-1].text == (SITE["shown"],)
    assert slides_of(edition, many, site=None)[-1].text == (edition.slots.org.name,)


def test_how_to_reach_shows_the_code_of_a_site_that_there_is(edition: Edition) -> None:
    data = told(edition)
    reach = slides_of(edition)[-2]
    assert reach.picture and scanned(reach.picture.data) == [SITE["url"]]
    assert reach.picture.caption == (data["words"]["read"], SITE["shown"])
    assert reach.picture.alt == data["words"]["qr_site_alt"]
    without = slides_of(edition, site=None)[-2]
    assert (without.layout, without.picture, without.points) == ("points", None, reach.points)


def scanned(picture: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(picture)).convert("L"))]


@pytest.mark.parametrize(
    ("many", "layout", "title"), [(1, "contacts", "advisor"), (3, "contacts", "advisors"), (4, "table", "advisors")]
)
def test_as_many_as_fit_have_a_card_and_more_stand_in_a_table(
    edition: Edition, many: int, layout: str, title: str
) -> None:
    known = [edition.slots.advisors[0].id]
    data = told(edition, [person(edition, number, id=known[0]) for number in range(many)])
    whom = list(plan_slides(data, edition))[4]
    assert (whom.layout, whom.title, whom.notes) == (layout, data["words"][title], ("Wijs aan.",))
    assert len(whom.contacts) == (many if layout == "contacts" else 0)
    assert len(whom.table) == (0 if layout == "contacts" else many + 1)


def test_a_table_says_of_everybody_a_number_and_an_address_and_leaves_open_what_is_not_there(edition: Edition) -> None:
    advisors = [
        person(edition, 0),
        person(edition, 1, email=None, ways=["020 000 00 01"]),
        person(edition, 2, ways=["2@zeester.example"]),
        person(edition, 3, email=None, ways=["Signal noor.33"]),
    ]
    data = told(edition, advisors)
    heads, *rows = list(plan_slides(data, edition))[4].table
    assert heads == (data["words"]["advisor"], data["words"]["call"], data["words"]["mail"])
    assert rows == [
        ("Noor Voorbeeld 0", "020 000 00 00", "0@zeester.example"),
        ("Noor Voorbeeld 1", "020 000 00 01", ""),
        ("Noor Voorbeeld 2", "", "2@zeester.example"),
        ("Noor Voorbeeld 3", "Signal noor.33", ""),
    ]


def test_a_card_says_who_somebody_is_and_how_to_reach_them(edition: Edition) -> None:
    advisor = edition.slots.advisors[0]
    card = slides_of(edition, [person(edition, 1, role="vertrouwenspersoon", initials="NV")])[4].contacts[0]
    assert (card.name, card.initials, card.about) == ("Noor Voorbeeld 1", "NV", "vertrouwenspersoon")
    assert (card.phone, card.email, card.photo) == ("020 000 00 01", "1@zeester.example", None)
    assert card.code and scanned(card.code.data) == [neutral_card(advisor)], "what is saved says nothing of the work"
    words = told(edition)["words"]
    assert card.code.alt == words["qr_contact_alt"] % {"name": "Noor Voorbeeld 1"} and "%" not in card.code.alt
    assert card.code.caption == (words["scan_contact"],)


def test_without_a_number_a_card_has_no_code_and_says_the_address_alone(edition: Edition) -> None:
    advisor = replace(edition.slots.advisors[0], phone=None)
    nobody = replace(edition, slots=replace(edition.slots, advisors=(advisor,)))
    data = told(edition, [person(edition, 1, ways=["1@zeester.example"])])
    (card,) = list(plan_slides(data, nobody))[4].contacts
    assert (card.phone, card.email, card.code) == (None, "1@zeester.example", None)


@pytest.mark.parametrize(("alt", "said"), [("Noor lacht", "Noor lacht"), (None, "Noor Voorbeeld 1")])
def test_a_photo_says_who_is_on_it(edition: Edition, alt: str | None, said: str) -> None:
    pictured = replace(edition, pictures={**edition.pictures, "noor.jpg": b"a photo"})
    data = told(edition, [person(edition, 1, photo="noor.jpg", photo_alt=alt)])
    (card,) = list(plan_slides(data, pictured))[4].contacts
    assert card.photo and (card.photo.data, card.photo.alt) == (b"a photo", said)


def test_a_presentation_is_of_the_practice_where_there_is_one_and_looks_like_the_organisation(edition: Edition) -> None:
    brand = {"accent": "#0f5e5a", "tint": "#e6f1f0", "logo": "logo.png", "logo_alt": "De Zeester"}
    data = told(edition, brand=brand, org={"name": "De Zeester"}, practice={"name": "Praktijk Luister"})
    logo = replace(edition, pictures={**edition.pictures, "logo.png": b"a logo"})
    look = plan_look(data, logo)
    assert (look.title, look.author, look.tag) == ("Iemand om mee te praten, De Zeester", "Praktijk Luister", "nl-NL")
    assert (look.accent, look.tint, look.logo, look.logo_alt) == ("#0f5e5a", "#e6f1f0", b"a logo", "De Zeester")
    assert look.foot == plan_foot(data, False) and not look.right_to_left
    plain = plan_look({**data, "practice": None, "brand": {**brand, "logo": None, "logo_alt": None}}, logo)
    assert (plain.author, plain.logo, plain.logo_alt) == ("De Zeester", None, "")
    drawing = Image.open(BytesIO(look.scene or b""))
    assert (drawing.width, drawing.height) == (960, 480), "sharp on a screen, and twice as wide as high"
    assert drawing.convert("RGB").getpixel((0, 0)) == (255, 255, 255), "as white as the slide"


def test_the_line_for_all_names_who_has_no_number_and_falls_back_on_the_site_or_the_organisation(
    edition: Edition,
) -> None:
    noor, sam = person(edition, 1), person(edition, 2, name="Sam Elders", ways=[])
    assert plan_foot(told(edition, [noor, sam]), False) == "Noor Voorbeeld 1: 020 000 00 01   Sam Elders"
    many = [person(edition, number) for number in range(4)]
    assert plan_foot(told(edition, many), False) == SITE["shown"]
    assert plan_foot(told(edition, many, site=None), False) == edition.slots.org.name
    long = [person(edition, number, name="Naam " * 9, call_name="Naam " * 9) for number in range(3)]
    assert plan_foot(told(edition, long), False) == SITE["shown"]
    assert plan_foot(told(edition, long, site=None), False) == edition.slots.org.name


@pytest.mark.parametrize("number", ["020 000 00 01", "+31 20 000 00 01", "020-0000001"])
def test_a_number_in_a_line_that_is_read_from_the_right_is_dialled_as_it_stands(edition: Edition, number: str) -> None:
    data = told(edition, [person(edition, 1, name="أمينة", ways=[number])])
    assert plan_foot(data, True) == f"أمينة: \u200e{number}\u200e"
    assert plan_foot(data, False) == f"أمينة: {number}"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_one_slide_for_a_meeting_says_what_a_sheet_says_and_whom_to_call(edition: Edition, direction: str) -> None:
    turned = replace(edition, template=FactsAlone(replace(edition.template.facts, direction=direction)))  # type: ignore[arg-type]
    parts = [part("one", "Geen punt", text=["Praat erover.", "Bel 020 000 00 09."]), part("two", text=["Het blijft."])]
    item = {**told(edition)["item"], "title": "Op een kaartje", "parts": parts}
    (slide,) = Presentation(BytesIO(render_slide(told(edition, [person(edition, 1)], item=item), turned))).slides
    texts = [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
    mark = "\u200e" if direction == "rtl" else ""
    assert slide.shapes.title.text_frame.text == "Op een kaartje"
    assert f"Noor Voorbeeld 1: {mark}020 000 00 01{mark}" in texts
    assert f"Praat erover.\nBel {mark}020 000 00 09{mark}.\nHet blijft." in texts
    assert f"{told(edition)['words']['read']}\n{SITE['shown']}" in texts
    assert "Geen punt" not in "\n".join(texts), "what is only for a card with room"


class FactsAlone:
    """A template of which nothing but the facts is asked."""

    def __init__(self, facts: object) -> None:
        self.facts = facts
