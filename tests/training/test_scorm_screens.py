"""The screens of a package in the browser: as the learner sees them, with a script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.checkers import in_page
from browser.server import serving
from browser.sites import expect_none
from browser.training import finish
from browser.watch import watched
from support import TODAY, lay, run

from .conftest import unpack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

LOOKS = {
    "telephone": {"viewport": {"width": 320, "height": 640}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "forced": {"forced_colors": "active", "viewport": {"width": 1280, "height": 900}},
}
WIDTH = "document.scrollingElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def package(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a package in two languages."""
    folder = tmp_path_factory.mktemp("package")
    words = ("--lang", "en", "--date", TODAY, "--format", "scorm12", "--module", "role", "-o", folder)
    answer = run("export", "-C", examples, "vuurtoren", *words)
    assert answer.code == 0, answer.err
    lay(folder / "open", unpack(folder / "vuurtoren-role-scorm12.zip"))
    with serving(folder / "open") as address:
        yield address


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", ["index.html", "en.html"])
@pytest.mark.sampled(6)
def test_every_screen_is_accessible_and_whole(chromium: Browser, package: str, look: str, page: str) -> None:
    found = []
    with watched(chromium, package, **LOOKS[look]) as visitor:  # type: ignore[arg-type]
        for screen in ("start", "question"):
            visitor.open(page)
            if screen == "question":
                visitor.page.get_by_role("button", name="Start", exact=True).click()
                visitor.page.locator(".quiz__question:visible").wait_for()
            assert visitor.page.evaluate(WIDTH) <= 0
            assert not visitor.page.locator("[data-without-script]").is_visible()
            assert visitor.page.locator(".package__contact a[href^='tel:']").first.is_visible()
            in_page.bring(visitor.page, "axe")
            in_page.start(visitor.page)
            found += [f"{screen}: {problem}" for _, problem in in_page.findings(visitor.page)]
    expect_none(found)


def test_without_a_script_every_question_and_the_explanations_are_there(chromium: Browser, package: str) -> None:
    with watched(chromium, package, java_script_enabled=False) as visitor:
        visitor.open("index.html")
        page = visitor.page
        assert page.get_by_text("JavaScript staat uit").is_visible()
        assert not page.locator("[data-start-button]").is_visible()
        questions = page.locator(".quiz__question")
        assert questions.count() > 3
        assert all(questions.nth(number).is_visible() for number in range(questions.count()))
        questions.first.locator("label").first.click()
        assert questions.first.locator(".quiz__feedback").first.is_visible()


def test_the_start_waits_for_every_script(chromium: Browser, package: str) -> None:
    """On a slow line they come one by one."""
    with watched(chromium, package) as visitor:
        page = visitor.page
        held: list[Route] = []
        for name in ("lms", "quiz"):
            page.unroute_all()
            page.route(f"**/{name}.js", lambda route: held.append(route))
            page.goto(f"{package}index.html", wait_until="commit")
            page.locator("[data-lesson][hidden]").wait_for(state="attached")
            assert not page.locator("[data-start-button]").is_visible()
            held.pop().continue_()
            page.get_by_role("button", name="Start", exact=True).click()
            page.locator(".quiz__question:visible").first.wait_for()


@pytest.mark.parametrize("page", ["index.html", "en.html"])
def test_the_start_is_in_the_first_view_of_a_telephone(chromium: Browser, package: str, page: str) -> None:
    with watched(chromium, package, viewport={"width": 360, "height": 640}) as visitor:
        visitor.open(page)
        box = visitor.page.get_by_role("button", name="Start", exact=True).bounding_box()
        assert box and box["y"] + box["height"] <= 640


def test_another_language_keeps_what_the_system_put_into_the_address(chromium: Browser, package: str) -> None:
    with watched(chromium, package) as visitor:
        visitor.open("index.html?session=17&user=x")
        visitor.page.get_by_role("link", name="English").click()
        visitor.page.wait_for_url("**/en.html?session=17&user=x")
        assert visitor.page.get_by_role("button", name="Start").is_visible()


def test_the_page_can_be_printed_before_it_is_started(chromium: Browser, package: str) -> None:
    with watched(chromium, package) as visitor:
        visitor.open("index.html")
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".quiz__question").first.is_visible()
        assert not visitor.page.locator("[data-start-button]").is_visible()


def test_the_end_says_what_one_knows_now_and_gives_one_certificate_for_all_exercises(
    chromium: Browser, package: str
) -> None:
    with watched(chromium, package) as visitor:
        visitor.open("index.html")
        page = visitor.page
        page.get_by_role("button", name="Start", exact=True).click()
        finish(page, right=1)
        assert "Noor" in page.locator(".quiz__end .quiz__learned").inner_text()
        other = page.locator("[data-also]:visible").first
        title = other.inner_text()
        other.click()
        page.locator("[data-certificate] button").click()
        page.emulate_media(media="print")
        paper = page.locator(".certificate__sheet").inner_text()
        assert title in paper
        assert (page.locator("main h1").text_content() or "?") in paper
