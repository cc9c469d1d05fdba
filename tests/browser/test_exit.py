"""Leaving quickly: blank at once, the page replaced, and a plain link without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sites import EXAMPLES, Tree, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

TREES = [
    tree
    for tree in find_trees()
    if tree.day == "usual"
    and tree.example
    and "quick_exit: true" in (EXAMPLES / tree.slug / "profile.yml").read_text(encoding="utf-8")
]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
LEAVE = {
    "click": lambda it: it.page.locator("[data-exit]").click(),
    "keyboard": lambda it: [it.page.keyboard.press("Shift") for _ in range(3)],
}


def meet(it: Watched, requests: list[dict[str, str]]) -> str:
    """Stand in for the neutral page outside; returns its address."""

    def answer(route: Route) -> None:
        requests.append(route.request.headers)
        route.fulfill(content_type="text/html", body="<title>weather</title>")

    it.open("index.html")
    address = str(it.page.locator("[data-exit]").get_attribute("href"))
    it.page.route(address, answer)
    return address


@pytest.mark.parametrize("way", LEAVE)
@EVERY_TREE
def test_leaving_replaces_the_page_and_tells_nobody(chromium: Browser, origin: str, tree: Tree, way: str) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        requests: list[dict[str, str]] = []
        it.page.goto("about:blank")
        address = meet(it, requests)
        LEAVE[way](it)
        it.page.wait_for_url(address)
        assert "referer" not in requests[0]
        it.page.go_back()
        assert it.page.url == "about:blank"


@EVERY_TREE
def test_the_page_is_blank_before_the_other_answers(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        meet(it, [])
        left = it.page.evaluate("""() => {
            document.querySelector("[data-exit]").click();
            return [document.body.checkVisibility(), document.title.trim()];
        }""")
        assert left == [False, ""]


@EVERY_TREE
def test_without_a_script_it_is_a_plain_link(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False) as it:
        requests: list[dict[str, str]] = []
        address = meet(it, requests)
        it.page.locator("[data-exit]").click()
        assert it.page.url == address
        assert "referer" not in requests[0]
