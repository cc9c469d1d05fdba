"""The questions of a module in a whole site, by keyboard alone and to the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .sites import EVERY_PAGE, Tree, find_trees
from .training import MODULE, finish, finish_right
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.day == "usual" and tree.slug != "vlieger"]
"""De Vlieger chose no module."""
SOURCES = ("file", "server")
OPENED = [
    (tree, source)
    for place, tree in enumerate(TREES)
    for number, source in enumerate(SOURCES)
    if EVERY_PAGE or ((place + 1) // 2 + number) % 2 == 0
]
"""Half of the trees of each language are opened one way and half the other; in scripts/prove.py each is opened both ways."""
WORDS = {"nl": ("Controleer", "Volgende"), "en": ("Check", "Next")}


def tab_to(it: Watched, selector: str) -> None:
    for _ in range(100):
        it.page.keyboard.press("Tab")
        if it.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


@pytest.mark.parametrize(("tree", "source"), OPENED, ids=str)
@pytest.mark.sampled(3)
def test_the_keyboard_goes_through_all_questions(
    chromium: Browser, served: Path, origin: str, tree: Tree, source: str
) -> None:
    base = (origin if source == "server" else served.as_uri() + "/") + tree.path + "/"
    with watched(chromium, base, viewport={"width": 360, "height": 640}) as it:
        it.open(MODULE)
        assert it.seen() == []
        it.asked()
        current = it.page.locator(".quiz__question.current")
        feedback = it.page.locator(".quiz__feedback").filter(visible=True)
        verdict = it.page.locator(".quiz__result")
        total = it.page.locator(".quiz__question").count()
        assert total >= 6
        for number in range(total):
            tab_to(it, ".quiz__question.current input")
            kind = current.get_attribute("data-type")
            if kind == "multiple":
                it.page.keyboard.press("Space")
            else:
                for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
                    it.page.keyboard.press(key)
            assert current.locator(":checked").count() == 1
            assert feedback.count() == 0 and not verdict.is_visible(), "feedback came before the button"
            tab_to(it, "button[type=submit]")
            assert it.page.evaluate("document.activeElement.textContent") == WORDS[tree.language][0]
            it.page.keyboard.press("Enter")
            assert it.page.evaluate("document.activeElement.className") == "quiz__result"
            assert feedback.count() == 1
            assert verdict.inner_text().strip()
            tab_to(it, ".quiz__buttons button:not([hidden])")
            if number < total - 1:
                assert it.page.evaluate("document.activeElement.textContent") == WORDS[tree.language][1]
            it.page.keyboard.press("Enter")
        end = it.page.locator(".quiz__end")
        assert end.is_visible()
        assert it.page.evaluate("document.activeElement.className") == "quiz__end"
        assert it.page.url == base + MODULE
        assert it.seen() == []
        assert it.asked() == []


def test_what_was_answered_is_gone_after_leaving_and_coming_back(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/") as it:
        it.open(MODULE)
        it.page.locator(".quiz__question.current .quiz__option").first.click()
        it.page.locator("button[type=submit]").click()
        it.open("index.html")
        for go in (it.page.go_back, it.page.reload):
            go()
            assert it.page.locator("form.quiz :checked").count() == 0
            assert it.page.locator(".quiz__result").is_hidden()
        assert it.seen() == []


def test_the_end_says_what_one_knows_now_by_the_organisations_own_names(chromium: Browser, origin: str) -> None:
    tree = next(tree for tree in TREES if str(tree) == "vuurtoren-nl")
    with watched(chromium, f"{origin}{tree.path}/") as it:
        learned = it.page.locator(".quiz__end .quiz__learned")
        it.open(MODULE)
        assert it.page.locator(".quiz__learned").is_hidden()
        finish(it.page, right=1)
        assert "Noor" in learned.inner_text()
        assert learned.locator("a[href^='tel:']").is_visible()
        it.open(MODULE)
        finish(it.page, refuses=True)
        assert learned.is_hidden(), "nothing was done"
        assert it.seen() == []


@pytest.mark.proof
def test_everything_that_we_ask_can_be_answered_to_the_end(chromium: Browser, served: Path, origin: str) -> None:
    tree = next(tree for tree in TREES if str(tree) == "vuurtoren-nl")
    pages = sorted(path.name for path in (served / tree.path).glob("training-*.html"))
    assert len(pages) == 7
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.page.add_init_script("addEventListener('voorlichter:finished', event => { window.told = event.detail; })")
        for name in pages:
            it.open(name)
            finish_right(it.page)
            told = it.page.evaluate("window.told")
            assert told["done"] == told["total"] > 0, name
        assert it.seen() == []


def test_without_a_script_it_stands_below_the_questions(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/", java_script_enabled=False) as it:
        it.open(MODULE)
        assert it.page.locator(".quiz__learned li").filter(visible=True).count() == 3
