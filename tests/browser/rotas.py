"""Rotas to try a page with, made by chance from a seed; and what there is to see of one at every hour of a year."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voorlichter.profile.model import Profile

from .wall_clock import DAYS, ONE, ZONE

HOURS_OF_A_YEAR = 365 * 24
_NAMES = ("anna", "ben", "cas", "dewi")
_DAYTIME = ("09:00-17:00", "09:00-12:30, 13:30-17:00", "08:30-09:15", "00:00-02:30, 03:00-23:59", "10:00-24:00")
_NIGHT = ("22:00-06:00", "17:00-00:30", "09:00-12:00, 23:00-02:00")


@dataclass(frozen=True, slots=True)
class Rota:
    profile: Profile
    built: date

    def hours(self) -> Iterator[datetime]:
        """Every hour of a year from the day of the build on, by the wall clock."""
        start = datetime.combine(self.built, datetime.min.time(), ZONE).timestamp()
        return (datetime.fromtimestamp(start + hour * 3600, ZONE) for hour in range(HOURS_OF_A_YEAR))


def make_rota(seed: int) -> Rota:
    chance = random.Random(seed)
    built = date(2026, 1, 1) + chance.randrange(2 * 365) * ONE
    names = list(_NAMES[: chance.choice((1, 2, 2, 3, 3, 4))])
    listed = names.copy()
    chance.shuffle(listed)
    advisors = [_advisor(chance, name, listed[number + 1 :], built) for number, name in enumerate(listed)]
    advisors[0]["hours"] = advisors[0]["hours"] or {"mon": _DAYTIME[0]}
    return Rota(
        Profile.model_validate(
            {
                "organisation": {"name": "De Zeester", "workforce": 40, "languages": ["nl", "en"]},
                "advisors": sorted(advisors, key=lambda advisor: names.index(advisor["id"]))
                if chance.random() < 0.5
                else advisors,
                "publication": {"absences_ahead": chance.choice((7, 30, 60, 60, 60, 60, 365))},
            }
        ),
        built,
    )


def _advisor(chance: random.Random, name: str, later: list[str], built: date) -> dict[str, Any]:
    """Backups run to somebody later in a shuffled list, so never in a ring."""
    return {
        "id": name,
        "name": f"{name.title()} Voorbeeld",
        "kind": "external",
        "phone": "020 000 00 01",
        "scope": chance.choice(
            (["conduct", "integrity"], ["conduct", "integrity"], ["conduct", "integrity"], ["conduct"])
        ),
        "backup": chance.choice([*later, None]),
        "hours": {
            day: chance.choice(_NIGHT if chance.random() < 0.2 else _DAYTIME) for day in DAYS if chance.random() < 0.6
        }
        or None
        if chance.random() < 0.8
        else None,
        "absences": list(_absences(chance, built)),
    }


def _absences(chance: random.Random, built: date) -> Iterator[dict[str, str]]:
    """None, or some: apart, overlapping, one within another, or one on the heels of another."""
    day = built + chance.randrange(-40, 60) * ONE
    for _ in range(chance.choice((0, 1, 2, 3, 4))):
        end = day + chance.choice((0, 1, 6, 13, 20, 90)) * ONE
        yield {"from": day.isoformat(), "until": end.isoformat()}
        day = max(built - 40 * ONE, end + chance.choice((-30, -3, 0, 1, 2, 3, 20, 80)) * ONE)


WATCH = """
(rotas) => rotas.map(({data, html, language, start, hours}) => {
  document.documentElement.lang = language;
  const parts = new DOMParser().parseFromString(html, "text/html").body;
  const marked = ["turn", "stands-in", "away", "away-soon", "now", "advisor", "team"].map((name) => `[data-${name}]`).join();
  parts.querySelectorAll("*").forEach((one) => { if (!one.closest(marked) && !one.querySelector(marked)) one.remove(); });
  document.body.replaceChildren(...parts.childNodes);
  const look = () => {
    const seen = {turn: {}, covers: {}, away: {}, soon: {}, now: {}, teams: []};
    const put = (map, key, state) => { map[key] = key in map && map[key] !== state ? "both" : state; };
    const desk = (element) => { const near = element.closest("[data-desk]"); return near ? near.dataset.desk : "all"; };
    const all = (name, act) => document.querySelectorAll(`[data-${name}]`).forEach((one) => act(one, one.getAttribute(`data-${name}`)));
    all("turn", (one, id) => put(seen.turn, `${desk(one)}|${id}`, !one.hidden));
    all("stands-in", (one, id) => put(seen.covers, `${desk(one)}|${id}`, !one.hidden));
    all("away", (one, id) => { if (one.dataset.since) put(seen.away, `${id}|${one.dataset.since}`, !one.hidden && one.textContent.trim().replace(/\\s+/g, " ").split(/ (?:Daarna weer|After that):/)[0]); });
    all("away-soon", (one, id) => put(seen.soon, `${id}|${one.dataset.since}`, !one.hidden && one.textContent.trim().replace(/\\s+/g, " ")));
    all("now", (one, id) => put(seen.now, id, one.hidden ? "" : one.textContent));
    all("team", (one) => seen.teams.push([desk(one), [...one.querySelectorAll(":scope > [data-advisor]")].map((card) => card.dataset.advisor)]));
    return seen;
  };
  const told = [[-1, look()]];
  let before = "";
  for (let hour = 0; hour < hours; hour += 1) {
    const verdict = voorlichter.presence.judge(data, new Date((start + hour * 3600) * 1000));
    const speaks = Object.values(verdict.advisors).some((one) => one.usual);
    const now = JSON.stringify([verdict.known, verdict.first, verdict.advisors, speaks && verdict.today]);
    if (now === before) continue;
    before = now;
    voorlichter.presence.show(data, verdict);
    told.push([hour, look()]);
  }
  return told;
})
"""
"""What is in sight as the page was made, at hour -1, and from each hour on at which anything changes."""
