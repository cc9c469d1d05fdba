"""Where everything stands on a slide: planned so that nothing is in the way, and in the file as it is planned."""

from __future__ import annotations

import zipfile
from dataclasses import fields, replace
from io import BytesIO
from itertools import combinations, pairwise
from os.path import normpath
from pathlib import PurePosixPath
from typing import Any, get_args, get_type_hints
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation

from voorlichter.presentation.fit import SMALLEST, fitting_size, height_of, lines_of, size_of_points, width_of
from voorlichter.presentation.layouts import (
    CAPTION,
    CONTACTS,
    FOOT_SIZE,
    FOOT_WIDTH,
    HEIGHT,
    LAYOUTS,
    LOGO_BOX,
    NUMBER,
    PICTURE,
    POINTS,
    TABLE,
    TEXT,
    TITLE,
    WIDTH,
    Box,
    Drawn,
    Placeholder,
    Style,
    layouts_for,
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


HOLDS = {
    "title": {TEXT, POINTS}, "points": {POINTS}, "steps": {POINTS}, "question": {TEXT, POINTS},
    "picture": {POINTS, PICTURE, CAPTION}, "card": {TEXT, POINTS, PICTURE, CAPTION}, "table": {TEXT, TABLE},
    "end": {TEXT, POINTS},
}  # fmt: skip
"""Beside a title, and a number on all but a cover."""


def test_a_slide_has_a_place_for_what_its_kind_can_hold() -> None:
    held = {name: {place.idx for place in drawn.places} - {TITLE, NUMBER} for name, drawn in LAYOUTS.items()}
    assert {name: places for name, places in held.items() if not name.startswith("contacts")} == HOLDS


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_follows_a_title_stands_right_beneath_it_and_the_title_stands_down_upon_it(name: str) -> None:
    title, *others = LAYOUTS[name].places
    assert title.anchor == "b"
    gap = min(place.box[1] for place in others if place.type == "body") - bottom(title.box)
    assert 0 < gap <= (0.65 if name == "contacts-1" else 0.35)


@pytest.mark.parametrize("name", ["points", "steps"])
def test_a_thought_has_all_the_room_beside_the_drawing(name: str) -> None:
    drawn = LAYOUTS[name]
    assert drawn.scene and 0 < drawn.scene[0] - right(drawn.place(POINTS).box) <= 0.2
    assert drawn.foot and right(drawn.foot) < drawn.scene[0], "and the line for all ends before it"
    assert drawn.scene[1] - drawn.foot[1] < 0 < drawn.foot[1] - bottom(drawn.place(POINTS).box)


def test_a_logo_is_no_wider_than_a_third_of_what_texts_have() -> None:
    assert LOGO_BOX[2] <= LAYOUTS["points"].place(TITLE).box[2] / 3


def test_the_line_for_all_has_the_room_it_is_measured_by_and_letters_as_small_as_may_be() -> None:
    assert {drawn.foot[2] for drawn in LAYOUTS.values() if drawn.foot} == {FOOT_WIDTH}
    assert FOOT_SIZE == SMALLEST


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name not in ("title", "end")])
def test_the_number_of_a_slide_is_level_with_the_line_for_all_and_stands_against_the_right_margin(name: str) -> None:
    number, foot = LAYOUTS[name].place(NUMBER), LAYOUTS[name].foot
    assert (number.align, number.anchor, number.style.bold) == ("r", "ctr", True)
    assert foot and (number.box[1], number.box[3]) == (foot[1], foot[3])
    assert 0.3 <= WIDTH - right(number.box) <= LAYOUTS[name].place(TITLE).box[0]


def test_what_stands_in_the_brand_is_bold_and_what_stands_on_the_hill_is_in_the_middle_of_it() -> None:
    for name, drawn in LAYOUTS.items():
        for place in drawn.places:
            assert place.style.color != "accent1" or place.style.bold, (name, place.idx)
            assert place.style.color != "bg1" or place.anchor == "ctr", (name, place.idx)
    assert LAYOUTS["end"].place(TEXT).style.bold, "whom to call is what stays"
    for name in ("title", "end"):
        hill, white = LAYOUTS[name].hill, LAYOUTS[name].place(POINTS if name == "title" else TEXT).box
        assert white[1] - hill[1] > bottom(hill) - bottom(white) > 0, "where the hill is whole"


