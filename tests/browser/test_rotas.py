"""Presence by brute force: rotas made by chance, at every hour of a year, in both languages, against a reckoning of its own."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import REPOSITORY

from voorlichter.brand import plan_palette
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.stage_one import StageOne
from voorlichter.template.assets import render_scripts
from voorlichter.workspace import Workspace

from .almanac import Almanac
from .rotas import HOURS_OF_A_YEAR, WATCH, Rota, make_rota
from .wall_clock import HOLIDAYS, ONE, ZONE, Site, days_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLE = range(68, 72)
"""Four with teams of every size, and days on which nobody is there, known beforehand."""
SEEDS = range(2000) if os.environ.get("EVERY_PAGE") == "true" else SAMPLE
AT_A_TIME = 4
MEDIA = Media(plan_palette("#0f5e5a"))


@pytest.fixture(scope="module")
def templates(examples: Path) -> dict[str, Template]:
    stage_one = StageOne(Workspace.at(examples))
    return {variant.language: stage_one.template(variant) for variant in stage_one.hashes if variant.name != "nl-u"}


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Page:
    """The script alone, with no data of its own."""
    page = chromium.new_page(timezone_id="Europe/Amsterdam")
    page.set_content("<!doctype html><html><body></body></html>")
    script = REPOSITORY / "overrides/components/presence/presence.js"
    page.add_script_tag(content=render_scripts([script.read_text(encoding="utf-8")]))
    return page


def described(rota: Rota, template: Template, language: str) -> dict[str, Any]:
    slots = plan_slots(rota.profile, template.facts, MEDIA, rota.built)
    html = "".join(
        template.fill_file(f"pages/{name}", slots).decode().partition("<body")[2].partition(">")[2]
        for name in ("wie.html", "gedrag.html")
    )
    return {
        "data": json.loads(str(slots.presence)),
        "html": html,
        "language": language,
        "start": next(rota.hours()).timestamp(),
        "hours": HOURS_OF_A_YEAR,
    }


def differences(rota: Rota, described: dict[str, Any], told: list[list[Any]]) -> list[str]:
    almanac = Almanac(Site(rota.profile, rota.built, described["data"]["desks"]), described["language"])
    (_, seen), *changes = told
    found = [
        f"as it was made: {one}"
        for one in (*almanac.of_the_day(seen, rota.built), *(f"now: {text}" for text in seen["now"].values() if text))
    ]
    at, day = dict(changes), None
    for hour, moment in enumerate(rota.hours()):
        seen = at.get(hour, seen)
        if hour in at or moment.date() != day:
            day = moment.date()
            found += [f"{moment:%Y-%m-%d %H:%M %Z} {one}" for one in almanac.of_the_day(seen, day)]
        found += [f"{moment:%Y-%m-%d %H:%M %Z} {one}" for one in almanac.of_the_hour(seen, moment)]
        if len(found) > 5:
            break
    return found


@pytest.mark.browser
@pytest.mark.parametrize("first", SEEDS[::AT_A_TIME])
def test_at_every_hour_of_a_year_sentences_and_buttons_are_those_that_a_plain_reckoning_finds(
    page: Page, templates: dict[str, Template], first: int
) -> None:
    tried = [
        (seed, rota, described(rota, templates[language], language))
        for seed in range(first, first + AT_A_TIME)
        for rota in [make_rota(seed)]
        for language in ("nl", "en")
    ]
    for (seed, rota, one), told in zip(tried, page.evaluate(WATCH, [one for _, _, one in tried]), strict=True):
        found = differences(rota, one, told)
        assert not found, f"rota {seed}, {one['language']}, built {rota.built}: {found}"


def test_the_rotas_hold_whatever_can_meet() -> None:
    """What the others rest on: among a few dozen rotas there is every kind of absence, team and week."""
    rotas = [make_rota(seed) for seed in range(60)]
    assert make_rota(7) == make_rota(7)
    assert {len(rota.profile.advisors) for rota in rotas} == {1, 2, 3, 4}
    pairs = [
        (one, other)
        for rota in rotas
        for advisor in rota.profile.advisors
        for one, other in zip(advisor.absences, advisor.absences[1:], strict=False)
    ]
    gaps = [(other.from_ - one.until).days for one, other in pairs]
    assert (
        {"within" for one, other in pairs if other.until <= one.until}
        and {0, 1, 2} <= set(gaps)
        and min(gaps) < 0
        and max(gaps) > 60
    )
    sites = [
        Site(rota.profile, rota.built, {"all": [advisor.id for advisor in rota.profile.advisors]}) for rota in rotas
    ]
    assert any(
        site.told[name] - {day for day in site.told[name] if site.known and day <= site.known}
        for site in sites
        for name in site.told
    ), "absences that outlast what a site knows"
    assert any(
        set.intersection(*(set(days_of(advisor)) for advisor in rota.profile.advisors))
        for rota in rotas
        if len(rota.profile.advisors) > 1
    ), "days with nobody"
    assert any(
        site.is_known(day) and day in HOLIDAYS
        for site in sites
        for day in (site.built + number * ONE for number in range(200))
    )
    written = [
        str(getattr(advisor.hours, day))
        for rota in rotas
        for advisor in rota.profile.advisors
        if advisor.hours
        for day in ("mon", "sat")
    ]
    assert (
        any("22:00-06:00" in text for text in written) and any(", " in text for text in written) and "None" in written
    )


def test_the_sample_holds_teams_of_every_size_and_days_with_nobody() -> None:
    rotas = [make_rota(seed) for seed in SAMPLE]
    assert {len(rota.profile.advisors) for rota in rotas} == {1, 2, 3, 4}
    assert any(not advisor.hours for rota in rotas for advisor in rota.profile.advisors)
    assert any(
        day <= known
        for rota in rotas
        if (known := Site(rota.profile, rota.built, {"all": [one.id for one in rota.profile.advisors]}).known)
        for day in set.intersection(*(set(days_of(advisor)) for advisor in rota.profile.advisors))
        if len(rota.profile.advisors) > 1
    )


def test_a_year_of_hours_meets_both_changes_of_the_clock() -> None:
    hours = list(make_rota(0).hours())
    walls = [moment.replace(tzinfo=None) for moment in hours]
    steps = {(later - earlier).total_seconds() / 3600 for earlier, later in zip(walls, walls[1:], strict=False)}
    assert steps == {0, 1, 2}
    assert hours[0].astimezone(ZONE).time() == datetime.min.time()
