"""What fits on which screen: nothing sideways, a number in sight, targets for thumbs, all there before the letters come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .sites import EVERY_PAGE, Tree, expect_none, find_trees, sampled_pages
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser

TREES = find_trees()
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
PHONE = {"width": 360, "height": 640}
ON_ITS_SIDE = {"width": 740, "height": 340}
NARROW = {"width": 320, "height": 640}
"""1280 px at 400 % (WCAG 1.4.10)."""

WIDE = {"width": 1280, "height": 800}
ROOTS = [tree for tree in TREES if tree.root and tree.day == "usual"]
SLOW = [(tree, PHONE) for tree in ROOTS] + [(tree, WIDE) for tree in ROOTS if tree.example]

REACH = "a[href^='tel:'], a[href^='mailto:'], a[href='hulp.html'], .choice summary, [data-contact-bar] summary"
"""A way to somebody: where nobody may be named alone, the choice; where nobody can be reached, the page with help from outside.
Asked of the examples; where names are extremely long it is enough that all stays whole."""

TARGETS = ".md-button, .md-header a, .md-nav__group a, .urgent__number, .quiz__option, summary, button"
"""Whatever stands apart. Links inside a sentence are as high as its line; axe holds all others to 24 px."""

HEIGHT_OF_BAR = "Array.from(document.querySelectorAll('[data-contact-bar]'), (bar) => bar.offsetHeight)"
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"
TEXT_SPACING = """() => {
    // WCAG 1.4.12
    const spaced = "line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important";
    document.styleSheets[0].insertRule(`* { ${spaced} }`);
    document.styleSheets[0].insertRule("p { margin-block-end: 2em !important }");
}"""


@dataclass
class Measured:
    """What was found on the pages of one tree, a line each."""

    overflow: list[str] = field(default_factory=list)
    nobody_in_sight: list[str] = field(default_factory=list)
    high_bars: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest, chromium: Browser, served: Path, origin: str) -> Measured:
    """Every page opened once, and measured in all the ways the tests below ask for."""
    tree: Tree = request.param
    all_of = Measured()
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        page = it.page

        def look(state: str, script: str, argument: object = None) -> Iterable[str]:
            return [f"{name}{state}: {one}" for one in page.evaluate(script, argument)]

        for name in sampled_pages(served, tree):
            for size in (PHONE, ON_ITS_SIDE):
                page.set_viewport_size(size)
                it.open(name)
                it.measure()
                if tree.example and not page.evaluate("reach => measure.isAnyInWindow(reach)", REACH):
                    all_of.nobody_in_sight.append(f"{name} at {size['width']} x {size['height']}")
            all_of.high_bars += [f"{name}: {high} px" for high in page.evaluate(HEIGHT_OF_BAR) if high > 64]
            page.set_viewport_size(NARROW)
            all_of.overflow += look("", "measure.overflow()")
            page.evaluate(OPEN_ALL)
            all_of.overflow += look(", all open", "measure.overflow()")
            all_of.small += look("", "targets => measure.smallTargets(targets, 44)", TARGETS)
            page.evaluate(TEXT_SPACING)
            all_of.overflow += look(", all open and spaced", "measure.overflow()")
    return all_of


every_measured = pytest.mark.parametrize(
    "measured", TREES if EVERY_PAGE else TREES[::12], ids=str, indirect=True, scope="module"
)


@every_measured
def test_nothing_sticks_out_of_a_narrow_window(measured: Measured) -> None:
    expect_none(measured.overflow)


@every_measured
def test_somebody_can_be_reached_without_scrolling(measured: Measured) -> None:
    expect_none(measured.nobody_in_sight)


@every_measured
def test_on_a_telephone_on_its_side_the_bar_is_one_row(measured: Measured) -> None:
    expect_none(measured.high_bars)


@every_measured
def test_targets_are_large_enough_for_a_thumb(measured: Measured) -> None:
    expect_none(measured.small)


@pytest.mark.sampled(3)
@EVERY_TREE
def test_the_first_button_to_call_or_to_choose_is_in_sight(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        it.open("index.html")
        box = it.page.locator(".hero :is(.md-button, .choice summary)").filter(visible=True).first.bounding_box()
        assert box is not None and box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.sampled(6)
@pytest.mark.parametrize(("tree", "size"), SLOW, ids=str)
def test_who_can_be_reached_is_there_after_the_html_and_the_style_sheet(
    chromium: Browser, served: Path, origin: str, tree: Tree, size: ViewportSize
) -> None:
    """On a slow line letters, pictures and scripts come late or never; a wide window takes every other page, and in scripts/prove.py all."""
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=size) as it:
        it.page.route(
            "**/*",
            lambda route: (
                route.continue_() if route.request.resource_type in ("document", "stylesheet") else route.abort()
            ),
        )
        pages = sampled_pages(served, tree, ROOTS)
        for name in pages if EVERY_PAGE or size == PHONE else pages[::2]:
            it.open(name)
            it.measure()
            if name in ("index.html", "wie.html"):
                found += [
                    f"{name}: not to be seen: {text}"
                    for text in it.page.evaluate("measure.hiddenTexts('.advisor-card')")
                ]
            if tree.example and not it.page.evaluate("reach => measure.isAnyInWindow(reach)", REACH):
                found.append(f"{name}: nobody in sight")
    expect_none(found)
