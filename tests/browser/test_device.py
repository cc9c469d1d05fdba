"""Keeping the place on this device: only on a tick, gone on a wipe, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sites import find_trees
from .training import MODULE, answer_one, finish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

TREE = next(tree for tree in find_trees() if str(tree) == "vuurtoren-nl")
KEY = "voorlichter.vuurtoren.role"
REFUSING = {
    "closed": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
}


@pytest.fixture
def base(origin: str) -> str:
    return f"{origin}{TREE.path}/"


def opened(visitor: BrowserContext, address: str) -> Page:
    page = visitor.new_page()
    page.goto(address)
    return page


def kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("Object.assign({}, localStorage)")
    return found


def tick(page: Page) -> None:
    page.locator(".device > label").click()


def said(page: Page) -> str:
    return page.locator(".device [role=status], .training-modules [role=status]").inner_text()


def test_nothing_is_written_before_the_tick(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    finish(page, right=1)
    opened(visitor, base + "training.html")
    assert kept(page) == {}


def test_after_the_tick_the_exercise_goes_on_where_it_was(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    tick(page)
    answer_one(page)
    progress = page.locator(".quiz__progress").inner_text()
    assert list(kept(page)) == [KEY]
    page.close()
    later = opened(visitor, base + MODULE)
    assert later.locator(".quiz__progress").inner_text() == progress
    assert later.locator(".quiz__question.current :checked").count() == 1
    assert later.locator(".device > label input").is_checked()


def test_a_tick_in_the_middle_keeps_what_was_answered_before(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    answer_one(page)
    progress = page.locator(".quiz__progress").inner_text()
    tick(page)
    page.reload()
    assert page.locator(".quiz__progress").inner_text() == progress


@pytest.mark.sampled(3)
@pytest.mark.parametrize("way", ["the wipe button", "taking the tick away", "the overview"])
def test_a_wipe_leaves_nothing(visitor: BrowserContext, base: str, way: str) -> None:
    page = opened(visitor, base + MODULE)
    tick(page)
    answer_one(page)
    assert kept(page)
    if way == "the overview":
        page.goto(base + "training.html")
    if way == "taking the tick away":
        tick(page)
    else:
        page.locator("[data-wipe] button").click()
    assert kept(page) == {}
    assert said(page) == "Gewist. Dit apparaat onthoudt niets."
    assert not page.locator("[data-wipe]").is_visible()
    page.goto(base + MODULE)
    assert page.locator(".quiz :checked").count() == 0


def test_a_wipe_leaves_what_others_keep(visitor: BrowserContext, base: str) -> None:
    """One web server may hold the sites of several organisations, and other things."""
    page = opened(visitor, base + MODULE)
    page.evaluate("localStorage['voorlichter.ooverlaar.role'] = localStorage['else'] = 'x'")
    tick(page)
    page.locator("[data-wipe] button").click()
    assert sorted(kept(page)) == ["else", "voorlichter.ooverlaar.role"]


@pytest.mark.proof
def test_the_tick_of_one_module_leaves_another_whose_name_begins_the_same(visitor: BrowserContext, base: str) -> None:
    for name in ("dilemmas-managers", "dilemmas"):
        page = opened(visitor, f"{base}training-{name}.html")
        tick(page)
    tick(page)
    assert list(kept(page)) == ["voorlichter.vuurtoren.dilemmas-managers"]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("kind", REFUSING)
def test_a_device_that_refuses_is_told_and_the_exercise_goes_on(visitor: BrowserContext, base: str, kind: str) -> None:
    visitor.add_init_script(REFUSING[kind])
    page = visitor.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base + MODULE)
    tick(page)
    assert said(page) == "Onthouden lukt niet op dit apparaat. Oefenen kan gewoon."
    assert not page.locator(".device > label input").is_checked()
    finish(page, right=1)
    page.goto(base + "training.html")
    assert page.locator("main li a").count() == 7
    assert errors == []


def test_a_device_that_fills_up_on_the_way_keeps_nothing_half(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    tick(page)
    page.evaluate(REFUSING["full"] + "null")
    answer_one(page)
    assert kept(page) == {}
    assert "lukt niet" in said(page)


def test_two_tabs_leave_a_whole_state(visitor: BrowserContext, base: str) -> None:
    one, two = opened(visitor, base + MODULE), opened(visitor, base + MODULE)
    tick(one)
    tick(two)
    answer_one(one)
    finish(two)
    answered = opened(visitor, base + MODULE)
    assert answered.locator(".quiz__end").is_visible()
    assert kept(answered)[KEY].startswith("+1.")


def test_what_two_tabs_answered_is_remembered_together(visitor: BrowserContext, base: str) -> None:
    one = opened(visitor, base + MODULE)
    tick(one)
    two = opened(visitor, base + MODULE)
    answer_one(one)
    two.locator("[data-kit=skip]").click()
    two.locator("[data-kit=read]").click()
    entries = {entry[:5]: entry[5:] for entry in kept(one)[KEY].split(".")[3:]}
    assert len(entries) == 2
    first, second = sorted(entries.values(), key=len, reverse=True)
    assert first[0] == "c" and first[1:], "what the first tab answered stays, though the second passed it over"
    assert second == "c", "beside what the second read"
    later = opened(visitor, base + MODULE)
    assert later.locator(".quiz__question :checked").count() == 1


@pytest.mark.proof
def test_who_begins_again_in_one_tab_begins_everywhere(visitor: BrowserContext, base: str) -> None:
    one = opened(visitor, base + MODULE)
    tick(one)
    finish(one)
    one.get_by_role("button", name="Opnieuw beginnen").click()
    assert kept(one)[KEY].startswith("+1.")
    assert kept(one)[KEY].split(".")[3:] == []


def test_what_was_wiped_in_one_tab_is_not_written_again_by_another(visitor: BrowserContext, base: str) -> None:
    one = opened(visitor, base + MODULE)
    tick(one)
    two = opened(visitor, base + "training.html")
    two.locator("[data-wipe] button").click()
    answer_one(one)
    assert kept(one) == {}
    assert not one.locator(".device > label input").is_checked()


@pytest.mark.sampled(6)
@pytest.mark.parametrize("text", ["", "+", "9.x.y", "-1.zz", "-1.0.0.abcdec0", "\U0001f600" * 4000])
def test_a_state_that_cannot_be_read_begins_anew(visitor: BrowserContext, base: str, text: str) -> None:
    page = opened(visitor, base + MODULE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    assert page.locator(".quiz__question.current").is_visible()
    finish(page)


def test_the_overview_tells_how_far_somebody_is(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    tick(page)
    finish(page)
    page.goto(base + "training-limits.html")
    tick(page)
    page.goto(base + "training.html")
    lines = page.locator("[data-module]").filter(visible=True)
    assert {one.get_attribute("data-module"): one.inner_text() for one in lines.all()} == {
        "role": "Af",
        "limits": "Begonnen",
    }


def test_a_device_is_told_not_to_be_shared(visitor: BrowserContext, base: str) -> None:
    page = opened(visitor, base + MODULE)
    assert "Niet op een gedeelde computer" in page.locator(".device").inner_text()


def test_no_other_page_touches_storage(chromium: Browser, base: str) -> None:
    """The traps of every other test refuse all; here they would refuse the module's page too."""
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { window.touched = true; throw new Error(); } });"
    )
    page = context.new_page()
    touched = {}
    for name in ("index.html", "nieuw.html", "wegwijzer.html", MODULE, "training.html"):
        page.goto(base + name)
        touched[name] = page.evaluate("window.touched === true")
    context.close()
    assert [name for name, found in touched.items() if found] == [MODULE, "training.html"]
