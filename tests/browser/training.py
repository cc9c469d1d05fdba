"""Going through a module as somebody would: on from question to question, to the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

MODULE = "training-role.html"
KIND = ".quiz__question.current[data-type='single']"


def finish(page: Page | Frame, right: int = 0, refuses: bool = False) -> None:
    """Answer that many questions with one answer right, and pass over all others; unless somebody refuses, one answer is read at least."""
    reads = not right and not refuses
    judged = {id_: question.get("right") for id_, question in _questions(page).items()}
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


def answer_right(page: Page | Frame) -> None:
    """The question on the screen, of whichever type; one to think about has no answer."""
    current = page.locator(".quiz__question.current")
    told = _questions(page)[(current.get_attribute("id") or "").removeprefix("quiz-")]
    if told.get("parts"):
        _FILL.get(told["type"], _choose)(current, told["right"])
        page.locator(".quiz__buttons [type=submit]").click()
    elif told["type"] == "scenario":
        path = _best(told["steps"], 0)[1]
        for length in range(1, len(path) + 1):
            current.locator(f"details[data-path='{path[:length]}'] > summary").click()


def go_on(page: Page | Frame) -> None:
    page.locator("[data-kit=next]:visible, [data-kit=skip]:visible").click()


def finish_right(page: Page | Frame) -> None:
    """From the question on the screen to the end, every answer right."""
    while not page.locator(".quiz__end").is_visible():
        if not page.locator("[data-kit=next]").is_visible():
            answer_right(page)
        go_on(page)


def _questions(page: Page | Frame) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(page.locator(".quiz__data").inner_text())["questions"]}


def _choose(question: Locator, right: str) -> None:
    """Where no answer is the right one, the first will do."""
    for digit in right.replace("-", "0"):
        question.locator(f".quiz__option input[value='{digit}']").check()


def _match(question: Locator, right: str) -> None:
    for part, digit in enumerate(right):
        question.locator(".quiz__part select").nth(part).select_option(digit)


def _sort(question: Locator, right: str) -> None:
    for part, digit in enumerate(right):
        question.locator(".quiz__part").nth(part).locator(f"input[value='{digit}']").check()


def _order(question: Locator, right: str) -> None:
    for place, digit in enumerate(right):
        item = question.locator(f"li[data-index='{digit}']")
        while item.evaluate("item => [...item.parentNode.children].indexOf(item)") > place:
            item.locator("[data-kit=up]").click()


_FILL = {"match": _match, "sort": _sort, "order": _order}


def _best(steps: list[str], at: int) -> tuple[float, str]:
    """The most points from this step on, and the digits of the choices that bring them."""
    ways = []
    for place, choice in enumerate(steps[at].split(" ") if steps[at] else []):
        onwards, points = choice.split(",")
        more, path = _best(steps, int(onwards))
        ways.append((float(points) + more, f"{place:x}{path}"))
    return max(ways, default=(0, ""))
