"""What is heard comes in the order in which it is seen, under headings that say what belongs to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .sites import Tree, expect_none, sampled_pages, sampled_trees
from .states import STATES, enter
from .watch import watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = sampled_trees()
WIDE: Any = {"width": 1280, "height": 800}

_SEEN_EARLIER = """() => {
    const links = [...document.querySelectorAll("main a[href^='tel:']")].filter((one) => one.checkVisibility());
    const box = (one) => one.getBoundingClientRect();
    return links.flatMap((one, place) => links.slice(place + 1)
        .filter((later) => later.matches("[href='tel:112']") && box(later).bottom <= box(one).top && box(later).left <= box(one).left)
        .map((later) => `${later.innerText} stands above ${one.innerText}, and is heard after it`));
}"""


@pytest.mark.parametrize("tree", TREES, ids=str)
@pytest.mark.sampled(4)
def test_where_the_eye_comes_to_112_first_the_ear_does_too(
    chromium: Browser, served: Path, origin: str, tree: Tree
) -> None:
    """Before every number below it, in its own column and in the one to its right."""
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=WIDE) as it:
        for name in {"index.html", *sampled_pages(served, tree)}:
            it.open(name)
            found += [f"{name}: {one}" for one in it.page.evaluate(_SEEN_EARLIER)]
    expect_none(found)


_OUTLINE = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].filter((one) => one.checkVisibility()).map((one) => [
    Number(one.getAttribute("aria-level") || one.tagName[1]), one.matches(".signpost__ask"), Boolean(one.closest(".signpost")), one.innerText])"""


@pytest.mark.parametrize("tree", [tree for tree in TREES if str(tree) in ("vuurtoren-nl", "ooverlaar-en")], ids=str)
@pytest.mark.sampled(2)
def test_what_an_end_of_the_signpost_shows_stands_under_its_heading(chromium: Browser, origin: str, tree: Tree) -> None:
    walk = next(state for state in STATES if state.name == "signpost")
    found = set()
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open(walk.page)
        for step in enter(it.page, walk):
            before = 0
            for level, asks, inside, text in it.page.evaluate(_OUTLINE):
                if level > before + 1 or level != (3 if inside and not asks else level):
                    found.add(f"{step}: {text} is of level {level} after {before}")
                before = level
    expect_none(sorted(found))
