"""The advisor card at the moment of reading: on any day, in any zone, on a site built long before."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from support import lay, run

from voorlichter.profile.model import Profile

from .wall_clock import ZONE, Site
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser

NOOR = {
    "id": "noor",
    "name": "Noor Voorbeeld",
    "kind": "external",
    "phone": "020 000 00 01",
    "email": "noor@zeester.example",
    "languages": ["nl", "pl"],
    "reply_within": 2,
    "backup": "sam",
    "hours": {
        "mon": "09:00-12:00, 13:00-17:00",
        "tue": "09:00-17:00",
        "thu": "09:00-20:00",
        "fri": "09:00-12:30",
        "sun": "23:00-23:59",
    },
    "absences": [{"from": "2026-12-21", "until": "2027-01-03"}],
}
SAM = {
    "id": "sam",
    "name": "Sam Elders",
    "kind": "external",
    "phone": "030 000 00 02",
    "languages": ["nl", "tr"],
    "reply_within": 3,
    "hours": {"mon": "10:00-16:00", "wed": "00:00-02:30, 03:00-23:59"},
    "absences": [{"from": "2026-12-24", "until": "2026-12-26"}],
}
KIM = {"id": "kim", "name": "Kim de Wit", "kind": "internal", "email": "kim@zeester.example"}
PLACES = [{"id": "kade", "name": "De Kade"}, {"id": "werf", "name": "</script><script>document.title = 'out'</script>"}]
TEAMS: dict[str, list[dict[str, Any]]] = {
    "three": [NOOR, {**SAM, "backup": "kim"}, KIM],
    "places": [{**NOOR, "locations": ["kade"]}, {**SAM, "locations": ["kade", "werf"]}, {**KIM, "locations": ["werf"]}],
    "two": [NOOR, SAM],
    "one": [{key: value for key, value in NOOR.items() if key != "backup"}],
}
BUILT = ("2026-11-23", "2026-12-23", "2026-12-25", "2027-01-04")
FAR_AWAY = ("Pacific/Kiritimati", "America/Adak")
ALIKE = ("Europe/Amsterdam", "Africa/Lagos")
"""Zones in which a clock tells the same in winter."""
AHEAD = 180
"""Days that these sites know: up to 28 May where they were built in the last week of November."""
PHONE = {"width": 360, "height": 640}


def profile(team: str) -> dict[str, Any]:
    organisation = {
        "name": "Stichting De Zeester",
        "sector": "care",
        "workforce": 40,
        "languages": ["nl", "en"],
        "locations": PLACES,
    }
    return {
        "organisation": organisation,
        "brand": {"color": "#0B5FA5"},
        "advisors": TEAMS[team],
        "publication": {"absences_ahead": AHEAD},
    }


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """Every team as built on each of the days, at `day/team`."""
    root = tmp_path_factory.mktemp("presence")
    lay(root, {f"profiles/{team}/profile.yml": json.dumps(profile(team)) for team in TEAMS})
    for day in BUILT:
        answer = run("build", "-C", root, "-o", root / day, "--date", day, "--lang", "en")
        assert answer.code == 0, answer.err
    return root


Open = Callable[..., Any]


@pytest.fixture
def reading(chromium: Browser, sites: Path) -> Open:
    """A page as somebody somewhere reads it at a moment, told in Dutch time."""

    @contextmanager
    def reading(
        team: str, built: str, moment: str | None, page: str = "index.html", zone: str = str(ZONE), **options: Any
    ) -> Iterator[Watched]:
        base, now = (sites / built / team).as_uri() + "/", at(moment) if moment else None
        with watched(chromium, base, now, timezone_id=zone, viewport=PHONE, **options) as it:
            it.open(page)
            yield it

    return reading


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


def shown(it: Watched, selector: str) -> str:
    """What there is to see of it."""
    return " ".join(" ".join(text.split()) for text in it.page.locator(selector).filter(visible=True).all_inner_texts())


def cards(it: Watched) -> list[str]:
    return [str(card.get_attribute("data-advisor")) for card in visible(it, ".advisor-card")]


def visible(it: Watched, selector: str) -> list[Locator]:
    return it.page.locator(selector).filter(visible=True).all()


# Usual hours

HOURS = [
    ("2026-11-23T09:00", "Nu meestal bereikbaar, tot 12:00."),
    ("2026-11-23T12:00", "Nu meestal niet bereikbaar. Weer vandaag vanaf 13:00."),
    ("2026-12-20T23:59", "Nu meestal niet bereikbaar. Weer maandag 4 januari vanaf 9:00."),
    ("2027-03-29T10:00", "Het is een feestdag: meestal niet bereikbaar. Weer morgen vanaf 9:00."),
    ("2027-05-31T10:00", ""),
]
"""One of each kind; every turn of hours, days and clocks is tried in Node."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("moment", "says"), HOURS)
def test_the_card_tells_how_it_is_now(reading: Open, moment: str, says: str) -> None:
    with reading("one", "2026-11-23", moment) as it:
        assert shown(it, ".hero [data-now]") == says
        assert "Antwoord binnen 2 werkdagen" in shown(it, ".hero .advisor-card")
        assert it.seen() == []


