"""Everything by keyboard: the skip link first, a ring on each stop, nothing over it, the menu, the way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .keyboard import MOST, SIZES, press, ring_is_drawn, walk
from .looks import SCHEMES, Scheme
from .sites import EVERY_PAGE, Tree, expect_none, find_trees, opened_pages, sampled_pages, sampled_trees
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.day == "usual"]
WALKED = (
    "index.html",
    "wie.html",
    "waarvoor.html",
    "wegwijzer.html",
    "bericht.html",
    "training-role.html",
    "training.html",
)
"""The pages with parts of their own, the first walked in all sites that differ most and each other in two of them; all other pages in one of the examples each, and scripts/prove.py walks every page."""
RINGS: tuple[tuple[str, Scheme], ...] = tuple(
    (page, scheme)
    for page, usual in (("index.html", "dark"), ("training-role.html", "light"), ("bericht.html", "dark"))
    for scheme in SCHEMES
    if EVERY_PAGE or scheme == usual
)
"""A picture with and without the ring, for every stop: the pages take turns in light and dark."""


def walked_apart(tree: Tree) -> tuple[str, ...]:
    """In sites that differ most; the next in line has the other half."""
    unlike = sampled_trees()
    return () if tree not in unlike else WALKED if EVERY_PAGE else WALKED[:1] + WALKED[1 + unlike.index(tree) % 2 :: 2]


def walked(served: Path, tree: Tree, size: str) -> list[str]:
    pages = opened_pages(served, tree)
    if size == "phone":
        own = [*walked_apart(tree), *(sampled_pages(served, tree) if tree.example else ())]
        return [name for name in pages if name in (own or ("index.html", "wie.html"))]
    return pages[:1] + [name for name in pages if name in ("index.html", "wegwijzer.html")]


@pytest.mark.sampled(12)
@pytest.mark.parametrize(
    ("tree", "size"),
    [(tree, size) for tree in TREES for size in SIZES if size == "phone" or tree in sampled_trees()],
    ids=str,
)
def test_every_stop_is_in_sight_and_has_a_ring(
    chromium: Browser, served: Path, origin: str, tree: Tree, size: str
) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=SIZES[size], reduced_motion="reduce") as it:
        expect_none(one for name in walked(served, tree, size) for one in walk(it, name))


@pytest.mark.parametrize(("page", "scheme"), RINGS)
@pytest.mark.sampled(3)
def test_the_ring_can_be_seen(chromium: Browser, served: Path, origin: str, page: str, scheme: Scheme) -> None:
    """In a picture: a rule in a style sheet may be overruled, or drawn in the colour of its ground."""
    with watched(
        chromium, f"{origin}{TREES[0].path}/", viewport=SIZES["phone"], reduced_motion="reduce", color_scheme=scheme
    ) as it:
        expect_none(walk(it, page, look=True))


@pytest.mark.parametrize(("style", "seen"), [("outline: 3px solid blue", True), ("outline: 3px solid white", False)])
def test_a_ring_in_the_colour_of_its_ground_is_none(chromium: Browser, style: str, seen: bool) -> None:
    with watched(chromium, "") as it:
        it.page.set_content(
            f"<body style='background: white'><style>:focus {{ {style} }}</style><button>Press</button>"
        )
        it.measure()
        press(it, "Tab")
        assert ring_is_drawn(it.page) == seen


@pytest.mark.sampled(3)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_the_skip_link_leads_to_the_text(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("wie.html")
        it.measure()
        assert "md-skip" in press(it, "Tab")["classes"]
        assert press(it, "Enter")["id"] == "content"


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.sampled(3)
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
        assert it.page.evaluate("document.activeElement.matches('.md-nav__group a')")
        assert inside["inWindow"] and not inside["covered"]
        assert "md-nav__button" in press(it, "Escape")["classes"]
        assert menu.get_attribute("open") is None
        press(it, key)
        press(it, "Tab")
        with it.page.expect_navigation():
            it.page.keyboard.press("Enter")
        assert it.seen() == []
