"""`voorlichter publish`: put a site where it is served."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_problems
from voorlichter.cli.language import say
from voorlichter.cli.made import build_and_tell
from voorlichter.output import disk_failed
from voorlichter.publish.folder import Published, check_target, others_in, publish_to_folder
from voorlichter.publish.shelf import check_left_beside, open_shelf
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace


@click.command("publish")
@click.argument("slug")
@click.argument("target", type=click.Path(path_type=Path), metavar="FOLDER")
@options.common
@options.day
@guarded
def command(slug: str, target: Path, folder: Path, day: date | None) -> None:
    workspace = Workspace.at(folder)
    options.chosen(workspace, (slug,))
    target = target.resolve()
    check_target(workspace, target)
    turns = Turns(workspace.root)
    with turns.of(slug):
        try:
            shelf = open_shelf(workspace, slug, target)
            files = build_and_tell(workspace, slug, day or options.today())
            _tell(publish_to_folder(files, target, shelf), target)
        except OSError as error:
            raise disk_failed(error, target) from error
        print_problems(check_left_beside(workspace), workspace.root)
    finish_turns(turns)


def _tell(done: Published, target: Path) -> None:
    if done.changed:
        click.echo(say(f"Gepubliceerd: {target}", f"Published: {target}"))
    else:
        click.echo(say(f"{target} is al zo; niets veranderd", f"{target} is like this already; nothing changed"))
    if done.carried:
        click.echo(
            say(
                f"Niet van voorlichter, en meegenomen: {_top(done.carried)}",
                f"Not of voorlichter, and carried along: {_top(done.carried)}",
            )
        )
    if done.kept:
        click.echo(say(f"De vorige staat in {done.kept}", f"The previous one is in {done.kept}"))
    if done.moved:
        click.echo(
            say(
                f"Naast de site stond nog een vorige versie; die staat nu in {done.moved}",
                f"A previous version still stood beside the site; it is in {done.moved} now",
            )
        )
        if others := others_in(done.moved):
            click.echo(
                say(
                    f"Daarin ook wat niet van voorlichter is: {_top(others)}",
                    f"In it also what is not of voorlichter: {_top(others)}",
                )
            )


def _top(names: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(name.partition("/")[0] for name in names))
