"""The days on which an advisor is usually not there because nobody works."""

from __future__ import annotations

import pytest

from voorlichter.template.public_holidays import YEARS, read_public_holidays

HOLIDAYS = read_public_holidays()


def test_the_days_of_a_year_are_told_in_order() -> None:
    assert HOLIDAYS["2026"] == "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26"


@pytest.mark.parametrize(("year", "day"), [("2027", "03-26"), ("2026", "05-05"), ("2026", "12-05")])
def test_a_day_on_which_most_people_work_is_none(year: str, day: str) -> None:
    assert day not in HOLIDAYS[year]


@pytest.mark.parametrize(("year", "day"), [("2025", "04-26"), ("2027", "04-27"), ("2030", "05-05"), ("2028", "01-01")])
def test_a_day_that_moves_or_comes_once_in_five_years_is_there(year: str, day: str) -> None:
    assert day in HOLIDAYS[year]


def test_every_year_has_its_days() -> None:
    assert set(HOLIDAYS) == {str(year) for year in YEARS}
    assert all(len(days.split()) in (8, 9, 10, 11) for days in HOLIDAYS.values())
