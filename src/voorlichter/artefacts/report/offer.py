"""What a site shows of the annual report, from what was published; the counts are never looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from voorlichter.artefacts.report.publication import latest_on_the_site, read_publications
from voorlichter.artefacts.report.report import Chart, Report, describe_report
from voorlichter.organisation import Organisation
from voorlichter.slots import model as slots
from voorlichter.workspace import REPORTS, Workspace


def folder_of(workspace: Workspace, slug: str) -> Path:
    return workspace.kits / slug / REPORTS


def plan_page(workspace: Workspace, organisation: Organisation) -> dict[str, slots.AnnualReportSlots]:
    """For the pages of each language; empty where no report may be shown. Raises InputError for a file that was changed."""
    publication = latest_on_the_site(read_publications(folder_of(workspace, organisation.slug)))
    if publication is None:
        return {}
    several = len(organisation.profile.advisors) > 1
    return {
        language: _as_slots(describe_report(publication, template.facts.language, template.facts.strings, several))
        for language, template in organisation.templates.items()
    }


def published_in(workspace: Workspace, slug: str) -> dict[str, str]:
    """The hash of every publication, as a site's record keeps them."""
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in workspace.published_reports(slug).items()
    }


def _as_slots(report: Report) -> slots.AnnualReportSlots:
    return slots.AnnualReportSlots(
        period=report.period,
        numbers=tuple(slots.ReportNumberSlots(str(line.number), line.label) for line in report.key_numbers),
        remarks=_lines(report.remarks),
        charts=tuple(map(_chart, report.charts)),
        given=tuple(slots.ReportGivenSlots(line.what, str(line.times), line.reached) for line in report.given),
        development=_lines(report.development),
        signals=_lines(report.signals),
        advice=_lines(report.advice),
        earlier=tuple(slots.ReportOutcomeSlots(line.advice, line.outcome) for line in report.earlier),
        privacy=_lines(report.privacy),
    )


def _lines(texts: Iterable[str]) -> tuple[slots.ReportLineSlots, ...]:
    return tuple(slots.ReportLineSlots(text) for text in texts)


def _chart(chart: Chart) -> slots.ReportChartSlots:
    rows = tuple(slots.ReportRowSlots(row.label, str(row.number), row.share, str(row.width)) for row in chart.rows)
    return slots.ReportChartSlots(chart.title, chart.explanation or None, chart.id == "trend", rows, chart.remark)
