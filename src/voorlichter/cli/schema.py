"""`voorlichter schema`: the JSON Schema an editor completes a profile from."""

from __future__ import annotations

import click

from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.report import print_json
from voorlichter.profile.schema import profile_schema


@click.command("schema", help=say("Druk het JSON Schema van een profiel af, voor een editor die meedenkt.", "Print a profile's JSON Schema, for an editor that completes."))
@click.option("--lang", type=click.Choice(["nl", "en"]), default=LANGUAGE, help=say("Taal van de uitleg.", "Language of the explanations."))
def command(lang: str) -> None:
    print_json(profile_schema("nl" if lang == "nl" else "en"))
