"""Who is away on a day, and who stands in."""

from __future__ import annotations

from datetime import date

import pytest

from voorlichter.profile.model import Absence, Advisor, Certificate
from voorlichter.site.presence import boundaries_of, is_away, lasting, shown_absence, stand_in, turns

DAY = date(2026, 12, 24)


def advisor(name: str, backup: str | None = None, away: tuple[str, str] | None = None, reachable: bool = True) -> Advisor:
    return Advisor.model_validate({
        "id": name, "name": name.title(), "kind": "internal", "phone": "020 000 00 01" if reachable else None,
        "backup": backup, "absences": [{"from": away[0], "until": away[1]}] if away else [],
    })


AWAY = ("2026-12-21", "2027-01-03")


@pytest.mark.parametrize(("day", "away"), [("2026-12-20", False), ("2026-12-21", True), ("2027-01-03", True), ("2027-01-04", False)])
def test_an_absence_holds_from_its_first_day_up_to_and_with_its_last(day: str, away: bool) -> None:
    assert is_away(advisor("noor", away=AWAY), date.fromisoformat(day)) is away


@pytest.mark.parametrize(
    ("advisors", "expected"),
    [
        pytest.param([advisor("noor", "sam"), advisor("sam")], "sam", id="the backup"),
        pytest.param([advisor("noor", "kim"), advisor("sam"), advisor("kim")], "kim", id="the backup before who comes next"),
        pytest.param([advisor("noor", "sam"), advisor("sam", "kim", AWAY), advisor("tim"), advisor("kim")], "kim", id="the backup of a backup who is away"),
        pytest.param([advisor("noor", "sam"), advisor("sam", away=AWAY), advisor("kim")], "kim", id="the next in order where the backups are away"),
        pytest.param([advisor("noor"), advisor("sam"), advisor("kim")], "sam", id="the next in order where no backup is named"),
        pytest.param([advisor("noor", "sam"), advisor("sam", reachable=False), advisor("kim")], "kim", id="nobody who cannot be reached"),
        pytest.param([advisor("noor", "sam"), advisor("sam", "noor", AWAY)], None, id="nobody where a ring of backups is away"),
        pytest.param([advisor("noor", "noor")], None, id="never the advisor alone"),
        pytest.param([advisor("noor")], None, id="nobody where there is only one"),
    ],
)
def test_who_stands_in_is(advisors: list[Advisor], expected: str | None) -> None:
    replacement = stand_in(advisors[0], advisors, DAY)
    assert (replacement and replacement.id) == expected


def test_the_first_stands_in_for_the_last() -> None:
    advisors = [advisor("noor"), advisor("sam")]
    replacement = stand_in(advisors[1], advisors, DAY)
    assert replacement is advisors[0]


ABSENCES = [Absence.model_validate({"from": start, "until": end}) for start, end in (("2027-05-01", "2027-05-08"), ("2026-12-21", "2027-01-03"), ("2026-08-01", "2026-08-21"))]


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-07-01", "2026-08-01"), ("2026-08-21", "2026-08-01"), ("2026-08-22", "2026-12-21"), ("2026-12-25", "2026-12-21"), ("2027-01-04", "2027-05-01"), ("2027-05-09", None)],
)
def test_only_the_absence_that_is_on_or_comes_next_is_shown(day: str, shown: str | None) -> None:
    one = advisor("noor").model_copy(update={"absences": ABSENCES})
    absence = shown_absence(one, date.fromisoformat(day))
    assert (absence and absence.from_.isoformat()) == shown


def test_a_site_lasts_until_the_next_day_on_which_something_changes() -> None:
    certificate = Certificate.model_validate({"register": "LVV", "valid_until": "2027-06-30"})
    one = advisor("noor", away=AWAY).model_copy(update={"certificate": certificate})
    days = boundaries_of([one], DAY)
    assert sorted(days) == [date(2026, 1, 1), date(2026, 12, 21), date(2027, 1, 1), date(2027, 1, 4), date(2027, 7, 1)]
    stretch = lasting(days, DAY)
    assert (stretch.start, stretch.end) == (date(2026, 12, 21), date(2027, 1, 1))
    assert stretch.holds(date(2026, 12, 21)) and stretch.holds(date(2026, 12, 31))
    assert not stretch.holds(date(2026, 12, 20)) and not stretch.holds(date(2027, 1, 1))


def test_a_site_without_dates_lasts_for_ever() -> None:
    stretch = lasting([], DAY)
    assert stretch.holds(date.min) and stretch.holds(date(9999, 12, 30))


LATER = ("2027-02-01", "2027-02-07")


@pytest.mark.parametrize(
    ("advisors", "first", "may_come", "may_be_nobody"),
    [
        pytest.param([advisor("noor")], "noor", ["noor"], False, id="one alone"),
        pytest.param([advisor("noor"), advisor("sam")], "noor", ["noor"], False, id="nobody else while the first is always there"),
        pytest.param([advisor("noor", "kim", LATER), advisor("sam"), advisor("kim")], "noor", ["noor", "kim"], False, id="the stand-in of a later day"),
        pytest.param([advisor("noor", "sam", AWAY), advisor("sam")], "sam", ["noor", "sam"], False, id="whoever stands in today"),
        pytest.param([advisor("noor", "sam", AWAY), advisor("sam", away=LATER), advisor("kim")], "sam", ["noor", "sam", "kim"], False, id="who comes after a stand-in with a holiday"),
        pytest.param([advisor("noor", "sam", AWAY), advisor("sam", away=LATER)], "sam", ["noor", "sam"], True, id="nobody, once all have an absence"),
        pytest.param([advisor("noor", away=AWAY)], None, ["noor"], True, id="nobody today"),
    ],
)
def test_first_may_come(advisors: list[Advisor], first: str | None, may_come: list[str], may_be_nobody: bool) -> None:
    turn = turns(advisors, DAY)
    assert (turn.first and turn.first.id) == first
    assert [one.id for one in turn.may_come] == may_come
    assert turn.may_be_nobody is may_be_nobody


def test_who_is_there_is_told_before_who_is_away() -> None:
    advisors = [advisor("noor", "kim", AWAY), advisor("sam", away=AWAY), advisor("tim"), advisor("kim")]
    turn = turns(advisors, DAY)
    assert [one.id for one in sorted(advisors, key=turn.rank)] == ["kim", "tim", "noor", "sam"]
