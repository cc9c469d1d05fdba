"""Which colour may stand on which ground, and that it can be read there: in any brand colour and in both schemes."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from coloraide import Color
from components.style_sheets import REPOSITORY, Declaration, all_declarations, declarations, read_sheets

from voorlichter.brand import Palette, plan_palette
from voorlichter.site.house import SECOND_COLORS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GROUNDS = ("paper", "card", "sand", "mist", "tint", "straw")
"""Where text of any colour may stand. Danger, a highlight and a filled button have grounds of their own."""

TEXT = {
    "ink": (*GROUNDS, "butter", "clay-tint"),
    "muted": (*GROUNDS, "butter", "clay-tint"),
    "accent": GROUNDS,
    "clay": (*GROUNDS, "clay-tint"),
    "on-brand": ("brand",),
    "paper": ("ink",),
}
"""Text, at least 4.5:1 (WCAG 1.4.3)."""

EDGES = {
    "accent": GROUNDS,
    "clay": (*GROUNDS, "clay-tint"),
    "line": GROUNDS,
    "ink": GROUNDS,
    "focus": (*GROUNDS, "butter", "clay-tint", "focus-gap"),
}
"""The outline of a control, a sign that means something, the focus: at least 3:1 (WCAG 1.4.11)."""

DECORATION = {"line-soft", "second", "brand"}
"""Lines that mean nothing by themselves: nothing is lost on whoever does not see them. What is filled with the brand has the accent as its edge."""

GREYS = [f"#{step:02x}{step:02x}{step:02x}" for step in range(0, 256, 5)]
CORNERS = ["#" + "".join(corner) for corner in product(("00", "ff"), repeat=3)]
_RANDOM = random.Random(4711)
_MORE = 500 if os.environ.get("EVERY_ROW") == "true" else 100
BRANDS = [*CORNERS, *GREYS, *(f"#{_RANDOM.randrange(0x1000000):06x}" for _ in range(_MORE))]

ALL = all_declarations()

SCHEMES = {
    "light": ("",),
    "dark": ("", "@media (prefers-color-scheme: dark)"),
    "light, more contrast": ("", "@media (prefers-contrast: more)"),
    "dark, more contrast": ("", "@media (prefers-color-scheme: dark)", "@media (prefers-contrast: more)"),
}


def read_tokens(brand_css: str, scheme: str) -> dict[str, str]:
    """What the custom properties come to in a scheme, after the brand's own."""
    raw: dict[str, str] = {}
    for sheet, text in (("tokens.css", read_sheets()["tokens.css"]), ("brand.css", brand_css)):
        found = list(declarations(sheet, text))
        for media in SCHEMES[scheme]:
            raw |= {
                one.name.removeprefix("--"): one.value
                for one in found
                if one.media == media and one.name.startswith("--")
            }

    def resolve(value: str) -> str:
        other = re.fullmatch(r"var\(--([\w-]+)\)", value)
        return resolve(raw[other[1]]) if other else value

    return {name: resolve(value) for name, value in raw.items()}


def fill_brand(palette: Palette) -> str:
    """brand.css as an organisation with these colours has it."""
    text = (REPOSITORY / "overrides" / "brand.css").read_text(encoding="utf-8")
    colors = asdict(palette) | {"second": SECOND_COLORS[0]}
    return re.sub(r"\[\[ brand\.(\w+) \]\]", lambda match: colors[match[1]], text)


def weak(tokens: dict[str, str], pairs: dict[str, tuple[str, ...]], least: float) -> Iterator[str]:
    for name, grounds in pairs.items():
        for ground in grounds:
            ratio = Color(tokens[name]).contrast(tokens[ground], method="wcag21")
            if ratio < least:
                yield f"{name} {tokens[name]} on {ground} {tokens[ground]}: {ratio:.2f}"


@pytest.fixture(scope="module")
def sites() -> dict[str, str]:
    """A hundred random brands (five hundred in `scripts/prove.py tests`), all corners of the cube and the greys, each as the brand.css of its site."""
    return {brand: fill_brand(plan_palette(brand)) for brand in BRANDS}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.sampled(2)
