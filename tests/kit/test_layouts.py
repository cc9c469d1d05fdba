"""Where everything stands on a slide: planned so that nothing is in the way, and in the file as it is planned."""

from __future__ import annotations

from dataclasses import fields
from io import BytesIO
from itertools import combinations, pairwise
from typing import Any, get_args, get_type_hints

import pytest
from PIL import Image
from pptx import Presentation

from voorlichter.presentation.fit import SMALLEST, fitting_size, height_of, lines_of, size_of_points, width_of
from voorlichter.presentation.layouts import (
    CAPTION,
    CONTACTS,
    HEIGHT,
    LAYOUTS,
    LOGO_BOX,
    NUMBER,
    POINTS,
    TEXT,
    TITLE,
    WIDTH,
    Box,
    Drawn,
    Placeholder,
    Style,
)
from voorlichter.presentation.master import TAGS, emu, render_template
from voorlichter.presentation.model import Look
from voorlichter.problems import Language

SIZES = {60, 54, 48, 44, 40, 36, 32, 30, 28, 24, 22, 20, 18}
"""All that a slide knows: what differs in size is seen to differ."""
PLACES = [pytest.param(place, id=f"{name}-{place.idx}") for name, drawn in LAYOUTS.items() for place in drawn.places]


@pytest.mark.parametrize("name", LAYOUTS)
def test_everything_stands_on_the_slide_and_nothing_stands_on_anything_else(name: str) -> None:
    drawn = LAYOUTS[name]
    boxes = {str(place.idx): place.box for place in drawn.places}
    boxes |= {"scene": drawn.scene} if drawn.scene else {}
    boxes |= {"logo": LOGO_BOX} if name in ("title", "end") else {}
    for what, (left, top, width, height) in boxes.items():
        assert left > 0 and top > 0 and left + width < WIDTH and top + height < HEIGHT, what
        assert width > 0 and height > 0, what
    for (what, one), (with_, other) in combinations(boxes.items(), 2):
        assert not _overlap(one, other), f"{what} and {with_}"


def _overlap(one: Box, other: Box) -> bool:
    return all(one[at] + one[at + 2] > other[at] + 1e-6 and other[at] + other[at + 2] > one[at] + 1e-6 for at in (0, 1))


@pytest.mark.parametrize("name", LAYOUTS)
def test_texts_begin_at_one_margin_and_the_hill_reaches_three_edges(name: str) -> None:
    drawn = LAYOUTS[name]
    assert drawn.place(TITLE).box[0] == LOGO_BOX[0] == min(place.box[0] for place in drawn.places)
    left, top, width, height = drawn.hill
    assert (left, width) == (0, WIDTH) and top + height == pytest.approx(HEIGHT)
    assert drawn.places[0].idx == TITLE, "a title is read first"
    numbers = [place.idx for place in drawn.places]
    assert len(set(numbers)) == len(numbers)
    assert (NUMBER in numbers) is (name not in ("title", "end")), "a cover has no number"


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_one_of_the_kinds_there_are_and_shrinks_by_steps_that_are_seen(place: Placeholder) -> None:
    for part in (place, place.style, place.details):
        kinds = get_type_hints(type(part))
        for field in fields(part):
            allowed = get_args(kinds[field.name])
            if allowed and all(isinstance(one, str) for one in allowed):
                assert getattr(part, field.name) in allowed
    for style in (place.style, place.details):
        assert set(style.sizes) <= SIZES and all(larger > smaller for larger, smaller in pairwise(style.sizes))
        assert style.sizes[-1] >= SMALLEST
        assert 0 <= style.space <= 0.5
    assert place.prompt.nl and place.prompt.en
    assert place.shape != "ellipse" or place.box[2] == place.box[3], "a face is in a circle"


def test_a_title_is_bold_and_largest_where_it_is_the_thought_and_lists_have_signs() -> None:
    first = {name: drawn.place(TITLE).style for name, drawn in LAYOUTS.items()}
    assert all(style.bold and style.color == "tx1" for style in first.values())
    assert {style.sizes for name, style in first.items() if name in ("title", "end")} == {
        (60, 54, 48, 44, 40, 36, 32, 28)
    }
    thoughts = ("points", "steps")
    assert {first[name].sizes for name in thoughts} == {(54, 48, 44, 40, 36, 32, 28)}
    assert {style.sizes for name, style in first.items() if name not in ("title", "end", *thoughts)} == {
        (40, 36, 32, 28, 24)
    }
    for name in thoughts:
        assert LAYOUTS[name].place(POINTS).style.sizes[0] * 1.5 < first[name].sizes[0], "what is beneath is less"
    signs = {name: drawn.place(POINTS).style.bullet for name, drawn in LAYOUTS.items() if has(drawn, POINTS)}
    assert all(drawn.place(POINTS).style.space > 0 for drawn in LAYOUTS.values() if has(drawn, POINTS)), "points apart"
    none, dots, numbers = ("title", "end", "card"), ("points", "picture"), ("steps", "question")
    assert signs == dict.fromkeys(none, "none") | dict.fromkeys(dots, "dot") | dict.fromkeys(numbers, "number")