def test_several_to_call_stand_apart_and_a_text_begins_larger_than_the_smallest() -> None:
    assert LAYOUTS["card"].place(TEXT).style.space > 0
    for name, drawn in LAYOUTS.items():
        for place in drawn.places:
            if place.type == "body":
                assert place.style.sizes[0] > SMALLEST and place.details.sizes[0] > SMALLEST, (name, place.idx)
                assert place.details.color == "tx2" and not place.details.bold, "what is said of somebody is less"


@pytest.mark.parametrize(
    ("name", "pictured"), [("picture", PICTURE), ("card", PICTURE), ("contacts-1", CONTACTS[0] + 3)]
)
def test_what_is_said_of_a_picture_stands_in_the_middle_right_beneath_it(name: str, pictured: int) -> None:
    drawn = LAYOUTS[name]
    picture, caption = drawn.place(pictured).box, drawn.place(CAPTION)
    assert picture[2] == picture[3] and right(picture) <= right(drawn.place(TITLE).box) + 1e-6
    assert caption.align == "ctr" and 0 < caption.box[1] - bottom(picture) <= 0.15
    assert caption.box[0] + caption.box[2] / 2 == pytest.approx(picture[0] + picture[2] / 2)
    assert picture[2] + 1 < caption.box[2]


@pytest.mark.parametrize("number", range(1, len(CONTACTS) + 1))
def test_a_card_takes_all_the_room_there_is_from_margin_to_margin(number: int) -> None:
    drawn = LAYOUTS[f"contacts-{number}"]
    cards = [[drawn.place(first + at).box for at in range(4)] for first in CONTACTS[:number]]
    for face, who, reach, code in cards:
        assert face[0] == drawn.place(TITLE).box[0] and right(code) == pytest.approx(right(drawn.place(TITLE).box))
        assert 0.4 <= who[0] - right(face) <= 0.5
        assert 0 < code[0] - right(reach) <= 0.35 and abs(who[2] - reach[2]) <= 0.15
        if number == 1:
            assert (who[0], who[2]) == (reach[0], reach[2]) and 0 < reach[1] - bottom(who) <= 0.2
            assert 0 < drawn.place(CAPTION).box[1] - bottom(reach) <= 0.1
        else:
            assert (who[1], who[3]) == (reach[1], reach[3]) and 0 < reach[0] - right(who) <= 0.25
            assert who[1] < face[1] and bottom(face) < bottom(who)
    assert all(0.2 <= lower[1] - bottom(upper) <= 0.3 for (upper, *_), (lower, *_) in pairwise(cards))
    if number > 1:
        caption, (_, _, reach, code) = drawn.place(CAPTION).box, cards[-1]
        assert caption[0] == reach[0] and right(caption) == pytest.approx(right(code))
        assert 0 <= caption[1] - bottom(code) <= 0.3


def test_the_fewer_cards_the_larger_and_one_alone_is_as_large_as_a_title() -> None:
    cards = [LAYOUTS[f"contacts-{number}"] for number in range(1, len(CONTACTS) + 1)]
    names, faces = (
        [drawn.place(CONTACTS[0] + 1).style.sizes[0] for drawn in cards],
        [drawn.place(CONTACTS[0]).box[2] for drawn in cards],
    )
    assert names == sorted(names, reverse=True) and faces == sorted(faces, reverse=True)
    assert len(set(names)) == len(set(faces)) == len(cards)
    assert names[0] == cards[0].place(TITLE).style.sizes[0]
    assert {drawn.place(CONTACTS[0] + 1).style.sizes[-1] for drawn in cards} == {SMALLEST}


def bottom(box: Box) -> float:
    return box[1] + box[3]


def right(box: Box) -> float:
    return box[0] + box[2]


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
        ("aaaa aaaa aaaa", 4.24, 3),
        ("aa aaaa aaaa", 4.25, 2),
        ("aa aa aa", 3.5, 1),
        ("aa aa aa", 3.49, 2),
        ("aaaaaaaa", 2.0, 2),
        ("aaaaaaaaa", 2.0, 3),
        ("aa aaaaaaaa aa", 2.0, 4),
        ("", 2.0, 1),
        ("aaaa", 0.5, 2),
        ("aaaa", -1.0, 2),
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
    assert fitting_size(["a"], (60, 40, 20), 9, 0.1) == 20, "the last where none does"
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


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_read_from_the_right_stands_on_the_other_side_and_is_otherwise_the_same(name: str) -> None:
    drawn, turned = LAYOUTS[name], layouts_for(True)[name]
    assert layouts_for(False)[name] is drawn
    other = {"l": "r", "r": "l", "ctr": "ctr"}
    for place, there in zip(drawn.places, turned.places, strict=True):
        assert there == replace(place, box=there.box, align=there.align)
        assert there.align == other[place.align]
        check_turned(place.box, there.box)
    assert (turned.name, turned.hill, turned.ground) == (drawn.name, drawn.hill, drawn.ground)
    for box, there_box in ((drawn.scene, turned.scene), (drawn.foot, turned.foot)):
        assert (box is None) is (there_box is None)
        if box and there_box:
            check_turned(box, there_box)


