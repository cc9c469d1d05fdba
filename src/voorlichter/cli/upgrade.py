"""`voorlichter upgrade`: the sentences that a new version of the program changes on each site, and to accept them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from voorlichter import __version__
from voorlichter.artefacts.changes.told import say_where
from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.wording import NewWording, ProgramWording, accept, is_accepted
from voorlichter.problems import printable
from voorlichter.publish.shelf import Shelf
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace


@click.command("upgrade")
@options.slugs
@options.common
@click.option(
    "--preview",
    is_flag=True,
    help=say(
        "Toon per site elke zin die anders wordt; zonder --accept gebeurt dit ook.",
        "Show for each site every sentence that changes; without --accept this happens too.",
    ),
)
@click.option(
    "--accept",
    "accepting",
    is_flag=True,
    help=say(
        "De zinnen zijn gelezen en goed: ze mogen online.", "The sentences were read and are right: they may go online."
    ),
)
@options.as_json
@guarded
def command(slugs: tuple[str, ...], folder: Path, preview: bool, accepting: bool, output_format: str) -> None:
    if preview and accepting:
        raise click.UsageError(say("kies --preview of --accept", "choose --preview or --accept"))
    workspace = Workspace.at(folder)
    wording = ProgramWording(workspace, StageOne(workspace))
    turns = Turns(workspace.root)
    told: list[dict[str, Any]] = []
    for slug in options.chosen(workspace, slugs):
        with turns.of(slug):
            found = list(wording.find_new(slug))
            for shelf, new in found:
                if accepting:
                    accept(shelf, new)
                told.append(_as_json(shelf, new))
            if output_format == "text":
                _print(slug, found, accepting, wording.stage_one)
    if output_format == "json":
        print_json(told)
    finish_turns(turns)


def _print(slug: str, found: list[tuple[Shelf, NewWording]], accepting: bool, stage_one: StageOne) -> None:
    if not found:
        click.echo(say(f"{slug}: er verandert geen zin", f"{slug}: no sentence changes"))
    shown: set[str] = set()
    for shelf, new in found:
        if accepting:
            click.echo(
                say(
                    f"{slug}: de tekst van versie {__version__} mag online in {shelf.target}",
                    f"{slug}: the text of version {__version__} may go online in {shelf.target}",
                )
            )
        elif new.mark not in shown:  # the same site in another place changes the same
            _show(new, stage_one)
            if not is_accepted(shelf, new):
                click.echo(
                    say(
                        f"Is het goed? Zeg dan: voorlichter upgrade {slug} --accept",
                        f"Is it right? Then say: voorlichter upgrade {slug} --accept",
                    )
                )
        shown.add(new.mark)


def _show(new: NewWording, stage_one: StageOne) -> None:
    click.secho(
        say(
            f"{new.slug}: online staat de tekst van versie {new.since}; versie {__version__} verandert:",
            f"{new.slug}: the text of version {new.since} is online; version {__version__} changes:",
        ),
        bold=True,
    )
    if new.is_mixed:
        click.secho(
            say(
                "Het profiel van toen is met deze versie niet te lezen; wat u zelf veranderde, staat er dus ook tussen.",
                "The profile of then cannot be read by this version; so what you changed yourself is among it.",
            ),
            err=True,
            fg="yellow",
        )
    sheet = new.sheet(LANGUAGE, stage_one)
    for change in new.changes:
        click.echo(printable(say_where(sheet, change.pages, (), LANGUAGE)))
        for sentence in change.gone:
            click.secho(printable(f"  - {sentence}"), fg="red")
        for sentence in change.new:
            click.secho(printable(f"  + {sentence}"), fg="green")


def _as_json(shelf: Shelf, new: NewWording) -> dict[str, Any]:
    return {
        "profile": new.slug,
        "target": shelf.target,
        "since": new.since,
        "version": __version__,
        "accepted": is_accepted(shelf, new),
        "mixed": new.is_mixed,
        "changes": [
            {"kind": one.kind, "gone": one.gone, "new": one.new, "pages": [asdict(spot) for spot in one.pages]}
            for one in new.changes
        ],
    }
