"""What a year's report may tell in numbers, given all years and what was published before.

The years are cut into periods. A period ends with the first year that brings its reports to the threshold, and is then
published with its total; a year that does not get there waits, and is told together with the next. Whatever
waited can have been 0 to t - 1, since the year that ended the period makes up the rest. Periods have no year in
common, and what is decided about one never depends on a later one. So a year is never told again in finer parts.

An organisation with fewer than 50 working persons gets totals only, and tables where a period spans three years.
Persons are not added up over years, for somebody may come in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voorlichter.artefacts.report.suppress import Table, suppress_persons, suppress_table

SMALL_ORGANISATION = 50
YEARS_FOR_TABLES = 3
"""How many years a small organisation's period spans before it is told in tables."""


@dataclass(frozen=True, slots=True)
class CountedYear:
    """One year as counted. Every table holds all its cells, in the order of reading: the last joins small ones first."""

    reports: int
    persons: int | None = None
    tables: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuppressionBounds:
    """What decides how much may be told."""

    threshold: int
    small: bool
    """Fewer than 50 working persons."""
    years_together: int = 1
    """How many years a period spans at least."""


@dataclass(frozen=True, slots=True)
class Period:
    """Years that are told as one, with the number of reports in them."""

    first: int
    last: int
    reports: int

    @property
    def span(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """The numbers of one report. What is not in it is not told."""

    year: int
    bounds: SuppressionBounds
    periods: tuple[Period, ...] = ()
    """Every period up to this year, the trend."""
    waiting: tuple[int, ...] = ()
    """Years up to this one whose reports are told together with a later year."""
    persons: int | None = None
    tables: Mapping[str, Table | None] = field(default_factory=dict)
    """Of the period that ends with this year; None where a table is left out, and none at all while it waits."""

    @property
    def period(self) -> Period | None:
        """The period this report is about; None where this year waits."""
        return self.periods[-1] if self.periods and self.periods[-1].last == self.year else None


def plan_figures(
    years: Mapping[int, CountedYear], year: int, bounds: SuppressionBounds, before: ReportFigures | None = None
) -> ReportFigures:
    """The figures of one year. `years` has no gaps; `before` is the latest report that was published earlier."""
    told = before.periods if before else ()
    start = told[-1].last + 1 if told else min([*years, *(before.waiting if before else ())])
    after = before.year if before else start - 1
    periods = (*told, *_cut(years, start, after, year, bounds))
    first = periods[-1].last + 1 if periods else start
    figures = ReportFigures(year, bounds, periods, tuple(range(first, year + 1)))
    period = figures.period
    if period is None or (bounds.small and period.span < YEARS_FOR_TABLES):
        return figures
    counted = [years[number] for number in range(period.first, period.last + 1)]
    persons = suppress_persons(counted[0].persons, period.reports, bounds.threshold) if len(counted) == 1 else None
    names = [name for name in counted[-1].tables if all(name in counts.tables for counts in counted)]
    tables = {name: _tell([counts.tables[name] for counts in counted], bounds.threshold) for name in names}
    return ReportFigures(year, bounds, periods, figures.waiting, persons, tables)


def _cut(
    years: Mapping[int, CountedYear], start: int, after: int, until: int, bounds: SuppressionBounds
) -> Iterator[Period]:
    """Periods from `start`, none ending up to `after`: what waited when it was published waits for good."""
    first, reports = start, 0
    for number in range(start, until + 1):
        reports += years[number].reports
        if number > after and reports >= bounds.threshold and number - first + 1 >= bounds.years_together:
            yield Period(first, number, reports)
            first, reports = number + 1, 0


def _tell(tables: Sequence[Mapping[str, int]], threshold: int) -> Table | None:
    cells = {name: sum(table[name] for table in tables) for name in tables[0]}
    return suppress_table(cells, tuple(reversed(cells)), threshold)
