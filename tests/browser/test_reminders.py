"""Three entries for a calendar, made in the browser, that tell nobody what they are about."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from .sites import find_trees
from .test_discreet import TELLING
from .training import MODULE, finish
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TREES = {str(tree): tree for tree in find_trees()}
BUTTON = "[data-reminders] button"


def on_a_working_day(day: date) -> date:
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def download(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.locator(BUTTON).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


@pytest.mark.parametrize("source", ["file", "server"])
@pytest.mark.parametrize("tree", ["vuurtoren-nl", "vuurtoren-en"])
@pytest.mark.sampled(2)
def test_a_calendar_reads_three_days_ahead(
    chromium: Browser, served: Path, origin: str, tree: str, source: str
) -> None:
    base = (origin if source == "server" else served.as_uri() + "/") + TREES[tree].path + "/"
    with watched(chromium, base) as it:
        it.open(MODULE)
        finish(it.page)
        today = date.fromisoformat(it.page.evaluate("new Date().toLocaleDateString('sv')"))
        name, data = download(it.page)
        assert it.seen() == []
    calendar = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    assert [event.decoded("DTSTART").date() - today for event in events] == [
        on_a_working_day(today + timedelta(days)) - today for days in (2, 7, 30)
    ]
    assert all(isinstance(event.decoded("DTSTAMP"), datetime) for event in events)
    assert len({str(event["UID"]) for event in events}) == 3
    assert not calendar.errors and not any(event.errors for event in events)
    assert name == "agenda.ics"
    text = data.decode()
    assert not TELLING.search(text) and not re.search(
        r"https?:|voorlicht|vuurtoren|mailto|LOCATION|DESCRIPTION|URL", text, re.I
    )
    assert text.replace("\r\n", "").isprintable(), "a line that does not end in CRLF"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-05", ["2026-11-09", "2026-11-12", "2026-12-07"]),  # a Thursday: Saturday, Thursday, Saturday
        ("2026-11-06", ["2026-11-09", "2026-11-13", "2026-12-07"]),  # a Friday: Sunday, Friday, Sunday
        ("2026-10-24", ["2026-10-26", "2026-11-02", "2026-11-23"]),  # a Saturday: Monday, Saturday, Monday
    ],
)
def test_none_falls_in_a_weekend_or_rings_by_itself(chromium: Browser, origin: str, now: str, days: list[str]) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as it:
        it.page.clock.set_fixed_time(f"{now}T12:00:00")
        it.open(MODULE)
        finish(it.page)
        _, data = download(it.page)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [event.decoded("DTSTART").date().isoformat() for event in events] == days
    assert not Calendar.from_ical(data).walk("VALARM")


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "title", ["Even, terug; kijken \\ ja", "Перевір себе ще раз, будь ласка, через кілька днів " * 3, "\U0001f600" * 60]
)
def test_any_title_comes_back_whole(chromium: Browser, origin: str, title: str) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as it:
        it.open(MODULE)
        it.page.locator("[data-reminders]").evaluate("(box, title) => { box.dataset.title = title; }", title)
        finish(it.page)
        _, data = download(it.page)
    assert {str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")} == {title}
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


def test_signs_that_mean_something_in_a_calendar_are_written_as_text(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as it:
        it.open(MODULE)
        it.page.locator("[data-reminders]").evaluate("box => { box.dataset.title = 'a, b; c \\\\ d'; }")
        finish(it.page)
        _, data = download(it.page)
    assert data.count(b"SUMMARY:a\\, b\\; c \\\\ d\r\n") == 3


def test_without_a_script_the_text_says_when_to_look_back(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/", java_script_enabled=False) as it:
        it.open(MODULE)
        assert it.page.get_by_text("2 dagen, 7 dagen en 30 dagen").is_visible()
        assert not it.page.locator(BUTTON).is_visible()


def test_they_wait_for_the_end(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES['vuurtoren-nl'].path}/") as it:
        it.open(MODULE)
        assert not it.page.locator("[data-reminders]").is_visible()
        finish(it.page)
        assert it.page.locator(f".quiz__end {BUTTON}").is_visible()
