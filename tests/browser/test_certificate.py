"""The certificate: a name that is typed and gone, and a sheet that says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from .sites import find_trees
from .training import MODULE, finish
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = {str(tree): tree for tree in find_trees()}
NAME = "Robijn Vink"
BOX = "[data-certificate]"


@pytest.fixture
def it(chromium: Browser, origin: str) -> Iterator[Watched]:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as seen:
        yield seen


def print_certificate(it: Watched) -> str:
    """What is on the paper."""
    it.page.locator(f"{BOX} input[type=text]").fill(NAME)
    it.page.locator(f"{BOX} button").click()
    it.page.emulate_media(media="print")
    return str(it.page.evaluate("document.body.innerText"))


def test_there_is_none_before_the_end(it: Watched) -> None:
    it.open(MODULE)
    assert not it.page.locator(BOX).is_visible()
    finish(it.page)
    assert it.page.locator(f".quiz__end {BOX}").is_visible()
    assert it.seen() == []


def test_the_paper_holds_the_certificate_and_nothing_else(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page, right=1)
    paper = print_certificate(it)
    for told in (
        "Stichting Zorggroep De Vuurtoren",
        "Bewijs van deelname",
        NAME,
        "Zelftoets, geen examen",
        it.page.locator("main h1").text_content() or "",
    ):
        assert told in paper
    assert "Waar ligt de grens" not in paper, "a module that was not done"
    assert "Noor" not in paper
    assert "%" not in paper and "procent" not in paper
    year = it.page.evaluate("String(new Date().getFullYear())")
    assert year in paper
    it.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Bewijs van deelname" not in it.page.evaluate("document.body.innerText")
    assert it.seen() == []


def test_enter_in_the_name_prints_and_does_not_go_on(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page)
    it.page.locator(f"{BOX} input[type=text]").fill(NAME)
    it.page.keyboard.press("Enter")
    assert it.page.locator("html.printing").count() == 1
    assert it.page.locator(".quiz__end").is_visible()


def test_the_name_is_gone_after_leaving(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page)
    print_certificate(it)
    it.page.emulate_media(media="screen")
    # A browser may keep the page whole: then nothing but this event comes before somebody else presses Back.
    it.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert it.page.locator(f"{BOX} input[type=text]").input_value() == ""
    assert NAME not in (it.page.locator("body").text_content() or "")
    it.page.locator(f"{BOX} input[type=text]").fill(NAME)
    it.open("index.html")
    it.page.go_back()
    assert it.page.locator(f"{BOX} input[type=text]").input_value() == ""
    assert it.seen() == []


@pytest.mark.parametrize(("right", "shown"), [(0, False), (1, True)])
def test_with_a_pass_mark_it_comes_after_passing_alone(chromium: Browser, origin: str, right: int, shown: bool) -> None:
    with watched(chromium, f"{origin}{TREES['kiekeboe-nl'].path}/") as it:
        it.open(MODULE)
        finish(it.page, right=right)
        assert it.page.locator(BOX).is_visible() is shown


@pytest.mark.proof
def test_a_second_try_that_fails_takes_the_offer_away(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['kiekeboe-nl'].path}/") as it:
        it.open(MODULE)
        finish(it.page, right=1)
        it.page.get_by_role("button", name="Opnieuw beginnen").click()
        finish(it.page)
        assert not it.page.locator(BOX).is_visible()


def test_who_passed_over_everything_gets_none(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page, refuses=True)
    assert not it.page.locator(BOX).is_visible()


def test_it_shows_the_logo_and_how_many_questions_were_done(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page, right=2)
    paper = print_certificate(it)
    total = it.page.locator(".quiz__question").count()
    assert f"Vragen gedaan in deze oefening: 2 van de {total}." in paper
    assert it.page.locator(".certificate__sheet img").is_visible()


def test_an_organisation_without_certificates_has_none(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['werkplaats-nl'].path}/") as it:
        it.open(MODULE)
        finish(it.page)
        assert it.page.locator(BOX).count() == 0


@pytest.mark.proof
def test_what_this_device_remembers_as_done_stands_on_it_too(chromium: Browser, origin: str) -> None:
    context = chromium.new_context()
    context.add_init_script("window.print = () => {};")
    page = context.new_page()
    base = f"{origin}{TREES['vuurtoren-nl'].path}/"
    for name in ("limits", "role"):
        page.goto(f"{base}training-{name}.html")
        page.locator(".device label").first.click()
        finish(page)
    page.locator(f"{BOX} button").click()
    assert page.locator(".certificate__sheet [data-module]:not([hidden])").count() == 2
    context.close()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", ["role", "limits"])
def test_the_other_exercises_stand_below_each_other_within_the_box(it: Watched, name: str) -> None:
    """Also where the first of them is the one that was done, and is not offered."""
    it.open(f"training-{name}.html")
    finish(it.page)
    box = it.page.locator(f"{BOX} fieldset").bounding_box()
    offered = [one.bounding_box() for one in it.page.locator("[data-also]:not([hidden])").all()]
    assert box and offered
    assert {one and (one["x"], one["x"] + one["width"] <= box["x"] + box["width"]) for one in offered} == {
        (box["x"], True)
    }


@pytest.mark.proof
def test_an_exercise_that_somebody_ticks_stands_on_it_too(it: Watched) -> None:
    it.open(MODULE)
    finish(it.page, right=1)
    offered = it.page.locator("[data-also]:visible")
    own = it.page.locator("main h1").text_content() or ""
    assert own not in offered.all_inner_texts()
    title = offered.nth(1).inner_text()
    offered.nth(1).click()
    assert it.page.locator(".quiz__end").is_visible(), "a tick is no answer"
    paper = print_certificate(it)
    assert own in paper and title in paper
    assert it.page.locator(".certificate__sheet [data-module]:not([hidden])").count() == 2
    it.page.emulate_media(media="screen")
    it.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert it.page.locator(f"{BOX} :checked").count() == 0
    assert it.seen() == []
