"""What a script adds moves nothing that somebody was reading."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from .sites import Tree, sampled_trees
from .test_layout import PHONE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

TREES = sampled_trees()
MOST = 0.02
LATE = 0.15
"""Seconds in which the page is drawn without its scripts."""

_COUNT = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.moved += one.value; })).observe({ type: "layout-shift", buffered: true });"""
_DRAWN = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(window.moved))))"


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize("name", ["index", "bericht", "gesprek", "hulp", "training-role", "wie"])
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_a_script_that_comes_late_moves_nothing(chromium: Browser, origin: str, tree: Tree, name: str) -> None:
    """Letters are left out: what they move is their own."""
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        it.page.add_init_script(_COUNT)
        it.page.route("**/*.js", _late)
        it.page.route("**/*.woff2", lambda route: route.abort())
        it.open(f"{name}.html")
        assert it.page.evaluate("document.readyState") == "complete"
        assert it.page.evaluate(_DRAWN) < MOST
