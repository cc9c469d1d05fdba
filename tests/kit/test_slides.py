"""The presentation, read back by the library that others work on it with."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from handed_out import made
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from voorlichter.artefacts.kit.context import Edition, neutral_card
from voorlichter.artefacts.kit.slides import plan_foot
from voorlichter.brand import contrast, plan_palette
from voorlichter.presentation import ContactCard, Look, Slide, SlidePicture, render_presentation
from voorlichter.presentation.fit import SMALLEST, height_of, lines_of
from voorlichter.presentation.layouts import FOOT_SIZE, FOOT_WIDTH, HEIGHT, LAYOUTS, POINTS, WIDTH
from voorlichter.presentation.theme import INK, MUTED, WHITE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "Wilhelmina-Alexandrina van Oosterhout-Bartholomeus-Vlasakkers"


def photo(color: str = "#8899aa") -> bytes:
    target = BytesIO()
    Image.new("RGB", (320, 320), color).save(target, "JPEG")
    return target.getvalue()


def look(color: str = "#0f5e5a", **more: Any) -> Look:
    palette = plan_palette(color)
    return Look("Presentatie", "Praktijk", "nl-NL", palette.accent_light, palette.tint_light, **more)


@pytest.fixture(scope="session")
def data(edition: Edition) -> bytes:
    return made(edition, "slides.pptx")


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def shapes_of(deck: Any) -> Iterator[tuple[Any, Any]]:
    return ((slide, shape) for slide in deck.slides for shape in slide.shapes)


def decorative(shape: Any) -> bool:
    return any(
        mark.get("val") == "1"
        for mark in shape._element._nvXxPr.cNvPr.iter(
            "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
        )
    )


def told(deck: Any) -> str:
    return "\n".join(shape.text_frame.text for _, shape in shapes_of(deck) if shape.has_text_frame)


def check_deck(deck: Any) -> None:
    """What holds for every presentation of ours."""
    assert (deck.slide_width, deck.slide_height) == (round(WIDTH * 914400), round(HEIGHT * 914400))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles) and len(set(titles)) == len(titles)
    for slide in deck.slides:
        assert slide.shapes[0] == slide.shapes.title, "a title is read first"
    for slide, shape in shapes_of(deck):
        assert shape.is_placeholder or shape.shape_type == MSO_SHAPE_TYPE.PICTURE or decorative(shape), (
            slide,
            shape.name,
        )
        assert (
            shape.left >= 0
            and shape.top >= 0
            and shape.left + shape.width <= deck.slide_width
            and shape.top + shape.height <= deck.slide_height
        )
        if shape.has_text_frame:
            assert shape.text_frame.text.strip() or shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER, (
                f"{shape.name} is empty"
            )
        if shape._element.tag.endswith("}pic"):
            alt = shape._element._nvXxPr.cNvPr.get("descr")
            assert alt and not re.search(r"\.(png|jpg)$", alt), f"{shape.name} says nothing to whoever cannot see it"
        assert {run.get_or_add_rPr().get("lang") for run in shape._element.iter(f"{A}r")} <= {"nl-NL", "en-GB"}
        check_fit(slide, shape)


def check_fit(slide: Any, shape: Any) -> None:
    """By the widths of a wide face, and never smaller than a room can read."""
    sizes = [int(size) for size in shape._element.xpath(".//@sz") if size.isdigit()]
    assert all(size >= 100 * SMALLEST for size in sizes)
    if (
        not (shape.is_placeholder and shape.has_text_frame)
        or shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    ):
        return
    layout = LAYOUTS[
        list(LAYOUTS)[list(slide.part.package.presentation_part.presentation.slide_layouts).index(slide.slide_layout)]
    ]
    place = layout.place(shape.placeholder_format.idx)
    own = {level: shape._element.xpath(f".//a:lstStyle/a:lvl{level}pPr/a:defRPr/@sz") for level in (1, 2)}
    styles = {1: place.style, 2: place.details}
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:
        level = paragraph.level + 1
        size = int(own[level][0]) // 100 if own[level] else styles[level].sizes[0]
        height += (
            height_of([paragraph.text], size, place.box[2] - styles[level].indent) + styles[level].space * size / 72
        )
    assert height <= place.box[3] + 0.35, f"{shape.name}: {shape.text_frame.text[:40]}"


def test_a_talk_of_half_an_hour_that_can_be_worked_on(edition: Edition, data: bytes) -> None:
    assert data == made(edition, "slides.pptx")
    deck = opened(data)
    check_deck(deck)
    assert 12 <= len(deck.slides) <= 15
    assert all(len(slide.notes_slide.notes_text_frame.text) > 100 for slide in deck.slides)
    about = deck.core_properties
    practice = edition.slots.practice
    assert about.author == (practice.name if practice else edition.slots.org.name)
    assert edition.slots.org.name in about.title and about.language == {"nl": "nl-NL", "en": "en-GB"}[edition.language]
    text = told(deck)
    for advisor in edition.slots.advisors:
        assert text.count(advisor.name) >= 2 and text.count(str(advisor.phone)) >= 2
    assert all(point in text for part in edition.items["slides"]["parts"] for point in part["points"])


def test_the_slide_of_whom_to_call_is_called_after_one_or_several(edition: Edition, data: bytes) -> None:
    titles = [slide.shapes.title.text_frame.text.partition(" (")[0] for slide in opened(data).slides]
    one, several = {
        "nl": ("Vertrouwenspersoon", "Vertrouwenspersonen"),
        "en": ("Confidential advisor", "Confidential advisors"),
    }[edition.language]
    called = [title for title in titles if title in (one, several)]
    assert called and set(called) == {several if len(edition.slots.advisors) > 1 else one}


def test_a_slide_has_one_thought_that_is_read_from_afar_and_little_beneath_it(data: bytes) -> None:
    deck = opened(data)
    names = {name for layout in ("points", "steps") for name in (LAYOUTS[layout].name.nl, LAYOUTS[layout].name.en)}
    thoughts = [slide for slide in deck.slides if slide.slide_layout.name in names]
    assert len(thoughts) >= 8
    for slide in thoughts:
        title = slide.shapes.title
        (size,) = title._element.xpath(".//a:lstStyle//@sz") or ["5400"]
        assert int(size) >= 4400, title.text_frame.text
        beneath = [shape for shape in slide.placeholders if shape.placeholder_format.idx == POINTS]
        assert all(len(shape.text_frame.paragraphs) <= 5 for shape in beneath), title.text_frame.text
        points = [paragraph.text for shape in beneath for paragraph in shape.text_frame.paragraphs]
        assert max(lines_of(point, 24, 9.4) for point in points) == 1, points


@pytest.mark.parametrize(
    ("names", "foot"),
    [
        (("Noor Voorbeeld", "Sam Elders"), "Noor Voorbeeld: 020 000 00 01   Sam Elders: 020 000 00 02"),
        (
            ("Noor Voorbeeld", "Kasia Voorbeeld", "Yusuf Steen"),
            "Noor: 020 000 00 01   Kasia: 020 000 00 02   Yusuf: 020 000 00 03",
        ),
        ((LONG, LONG, LONG), "www.zeester.example/vp"),
    ],
)
def test_the_line_for_all_shortens_names_before_it_leaves_out_numbers(names: tuple[str, ...], foot: str) -> None:
    advisors = [
        {"name": name, "call_name": name.split()[0], "ways": [f"020 000 00 0{number}"]}
        for number, name in enumerate(names, 1)
    ]
    assert plan_foot({"advisors": advisors, "site": {"shown": "www.zeester.example/vp"}}, False) == foot


def test_every_slide_says_whom_to_call(edition: Edition, data: bytes) -> None:
    for slide in opened(data).slides:
        own = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        below = "".join(shape.text_frame.text for shape in slide.slide_layout.shapes if shape.name == "foot")
        for advisor in edition.slots.advisors:
            assert str(advisor.phone) in own + below, slide.shapes.title.text_frame.text


def test_a_line_for_all_holds_all_or_says_where_they_stand() -> None:
    deck = opened(render_presentation([Slide("points", "Titel", points=("Punt",))], look(foot="Noor: 020 000 00 01")))
    (line,) = (shape for shape in deck.slides[0].slide_layout.shapes if shape.name == "foot")
    assert line.text_frame.text == "Noor: 020 000 00 01" and line.left + line.width < deck.slide_width
    assert lines_of(line.text_frame.text, FOOT_SIZE, FOOT_WIDTH) == 1


def test_nothing_in_it_tells_when_or_where_it_was_made(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist() == sorted(packed.namelist()) and packed.namelist()[0] == "[Content_Types].xml"
        assert "python" not in packed.read("docProps/core.xml").decode().casefold()
        everything = b"".join(packed.read(name) for name in packed.namelist() if name.endswith((".xml", ".rels")))
    assert set(re.findall(rb"20\d\d-\d\d-\d\dT", everything)) == {b"2026-01-01T"}


def test_the_codes_on_the_slides_lead_where_they_say(edition: Edition, data: bytes) -> None:
    read = {
        code.bytes.decode()
        for _, shape in shapes_of(opened(data))
        if shape._element.tag.endswith("}pic")
        for code in zxingcpp.read_barcodes(
            Image.open(BytesIO(shape.image.blob)).convert("L"), formats=zxingcpp.BarcodeFormat.QRCode
        )
    }
    address = edition.slots.publication.pages
    cards = {card for advisor in edition.slots.advisors if (card := neutral_card(advisor))}
    assert read == cards | ({address.href} if address else set())


def test_the_longest_names_and_texts_stay_in_their_place() -> None:
    code = SlidePicture(photo(), "Code", ("Scan om het nummer te bewaren",))
    cards = [
        ContactCard(
            LONG,
            "WO",
            "externe vertrouwenspersoon",
            "030 000 00 02",
            f"{'lang' * 9}@voorbeeld.example",
            SlidePicture(photo(), "Foto van W"),
            code,
        ),
        ContactCard("أمينة الزهراء", "أ", "interne vertrouwenspersoon", None, "amina@zeester.example", None, None),
        ContactCard("Jo", "J", "", "030 000 00 03", None, None, code),
    ]
    points = tuple(f"Een punt met een zin die wat langer is dan gewoon, nummer {number}" for number in range(7))
    slides = [
        Slide("title", f"Praten over wat er speelt bij {LONG}", (LONG,), points[:5]),
        Slide("points", "Ontwikkelingsgerichtheidsondersteuningsmedewerkers en hun werk", points=points),
        *(Slide("contacts", "Vertrouwenspersonen", contacts=tuple(cards[:number])) for number in (1, 2, 3)),
        Slide("question", "Wat zou jij doen?", points[:1], points[:4]),
        Slide(
            "card",
            "Iemand om mee te praten",
            (f"{LONG}: 030 000 00 02",) * 3,
            points[:3],
            picture=SlidePicture(photo(), "Code", ("Lees meer op", "www.een-heel-lang-adres.example/met/een/pad")),
        ),
        Slide(
            "picture",
            "Zo bereik je ons",
            points=points[:4],
            picture=SlidePicture(photo(), "Code", ("Lees meer op", "www.een-heel-lang-adres.example/met/een/pad")),
        ),
        Slide(
            "table",
            "Cijfers",
            points[:1],
            table=(("Onderwerp", "2024", "2025"), *((f"Onderwerp {n} {LONG}", "minder", "12") for n in range(5))),
        ),
        Slide("end", "Vragen?", (f"{LONG}: 030 000 00 02",) * 3, points[:2]),
    ]
    deck = opened(render_presentation(slides, look()))
    check_deck(deck)
    assert LONG in told(deck)
    assert [slide.shapes.title.text_frame.text for slide in deck.slides][2:5] == [
        "Vertrouwenspersonen",
        "Vertrouwenspersonen (2)",
        "Vertrouwenspersonen (3)",
    ]
    assert not any(slide.has_notes_slide for slide in deck.slides)


@pytest.mark.parametrize(
    ("email", "shown"),
    [
        ("vertrouwenspersoon@ooverlaar.example", "vertrouwenspersoon\v@ooverlaar.example"),
        ("noor@praktijk-luister.example", "noor@praktijk-luister.example"),
    ],
)
def test_an_address_too_long_for_its_line_goes_on_before_its_sign(email: str, shown: str) -> None:
    cards = tuple(ContactCard(name, name[0], "", "030 000 00 02", email, None, None) for name in ("Noor", "Sam"))
    (slide,) = opened(render_presentation([Slide("contacts", "Vertrouwenspersonen", contacts=cards)], look())).slides
    texts = [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
    assert [text for text in texts if "@" in text] == [f"030 000 00 02\n{shown}"] * 2


def test_a_table_is_a_table_with_heads() -> None:
    rows = (("Onderwerp", "2024", "2025"), ("Pesten", "7", "9"), ("Discriminatie", "–", "12"))
    deck = opened(render_presentation([Slide("table", "Cijfers", table=rows)], look()))
    (table,) = (shape.table for _, shape in shapes_of(deck) if shape.has_table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(row) for row in rows]
    assert table.first_row and not table.horz_banding


def test_a_table_that_is_too_long_goes_on_under_the_same_heads() -> None:
    heads, rows = (
        ("Vertrouwenspersoon", "Bel"),
        [(f"Naam {number} {'Van Ver ' * (number % 3)}", "030 000 00 02") for number in range(40)],
    )
    deck = opened(
        render_presentation(
            [Slide("table", "Wie", ("Kies zelf.",), table=(heads, *rows), notes=("Zeg iets.",))], look()
        )
    )
    check_deck(deck)
    tables = [shape for _, shape in shapes_of(deck) if shape.has_table]
    assert [tuple(cell.text for cell in row.cells) for shape in tables for row in list(shape.table.rows)[1:]] == rows
    assert all(tuple(cell.text for cell in shape.table.rows[0].cells) == heads for shape in tables) and len(tables) > 2
    assert all(
        shape.top + sum(row.height for row in shape.table.rows) <= LAYOUTS["table"].hill[1] * 914400 for shape in tables
    )
    assert all(slide.has_notes_slide for slide in deck.slides)


@pytest.mark.parametrize("color", ["#000000", "#ffffff", "#ffe000", "#0b5fa5", "#7b1e3b", "#00ff7f"])
def test_every_brand_stays_legible(color: str) -> None:
    deck = opened(render_presentation([Slide("title", "Titel")], look(color)))
    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    ).blob.decode()
    colors = {
        name: f"#{value.lower()}" for name, value in re.findall(r"<a:(\w+)><a:srgbClr val=\"(\w+)\"/></a:\1>", theme)
    }
    shown = {
        "tx1": colors["dk1"],
        "bg1": colors["lt1"],
        "tx2": colors["dk2"],
        "bg2": colors["lt2"],
        "accent1": colors["accent1"],
    }
    assert (shown["tx1"], shown["bg1"], shown["tx2"]) == (INK, WHITE, MUTED)
    for name, layout in LAYOUTS.items():
        for place in layout.places:
            for style in (place.style, place.details):
                ground = "accent1" if style.color == "bg1" else layout.ground
                if place.type in ("title", "body", "sldNum") and not (style is place.details and place.idx < 20):
                    assert contrast(shown[style.color], shown[ground]) >= 4.5, (name, place.idx)
                    assert style.color != "bg1" or place.box[1] > layout.hill[1], "white stands on the hill only"
