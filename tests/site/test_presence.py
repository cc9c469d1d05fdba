"""Who is away on a day, and who stands in."""

from __future__ import annotations

from datetime import date

import pytest

from voorlichter.profile.absences import Days, days_away, days_without, is_away
from voorlichter.profile.model import Absence, Advisor, Certificate, WeekHours
from voorlichter.site.lasting import lasting
from voorlichter.site.presence import DeskTurns, boundaries_of, plan_cover, plan_knowledge, turns

DAY = date(2026, 12, 24)


def advisor(
    name: str, backup: str | None = None, away: tuple[str, str] | None = None, reachable: bool = True
) -> Advisor:
    return Advisor.model_validate(
        {
            "id": name,
            "name": name.title(),
            "kind": "internal",
            "phone": "020 000 00 01" if reachable else None,
            "backup": backup,
            "absences": [{"from": away[0], "until": away[1]}] if away else [],
        }
    )


AWAY = ("2026-12-21", "2027-01-03")


@pytest.mark.parametrize(
    ("day", "away"), [("2026-12-20", False), ("2026-12-21", True), ("2027-01-03", True), ("2027-01-04", False)]
)
def test_an_absence_holds_from_its_first_day_up_to_and_with_its_last(day: str, away: bool) -> None:
    assert is_away(advisor("noor", away=AWAY), date.fromisoformat(day)) is away


@pytest.mark.parametrize(
    ("advisors", "expected"),
    [
        pytest.param([advisor("noor", "sam"), advisor("sam")], "sam", id="the backup"),
        pytest.param(
            [advisor("noor", "kim"), advisor("sam"), advisor("kim")], "kim", id="the backup before who comes next"
        ),
        pytest.param(
            [advisor("noor", "sam"), advisor("sam", "kim", AWAY), advisor("tim"), advisor("kim")],
            "kim",
            id="the backup of a backup who is away",
        ),
        pytest.param(
            [advisor("noor", "sam"), advisor("sam", away=AWAY), advisor("kim")],
            "kim",
            id="the next in order where the backups are away",
        ),
        pytest.param(
            [advisor("noor"), advisor("sam"), advisor("kim")], "sam", id="the next in order where no backup is named"
        ),
        pytest.param(
            [advisor("noor", "sam"), advisor("sam", reachable=False), advisor("kim")],
            "kim",
            id="nobody who cannot be reached",
        ),
        pytest.param(
            [advisor("noor", "sam"), advisor("sam", "noor", AWAY)], None, id="nobody where a ring of backups is away"
        ),
        pytest.param([advisor("noor", "noor")], None, id="never the advisor alone"),
        pytest.param([advisor("noor")], None, id="nobody where there is only one"),
    ],
)
def test_who_stands_in_is(advisors: list[Advisor], expected: str | None) -> None:
    (cover,) = plan_cover(advisors[0], Days(DAY, DAY), advisors)
    assert (cover.by and cover.by.id) == expected


def test_the_first_stands_in_for_the_last() -> None:
    advisors = [advisor("noor"), advisor("sam")]
    (cover,) = plan_cover(advisors[1], Days(DAY, DAY), advisors)
    assert cover.by is advisors[0]


def turns_of(advisors: list[Advisor], group: list[Advisor] | None = None) -> DeskTurns:
    return turns(group or advisors, plan_knowledge(advisors, 60, DAY), advisors)


def test_a_group_has_turns_of_its_own() -> None:
    """The backup of somebody outside the group still counts; nobody outside it comes first."""
    noor, sam, kim, tim = advisors = [
        advisor("noor", "sam", AWAY),
        advisor("sam", "tim"),
        advisor("kim"),
        advisor("tim"),
    ]
    assert [one.id for one in turns_of(advisors, [noor, kim, tim]).order] == ["noor", "tim", "kim"]
    assert [one.id for one in turns_of(advisors, [kim, sam]).may_come] == ["kim"]


