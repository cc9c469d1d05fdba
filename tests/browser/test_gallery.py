"""Every component by its examples, on one page: in sight, legible, whole at every width, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from components.gallery import LANGUAGES, ORGANISATIONS, PAGE, built_gallery, component_names, read_examples

from .checkers import in_page
from .server import serving
from .sites import EVERY_PAGE, expect_none
from .test_layout import NARROW, OPEN_ALL, TEXT_SPACING
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

EXAMPLES = read_examples()

_SURFACES = """() => Array.from(document.querySelectorAll(".md-content *")).filter((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return box.width > 60 && box.height > 24 && style.display !== "inline"
        && !["rgba(0, 0, 0, 0)", "transparent"].includes(style.backgroundColor);
}).map((element) => { element.dataset.surface = element.className || element.tagName; });"""
"""Marks whatever is set apart by its ground."""

_EDGELESS = """() => Array.from(document.querySelectorAll("[data-surface]")).filter((element) => {
    const style = getComputedStyle(element);
    return style.forcedColorAdjust !== "none" && !["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0)
        && style.outlineStyle === "none";
}).map((element) => element.dataset.surface);"""

_BOXES = """selector => Array.from(document.querySelectorAll(selector)).map((element) => {
    const box = element.getBoundingClientRect();
    return [element.className || element.tagName, box.left, box.right, box.height];
})"""

MIRRORED = ".md-logo, .md-content, .cards > ul, .steps > ol, .pair > .yes, .ladder > ol > li, .options > ul, .contact, .urgent, .timeline dd, .topic, .contact-bar"
"""Boxes whose place is given by the layout alone, not by the length of a word."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, kit: Path) -> Iterator[str]:
    with serving(built_gallery(tmp_path_factory, kit)) as address:
        yield address


def opened(it: Watched, **media: Any) -> None:
    it.page.emulate_media(**media)
    it.open(PAGE)
    it.measure()
    it.page.evaluate(OPEN_ALL.replace("'details'", "'main details'"))


every_site = pytest.mark.parametrize("slug", ORGANISATIONS)


@pytest.mark.parametrize("component", component_names())
def test_every_component_has_an_example(component: str) -> None:
    assert any(example.component == component for example in EXAMPLES), (
        f"write overrides/components/{component}/examples.yml"
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_named_and_written_in_both_languages(example: Any) -> None:
    assert set(example.name) == set(LANGUAGES) and all(example.name.values())
    assert not example.text or set(example.text) == set(LANGUAGES)
    assert example.only is None or example.only in ORGANISATIONS


@pytest.mark.sampled(3)
@every_site
def test_every_example_is_in_sight(chromium: Browser, gallery: str, slug: str) -> None:
    wanted = [one for one in EXAMPLES if one.only in (None, slug)]
    with watched(chromium, f"{gallery}{slug}/", viewport={"width": 1280, "height": 800}) as it:
        missing = []
        for page in dict.fromkeys(one.page for one in wanted):
            it.open(page)
            it.page.evaluate(OPEN_ALL.replace("'details'", "'main details'"))
            for one in wanted:
                found = it.page.locator(one.place).first
                if one.page == page and not (found.count() if one.waiting else found.is_visible()):
                    missing.append(f"{one}: {one.place}")
        assert it.seen() == []
    expect_none(missing)


@every_site
@pytest.mark.sampled(3)
def test_the_gallery_has_no_fault_of_accessibility(chromium: Browser, gallery: str, slug: str) -> None:
    """The organisations share the four looks, and each has them all with EVERY_PAGE=true."""
    place = [*ORGANISATIONS].index(slug)
    looks = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
    found = []
    with watched(chromium, f"{gallery}{slug}/") as it:
        opened(it)
        in_page.bring(it.page, "axe")
        for width, scheme in looks if EVERY_PAGE else looks[place :: len(ORGANISATIONS)]:
            it.page.set_viewport_size({"width": width, "height": 800})
            it.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            in_page.start(it.page, colours_only=scheme == "dark")
            found += [f"{width} {scheme}: {one}" for name, one in in_page.findings(it.page) if name == "axe"]
    expect_none(found)


@every_site
def test_nothing_sticks_out_however_narrow_or_wide_the_letters_stand(
    chromium: Browser, gallery: str, slug: str
) -> None:
    found = []
    with watched(chromium, f"{gallery}{slug}/", viewport=NARROW) as it:
        opened(it)
        found += [f"320 px: {one}" for one in it.page.evaluate("measure.overflow()")]
        it.page.set_viewport_size({"width": 320, "height": 256})
        found += [f"1280 px at 400 %: {one}" for one in it.page.evaluate("measure.overflow()")]
        it.page.evaluate(TEXT_SPACING)
        found += [f"spaced: {one}" for one in it.page.evaluate("measure.overflow()")]
    expect_none(found)


@every_site
def test_what_colour_sets_apart_has_an_edge_where_colours_are_forced(
    chromium: Browser, gallery: str, slug: str
) -> None:
    with watched(chromium, f"{gallery}{slug}/", viewport={"width": 1280, "height": 800}) as it:
        opened(it)
        it.page.evaluate(_SURFACES)
        it.page.emulate_media(forced_colors="active")
        expect_none(sorted(set(it.page.evaluate(_EDGELESS))))


def test_a_logo_that_was_drawn_for_paper_has_some_where_colours_are_forced(chromium: Browser, gallery: str) -> None:
    with watched(chromium, f"{gallery}vuurtoren/") as it:
        opened(it, forced_colors="active", color_scheme="dark")
        ground = it.page.evaluate("getComputedStyle(document.querySelector('.md-logo__image')).backgroundColor")
    assert ground == "rgb(251, 248, 243)"


@pytest.mark.parametrize(
    ("slug", "width"),
    [
        (slug, width)
        for place, slug in enumerate(ORGANISATIONS)
        for number, width in enumerate((320, 1280))
        if EVERY_PAGE or (place + number) % 2 == 0
    ],
)
def test_a_language_written_from_right_to_left_turns_the_page_around(
    chromium: Browser, gallery: str, slug: str, width: int
) -> None:
    """The organisations share the two widths, and each has both with EVERY_PAGE=true."""
    with watched(chromium, f"{gallery}{slug}/", viewport={"width": width, "height": 800}) as it:
        opened(it, reduced_motion="reduce")
        before = it.page.evaluate(_BOXES, MIRRORED)
        it.page.evaluate("document.documentElement.dir = 'rtl'")
        after = it.page.evaluate(_BOXES, MIRRORED)
        found = [f"sticks out: {one}" for one in it.page.evaluate("measure.overflow()")]
        for (name, left, right, _), (_, left_now, right_now, _) in zip(before, after, strict=True):
            if abs(left + right_now - width) > 1.5 or abs(right + left_now - width) > 1.5:
                found.append(f"{name}: {left:.0f}-{right:.0f} became {left_now:.0f}-{right_now:.0f}")
        assert len(before) > 10
    expect_none(found)


def test_nothing_moves_for_whom_motion_is_too_much(chromium: Browser, gallery: str) -> None:
    moving = """() => Array.from(document.querySelectorAll("*")).filter((element) => {
        const style = getComputedStyle(element);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
    }).map((element) => element.getAttribute("class") || element.tagName)"""
    with watched(chromium, f"{gallery}vuurtoren/") as it:
        opened(it, reduced_motion="reduce")
        expect_none(it.page.evaluate(moving))
