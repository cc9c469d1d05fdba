"""`voorlichter kit`: posters, cards, slides and texts of an organisation, from its profile."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from voorlichter.artefacts.kit.folder import foreign_kit, write_kit
from voorlichter.artefacts.kit.make import KitMaker, read_kit
from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_json
from voorlichter.cli.language import say
from voorlichter.cli.made import read_and_tell
from voorlichter.organisation import Organisations
from voorlichter.output import check_output, disk_failed
from voorlichter.problems import InputError
from voorlichter.shards import Shard
from voorlichter.stage_one import StageOne
from voorlichter.swap import recover
from voorlichter.turns import Turns
from voorlichter.workspace import KITS, Workspace


@click.command("kit")
@options.slugs
@options.common
@click.option(
    "--bleed",
    is_flag=True,
    help=say("Voor de drukker: met snijtekens en 3 mm afloop.", "For a print shop: with crop marks and 3 mm of bleed."),
)
@options.output(f"{KITS}/")
@options.shard
@options.day
@options.as_json
@guarded
def command(
    slugs: tuple[str, ...],
    folder: Path,
    bleed: bool,
    output: Path | None,
    shard: Shard | None,
    day: date | None,
    output_format: str,
) -> None:
    workspace = Workspace.at(folder)
    wanted = options.chosen(workspace, slugs, shard)
    own = workspace.kits
    target = (output or own).resolve()
    check_output(workspace, target)
    recover(target)
    organisations = Organisations(
        workspace,
        StageOne(
            workspace,
            tell=lambda variant: click.echo(
                say(f"Teksten klaarzetten ({variant.name}) …", f"Preparing the texts ({variant.name}) …"), err=True
            ),
        ),
        day or options.today(),
    )
    made = []
    turns = Turns(workspace.root)
    with closing(KitMaker(workspace, bleed)) as maker:
        for slug in wanted:
            with turns.of(slug):
                made.append(_make(organisations, maker, slug, target / slug))
                if output_format == "text":
                    click.echo(_line(made[-1]))
    finish_turns(turns)
    if output_format == "json":
        print_json(made)
    elif target == own:
        click.echo(
            say(
                "Zet het op de site, op de pagina Materialen, met: voorlichter build",
                "Put it on the site, on the page Materials, with: voorlichter build",
            )
        )


def _make(organisations: Organisations, maker: KitMaker, slug: str, folder: Path) -> dict[str, Any]:
    """One kit, put in its folder; what came of it as `--format json` tells it."""
    if problems := foreign_kit(folder):
        raise InputError(problems)
    organisation = read_and_tell(organisations, slug)
    before = read_kit(folder)
    kit = maker.make(organisation, before)
    try:
        written = write_kit(kit, folder)
    except OSError as error:
        raise disk_failed(error, folder) from error
    files = [
        {
            **{key: value for key, value in asdict(made).items() if key != "key"},
            "size": len(kit.files[made.name]),
            "new": before.get(made.name, ("", b""))[1] != kit.files[made.name],
        }
        for made in kit.made
    ]
    return {
        "slug": slug,
        "kit": str(folder),
        "status": "made" if written else "unchanged",
        "bleed": kit.bleed,
        "files": files,
    }


def _line(made: dict[str, Any]) -> str:
    files = made["files"]
    if made["status"] == "unchanged":
        return say(
            f"{made['slug']}: niet veranderd ({len(files)} bestanden)",
            f"{made['slug']}: unchanged ({len(files)} files)",
        )
    size = f"{sum(file['size'] for file in files) / 1_000_000:.1f} MB"
    new = sum(file["new"] for file in files)
    return say(
        f"{made['slug']}: {len(files)} bestanden ({size.replace('.', ',')}), {new} nieuw of veranderd  {made['kit']}",
        f"{made['slug']}: {len(files)} files ({size}), {new} new or changed  {made['kit']}",
    )
