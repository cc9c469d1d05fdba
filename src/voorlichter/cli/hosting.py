"""`voorlichter hosting`: what whoever runs a server needs to show a site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.made import build_and_tell, read_and_tell
from voorlichter.hosting.model import read_frame
from voorlichter.hosting.page import for_it
from voorlichter.organisation import Organisations
from voorlichter.output import hand_out
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace


@click.command("hosting")
@options.slugs
@options.common
@click.option(
    "--frame",
    metavar="https://…",
    help=say(
        "Het begin van het adres van een intranet dat de kleine contactkaart in een kader mag tonen, naast wie het profiel noemt (publication: framed_by).",
        "How the address begins of an intranet that may show the small contact card in a frame, beside whom the profile names (publication: framed_by).",
    ),
)
@options.output("export/<slug>-ict/")
@options.day
@guarded
def command(slugs: tuple[str, ...], folder: Path, frame: str | None, output: Path | None, day: date | None) -> None:
    workspace, today = Workspace.at(folder), day or options.today()
    framed_by = read_frame(frame) if frame else ()
    organisations = Organisations(workspace, StageOne(workspace), today)
    turns = Turns(workspace.root)
    chosen = options.chosen(workspace, slugs)
    for slug in chosen:
        with turns.of(slug):
            profile = read_and_tell(organisations, slug).profile
            site = build_and_tell(workspace, slug, today)
            target = (
                output / slug if output and len(chosen) > 1 else output or workspace.root / "export" / f"{slug}-ict"
            )
            for name, data in for_it(workspace, profile, site, framed_by, also={LANGUAGE}).items():
                hand_out(target.resolve() / name, data)
            click.echo(target)
    finish_turns(turns)