@pytest.mark.parametrize("zone", [*ALIKE, *FAR_AWAY])
def test_the_clock_is_the_organisations_and_not_the_readers(reading: Open, zone: str) -> None:
    whose = "" if zone in ALIKE else " Dat is Nederlandse tijd."
    with reading("one", "2026-11-23", "2026-11-23T16:59", zone=zone) as it:
        assert shown(it, ".hero [data-now]") == f"Nu meestal bereikbaar, tot 17:00.{whose}"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("zone", FAR_AWAY)
@pytest.mark.parametrize(
    ("moment", "page", "says"),
    [
        (
            "2026-11-23T17:00",
            "index.html",
            "Nu meestal niet bereikbaar. Weer dinsdag vanaf 9:00. Dat is Nederlandse tijd.",
        ),
        (
            "2027-03-29T10:00",
            "index.html",
            "Het is een feestdag: meestal niet bereikbaar. Weer dinsdag vanaf 9:00. Dat is Nederlandse tijd.",
        ),
        (
            "2026-11-23T12:00",
            "en/index.html",
            "Usually not available now. Back on Monday from 13:00. That is Dutch time.",
        ),
    ],
)
def test_to_a_reader_elsewhere_it_names_the_day_and_whose_time_it_is(
    reading: Open, zone: str, moment: str, page: str, says: str
) -> None:
    with reading("one", "2026-11-23", moment, page=page, zone=zone) as it:
        assert shown(it, ".hero [data-now]") == says
        assert it.seen() == []


def test_it_is_told_in_the_language_of_the_page(reading: Open) -> None:
    with reading("one", "2026-11-23", "2026-12-20T23:59", page="en/index.html") as it:
        assert shown(it, ".hero [data-now]") == "Usually not available now. Back on Monday 4 January from 9:00."


def test_about_somebody_without_hours_nothing_is_said_of_now(reading: Open) -> None:
    with reading("three", "2026-11-23", "2026-11-23T10:00") as it:
        card = it.page.locator(".advisor-card[data-advisor=kim]")
        assert card.locator("[data-now]").count() == 0
        assert "bereikbaar" not in card.inner_text()


# Who comes first

