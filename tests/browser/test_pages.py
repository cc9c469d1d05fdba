"""Every page opened from a file and from a web server: it says nothing, asks for nothing else, keeps nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .sites import Tree, expect_none, find_trees, sampled_pages
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_PRESS_EVERYTHING = """() => {
    const pressed = "summary, button:not([aria-controls=search], [data-wipe] button), label:not(.device label)";
    for (const one of document.querySelectorAll(pressed)) one.click();
}"""
"""But the search, which asks for its files when it is opened, and the tick and the wipe of what a device remembers: test_search.py and test_device.py look at those."""


TREES = {"server": find_trees(), "file": [tree for tree in find_trees() if tree.day == "usual" and tree.root]}
SOURCES = [(tree, source) for source, trees in TREES.items() for tree in trees]


@pytest.mark.parametrize(("tree", "source"), SOURCES, ids=str)
@pytest.mark.sampled(5)
def test_a_page_opens_without_a_word_and_leaves_no_trace(
    chromium: Browser, served: Path, origin: str, tree: Tree, source: str
) -> None:
    site = (origin if source == "server" else served.as_uri() + "/") + tree.site + "/"
    inside = "" if tree.root else f"{tree.language}/"
    found = []
    with watched(chromium, site) as it:
        for name in sampled_pages(served, tree, TREES[source]):
            it.open(inside + name)
            found += [f"{name}: {problem}" for problem in it.seen()]
            it.asked()
            it.page.evaluate(_PRESS_EVERYTHING)
            found += [f"{name}, after pressing everything: {problem}" for problem in it.seen()]
            # A server that keeps a log would learn from these who unfolded or answered something.
            found += [f"{name}, after pressing everything: asked for {file}" for file in it.asked()]
            if it.page.url != site + inside + name:
                found.append(f"{name}: the address became {it.page.url}")
    expect_none(found)
