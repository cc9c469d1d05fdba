"""`voorlichter stop`: take an organisation out of the workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.cli.whole import agree_and_do, yes
from voorlichter.clients.stop import plan_stop
from voorlichter.workspace import Workspace


@click.command("stop")
@click.argument("slug")
@options.common
@options.day
@yes
@guarded
def command(slug: str, folder: Path, day: date | None, yes: bool) -> None:
    workspace = Workspace.at(folder)
    plan = plan_stop(workspace, slug, day or options.today())
    agree_and_do(workspace, plan, say(f"{slug} stopt?", f"{slug} stops?"), yes)