FIRST = [
    # team, built, read at, first, order
    ("three", "2026-11-23", "2026-12-20T23:59", "noor", ["noor", "sam", "kim"]),
    ("three", "2026-11-23", "2026-12-21T00:00", "sam", ["sam", "kim", "noor"]),
    ("three", "2026-11-23", "2026-12-24T00:00", "kim", ["kim", "noor", "sam"]),
    ("three", "2026-11-23", "2026-12-27T00:00", "sam", ["sam", "kim", "noor"]),
    ("three", "2026-11-23", "2027-01-03T23:59", "sam", ["sam", "kim", "noor"]),
    ("three", "2026-11-23", "2027-01-04T00:00", "noor", ["noor", "sam", "kim"]),
    ("three", "2026-12-25", "2026-12-25T12:00", "kim", ["kim", "noor", "sam"]),
    ("three", "2026-12-25", "2026-12-28T12:00", "sam", ["sam", "kim", "noor"]),
    ("three", "2026-12-25", "2027-06-01T12:00", "noor", ["noor", "sam", "kim"]),
    ("two", "2026-12-25", "2026-12-25T12:00", "", ["noor", "sam"]),
    ("two", "2026-11-23", "2026-12-25T12:00", "", ["noor", "sam"]),
    ("two", "2026-12-25", "2026-12-27T00:00", "sam", ["sam", "noor"]),
    ("two", "2026-12-25", "2027-01-04T00:00", "noor", ["noor", "sam"]),
    ("one", "2026-12-25", "2026-12-25T12:00", "", ["noor"]),
    ("one", "2026-12-25", "2027-01-04T00:00", "noor", ["noor"]),
]
TITLES = {"noor": "Praat met Noor.", "sam": "Praat met Sam.", "kim": "Praat met Kim.", "": "Er is hulp."}
ADDRESSES = {
    "noor": "tel:+31200000001",
    "sam": "tel:+31300000002",
    "kim": "mailto:kim@zeester.example",
    "": "hulp.html",
}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("team", "built", "moment", "first", "order"), FIRST)
def test_whoever_is_there_comes_first_everywhere(
    reading: Open, team: str, built: str, moment: str, first: str, order: list[str]
) -> None:
    with reading(team, built, moment) as it:
        assert shown(it, ".hero__answer") == TITLES[first]
        assert cards(it) == order
        assert visible(it, ".hero__shelter .md-button")[0].get_attribute("href") == ADDRESSES[first]
        assert bool(visible(it, ".nobody")) is (first == "")
        it.open("wie.html")
        assert cards(it) == order
        it.open("gedrag.html")
        for place in (".contact", ".contact-bar"):
            assert (
                it.page.locator(f"{place} .md-button")
                .filter(has=it.page.locator("xpath=self::*[not(ancestor::*[@hidden])]"))
                .first.get_attribute("href")
                == ADDRESSES[first]
            )
        assert it.seen() == []


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (
            "2026-12-20T12:00",
            "Noor is afwezig van 21 december 2026 tot en met 3 januari 2027. "
            "Vervanger van 21 tot en met 23 december 2026 en van 27 december 2026 tot en met 3 januari 2027: Sam Elders, 030 000 00 02. "
            "Vervanger van 24 tot en met 26 december 2026: Kim de Wit, kim@zeester.example.",
        ),
        ("2026-12-21T00:00", "Noor is afwezig tot en met 3 januari 2027."),
        ("2027-01-04T00:00", ""),
    ],
)
def test_an_absence_is_told_before_it_while_it_lasts_and_not_after(reading: Open, moment: str, told: str) -> None:
    with reading("three", "2026-11-23", moment) as it:
        card = ".hero .advisor-card[data-advisor=noor] "
        for folded in visible(it, f"{card}summary"):
            folded.click()
        assert shown(it, f"{card}[data-away], {card}[data-away-soon]") == told
        assert bool(visible(it, ".hero [data-stands-in]")) is (moment == "2026-12-21T00:00")


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        ("2026-11-23T10:00", "Nu meestal bereikbaar, tot 12:00."),
        ("2026-11-24T20:00", "Nu meestal niet bereikbaar. Weer donderdag vanaf 9:00."),
        ("2026-12-21T12:00", "Noor is afwezig tot en met 3 januari 2027."),
    ],
)
@pytest.mark.parametrize("page", ["index.html", "wie.html"])
def test_what_holds_now_is_the_one_bold_line_of_what_a_card_tells(
    reading: Open, moment: str, page: str, holds: str
) -> None:
    with reading("three", "2026-11-23", moment, page=page) as it:
        assert shown_bold(it, ".advisor-card[data-advisor=noor]") == [holds]


def shown_bold(it: Watched, card: str) -> list[str]:
    """Beside the name and the buttons."""
    bold: list[str] = it.page.locator(card).evaluate(
        r"""card => [...card.querySelectorAll("p, li, li *")].filter((one) => one.checkVisibility() && getComputedStyle(one).fontWeight > 600)
        .map((one) => one.innerText.replace(/\s+/g, " ").trim())"""
    )
    return bold


def test_an_absence_to_come_is_in_sight_by_its_days_and_who_stands_in_then_unfolds(reading: Open) -> None:
    with reading("three", "2026-11-23", "2026-11-23T10:00") as it:
        card = ".hero .advisor-card[data-advisor=noor] "
        days = "Noor is afwezig van 21 december 2026 tot en met 3 januari 2027."
        assert shown(it, f"{card}[data-away-soon]") == days
        it.page.locator(f"{card}summary").filter(visible=True).press("Enter")
        assert shown(it, f"{card}[data-away-soon]").startswith(f"{days} Vervanger van 21 tot en met 23 december 2026")
        assert it.seen() == []


def test_where_nobody_is_left_there_is_help_outside(reading: Open) -> None:
    with reading("two", "2026-11-23", "2026-12-25T12:00") as it:
        assert "Iedereen is nu afwezig." in shown(it, ".hero .nobody")
        assert it.page.locator(".hero .nobody a").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
            "tel:112",
            "hulp.html",
        ]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("page", ["bericht.html", "wegwijzer.html", "hulp.html", "404.html", "kort.html"])
