"""One style of figures: those of telephone numbers, headings and text come from one face."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_ALONE = """() => {
    const parts = [];
    const walker = document.createTreeWalker(document.querySelector(".hero"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.parentElement.checkVisibility()) parts.push(walker.currentNode);
    for (const node of parts) {
        const pieces = node.data.split(/(\\d+)/).filter(Boolean);
        node.replaceWith(...pieces.map((piece) => {
            const span = document.createElement("span");
            if (/\\d/.test(piece)) span.className = "figures-alone";
            span.textContent = piece;
            return span;
        }));
    }
}"""


def test_every_figure_of_the_first_screen_is_of_one_face(chromium: Browser, gallery: str) -> None:
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(f"{gallery}vuurtoren/index.html")
    tab.evaluate("document.fonts.ready.then(() => null)")
    tab.evaluate(_ALONE)
    tab.evaluate("document.fonts.ready.then(() => null)")
    session = tab.context.new_cdp_session(tab)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".figures-alone"})["nodeIds"]
    faces = [
        re.sub(r"[ -].*", "", font["familyName"])
        for node in found
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    ]
    tab.close()
    assert len(faces) > 10
    assert set(faces) == {"Figtree"}
