"""`voorlichter diff`: what changed for the reader since an earlier version, as lines or as a sheet to sign."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from voorlichter.artefacts.changes.compare import Comparison
from voorlichter.artefacts.changes.earlier import read_earlier
from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion
from voorlichter.artefacts.changes.plan import ChangeSheet
from voorlichter.artefacts.changes.sheet import render_sheet
from voorlichter.artefacts.changes.told import ToldChange, say_where, tell_rows, tell_texts
from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.made import read_and_tell
from voorlichter.organisation import Organisation, Organisations
from voorlichter.output import hand_out
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace


@click.command("diff")
@options.slugs
@options.common
@click.option(
    "--since",
    required=True,
    metavar=say("MAP|VERSIE", "FOLDER|VERSION"),
    help=say(
        "Een eerdere werkmap, profielmap of gebouwde site; of een commit, tag of branch in Git.",
        "An earlier workspace, profile folder or built site; or a commit, tag or branch in Git.",
    ),
)
@click.option(
    "-o",
    "--sheet",
    "sheet_path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("BESTAND.pdf", "FILE.pdf"),
    help=say("Schrijf het blad dat de opdrachtgever ondertekent.", "Write the sheet that the client signs."),
)
@options.day
@options.as_json
@guarded
def command(
    slugs: tuple[str, ...], folder: Path, since: str, sheet_path: Path | None, day: date | None, output_format: str
) -> None:
    if sheet_path is not None and sheet_path.suffix.lower() != ".pdf":
        raise click.UsageError(
            say(
                f"het blad is een PDF; schrijf: -o {sheet_path.with_suffix('.pdf')}",
                f"the sheet is a PDF; write: -o {sheet_path.with_suffix('.pdf')}",
            )
        )
    workspace = Workspace.at(folder)
    wanted = options.chosen(workspace, slugs)
    if sheet_path is not None and len(wanted) > 1:
        raise click.UsageError(
            say(
                f"een blad is voor één organisatie; kies uit: {', '.join(wanted)}",
                f"a sheet is for one organisation; choose from: {', '.join(wanted)}",
            )
        )
    stage_one, materials, today = StageOne(workspace), Materials(workspace), day or options.today()
    organisations = Organisations(workspace, stage_one, today)
    told: list[dict[str, Any]] = []
    turns = Turns(workspace.root)
    for slug in wanted:
        with turns.of(slug):
            organisation = read_and_tell(organisations, slug)
            with read_earlier(workspace, slug, since) as earlier:
                sheet = Comparison(
                    workspace,
                    stage_one,
                    slug,
                    ProfileVersion(organisation.profile, organisation.media, organisation.own),
                    earlier,
                    today,
                    LANGUAGE,
                    materials,
                ).compare()
            told.append(_as_json(sheet))
            if output_format == "text":
                _print(sheet)
            if sheet_path is not None:
                _write(workspace, sheet_path.resolve(), sheet, organisation)
    finish_turns(turns)
    if output_format == "json":
        print_json(told)


def _print(sheet: ChangeSheet) -> None:
    click.secho(
        say(
            f"{sheet.organisation}: veranderd sinds {sheet.since}", f"{sheet.organisation}: changed since {sheet.since}"
        ),
        bold=True,
    )
    for note in sheet.notes:
        click.secho(note, err=True, fg="yellow")
    lines = tell_rows(sheet, sheet.rows, LANGUAGE)
    texts, more = tell_texts(sheet, LANGUAGE)
    for line in [*lines, *texts]:
        _print_line(line)
    if more:
        click.echo(more)
    if sheet.is_empty:
        click.echo(say("Er is niets veranderd.", "Nothing has changed."))


def _print_line(line: ToldChange) -> None:
    click.echo(f"{line.what}: {line.where}")
    if line.was or line.becomes:
        click.echo(
            say(
                f"  was: {line.was}\n  wordt: {line.becomes}" if line.was else f"  {line.becomes}",
                f"  was: {line.was}\n  becomes: {line.becomes}" if line.was else f"  {line.becomes}",
            )
        )


def _as_json(sheet: ChangeSheet) -> dict[str, Any]:
    """Everything, uncut."""
    return {
        "profile": sheet.slug,
        "organisation": sheet.organisation,
        "since": sheet.since,
        "changes": [
            {
                "key": ".".join(row.path),
                "what": row.what,
                "was": row.was,
                "becomes": row.becomes,
                "where": say_where(sheet, row.pages, row.materials, LANGUAGE),
                "pages": [asdict(spot) for spot in row.pages],
                "materials": [asdict(spot) for spot in row.materials],
            }
            for row in sheet.rows
        ],
        "texts": [
            {
                "kind": change.kind,
                "gone": change.gone,
                "new": change.new,
                "pages": [asdict(spot) for spot in change.pages],
            }
            for change in sheet.texts
        ],
        "notes": sheet.notes,
    }


def _write(workspace: Workspace, path: Path, sheet: ChangeSheet, organisation: Organisation) -> None:
    data = render_sheet(workspace, sheet, organisation.profile, organisation.media, LANGUAGE)
    hand_out(path, data)
    click.echo(f"{path} ({max(1, len(data) // 1024)} kB)", err=True)