def spans(*pairs: tuple[str, str]) -> list[Days]:
    return [Days(date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs]


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        pytest.param(
            [("2026-11-20", "2026-12-01"), ("2026-11-27", "2026-12-20")],
            [("2026-11-20", "2026-12-20")],
            id="that overlap",
        ),
        pytest.param(
            [("2026-12-02", "2026-12-20"), ("2026-11-20", "2026-12-01")],
            [("2026-11-20", "2026-12-20")],
            id="that touch, in any order",
        ),
        pytest.param(
            [("2026-11-20", "2026-12-20"), ("2026-11-27", "2026-12-01")],
            [("2026-11-20", "2026-12-20")],
            id="of which one holds the other",
        ),
        pytest.param(
            [("2026-11-20", "2026-12-01"), ("2026-12-03", "2026-12-20")],
            [("2026-11-20", "2026-12-01"), ("2026-12-03", "2026-12-20")],
            id="with a day between them, which stay two",
        ),
        pytest.param([("2026-12-01", "9999-12-31")], [("2026-12-01", "9999-12-30")], id="without an end"),
        pytest.param([("2026-12-01", "2026-11-01")], [], id="that end before they begin, which are none"),
    ],
)
def test_absences_are_merged(listed: list[tuple[str, str]], told: list[tuple[str, str]]) -> None:
    assert days_away([Absence.model_validate({"from": first, "until": last}) for first, last in listed]) == spans(*told)


@pytest.mark.parametrize(
    ("advisors", "days"),
    [
        pytest.param(
            [advisor("noor", away=("2026-12-01", "2026-12-31")), advisor("sam", away=("2026-12-28", "2027-01-05"))],
            [("2026-12-28", "2026-12-31")],
            id="where all are away",
        ),
        pytest.param(
            [advisor("noor", away=("2026-12-01", "2026-12-26")), advisor("sam", away=("2026-12-20", "2026-12-30"))],
            [("2026-12-24", "2026-12-26")],
            id="from today on",
        ),
        pytest.param(
            [advisor("noor", away=("2026-12-01", "2026-12-26")), advisor("sam", reachable=False)],
            [("2026-12-24", "2026-12-26")],
            id="where who is there cannot be reached",
        ),
        pytest.param([advisor("noor", away=("2026-12-01", "2026-12-26")), advisor("sam")], [], id="never"),
        pytest.param([advisor("noor", away=("2026-12-01", "2026-12-23"))], [], id="that are past"),
    ],
)
def test_nobody_is_left_on_the_days(advisors: list[Advisor], days: list[tuple[str, str]]) -> None:
    assert days_without(advisors, DAY) == spans(*days)


def test_a_site_lasts_until_the_next_day_on_which_something_changes() -> None:
    certificate = Certificate.model_validate({"register": "LVV", "valid_until": "2027-06-30"})
    one = advisor("noor", away=AWAY).model_copy(update={"certificate": certificate})
    days = boundaries_of([one], DAY)
    assert sorted(days) == [
        date(2026, 1, 1),
        date(2026, 12, 21),
        date(2026, 12, 21),
        date(2026, 12, 28),
        date(2027, 1, 1),
        date(2027, 1, 4),
        date(2027, 7, 1),
    ]
    stretch = lasting(days, DAY)
    assert (stretch.start, stretch.end) == (date(2026, 12, 21), date(2026, 12, 28))
    assert stretch.holds(date(2026, 12, 21)) and stretch.holds(date(2026, 12, 27))
    assert not stretch.holds(date(2026, 12, 20)) and not stretch.holds(date(2026, 12, 28))


def test_a_site_without_dates_lasts_for_ever() -> None:
    stretch = lasting([], DAY)
    assert stretch.holds(date.min) and stretch.holds(date(9999, 12, 30))


LATER = ("2027-02-01", "2027-02-07")


@pytest.mark.parametrize(
    ("advisors", "first", "may_come", "may_be_nobody"),
    [
        pytest.param([advisor("noor")], "noor", ["noor"], False, id="one alone"),
        pytest.param(
            [advisor("noor"), advisor("sam")], "noor", ["noor"], False, id="nobody else while the first is always there"
        ),
        pytest.param(
            [advisor("noor", "kim", LATER), advisor("sam"), advisor("kim")],
            "noor",
            ["noor", "kim"],
            False,
            id="the stand-in of a later day",
        ),
        pytest.param(
            [advisor("noor", "sam", AWAY), advisor("sam")], "sam", ["noor", "sam"], False, id="whoever stands in today"
        ),
        pytest.param(
            [advisor("noor", "sam", AWAY), advisor("sam", away=LATER), advisor("kim")],
            "sam",
            ["noor", "sam"],
            False,
            id="nobody after a stand-in whose holiday is another time",
        ),
        pytest.param(
            [advisor("noor", "sam", AWAY), advisor("sam", away=("2026-12-30", "2027-01-05")), advisor("kim")],
            "sam",
            ["noor", "sam", "kim"],
            False,
            id="who comes after a stand-in with a holiday",
        ),
        pytest.param(
            [advisor("noor", "sam", AWAY), advisor("sam", away=("2026-12-30", "2027-01-05"))],
            "sam",
            ["noor", "sam"],
            True,
            id="nobody on a later day",
        ),
        pytest.param(
            [advisor("noor", "sam", AWAY), advisor("sam", away=LATER)],
            "sam",
            ["noor", "sam"],
            False,
            id="always somebody, where holidays do not meet",
        ),
        pytest.param(
            [advisor("noor", "sam", ("2027-03-01", "2027-03-07")), advisor("sam")],
            "noor",
            ["noor"],
            False,
            id="nobody else for an absence that is too far ahead to know",
        ),
        pytest.param([advisor("noor", away=AWAY)], None, ["noor"], True, id="nobody today"),
    ],
)
def test_first_may_come(advisors: list[Advisor], first: str | None, may_come: list[str], may_be_nobody: bool) -> None:
    turn = turns_of(advisors)
    assert (turn.first and turn.first.id) == first
    assert [one.id for one in turn.may_come] == may_come
    assert turn.may_be_nobody is may_be_nobody


