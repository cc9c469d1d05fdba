"""`voorlichter schema`: the JSON Schema an editor completes a profile or a training module from."""

from __future__ import annotations

import click

from voorlichter.cli.answer import print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.quiz.schema import module_schema

_SCHEMAS = {"profile": profile_schema, "advisor": advisor_schema, "module": module_schema}


@click.command("schema")
@click.argument("kind", type=click.Choice(list(_SCHEMAS)), default="profile")
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default=LANGUAGE,
    help=say("Taal van de uitleg.", "Language of the explanations."),
)
def command(kind: str, lang: str) -> None:
    print_json(_SCHEMAS[kind]("nl" if lang == "nl" else "en"))
