"""The styles of a drawing: said in words that every program draws alike, or refused."""

from __future__ import annotations

import pytest

from voorlichter.svg_styles import COLORS, DRAWING, UnknownStyleError, plain_declarations, plain_sheet, plain_value


def refused(name: str, value: str) -> str:
    with pytest.raises(UnknownStyleError) as told:
        plain_value(name, value)
    return str(told.value)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("#0F5e5a", "#0F5e5a"),
        ("#abc", "#abc"),
        ("#abcd", "#abcd"),
        ("#0f5e5a80", "#0f5e5a80"),
        ("  teal ", "#008080"),
        ("TEAL", "#008080"),
        ("rgb(255, 0, 128)", "#ff0080"),
        ("rgba(255, 0, 128, 0.25)", "rgba(255,0,128,0.25)"),
        ("rgb(255 0 128 / 50%)", "rgba(255,0,128,0.5)"),
        ("hsl(120, 100%, 50%)", "#00ff00"),
        ("hsl(none 0% 100%)", "#ffffff"),
        ("oklch(0 0 0)", "#000000"),
        ("color(display-p3 0 1 0)", "#00ff00"),
        ("url(#fade)", "url(#fade)"),
        ("url(#fade) teal", "url(#fade) #008080"),
        ("URL(#fade)\nteal", "URL(#fade) #008080"),
        ("rgb(255,\n 0, 128)", "#ff0080"),
        ("", ""),
    ],
)
def test_a_colour_is_told_as_a_screen_shows_it(written: str, plain: str) -> None:
    assert plain_value("fill", written) == plain


@pytest.mark.parametrize("name", sorted(COLORS))
def test_every_colour_may_be_inherited_initial_or_transparent(name: str) -> None:
    for word in ("inherit", "initial", "transparent", "Inherit"):
        assert plain_value(name, word) == word


@pytest.mark.parametrize("word", ["none", "currentColor", "context-fill", "context-stroke"])
def test_what_else_may_stand_for_a_colour_depends_on_what_is_painted(word: str) -> None:
    for name in ("fill", "stroke"):
        assert plain_value(name, word) == word
    assert "flood-color" in refused("flood-color", word)
    if word == "currentColor":
        assert plain_value("stop-color", word) == word
    else:
        assert word in refused("stop-color", word)


@pytest.mark.parametrize("color", ["color(rec2020 1 0 0)", "COLOR( rec2020 1 0 0)", "color(Rec2020 0 1 0)"])
def test_a_colour_on_whose_curve_programs_differ_is_refused_wherever_it_stands(color: str) -> None:
    for name in ("fill", "stroke", "stop-color", "flood-color"):
        assert refused(name, color) == f"{name}: {color}"
    assert refused("fill", f"url(#fade) {color}")


@pytest.mark.parametrize("color", ["lab(50% 20 20)", "lch(50% 20 20)", "oklab(0.5 0 0)", "OKLCH(0.5 0 0)", "color(srgb 1 0 0)"])  # fmt: skip
def test_a_fade_is_between_colours_that_all_programs_mix_alike(color: str) -> None:
    assert color in refused("stop-color", color)
    assert plain_value("fill", color).startswith("#"), "alone it is a colour as any other"
    assert plain_value("stop-color", "hsl(120, 100%, 50%)") == "#00ff00"


@pytest.mark.parametrize("color", ["#ab", "#abcde", "#ggg", "nocolour", "rgb(", "var(--brand)", "unset"])
def test_what_is_no_colour_is_refused_by_its_name_and_value(color: str) -> None:
    assert refused("stroke", f"  {color} ") == f"stroke: {color}"


@pytest.mark.parametrize("value", ["rotate(10) translate(2, 3)", "matrix(1 0 0 1 0 0)", "scale(2)", "skewX(3)", "SKEWY (3)", "url(#cut)", "1.5", "2px", "50%", "evenodd", "3 1 4"])  # fmt: skip
def test_another_value_that_all_draw_alike_stays_as_it_is(value: str) -> None:
    for name in ("clip-path", "stroke-width", "transform"):
        assert plain_value(name, f" {value} ") == value


@pytest.mark.parametrize("value", ["calc(1px + 2px)", "var(--x)", "circle(50%)", "unset", "REVERT", "revert-layer", "miter-clip", "arcs", "non-scaling-stroke", "scale(2) blur(3px)"])  # fmt: skip
def test_a_value_that_only_some_know_is_refused(value: str) -> None:
    assert refused("stroke-linejoin", value) == f"stroke-linejoin: {value}"


