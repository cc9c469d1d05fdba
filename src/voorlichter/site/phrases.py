"""Values as a reader of one language says them: dates, lists, hours, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from voorlichter.calendar_words import DAYS
from voorlichter.profile.model import WeekHours

Strings = Mapping[str, str]


def say_day(day: date, strings: Strings) -> str:
    """`3 januari 2027`."""
    return strings["date"] % {"day": day.day, "month": strings[f"month_{day.month}"], "year": day.year}


def say_days(first: date, last: date, strings: Strings) -> str:
    """`op 24 december 2026`, `van 10 tot en met 20 december 2026`: month and year once, where they are the same."""
    if first == last:
        return strings["on_day"] % {"day": say_day(first, strings)}
    start = say_day(first, strings)
    if (first.year, first.month) == (last.year, last.month):
        start = f"{first.day}." if "%(day)s." in strings["date"] else str(first.day)
    elif first.year == last.year:
        start = strings["date_of_year"] % {"day": first.day, "month": strings[f"month_{first.month}"]}
    return strings["on_days"] % {"from": start, "until": say_day(last, strings)}


def say_list(items: Sequence[str], strings: Strings) -> str:
    """`a, b en c`."""
    if len(items) < 3:
        return strings["list_two"].format(*items) if len(items) == 2 else "".join(items)
    said = strings["list_end"].format(*items[-2:])
    for item in reversed(items[1:-2]):
        said = strings["list_middle"].format(item, said)
    return strings["list_start"].format(items[0], said)


@dataclass(frozen=True, slots=True)
class HoursOfDays:
    """Days in a row, by their number, with the hours they share: from and until, as they are said. `past_midnight`: the last end on another day."""

    days: Sequence[int]
    spans: Sequence[tuple[str, str]]
    past_midnight: bool


def group_hours(hours: WeekHours) -> Sequence[HoursOfDays]:
    groups: list[tuple[list[int], str]] = []
    for index, day in enumerate(DAYS):
        span = getattr(hours, day)
        if span is None:
            continue
        if groups and groups[-1][1] == span and groups[-1][0][-1] == index - 1:
            groups[-1][0].append(index)
        else:
            groups.append(([index], span))
    return [_hours_of(days, span) for days, span in groups]


def _hours_of(days: Sequence[int], span: str) -> HoursOfDays:
    parts = [part.split("-") for part in span.split(", ")]
    start, end = parts[-1]
    spans = [(_say_time(start), "24" if end == "00:00" else _say_time(end)) for start, end in parts]
    return HoursOfDays(days, spans, "00:00" < end <= start)


def say_hours(hours: WeekHours, strings: Strings) -> str | None:
    """`ma t/m wo 9 tot 17, vr 9 tot 12:30`: days in a row with the same hours are told together."""
    return say_grouped(group_hours(hours), strings)


def say_grouped(hours: Sequence[HoursOfDays], strings: Strings) -> str | None:
    said = [
        f"{_say_days(group.days, strings)} {_say_spans(group.spans, strings)}"
        + (f" ({strings['hours_next_morning']})" if group.past_midnight else "")
        for group in hours
    ]
    return strings["comma"].join(said) or None


def _say_days(days: Sequence[int], strings: Strings) -> str:
    names = [strings[f"day_{DAYS[index]}"] for index in days]
    if len(names) > 2:
        return f"{names[0]} {strings['hours_days_to']} {names[-1]}"
    return say_list(names, strings)


def _say_spans(spans: Sequence[tuple[str, str]], strings: Strings) -> str:
    """In words, for a screen reader says of a dash what it likes. Hours stay on one line; a day before them would make that longer than a line of large letters, and it would break within a number."""
    said = strings["hours_span"].replace(" ", "\u00a0")
    return say_list([said.format(*span) for span in spans], strings)


def _say_time(time: str) -> str:
    """`09:00` is said as 9, `12:30` as 12:30."""
    return time.removeprefix("0").removesuffix(":00")
