"""`voorlichter translate`: the texts of a language of one page to a translator's program, and back."""

from __future__ import annotations

from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.output import hand_out
from voorlichter.problems import InputError
from voorlichter.regular_file import read_regular
from voorlichter.translate.store import store
from voorlichter.translate.xliff import read_xliff, render_xliff
from voorlichter.translated import segments_of
from voorlichter.workspace import Workspace


@click.group("translate")
def command() -> None:
    pass


_LANGUAGE = click.option(
    "--language", "code", required=True, metavar="CODE", help=say("De taal, zoals pl.", "The language, such as pl.")
)


@command.command("export", help=say("Schrijf de teksten als XLIFF 2.1.", "Write the texts as XLIFF 2.1."))
@_LANGUAGE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("Waarheen; anders voorlichter-CODE.xlf.", "Where to; otherwise voorlichter-CODE.xlf."),
)
@options.common
@guarded
def export(code: str, output: Path | None, folder: Path) -> None:
    target = output or Path(f"voorlichter-{code}.xlf")
    hand_out(target, render_xliff(segments_of(Workspace.at(folder), code), code).encode())
    click.echo(target)


@command.command("import", help=say("Neem een vertaalde XLIFF terug.", "Take a translated XLIFF back."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_LANGUAGE
@options.common
@guarded
def import_(file: Path, code: str, folder: Path) -> None:
    workspace = Workspace.at(folder)
    segments = segments_of(workspace, code)
    taken, problems = read_xliff(file, read_regular(file), segments, code)
    if problems:
        raise InputError(problems)
    for written in store(workspace, code, taken):
        click.echo(written.relative_to(workspace.root).as_posix())
    left = [segment for segment in segments_of(workspace, code) if segment.target is None or segment.is_stale]
    click.echo(say(f"Nog te vertalen of na te kijken: {len(left)}", f"Still to translate or to look at: {len(left)}"))
    for segment in left:
        click.echo(f"  {segment.id}")
