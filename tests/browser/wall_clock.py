"""What a page should say at a moment, worked out another way: the oracle for presence.js."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from voorlichter.profile.model import Advisor, Profile
from voorlichter.site.presence import shown_absence, turns
from voorlichter.template.public_holidays import read_public_holidays

ZONE = ZoneInfo("Europe/Amsterdam")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 35
HOLIDAYS = {date.fromisoformat(f"{year}-{day}") for year, days in read_public_holidays().items() for day in days.split()}


class Site:
    """A profile as it was built on a day; what was not known then plays no part."""

    def __init__(self, profile: Profile, built: date) -> None:
        self.profile = profile
        self.order = turns(profile.advisors, built).order
        self.absences = {advisor.id: shown_absence(advisor, built) for advisor in profile.advisors}
        self.known_years = range(built.year, built.year + 3)

    def judge(self, moment: datetime) -> dict[str, Any]:
        now = moment.astimezone(ZONE)
        states = {advisor.id: {"absence": self.absence(advisor, now.date()), "usual": self.usual(advisor, now)} for advisor in self.profile.advisors}
        first = next((advisor.id for advisor in self.order if states[advisor.id]["absence"] != "now"), None)
        return {"today": now.date().isoformat(), "first": first, "advisors": states}

    def absence(self, advisor: Advisor, day: date) -> str | None:
        absence = self.absences[advisor.id]
        if absence is None or absence.until < day:
            return None
        return "now" if absence.from_ <= day else "soon"

    def minutes(self, advisor: Advisor, day: date) -> list[tuple[time, time]]:
        """The spans of a day on which somebody is usually there."""
        written = hours_on(advisor, day)
        if written is None or day in HOLIDAYS or day.year not in self.known_years or self.absence(advisor, day) == "now":
            return []
        spans = [span.split("-") for span in written.split(", ")]
        return [(time.fromisoformat(start), time.fromisoformat(end)) for start, end in spans]

    def usual(self, advisor: Advisor, now: datetime) -> Mapping[str, Any] | None:
        day, clock = now.date(), now.time()
        if advisor.hours is None or day.year not in self.known_years or self.absence(advisor, day) == "now":
            return None
        for start, end in self.minutes(advisor, day):
            if start <= clock < end:
                return {"open": True, "until": f"{end:%H:%M}"}
        coming = [(day, start) for start, _ in self.minutes(advisor, day) if clock < start]
        for ahead in range(1, AHEAD + 1):
            coming += [(day + timedelta(days=ahead), start) for start, _ in self.minutes(advisor, day + timedelta(days=ahead))]
        holiday = day in HOLIDAYS and hours_on(advisor, day) is not None
        again, start = coming[0] if coming else (None, None)
        return {"open": False, "holiday": holiday, "day": again and again.isoformat(), "from": f"{start:%H:%M}" if start else None}


def hours_on(advisor: Advisor, day: date) -> str | None:
    return getattr(advisor.hours, DAYS[day.weekday()]) if advisor.hours else None
