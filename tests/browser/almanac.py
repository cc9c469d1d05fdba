"""What a page has in sight at a moment, in words, reckoned by the wall clock: the sentences and whose button stands there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from voorlichter.profile.model import Advisor

from .wall_clock import ONE, Site

_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_WEEKDAYS = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_WORDS = {
    "nl": {
        "open": "Nu meestal bereikbaar, tot {}.",
        "closed": "Nu meestal niet bereikbaar.",
        "holiday": "Het is een feestdag: meestal niet bereikbaar.",
        "today": " Weer vandaag vanaf {}.",
        "tomorrow": " Weer morgen vanaf {}.",
        "on": " Weer {} vanaf {}.",
        "soon": "{} is afwezig {}.",
        "away": "{} is afwezig tot en met {}.",
        "day": "op {}",
        "days": "van {} tot en met {}",
        "and": " en ",
        "by": "Vervanger dan: {}, 020 000 00 01.",
        "nobody": "Er is dan geen vervanger. Hulp van buiten.",
        "only": ", voor ongewenst gedrag",
        "by_on": "Vervanger {}: {}, 020 000 00 01.",
        "nobody_on": "Geen vervanger {}. Hulp van buiten.",
    },
    "en": {
        "open": "Usually available now, until {}.",
        "closed": "Usually not available now.",
        "holiday": "It is a public holiday: usually not available.",
        "today": " Back today from {}.",
        "tomorrow": " Back tomorrow from {}.",
        "on": " Back on {} from {}.",
        "soon": "{} is away {}.",
        "away": "{} is away up to and including {}.",
        "day": "on {}",
        "days": "from {} up to and including {}",
        "and": " and ",
        "by": "Stand-in then: {}, 020 000 00 01.",
        "nobody": "Nobody stands in then. Help from outside.",
        "only": ", for unwanted behaviour",
        "by_on": "Stand-in {}: {}, 020 000 00 01.",
        "nobody_on": "Nobody stands in {}. Help from outside.",
    },
}


class Almanac:
    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self.words = _WORDS[language]

    def of_the_day(self, seen: dict[str, Any], day: date) -> Iterator[str]:
        """What is in sight and should not be, or the other way round: whose button, which absence, and in which order."""
        site = self.site
        desks: dict[str, list[str]] = {}
        for key, state in seen["turn"].items():
            desk, name = key.split("|")
            wanted = name == (site.first(desk, day) or "")
            if state is not wanted:
                yield f"turn {key}: {state}"
            desks.setdefault(desk, []).extend([name] * wanted)
        for key, state in seen["covers"].items():
            desk, name = key.split("|")
            if state is not (name == site.first(desk, day) and site.is_known(day)):
                yield f"stands in {key}: {state}"
        # Where nobody may be named alone, all of them stand side by side instead.
        led = {desk for desk, _, name in (key.partition("|") for key in seen["turn"]) if name}
        beside = {desk for desk, names in seen["teams"] if set(names) == set(site.desks[desk])}
        yield from (
            f"desk {desk}: {names} in sight"
            for desk, names in desks.items()
            if len(names) != 1 and (names or desk in led or desk not in beside)
        )
        for name in site.advisors:
            absence = site.absence(name, day)
            key = f"{name}|{absence['since']}" if absence else ""
            yield from self.compare(
                "away", seen, name, {key: self.away(name, day)} if absence and absence["now"] else {}
            )
            yield from self.compare(
                "soon",
                seen,
                name,
                {key: self.soon(name, date.fromisoformat(absence["since"]))} if absence and not absence["now"] else {},
            )
        for desk, cards in seen["teams"]:
            first = site.first(desk, day)
            ids = [name for name in site.advisors if name in cards]
            if cards != (
                wanted_order := sorted(ids, key=lambda name: 0 if name == first else 2 if day in site.told[name] else 1)
            ):
                yield f"cards at {desk}: {cards}, not {wanted_order}"

    def of_the_hour(self, seen: dict[str, Any], moment: datetime) -> Iterator[str]:
        """The same of the sentence about now."""
        for name, advisor in self.site.advisors.items():
            if advisor.hours:
                sentence = self.now(self.site.usual(name, moment.date(), f"{moment:%H:%M}"), moment.date())
                if seen["now"].get(name) != sentence:
                    yield f"{name} now: {seen['now'].get(name)!r}, not {sentence!r}"

    def compare(self, kind: str, seen: dict[str, Any], name: str, wanted: dict[str, str]) -> Iterator[str]:
        in_sight = {key: state for key, state in seen[kind].items() if key.split("|")[0] == name and state}
        if in_sight != wanted:
            yield f"{name} {kind}: {in_sight}, not {wanted}"

    def now(self, usual: dict[str, Any] | None, today: date) -> str:
        if usual is None:
            return ""
        if usual["open"]:
            return self.words["open"].format(_time(usual["until"]))
        closed = self.words["holiday" if usual["holiday"] else "closed"]
        if usual["day"] is None:
            return closed
        again, start = date.fromisoformat(usual["day"]), _time(usual["from"])
        if again <= today + ONE:
            return closed + self.words["today" if again == today else "tomorrow"].format(start)
        name = _WEEKDAYS[self.language][again.weekday()]
        if again > today + 6 * ONE:
            name += f" {again.day} {_MONTHS[self.language][again.month - 1]}"
        return closed + self.words["on"].format(name, start)

    def day(self, day: date) -> str:
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def days(self, days: list[date]) -> str:
        """Days as spans: a day whose yesterday is not among them begins one."""
        spans = []
        for first in (day for day in days if day - ONE not in days):
            last = first
            while last + ONE in days:
                last += ONE
            start = self.day(first)
            if first.year == last.year:
                start = start.rsplit(" ", 1 if first.month != last.month else 2)[0]
            spans.append(
                self.words["day"].format(self.day(first))
                if first == last
                else self.words["days"].format(start, self.day(last))
            )
        return self.words["and"].join([", ".join(spans[:-1]), spans[-1]] if len(spans) > 1 else spans)

    def away(self, name: str, day: date) -> str:
        while day + ONE in self.site.away[name]:
            day += ONE
        return self.words["away"].format(name.title(), self.day(day))

    def soon(self, name: str, first: date) -> str:
        days = [first]
        while days[-1] + ONE in self.site.away[name]:
            days.append(days[-1] + ONE)
        by: dict[str | None, list[date]] = {}
        for day in days:
            by.setdefault(self.stand_in(self.site.advisors[name], day), []).append(day)
        told = [self.words["soon"].format(name.title(), self.days(days))]
        for other, theirs in by.items():
            person = self.site.advisors[other].name if other else ""
            if other and set(self.site.advisors[name].scope) - set(self.site.advisors[other].scope):
                person += self.words["only"]  # every rota has nobody for integrity alone
            if len(by) == 1:
                told.append(self.words["by"].format(person) if other else self.words["nobody"])
            else:
                told.append(
                    self.words["by_on"].format(self.days(theirs), person)
                    if other
                    else self.words["nobody_on"].format(self.days(theirs))
                )
        return " ".join(told)

    def stand_in(self, advisor: Advisor, day: date) -> str | None:
        """The backup, and the backup's; then whoever follows in the list. Only who is there for the same, but for the one that is named."""
        named, ids = self.site.advisors, list(self.site.advisors)
        chain, backup = [], advisor.backup
        while backup:
            chain.append(backup)
            backup = named[backup].backup
        place = ids.index(advisor.id)
        for other in [*chain, *ids[place + 1 :], *ids[:place]]:
            if day not in self.site.away[other] and (
                other == advisor.backup or not set(advisor.scope) - set(named[other].scope)
            ):
                return other
        return None


def _time(time: str) -> str:
    return time[1:] if time.startswith("0") else time
