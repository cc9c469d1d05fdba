"""axe, HTML_CodeSniffer and IBM's checker on every page: narrow and wide, light and dark, folded text, menu and search open."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .checkers import in_page, missing
from .conftest import skip_or_fail
from .figures import Figures
from .looks import Scheme, judge
from .sites import EVERY_PAGE, Tree, expect_none, find_trees, sampled_pages
from .states import STATES, State, enter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LANES = min(4, os.cpu_count() or 1)
"""Pages judged at a time; each has a process of its own in the browser."""

LOOKS: tuple[tuple[int, Scheme], ...] = ((360, "light"), (1280, "dark"))
"""Narrow and light, wide and dark. A page and a state are judged in one of them; scripts/prove.py has every page in both at every width."""

OTHERS = ("index.html", "waarvoor.html", "wie.html")
"""Of the sites that are no example: the pages with long names, photos and colours of their own; these sites take turns."""

IN_STATES = [tree for tree in find_trees() if str(tree) in ("ooverlaar-en", "kiekeboe-nl")]
"""Both languages, both forms of address, one advisor and several; scripts/prove.py takes every site."""

IN_TURN = [
    (tree, state)
    for place, tree in enumerate(IN_STATES)
    for state in STATES
    for pages in [[one.page for one in STATES if one.name == state.name]]
    if EVERY_PAGE or pages.index(state.page) == place % len(pages)
]
"""What can be open on two pages, each tree opens on one of them."""

SAMPLE = 56
"""Of the signpost's many steps one in so many; scripts/prove.py takes them all."""

_GROUND = "document.styleSheets[0].insertRule('body { background: var(--tint) !important }')"


def judged_pages(served: Path, tree: Tree) -> list[str]:
    if tree.example or EVERY_PAGE:
        return sampled_pages(served, tree) if tree.example else list(OTHERS)
    return [OTHERS[find_trees().index(tree) % len(OTHERS)]]


@pytest.mark.parametrize("tool", in_page.NAMES)
def test_every_checker_is_at_hand(tool: str) -> None:
    if tool != "axe":
        skip_or_fail(missing())
    assert in_page.sources(tool)


@pytest.mark.parametrize("tree", find_trees(), ids=str)
@pytest.mark.sampled(9)
def test_no_checker_finds_a_fault(chromium: Browser, served: Path, origin: str, figures: Figures, tree: Tree) -> None:
    """IBM's checker takes one page of four; scripts/prove.py gives it them all."""
    found = []
    context = chromium.new_context()
    lanes = [context.new_page() for _ in range(LANES)]
    names = judged_pages(served, tree)
    for group, first in enumerate(range(0, len(names), LANES), find_trees().index(tree)):
        pages = dict(zip(names[first : first + LANES], lanes, strict=False))
        tools = dict(zip(pages, [in_page.NAMES, *[in_page.QUICK] * 3] * LANES, strict=False))
        for name, page in pages.items():
            page.goto(f"{origin}{tree.path}/{name}")
            in_page.bring(page, *tools[name])
        width, scheme = LOOKS[group % len(LOOKS)]
        faults = list(judge(pages, width, scheme))
        for name in pages:
            for tool in tools[name]:
                figures.note(name, **{tool: sum(fault[:2] == (name, tool) for fault in faults)})
        found += [text for _, _, text in faults]
    context.close()
    expect_none(found)


@pytest.mark.parametrize(("tree", "state"), IN_TURN, ids=str)
@pytest.mark.sampled(20)
def test_no_checker_finds_a_fault_in_a_state(
    chromium: Browser, served: Path, origin: str, tree: Tree, state: State
) -> None:
    """IBM's checker takes every other state in one of the trees; scripts/prove.py gives it them all."""
    if not (served / tree.path / state.page).is_file():
        pytest.skip(f"this site has no {state.page}")
    found = []
    context = chromium.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{origin}{tree.path}/{state.page}")
    names = list(dict.fromkeys(one.name for one in STATES))
    whole = (names.index(state.name) + 2 * IN_STATES.index(tree)) % 4 == 0
    in_page.bring(page, *(in_page.NAMES if whole else in_page.QUICK))
    for number, step in enumerate(
        islice(enter(page, state), 0, None, SAMPLE if state.name == "signpost" else 1), IN_STATES.index(tree)
    ):
        width, scheme = LOOKS[number % len(LOOKS)]
        found += [f"{step}: {text}" for _, _, text in judge({state.page: page}, width, scheme, state.context)]
    context.close()
    expect_none(found)


@pytest.mark.parametrize("tree", [tree for tree in find_trees() if tree.day == "usual"], ids=str)
@pytest.mark.sampled(4)
def test_axe_finds_no_fault_on_the_tinted_ground(chromium: Browser, origin: str, tree: Tree) -> None:
    """The ground behind the top of a page is drawn, so axe cannot see it; here it is plain, and judged for the whole of it."""
    found = []
    context = chromium.new_context()
    page = context.new_page()
    for name in ("index.html", "gesprek.html"):
        page.goto(f"{origin}{tree.path}/{name}")
        in_page.bring(page, "axe")
        page.evaluate(_GROUND)
        for width, scheme in LOOKS:
            found += [
                text for _, _, text in judge({name: page}, width, scheme, "header, h1, h1 + p", colours_only=True)
            ]
    context.close()
    expect_none(found)
