"""Going through a module as somebody would: on from question to question, to the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

MODULE = "training-role.html"
KIND = ".quiz__question.current[data-type='single']"


def finish(page: Page, right: int = 0, refuses: bool = False) -> None:
    """Answer that many questions with one answer right, and pass over all others; unless somebody refuses, one answer is read at least."""
    reads = not right and not refuses
    judged = {
        question["id"]: question.get("right")
        for question in json.loads(page.locator(".quiz__data").inner_text())["questions"]
    }
    while not page.locator(".quiz__end").is_visible():
        question = page.locator(KIND)
        if right and question.count():
            right -= 1
            number = judged[(question.get_attribute("id") or "").removeprefix("quiz-")]
            question.locator(f".quiz__option input[value='{number}']").check()
            page.locator(".quiz__buttons [type=submit]").click()
        if reads and page.locator("[data-kit=read]").is_visible():
            reads = False
            page.locator("[data-kit=read]").click()
        page.locator(".quiz__buttons .link-button:visible, .quiz__buttons .md-button--primary:visible").last.click()


def answer_one(page: Page) -> None:
    """The first question with options; those before it are passed over."""
    while not page.locator(KIND).count():
        page.locator(".quiz__buttons .link-button:visible").last.click()
    page.locator(f"{KIND} .quiz__option").first.click()
    page.locator(".quiz__buttons [type=submit]").click()
