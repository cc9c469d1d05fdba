"""A publication in one language, as plain data: what sheet, slide and page all show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from voorlichter.artefacts.report.figures import ReportFigures
from voorlichter.artefacts.report.publication import PublishedReport
from voorlichter.artefacts.report.suppress import Table
from voorlichter.languages import Code

_CELLS = {"by_topic": "topic", "by_relation": "relation", "by_route": "route", "by_status": "status"}


@dataclass(frozen=True, slots=True)
class TableRow:
    label: str
    number: int
    share: str | None
    width: int
    """Of its bar, in percent of the longest."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A table with bars, and the same in a sentence for whoever cannot see them. Without rows it is left out, and `remark` says so."""

    id: str
    title: str
    explanation: str
    rows: tuple[TableRow, ...]
    alt: str
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class ReportedActivity:
    what: str
    times: int
    reached: str


@dataclass(frozen=True, slots=True)
class ReportedAdvice:
    advice: str
    outcome: str


@dataclass(frozen=True, slots=True)
class KeyNumber:
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Report:
    """`remarks` say why numbers are missing; `charts` hold the trend last."""

    title: str
    year: int
    period: str
    key_numbers: tuple[KeyNumber, ...]
    remarks: tuple[str, ...]
    charts: tuple[Chart, ...]
    given: tuple[ReportedActivity, ...]
    development: tuple[str, ...]
    signals: tuple[str, ...]
    advice: tuple[str, ...]
    earlier: tuple[ReportedAdvice, ...]
    privacy: tuple[str, ...]


class _Labels:
    """The words of the report in one language, by their key without its prefix."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def __call__(self, key: str, **values: object) -> str:
        text = self._strings[f"annual_{key}"]
        return text % values if values else text


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def describe_report(publication: PublishedReport, language: Code, strings: Mapping[str, str], several: bool) -> Report:
    """`strings` of a template in that language; `several`: more than one advisor."""
    say, figures = _Labels(strings), publication.figures
    period = figures.period
    first = period.first if period else figures.year
    sessions = sum(given.times for given in publication.voorlichting)
    reached = sum(given.reached or 0 for given in publication.voorlichting)
    numbers = [
        (
            period.reports if period else None,
            say("reports")
            + ("" if period is None or period.span == 1 else " " + say("over_years", years=_span(first, figures.year))),
        ),
        (figures.persons, say("persons")),
        (sessions or None, say("sessions")),
        (reached or None, say("people_reached")),
    ]
    return Report(
        title=say("title_team" if several else "title"),
        year=figures.year,
        period=say("about_year", years=_span(first, figures.year)),
        key_numbers=tuple(KeyNumber(number, label) for number, label in numbers if number is not None),
        remarks=tuple(_remarks(figures, say)),
        charts=(*(_chart(name, table, figures, say) for name, table in figures.tables.items()), *_trend(figures, say)),
        given=tuple(
            ReportedActivity(
                say(f"given_{told.what}"), told.times, str(told.reached) if told.reached else say("not_counted")
            )
            for told in publication.voorlichting
        ),
        development=tuple(_development(publication, say, several)),
        signals=tuple(filter(None, (text.get(language) for text in publication.signals))),
        advice=tuple(filter(None, (text.get(language) for text in publication.advice))),
        earlier=tuple(
            ReportedAdvice(text, say(f"follow_{told.follow_up}"))
            for told in publication.earlier_advice
            if (text := told.text.get(language))
        ),
        privacy=(
            say("privacy_small", threshold=figures.bounds.threshold),
            say("privacy_derived"),
            say("privacy_shares"),
            say("privacy_never"),
        ),
    )


def _remarks(figures: ReportFigures, say: _Labels) -> Iterable[str]:
    if figures.waiting:
        yield say("waiting", years=_span(figures.waiting[0], figures.waiting[-1]))
    if figures.period and figures.bounds.small and not figures.tables:
        yield say("no_tables")


def _development(publication: PublishedReport, say: _Labels, several: bool) -> Iterable[str]:
    ending = "" if several else "_one"
    if publication.training_hours:
        yield say(f"hours{ending}", hours=publication.training_hours)
    if publication.peer_sessions:
        yield say(f"peer{ending}", times=publication.peer_sessions)


def _chart(name: str, table: Table | None, figures: ReportFigures, say: _Labels) -> Chart:
    title, explanation = say(name), say(f"explain_{name}", year=figures.year)
    if table is None or figures.period is None:
        return Chart(name, title, explanation, (), "", say("left_out"))
    cells = [
        (say(f"{_CELLS[name]}_{cell}"), number)
        for cell, number in sorted(table.shown.items(), key=lambda cell: -cell[1])
    ]
    hidden = [say(f"{_CELLS[name]}_{cell}").lower() for cell in table.together]
    if hidden:
        cells.append((say("together"), table.together_sum))
    remark = say("together_names", names="; ".join(hidden)) if hidden else None
    return _drawn(Chart(name, title, explanation, (), "", remark), cells, figures.period.reports, say)


def _trend(figures: ReportFigures, say: _Labels) -> Iterable[Chart]:
    """From two periods on: with one there is nothing to compare."""
    if len(figures.periods) > 1:
        together = any(period.span > 1 for period in figures.periods)
        cells = [(_span(period.first, period.last), period.reports) for period in figures.periods]
        yield _drawn(Chart("trend", say("trend"), say("explain_trend") if together else "", (), ""), cells, None, say)


def _drawn(chart: Chart, cells: Sequence[tuple[str, int]], base: int | None, say: _Labels) -> Chart:
    """`base`: of which the numbers are parts; None where they are parts of nothing.

    It is ten at least: a table shows two numbers or more, each five at least.
    """
    longest = max(number for _, number in cells)
    rows = tuple(
        TableRow(label, number, f"{round(100 * number / base)}%" if base else None, round(100 * number / longest))
        for label, number in cells
    )
    told = "; ".join(f"{label}: {number}" for label, number in cells)
    return Chart(chart.id, chart.title, chart.explanation, rows, say("chart", told=told), chart.remark)
