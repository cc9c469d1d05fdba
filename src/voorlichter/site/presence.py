"""Who is there on a day, and who stands in. Dates enter a site only here.

A page read on another day than it was made judges for itself, in the browser, by the same rules, and no longer than it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from voorlichter.profile.absences import DAY, Days, can_be_reached, days_away, is_away, merge, stretches, takes_over
from voorlichter.profile.model import Advisor

_YEAR = timedelta(days=365)


def boundaries_of(advisors: Sequence[Advisor], today: date) -> list[date]:
    """The days on which something about the advisors changes by itself; each New Year brings another year's holidays."""
    days = [date(today.year, 1, 1), date(today.year + 1, 1, 1)]
    period = _period(advisors, today)
    if period is not None:
        days += [period.first, period.last + DAY]
    for advisor in advisors:
        for away in days_away(advisor.absences):
            days += [away.first, away.last + DAY]
        if advisor.certificate:
            days.append(advisor.certificate.valid_until + DAY)
    return days


def _period(advisors: Sequence[Advisor], today: date) -> Days | None:
    """The days on which a site is made that knows as much: a week or, where nobody lists an absence, a month.

    None where a site has nothing to say about now.
    """
    if any(advisor.absences for advisor in advisors):
        monday = today - timedelta(days=today.weekday())
        return Days(monday, monday + timedelta(days=6))
    if any(advisor.hours for advisor in advisors):
        first = today.replace(day=1)
        return Days(first, (first + timedelta(days=31)).replace(day=1) - DAY)
    return None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a site made today knows of absences: those that begin by the day on which its knowledge ends, whole."""

    today: date
    until: date | None
    """After this day it says nothing about now; None where it never does."""
    _absences: dict[str, list[Days]] = field(default_factory=dict, compare=False, repr=False)

    def absences(self, advisor: Advisor) -> list[Days]:
        """The one that is going on or comes next first."""
        if advisor.id not in self._absences:
            self._absences[advisor.id] = [
                away
                for away in days_away(advisor.absences)
                if away.last >= self.today and self.until is not None and away.first <= self.until
            ]
        return self._absences[advisor.id]

    def turning_days(self, advisors: Sequence[Advisor]) -> list[date]:
        """Today, and every later day on which it knows somebody to leave or to come back."""
        days = {day for advisor in advisors for away in self.absences(advisor) for day in (away.first, away.last + DAY)}
        return sorted({self.today, *(day for day in days if day > self.today)})

    def is_away(self, advisor: Advisor, day: date) -> bool:
        return any(away.holds(day) for away in self.absences(advisor))


def plan_knowledge(advisors: Sequence[Advisor], ahead: int, today: date) -> Knowledge:
    """`ahead`: for how many days at least, where somebody lists absences; otherwise for a year."""
    period = _period(advisors, today)
    if period is None:
        return Knowledge(today, None)
    return Knowledge(
        today, period.last + (timedelta(days=ahead) if any(advisor.absences for advisor in advisors) else _YEAR)
    )


def stand_ins(advisor: Advisor, group: Sequence[Advisor], everybody: Sequence[Advisor] | None = None) -> list[Advisor]:
    """Of a group, in turn: the backup, the backup's backup and so on, then the next in order; only who can be reached."""
    by_id = {other.id: other for other in everybody or group}
    chain: list[Advisor] = []
    following = by_id.get(advisor.backup or "")
    while following is not None and following not in chain and following is not advisor:
        chain.append(following)
        following = by_id.get(following.backup or "")
    position = group.index(advisor)
    others = [*(other for other in chain if other in group), *group[position + 1 :], *group[:position]]
    return [other for index, other in enumerate(others) if other not in others[:index] and can_be_reached(other)]


@dataclass(frozen=True, slots=True)
class Cover:
    """Who stands in on which days; nobody, where `by` is None."""

    by: Advisor | None
    days: tuple[Days, ...]


def plan_cover(advisor: Advisor, days: Days, group: Sequence[Advisor]) -> list[Cover]:
    """Who stands in on each day of an absence, whoever is first needed first: the backups, or who is there for the same."""
    others = [other for other in stand_ins(advisor, group) if other.id == advisor.backup or takes_over(other, advisor)]
    covers: list[tuple[Advisor | None, list[Days]]] = []
    for stretch in stretches(days, others):
        by = next((other for other in others if not is_away(other, stretch.first)), None)
        known = next((spans for other, spans in covers if other is by), None)
        if known is None:
            covers.append((by, [stretch]))
        else:
            known.append(stretch)
    return [Cover(by, tuple(merge(spans))) for by, spans in covers]


@dataclass(frozen=True)
class DeskTurns:
    """Who comes first at a desk. `order`: whose turn it is, as long as those before are away."""

    order: list[Advisor]
    knowledge: Knowledge

    @cached_property
    def _firsts(self) -> list[Advisor | None]:
        """Who comes first today, and on every later day on which that may change while the site stands as it is."""
        return [
            next((advisor for advisor in self.order if not self.knowledge.is_away(advisor, day)), None)
            for day in self.knowledge.turning_days(self.order)
        ]

    @property
    def first(self) -> Advisor | None:
        return self._firsts[0]

    @cached_property
    def may_come(self) -> list[Advisor]:
        """Whoever comes first on one of those days."""
        firsts = {advisor.id for advisor in self._firsts if advisor}
        return [advisor for advisor in self.order if advisor.id in firsts]

    @property
    def may_be_nobody(self) -> bool:
        return None in self._firsts

    def rank(self, advisor: Advisor) -> int:
        return 0 if advisor is self.first else 2 if is_away(advisor, self.knowledge.today) else 1


def turns(group: Sequence[Advisor], knowledge: Knowledge, everybody: Sequence[Advisor] | None = None) -> DeskTurns:
    """For any ordered group of advisors: the first of it, and those of it who stand in."""
    return DeskTurns([group[0], *stand_ins(group[0], group, everybody)], knowledge)
