"""`voorlichter rename`: another slug for an organisation."""

from __future__ import annotations

from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.cli.whole import agree_and_do, yes
from voorlichter.clients.rename import plan_rename
from voorlichter.workspace import Workspace


@click.command("rename")
@click.argument("slug")
@click.argument("new_slug", metavar=say("NIEUW", "NEW"))
@options.common
@yes
@guarded
def command(slug: str, new_slug: str, folder: Path, yes: bool) -> None:
    workspace = Workspace.at(folder)
    plan = plan_rename(workspace, slug, new_slug)
    agree_and_do(workspace, plan, say(f"{slug} wordt {new_slug}?", f"{slug} becomes {new_slug}?"), yes)