def check_turned(box: Box, turned: Box) -> None:
    assert turned[1:] == box[1:]
    assert turned[0] == pytest.approx(WIDTH - (box[0] + box[2])), "as far from the other edge"


def test_a_file_that_is_read_from_the_right_says_so_in_every_line_and_its_lists_stand_out_there() -> None:
    deck = Presentation(BytesIO(render_template(replace(look("en", picture()), right_to_left=True, foot="A: 1 & 2"))))
    for drawn, made in zip(layouts_for(True).values(), deck.slide_layouts, strict=True):
        assert [_box(shape) for shape in made.placeholders] == [tuple(map(emu, place.box)) for place in drawn.places]
        levels = made._element.xpath(".//a:lstStyle/*")
        assert levels and all(level.get("rtl") == "1" and level.get("marL") is None for level in levels)
        turned = [style for place in drawn.places for style in (place.style, place.details)[: _levels_of(place)]]
        assert [int(level.get("marR")) for level in levels] == [
            (1 + at) * emu(style.indent)
            for place in drawn.places
            for at, style in enumerate((place.style, place.details)[: _levels_of(place)])
        ]
        assert [int(level.get("indent")) for level in levels] == [-emu(style.indent) for style in turned]
        feet = [shape for shape in made.shapes if shape.name == "foot"]
        assert [_box(shape) for shape in feet] == ([tuple(map(emu, drawn.foot))] if drawn.foot else [])
        assert all(foot._element.xpath(".//a:pPr/@algn") == ["r"] for foot in feet)
        assert all(foot._element.xpath(".//a:pPr/@rtl") == ["1"] for foot in feet)


def _levels_of(place: Placeholder) -> int:
    return 2 if place.type == "body" else 1


def test_a_file_that_is_read_from_the_left_says_nothing_of_sides() -> None:
    deck = Presentation(BytesIO(render_template(replace(look("nl"), foot="Noor & Sam: 1"))))
    for drawn, made in zip(LAYOUTS.values(), deck.slide_layouts, strict=True):
        assert not made._element.xpath(".//@rtl") and not made._element.xpath(".//@marR")
        feet = [shape for shape in made.shapes if shape.name == "foot"]
        assert [shape.text_frame.text for shape in feet] == ["Noor & Sam: 1"] * bool(drawn.foot)
        for foot in feet:
            assert foot._element.xpath(".//a:pPr/@algn") == ["l"] and _box(foot) == tuple(map(emu, drawn.foot or ()))
            run = foot._element.xpath(".//a:rPr")[0]
            assert (run.get("sz"), run.get("b"), run.get("lang")) == ("1800", "1", "nl-NL")
            assert run.xpath(".//a:schemeClr/@val") == ["bg1"], "white, for it stands on the hill"
            assert foot.top > emu(drawn.hill[1]) and foot.left + foot.width < emu(
                LAYOUTS["points"].place(NUMBER).box[0]
            )


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_line_that_is_on_every_slide_is_on_all_but_the_last_and_touches_nothing(name: str) -> None:
    drawn = LAYOUTS[name]
    assert (drawn.foot is None) is (name == "end"), "the last says it large"
    if drawn.foot:
        assert drawn.foot[0] == drawn.place(TITLE).box[0]
        assert not [place.idx for place in drawn.places if _overlap(place.box, drawn.foot)]
        assert drawn.foot[1] + drawn.foot[3] < HEIGHT


NAMED = {
    "title": "Opening", "points": "Thought", "steps": "Thought in steps", "question": "Question",
    "picture": "Points with picture", "card": "Card", "table": "Table", "end": "End",
    "contacts-1": "Contact (1)", "contacts-2": "Contact (2)", "contacts-3": "Contact (3)",
}  # fmt: skip
DUTCH = {
    "title": "Begin", "points": "Gedachte", "steps": "Gedachte in stappen", "question": "Vraag",
    "picture": "Punten met beeld", "card": "Kaart", "table": "Tabel", "end": "Slot",
    "contacts-1": "Contact (1)", "contacts-2": "Contact (2)", "contacts-3": "Contact (3)",
}  # fmt: skip


