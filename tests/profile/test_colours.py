"""A colour as a brand guide, a designer or a neighbour says it: read, or told with what to write."""

from __future__ import annotations

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.values.colours import check_color

HOW = "write a # with six characters (0-9 and a-f): the brand guide calls it hex, and whoever made the brand can tell"


def refused(written: object) -> Refused:
    with pytest.raises(Refused) as told:
        check_color(written)
    return told.value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#0b5fa5", "#0b5fa5"),
        ("#0B5FA5", "#0b5fa5"),
        (" #0B5FA5 ", "#0b5fa5"),
        ("#FfF", "#fff"),
        ("#000", "#000"),
        ("#999999", "#999999"),
    ],
)
def test_a_colour_of_three_or_six_characters_is_read(written: str, read: str) -> None:
    assert check_color(written) == read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0B5FA5", "#0b5fa5"),
        ("fff", "#fff"),
        ("0x0B5FA5", "#0b5fa5"),
        ("0X0B5FA5", "#0b5fa5"),
        ("# 0b5fa5", "#0b5fa5"),
        ("#0b 5f a5", "#0b5fa5"),
        ("0b 5f a5", "#0b5fa5"),
        ("#0B5FA5ff", "#0b5fa5"),
        ("#0b5F", "#0b5"),
        ("rgb(11, 95, 165)", "#0b5fa5"),
        ("RGB(11,95,165)", "#0b5fa5"),
        ("rgb 11 95 165", "#0b5fa5"),
        ("rgb: 11/95/165", "#0b5fa5"),
        ("R 11 G 95 B 165", "#0b5fa5"),
        ("r11, g95, b165", "#0b5fa5"),
        ("11, 95, 165", "#0b5fa5"),
        ("(11, 95, 165)", "#0b5fa5"),
        ("0,0,0", "#000000"),
        ("255 255 255", "#ffffff"),
        ("rgba(11, 95, 165, 1)", "#0b5fa5"),
        ("rgba(11, 95, 165, 1.0)", "#0b5fa5"),
        ("rgb(11 95 165 / 100%)", "#0b5fa5"),
        ("hsl(207, 88%, 35%)", "#0b61a8"),
        ("HSL(207, 88%, 35%)", "#0b61a8"),
        ("hsl(207deg 88% 35%)", "#0b61a8"),
        ("hsl(207°, 88%, 35%)", "#0b61a8"),
        ("hsla( 207, 88%, 35%, 1 )", "#0b61a8"),
        ("hsla(207, 88%, 35% / 100%)", "#0b61a8"),
        ("hsl(0, 0%, 0%)", "#000000"),
        ("hsl(360, 100%, 100%)", "#ffffff"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(240, 100%, 50%)", "#0000ff"),
        ("hsl(0, 0%, 50%)", "#808080"),
    ],
)
def test_a_colour_that_is_written_otherwise_is_shown_as_it_is_written_here(written: str, meant: str) -> None:
    told = refused(written)
    assert (told.value, told.fix) == (meant, None)
    assert told.message.nl == f"“{written}” is geen kleur met een # en zes tekens"
    assert told.message.en == f"“{written}” is not a colour with a # and six characters"
    assert check_color(meant) == meant


