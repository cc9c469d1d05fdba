"""What a page says at a moment, reckoned another way: day by day and span by span, with nothing of ours but the profile.

The oracle for presence.js, and for the sentences that stand in a page without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from voorlichter.profile.model import Advisor, Profile
from voorlichter.template.public_holidays import read_public_holidays

ZONE = ZoneInfo("Europe/Amsterdam")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 35
HOLIDAYS = {
    date.fromisoformat(f"{year}-{day}") for year, days in read_public_holidays().items() for day in days.split()
}
ONE = timedelta(days=1)


class Site:
    """A profile as it was built on a day; what was not known then plays no part."""

    def __init__(self, profile: Profile, built: date, desks: Mapping[str, Sequence[str]]) -> None:
        self.advisors = {advisor.id: advisor for advisor in profile.advisors}
        self.away = {advisor.id: frozenset(days_of(advisor)) for advisor in profile.advisors}
        self.desks = desks
        self.built = built
        self.known = self.last_day(profile)
        self.told = {name: self.days_told(days) for name, days in self.away.items()}
        self.spans, self.absence = cache(self._spans), cache(self._absence)

    def last_day(self, profile: Profile) -> date | None:
        """Up to and including the Sunday, and as many days; without any absence the last of the month, and a year."""
        day = self.built
        if any(advisor.absences for advisor in profile.advisors):
            while day.weekday() != 6:
                day += ONE
            return day + profile.publication.absences_ahead * ONE
        if any(advisor.hours for advisor in profile.advisors):
            while (day + ONE).month == day.month:
                day += ONE
            return day + 365 * ONE
        return None

    def days_told(self, away: frozenset[date]) -> frozenset[date]:
        """Of the days away those up to the last known day, with those that go on from there, or led to the day of the build."""
        if self.known is None:
            return frozenset()
        told = {day for day in away if self.built <= day <= self.known}
        for day, step in ((self.built, -ONE), (self.known, ONE)):
            while day in away:
                told.add(day)
                day += step
        return frozenset(told)

    def judge(self, moment: datetime, reader: ZoneInfo = ZONE) -> dict[str, Any]:
        now, theirs = moment.astimezone(ZONE), moment.astimezone(reader)
        advisors = {
            name: {"absence": self.absence(name, now.date()), "usual": self.usual(name, now.date(), f"{now:%H:%M}")}
            for name in self.advisors
        }
        known = self.known is not None and now.date() <= self.known
        return {
            "today": now.date().isoformat(),
            "elsewhere": now.utcoffset() != theirs.utcoffset(),
            "known": known,
            "first": {desk: self.first(desk, now.date()) for desk in self.desks},
            "advisors": advisors,
        }

    def first(self, desk: str, day: date) -> str | None:
        return next((name for name in self.desks[desk] if day not in self.told[name]), None)

    def _absence(self, name: str, day: date) -> dict[str, Any] | None:
        told = self.told[name]
        if day not in told:
            coming = [other for other in told if other > day]
            return {"now": False, "since": self.begin(name, min(coming)).isoformat()} if coming else None
        return {"now": True, "since": self.begin(name, day).isoformat()}

    def begin(self, name: str, day: date) -> date:
        while day - ONE in self.away[name]:
            day -= ONE
        return day

    def is_known(self, day: date) -> bool:
        return self.known is not None and day <= self.known and day.year in range(self.built.year, self.built.year + 3)

    def _spans(self, name: str, day: date) -> list[tuple[str, str, bool]]:
        """From, until, and whether that is on the next day."""
        if not self.is_known(day) or day in HOLIDAYS or day in self.told[name]:
            return []
        spans = []
        for written in (hours_on(self.advisors[name], day) or "").split(", "):
            start, _, end = written.partition("-")
            night = end <= start
            if start:
                spans.append((start, "00:00" if night and day + ONE in self.told[name] else end, night))
        return spans

    def usual(self, name: str, day: date, time: str) -> dict[str, Any] | None:
        if self.advisors[name].hours is None or not self.is_known(day) or day in self.told[name]:
            return None
        for _, end, night in self.spans(name, day - ONE):
            if night and time < end:
                return {"open": True, "until": end}
        for start, end, night in self.spans(name, day):
            if start <= time and (night or time < end):
                return {"open": True, "until": end}
        again = next(
            (
                (later, start)
                for later in range(AHEAD + 1)
                for start, _, _ in self.spans(name, day + later * ONE)
                if later or time < start
            ),
            None,
        )
        holiday = day in HOLIDAYS and hours_on(self.advisors[name], day) is not None
        return {
            "open": False,
            "holiday": holiday,
            "day": (day + again[0] * ONE).isoformat() if again else None,
            "from": again[1] if again else None,
        }


def days_of(advisor: Advisor) -> Iterator[date]:
    for absence in advisor.absences:
        day = absence.from_
        while day <= absence.until:
            yield day
            day += ONE


def hours_on(advisor: Advisor, day: date) -> str | None:
    return getattr(advisor.hours, DAYS[day.weekday()]) if advisor.hours else None
