"""How a verb does something to an organisation as a whole: told, agreed to, done."""

from __future__ import annotations

import click

from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.plan import ClientPlan, carry_out
from voorlichter.workspace import Workspace

yes = click.option("--yes", is_flag=True, help=say("Vraag niets.", "Ask nothing."))


def agree_and_do(workspace: Workspace, plan: ClientPlan, question: str, agreed: bool) -> None:
    """Nobody there to answer is a no. Raises MachineError where the disk refuses."""
    if not agreed:
        for source, target in plan.moves:
            click.echo(f"{source.relative_to(workspace.root)} → {target.relative_to(workspace.root)}")
        click.confirm(question, abort=True)
    carry_out(workspace, plan)
    for told in plan.tell:
        click.echo(told.to(LANGUAGE))
    if plan.for_it:
        click.echo()
        click.secho(say("Voor ICT:", "For IT:"), bold=True)
        click.echo(plan.for_it.to(LANGUAGE))
