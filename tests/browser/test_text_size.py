"""Letters twice as large, by the browser's own setting or by a style sheet of the reader's: all of it fits a phone, and words stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .chromium import FLAGS, find_shell
from .sites import Tree, expect_none, sampled_pages, sampled_trees
from .test_layout import OPEN_ALL, PHONE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = sampled_trees()
OVER_ITS_EDGE = """[...document.querySelectorAll("[data-contact-bar] a")].filter((button) => {
  const [label, edge] = [button.querySelector("span"), button].map((one) => one.getBoundingClientRect());
  return edge.width && (label.left < edge.left || label.right > edge.right);
}).map((button) => `over its edge: ${button.textContent}`)"""
STAYS_SMALL = """[...document.querySelectorAll("button, select, textarea, input:not([type=radio], [type=checkbox])")]
  .map((one) => [parseFloat(getComputedStyle(one).fontSize), one]).filter(([size]) => size < 32)
  .map(([size, one]) => `${size} px: ${one.localName} ${one.className}`)"""
"""A control has letters of its own size, unless a style sheet says otherwise."""
BY_STYLE = "document.styleSheets[0].insertRule('html { font-size: 200% !important }')"


@pytest.fixture(scope="module")
def large(chromium: Browser) -> Iterator[Browser]:
    browser = chromium.browser_type.launch(
        executable_path=find_shell(), args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    yield browser
    browser.close()


@pytest.mark.sampled(4)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_letters_twice_as_large_fit_a_phone_and_break_no_word(
    large: Browser, served: Path, origin: str, tree: Tree
) -> None:
    found = []
    with watched(large, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for name in sampled_pages(served, tree, TREES):
            it.open(name)
            it.measure()
            assert it.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
            seen = it.page.evaluate("[...measure.overflow(), ...measure.brokenWords()]")
            seen += it.page.evaluate(f"[...{OVER_ITS_EDGE}, ...{STAYS_SMALL}]")
            it.page.evaluate(OPEN_ALL)
            seen += it.page.evaluate("measure.overflow().map((one) => `${one}, all open`)")
            found += [f"{name}: {one}" for one in seen]
    expect_none(found)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_a_style_sheet_of_the_reader_may_do_the_same(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for name in sampled_pages(served, tree, TREES):
            it.open(name)
            it.measure()
            it.page.evaluate(BY_STYLE)
            found += [f"{name}: {one}" for one in it.page.evaluate("measure.overflow()")]
    expect_none(found)
