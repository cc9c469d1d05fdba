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
from voorlichter.studio.write import default_parts, write_studio
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
@click.option(
    "--write",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say(
        "Schrijf de studio als een map met bestanden, die elke webserver toont; het programma draait dan in het tabblad.",
        "Write the studio as a folder of files that any host serves; the program then runs in the tab.",
    ),
)
@click.option(
    "--from",
    "parts",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say(
        "Bij --write: de map met wat het tabblad nodig heeft, van scripts/studio.py.",
        "With --write: the folder of what the tab needs, by scripts/studio.py.",
    ),
)
@options.day
@guarded
def command(folder: Path, port: int, open_: bool, target: Path | None, parts: Path | None, day: date | None) -> None:
    if target is not None:
        write_studio(parts or default_parts(), target.resolve())
        click.echo(say(f"De studio staat in {target}", f"The studio is in {target}"))
        return
    if parts is not None:
        raise click.UsageError(say("--from hoort bij --write", "--from belongs to --write"))
    session = Session(Workspace.at(folder), day or options.today(), LANGUAGE)
    with StudioServer(session, port) as studio:
        click.echo(
            say(f"De studio: {studio.address}  (stop met Ctrl-C)", f"The studio: {studio.address}  (stop with Ctrl-C)")
        )
        if open_:
            webbrowser.open(studio.address)
        threading.Event().wait()
