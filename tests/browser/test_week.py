"""Asking again after a week what went wrong: on this device only, on a tick of its own, and gone with all that it remembers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from .sites import find_trees
from .training import KIND, MODULE, answer_right, finish_right, go_on

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

TREE = next(tree for tree in find_trees() if str(tree) == "vuurtoren-nl")
KEY = "voorlichter.vuurtoren.role.week"


@pytest.fixture
def page(visitor: BrowserContext, origin: str) -> Page:
    page = visitor.new_page()
    page.goto(f"{origin}{TREE.path}/{MODULE}")
    return page


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate("key => localStorage.getItem(key)", KEY)
    return found


def answer_wrong(page: Page) -> None:
    """The first question with options; those before it are answered right."""
    while not page.locator(KIND).count():
        answer_right(page)
        go_on(page)
    right = {
        one["id"]: one.get("right")
        for one in page.evaluate("JSON.parse(document.querySelector('.quiz__data').textContent).questions")
    }
    question = page.locator(KIND)
    number = right[(question.get_attribute("id") or "").removeprefix("quiz-")]
    question.locator(f".quiz__option input:not([value='{number}'])").first.check()
    page.locator(".quiz__buttons [type=submit]").click()
    go_on(page)


def one_wrong(page: Page) -> None:
    """With both ticks, to the end."""
    page.locator(".device > label").click()
    page.locator(".device [data-week]").check()
    answer_wrong(page)
    finish_right(page)


def a_week_later(page: Page) -> None:
    text = str(kept(page))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, f"{date.today():%Y-%m-%d}{text[10:]}"])
    page.reload()


def in_a_week() -> str:
    return f"{date.today() + timedelta(7):%Y-%m-%d}"


def test_its_script_comes_with_the_first_tick_and_its_own_tick_is_in_sight_then(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    assert "memory.js" not in asked
    assert not page.locator(".device [data-week]").is_visible()
    with page.expect_response("**/memory.js"):
        page.locator(".device > label").click()
    assert page.locator(".device [data-week]").is_visible()


@pytest.mark.proof
def test_nothing_is_noted_without_its_tick(page: Page) -> None:
    page.locator(".device > label").click()
    answer_wrong(page)
    finish_right(page)
    assert kept(page) is None


def test_what_went_wrong_is_asked_after_a_week_and_not_before(page: Page) -> None:
    one_wrong(page)
    day, *keys = str(kept(page)).split(".")
    assert (day, len(keys)) == (in_a_week(), 1)
    with page.expect_response("**/memory.js"):
        page.reload()
    page.wait_for_timeout(100)
    assert not page.get_by_role("button", name="Vraag ze opnieuw").count()
    a_week_later(page)
    page.get_by_role("button", name="Vraag ze opnieuw").click()
    assert page.locator(".quiz__progress").inner_text().endswith("1 van 1")
    before = page.evaluate("localStorage['voorlichter.vuurtoren.role']")
    finish_right(page)
    assert kept(page) == in_a_week(), "it was right now, and is asked no more"
    assert page.evaluate("localStorage['voorlichter.vuurtoren.role']") == before
    a_week_later(page)
    page.wait_for_timeout(100)
    assert not page.get_by_role("button", name="Vraag ze opnieuw").count()


@pytest.mark.proof
def test_what_goes_wrong_again_is_asked_again(page: Page) -> None:
    one_wrong(page)
    noted = kept(page)
    a_week_later(page)
    page.get_by_role("button", name="Vraag ze opnieuw").click()
    answer_wrong(page)
    assert kept(page) == noted
    assert "Over een week" in page.locator(".device [role=status]").inner_text()


@pytest.mark.proof
def test_a_tick_at_the_end_notes_what_went_wrong_before(page: Page) -> None:
    page.locator(".device > label").click()
    answer_wrong(page)
    finish_right(page)
    page.locator(".device [data-week]").check()
    assert len(str(kept(page)).split(".")) == 2


@pytest.mark.proof
@pytest.mark.parametrize("way", ["the wipe button", "taking the tick away", "its own tick", "the overview"])
def test_a_wipe_takes_it_too(page: Page, way: str) -> None:
    one_wrong(page)
    if way == "the overview":
        page.goto(page.url.replace(MODULE, "training.html"))
    if way.endswith("tick"):
        page.locator(".device [data-week]").uncheck()
    elif way == "taking the tick away":
        page.locator(".device > label").click()
    else:
        page.locator("[data-wipe] button").click()
    left = page.evaluate("Object.keys(localStorage)")
    assert left == (["voorlichter.vuurtoren.role"] if way == "its own tick" else [])
