"""`voorlichter verify`: does a site stand as it was made?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import BAD_INPUT, guarded, print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.output import hand_out
from voorlichter.verify.look import LookOrder, look_at
from voorlichter.verify.page import render_page
from voorlichter.verify.verdict import as_json, render_text


@click.command("verify")
@click.argument("where", metavar="DIR|ZIP|https://…")
@options.language
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR|ZIP",
    help=say(
        "Uw eigen kopie: de map of de zip zoals u haar verstuurde of kreeg.",
        "A copy of your own: the folder or zip as you sent or received it.",
    ),
)
@click.option(
    "--signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help=say(
        "Wie mag ondertekenen: een regel per sleutel, zoals `noor@praktijk.example ssh-ed25519 AAAA…`.",
        "Who may sign: a line for each key, such as `noor@practice.example ssh-ed25519 AAAA…`.",
    ),
)
@click.option(
    "--browser",
    is_flag=True,
    help=say(
        "Open elke pagina in Chromium: verzoeken, opslag, cookies, beleid en gewicht.",
        "Open every page in Chromium: requests, storage, cookies, policy and weight.",
    ),
)
@options.as_json
@click.option(
    "--page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=say("Schrijf de uitkomst als één bladzijde.", "Write the outcome as one page."),
)
@guarded
def command(
    where: str, against: Path | None, signers: Path | None, browser: bool, output_format: str, page: Path | None
) -> None:
    verdict = look_at(where, LookOrder(against, signers, browser))
    if page:
        hand_out(page, render_page(verdict, LANGUAGE, options.today()).encode())
    if output_format == "json":
        print_json(as_json(verdict, LANGUAGE))
    else:
        click.echo(render_text(verdict, LANGUAGE))
    if not verdict.is_right:
        sys.exit(BAD_INPUT)
