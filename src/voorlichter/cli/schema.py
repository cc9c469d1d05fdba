"""`voorlichter schema`: the JSON Schema an editor completes a profile from."""

from __future__ import annotations

import click

from voorlichter.cli.answer import print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.profile.schema import advisor_schema, profile_schema


@click.command("schema", help=say("Druk het JSON Schema van een profiel af, voor een editor die meedenkt.", "Print a profile's JSON Schema, for an editor that completes."))
@click.argument("kind", type=click.Choice(["profile", "advisor"]), default="profile")
@click.option("--lang", type=click.Choice(["nl", "en"]), default=LANGUAGE, help=say("Taal van de uitleg.", "Language of the explanations."))
def command(kind: str, lang: str) -> None:
    schema = advisor_schema if kind == "advisor" else profile_schema
    print_json(schema("nl" if lang == "nl" else "en"))
