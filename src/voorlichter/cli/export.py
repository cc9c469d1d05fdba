"""`voorlichter export`: a site as a package."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.build import disk_failed
from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.cli.made import build_and_read
from voorlichter.publish.zip_file import render_zip
from voorlichter.swap import replace_file
from voorlichter.workspace import Workspace


@click.command("export", help=say("Pak een site in als zip, voor wie haar op een server zet.", "Pack a site as a zip, for whoever puts it on a server."))
@options.slugs
@options.common
@click.option("--format", "package", type=click.Choice(["zip"]), default="zip", help=say("Het soort pakket.", "The kind of package."))
@options.output("export/")
@options.day
@guarded
def command(slugs: tuple[str, ...], folder: Path, package: str, output: Path | None, day: date | None) -> None:
    workspace = Workspace.at(folder)
    target = (output or workspace.root / "export").resolve()
    for slug in options.chosen(workspace, slugs):
        data = render_zip(build_and_read(workspace, slug, day or options.today()))
        path = target / f"{slug}.{package}"
        try:
            replace_file(path, data)
        except OSError as error:
            raise disk_failed(error, path) from error
        click.echo(say(f"{path} ({len(data) // 1024} kB)", f"{path} ({len(data) // 1024} kB)"))
