"""The pages of the training: from "Nieuw hier?" to the first module in one tap, and on from there."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .document import Document
from .sites import find_trees
from .training import MODULE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TREES = {str(tree): tree for tree in find_trees()}
ALL = ["role", "limits", "doors", "confidential", "act", "dilemmas", "dilemmas-managers"]
CHOSEN = {
    "vuurtoren-nl": ALL,
    "vuurtoren-en": ALL,
    "ooverlaar-nl": ALL[:5],
    "ooverlaar-en": ALL[:5],
    "werkplaats-nl": ALL[:1],
    "kiekeboe-nl": ALL[:2],
    "vlieger-nl": [],
}
EVERY_CHOICE = pytest.mark.parametrize("tree", CHOSEN)


def links(served: Path, tree: str, name: str) -> list[str]:
    return [
        address
        for _, address in Document(served / TREES[tree].path / name).addresses()
        if address.startswith("training")
    ]


@EVERY_CHOICE
def test_each_chosen_module_has_a_page_and_no_other(served: Path, tree: str) -> None:
    folder = served / TREES[tree].path
    overview = ["training.html"] if len(CHOSEN[tree]) > 1 else []
    assert {path.name for path in folder.glob("training*.html")} == {
        *overview,
        *(f"training-{name}.html" for name in CHOSEN[tree]),
    }


@EVERY_CHOICE
def test_a_newcomer_gets_the_first_module_in_one_tap(served: Path, tree: str) -> None:
    page = served / TREES[tree].path / "nieuw.html"
    assert "voorlichter-quiz" not in page.read_text(encoding="utf-8")
    told = [link for link in dict.fromkeys(links(served, tree, "nieuw.html")) if link != "training.html"]
    assert told == [f"training-{name}.html" for name in CHOSEN[tree][:1]]
    assert ("toets" in Document(page).ids) is bool(CHOSEN[tree])


@EVERY_CHOICE
def test_modules_lead_on_in_the_order_of_the_profile(served: Path, tree: str) -> None:
    for name, after in zip_longest(CHOSEN[tree], CHOSEN[tree][1:]):
        leading = [
            link
            for link in links(served, tree, f"training-{name}.html")
            if link not in ("training.html", f"training-{name}.html")
        ]
        assert leading == ([f"training-{after}.html"] if after else [])


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_advisor_is_in_sight_on_every_screen(chromium: Browser, origin: str, width: int) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/", viewport={"width": width, "height": 640}) as it:
        it.open(MODULE)
        screens = 0
        while True:
            box = it.page.locator(".contact-bar a[href^='tel:']").filter(visible=True).first.bounding_box()
            assert box and box["y"] >= 0 and box["y"] + box["height"] <= 640, it.page.locator("main").inner_text()
            screens += 1
            if it.page.locator(".quiz__end").is_visible():
                break
            it.page.locator(
                ".quiz__buttons .link-button:visible, .quiz__buttons .md-button--primary:visible"
            ).last.click()
        assert screens > 5


@pytest.mark.browser
def test_without_a_pass_mark_nothing_tells_of_a_score(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as it:
        it.open(MODULE)
        while not it.page.locator(".quiz__end").is_visible():
            it.page.locator(
                ".quiz__buttons .link-button:visible, .quiz__buttons .md-button--primary:visible"
            ).last.click()
        text = it.page.locator("main").inner_text()
        assert "Er is geen score" in text
        assert "procent" not in text and "geslaagd" not in text.lower()
