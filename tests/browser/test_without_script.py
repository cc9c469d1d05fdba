"""With JavaScript off, all there is to read is there, and everything opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .figures import broken
from .sites import Tree, expect_none, find_trees, read_ways, sampled_pages
from .training import MODULE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = find_trees()
READ = ".hero, main, footer"
PHONE = {"width": 360, "height": 640}


@pytest.mark.sampled(8)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_every_text_and_every_contact_is_there(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    ways = read_ways(tree)
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport=PHONE) as it:
        for name in sampled_pages(served, tree):
            it.open(name)
            it.measure()
            # As few taps as with a script.
            taps = it.page.evaluate("ways => measure.firstView(ways)", ways)
            found += [f"{name}: {one}" for one in broken({key: taps[key] for key in ("taps", "taps_any")})]
            found += [
                f"{name}: not to be seen: {text}"
                for text in it.page.evaluate("read => measure.hiddenTexts(read)", READ)
            ]
            # Folded text opens by itself; the summaries are pressed in the test below.
            it.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found += [
                f"{name}: not to be seen when opened: {text}"
                for text in it.page.evaluate("measure.hiddenTexts('details')")
            ]
            found += [f"{name}: not to be reached: {one}" for one in it.page.evaluate("measure.unreachableContacts()")]
            found += [f"{name}: {problem}" for problem in it.seen()]
    expect_none(found)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_the_menu_opens_and_leads_on(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport=PHONE) as it:
        it.open("index.html")
        link = it.page.locator(".md-nav__sheet a[href='vertrouwelijk.html']")
        assert not link.is_visible()
        it.page.locator(".md-nav__button").click()
        link.click()
        assert it.page.url.endswith("/vertrouwelijk.html")
        it.page.locator("h1").wait_for()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "tree", {tree.language: tree for tree in TREES if tree.example and tree.day == "usual"}.values(), ids=str
)
def test_a_tick_shows_its_feedback_and_the_answer_unfolds(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport=PHONE) as it:
        it.open(MODULE)
        questions = it.page.locator(".quiz__question")
        assert questions.count() >= 6
        for question in questions.all():
            shown = question.locator(".quiz__feedback").filter(visible=True)
            assert shown.count() == 0
            for option in question.locator(".quiz__option").all():
                option.click()
                feedback = it.page.locator(f"[id^='{option.locator('input').get_attribute('id')}-']")
                assert feedback.is_visible()
            ticked = question.locator(":checked").count()
            assert shown.count() == ticked
            explanation = question.locator(".quiz__explanation")
            assert not explanation.is_visible()
            question.locator("summary").click()
            assert explanation.is_visible()
        assert it.page.url.endswith(f"/{MODULE}")
        assert it.seen() == []
