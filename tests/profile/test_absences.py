"""When somebody is away is judged day by day; absences that touch are one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support import BASE, TODAY

from voorlichter.profile.absences import (
    Days,
    can_be_reached,
    days_away,
    days_without,
    is_away,
    merge,
    stretches,
    takes_over,
)
from voorlichter.profile.model import Absence, Advisor, Profile
from voorlichter.yaml_source import read_yaml

NOOR, SAM = Profile.model_validate(read_yaml(BASE / "profiles/zeester/profile.yml").data).advisors
MONDAY = date.fromisoformat(TODAY)


def day(number: int) -> date:
    return MONDAY + timedelta(number)


def days(first: int, last: int) -> Days:
    return Days(day(first), day(last))


def away(advisor: Advisor, *spans: tuple[int, int]) -> Advisor:
    absences = [Absence.model_validate({"from": str(day(one)), "until": str(day(two))}) for one, two in spans]
    return advisor.model_copy(update={"absences": absences})


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([(0, 2), (3, 4)], [(0, 4)]),
        ([(0, 2), (4, 5)], [(0, 2), (4, 5)]),
        ([(3, 4), (0, 2)], [(0, 4)]),
        ([(0, 9), (2, 3)], [(0, 9)]),
        ([(0, 2), (1, 5), (6, 6)], [(0, 6)]),
        ([(0, 0)], [(0, 0)]),
        ([], []),
    ],
)
def test_absences_that_touch_are_one(spans: list[tuple[int, int]], merged: list[tuple[int, int]]) -> None:
    assert merge(days(*span) for span in spans) == [days(*span) for span in merged]


def test_an_absence_holds_its_first_and_its_last_day() -> None:
    noor = away(NOOR, (1, 3))
    assert [is_away(noor, day(number)) for number in range(5)] == [False, True, True, True, False]
    assert [days(1, 3).holds(day(number)) for number in range(5)] == [False, True, True, True, False]


def test_an_absence_that_ends_before_it_begins_is_none_and_one_of_a_day_is_one() -> None:
    assert days_away(away(NOOR, (3, 2), (5, 5)).absences) == [days(5, 5)]


def test_an_absence_may_last_until_the_end_of_time() -> None:
    (never_back,) = days_away([Absence.model_validate({"from": TODAY, "until": "9999-12-31"})])
    assert never_back.last + timedelta(1) == date.max


def test_days_are_cut_where_somebody_leaves_or_comes_back() -> None:
    noor, sam = away(NOOR, (2, 3)), away(SAM, (3, 5), (0, 0))
    cut = list(stretches(days(0, 6), [noor, sam]))
    assert cut == [days(0, 0), days(1, 1), days(2, 2), days(3, 3), days(4, 5), days(6, 6)]
    assert list(stretches(days(4, 5), [noor, sam])) == [days(4, 5)]
    assert list(stretches(days(0, 1), [])) == [days(0, 1)]


def test_nobody_is_there_where_all_who_can_be_reached_are_away() -> None:
    noor, sam = away(NOOR, (-3, 4)), away(SAM, (2, 9))
    assert days_without([noor, sam], MONDAY) == [days(2, 4)]
    assert days_without([noor], MONDAY) == [days(0, 4)]
    assert days_without([noor], day(4)) == [days(4, 4)]
    assert days_without([noor], day(5)) == []
    assert days_without([NOOR, sam], MONDAY) == []
    silent = NOOR.model_copy(update={"phone": None, "email": None, "whatsapp": None, "signal": None})
    assert days_without([silent, sam], MONDAY) == [days(2, 9)]


@pytest.mark.parametrize("way", ["phone", "email", "whatsapp", "signal"])
def test_one_way_is_enough_to_be_reached(way: str) -> None:
    none = dict.fromkeys(("phone", "email", "whatsapp", "signal"))
    assert not can_be_reached(NOOR.model_copy(update=none))
    assert can_be_reached(NOOR.model_copy(update={**none, way: NOOR.phone}))


@pytest.mark.parametrize(
    ("scope", "locations", "takes"),
    [
        (["conduct"], [], True),
        (["conduct", "integrity"], [], True),
        (["integrity"], [], False),
        (["conduct"], ["noord"], True),
        (["conduct"], ["noord", "zuid"], True),
        (["conduct"], ["zuid"], False),
    ],
)
def test_somebody_takes_over_who_does_the_same_work_in_the_same_places(
    scope: list[str], locations: list[str], takes: bool
) -> None:
    noor = NOOR.model_copy(update={"scope": ["conduct"], "locations": ["noord"]})
    other = SAM.model_copy(update={"scope": scope, "locations": locations})
    assert takes_over(other, noor) is takes


def test_nobody_of_one_place_takes_over_from_somebody_of_all_places() -> None:
    noor = NOOR.model_copy(update={"scope": ["conduct"], "locations": []})
    assert not takes_over(SAM.model_copy(update={"scope": ["conduct"], "locations": ["noord"]}), noor)
