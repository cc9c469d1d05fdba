"""`voorlichter studio`: the whole program in a page, on this computer."""

from __future__ import annotations

import threading
import webbrowser
from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.studio.server import StudioServer
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace


@click.command("studio")
@options.common
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help=say("De poort op deze computer; anders een vrije.", "The port on this computer; otherwise a free one."),
)
@click.option("--open/--no-open", "open_", default=True, help=say("Open de browser.", "Open the browser."))
@options.day
@guarded
def command(folder: Path, port: int, open_: bool, day: date | None) -> None:
    session = Session(Workspace.at(folder), day or options.today(), LANGUAGE)
    with StudioServer(session, port) as studio:
        click.echo(
            say(f"De studio: {studio.address}  (stop met Ctrl-C)", f"The studio: {studio.address}  (stop with Ctrl-C)")
        )
        if open_:
            webbrowser.open(studio.address)
        threading.Event().wait()
