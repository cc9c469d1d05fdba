"""The texts and the calendar that are handed out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import vobject
from handed_out import made

from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.written import plan_reminders, render_text, spell_out
from voorlichter.ics import Reminder, render_calendar, second_tuesday
from voorlichter.slots.types import Url


def test_the_texts_open_in_a_notepad_and_paste_as_whole_paragraphs(edition: Edition) -> None:
    for name in ("intranet.txt", "announcement.txt", "onboarding.txt", "inspiration.txt", "tips.txt"):
        text = made(edition, name).decode()
        assert text.count("\r\n") == text.count("\n") == text.count("\r"), name
        assert text.endswith("\r\n") and "\n\r\n\r\n" not in text and not text.startswith("\ufeff"), name
        assert not any(sign in text for sign in ("[[", "[%", "<", "{")), name
        assert all(line == line.strip() for line in text.split("\r\n")), name


def test_an_intranet_text_is_read_in_a_minute(edition: Edition) -> None:
    assert 150 <= len(made(edition, "intranet.txt").decode().split()) <= 250


def test_the_mail_begins_with_its_subject_and_nothing_says_it_twice(edition: Edition) -> None:
    subject, empty, greeting, *_ = made(edition, "announcement.txt").decode().split("\r\n")
    word, _, title = subject.partition(": ")
    assert word in ("Onderwerp", "Subject") and title == edition.items["announcement"]["title"]
    assert (empty, greeting[-1]) == ("", ",")


def test_lists_stand_under_their_own_title() -> None:
    parts = [
        {"id": "a", "title": "Wie", "text": ["Iedereen.", "Altijd."], "points": ["Bel", "Mail"]},
        {"id": "b", "title": "", "text": ["Slot."], "points": []},
    ]
    assert (
        render_text({"title": "T", "parts": parts})
        == "T\r\n\r\nWie\r\nIedereen.\r\n\r\nAltijd.\r\n\r\n- Bel\r\n- Mail\r\n\r\nSlot.\r\n"
    )


def test_the_address_of_a_language_and_that_of_the_site_are_both_spelled_out() -> None:
    pages, site = (
        Url("zeester.example/vp/en", "https://zeester.example/vp/en/"),
        Url("zeester.example/vp", "https://zeester.example/vp"),
    )
    assert (
        spell_out("zeester.example/vp/en or zeester.example/vp", pages, site)
        == "https://zeester.example/vp/en/ or https://zeester.example/vp"
    )


def test_an_address_is_spelled_out_and_a_mailbox_is_left_alone() -> None:
    url = Url("zeester.example", "https://zeester.example")
    text = spell_out("Kijk op zeester.example. Mail naar noor@zeester.example of www.zeester.example/x.", url)
    assert text == "Kijk op https://zeester.example. Mail naar noor@zeester.example of www.zeester.example/x."


def test_a_year_has_twelve_quiet_reminders_that_come_back(edition: Edition) -> None:
    written = made(edition, "tips.ics")
    assert written == made(edition, "tips.ics")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    calendar = vobject.readOne(written.decode())
    events = calendar.vevent_list
    assert [event.dtstart.value.month for event in events] == list(range(1, 13))
    assert len({event.uid.value for event in events}) == 12
    for event, part in zip(events, edition.items["tips"]["parts"], strict=True):
        assert (event.summary.value, event.description.value) == (part["title"], part["text"][0])
        assert type(event.dtstart.value) is date and event.dtend.value - event.dtstart.value == timedelta(days=1)
        assert (event.transp.value, event.contents["class"][0].value, "valarm" in event.contents) == (
            "TRANSPARENT",
            "PRIVATE",
            False,
        )
        first, second, third = event.getrruleset(addRDate=True)[:3]
        assert {(day.month, day.weekday(), 8 <= day.day <= 14) for day in (first, second, third)} == {
            (event.dtstart.value.month, 1, True)
        }
        assert [second.year - first.year, third.year - second.year] == [1, 1] and first.date() == event.dtstart.value
    assert not any(
        secret.encode() in written for secret in (edition.slots.org.short_name, edition.slots.advisors[0].name)
    )


def test_a_reminder_keeps_its_own_id_in_every_language(editions: dict[tuple[str, str], Edition]) -> None:
    """A newer file, or the same in another language, replaces what somebody imported before."""
    ids = [
        {event.uid.value for event in vobject.readOne(made(one, "tips.ics").decode()).vevent_list}
        for one in editions.values()
    ]
    assert all(found == ids[0] for found in ids)


def test_every_month_of_inspiration_asks_one_question_and_ends_with_the_way_to_an_advisor(edition: Edition) -> None:
    *months, way = edition.items["inspiration"]["parts"]
    assert way["id"] == "way" and way["points"]
    written = made(edition, "inspiration.txt").decode()
    assert len(months) == 12 == written.count(way["text"][0])
    reminders = list(plan_reminders(edition.items["inspiration"], "inspiration/"))
    for month, reminder in zip(months, reminders, strict=True):
        assert len(month["points"]) == 1 and month["points"][0].endswith("?")
        assert reminder.text.startswith(month["text"][0]) and reminder.text.endswith(way["points"][-1])
    assert {one.id for one in reminders}.isdisjoint({one.id for one in plan_reminders(edition.items["tips"])})


@pytest.mark.parametrize("text", ["Kies; deel, en \\ regel", "één", "x" * 300 + "é" * 80, "regel\n\nnog een"])
def test_any_text_survives_a_calendar(text: str) -> None:
    event = vobject.readOne(render_calendar("Naam, of niet", [Reminder("x", 5, text, text)]).decode()).vevent
    assert (event.summary.value, event.description.value) == (text, text)


def test_no_second_tuesday_is_a_public_holiday_here(editions: dict[tuple[str, str], Edition]) -> None:
    holidays = editions["vuurtoren", "nl"].template.facts.holidays
    days = {second_tuesday(int(year), month).strftime(f"{year} %m-%d") for year in holidays for month in range(1, 13)}
    assert holidays and not days & {f"{year} {day}" for year, listed in holidays.items() for day in listed.split()}
