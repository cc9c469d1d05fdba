"""`voorlichter duplicate`: a new organisation like one that is there."""

from __future__ import annotations

from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.duplicate import plan_duplicate, write_duplicate
from voorlichter.workspace import Workspace


@click.command("duplicate")
@click.argument("slug")
@click.argument("name", metavar=say("NAAM", "NAME"))
@options.common
@guarded
def command(slug: str, name: str, folder: Path) -> None:
    plan = plan_duplicate(Workspace.at(folder), slug, name, language=LANGUAGE)
    write_duplicate(plan)
    for told in plan.tell:
        click.echo(told.to(LANGUAGE))