def test_every_kind_of_page_follows(reading: Open, page: str) -> None:
    with reading("three", "2026-12-23", "2027-01-04T10:00", page=page) as it:
        assert [one.get_attribute("data-turn") for one in visible(it, "[data-turn]")] == ["noor"] * len(
            visible(it, "[data-turn]")
        )
        assert it.page.locator("[data-turn=noor]").count() > 0
        assert it.seen() == []


# Time goes by


def test_an_open_page_follows_the_clock(reading: Open, chromium: Browser, sites: Path) -> None:
    with watched(chromium, (sites / "2026-11-23" / "three").as_uri() + "/", timezone_id=str(ZONE)) as it:
        it.page.clock.install(time=at("2026-11-23T16:58:30"))
        it.open("index.html")
        assert shown(it, ".hero [data-now=noor]") == "Nu meestal bereikbaar, tot 17:00."
        it.page.clock.run_for(90_000)
        assert shown(it, ".hero [data-now=noor]") == "Nu meestal niet bereikbaar. Weer morgen vanaf 9:00."


@pytest.mark.parametrize(
    "event",
    [
        "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        "document.dispatchEvent(new Event('visibilitychange'))",
    ],
)
def test_a_page_that_comes_back_is_judged_again(reading: Open, event: str) -> None:
    with reading("three", "2026-11-23", "2026-12-20T12:00") as it:
        call = it.page.locator(".advisor-card[data-advisor=noor] .advisor-card__call")
        call.focus()
        it.page.clock.set_fixed_time(at("2026-12-21T12:00"))
        it.page.evaluate(event)
        assert cards(it) == ["sam", "kim", "noor"]
        assert call.evaluate("link => link === document.activeElement")


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("moment", "offered"),
    [
        ("2026-12-20T23:59", ["Noor", "Sam", "Kim"]),
        ("2026-12-21T00:01", ["Sam", "Kim"]),
        ("2026-12-25T12:00", ["Kim"]),
        ("2027-01-03T23:59", ["Sam", "Kim"]),
        ("2027-01-04T00:01", ["Noor", "Sam", "Kim"]),
    ],
)
def test_the_search_offers_whoever_is_there(reading: Open, moment: str, offered: list[str]) -> None:
    with reading("three", "2026-11-23", moment) as it:
        it.page.click("[data-search] button")
        it.page.fill("[data-search] input", "praten")
        ways = it.page.locator(".search__ways .md-button").filter(visible=True)
        ways.first.wait_for()
        assert [name for way in ways.all_inner_texts() for name in ("Noor", "Sam", "Kim") if name in way] == offered


# Without a script


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("built", "order"),
    [
        ("2026-11-23", ["noor", "sam", "kim"]),
        ("2026-12-23", ["sam", "kim", "noor"]),
        ("2026-12-25", ["kim", "noor", "sam"]),
        ("2027-01-04", ["noor", "sam", "kim"]),
    ],
)
def test_without_a_script_everybody_and_every_fact_is_there(reading: Open, built: str, order: list[str]) -> None:
    with reading("three", built, None, java_script_enabled=False) as it:
        assert cards(it) == order
        text = shown(it, ".hero")
        assert TITLES[order[0]] in text
        for fact in (
            "ma 9 tot 12 en 13 tot 17",
            "Antwoord binnen 2 werkdagen",
            "Nederlands en Pools",
            "Nederlands en Turks",
        ):
            assert fact in text.replace("\xa0", " "), fact
        assert ("3 januari 2027" in text) is (built < "2027")
        assert [one.get_attribute("href") for one in visible(it, ".advisor-card .md-button")].count(
            ADDRESSES["sam"]
        ) == 1
        it.open("gedrag.html")
        contacts = [one.get_attribute("href") for one in visible(it, ".contact a")]
        assert contacts[0] == ADDRESSES[order[0]]
        assert ADDRESSES["noor"] in contacts
        assert (ADDRESSES["sam"] in contacts) is (built < "2027")


def test_without_a_script_a_team_that_is_away_points_outside(reading: Open) -> None:
    with reading("two", "2026-12-25", None, java_script_enabled=False) as it:
        assert visible(it, ".hero__shelter .md-button")[0].get_attribute("href") == "hulp.html"
        assert ADDRESSES["noor"] in [one.get_attribute("href") for one in visible(it, ".hero a")]


# Choosing


