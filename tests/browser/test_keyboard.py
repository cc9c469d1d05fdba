"""Everything by keyboard: the skip link first, a ring on each stop, nothing over it, the menu, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .sites import Tree, expect_none, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.day == "usual"]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
WALKED = ("index.html", "wie.html", "waarvoor.html", "hulp.html", "nieuw.html")
SIZES = {"phone": {"width": 360, "height": 640}, "zoomed": {"width": 320, "height": 256}, "wide": {"width": 1280, "height": 800}}
MOST = 150
"""More stops than any page has: whoever gets here is caught."""


def press(it: Watched, key: str) -> dict[str, Any]:
    """What has the focus after a key; nothing, at the end of the page."""
    it.page.keyboard.press(key)
    found: dict[str, Any] = it.page.evaluate("measure.focus()") or {}
    return found


@pytest.mark.parametrize("size", SIZES)
@EVERY_TREE
def test_every_stop_is_in_sight_and_has_a_ring(chromium: Browser, origin: str, tree: Tree, size: str) -> None:
    found = []
    # Through one page on the large screens of a language; the phone sees all.
    pages = WALKED if size == "phone" else WALKED[:1]
    with watched(chromium, f"{origin}{tree.path}/", viewport=SIZES[size], reduced_motion="reduce") as it:
        for name in pages:
            it.open(name)
            it.measure()
            stops = 0
            while (stop := press(it, "Tab")) and stops < MOST:
                stops += 1
                if stops == 1 and "md-skip" not in stop["classes"]:
                    found.append(f"{name}: the first stop is {stop['name']}")
                if not stop["inWindow"]:
                    found.append(f"{name}: out of sight: {stop['name']}")
                elif stop["covered"]:
                    found.append(f"{name}: something lies over {stop['name']}")
                if stop["outline"] < 2:
                    found.append(f"{name}: no ring: {stop['name']}")
            if not 10 < stops < MOST:
                found.append(f"{name}: {stops} stops")
    expect_none(found)


@EVERY_TREE
def test_the_skip_link_leads_to_the_text(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("wie.html")
        it.measure()
        assert "md-skip" in press(it, "Tab")["classes"]
        assert press(it, "Enter")["id"] == "content"


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("size", ["phone", "zoomed", "wide"])
def test_the_menu_opens_and_closes(chromium: Browser, origin: str, size: str, key: str) -> None:
    tree = TREES[0]
    with watched(chromium, f"{origin}{tree.path}/", viewport=SIZES[size], reduced_motion="reduce") as it:
        it.open("wie.html")
        it.measure()
        menu = it.page.locator("[data-menu]")
        for _ in range(MOST):
            if "md-nav__button" in press(it, "Tab")["classes"]:
                break
        press(it, key)
        assert menu.get_attribute("open") is not None
        inside = press(it, "Tab")
        assert "md-nav__link" in inside["classes"] and inside["inWindow"] and not inside["covered"]
        assert "md-nav__button" in press(it, "Escape")["classes"]
        assert menu.get_attribute("open") is None
        press(it, key)
        press(it, "Tab")
        with it.page.expect_navigation():
            it.page.keyboard.press("Enter")
        assert it.seen() == []
