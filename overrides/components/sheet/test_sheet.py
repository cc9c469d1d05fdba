"""The first page on paper: one sheet, readable at arm's length, in black and white."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_LETTERS = """() => {
    const walker = document.createTreeWalker(document.querySelector(".hero"), NodeFilter.SHOW_TEXT);
    const sizes = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (walker.currentNode.data.trim() && element.checkVisibility()) sizes.push(parseFloat(getComputedStyle(element).fontSize) * 0.75);
    }
    return Math.min(...sizes);
}"""

_COLOURED = """() => Array.from(document.querySelectorAll("body *")).filter((element) => {
    if (!element.checkVisibility() || element.closest("img, svg")) return false;
    const style = getComputedStyle(element);
    return [style.color, style.backgroundColor, style.borderTopColor].some((colour) => {
        const [red, green, blue, alpha] = colour.match(/[\\d.]+/g).map(Number);
        return alpha !== 0 && (red !== green || green !== blue);
    });
}).map((element) => element.className || element.tagName)"""


@pytest.mark.parametrize(
    ("slug", "paper"),
    [("vuurtoren", "A4"), ("vuurtoren", "A5"), ("kiekeboe", "A4"), ("vlieger", "A4"), ("vlieger", "A5")],
)
def test_the_first_page_is_one_sheet(chromium: Browser, gallery: str, slug: str, paper: str) -> None:
    tab = chromium.new_page()
    tab.goto(f"{gallery}{slug}/index.html")
    pages = len(re.findall(rb"/Type /Page\b(?!s)", tab.pdf(format=paper)))
    tab.close()
    assert pages == 1


def test_the_sheet_says_who_when_three_promises_and_where_to_read_on(chromium: Browser, gallery: str) -> None:
    tab = chromium.new_page(viewport={"width": 717, "height": 1046})
    tab.emulate_media(media="print")
    tab.goto(f"{gallery}vuurtoren/index.html")
    text = tab.inner_text("body")
    told = [
        "Noor Voorbeeld",
        "020 000 00 01",
        "noor@praktijk-luister.example",
        "Meestal bereikbaar ma en di",
        "2 werkdagen",
        "devuurtoren.example/vertrouwenspersoon",
    ]
    assert [one for one in told if one not in text] == []
    assert tab.locator("#geheim + ul > li").filter(visible=True).count() == 3
    assert tab.locator(".printed img").is_visible()
    assert "Nu meestal" not in text, "what holds at this moment does not hold on paper"
    tab.close()


def test_letters_on_the_sheet_are_twelve_points_at_least(chromium: Browser, gallery: str) -> None:
    tab = chromium.new_page(viewport={"width": 717, "height": 1046})
    tab.emulate_media(media="print")
    tab.goto(f"{gallery}vuurtoren/index.html")
    smallest = tab.evaluate(_LETTERS)
    tab.close()
    assert smallest >= 11.9


@pytest.mark.parametrize("page", ["index.html", "gallery.html"])
def test_paper_needs_no_colour(chromium: Browser, gallery: str, page: str) -> None:
    tab = chromium.new_page(viewport={"width": 717, "height": 1046}, color_scheme="dark")
    tab.emulate_media(media="print")
    tab.goto(f"{gallery}vuurtoren/{page}")
    coloured = tab.evaluate(_COLOURED)
    tab.close()
    assert coloured == []