def test_text_is_readable_in_any_brand_colour(sites: dict[str, str], scheme: str) -> None:
    assert [
        f"{brand}: {one}" for brand, css in sites.items() for one in weak(read_tokens(css, scheme), TEXT, 4.5)
    ] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.sampled(2)
def test_controls_and_focus_stand_out_in_any_brand_colour(sites: dict[str, str], scheme: str) -> None:
    assert [f"{brand}: {one}" for brand, css in sites.items() for one in weak(read_tokens(css, scheme), EDGES, 3)] == []


def meanings(one: Declaration) -> set[str]:
    """The tokens of a declaration under their own names: Material's are said in ours, a component's own as what it sets it to."""
    own = {
        name: {
            token for other in ALL if other.sheet == one.sheet and other.name == f"--{name}" for token in other.tokens
        }
        for name in one.tokens
    }
    return {
        meaning(token)
        for name, set_to in own.items()
        for token in ({name} if one.sheet == "tokens.css" else set_to or {name})
    }


def meaning(token: str) -> str:
    return {
        "md-typeset-color": "ink",
        "md-footer-fg-color": "ink",
        "md-typeset-a-color": "accent",
        "md-primary-fg-color": "brand",
        "md-footer-bg-color": "sand",
    }.get(token, token)


def test_every_colour_a_style_sheet_gives_to_text_is_in_the_table() -> None:
    used = {token for one in ALL if one.name == "color" for token in meanings(one)}
    assert used - set(TEXT) == set()


def test_every_ground_a_style_sheet_lays_is_in_the_table() -> None:
    used = {
        token
        for one in ALL
        if one.name.startswith("background") and "gradient" not in one.value
        for token in meanings(one)
    }
    assert used - {ground for grounds in TEXT.values() for ground in grounds} - {"plate", "white"} == set()


def test_every_line_a_style_sheet_draws_is_in_the_table_or_decoration() -> None:
    drawn = ("border", "outline", "stroke", "text-decoration")
    used = {token for one in ALL if one.name.startswith(drawn) for token in meanings(one)}
    assert used - set(EDGES) - DECORATION - {"radius", "rem"} == set()


def test_a_rule_that_sets_both_text_and_ground_sets_a_pair_of_the_table() -> None:
    rules: dict[tuple[str, str, str], dict[str, str]] = {}
    for one in ALL:
        if one.name in ("color", "background") and len(one.tokens) == 1:
            rules.setdefault((one.sheet, one.media, one.selector), {})[one.name] = meaning(one.tokens[0])
    wrong = [
        f"{place}: {rule}"
        for place, rule in rules.items()
        if len(rule) == 2 and rule["background"] not in TEXT[rule["color"]]
    ]
    assert wrong == []


_PAIRS = """names => {
    const probe = document.body.appendChild(document.createElement("span"));
    const colours = {};
    for (const name of names) {
        probe.style.color = `var(--${name})`;
        const value = getComputedStyle(probe).color;
        (colours[value] = colours[value] || []).push(name);
    }
    probe.remove();
    const pairs = {};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, script")) continue;
        let ground = element;
        while (ground && /^rgba\\(.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
        const text = getComputedStyle(element).color;
        const under = ground ? getComputedStyle(ground).backgroundColor : "none";
        pairs[`${text} on ${under}`] = [colours[text] || [], colours[under] || [], element.className || element.outerHTML.slice(0, 80)];
    }
    return pairs;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["vuurtoren/gallery.html", "vuurtoren/index.html", "vlieger/gallery.html"])
def test_every_colour_on_every_ground_that_a_page_shows_is_in_the_table(
    chromium: Browser, gallery: str, page: str, scheme: Any
) -> None:
    names = [*TEXT, *{ground for grounds in TEXT.values() for ground in grounds}]
    tab = chromium.new_page(color_scheme=scheme)
    tab.goto(gallery + page)
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    pairs = tab.evaluate(_PAIRS, names)
    tab.close()
    assert len(pairs) > 5
    wrong = [
        f"{pair} ({texts} on {grounds}): {where}"
        for pair, (texts, grounds, where) in pairs.items()
        if not any(ground in TEXT.get(text, ()) for text in texts for ground in grounds)
    ]
    assert wrong == []
