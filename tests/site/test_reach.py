"""The words for reaching somebody, by the ways there are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support import TODAY
from zeester import profile

from voorlichter.brand import plan_palette
from voorlichter.site.context import plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.media import Media
from voorlichter.slots.model import ReachSlots, Slots

NUMBER = "020 000 00 01"
MOBILE = "06 10 00 00 01"
NONE = {"phone": None, "email": None, "whatsapp": None, "signal": None}
PHONE = {**NONE, "phone": NUMBER}
WHATSAPP = {**NONE, "whatsapp": MOBILE}
SIGNAL = {**NONE, "signal": MOBILE}
MAIL = {**NONE, "email": "noor@zeester.example"}
ALL = {"phone": NUMBER, "email": "noor@zeester.example", "whatsapp": MOBILE, "signal": MOBILE}


def plan(
    facts: dict[str, Facts], noor: dict[str, Any], sam: dict[str, Any] | None = None, variant: str = "nl-je"
) -> Slots:
    one = profile(noor=noor, sam=sam) if sam else profile(noor={**noor, "backup": None}, sam=None)
    return plan_slots(one, facts[variant], Media(plan_palette("#0f5e5a")), date.fromisoformat(TODAY))


def flags(reach: ReachSlots) -> tuple[bool, bool, bool, bool]:
    return reach.phone, reach.app, reach.mail, reach.write


@pytest.mark.parametrize(
    ("ways", "verb", "to_verb", "english"),
    [
        (ALL, "Bel", "te bellen", "Call"),
        (PHONE, "Bel", "te bellen", "Call"),
        (WHATSAPP, "App", "te appen", "Message"),
        (SIGNAL, "App", "te appen", "Message"),
        (MAIL, "Mail", "te mailen", "Email"),
    ],
)
def test_the_words_for_one_person_follow_the_first_way_there_is(
    facts: dict[str, Facts], ways: dict[str, Any], verb: str, to_verb: str, english: str
) -> None:
    slots = plan(facts, ways)
    assert (slots.reach.verb, slots.reach.verb_small, slots.reach.to_verb) == (verb, verb.lower(), to_verb)
    assert slots.advisors[0].reach == slots.reach
    assert plan(facts, ways, variant="en").reach.verb == english


@pytest.mark.parametrize(
    ("noor", "sam", "verb"),
    [
        (PHONE, MAIL, "Neem contact op met"),
        (PHONE, SIGNAL, "Neem contact op met"),
        (ALL, MAIL, "Mail"),
        (WHATSAPP, SIGNAL, "App"),
        (ALL, ALL, "Bel"),
    ],
)
def test_the_words_for_the_team_name_a_way_only_where_everybody_has_it(
    facts: dict[str, Facts], noor: dict[str, Any], sam: dict[str, Any], verb: str
) -> None:
    slots = plan(facts, noor, sam)
    assert slots.reach.verb == verb
    assert slots.advisors[0].backup and slots.advisors[0].backup.reach == slots.advisors[1].reach


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (PHONE, (True, False, False, False)),
        ({**PHONE, "phone": MOBILE}, (True, False, False, True)),
        (SIGNAL, (False, True, False, True)),
        (MAIL, (False, False, True, True)),
    ],
)
def test_a_flag_says_that_somebody_has_a_way(
    facts: dict[str, Facts], ways: dict[str, Any], expected: tuple[bool, ...]
) -> None:
    assert flags(plan(facts, ways).reach) == expected
    assert flags(plan(facts, ways, MAIL).reach) == (*expected[:2], True, True)


def test_whoever_stands_in_is_reached_by_an_app_too(facts: dict[str, Facts]) -> None:
    slots = plan(facts, PHONE, SIGNAL)
    assert [advisor.id for advisor in slots.desk.all.in_turn] == ["noor"]
    away = plan(facts, {**PHONE, "absences": [{"from": TODAY, "until": "2026-11-09"}]}, SIGNAL)
    assert [advisor.id for advisor in away.desk.all.in_turn] == ["noor", "sam"]
    assert away.desk.all.other and away.desk.all.other.signal
