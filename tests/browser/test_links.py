"""Links that leave the site, links on the page that is not there, and the code that leads to a telephone."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .document import Document
from .sites import Tree, expect_none, find_trees, page_names
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TREES = find_trees()
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
USUAL = [tree for tree in TREES if tree.day == "usual"]
PUBLISHED = [tree for tree in USUAL if tree.slug == "vuurtoren"]
ADDRESS = "https://www.devuurtoren.example/vertrouwenspersoon"


@pytest.mark.sampled(5)
@EVERY_TREE
def test_a_link_to_elsewhere_hands_nothing_over(served: Path, tree: Tree) -> None:
    found = []
    for name in page_names(served, tree):
        document = Document(served / tree.path / name)
        for element in document.all("a"):
            outside = element.attributes.get("href", "").startswith("https://")
            rel = set(element.attributes.get("rel", "").split())
            if outside and not {"noopener", "noreferrer"} <= rel:
                found.append(f"{name}:{element.line}: {element.attributes}")
        found += [
            f"{name}:{link.line}: {link.attributes}"
            for link in document.all("link")
            if link.attributes.get("rel") not in ("stylesheet", "icon")
        ]
    expect_none(found)


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("tree", [tree for tree in USUAL if tree.example], ids=str)
def test_the_eye_and_the_ear_are_told_that_a_link_leaves_the_site(chromium: Browser, origin: str, tree: Tree) -> None:
    words = "andere site" if tree.language == "nl" else "another site"
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("hulp.html")
        link = it.page.locator("main a[href^='https:']").first
        spoken = link.aria_snapshot()
        assert words in spoken, spoken
        assert "↗" in link.evaluate("one => getComputedStyle(one, '::after').content")


@pytest.mark.sampled(5)
@EVERY_TREE
def test_search_engines_stay_out_unless_the_profile_lets_them_in(served: Path, tree: Tree) -> None:
    for name in page_names(served, tree):
        metas = Document(served / tree.path / name).all("meta")
        assert [meta.attributes["content"] for meta in metas if meta.attributes.get("name") == "robots"] == [
            "noindex, nofollow"
        ], name


@pytest.mark.sampled(2)
@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tree", PUBLISHED, ids=str)
def test_the_code_is_read_from_the_screen_and_holds_the_address(
    chromium: Browser, origin: str, tree: Tree, scheme: str
) -> None:
    zxing = pytest.importorskip("zxingcpp")
    from PIL import Image

    with watched(chromium, f"{origin}{tree.path}/", color_scheme=scheme, viewport={"width": 1280, "height": 800}) as it:
        for name, place in (
            ("veilig.html", "main .own-phone__code"),
            ("index.html", ".own-phone-offer .own-phone__code"),
        ):
            it.open(name)
            it.asked()
            it.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            code = it.page.locator(place)
            read = zxing.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
            assert [one.text for one in read] == [ADDRESS], name
            assert it.asked() == [], "nothing is asked for when it unfolds"


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("tree", [tree for tree in USUAL if tree not in PUBLISHED], ids=str)
def test_without_an_address_it_is_told_how_else(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("veilig.html")
        assert it.page.locator("main .own-phone").is_visible()
        assert not it.page.locator("main .own-phone__code").count()


@pytest.mark.browser
@pytest.mark.parametrize("tree", PUBLISHED[:1], ids=str)
def test_a_small_screen_is_not_offered_the_code(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport={"width": 360, "height": 640}) as it:
        it.open("index.html")
        assert not it.page.locator(".own-phone-offer").is_visible()


@EVERY_TREE
def test_the_accused_is_not_sent_to_the_first_advisor_as_if_nothing_were_the_matter(served: Path, tree: Tree) -> None:
    usual, other = (_ways_in_the_bar(served / tree.path / name) for name in ("collega.html", "andere-kant.html"))
    page = (served / tree.path / "andere-kant.html").read_text(encoding="utf-8")
    if tree.slug == "vuurtoren":
        assert other == {"tel:+31300000002", "mailto:sam@praktijk-elders.example"}
        assert "tel:+31200000001" in usual and "tel:+31200000001" not in page
    if tree.slug == "werkplaats":
        assert other and other <= usual and "Vraag eerst of deze vertrouwenspersoon jou kan helpen" in page, (
            "the one advisor may be helping the other person"
        )
        assert 'href="#steun"' in page


def _ways_in_the_bar(page: Path) -> set[str]:
    """Every way to somebody in the bar that follows the reader down the page."""
    text = page.read_text(encoding="utf-8")
    start = text.index("<aside")
    return set(re.findall(r'href="((?:tel|mailto):[^"]+)"', text[start : text.index("</aside>", start)]))