@pytest.mark.parametrize("unit", ["em", "rem", "ex", "ch", "cap", "ic", "q", "lh", "rlh", "vw", "vh", "vi", "vb", "vmin", "vmax", "svw", "lvh", "dvmax", "EM"])  # fmt: skip
def test_a_length_that_depends_on_letters_or_on_the_window_is_refused(unit: str) -> None:
    assert refused("stroke-width", f"2{unit}") == f"stroke-width: 2{unit}"
    assert refused("stroke-dasharray", f"1 0.5{unit} 3")
    assert plain_value("width", f"2{unit}") == f"2{unit}", "of what is no property others decide"
    assert plain_value("stroke-width", f"2{unit}x") == f"2{unit}x"


def test_a_style_keeps_what_draws_and_leaves_out_what_is_for_letters() -> None:
    written = (
        " Fill : teal ; font-family: Arial; -inkscape-stroke: none; letter-spacing:0; stroke-width:2 ;; cursor: help"
    )
    assert plain_declarations(written) == "fill:#008080;stroke-width:2"
    assert plain_declarations("/* a ; b */fill:/* in it */red") == "fill:#ff0000"
    assert plain_declarations(" ; ") == ""


@pytest.mark.parametrize(
    "name",
    ["-webkit-any", "font", "font-size", "text-anchor", "letter-spacing", "word-spacing", "line-height", "white-space", "direction", "unicode-bidi", "writing-mode", "glyph-orientation-vertical", "kerning", "baseline-shift", "dominant-baseline", "cursor", "pointer-events", "user-select", "will-change", "transition", "transition-delay", "z-index", "enable-background", "clip", "solid-color", "block-progression", "color-rendering", "color-profile", "image-rendering", "shape-padding", "shape-margin", "shape-inside", "shape-subtract", "shape-image-threshold", "inline-size", "line-increment", "inset", "zoom"],
)  # fmt: skip
def test_what_changes_nothing_in_a_drawing_without_letters_is_left_out(name: str) -> None:
    assert plain_declarations(f"{name}:anything; opacity:.5") == "opacity:.5"


@pytest.mark.parametrize("name", sorted(DRAWING - COLORS))
def test_a_property_that_is_drawn_alike_is_kept(name: str) -> None:
    assert plain_declarations(f"{name.upper()}: 1") == f"{name}:1"


@pytest.mark.parametrize("important", ["!important", " ! important ", "!IMPORTANT"])
def test_what_is_important_stays_so(important: str) -> None:
    assert (
        plain_declarations(f"fill: red{important}; opacity: 1{important}")
        == "fill:#ff0000!important;opacity:1!important"
    )


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("transform: scale(2)", "transform: scale(2)"),
        ("fill", "fill"),
        ("fill: red; background:\n  blue", "background: blue"),
        ("animation: turn 2s", "animation: turn 2s"),
        (f"fill-x: {'a' * 80}", f"fill-x: {'a' * 52}"),
    ],
)
def test_what_nobody_knows_is_refused_and_told_on_one_short_line(style: str, told: str) -> None:
    with pytest.raises(UnknownStyleError) as error:
        plain_declarations(style)
    assert str(error.value) == told


def test_a_sheet_has_a_rule_a_line_by_type_class_and_id() -> None:
    sheet = "\n .a , #b > g *{ fill : teal }\n/* between */ path.c{stroke:red;font-size:3px}\n"
    assert plain_sheet(sheet) == ".a , #b > g *{fill:#008080}\npath.c{stroke:#ff0000}"
    assert plain_sheet(" \n ") == ""


@pytest.mark.parametrize(
    "condition", ["@media print", "@media (prefers-color-scheme: dark)", "@media(prefers-color-scheme:dark)"]
)
def test_what_holds_on_paper_or_in_the_dark_is_left_out(condition: str) -> None:
    assert (
        plain_sheet(f".a{{fill:red}} {condition} {{ .a{{fill:blue}} .b{{fill:red}} }} .c{{fill:blue}}")
        == ".a{fill:#ff0000}\n.c{fill:#0000ff}"
    )


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("@media (min-width: 9px) { .a{fill:red} }", "@media (min-width: 9px) {.a"),
        (".a:hover{fill:red}", ".a:hover"),
        ("[x]{fill:red}", "[x]"),
        ("é{fill:red}", "é"),
        (".a{fill:red} } .b{fill:red}", "}.b"),
        (".a{fill:red} @import url(x);", "@import url(x);"),
        (".a{fill:red", ".a{fill:red"),
    ],
)
def test_a_sheet_that_asks_for_more_is_refused_with_what_it_asks(sheet: str, told: str) -> None:
    with pytest.raises(UnknownStyleError) as error:
        plain_sheet(sheet)
    assert str(error.value) == told
