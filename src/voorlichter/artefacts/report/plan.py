"""From the counts to what is published in a year: never other figures than before, never finer ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from voorlichter.artefacts.report.figures import SMALL_ORGANISATION, ReportFigures, SuppressionBounds, plan_figures
from voorlichter.artefacts.report.figures import CountedYear as Counted
from voorlichter.artefacts.report.model import TABLES, Counts, Told, as_counted
from voorlichter.artefacts.report.publication import Followed, PublishedActivity, PublishedReport, PublishedText
from voorlichter.languages import TOGETHER
from voorlichter.problems import InputError, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.yaml_source import KeyPath, YamlSource, dotted


def plan_publication(
    counts: Counts,
    source: YamlSource,
    profile: Profile,
    year: int | None,
    earlier: Mapping[int, PublishedReport],
    today: date,
) -> PublishedReport:
    """`earlier`: every publication so far. Raises InputError where the year cannot be told, or was told otherwise."""
    years = {int(number): as_counted(counted) for number, counted in counts.years.items()}
    year = max(years) if year is None else year
    problems = [
        Problem(source.key_mark(path), dotted(path), message, fix)
        for path, message, fix in _stand_in_the_way(years, year, earlier, today)
    ]
    if problems:
        raise InputError(problems)
    published = earlier.get(year)
    bounds = SuppressionBounds(
        profile.annual_report.threshold, profile.organisation.workforce < SMALL_ORGANISATION, counts.years_together
    )
    told = counts.years[str(year)]
    last_year = counts.years.get(str(year - 1))
    return PublishedReport(
        organisation=counts.organisation,
        on_the_site=counts.publish,
        figures=published.figures if published else plan_figures(years, year, bounds, _before(year, earlier)),
        voorlichting=tuple(PublishedActivity(given.what, given.times, given.reached) for given in told.voorlichting),
        training_hours=told.training_hours,
        peer_sessions=told.peer_sessions,
        signals=tuple(map(_text, told.signals)),
        advice=tuple(_text(advice.text) for advice in told.advice),
        earlier_advice=tuple(Followed(_text(advice.text), advice.follow_up) for advice in last_year.advice)
        if last_year
        else (),
    )


def warn_of_gaps(counts: Counts, source: YamlSource, figures: ReportFigures) -> Iterator[Problem]:
    """Tables that some years of a period have and others do not: the report leaves them out."""
    period = figures.period
    years = [str(year) for year in range(period.first, period.last + 1) if str(year) in counts.years] if period else []
    for name in TABLES:
        lacking = [year for year in years if getattr(counts.years[year], name) is None]
        if lacking and len(lacking) < len(years):
            path = ("years", lacking[0])
            yield Problem(
                source.key_mark(path),
                f"years.{lacking[0]}.{name}",
                Say(
                    f"{lacking[0]} heeft deze tabel niet, en wordt samen verteld met jaren die haar wel hebben; zij staat niet in het verslag",
                    f"{lacking[0]} does not have this table, and is told together with years that do; it is not in the report",
                ),
                Say(f"tel ook voor {lacking[0]}: {name}: {{…}}", f"count it for {lacking[0]} as well: {name}: {{…}}"),
                "warning",
            )


def _text(told: Told) -> PublishedText:
    return {**dict.fromkeys(TOGETHER), **dict(told.items())}


def _before(year: int, earlier: Mapping[int, PublishedReport]) -> ReportFigures | None:
    known = [number for number in earlier if number < year]
    return earlier[max(known)].figures if known else None


_Obstacle = tuple[KeyPath, Say, Say]


def _stand_in_the_way(
    years: Mapping[int, Counted], year: int, earlier: Mapping[int, PublishedReport], today: date
) -> Iterator[_Obstacle]:
    if year not in years:
        known = ", ".join(map(str, sorted(years)))
        yield (
            ("years",),
            Say(f"er zijn geen aantallen van {year}", f"there are no numbers of {year}"),
            Say(f"kies met --year uit: {known}", f"choose with --year from: {known}"),
        )
        return
    if year >= today.year:
        yield (
            ("years", str(year)),
            Say(
                f"{year} is nog niet voorbij, en wat eenmaal verteld is, verandert niet meer",
                f"{year} is not over yet, and what has been told does not change any more",
            ),
            Say(
                f"maak het verslag vanaf 1 januari {year + 1}, of kies een eerder jaar met --year",
                f"make the report from 1 January {year + 1}, or choose an earlier year with --year",
            ),
        )
        return
    later = [number for number in earlier if number > year]
    if later:
        yield (
            ("years", str(year)),
            Say(
                f"het verslag over {max(later)} is er al; een ouder verslag kan er niet meer bij",
                f"the report of {max(later)} is there already; an older one cannot be added",
            ),
            Say(
                f"maak het verslag over {max(later)} of een later jaar",
                f"make the report of {max(later)} or a later year",
            ),
        )
        return
    before = _before(year, earlier)
    waiting = [number for number in (before.waiting if before else ()) if number not in years]
    follows = before.year + 1 if before else year
    missing = waiting + [number for number in range(follows, year) if number not in years]
    if missing:
        listed = ", ".join(map(str, missing))
        yield (
            ("years",),
            Say(
                f"{listed} ontbreekt, en hoort nog bij wat nu verteld wordt",
                f"{listed} is missing, and belongs to what is told now",
            ),
            Say(
                f"voeg toe: {missing[0]}: {{reports: …}}, met de aantallen van dat jaar",
                f"add: {missing[0]}: {{reports: …}}, with the numbers of that year",
            ),
        )
        return
    for number, publication in sorted(earlier.items()):
        if _differs(years, publication.figures, _before(number, earlier)):
            yield (
                ("years", str(number)),
                Say(
                    f"het verslag over {number} is gepubliceerd met andere aantallen; het verschil zou een klein aantal verraden",
                    f"the report of {number} was published with other numbers; the difference would give a small number away",
                ),
                Say(
                    "zet de aantallen van toen terug, en noem de correctie in woorden bij het bestuur",
                    "put the numbers of that time back, and tell the board of the correction in words",
                ),
            )


def _differs(years: Mapping[int, Counted], figures: ReportFigures, before: ReportFigures | None) -> bool:
    """Would the same year be told otherwise now? Where its years have left the file there is nothing to compare."""
    start = (
        before.periods[-1].last + 1
        if before and before.periods
        else min([period.first for period in figures.periods] + list(figures.waiting))
    )
    if any(number not in years for number in range(start, figures.year + 1)):
        return False
    known = {number: counted for number, counted in years.items() if start <= number <= figures.year}
    return plan_figures(known, figures.year, figures.bounds, before) != figures
