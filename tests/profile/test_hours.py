"""Hours as people type them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.values.hours import check_hours, check_week, read_week


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
        ("6-7", "06:00-07:00"),
        ("05-07", "05:00-07:00"),
        ("1:00-5:00", "01:00-05:00"),
        ("1.30-5", "01:30-05:00"),
        ("1h00-5h00", "01:00-05:00"),
        ("1-5, 6-8", "01:00-05:00, 06:00-08:00"),
        ("23:59-00:00", "23:59-00:00"),
        ("9 tot en met 17 uur", "09:00-17:00"),
        ("9 until 17", "09:00-17:00"),
        ("9−17", "09:00-17:00"),
        ("9-17 UUR", "09:00-17:00"),
        ("9-12 AND 13 TO 17", "09:00-12:00, 13:00-17:00"),
        ("9-12 & 13-17", "09:00-12:00, 13:00-17:00"),
        ("9-12 + 13-17", "09:00-12:00, 13:00-17:00"),
        ("9-12, 13-17, 20-2", "09:00-12:00, 13:00-17:00, 20:00-02:00"),
        ("  9-17  ", "09:00-17:00"),
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
        ("11-9", "11:00-21:00"),
        ("7-7", "07:00-19:00"),
        ("4-7", "16:00-19:00"),
        ("1u-5u", "13:00-17:00"),
        ("1-5, 6-7", "13:00-17:00, 18:00-19:00"),
        ("9-12, 1-3:30, 4-5", "09:00-12:00, 13:00-15:30, 16:00-17:00"),
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
    ("written", "message"),
    [
        ("overdag", "“overdag” cannot be read as hours"),
        ("9-8", "“9-8” ends before it begins"),
        ("9-9", "“9-9” ends before it begins"),
        ("12-12", "“12-12” ends where it begins"),
        ("9-12, 13-13", "“9-12, 13-13” ends where it begins"),
        ("9-12, 5-1", "“9-12, 5-1” ends before it begins"),
        ("1-5", "“1-5” is at night here"),
        ("9-12, 12-17", "the times in “9-12, 12-17” do not go up"),
        ("20-2, 9-12", "the times in “20-2, 9-12” do not go up"),
        ("24-9", "the times in “24-9” do not go up"),
    ],
)
def test_what_is_wrong_with_hours_is_said(written: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        check_hours(written)
    assert refused.value.message.en == message


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        (
            "overdag",
            'write from and to, for example "09:00-17:00", or with a break "09:00-12:30, 13:30-17:00"',
        ),
        ("9-13, 12-17", "write the times in order, with no two at once"),
        ("13-17, 9-12", None),
    ],
)
def test_how_hours_are_written_is_said_where_no_line_can_be_shown(written: str, fix: str | None) -> None:
    with pytest.raises(Refused) as refused:
        check_hours(written)
    assert (refused.value.fix.en if refused.value.fix else None) == fix


@pytest.mark.parametrize("check", [check_hours, read_week], ids=["day", "week"])
def test_a_sign_in_hours_that_nobody_sees_is_told_in_both_languages(check: Callable[[str], object]) -> None:
    with pytest.raises(Refused) as refused:
        check("9-\u200b17")
    assert refused.value.message.nl.startswith("in deze uren staat een onzichtbaar teken")
    assert refused.value.message.en.startswith("there is an invisible sign in these hours")


def days(first: str, last: str, span: str) -> dict[str, str]:
    """The same hours on a row of days."""
    keys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return dict.fromkeys(keys[keys.index(first) : keys.index(last) + 1], span)


WHOLE, WORKING = days("mon", "sun", "09:00-17:00"), days("mon", "fri", "09:00-17:00")


@pytest.mark.parametrize(
    ("written", "week"),
    [
        ("dagelijks 9-17", WHOLE),
        ("elke dag 9-17", WHOLE),
        ("daily 9-17", WHOLE),
        ("every day 9-17", WHOLE),
        ("werkdagen 9-17", WORKING),
        ("op werkdagen 9-17", WORKING),
        ("elke werkdag 9-17", WORKING),
        ("Werkdag 9-17", WORKING),
        ("doordeweeks 9-17", WORKING),
        ("Weekdays 9-17", WORKING),
        ("every weekday 9-17", WORKING),
        ("9-17 ma-vr", WORKING),
        ("MA-VR 9-17", WORKING),
        ("Mon to Wed 9-17", days("mon", "wed", "09:00-17:00")),
        ("Mon until Wed 9-17", days("mon", "wed", "09:00-17:00")),
        ("ma tot en met wo 9-17", days("mon", "wed", "09:00-17:00")),
        ("ma – wo 9-17", days("mon", "wed", "09:00-17:00")),
        ("ma — wo 9-17", days("mon", "wed", "09:00-17:00")),
        ("zo-za 9-17", WHOLE),
        ("vr-ma 9-17", days("mon", "mon", "09:00-17:00") | days("fri", "sun", "09:00-17:00")),
    ],
)
def test_days_in_a_row_have_the_same_hours(written: str, week: dict[str, str]) -> None:
    assert read_week(written) == week


@pytest.mark.parametrize("between", ["/", " / ", ", ", ",", " & ", " en ", ", en ", " and ", " + ", "+", " "])
def test_two_days_are_two_days_however_they_are_joined(between: str) -> None:
    assert read_week(f"ma{between}do 9-17") == {"mon": "09:00-17:00", "thu": "09:00-17:00"}


@pytest.mark.parametrize(
    "closed", ["gesloten", "dicht", "vrij", "niet", "afwezig", "closed", "off", "not available", "Gesloten"]
)
def test_a_day_that_is_closed_in_words_has_no_hours(closed: str) -> None:
    assert read_week(f"ma {closed}, di 9-17") == {"tue": "09:00-17:00"}
    assert read_week(f"di 9-17; wo {closed}.") == {"tue": "09:00-17:00"}


@pytest.mark.parametrize(
    ("written", "week"),
    [
        ("ma: 9-17", {"mon": "09:00-17:00"}),
        ("ma:9-17", {"mon": "09:00-17:00"}),
        ("op ma. 9-17.", {"mon": "09:00-17:00"}),
        ("iedere maandag 9-17", {"mon": "09:00-17:00"}),
        ("each Monday 9-17", {"mon": "09:00-17:00"}),
        ("On Monday From 9 to 17", {"mon": "09:00-17:00"}),
        ("ma vanaf 9 tot 17", {"mon": "09:00-17:00"}),
        ("Mon Between 9 and 17", {"mon": "09:00-17:00"}),
        ("tussen 9 uur en 17 uur op ma", {"mon": "09:00-17:00"}),
        ("9-17 op ma, 10-12 op di", {"mon": "09:00-17:00", "tue": "10:00-12:00"}),
        ("9-17 Op Ma", {"mon": "09:00-17:00"}),
        ("ma 9-17. di 10-12.", {"mon": "09:00-17:00", "tue": "10:00-12:00"}),
        ("ma 9-17 en vr 9-12", {"mon": "09:00-17:00", "fri": "09:00-12:00"}),
        ("wo 9-17, ma 10-12", {"mon": "10:00-12:00", "wed": "09:00-17:00"}),
        ("ma 12am-5am", {"mon": "00:00-05:00"}),
        ("Mon 12PM-5PM", {"mon": "12:00-17:00"}),
        ("Mon 9:15 a.m.-4.30 p.m.", {"mon": "09:15-16:30"}),
        ("Mon 11am-12pm", {"mon": "11:00-12:00"}),
        ("Mon 13pm-17pm", {}),
        ("ma 9-17, vr till 12", {"mon": "09:00-17:00", "fri": "09:00-12:00"}),
        ("Mon 9 TO 17, Fri UNTIL 12", {"mon": "09:00-17:00", "fri": "09:00-12:00"}),
        ("ma 9 UUR tot 17, vr tot 12", {"mon": "09:00-17:00", "fri": "09:00-12:00"}),
        ("ma 8.30-12, di 9-17, vr tot 12", {"mon": "08:30-12:00", "tue": "09:00-17:00", "fri": "09:00-12:00"}),
        ("Ma 8.30-12, Di 9-17, Vr tot 12", {"mon": "08:30-12:00", "tue": "09:00-17:00", "fri": "09:00-12:00"}),
        ("di 8-9 en 10-17, vr tot 12", {"tue": "08:00-09:00, 10:00-17:00", "fri": "08:00-12:00"}),
        (
            "ma 9-17, wo tot 12, vr tot 13",
            {"mon": "09:00-17:00", "wed": "09:00-12:00", "fri": "09:00-13:00"},
        ),
        ("vr tot 12, ma 9-17", {}),
        ("ma 9-12, ma 13-17", {"mon": "09:00-12:00, 13:00-17:00"}),
        ("ma 13-17, ma 9-12", {"mon": "09:00-12:00, 13:00-17:00"}),
        ("ma-wo 9-12, di 13-17", {"mon": "09:00-12:00", "tue": "09:00-12:00, 13:00-17:00", "wed": "09:00-12:00"}),
        ("ma 9-13, ma 12-17", {}),
        ("ma-ma 9-12", {"mon": "09:00-12:00"}),
        ("ma 9-13 en 12-17", {}),
        ("ma 9-13 en 12-17, di 9-17", {}),
        ("ma 9-17 na overleg", {}),
        ("bellen ma 9-17", {}),
        ("", {}),
    ],
)
def test_a_week_is_read_as_somebody_says_it(written: str, week: dict[str, str]) -> None:
    assert read_week(written) == week
    assert list(read_week(written)) == list(week)
    for span in week.values():
        assert check_hours(span) == span


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


def test_hours_of_a_week_that_are_one_text_are_told_to_be_for_each_day() -> None:
    with pytest.raises(Refused) as refused:
        check_week("altijd")
    assert refused.value.message.en == "hours for each day belong here"
    with pytest.raises(Refused) as refused:
        check_week("ma 9-17")
    assert refused.value.message.en == "hours for each day belong here"
    assert refused.value.fix and refused.value.fix.nl == 'schrijf: hours: {mon: "09:00-17:00"}'


def test_keys_for_each_day_pass_as_they_are() -> None:
    assert check_week({"mon": "9-17"}) == {"mon": "9-17"}