def test_somebody_of_a_language_place_or_kind_is_chosen_in_one_tap_and_called_in_the_next(reading: Open) -> None:
    with reading("places", "2026-11-23", "2026-11-23T10:00", page="wie.html") as it:
        choice = it.page.get_by_role("group", name="Kies wie bij je past").get_by_role("button")
        names = choice.all_inner_texts()
        assert names == ["Pools", "Turks", "De Kade", PLACES[1]["name"], "Werkt hier niet", "Werkt hier ook"]
        expected = [["noor"], ["sam"], ["noor", "sam"], ["sam", "kim"], ["noor", "sam"], ["kim"]]
        for name, ids in zip(names, expected, strict=True):
            it.page.get_by_role("button", name=name, exact=True).click()
            assert cards(it) == ids
            assert shown(it, "[data-choose] [role=status]") == f"{len(ids)} van de 3 vertrouwenspersonen"
            assert (
                choice.evaluate_all("all => all.filter(one => one.getAttribute('aria-pressed') === 'true').length") == 1
            )
        it.page.get_by_role("button", name=names[-1], exact=True).click()
        assert cards(it) == ["noor", "sam", "kim"]
        assert it.page.url.endswith("/wie.html")
        assert it.seen() == []


def test_a_choice_is_forgotten_when_the_page_comes_back(reading: Open) -> None:
    with reading("places", "2026-11-23", "2026-11-23T10:00", page="wie.html") as it:
        it.page.get_by_role("button", name="Turks").click()
        it.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert cards(it) == ["noor", "sam", "kim"]
        assert it.page.locator("[data-choose] [aria-pressed=true]").count() == 0


def test_on_the_first_page_the_others_are_chosen_from(reading: Open) -> None:
    with reading("three", "2026-11-23", "2026-12-21T12:00") as it:
        assert it.page.locator(".hero [data-choose] button").all_inner_texts() == [
            "Pools",
            "Werkt hier niet",
            "Werkt hier ook",
        ]
        it.page.get_by_role("button", name="Pools").click()
        assert cards(it) == ["sam", "noor"]
    with reading("two", "2026-11-23", "2026-11-23T10:00") as it:
        assert it.page.locator(".hero [data-choose] button").count() == 0
        assert cards(it) == ["noor", "sam"]


# The data


def test_a_name_cannot_leave_its_block(reading: Open) -> None:
    with reading("places", "2026-11-23", "2026-11-23T10:00", page="wie.html") as it:
        assert it.page.title() != "out"
        types = it.page.locator("script:not([src])").evaluate_all("all => all.map(one => one.type)")
        assert types == ["application/json"]
        assert PLACES[1]["name"] in it.page.evaluate(
            "JSON.parse(document.querySelector('[data-choices]').textContent).advisors.kim[1]"
        )


@pytest.mark.parametrize("built", BUILT)
@pytest.mark.parametrize("team", ["three", "two", "one"])
@pytest.mark.sampled(3)
def test_at_any_minute_the_browser_says_what_the_almanac_says(reading: Open, team: str, built: str) -> None:
    moments = list(minutes(random.Random(f"{team} {built}"), 500))
    zone = random.Random(built + team).choice([*ALIKE, *FAR_AWAY])
    with reading(team, built, None, zone=zone) as it:
        desks = it.page.evaluate("voorlichter.presence.data.desks")
        judged = it.page.evaluate(
            "all => all.map(one => voorlichter.presence.judge(voorlichter.presence.data, new Date(one)))",
            [moment.isoformat() for moment in moments],
        )
    site = Site(Profile.model_validate(profile(team)), date.fromisoformat(built), desks)
    for moment, verdict in zip(moments, judged, strict=True):
        assert verdict == site.judge(moment, ZoneInfo(zone)), moment.astimezone(ZONE)


TURNS = (
    "2026-12-21T00:00",
    "2027-01-04T00:00",
    "2026-12-24T00:00",
    "2026-12-27T00:00",
    "2027-01-01T00:00",
    "2028-12-31T23:59",
    "2027-03-28T02:00",
    "2026-10-25T02:30",
    "2027-10-31T03:00",
)
"""Where something begins or ends: absences, years, summer time."""


def minutes(chance: random.Random, count: int) -> Iterator[datetime]:
    """Moments all over the years a page may live, half of them close to a turn."""
    for number in range(count):
        start = at(chance.choice(TURNS)) if number % 2 else at("2026-01-01T00:00")
        span = 2 * 24 * 60 if number % 2 else 4 * 366 * 24 * 60
        yield (start + timedelta(minutes=chance.randrange(-span if number % 2 else 0, span))).astimezone(UTC)
