"""Who is named for what: over many made-up teams, and what the pages of a few say to somebody who must choose."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from zeester import profile

from voorlichter.profile.model import Profile
from voorlichter.site.desks import Desk, Desks, plan_desks, take_over

SUBJECTS = ("conduct", "integrity")


def desks_of(it: Profile) -> Desks:
    return plan_desks(it.organisation, it.advisors)


def team(*advisors: dict[str, Any], places: Sequence[str] = ()) -> Profile:
    """A profile with these advisors, each as its id and what differs from a telephone that is there for everything."""
    written = [
        {"name": f"{one['id'].title()} Voorbeeld", "kind": "external", "phone": f"020 000 00 0{number}"} | one
        for number, one in enumerate(advisors, 1)
    ]
    return profile(
        advisors=written, organisation={"locations": [{"id": place, "name": place.title()} for place in places]}
    )


def some_teams() -> Iterator[Profile]:
    """A thousand, the same every time: one to seven advisors, none to five places, any scope, backups in any chain."""
    chance = random.Random(11)
    names = ("ans", "bo", "cor", "dunya", "ebru", "fons", "gijs")
    for _ in range(1000):
        places = ["noord", "oost", "zuid", "west", "kade"][: chance.randrange(6)]
        ids = names[: chance.randint(1, 7)]
        advisors: list[dict[str, Any]] = []
        for number, name in enumerate(ids):
            one: dict[str, Any] = {
                "id": name,
                "scope": chance.choice([["conduct"], ["integrity"], [*SUBJECTS], [*SUBJECTS]]),
            }
            if chance.random() < 0.5:
                one["locations"] = chance.sample(places, chance.randint(0, len(places)))
            if number + 1 < len(ids) and chance.random() < 0.5:  # somebody later, so that no backups run in a ring
                one["backup"] = chance.choice(ids[number + 1 :])
            advisors.append(one)
        yield team(*advisors, places=places)


def subjects_of(it: Profile, desk: Desk) -> set[str]:
    """What a reader at this desk may come for."""
    return (
        {part for advisor in it.advisors for part in advisor.scope}
        if desk.id.startswith("all")
        else {desk.id.partition(":")[0]}
    )


def places_of(it: Profile, desk: Desk) -> set[str]:
    return {desk.place.id} if desk.place else {place.id for place in it.organisation.locations}


@pytest.fixture(scope="module")
def teams() -> list[tuple[Profile, Desks]]:
    return [(it, desks_of(it)) for it in some_teams()]


def test_behind_a_desk_stands_everybody_who_has_its_subject_and_place_and_nobody_else(
    teams: list[tuple[Profile, Desks]],
) -> None:
    for it, desks in teams:
        for desk in desks.each():
            right = [
                advisor
                for advisor in it.advisors
                if subjects_of(it, desk) & set(advisor.scope)
                and (not advisor.locations or places_of(it, desk) & set(advisor.locations))
            ]
            assert sorted(advisor.id for advisor in desk.advisors) == sorted(advisor.id for advisor in right)


def test_whoever_is_named_alone_is_right_for_everybody_who_reads_it(teams: list[tuple[Profile, Desks]]) -> None:
    """And so is whoever takes over."""
    named = 0
    for it, desks in teams:
        for desk in desks.each():
            for advisor in desk.advisors if desk.lead else ():
                named += 1
                assert subjects_of(it, desk) <= set(advisor.scope)
                assert not advisor.locations or places_of(it, desk) <= set(advisor.locations)
    assert named > 1000


def test_nobody_is_preferred_but_by_the_words_of_the_profile(teams: list[tuple[Profile, Desks]]) -> None:
    """Whoever stands behind a lead is a backup, of the lead or of another backup."""
    for it, desks in teams:
        backup = {advisor.id: advisor.backup for advisor in it.advisors}
        for desk in desks.each():
            if desk.lead is None:
                continue
            chain, following = {desk.lead.id}, backup[desk.lead.id]
            while following:
                chain.add(following)
                following = backup[following]
            assert {advisor.id for advisor in desk.advisors} <= chain


def test_where_places_differ_a_reader_chooses_and_otherwise_need_not(teams: list[tuple[Profile, Desks]]) -> None:
    asked = 0
    for it, desks in teams:
        for desk in (desks.all, desks.conduct, desks.integrity):
            per_place = [
                [
                    advisor.id
                    for advisor in it.advisors
                    if subjects_of(it, desk) & set(advisor.scope)
                    and (not advisor.locations or place.id in advisor.locations)
                ]
                for place in it.organisation.locations
            ]
            differ = any(ids != per_place[0] for ids in per_place)
            asked += differ
            assert bool(desk.places) is differ
            assert not (desk.places and desk.lead)
            if differ:
                assert [one.place for one in desk.places] == it.organisation.locations
    assert asked > 500


def test_desks_with_the_same_people_are_one() -> None:
    desks = desks_of(team({"id": "ans"}, {"id": "bo"}))
    assert desks.conduct is desks.integrity is desks.all
    assert [desk.id for desk in desks.each()] == ["all"]


@pytest.mark.parametrize(
    ("advisors", "places", "lead", "other"),
    [
        ([{"id": "ans"}], (), "ans", None),
        ([{"id": "ans", "backup": "bo"}, {"id": "bo"}], (), "ans", "bo"),
        ([{"id": "bo"}, {"id": "ans", "backup": "bo"}], (), "ans", "bo"),
        ([{"id": "ans"}, {"id": "bo"}], (), None, None),
        ([{"id": "ans", "backup": "bo"}, {"id": "bo", "scope": ["conduct"]}], (), None, None),
        ([{"id": "ans", "backup": "bo"}, {"id": "bo", "locations": ["noord"]}], ("noord", "zuid"), None, None),
        ([{"id": "ans", "backup": "bo"}, {"id": "bo", "locations": ["noord", "zuid"]}], ("noord", "zuid"), "ans", "bo"),
        ([{"id": "ans", "backup": "bo"}, {"id": "bo", "backup": "cor"}, {"id": "cor"}], (), "ans", "bo"),
        ([{"id": "ans"}, {"id": "bo", "phone": None}], (), "ans", None),
    ],
)
def test_one_person_stands_for_everything_or_nobody_does(
    advisors: list[dict[str, Any]], places: Sequence[str], lead: str | None, other: str | None
) -> None:
    desk = desks_of(team(*advisors, places=places)).all
    assert (desk.lead.id if desk.lead else None) == lead
    assert (desk.other.id if desk.other else None) == other


def test_a_backup_of_somebody_who_is_not_right_is_still_second() -> None:
    it = team(
        {"id": "ans", "backup": "bo"},
        {"id": "bo", "scope": ["integrity"], "backup": "cor"},
        {"id": "cor", "scope": ["conduct"]},
    )
    desk = desks_of(it).conduct
    assert [advisor.id for advisor in desk.advisors] == ["ans", "cor"]
    assert desk.lead is it.advisors[0]


def test_backups_take_over_in_their_turn() -> None:
    it = team({"id": "bo", "backup": "cor"}, {"id": "cor"}, {"id": "ans", "backup": "bo"})
    assert [advisor.id for advisor in desks_of(it).all.advisors] == ["ans", "bo", "cor"]


def test_a_subject_of_nobody_has_an_empty_desk() -> None:
    desks = desks_of(team({"id": "ans", "scope": ["integrity"]}))
    assert desks.conduct.advisors == ()
    assert desks.integrity is desks.all


@pytest.mark.parametrize(
    ("advisors", "places", "group"),
    [
        pytest.param([{"id": "ans"}, {"id": "bo"}], [], ["ans", "bo"], id="who does the same"),
        pytest.param([{"id": "ans"}, {"id": "bo", "scope": ["conduct"]}], [], ["ans"], id="nobody who does less"),
        pytest.param([{"id": "ans", "scope": ["conduct"]}, {"id": "bo"}], [], ["ans", "bo"], id="who does more"),
        pytest.param(
            [{"id": "ans", "backup": "bo"}, {"id": "bo", "scope": ["conduct"]}],
            [],
            ["ans", "bo"],
            id="a backup who does less",
        ),
        pytest.param(
            [
                {"id": "ans", "backup": "bo"},
                {"id": "bo", "scope": ["conduct"], "backup": "cor"},
                {"id": "cor", "scope": ["integrity"]},
            ],
            [],
            ["ans", "bo", "cor"],
            id="a backup's backup",
        ),
        pytest.param(
            [{"id": "ans", "locations": ["noord"]}, {"id": "bo", "locations": ["noord", "zuid"]}, {"id": "cor"}],
            ["noord", "zuid"],
            ["ans", "bo", "cor"],
            id="who is at the same place, and at all",
        ),
        pytest.param(
            [{"id": "ans"}, {"id": "bo", "locations": ["noord"]}, {"id": "cor", "locations": ["noord", "zuid"]}],
            ["noord", "zuid"],
            ["ans", "cor"],
            id="nobody who is at fewer places",
        ),
    ],
)
def test_who_can_stand_in_is_there_for_all_of_the_same_or_named(
    advisors: list[dict[str, Any]], places: Sequence[str], group: list[str]
) -> None:
    it = team(*advisors, places=places)
    assert [one.id for one in take_over(it.advisors[0], it.organisation, it.advisors)] == group
