"""From the pages that matter most to their easy version and back: one tap, in every language, with JavaScript or without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .checkers import in_page
from .sites import Tree, expect_none, find_trees, sampled_trees
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAIRS = {
    f"{name}.html": f"kort{suffix}.html"
    for name, suffix in [
        ("index", ""),
        ("wie", "-wie"),
        ("waarvoor", "-waarvoor"),
        ("gesprek", "-gesprek"),
        ("vertrouwelijk", "-vertrouwelijk"),
        ("veilig", "-veilig"),
        ("andere-kant", "-andere-kant"),
        ("mogelijkheden", "-mogelijkheden"),
        ("hulp", "-hulp"),
        ("mij", "-mij"),
    ]
}
PHONE = {"width": 360, "height": 640}
NARROW = {"width": 320, "height": 640}
TREES = [tree for tree in find_trees() if tree.day == "usual"]
SOME_TREES = pytest.mark.parametrize("tree", sampled_trees(), ids=str)
WORDS = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    return document.querySelector(".md-container").innerText.split(/\\s+/).length;
}"""


def name_of(page: Page) -> str:
    return page.url.rpartition("/")[2]


TAPPED = [(tree, True) for tree in sampled_trees()] + [(tree, False) for tree in TREES if tree.slug == "vuurtoren"]
"""The link is there before any script, and the same everywhere: without one, one organisation is enough."""


@pytest.mark.parametrize(("tree", "script"), TAPPED, ids=str)
def test_one_tap_leads_to_the_easy_version_and_one_back(
    chromium: Browser, origin: str, tree: Tree, script: bool
) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=script, viewport=PHONE) as it:
        for usual, easy in PAIRS.items():
            it.open(usual)
            link = it.page.locator(".easy-link a")
            box = link.bounding_box()
            assert box and box["height"] >= 44 and box["y"] + box["height"] < PHONE["height"] / 2, f"{usual}: {box}"
            link.click()
            assert name_of(it.page) == easy
            it.page.locator("h1").wait_for()
            it.page.locator(".easy-link a").click()
            assert name_of(it.page) == usual


@pytest.mark.parametrize("tree", TREES, ids=str)
def test_only_pages_with_an_easy_version_offer_one(served: Path, tree: Tree) -> None:
    offered = {
        path.name
        for path in (served / tree.path).glob("*.html")
        if 'class="easy-link' in path.read_text(encoding="utf-8")
    }
    assert offered == {*PAIRS, *PAIRS.values()}


@pytest.mark.parametrize("tree", [tree for tree in TREES if tree.slug == "vuurtoren"], ids=str)
def test_the_language_links_keep_to_the_easy_version(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for easy in PAIRS.values():
            it.open(easy)
            other = it.page.locator(".md-alternate a:not([aria-current])")
            language = other.get_attribute("lang")
            other.click()
            assert name_of(it.page) == easy
            assert it.page.locator("html").get_attribute("lang") == language != tree.language


@SOME_TREES
def test_the_call_button_comes_within_forty_words(chromium: Browser, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for easy in PAIRS.values():
            it.open(easy)
            it.measure()
            words = it.page.evaluate("measure.wordsBeforeContact()")
            found += [f"{easy}: {words} words before the first contact"] if words is None or words > 40 else []
    expect_none(found)


@SOME_TREES
def test_it_stays_whole_at_320_pixels(chromium: Browser, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=NARROW) as it:
        for easy in PAIRS.values():
            it.open(easy)
            it.measure()
            it.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found += [f"{easy}: {one}" for one in it.page.evaluate("measure.overflow()")]
    expect_none(found)


@SOME_TREES
def test_it_is_shorter_and_its_type_is_larger(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for usual, easy in PAIRS.items():
            read = []
            for name in (usual, easy):
                it.open(name)
                size = it.page.evaluate("parseFloat(getComputedStyle(document.querySelector('article')).fontSize)")
                read.append((it.page.evaluate(WORDS), size))
            (words, size), (fewer, larger) = read
            assert fewer < words and larger > size, (
                f"{usual} {words} words, {size} px; {easy} {fewer} words, {larger} px"
            )


@SOME_TREES
def test_every_block_and_step_has_a_pictogram_that_is_drawn_and_not_read(
    chromium: Browser, origin: str, tree: Tree
) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for easy in PAIRS.values():
            it.open(easy)
            it.page.wait_for_load_state()
            bare = "article > h2:not(#welkom):not(:has(> .pictogram)), .easy-steps li:not(:has(> .pictogram, > p > .pictogram))"
            assert it.page.locator(bare).count() == 0, easy
            drawn = it.page.evaluate(
                "Array.from(document.querySelectorAll('.pictogram use'), use => use.getBBox().width)"
            )
            assert drawn and all(drawn), f"{easy}: {drawn}"
            assert it.page.locator(".pictogram:not([aria-hidden='true'])").count() == 0
            unused = "Array.from(document.querySelectorAll('[id^=pictogram-]')).filter(one => !document.querySelector(`use[href='#${one.id}']`)).map(one => one.id)"
            assert it.page.evaluate(unused) == [], easy


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tree", [tree for tree in TREES if not tree.example], ids=str)
def test_axe_finds_no_fault_in_organisations_unlike_the_examples(
    chromium: Browser, origin: str, tree: Tree, scheme: str
) -> None:
    """Every page of the examples is judged in test_accessibility.py."""
    found = []
    context = chromium.new_context(viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    for easy in PAIRS.values():
        page.goto(f"{origin}{tree.path}/{easy}")
        in_page.bring(page, "axe")
        in_page.start(page)
        found += [f"{easy} {tool}: {one}" for tool, one in in_page.findings(page)]
    context.close()
    expect_none(found)