def test_who_is_there_is_told_before_who_is_away() -> None:
    advisors = [advisor("noor", "kim", AWAY), advisor("sam", away=AWAY), advisor("tim"), advisor("kim")]
    turn = turns_of(advisors)
    assert [one.id for one in sorted(advisors, key=turn.rank)] == ["kim", "tim", "noor", "sam"]


def at_hours(name: str) -> Advisor:
    return advisor(name).model_copy(update={"hours": WeekHours.model_validate({"mon": "09:00-17:00"})})


@pytest.mark.parametrize(
    ("day", "first", "after"),
    [
        (DAY, date(2026, 12, 1), date(2027, 1, 1)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2026, 12, 1), date(2027, 1, 1)),
        (date(2027, 2, 28), date(2027, 2, 1), date(2027, 3, 1)),
        (date(2027, 4, 30), date(2027, 4, 1), date(2027, 5, 1)),
    ],
)
def test_with_hours_alone_a_site_is_the_same_for_a_month(day: date, first: date, after: date) -> None:
    years = [date(day.year, 1, 1), date(day.year + 1, 1, 1)]
    assert boundaries_of([at_hours("noor"), advisor("sam")], day) == [*years, first, after]


@pytest.mark.parametrize(("day", "monday"), [(21, 21), (24, 21), (27, 21), (28, 28)])
def test_with_an_absence_a_site_is_the_same_for_a_week(day: int, monday: int) -> None:
    days = boundaries_of([at_hours("noor"), advisor("sam", away=LATER)], date(2026, 12, day))
    assert date(2026, 12, monday) in days and date(2027, 1, 4) - (date(2026, 12, 28) - date(2026, 12, monday)) in days
    assert {date(2027, 2, 1), date(2027, 2, 8)} < {*days}


def test_without_absences_or_hours_only_the_year_changes() -> None:
    assert boundaries_of([advisor("noor")], DAY) == [date(2026, 1, 1), date(2027, 1, 1)]
    assert plan_knowledge([advisor("noor")], 60, DAY).until is None


def test_what_a_site_knows_reaches_so_many_days_past_its_week_or_a_year_past_its_month() -> None:
    assert plan_knowledge([advisor("noor", away=AWAY)], 60, DAY).until == date(2027, 2, 25)
    assert plan_knowledge([advisor("sam"), advisor("noor", away=AWAY)], 0, DAY).until == date(2026, 12, 27)
    assert plan_knowledge([at_hours("noor")], 60, DAY).until == date(2027, 12, 31)


def test_an_absence_is_known_whole_where_it_begins_in_time_and_is_not_over() -> None:
    def known(first: str, last: str, ahead: int = 10) -> list[tuple[date, date]]:
        one = advisor("noor", away=(first, last))
        found = plan_knowledge([one], ahead, DAY).absences(one)
        return [(away.first, away.last) for away in found]

    assert known("2027-01-06", "2027-03-01") == [(date(2027, 1, 6), date(2027, 3, 1))]
    assert known("2027-01-07", "2027-03-01") == []
    assert known("2026-12-01", "2026-12-24") == [(date(2026, 12, 1), DAY)]
    assert known("2026-12-01", "2026-12-23") == []


def test_days_on_which_somebody_leaves_or_comes_back_are_known_from_today() -> None:
    team = [advisor("noor", away=AWAY), advisor("sam", away=("2026-12-24", "2026-12-26"))]
    knowledge = plan_knowledge(team, 60, DAY)
    assert knowledge.turning_days(team) == [DAY, date(2026, 12, 27), date(2027, 1, 4)]
    assert [knowledge.is_away(team[1], date(2026, 12, day)) for day in (23, 24, 26, 27)] == [False, True, True, False]
