"""`voorlichter sign`: say with your own SSH key that a site is yours."""

from __future__ import annotations

from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.verify.signature import put_signature


@click.command("sign")
@click.argument("site", type=click.Path(path_type=Path, exists=True), metavar="DIR|ZIP")
@options.language
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    metavar="FILE",
    help=say(
        "Uw SSH-sleutel, of de openbare helft van een sleutel in uw agent.",
        "Your SSH key, or the public half of a key in your agent.",
    ),
)
@guarded
def command(site: Path, key: Path) -> None:
    click.echo(put_signature(site, key))