def test_somebody_who_adds_a_slide_chooses_its_layout_by_a_name() -> None:
    assert {name: drawn.name.en for name, drawn in LAYOUTS.items()} == NAMED
    assert {name: drawn.name.nl for name, drawn in LAYOUTS.items()} == DUTCH


PROMPTS = {
    "Title": "Titel", "Points": "Punten", "Number": "Nummer", "Caption": "Bijschrift", "For whom": "Voor wie",
    "Question": "Vraag", "Picture": "Beeld", "Contact": "Contact", "Explanation": "Toelichting", "Table": "Tabel",
    "Name": "Naam", "Number and email": "Nummer en mail", "Photo": "Foto", "Code": "Code",
}  # fmt: skip


def test_an_empty_place_says_what_belongs_there() -> None:
    said = {place.prompt.en: place.prompt.nl for drawn in LAYOUTS.values() for place in drawn.places}
    assert said == PROMPTS


def packed(scene: bytes | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(render_template(look("nl", scene)))) as file:
        return {name: file.read(name) for name in file.namelist()}


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = {
    "ppt/presentation.xml": "presentationml.presentation.main", "ppt/tableStyles.xml": "presentationml.tableStyles",
    "ppt/theme/theme1.xml": "theme", "ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
}  # fmt: skip
"""What each part is to whoever opens the file; any other is a layout."""


@pytest.mark.parametrize("scene", [None, picture()], ids=["plain", "drawn"])
def test_every_part_of_the_file_is_told_for_what_it_is_and_found_from_another(scene: bytes | None) -> None:
    files = packed(scene)
    types = ElementTree.fromstring(files.pop("[Content_Types].xml"))
    told = {one.get("PartName"): one.get("ContentType") for one in types if one.get("PartName")}
    parts = {name for name in files if not name.endswith((".rels", ".png"))}
    of_office = "application/vnd.openxmlformats-officedocument."
    assert told == {f"/{name}": f"{of_office}{KINDS.get(name, 'presentationml.slideLayout')}+xml" for name in parts}
    assert {one.get("Extension") for one in types if one.get("Extension")} == {"rels", "xml", "png"}
    found: dict[str, str] = {}
    for name in (name for name in files if name.endswith(".rels")):
        folder = PurePosixPath(name).parent.parent
        for relation in ElementTree.fromstring(files[name]):
            part = normpath(folder / str(relation.get("Target")))
            found[part] = str(relation.get("Type")).removeprefix(f"{OFFICE}/")
    assert {*found} == parts | ({"ppt/media/scene.png"} if scene else set())
    known = {"presentation": "officeDocument", "theme1": "theme", "slideMaster1": "slideMaster", "scene": "image"}
    for part, kind in found.items():
        stem = PurePosixPath(part).stem
        assert kind == known.get(stem, "slideLayout" if "Layout" in stem else stem), part


def test_what_is_written_anywhere_begins_at_the_left_in_the_face_of_titles_or_of_texts() -> None:
    files = packed()
    for name in ("ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"):
        tree = ElementTree.fromstring(files[name])
        levels = [one for one in tree.iter() if one.tag.endswith("pPr") and "lvl" in one.tag]
        assert levels and {one.get("algn") for one in levels} <= {"l", "r"}
        for group in (
            one for one in tree.iter() if one.tag.endswith(("TextStyle", "titleStyle", "bodyStyle", "otherStyle"))
        ):
            face = "+mj" if group.tag.endswith("titleStyle") else "+mn"
            assert {one.get("algn") for one in group} == {"l"}
            assert [one.get("typeface") for level in group for one in level.iter() if one.get("typeface", "").startswith("+m")
                    and not one.tag.endswith("buFont")] == [f"{face}-{script}" for script in ("lt", "ea", "cs")] * len(group)  # fmt: skip


def test_the_hill_is_one_curve_from_edge_to_edge_over_a_ground_that_reaches_both_corners() -> None:
    deck = Presentation(BytesIO(render_template(look("nl"))))
    for made in deck.slide_layouts:
        (path,) = made._element.xpath(".//p:sp[.//p:cNvPr/@name='hill']//a:path")
        wide, high = int(path.get("w")), int(path.get("h"))
        assert [part.tag.rpartition("}")[2] for part in path] == ["moveTo", "quadBezTo", "lnTo", "lnTo", "close"]
        begin, bend, end, *corners = [(int(at.get("x")), int(at.get("y"))) for at in path.xpath(".//a:pt")]
        assert (begin[0], end[0]) == (0, wide) and corners == [(wide, high), (0, high)]
        assert 0 < bend[0] < wide and bend[1] == 0 < min(begin[1], end[1]) < high / 2
