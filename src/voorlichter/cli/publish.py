"""`voorlichter publish`: put a site where it is served."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.build import check_output, disk_failed, foreign_folder
from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.cli.made import build_and_read
from voorlichter.problems import InputError
from voorlichter.publish.folder import previous_of, publish_to_folder
from voorlichter.workspace import Workspace


@click.command("publish", help=say("Zet een site in de map waaruit zij getoond wordt. De vorige blijft bewaard.", "Put a site into the folder it is served from. The previous one is kept."))
@click.argument("slug")
@click.argument("target", type=click.Path(path_type=Path), metavar="FOLDER")
@options.common
@options.day
@guarded
def command(slug: str, target: Path, folder: Path, day: date | None) -> None:
    workspace = Workspace.at(folder)
    options.chosen(workspace, (slug,))
    target = target.resolve()
    foreign = foreign_folder(target)
    if foreign:
        raise InputError(foreign)
    existed = target.exists()
    check_output(workspace, target, "FOLDER")
    files = build_and_read(workspace, slug, day or options.today())
    try:
        changed = publish_to_folder(files, target)
    except OSError as error:
        raise disk_failed(error, target) from error
    if not changed:
        click.echo(say(f"{target} is al zo; niets veranderd", f"{target} is like this already; nothing changed"))
        return
    click.echo(say(f"Gepubliceerd: {target}", f"Published: {target}"))
    if existed:
        click.echo(say(f"De vorige staat in {previous_of(target)}", f"The previous one is in {previous_of(target)}"))