def test_what_leads_asks_or_is_dialled_has_the_brand_and_what_stands_on_the_hill_is_white() -> None:
    colored = {
        (name, place.idx): place.style.color
        for name, drawn in LAYOUTS.items()
        for place in drawn.places
        if place.style.color != "tx1" and place.idx not in (NUMBER, CAPTION)
    }
    cards = {
        (f"contacts-{number}", first + 2): "accent1"
        for number in range(1, len(CONTACTS) + 1)
        for first in CONTACTS[:number]
    }
    on_hill = {("title", POINTS): "bg1", ("end", TEXT): "bg1"}
    assert colored == cards | on_hill | {(name, TEXT): "accent1" for name in ("title", "question", "card")}
    assert {drawn.place(NUMBER).style.color for drawn in LAYOUTS.values() if has(drawn, NUMBER)} == {"bg1"}
    assert {drawn.place(CAPTION).style.color for drawn in LAYOUTS.values() if has(drawn, CAPTION)} == {"tx2"}
    assert {name for name, drawn in LAYOUTS.items() if drawn.ground != "bg1"} == {"question"}
    assert {name for name, drawn in LAYOUTS.items() if drawn.scene} == {"title", "end", "points", "steps"}


@pytest.mark.parametrize("number", range(1, len(CONTACTS) + 1))
def test_a_card_is_read_as_a_face_who_how_to_reach_and_a_code(number: int) -> None:
    places = LAYOUTS[f"contacts-{number}"].places
    cards = [first + at for first in CONTACTS[:number] for at in range(4)]
    assert [place.idx for place in places] == [TITLE, *cards, CAPTION, NUMBER]
    for at in range(1, 1 + 4 * number, 4):
        face, who, reach, code = places[at : at + 4]
        assert (face.type, who.type, reach.type, code.type) == ("pic", "body", "body", "pic")
        assert (face.shape, code.shape) == ("ellipse", "rect") and face.box[1:] == (code.box[1], *face.box[2:])
        assert who.style.bold and reach.style.bold and who.style.sizes == reach.style.sizes
        assert (who.box[0] > face.box[0]) and (reach.box[0] >= who.box[0]) and code.box[0] > reach.box[0]
        assert (who.anchor, reach.anchor) == (("b", "t") if number == 1 else ("ctr", "ctr"))
    assert places[-2].align == ("ctr" if number == 1 else "r")


def has(drawn: Drawn, idx: int) -> bool:
    return any(place.idx == idx for place in drawn.places)


def look(language: Language, scene: bytes | None = None) -> Look:
    return Look("Presentatie", "Praktijk", TAGS[language], "#0f5e5a", "#e6f1f0", scene=scene)


