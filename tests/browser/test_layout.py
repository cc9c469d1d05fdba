"""What fits on which screen: nothing sideways, the number in sight, targets for thumbs, few words, few bytes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from .document import Document
from .sites import Tree, expect_none, find_trees, opened_pages
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TREES = find_trees()
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
PHONE = {"width": 360, "height": 640}
REACH = "a[href^='tel:'], a[href^='mailto:'], a[href='hulp.html']"
"""A way to somebody: where nobody can be reached, the page with help from outside."""

TARGETS = "a[href^='tel:'].md-button, a.md-button, summary, button, .exit, .md-nav__link, .quiz__option"
TEXT_SPACING = """() => {
    document.styleSheets[0].insertRule("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
    document.styleSheets[0].insertRule("p { margin-block-end: 2em !important }");
}"""


@EVERY_TREE
def test_nothing_sticks_out_of_a_narrow_window(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    """320 px is 1280 px at 400 % (WCAG 1.4.10), here also with the text spacing of 1.4.12 and the menu open."""
    found = []

    def look(page: Page, state: str) -> Iterator[str]:
        return (f"{state}: {problem}" for problem in page.evaluate("measure.overflow()"))

    with watched(chromium, f"{origin}{tree.path}/", viewport={"width": 320, "height": 640}) as it:
        for name in opened_pages(served, tree):
            it.open(name)
            it.measure()
            found += look(it.page, name)
            it.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found += look(it.page, f"{name}, all open")
            it.page.evaluate(TEXT_SPACING)
            found += look(it.page, f"{name}, all open, spaced")
    expect_none(found)


@EVERY_TREE
def test_somebody_can_be_reached_without_scrolling(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for name in opened_pages(served, tree):
            it.open(name)
            it.measure()
            if not it.page.evaluate("reach => measure.inWindow(reach)", REACH):
                found.append(name)
    expect_none(found)


@EVERY_TREE
def test_the_number_comes_first_on_the_first_page(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        it.open("index.html")
        it.measure()
        words = it.page.evaluate("measure.wordsBeforeNumber()")
        assert words is not None and words <= 40, f"{words} words before the first number"
        buttons = it.page.evaluate("measure.inWindow('.hero .md-button--primary')")
        nobody = it.page.locator(".hero .md-button--primary").count() == 0
        assert buttons or nobody, "the call button lies below the fold"


@EVERY_TREE
def test_every_advisor_is_two_taps_away(served: Path, tree: Tree) -> None:
    def ways(name: str) -> set[str]:
        return {address for _, address in Document(served / tree.path / name).addresses() if address.startswith(("tel:", "mailto:"))}

    links = {address for _, address in Document(served / tree.path / "index.html").addresses()}
    assert "wie.html" in links
    assert len(ways("wie.html")) >= 2


@EVERY_TREE
def test_targets_are_large_enough_for_a_thumb(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for name in opened_pages(served, tree):
            it.open(name)
            it.measure()
            it.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found += [f"{name}: {one}" for one in it.page.evaluate("targets => measure.smallTargets(targets, 44)", TARGETS)]
            found += [f"{name}: {one}" for one in it.page.evaluate("measure.smallTargets(\"a[href^='tel:'], .md-header a\", 24)")]
    expect_none(found)


@EVERY_TREE
def test_sentences_are_short(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/") as it:
        for name in opened_pages(served, tree):
            it.open(name)
            it.measure()
            median = it.page.evaluate("measure.sentenceMedian()")
            if median > 12:
                found.append(f"{name}: {median} words a sentence")
    expect_none(found)


@pytest.mark.parametrize("tree", [tree for tree in TREES if tree.day == "usual"], ids=str)
def test_the_first_view_is_light(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    """As a server that compresses would send it."""
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        it.open("index.html")
        it.page.wait_for_load_state("networkidle")
        files = [served / urlsplit(url).path.lstrip("/") for url in it.requests]
    text = sum(len(gzip.compress(file.read_bytes())) for file in files if file.suffix in (".html", ".css", ".js"))
    rest = sum(file.stat().st_size for file in files if file.suffix not in (".html", ".css", ".js"))
    figures = f"{tree}: text {text / 1000:.1f} kB, with fonts and pictures {(text + rest) / 1000:.1f} kB, {len(files)} requests"
    print(figures)
    assert text <= 20_000 and text + rest <= 90_000 and len(files) <= 9, figures
