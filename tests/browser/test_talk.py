"""An example for a team on a big screen: opened as a file, led by keys alone, and read without a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .keyboard import SIZES
from .sites import Tree, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGE = "samen.html"
TREES = [tree for tree in find_trees() if str(tree) in ("vuurtoren-nl", "vuurtoren-en")]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
LINKS = ".talk__list a"
STEP = ".talk__step"


def in_sight(it: Watched) -> list[str]:
    return [step.inner_text() for step in it.page.locator(STEP).filter(visible=True).all()]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("size", ["phone", "wide"])
@EVERY_TREE
def test_an_example_is_led_by_keys_alone_from_a_file(chromium: Browser, served: Path, tree: Tree, size: str) -> None:
    folder = served / tree.path
    with watched(chromium, f"file://{folder}/", viewport=SIZES[size]) as it:
        it.open(PAGE)
        address = it.page.url
        link = it.page.locator(LINKS).first
        link.focus()
        it.page.keyboard.press("Enter")
        seen = []
        for key in ("PageDown", "ArrowRight", " ", "PageDown", "PageDown"):
            seen += in_sight(it)
            assert not it.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            it.page.keyboard.press(key)
        assert len(seen) == len(set(seen)) == 5, "one step at a time"
        assert seen[0].startswith(link.text_content() or "?")
        [end] = in_sight(it)
        assert it.page.locator(".talk__end a[href^='tel:']").filter(visible=True).count(), end
        it.page.keyboard.press("PageDown")
        assert in_sight(it) == [end], "the way to the advisor stays"
        it.page.keyboard.press("PageUp")
        it.page.keyboard.press("ArrowLeft")
        assert in_sight(it) == [seen[3]]
        it.page.keyboard.press("Escape")
        assert in_sight(it) == []
        assert link.evaluate("one => one === document.activeElement")
        assert it.page.url == address
        assert it.seen() == []


@EVERY_TREE
def test_the_hints_for_who_leads_are_shown_when_asked_for(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open(PAGE)
        it.page.locator(LINKS).first.click()
        hints = it.page.locator(".talk__tips").filter(visible=True)
        assert hints.count() == 0
        button = it.page.locator(".talk__bar .link-button").first
        button.press(" ")
        assert hints.count() == 1 and button.get_attribute("aria-expanded") == "true"
        it.page.emulate_media(media="print")
        assert hints.count() == 1 and len(in_sight(it)) == 6, "the open example alone is printed, whole"
        assert it.seen() == []


@EVERY_TREE
def test_without_a_script_all_steps_stand_under_each_other(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False) as it:
        it.open(PAGE)
        examples = it.page.locator(LINKS).count()
        assert examples >= 10
        assert len(in_sight(it)) == 5 * examples + 1
        assert it.page.locator(".talk__tips").filter(visible=True).count() == examples


def test_no_other_page_loads_it(served: Path) -> None:
    pages = (served / TREES[0].path).glob("*.html")
    assert [page.name for page in pages if "assets/talk." in page.read_text(encoding="utf-8")] == [PAGE]
