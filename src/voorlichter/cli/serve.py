"""`voorlichter serve`: look at a site while its profile, pages and quizzes change."""

from __future__ import annotations

import webbrowser
from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.build_again import tell_build_again
from voorlichter.preview import Preview
from voorlichter.workspace import Workspace


@click.command("serve")
@click.argument("slug", required=False)
@options.common
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help=say("De poort op deze computer.", "The port on this computer."),
)
@click.option("--open/--no-open", "open_", default=False, help=say("Open de browser.", "Open the browser."))
@options.day
@guarded
def command(slug: str | None, folder: Path, port: int, open_: bool, day: date | None) -> None:
    workspace = Workspace.at(folder)
    wanted = options.chosen(workspace, (slug,) if slug else ())[0]
    with Preview(workspace, wanted, port, day or options.today()) as preview:
        click.echo(
            say(f"{wanted}: {preview.address}  (stop met Ctrl-C)", f"{wanted}: {preview.address}  (stop with Ctrl-C)")
        )
        for line in tell_build_again({wanted: preview.known}, preview.order.today):
            click.echo(line.to(LANGUAGE))
        if open_:
            webbrowser.open(preview.address)
        preview.run(lambda line: click.echo(line))