def picture() -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 20), "#8899aa").save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("language", TAGS)
def test_the_file_holds_every_layout_as_it_is_planned(language: Language) -> None:
    deck = Presentation(BytesIO(render_template(look(language, picture()))))
    assert [one.name for one in deck.slide_layouts] == [drawn.name.to(language) for drawn in LAYOUTS.values()]
    for drawn, made in zip(LAYOUTS.values(), deck.slide_layouts, strict=True):
        assert [_told(shape) for shape in made.placeholders] == [_planned(place, language) for place in drawn.places]
        ids = made._element.xpath(".//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)
        assert made._element.xpath("./p:cSld/p:bg//a:schemeClr/@val") == [drawn.ground]
        others = {shape.name: _box(shape) for shape in made.shapes if not shape.is_placeholder}
        wanted = {"scene": drawn.scene} if drawn.scene else {}
        assert others == {name: tuple(map(emu, box)) for name, box in (wanted | {"hill": drawn.hill}).items()}


def test_without_a_drawing_of_its_own_a_layout_has_none() -> None:
    deck = Presentation(BytesIO(render_template(look("nl"))))
    assert {shape.name for made in deck.slide_layouts for shape in made.shapes if not shape.is_placeholder} == {"hill"}


def test_what_somebody_adds_on_a_deeper_level_is_a_list_too() -> None:
    master = Presentation(BytesIO(render_template(look("nl")))).slide_master
    levels = master._element.xpath("./p:txStyles/p:bodyStyle/*")
    assert [level.tag.rpartition("}")[2] for level in levels] == [f"lvl{number}pPr" for number in range(1, 6)]
    assert [int(level.get("marL")) for level in levels] == [emu(0.5) * number for number in range(1, 6)]
    assert all(_in(level, "a:buChar") and level.get("algn") == "l" for level in levels)
    assert [_in(level, "a:defRPr/@sz") for level in levels] == [["3200"], *[["2400"]] * 4]
    assert [_in(level, "a:defRPr//a:schemeClr/@val") for level in levels] == [["tx1"], *[["tx2"]] * 4]
    assert [shape.placeholder_format.idx for shape in master.placeholders] == [0, 1, NUMBER]


def _box(shape: Any) -> tuple[int, ...]:
    return shape.left, shape.top, shape.width, shape.height


def _in(level: Any, path: str) -> list[Any]:
    return list(level.xpath(path, namespaces={"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}))


def _told(shape: Any) -> dict[str, Any]:
    element = shape._element
    levels = element.xpath(".//a:lstStyle/*")
    return {
        "type": element.xpath(".//p:ph/@type"),
        "idx": shape.placeholder_format.idx,
        "box": _box(shape),
        "prompt": shape.text_frame.text,
        "language": {*element.xpath(".//a:rPr/@lang")},
        "anchor": element.xpath(".//a:bodyPr/@anchor"),
        "shape": element.xpath(".//a:prstGeom/@prst"),
        "levels": [
            (
                level.get("algn"),
                (_in(level, "a:buChar/@char") + _in(level, "a:buAutoNum/@type") or ["none"])[0],
                len(_in(level, "a:buNone")),
                int(level.get("marL")),
                int(level.get("indent")),
                *(int(_in(level, f"a:defRPr/@{name}")[0]) for name in ("sz", "b")),
                *_in(level, "a:defRPr/a:solidFill/a:schemeClr/@val"),
                *_in(level, "a:defRPr/a:latin/@typeface"),
                int(_in(level, "a:spcBef/a:spcPct/@val")[0]),
            )
            for level in levels
        ],
    }


def _planned(place: Placeholder, language: Language) -> dict[str, Any]:
    def level(number: int, style: Style) -> tuple[Any, ...]:
        sign = {"none": "none", "dot": "•", "number": "arabicPeriod"}[style.bullet]
        face = "+mj-lt" if place.type == "title" else "+mn-lt"
        indent = 0 if sign == "none" else emu(0.5)
        look = (style.sizes[0] * 100, int(style.bold), style.color, face, round(style.space * 100000))
        return (place.align, sign, int(sign == "none"), indent * number, -indent, *look)

    return {
        "type": [place.type],
        "idx": place.idx,
        "box": tuple(map(emu, place.box)),
        "prompt": "‹#›" if place.type == "sldNum" else place.prompt.to(language),
        "language": {TAGS[language]},
        "anchor": [place.anchor],
        "shape": [place.shape],
        "levels": [level(1, place.style), *([level(2, place.details)] if place.type == "body" else [])],
    }


def test_a_wide_sign_counts_for_more_than_a_narrow_one() -> None:
    for narrow, wide in pairwise(
        ["il., ", "frtJ-", "ckLsvxyz", "aegEFKPSTYZ0123456789", "bdhnopquö", "ABCDGHNOÉ", "mwMW@%—…"]
    ):
        assert max(map(width_of, narrow)) < min(map(width_of, wide)), (narrow, wide)
        assert len(set(map(width_of, narrow))) == 1, narrow
    assert width_of("aa") == 1.0 and width_of("") == 0 and width_of("mi") == pytest.approx(1.1)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("aaaa", 2.0, 1),
        ("aaaa aaaa", 4.25, 1),
        ("aaaa aaaa", 4.24, 2),
        ("aaaa aaaa aaaa", 4.25, 2),
        ("aa aaaa aaaa", 4.25, 2),
        ("aa aa aa", 3.5, 1),
        ("aa aa aa", 3.49, 2),
        ("aaaaaaaa", 2.0, 2),
        ("aaaaaaaaa", 2.0, 3),
        ("aa aaaaaaaa aa", 2.0, 4),
        ("", 2.0, 1),
    ],
)
def test_a_line_takes_the_words_that_fit_and_a_longer_word_is_cut(text: str, width: float, lines: int) -> None:
    assert lines_of(text, 72, width) == lines
    assert lines_of(text, 36, width / 2) == lines


def test_a_text_is_as_large_as_it_fits_a_list_a_little_smaller_where_that_saves_lines() -> None:
    assert height_of(["aaaa", "aaaa"], 60, 2.0, 0.5) == pytest.approx((2 * 1.2 + 0.5) * 60 / 72)
    exact = 1.2 * 40 / 72
    assert fitting_size(["a"], (60, 40, 20), 9, exact) == 40
    assert fitting_size(["a"], (60, 40, 20), 9, exact - 0.01) == 20
    assert fitting_size(["a"], (60, 40), 9, 0.1) == 40, "the last where none does"
    wide = width_of("aaaa") * 40 / 72
    assert fitting_size(["aaaa"], (40, 20), wide * 1.081, exact) == 40
    assert fitting_size(["aaaa"], (40, 20), wide * 1.07, exact) == 20, "what stands in for the face is wider"
    assert fitting_size(["aaaa"], (40, 20), wide * 1.081, exact, bold=True) == 20, "and bold letters are"
    assert fitting_size(["aaaa"], (40, 20), wide * 1.081 * 1.051, exact, bold=True) == 40
    points, sizes = ["aaaa aaaa"], (40, 36, 32, 28)
    one_line = {size: width_of(points[0]) * size / 72 for size in sizes}
    assert size_of_points(points, sizes, one_line[40] + 0.01, 9, 0.5) == 40
    assert size_of_points(points, sizes, one_line[36] + 0.01, 9, 0.5) == 36
    assert size_of_points(points, sizes, one_line[32] + 0.01, 9, 0.5) == 32
    assert size_of_points(points, sizes, one_line[28] + 0.01, 9, 0.5) == 40, "not three steps for one line"
