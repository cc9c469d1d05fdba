"""From the pages that matter most to their easy version and back: one tap, in every language, with JavaScript or without."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .checkers import in_page
from .looks import SCHEMES, judge
from .sites import EVERY_PAGE, Tree, expect_none, find_trees, sampled_trees
from .watch import Watched, watched

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
UNLIKE = [tree for tree in TREES if not tree.example]
VUURTOREN = [tree for tree in TREES if tree.slug == "vuurtoren"]
UNFOLD = """() => {
    window.folded = document.querySelectorAll("details:not([open])");
    for (const one of folded) one.open = true;
}"""
FOLD = "for (const one of folded) one.open = false"
"""An open menu would lie over the link."""
READ = """() => ({
    words: document.querySelector(".md-container").innerText.split(/\\s+/).length,
    size: parseFloat(getComputedStyle(document.querySelector("article")).fontSize),
})"""
PICTOGRAMS = """() => {
    const all = (selector) => Array.from(document.querySelectorAll(selector));
    return {
        bare: all("article > h2:not(#welkom):not(:has(> .pictogram)), .easy-steps li:not(:has(> .pictogram, > p > .pictogram))").length,
        drawn: all(".pictogram use").map((use) => use.getBBox().width),
        read: all(".pictogram:not([aria-hidden='true'])").length,
        unused: all("[id^=pictogram-]").map((one) => one.id).filter((id) => !document.querySelector(`use[href='#${id}']`)),
    };
}"""


def pairs_of(tree: Tree, among: list[Tree]) -> dict[str, str]:
    """Of some trees every second takes every second pair, the others the rest; with EVERY_PAGE=true each takes all."""
    place = among.index(tree)
    return {
        usual: easy for number, (usual, easy) in enumerate(PAIRS.items()) if EVERY_PAGE or (number + place) % 2 == 0
    }


@dataclass
class Walked:
    """What was met on the way from each page to its easy version and back, by the name of the page."""

    pairs: dict[str, str]
    boxes: dict[str, Any] = field(default_factory=dict)
    """The link's, on the page with an easy version, at the top of a telephone."""
    led: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Where the link led to, and where the one there."""
    usual: dict[str, Any] = field(default_factory=dict)
    easy: dict[str, Any] = field(default_factory=dict)


def walk(it: Watched, pairs: dict[str, str], look: bool) -> Walked:
    """One tap there and one back; on the way, look at both."""
    walked, page = Walked(pairs), it.page
    for usual, easy in pairs.items():
        it.open(usual)
        walked.boxes[usual] = page.locator(".easy-link a").bounding_box()
        if look:
            page.evaluate(UNFOLD)
            walked.usual[usual] = page.evaluate(READ)
            page.evaluate(FOLD)
        page.locator(".easy-link a").click()
        there = name_of(page)
        page.locator("h1").wait_for()
        if look:
            walked.easy[easy] = look_at_easy(it)
        page.locator(".easy-link a").click()
        walked.led[usual] = there, name_of(page)
    return walked


def look_at_easy(it: Watched) -> dict[str, Any]:
    page = it.page
    page.wait_for_load_state()
    it.measure()
    found = {"before the first contact": page.evaluate("measure.wordsBeforeContact()"), **page.evaluate(PICTOGRAMS)}
    page.evaluate(UNFOLD)
    found |= page.evaluate(READ)
    page.set_viewport_size(NARROW)
    found["overflow"] = page.evaluate("measure.overflow()")
    page.set_viewport_size(PHONE)
    page.evaluate(FOLD)
    return found


@pytest.fixture(scope="module")
def walked(request: pytest.FixtureRequest, chromium: Browser, origin: str) -> Walked:
    tree: Tree = request.param
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        return walk(it, pairs_of(tree, sampled_trees()), look=True)


WALKED = sampled_trees() if EVERY_PAGE else sampled_trees()[::2]
every_walk = pytest.mark.parametrize("walked", WALKED, ids=str, indirect=True, scope="module")


def name_of(page: Page) -> str:
    return page.url.rpartition("/")[2]


def hold_one_tap(walked: Walked) -> None:
    assert walked.led == {usual: (easy, usual) for usual, easy in walked.pairs.items()}
    for usual, box in walked.boxes.items():
        assert box and box["height"] >= 44 and box["y"] + box["height"] < PHONE["height"] / 2, f"{usual}: {box}"


@every_walk
@pytest.mark.sampled(4)
def test_one_tap_leads_to_the_easy_version_and_one_back(walked: Walked) -> None:
    hold_one_tap(walked)


@pytest.mark.parametrize("tree", VUURTOREN, ids=str)
@pytest.mark.sampled(2)
def test_without_a_script_it_is_one_tap_too(chromium: Browser, origin: str, tree: Tree) -> None:
    """The link is there before any script, and the same everywhere: one organisation is enough."""
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport=PHONE) as it:
        hold_one_tap(walk(it, pairs_of(tree, VUURTOREN), look=False))


@pytest.mark.parametrize("tree", TREES, ids=str)
def test_only_pages_with_an_easy_version_offer_one(served: Path, tree: Tree) -> None:
    offered = {
        path.name
        for path in (served / tree.path).glob("*.html")
        if 'class="easy-link' in path.read_text(encoding="utf-8")
    }
    assert offered == {*PAIRS, *PAIRS.values()}


@pytest.mark.parametrize("tree", VUURTOREN, ids=str)
@pytest.mark.sampled(2)
def test_the_language_links_keep_to_the_easy_version(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for easy in pairs_of(tree, VUURTOREN).values():
            it.open(easy)
            other = it.page.locator(".md-alternate a:not([aria-current])")
            language = other.get_attribute("lang")
            other.click()
            assert name_of(it.page) == easy
            assert it.page.locator("html").get_attribute("lang") == language != tree.language


@pytest.mark.sampled(4)
@every_walk
def test_the_call_button_comes_within_forty_words(walked: Walked) -> None:
    words = {name: one["before the first contact"] for name, one in walked.easy.items()}
    expect_none(
        f"{name}: {one} words before the first contact" for name, one in words.items() if one is None or one > 40
    )


@every_walk
def test_it_stays_whole_at_320_pixels(walked: Walked) -> None:
    expect_none(f"{name}: {text}" for name, one in walked.easy.items() for text in one["overflow"])


@every_walk
def test_it_is_shorter_and_its_type_is_larger(walked: Walked) -> None:
    for usual, easy in walked.pairs.items():
        one, other = walked.usual[usual], walked.easy[easy]
        assert other["words"] < one["words"] and other["size"] > one["size"], (
            f"{usual} {one['words']} words, {one['size']} px; {easy} {other['words']} words, {other['size']} px"
        )


@every_walk
def test_every_block_and_step_has_a_pictogram_that_is_drawn_and_not_read(walked: Walked) -> None:
    for name, one in walked.easy.items():
        assert one["bare"] == 0, name
        assert one["drawn"] and all(one["drawn"]), f"{name}: {one['drawn']}"
        assert one["read"] == 0, name
        assert one["unused"] == [], name


@pytest.mark.parametrize("tree", UNLIKE, ids=str)
@pytest.mark.proof
def test_axe_finds_no_fault_in_organisations_unlike_the_examples(chromium: Browser, origin: str, tree: Tree) -> None:
    """Every page of the examples is judged in test_accessibility.py; of these each in one of the trees, and in all with EVERY_PAGE=true."""
    found = []
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    place = 0 if EVERY_PAGE else UNLIKE.index(tree)
    for easy in [*PAIRS.values()][place :: 1 if EVERY_PAGE else len(UNLIKE)]:
        page.goto(f"{origin}{tree.path}/{easy}")
        in_page.bring(page, "axe")
        for scheme in SCHEMES:
            found += [text for _, _, text in judge({easy: page}, PHONE["width"], scheme, colours_only=scheme == "dark")]
    context.close()
    expect_none(found)
