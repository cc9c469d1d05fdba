"""Who is there on a day, and who stands in. Dates enter a site only here.

A page read on another day than it was made judges for itself, in the browser, by the same rules.
"""

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


def boundaries_of(advisors: Sequence[Advisor], today: date) -> list[date]:
    """The days on which something about the advisors changes by itself; each New Year brings another year's holidays."""
    days = [date(today.year, 1, 1), date(today.year + 1, 1, 1)]
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


def stand_ins(advisor: Advisor, advisors: Sequence[Advisor]) -> list[Advisor]:
    """In turn: the backup, the backup's backup and so on, then the next in order; only who can be reached."""
    by_id = {other.id: other for other in advisors}
    chain: list[Advisor] = []
    following = by_id.get(advisor.backup or "")
    while following is not None and following not in chain and following is not advisor:
        chain.append(following)
        following = by_id.get(following.backup or "")
    position = advisors.index(advisor)
    others = [*chain, *advisors[position + 1:], *advisors[:position]]
    return [other for index, other in enumerate(others) if other not in others[:index] and (other.phone or other.email or other.whatsapp or other.signal)]


def stand_in(advisor: Advisor, advisors: Sequence[Advisor], day: date) -> Advisor | None:
    """The first of them who is there that day."""
    return first_there(stand_ins(advisor, advisors), day)


def first_there(advisors: Iterable[Advisor], day: date) -> Advisor | None:
    return next((advisor for advisor in advisors if not is_away(advisor, day)), None)


@dataclass(frozen=True, slots=True)
class Turns:
    """Who comes first on a page. `order`: whose turn it is, as long as those before are away."""

    order: list[Advisor]
    today: date

    @property
    def first(self) -> Advisor | None:
        return first_there(self.order, self.today)

    @property
    def may_come(self) -> list[Advisor]:
        """Whoever may come first while the site stands: up to the first of whom it knows no absence."""
        certain = next((index for index, advisor in enumerate(self.order) if shown_absence(advisor, self.today) is None), len(self.order))
        return self.order[:certain + 1]

    @property
    def may_be_nobody(self) -> bool:
        return all(shown_absence(advisor, self.today) for advisor in self.order)

    def rank(self, advisor: Advisor) -> int:
        return 0 if advisor is self.first else 2 if is_away(advisor, self.today) else 1


def turns(advisors: Sequence[Advisor], today: date) -> Turns:
    return Turns([advisors[0], *stand_ins(advisors[0], advisors)], today)
