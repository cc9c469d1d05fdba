"""Dates, lists and hours, as a reader says them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.profile.model import WeekHours
from voorlichter.site.phrases import Strings, say_day, say_days, say_hours, say_list
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace


@pytest.fixture(scope="module")
def strings() -> dict[str, Strings]:
    data, problems = check_data(Workspace.at(REPOSITORY))
    assert problems == []
    return {code: data.strings_in(code, "je") for code in shipped()}


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("nl", "2027-01-03", "3\u00a0januari 2027"),
        ("en", "2027-01-03", "3\u00a0January 2027"),
        ("nl", "2026-12-21", "21\u00a0december 2026"),
    ],
)
def test_a_day_is_said(strings: dict[str, Strings], language: str, day: str, said: str) -> None:
    assert say_day(date.fromisoformat(day), strings[language]) == said


@pytest.mark.parametrize(
    ("items", "nl", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
        (["a", "b", "c", "d", "e"], "a, b, c, d en e", "a, b, c, d and e"),
    ],
)
def test_a_list_is_said(strings: dict[str, Strings], items: list[str], nl: str, en: str) -> None:
    assert (say_list(items, strings["nl"]), say_list(items, strings["en"])) == (nl, en)


@pytest.mark.parametrize(
    ("first", "last", "nl", "en"),
    [
        ("2026-12-24", "2026-12-24", "op 24 december 2026", "on 24 December 2026"),
        (
            "2026-12-10",
            "2026-12-20",
            "van 10 tot en met 20 december 2026",
            "from 10 up to and including 20 December 2026",
        ),
        (
            "2026-11-10",
            "2026-12-20",
            "van 10 november tot en met 20 december 2026",
            "from 10 November up to and including 20 December 2026",
        ),
        (
            "2026-12-24",
            "2027-01-03",
            "van 24 december 2026 tot en met 3 januari 2027",
            "from 24 December 2026 up to and including 3 January 2027",
        ),
        (
            "2026-12-24",
            "2027-12-03",
            "van 24 december 2026 tot en met 3 december 2027",
            "from 24 December 2026 up to and including 3 December 2027",
        ),
    ],
)
def test_days_are_said_with_month_and_year_once(
    strings: dict[str, Strings], first: str, last: str, nl: str, en: str
) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert [_as_seen(say_days(*days, strings[language])) for language in ("nl", "en")] == [nl, en]


@pytest.mark.parametrize(
    ("week", "nl", "en"),
    [
        ({"mon": "09:00-17:00"}, "ma 9 tot 17", "Mon 9 to 17"),
        ({"mon": "09:00-17:00", "tue": "09:00-17:00"}, "ma en di 9 tot 17", "Mon and Tue 9 to 17"),
        (
            {"mon": "09:00-17:00", "tue": "09:00-17:00", "wed": "09:00-17:00", "fri": "10:00-12:30"},
            "ma t/m wo 9 tot 17, vr 10 tot 12:30",
            "Mon to Wed 9 to 17, Fri 10 to 12:30",
        ),
        ({"mon": "09:00-17:00", "wed": "09:00-17:00"}, "ma 9 tot 17, wo 9 tot 17", "Mon 9 to 17, Wed 9 to 17"),
        ({"thu": "09:00-12:30, 13:30-20:00"}, "do 9 tot 12:30 en 13:30 tot 20", "Thu 9 to 12:30 and 13:30 to 20"),
        ({"sat": "00:00-08:00", "sun": "00:00-08:00"}, "za en zo 0 tot 8", "Sat and Sun 0 to 8"),
        ({"mon": "22:00-06:00"}, "ma 22 tot 6 (de volgende ochtend)", "Mon 22 to 6 (the next morning)"),
        (
            {"fri": "09:00-12:00, 20:00-02:30", "sat": "20:00-00:00"},
            "vr 9 tot 12 en 20 tot 2:30 (de volgende ochtend), za 20 tot 24",
            "Fri 9 to 12 and 20 to 2:30 (the next morning), Sat 20 to 24",
        ),
        ({"sun": "00:00-00:00"}, "zo 0 tot 24", "Sun 0 to 24"),
        ({}, None, None),
    ],
)
def test_hours_are_said(strings: dict[str, Strings], week: dict[str, str], nl: str | None, en: str | None) -> None:
    hours = WeekHours.model_validate(week)
    assert [_as_seen(say_hours(hours, strings[language])) for language in ("nl", "en")] == [nl, en]


def _as_seen(text: str | None) -> str | None:
    """The text without what only keeps it on one line."""
    return text.replace("\u00a0", " ") if text else text


def test_hours_stay_on_one_line_and_a_day_may_stand_before_them(strings: dict[str, Strings]) -> None:
    hours = WeekHours.model_validate({"mon": "09:00-17:00", "fri": "09:00-12:30"})
    assert say_hours(hours, strings["nl"]) == "ma 9\u00a0tot\u00a017, vr 9\u00a0tot\u00a012:30"


def test_hours_are_words_to_hear(strings: dict[str, Strings]) -> None:
    """No sign that a screen reader names, or says nothing of."""
    hours = WeekHours.model_validate({"mon": "09:00-12:00, 13:00-17:00"})
    for language in ("nl", "en"):
        assert re.fullmatch(r"[\w \u00a0]+", say_hours(hours, strings[language]) or ""), language


def test_arabic_has_a_comma_of_its_own(strings: dict[str, Strings]) -> None:
    hours = WeekHours.model_validate({"mon": "09:00-17:00", "fri": "09:00-12:30"})
    assert [code for code in strings if "," not in (say_hours(hours, strings[code]) or "")] == ["ar"]
    assert "، " in (say_hours(hours, strings["ar"]) or "")


def test_a_day_stays_on_one_line_with_its_month(strings: dict[str, Strings]) -> None:
    for code in shipped():
        assert re.match(r"3\.?\u00a0", say_day(date(2027, 1, 3), strings[code])), code


def test_a_german_day_has_its_dot_without_its_month_too(strings: dict[str, Strings]) -> None:
    said = say_days(date(2026, 12, 10), date(2026, 12, 20), strings["de"])
    assert _as_seen(said) == "vom 10. bis einschließlich 20. Dezember 2026"
