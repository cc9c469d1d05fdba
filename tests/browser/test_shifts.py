"""What comes late, a script or the letters, moves nothing that somebody was reading."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import skip_or_fail
from .sites import EVERY_PAGE, Tree, sampled_trees
from .test_layout import PHONE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

TREES = sampled_trees()
MOST = 0.02
LATE = {"js": 0.15, "woff2": 0.25}
"""Seconds in which the page is drawn without."""
SIZES = [PHONE, {"width": 1280, "height": 800}]
NAMES = ["index", "bericht", "gesprek", "hulp", "kort-wie", "training-role", "wegwijzer", "wie"]
LONG = ("gesprek", "hulp")
"""Pages that begin with so much text that a line may end at another word in letters that are as wide on the whole: there, letters are left out."""

_COUNT = """window.moved = [0];
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    moved[0] += one.value;
    moved.push(one.value.toFixed(3) + " " + one.sources.map(({ node }) => (node && node.className) || String(node && node.nodeName)).join(", "));
})).observe({ type: "layout-shift", buffered: true });"""
_DRAWN = "document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(moved)))))"


def _late(route: Route) -> None:
    time.sleep(LATE[route.request.url.rpartition(".")[2]])
    route.continue_()


def lacks_arial() -> str | None:
    """Every computer that people have has Arial, or letters as wide."""
    fonts = Path("/usr/share/fonts")
    if fonts.is_dir() and not any(fonts.rglob("LiberationSans-Bold.ttf")):
        return "no letters as wide as Arial; install them with: apt-get install fonts-liberation"
    return None


@pytest.mark.parametrize("size", SIZES if EVERY_PAGE else SIZES[:1], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tree", TREES, ids=str)
@pytest.mark.sampled(8)
def test_scripts_and_letters_that_come_late_move_nothing(
    chromium: Browser, origin: str, tree: Tree, name: str, size: dict[str, int]
) -> None:
    skip_or_fail(lacks_arial())
    with watched(chromium, f"{origin}{tree.path}/", viewport=size, timezone_id="Europe/Amsterdam") as it:
        it.page.add_init_script(_COUNT)
        it.page.route("**/*.js", _late)
        it.page.route("**/*.woff2", (lambda route: route.abort()) if name in LONG else _late)
        it.open(f"{name}.html")
        assert it.page.evaluate("document.readyState") == "complete"
        moved, *by = it.page.evaluate(_DRAWN)
        assert moved < MOST, by