@pytest.mark.parametrize(
    "written",
    [
        "#0b5fa",
        "#0b5fa5f",
        "#0b5fa500",
        "#0b5fa5fe",
        "#0b50",
        "0b5fag",
        "rgb(256, 0, 0)",
        "rgb(0, 0, 256)",
        "rgb(11, 95)",
        "rgba(11, 95, 165, 0.5)",
        "rgb(1100, 95, 165)",
        "hsl(361, 100%, 50%)",
        "hsl(0, 101%, 50%)",
        "hsl(0, 100%, 101%)",
        "hsl(0, 100, 50)",
        "hsl(0, 100%, 50%, 0.5)",
        "huisstijlblauw",
        "",
    ],
)
def test_what_is_no_one_colour_is_told_with_how_one_is_written(written: str) -> None:
    told = refused(written)
    assert told.message.en == f"“{written}” is not a colour"
    assert (told.value, told.fix and told.fix.en) == (None, HOW)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("RAL 5005", "RAL"),
        ("ral 5005", "RAL"),
        ("PMS 300 C", "PMS"),
        ("Pantone 300", "PANTONE"),
        ("NCS S 4050-R80B", "NCS"),
        ("cmyk(93%, 42%, 0%, 35%)", "CMYK"),
        ("C93 M42 Y0 K35", "CMYK"),
        ("c 93, m 42, y 0, k 35%", "CMYK"),
    ],
)
def test_a_colour_of_paint_or_print_is_told_to_be_one_with_whom_to_ask(written: str, kind: str) -> None:
    told = refused(written)
    assert told.message.nl.startswith(f"“{written}” is een kleur voor verf of druk ({kind});")
    assert (
        told.message.en
        == f"“{written}” is a colour for paint or print ({kind}); no one colour on a screen belongs to it"
    )
    assert (told.value, told.fix and told.fix.en) == (None, HOW)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Rood", "#ff0000"),
        ("donker-blauw", "#00008b"),
        ("Dark Blue", "#00008b"),
        ("dark_blue", "#00008b"),
        ("zwart", "#000000"),
        ("WIT", "#ffffff"),
        ("crème", "#fffdd0"),
        ("grijs", "#808080"),
        ("teal", "#008080"),
        ("beige", "#f5f5dc"),
    ],
)
def test_a_colour_by_its_name_is_told_with_its_number_and_that_the_brand_guide_knows_better(
    written: str, number: str
) -> None:
    told = refused(written)
    assert told.message.en == f"“{written}” is a colour by its name; a number belongs here"
    assert told.fix and told.fix.en.startswith(f'write: color: "{number}" (this is {written.lower()} on a screen;')
    assert told.fix.nl.startswith(f'schrijf: color: "{number}" (zo is {written.lower()} op een scherm;')


@pytest.mark.parametrize(("length", "cut"), [(59, False), (60, True)])
def test_a_long_text_in_the_place_of_a_colour_is_told_in_short(length: int, cut: bool) -> None:
    written = "PMS 300 en ook ".ljust(length, "x")
    assert f"“{written[:59]}{'…' if cut else ''}” is a colour for paint" in refused(written).message.en


def test_a_sign_in_a_colour_that_nobody_sees_is_told_in_both_languages() -> None:
    told = refused("#0b5f\u200ba5")
    assert told.message.nl == "in deze kleur staat een onzichtbaar teken (U+200B)"
    assert told.message.en == "there is an invisible sign in this colour (U+200B)"
    assert told.value == "#0b5fa5"


@pytest.mark.parametrize(
    "names",
    [
        "zwart wit rood groen blauw geel oranje paars roze bruin grijs",
        "black white red green blue yellow orange purple pink brown grey gray",
        "donkerblauw lichtblauw marineblauw kobaltblauw kobalt koningsblauw hemelsblauw",
        "darkblue lightblue navy cobalt royalblue skyblue cyan cyaan turkoois turquoise teal petrol",
        "donkergroen lichtgroen limoen limoengroen mint mintgroen olijf olijfgroen",
        "darkgreen lightgreen lime limegreen mintgreen olive",
        "donkerrood bordeaux kastanjebruin koraal zalm terracotta aubergine",
        "darkred maroon coral salmon fuchsia magenta",
        "lila lilac violet indigo goud gold zilver silver antraciet anthracite",
        "beige crème creme cream oker ochre",
    ],
)
def test_the_names_by_which_people_call_colours_are_known(names: str) -> None:
    for name in names.split():
        assert refused(name).message.en == f"“{name}” is a colour by its name; a number belongs here", name
