"""The presentation, read back by the library that others work on it with."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from handed_out import made
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from voorlichter.artefacts.kit.context import Edition, neutral_card
from voorlichter.artefacts.kit.slides import plan_foot
from voorlichter.brand import contrast, plan_palette
from voorlichter.presentation import ContactCard, Look, Slide, SlidePicture, render_presentation
from voorlichter.presentation.fit import SMALLEST, height_of, lines_of
from voorlichter.presentation.layouts import (
    FOOT_SIZE,
    FOOT_WIDTH,
    HEIGHT,
    LAYOUTS,
    LOGO_BOX,
    POINTS,
    TABLE,
    TEXT,
    WIDTH,
)
from voorlichter.presentation.theme import INK, MUTED, TABLE_STYLE, WHITE

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


@pytest.mark.sampled(2)
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


def table_of(*rows: tuple[str, ...], text: tuple[str, ...] = ()) -> Any:
    deck = opened(render_presentation([Slide("table", "Cijfers", text, table=rows)], look()))
    return next(shape for _, shape in shapes_of(deck) if shape.has_table)


def sizes_in(shape: Any) -> set[float]:
    return {
        run.font.size.pt for row in shape.table.rows for cell in row.cells for run in cell.text_frame.paragraphs[0].runs
    }


@pytest.mark.parametrize(
    ("rows", "text", "size", "margin"),
    [
        (7, (), 24, 0.09),
        (8, (), 24, 0.09),
        (9, (), 20, 0.06),
        (11, (), 20, 0.06),
        (13, (), 18, 0.03),
        (7, ("Toelichting.",), 24, 0.09),
        (8, ("Toelichting.",), 20, 0.06),
    ],
)
def test_a_table_is_as_large_as_it_fits(rows: int, text: tuple[str, ...], size: int, margin: float) -> None:
    shape = table_of(("Onderwerp", "2025"), *((f"Onderwerp {number}", "12") for number in range(rows - 1)), text=text)
    assert sizes_in(shape) == {size}
    heights = {row.height for row in shape.table.rows}
    assert heights == {round((1.2 * size / 72 + 2 * margin) * 914400)}
    cells = [cell for row in shape.table.rows for cell in row.cells]
    assert {(cell.margin_top, cell.margin_bottom) for cell in cells} == {(round(margin * 914400),) * 2}
    assert {cell.vertical_anchor for cell in cells} == {MSO_ANCHOR.MIDDLE}


@pytest.mark.parametrize("beside", ["2", "woord " * 300], ids=["narrow", "as wide"])
def test_a_row_that_is_higher_than_a_slide_has_the_smallest_letters_and_a_slide_of_its_own(beside: str) -> None:
    rows = (("Onderwerp", "2025"), ("Loon", "1"), ("woord " * 300, beside), ("Werk", "3"))
    deck = opened(render_presentation([Slide("table", "Cijfers", table=rows)], look()))
    tables = [shape for _, shape in shapes_of(deck) if shape.has_table]
    assert [cell.text for shape in tables for row in list(shape.table.rows)[1:] for cell in row.cells][::2] == [
        *("Loon", "woord " * 300, "Werk")
    ]
    assert {shape._element.find(".//{*}tableStyleId").text for shape in tables} == {TABLE_STYLE}
    if beside != "2":
        assert [sizes_in(shape) for shape in tables] == [{24}, {SMALLEST}, {24}]


def test_a_table_begins_higher_where_nothing_is_said_about_it() -> None:
    rows = (("Onderwerp", "2025"), ("Pesten", "12"))
    below, alone = table_of(*rows, text=("Toelichting.",)), table_of(*rows)
    place, said = LAYOUTS["table"].place(TABLE).box, LAYOUTS["table"].place(TEXT).box
    assert (below.left, below.top, below.width) == tuple(round(inches * 914400) for inches in place[:3])
    assert (alone.left, alone.top, alone.width) == (below.left, round(said[1] * 914400), below.width)


def test_figures_stand_to_the_right_and_a_column_is_as_wide_as_its_longest_text_asks() -> None:
    rows = (
        ("Onderwerp", "Aantal meldingen", "Deel"),
        ("Discriminatie", "1234567", "12345678"),
        ("Loon", "minder", "1"),
    )
    table = table_of(*rows).table
    sides = [[cell.text_frame.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert sides == [[None, PP_ALIGN.RIGHT, None]] * 3
    shares = [17, 20, 12]
    widths = [column.width for column in table.columns]
    whole = LAYOUTS["table"].place(TABLE).box[2] * 914400
    assert widths == [pytest.approx(whole * share / 49, abs=1) for share in shares]


def test_a_row_of_two_lines_is_as_high_as_two() -> None:
    shape = table_of(("Onderwerp", "2025"), ("woord " * 40, "woord " * 40), ("Loon", "1"))
    head, long, short = (row.height for row in shape.table.rows)
    assert head == short and long - head == pytest.approx(
        (lines_of("woord " * 40, 24, LAYOUTS["table"].place(TABLE).box[2] / 2 - 0.2) - 1) * 1.2 * 24 / 72 * 914400,
        abs=9e4,
    )


def test_a_presentation_that_is_read_from_the_right_stands_on_the_other_side_as_a_whole() -> None:
    cards = (ContactCard("أمينة الزهراء", "أ", "مستشارة", "020 000 00 01", None, None, None),)
    slides = [Slide("points", "عنوان", points=("نقطة",)), Slide("contacts", "اتصال", contacts=cards)]
    turned = opened(render_presentation(slides, look(right_to_left=True)))
    straight = opened(render_presentation(slides, look()))
    for (_, one), (_, other) in zip(shapes_of(turned), shapes_of(straight), strict=True):
        assert abs(one.left + one.width + other.left - turned.slide_width) <= 2, one.name
        assert (one.top, one.height) == (other.top, other.height)


def test_initials_stand_in_for_a_face_and_are_a_drawing_in_the_brand() -> None:
    cards = tuple(ContactCard(name, name[0], "", "020 000 00 01") for name in ("Noor", "Sam"))
    (slide,) = opened(render_presentation([Slide("contacts", "Wie", contacts=cards)], look())).slides
    circles = [shape for shape in slide.shapes if decorative(shape)]
    assert [shape.text_frame.text for shape in circles] == ["N", "S"]
    for circle, place in zip(circles, (LAYOUTS["contacts-2"].place(20), LAYOUTS["contacts-2"].place(30)), strict=True):
        assert (circle.left, circle.top, circle.width, circle.height) == tuple(
            round(side * 914400) for side in place.box
        )
        assert circle.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_1 and circle.shape_type is not None
        paragraph = circle.text_frame.paragraphs[0]
        (run,) = paragraph.runs
        assert run.font.bold and run.font.color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
        assert run.font.size.pt == max(SMALLEST, round(place.box[2] * 25)) and paragraph.alignment == PP_ALIGN.CENTER


@pytest.mark.parametrize(("size", "wide"), [((680, 60), True), ((60, 60), False)])
def test_a_logo_fills_its_box_in_its_own_shape_on_the_first_slide_and_the_last(
    size: tuple[int, int], wide: bool
) -> None:
    target = BytesIO()
    Image.new("RGB", size, "#8899aa").save(target, "PNG")
    slides = [Slide("title", "Begin"), Slide("points", "Midden", points=("Punt",)), Slide("end", "Slot")]
    deck = opened(render_presentation(slides, look(logo=target.getvalue(), logo_alt="De Zeester")))
    logos = [[shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE] for slide in deck.slides]
    assert [len(found) for found in logos] == [1, 0, 1]
    left, top, width, height = (round(side * 914400) for side in LOGO_BOX)
    for (logo,) in (logos[0], logos[2]):
        assert logo._element._nvXxPr.cNvPr.get("descr") == "De Zeester"
        assert logo.width / logo.height == pytest.approx(size[0] / size[1], rel=0.01)
        assert (logo.width == pytest.approx(width, abs=2)) is wide and (
            logo.height == pytest.approx(height, abs=2)
        ) is not wide
        assert logo.left == left and logo.top + logo.height / 2 == pytest.approx(top + height / 2, abs=2)


def test_what_is_told_to_whoever_speaks_stands_in_the_notes_and_in_the_language_of_the_talk() -> None:
    slides = [
        Slide("points", "Een", points=("Punt",), notes=("Zeg dit.", "En dit.")),
        Slide("points", "Twee", points=("Punt",)),
    ]
    deck = opened(render_presentation(slides, look()))
    first, second = deck.slides
    assert first.notes_slide.notes_text_frame.text == "Zeg dit.\nEn dit." and not second.has_notes_slide
    runs = list(first.notes_slide._element.iter(f"{A}r"))
    assert runs and {run.get_or_add_rPr().get("lang") for run in runs} == {"nl-NL"}
    masters = deck.part._element.findall("{*}notesMasterIdLst")
    assert len(masters) == 1 and len(masters[0]) == 1


def test_about_the_file_stands_whose_it_is_and_no_day_on_which_it_was_made() -> None:
    about = opened(render_presentation([Slide("title", "Begin")], look())).core_properties
    assert (about.title, about.author, about.last_modified_by, about.language) == (
        "Presentatie",
        "Praktijk",
        "Praktijk",
        "nl-NL",
    )
    assert about.created == about.modified == datetime(2026, 1, 1) and about.revision == 1


@pytest.mark.parametrize(
    ("about", "sizes"), [("externe vertrouwenspersoon", []), ("extern, voor wie het wil " * 5, ["1800"])]
)
def test_what_is_said_of_somebody_is_smaller_where_it_takes_more_room(about: str, sizes: list[str]) -> None:
    cards = tuple(ContactCard(name, name[0], about, "030 000 00 02") for name in ("Noor", "Sam", "Mo"))
    (slide,) = opened(render_presentation([Slide("contacts", "Wie", contacts=cards)], look())).slides
    said = [shape for shape in slide.placeholders if shape.has_text_frame and about.strip() in shape.text_frame.text]
    assert [shape._element.xpath(".//a:lstStyle/a:lvl2pPr/a:defRPr/@sz") for shape in said] == [sizes] * 3


def test_the_master_of_notes_that_a_presentation_names_is_the_one_it_has() -> None:
    deck = opened(render_presentation([Slide("points", "Een", points=("Punt",), notes=("Zeg dit.",))], look()))
    (id_,) = deck.part._element.xpath("./p:notesMasterIdLst/p:notesMasterId/@r:id")
    assert deck.part.related_part(id_) is deck.part.notes_master_part
