"""With JavaScript off, all there is to read is there, and everything opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .sites import Tree, expect_none, find_trees, opened_pages
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

EVERY_TREE = pytest.mark.parametrize("tree", find_trees(), ids=str)


@EVERY_TREE
def test_every_text_and_every_contact_is_there(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport={"width": 360, "height": 640}) as it:
        for name in opened_pages(served, tree):
            it.open(name)
            it.measure()
            feedback = set(it.page.locator(".quiz__feedback").all_inner_texts())
            for text in it.page.evaluate("measure.hiddenTexts('body')"):
                if name != "nieuw.html" or not any(text in one for one in feedback):
                    found.append(f"{name}: hidden: {text}")
            for summary in it.page.locator("summary").all():
                summary.click()
            found += [f"{name}: not to be reached: {one}" for one in it.page.evaluate("measure.unreachableContacts()")]
            found += [f"{name}: hidden when opened: {one}" for one in it.page.evaluate("measure.hiddenTexts('details')")] if it.page.locator("details").count() else []
            found += [f"{name}: {problem}" for problem in it.seen()]
    expect_none(found)
