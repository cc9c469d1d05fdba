"""Who is there on a day, and who stands in. Dates enter a site only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from voorlichter.profile.model import Absence, Advisor

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lasting:
    """The days on which a site stays as it is: from the first up to, not including, the second."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


def lasting(boundaries: Iterable[date], today: date) -> Lasting:
    """The stretch around today in which none of the boundaries lies."""
    days = sorted({*boundaries, date.min, date.max})
    return Lasting(max(day for day in days if day <= today), min(day for day in days if day > today))


def boundaries_of(advisors: Sequence[Advisor]) -> list[date]:
    """The days on which something about the advisors changes by itself."""
    days = []
    for advisor in advisors:
        for absence in advisor.absences:
            days += [absence.from_, absence.until + _DAY]
        if advisor.certificate:
            days.append(advisor.certificate.valid_until + _DAY)
    return days


def shown_absence(advisor: Advisor, today: date) -> Absence | None:
    """The absence that is going on, or else the one that comes next; never more of the calendar."""
    ahead = [absence for absence in advisor.absences if absence.until >= today]
    return min(ahead, key=lambda absence: absence.from_, default=None)


def is_away(advisor: Advisor, day: date) -> bool:
    return any(absence.from_ <= day <= absence.until for absence in advisor.absences)


def stand_in(advisor: Advisor, advisors: Sequence[Advisor], day: date) -> Advisor | None:
    """The backup, or the backup's backup where that one is away too, or else the next in order who can be reached."""
    by_id = {other.id: other for other in advisors}
    chain: list[Advisor] = []
    following = by_id.get(advisor.backup or "")
    while following is not None and following not in chain and following is not advisor:
        chain.append(following)
        following = by_id.get(following.backup or "")
    position = advisors.index(advisor)
    others = [*chain, *advisors[position + 1:], *advisors[:position]]
    return next((other for other in others if not is_away(other, day) and (other.phone or other.email)), None)
