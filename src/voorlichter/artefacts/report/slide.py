"""The annual report on one slide, to put between slides of one's own; what to say with it stands in its notes."""

from __future__ import annotations

from collections.abc import Mapping

from voorlichter.artefacts.report.report import Report
from voorlichter.presentation import Slide


def plan_slide(report: Report, strings: Mapping[str, str]) -> Slide:
    """The numbers in a sentence, and the first chart that may be shown as a table."""
    numbers = ", ".join(f"{figure.number} {figure.label}" for figure in report.key_numbers)
    chart = next((chart for chart in report.charts if chart.rows), None)
    shares = chart is not None and any(row.share for row in chart.rows)
    heads = (
        strings["annual_years" if chart and chart.id == "trend" else "annual_what"],
        strings["annual_number"],
        *([strings["annual_share"]] if shares else []),
    )
    rows = [(row.label, str(row.number), *([row.share or ""] if shares else [])) for row in chart.rows] if chart else []
    notes = [
        *report.remarks,
        *([chart.remark] if chart and chart.remark else []),
        *(
            strings[f"annual_slide_{name}"] % {"told": " ".join(told)}
            for name, told in (("signals", report.signals), ("advice", report.advice))
            if told
        ),
        *report.privacy,
    ]
    text = f"{report.period}: {numbers}." if numbers else f"{report.period}."
    return Slide(
        "table" if rows else "points",
        report.title,
        (text,) if rows else (),
        () if rows else (text, *report.remarks),
        (heads, *rows) if rows else (),
        notes=tuple(notes),
    )
