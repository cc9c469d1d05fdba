"""`voorlichter clients`: all organisations in one look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from voorlichter.calendar_words import say_day
from voorlichter.cli import options
from voorlichter.cli.answer import finish, guarded, print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.dates import ComingDate, coming_laws
from voorlichter.clients.overview import HORIZON, ClientRow, overview
from voorlichter.clients.state import BuiltSite
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import dotted


@click.command("clients")
@options.common
@options.day
@click.option(
    "--days",
    type=click.IntRange(0, 3650),
    default=HORIZON.days,
    show_default=True,
    help=say("Hoeveel dagen vooruit.", "How many days ahead."),
)
@options.as_json
@guarded
def command(folder: Path, day: date | None, days: int, output_format: str) -> None:
    workspace = Workspace.at(folder)
    options.chosen(workspace, ())
    today, horizon = day or options.today(), timedelta(days=days)
    rows = overview(workspace, today, horizon=horizon)
    laws = coming_laws(workspace, today, horizon)
    if output_format == "json":
        print_json(
            {"clients": [_as_json(row, workspace.root) for row in rows], "laws": [_date_as_json(one) for one in laws]}
        )
    else:
        for line in _table(rows):
            click.echo(line)
        for line in _more(rows, laws):
            click.echo(line)
    finish((), [failure for row in rows for failure in row.failures])


def _table(rows: Sequence[ClientRow]) -> Iterator[str]:
    head = (
        say("organisatie", "organisation"),
        say("gebouwd", "built"),
        say("online", "online"),
        say("fouten", "errors"),
        say("let op", "notes"),
        say("eerstvolgend", "next"),
    )
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(row: ClientRow) -> tuple[str, ...]:
    first = row.dates[0] if row.dates else None
    return (
        row.slug,
        _built(row.site),
        _online(row.site),
        str(row.errors or "-"),
        str(row.warnings or "-"),
        _said(first) if first else "-",
    )


def _built(site: BuiltSite) -> str:
    if site.since is None:
        return say("nog niet", "not yet")
    changed = say(", sindsdien veranderd", ", changed since") if site.status == "changed" else ""
    return f"{_day(site.since)}{changed}"


def _online(site: BuiltSite) -> str:
    since = [place.since for place in site.published if place.since]
    if not since:
        return "-"
    old = any(place.since and not place.is_latest for place in site.published)
    return _day(min(since)) + (say(", niet de laatste", ", not the latest") if old else "")


def _more(rows: Sequence[ClientRow], laws: Sequence[ComingDate]) -> Iterator[str]:
    """What does not fit in a row."""
    for row in rows:
        lines = [_said(one) for one in row.dates[1:]]
        lines += [
            say(
                f"{number.who}: hier {number.here}, bij {number.slug} {number.there}",
                f"{number.who}: {number.here} here, {number.there} at {number.slug}",
            )
            for number in row.numbers
        ]
        if lines:
            yield ""
            yield row.slug
            yield from (f"  {line}" for line in lines)
    if laws:
        yield ""
        yield say("voor alle sites", "for all sites")
        yield from (f"  {_said(one)}" for one in laws)


def _said(one: ComingDate) -> str:
    return f"{say_day(one.day).to(LANGUAGE)}: {one.what.to(LANGUAGE)}"


def _day(moment: datetime) -> str:
    return say_day(moment.date()).to(LANGUAGE)


def _as_json(row: ClientRow, root: Path) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "name": row.name.to(LANGUAGE),
        "site": row.site.status,
        "built": _iso(row.site.since),
        "changed": list(row.site.changed),
        "pages_changed": row.site.pages,
        "published": [
            {"folder": place.target, "since": _iso(place.since), "is_latest": place.is_latest}
            for place in row.site.published
        ],
        "errors": row.errors,
        "warnings": row.warnings,
        "problems": [problem.as_json(LANGUAGE, root) for problem in row.problems],
        "build_again_by": row.build_by.isoformat() if row.build_by else None,
        "dates": [_date_as_json(one) for one in row.dates],
        "other_numbers": [
            {
                "key": dotted(number.path),
                "who": number.who,
                "here": number.here,
                "at": number.slug,
                "there": number.there,
            }
            for number in row.numbers
        ],
    }


def _date_as_json(one: ComingDate) -> dict[str, str]:
    return {"day": one.day.isoformat(), "kind": one.kind, "key": dotted(one.path), "what": one.what.to(LANGUAGE)}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
