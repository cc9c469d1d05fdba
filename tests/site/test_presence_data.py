"""What a page gives its script: enough to judge the moment, no more than it says in words, and never a way out of its block."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browser.rotas import make_rota
from support import TODAY, files_of
from zeester import profile

from voorlichter.brand import plan_palette
from voorlichter.site.context import lasting_for, plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.fill import render_told
from voorlichter.site.media import Media
from voorlichter.slots.types import render_json

DAY = date.fromisoformat(TODAY)

ABSENCES = {"absences": [{"from": "2026-12-21", "until": "2027-01-03"}, {"from": "2027-05-01", "until": "2027-05-09"}]}
HOURS = {"hours": {"mon": "09:00-12:30, 13:30-17:00", "fri": "09:00-17:00"}}


def written(facts: dict[str, Facts], day: date = DAY, **changes: Any) -> str:
    presence = plan_slots(profile(**changes), facts["nl-je"], Media(plan_palette("#0f5e5a")), day).presence
    assert presence is not None
    return str(presence)


def read(facts: dict[str, Facts], **changes: Any) -> Any:
    return json.loads(written(facts, **changes))


def test_it_holds_usual_hours_and_who_stands_in(facts: dict[str, Facts]) -> None:
    data = read(facts, noor=HOURS)
    assert data["zone"] == "Europe/Amsterdam"
    assert data["desks"] == {"all": ["noor", "sam"]}
    assert data["advisors"]["noor"]["hours"] == HOURS["hours"]
    assert "hours" not in data["advisors"]["sam"]


WINTER, SPRING = ["2026-12-21", "2027-01-03"], ["2027-05-01", "2027-05-09"]


@pytest.mark.parametrize(
    ("day", "away"),
    [
        ("2026-11-02", [WINTER]),
        ("2026-12-24", [WINTER]),
        ("2027-01-04", None),
        ("2027-03-02", [SPRING]),
        ("2027-06-01", None),
    ],
)
def test_it_holds_the_absences_of_two_months_and_never_the_calendar(
    facts: dict[str, Facts], day: str, away: list[list[str]] | None
) -> None:
    assert read(facts, day=date.fromisoformat(day), noor=ABSENCES)["advisors"]["noor"].get("away") == away


def test_a_profile_chooses_how_far_ahead_it_looks(facts: dict[str, Facts]) -> None:
    data = read(facts, noor=ABSENCES, publication={"absences_ahead": 365})
    assert data["advisors"]["noor"]["away"] == [WINTER, SPRING]
    assert data["known"] == "2027-11-08"


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({"noor": ABSENCES}, {"2026-11-02": "2027-01-07", "2026-11-08": "2027-01-07", "2026-11-09": "2027-01-14"}),
        ({"noor": HOURS}, {"2026-11-02": "2027-11-30", "2026-11-30": "2027-11-30", "2026-12-01": "2027-12-31"}),
        ({}, {"2026-11-02": ""}),
    ],
)
def test_it_holds_the_day_its_knowledge_ends(
    facts: dict[str, Facts], changes: dict[str, Any], known: dict[str, str]
) -> None:
    """Two months after the week in which it was made; a year after the month, where nobody lists an absence."""
    assert {day: read(facts, day=date.fromisoformat(day), **changes)["known"] for day in known} == known


@pytest.mark.parametrize(
    ("day", "years"),
    [
        ("2026-01-01", ["2026", "2027"]),
        ("2026-12-31", ["2026", "2027"]),
        ("2027-01-01", ["2027", "2028"]),
        ("2090-01-01", []),
    ],
)
def test_it_holds_the_holidays_of_every_year_that_it_knows_of(
    facts: dict[str, Facts], day: str, years: list[str]
) -> None:
    assert list(read(facts, day=date.fromisoformat(day), noor=HOURS)["holidays"]) == years
    assert not read(facts, day=date.fromisoformat(day))["holidays"]


def test_the_day_of_the_build_enters_by_its_week_or_its_month_only(facts: dict[str, Facts]) -> None:
    assert written(facts, day=date(2026, 11, 2), noor=ABSENCES) == written(facts, day=date(2026, 11, 8), noor=ABSENCES)
    assert written(facts, day=date(2026, 11, 1), noor=HOURS) == written(facts, day=date(2026, 11, 30), noor=HOURS)


def test_it_names_nobody_and_no_number(facts: dict[str, Facts]) -> None:
    text = written(facts, noor=HOURS | ABSENCES)
    for private in ("Voorbeeld", "Elders", "020 000 00 01", "tel:", "@"):
        assert private not in text


def test_it_stays_small(facts: dict[str, Facts]) -> None:
    everything = {
        "hours": dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-12:30, 13:30-17:00"),
        "languages": ["nl", "en", "pl", "tr"],
    } | ABSENCES
    assert len(written(facts, noor=everything, sam=everything).encode()) < 1500


def test_where_nothing_can_change_there_is_none(facts: dict[str, Facts]) -> None:
    slots = plan_slots(profile(sam=None, noor={"backup": None}), facts["nl-je"], Media(plan_palette("#0f5e5a")), DAY)
    assert slots.presence is None


def test_the_scripts_are_told_in_a_line_before_them_that_leaves_them_strict(facts: dict[str, Facts]) -> None:
    told = {
        code: plan_slots(profile(noor=HOURS), facts[variant], Media(plan_palette("#0f5e5a")), DAY).presence
        for code, variant in (("nl", "nl-je"), ("en", "en"))
    }
    line = render_told(told).decode()
    said = re.fullmatch(r'"use strict";window\.voorlichter=window\.voorlichter\|\|\{\};voorlichter\.told=(.*);\n', line)
    assert said
    assert json.loads(said[1]) == {code: json.loads(str(one)) for code, one in told.items()}
    assert render_told({"nl": None}) == b""


def test_a_site_says_it_once_for_all_its_pages(examples: Path) -> None:
    site = examples / "site" / "vuurtoren"
    scripts = [name for name, data in files_of(site).items() if b'"holidays"' in data]
    assert scripts == ["assets/core.js", "assets/site.js"]


@pytest.mark.parametrize("seed", range(12))
def test_a_site_changes_by_itself_on_no_day_but_those_it_lasts_to(facts: dict[str, Facts], seed: int) -> None:
    """What was built on the first day of a stretch would be built again on each of the others: so it may be skipped."""
    rota, media = make_rota(seed), Media(plan_palette("#0f5e5a"))
    day = rota.built
    made, stretch = plan_slots(rota.profile, facts["nl-je"], media, day), lasting_for(rota.profile, facts["nl-je"], day)
    for _ in range(120):
        day += timedelta(days=1)
        if not stretch.holds(day):
            made, stretch = (
                plan_slots(rota.profile, facts["nl-je"], media, day),
                lasting_for(rota.profile, facts["nl-je"], day),
            )
            assert stretch.start == day
        assert plan_slots(rota.profile, facts["nl-je"], media, day) == made, day


class Block(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize(
    "name",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "a & b",
        "a\u2028b\u2029c",
        '"\\"',
        "[[ org.name ]] [% if x %]",
    ],
)
def test_no_name_ends_the_block(facts: dict[str, Facts], name: str) -> None:
    organisation = {"locations": [{"id": "kade", "name": name}, {"id": "werf", "name": "Werf"}]}
    text = plan_slots(
        profile(organisation=organisation, noor={"locations": ["kade"]}),
        facts["nl-je"],
        Media(plan_palette("#0f5e5a")),
        DAY,
    ).choices
    assert text is not None
    assert not set(text) & set("<>&\u2028\u2029")
    block = Block(f'<script type="application/json" data-choices>{text}</script><p>')
    assert block.tags == ["script", "p"]
    assert json.loads("".join(block.texts))["advisors"]["noor"][1] == [name]
    assert json.loads(render_json(name)) == name
