"""A calendar file (iCalendar, RFC 5545) of days that come back every year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from voorlichter.typesetting import check_extra

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""What every entry gives as the moment it was written. The day of a run may not change a byte."""
_FIRST_YEAR = 2026
_TUESDAY = 1


@dataclass(frozen=True, slots=True)
class Reminder:
    """`id` is its own for ever: importing a newer file replaces the entry."""

    id: str
    month: int
    title: str
    text: str


def render_calendar(name: str, reminders: Iterable[Reminder]) -> bytes:
    """Whole days that leave the agenda free and ring no bell, on the second Tuesday of their month, which is no Dutch public holiday.

    Raises MachineError where icalendar is not installed.
    """
    check_extra("icalendar")
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Voorlichter//NONSGML kit//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for reminder in reminders:
        day = second_tuesday(_FIRST_YEAR, reminder.month)
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"voorlichter/reminder/{reminder.id}")))
        event.add("dtstamp", _MADE)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("rrule", {"freq": "yearly", "bymonth": reminder.month, "byday": "2TU"})
        event.add("summary", reminder.title)
        event.add("description", reminder.text)
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    written = calendar.to_ical()
    assert isinstance(written, bytes)
    return written


def second_tuesday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 7)
