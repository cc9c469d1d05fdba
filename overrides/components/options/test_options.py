"""A row of the options, like a card, is one target: a thumb need not find the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_CORNERS = """selector => Array.from(document.querySelectorAll(selector)).flatMap((row) => {
    row.scrollIntoView({ block: "center" });
    const box = row.getBoundingClientRect();
    const link = row.querySelector("a");
    return [[box.left + 12, box.top + 12], [box.right - 12, box.bottom - 12]]
        .filter(([x, y]) => document.elementFromPoint(x, y) !== link)
        .map(() => row.innerText.split("\\n")[0]);
})"""


@pytest.mark.parametrize("rows", [".options > ul > li", ".cards > ul > li"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_whole_of_it_follows_the_link(chromium: Browser, gallery: str, rows: str, width: int) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto(f"{gallery}vuurtoren/gallery.html")
    tab.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    assert tab.locator(rows).count() > 1
    missed = tab.evaluate(_CORNERS, rows)
    tab.close()
    assert missed == []
