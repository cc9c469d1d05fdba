"""What every style sheet keeps to: either direction of writing, and colours that follow the brand and the scheme."""

from __future__ import annotations

import re

import pytest

from .style_sheets import REPOSITORY, all_declarations, declarations

PHYSICAL = re.compile(
    r"(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\w+)?|left|right|top|bottom|(min-|max-)?(width|height)|border-(top|bottom)-(left|right)-radius"
)
"""Properties of a page that is read from left to right and from top to bottom, and of no other."""

SIDED = ("margin", "padding", "inset", "border-width", "border-radius", "scroll-margin", "scroll-padding")
"""Shorthands that are sided as soon as their second and fourth value differ."""

COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(|(?<![\w-])(white|black|red|gray|grey)\b", re.I)

DECLARATIONS = all_declarations()


def test_there_are_styles_to_look_at() -> None:
    assert len(DECLARATIONS) > 300


def test_a_property_names_the_start_and_the_end_of_a_line_not_left_and_right() -> None:
    assert [str(one) for one in DECLARATIONS if PHYSICAL.fullmatch(one.name)] == []


def test_a_value_names_the_start_and_the_end_of_a_line_not_left_and_right() -> None:
    wrong = [
        one
        for one in DECLARATIONS
        if one.name in ("text-align", "float", "clear", "justify-content") and one.value in ("left", "right")
    ]
    for one in DECLARATIONS:
        values = re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)", "()", one.value).split("/")[0].split()
        if one.name in SIDED and len(values) == 4 and values[1] != values[3]:
            wrong.append(one)
    assert [str(one) for one in wrong] == []


def test_a_colour_is_a_token_everywhere_but_on_paper() -> None:
    """Only so does it follow the brand and the scheme; paper is white and ink is black."""
    wrong = [
        one
        for one in DECLARATIONS
        if COLOUR.search(one.value) and not (one.sheet == "tokens.css" or "print" in one.media)
    ]
    assert [str(one) for one in wrong] == []


@pytest.mark.parametrize("name", ["transition", "animation", "scroll-behavior"])
def test_what_moves_asks_first_whether_it_may(name: str) -> None:
    wrong = [
        one
        for one in DECLARATIONS
        if one.name.startswith(name)
        and one.value not in ("none", "auto")
        and "prefers-reduced-motion: no-preference" not in one.media
    ]
    assert [str(one) for one in wrong] == []


def test_every_token_that_is_used_exists() -> None:
    brand = declarations("brand.css", (REPOSITORY / "overrides" / "brand.css").read_text(encoding="utf-8"))
    known = {one.name.removeprefix("--") for one in [*DECLARATIONS, *brand] if one.name.startswith("--")}
    assert sorted({token for one in DECLARATIONS for token in one.tokens} - known) == []
