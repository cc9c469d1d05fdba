"""When somebody is away, judged day by day. Overlapping and adjacent absences are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from voorlichter.profile.model import Absence, Advisor

DAY = timedelta(days=1)
_LATEST = date.max - DAY


@dataclass(frozen=True, slots=True)
class Days:
    """From the first up to and including the last."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def merge(spans: Iterable[Days]) -> list[Days]:
    """In order, with at least a day between them."""
    merged: list[Days] = []
    for span in sorted(spans, key=lambda days: (days.first, days.last)):
        if merged and (span.first - merged[-1].last).days <= 1:
            merged[-1] = Days(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return merged


def days_away(absences: Iterable[Absence]) -> list[Days]:
    """One that ends before it begins is told by a rule, and is none here."""
    return merge(
        Days(absence.from_, min(absence.until, _LATEST)) for absence in absences if absence.from_ <= absence.until
    )


def is_away(advisor: Advisor, day: date) -> bool:
    return any(absence.from_ <= day <= absence.until for absence in advisor.absences)


def can_be_reached(advisor: Advisor) -> bool:
    return bool(advisor.phone or advisor.email or advisor.whatsapp or advisor.signal)


def takes_over(other: Advisor, advisor: Advisor) -> bool:
    """Is the other right for whatever somebody goes to the advisor with, and wherever?"""
    return set(advisor.scope) <= set(other.scope) and (
        not other.locations or (bool(advisor.locations) and set(advisor.locations) <= set(other.locations))
    )


def stretches(days: Days, advisors: Sequence[Advisor]) -> Iterator[Days]:
    """The same days, cut wherever one of the advisors leaves or comes back: within a stretch every day is like its first."""
    changes = {
        day for advisor in advisors for away in days_away(advisor.absences) for day in (away.first, away.last + DAY)
    }
    cuts = [days.first, *sorted(day for day in changes if days.first < day <= days.last), days.last + DAY]
    return (Days(start, end - DAY) for start, end in zip(cuts, cuts[1:], strict=False))


def days_without(advisors: Sequence[Advisor], today: date) -> list[Days]:
    """The days from today on on which none of those who can be reached is there."""
    reachable = [advisor for advisor in advisors if can_be_reached(advisor)]
    ends = [away.last for advisor in reachable for away in days_away(advisor.absences) if away.last >= today]
    if not ends:
        return []
    return merge(
        days
        for days in stretches(Days(today, max(ends)), reachable)
        if all(is_away(advisor, days.first) for advisor in reachable)
    )
