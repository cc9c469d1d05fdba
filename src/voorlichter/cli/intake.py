"""`voorlichter intake`: a list of questions for somebody at the client, as one page."""

from __future__ import annotations

from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.intake.page import render_intake
from voorlichter.intake.questions import words_of
from voorlichter.output import hand_out
from voorlichter.workspace import Workspace


@click.command("intake")
@options.common
@click.option(
    "-o",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("intake.html"),
    show_default=True,
    metavar="FILE",
    help=say("Waar de vragenlijst komt.", "Where the list goes."),
)
@guarded
def command(folder: Path, path: Path) -> None:
    hand_out(path, render_intake(LANGUAGE, words_of(Workspace.at(folder))).encode())
    click.echo(path)
    click.echo(
        say(
            "Stuur dit bestand naar iemand bij de opdrachtgever. Uit de antwoorden volgt een profiel met: voorlichter new --answers antwoorden-….json",
            "Send this file to somebody at the client. The answers become a profile with: voorlichter new --answers answers-….json",
        )
    )
