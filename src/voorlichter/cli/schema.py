"""`voorlichter schema`: the JSON Schema an editor completes a profile or a training module from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from voorlichter.cli.answer import print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import Language
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.quiz.schema import module_schema
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace

_KINDS = ("profile", "advisor", "module")


@click.command("schema")
@click.argument("kind", type=click.Choice(_KINDS), default="profile")
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default=LANGUAGE,
    help=say("Taal van de uitleg.", "Language of the explanations."),
)
def command(kind: str, lang: str) -> None:
    data, _ = check_data(Workspace.at(Path.cwd()))
    schemas: dict[str, Callable[[Language], dict[str, Any]]] = {
        "profile": partial(profile_schema, doors=data.called_doors, languages=data.languages),
        "advisor": partial(advisor_schema, languages=data.languages),
        "module": partial(module_schema, languages=data.languages),
    }
    print_json(schemas[kind]("nl" if lang == "nl" else "en"))
