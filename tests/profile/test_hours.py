"""Hours as people type them."""

from __future__ import annotations

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.values.hours import check_hours, check_week


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("09:00-17:00", "09:00-17:00"),
        ("9-17", "09:00-17:00"),
        ("9.00-17.00", "09:00-17:00"),
        ("09:00–17:00", "09:00-17:00"),
        ("09:00 — 17:00", "09:00-17:00"),
        ("9:00 - 17:00 uur", "09:00-17:00"),
        ("9 uur tot 17 uur", "09:00-17:00"),
        ("9u-17u", "09:00-17:00"),
        ("9h30 to 17h", "09:30-17:00"),
        ("09:00-12:30,13:30-17:00", "09:00-12:30, 13:30-17:00"),
        ("9-12 en 13-17", "09:00-12:00, 13:00-17:00"),
        ("9-12:30; 13.30-17 uur.", "09:00-12:30, 13:30-17:00"),
        ("22:00-06:00", "22:00-06:00"),
        ("9-12, 20-2", "09:00-12:00, 20:00-02:00"),
        ("17:00-9:00", "17:00-09:00"),
        ("20-24", "20:00-00:00"),
        ("0-24", "00:00-00:00"),
        ("00:00-00:00", "00:00-00:00"),
        ("9:00-0:00", "09:00-00:00"),
        ("01:00-05:00", "01:00-05:00"),
        ("12-6", "12:00-06:00"),
        ("1-8", "01:00-08:00"),
    ],
)
def test_hours_that_can_mean_one_thing_are_read(written: str, read: str) -> None:
    assert check_hours(written) == read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9-5", "09:00-17:00"),
        ("8:30-4:30", "08:30-16:30"),
        ("9-12 en 1-5", "09:00-12:00, 13:00-17:00"),
        ("1-5", "13:00-17:00"),
        ("5-7", "17:00-19:00"),
        ("9-9", "09:00-21:00"),
        ("13-17, 9-12", "09:00-12:00, 13:00-17:00"),
    ],
)
def test_hours_that_were_meant_otherwise_are_shown_as_the_line_to_write(written: str, meant: str) -> None:
    with pytest.raises(Refused) as refused:
        check_hours(written)
    assert refused.value.value == meant
    assert check_hours(meant) == meant


@pytest.mark.parametrize(
    "written", ["", "9", "9-", "12:30", "25-26", "9-17-18", "overdag", "9:60-17", "9-13, 12-17", "24-24", "9-17; drop"]
)
def test_anything_else_is_refused_without_a_guess(written: str) -> None:
    with pytest.raises(Refused) as refused:
        check_hours(written)
    assert refused.value.value is None


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("ma-do 9-17", 'mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00"'),
        (
            "ma t/m wo: 9.00 - 17.00 uur, vr 9-12.30",
            'mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", fri: "09:00-12:30"',
        ),
        ("maandag en donderdag van 9-17", 'mon: "09:00-17:00", thu: "09:00-17:00"'),
        ("ma-di 9-17, vr tot 12", 'mon: "09:00-17:00", tue: "09:00-17:00", fri: "09:00-12:00"'),
        ("ma 8.30-12 en 13-17, di tot 12 uur", 'mon: "08:30-12:00, 13:00-17:00", tue: "08:30-12:00"'),
        ("maandag t/m dinsdag van 9 tot 17 uur", 'mon: "09:00-17:00", tue: "09:00-17:00"'),
        ("maandag tot dinsdag tussen 9 en 17 uur", 'mon: "09:00-17:00", tue: "09:00-17:00"'),
        ("ma di 9-17", 'mon: "09:00-17:00", tue: "09:00-17:00"'),
        ("ma 9-17, di gesloten, wo vrij", 'mon: "09:00-17:00"'),
        ("9-17 uur op maandag en dinsdag", 'mon: "09:00-17:00", tue: "09:00-17:00"'),
        ("elke maandag 9-17", 'mon: "09:00-17:00"'),
        ("Monday 9am to 5pm", 'mon: "09:00-17:00"'),
        ("Mon 9 a.m. - 12.30 p.m. and Tue 1pm-5pm", 'mon: "09:00-12:30", tue: "13:00-17:00"'),
        ("Mon through Tue from 9 until 17", 'mon: "09:00-17:00", tue: "09:00-17:00"'),
        ("di 9-12 en 13-17; do 22-6", 'tue: "09:00-12:00, 13:00-17:00", thu: "22:00-06:00"'),
        (
            "werkdagen 9-17",
            'mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"',
        ),
        ("ma. en vr. 9-17", 'mon: "09:00-17:00", fri: "09:00-17:00"'),
        ("Monday and Friday 9-17", 'mon: "09:00-17:00", fri: "09:00-17:00"'),
        ("za-ma 10-12", 'mon: "10:00-12:00", sat: "10:00-12:00", sun: "10:00-12:00"'),
        ("ma 9-5", 'mon: "09:00-17:00"'),
        ("vr tot 12", None),
        ("ma behalve woensdag 9-17", None),
        ("ma gesloten", None),
        ("9-17", None),
        ("elke ochtend", None),
    ],
)
def test_a_week_in_one_line_is_shown_day_by_day(written: str, line: str | None) -> None:
    with pytest.raises(Refused) as refused:
        check_week(written)
    assert (refused.value.fix.en if refused.value.fix else None) == (f"write: hours: {{{line}}}" if line else None)


def test_keys_for_each_day_pass_as_they_are() -> None:
    assert check_week({"mon": "9-17"}) == {"mon": "9-17"}
