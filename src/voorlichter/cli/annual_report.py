"""`voorlichter annual-report`: give account of a year, from counts that stay where they are."""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path
from subprocess import list2cmdline

import click

from voorlichter.artefacts.report.make import make_report
from voorlichter.artefacts.report.offer import folder_of
from voorlichter.artefacts.report.plan import plan_publication, warn_of_gaps
from voorlichter.artefacts.report.publication import read_publications
from voorlichter.artefacts.report.read import check_counts, read_counts, write_counts
from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.made import read_and_tell
from voorlichter.organisation import Organisations
from voorlichter.output import check_output, disk_failed, hand_out
from voorlichter.problems import InputError
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import KITS, REPORTS, Workspace

_COUNTING = 7
"""From this month on a new file is for the year itself, before it for the last one."""


@click.command("annual-report")
@click.argument("slug")
@options.common
@click.option(
    "--counts",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=say(
        "Het bestand met aantallen, buiten de werkmap en buiten Git.",
        "The file with counts, outside the workspace and outside Git.",
    ),
)
@click.option(
    "--new", is_flag=True, help=say("Maak dat bestand eerst, om in te vullen.", "Make that file first, to fill in.")
)
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    default=None,
    help=say("Het jaar; anders het laatste.", "The year; otherwise the last one."),
)
@options.output(f"{KITS}/")
@options.day
@guarded
def command(
    slug: str, folder: Path, counts: Path, new: bool, year: int | None, output: Path | None, day: date | None
) -> None:
    workspace = Workspace.at(folder)
    options.chosen(workspace, (slug,))
    target = (output or workspace.kits).resolve()
    check_output(workspace, target)
    today = day or options.today()
    if new:
        _make_counts(counts, workspace, slug, year or today.year - (today.month < _COUNTING))
        return
    turns = Turns(workspace.root)
    with turns.of(slug):
        _make(workspace, slug, counts, year, target / slug / REPORTS, today)
    finish_turns(turns)


def _make(workspace: Workspace, slug: str, counts: Path, year: int | None, folder: Path, today: date) -> None:
    source = read_counts(counts, workspace)
    stage_one = StageOne(workspace)
    organisation = read_and_tell(Organisations(workspace, stage_one, today), slug)
    counted, problems = check_counts(source, slug, organisation.profile, stage_one.vocabulary())
    if counted is None:
        raise InputError(problems)
    earlier = read_publications(folder) | read_publications(folder_of(workspace, slug))
    publication = plan_publication(counted, source, organisation.profile, year, earlier, today)
    print_problems(warn_of_gaps(counted, source, publication.figures), workspace.root)
    for name, data in make_report(publication, workspace, organisation).items():
        hand_out(folder / name, data)
        click.echo(f"{folder / name} ({max(1, len(data) // 1024)} kB)")


def _make_counts(path: Path, workspace: Workspace, slug: str, year: int) -> None:
    try:
        write_counts(path, workspace, slug, year, LANGUAGE)
    except OSError as error:
        raise disk_failed(error, path) from error
    click.echo(say(f"Gemaakt: {path}", f"Made: {path}"))
    words = ["voorlichter", "annual-report", slug, "--counts", str(path)]
    command = list2cmdline(words) if os.name == "nt" else shlex.join(words)
    click.echo(
        say(
            f"Vul het in. Maak het verslag vanaf 1 januari {year + 1}, met: {command}",
            f"Fill it in. Make the report from 1 January {year + 1} on, with: {command}",
        )
    )
