"""`voorlichter publish --rollback`: told first, agreed to, done."""

from __future__ import annotations

from collections.abc import Sequence

import click

from voorlichter.calendar_words import say_day
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.publishing import Publisher
from voorlichter.clients.rollback import Rollback, check_rollback, plan_rollback, roll_back
from voorlichter.publish.shelf import Shelf

_SHOWN = 12


def roll_back_one(publisher: Publisher, shelf: Shelf, accepted: Sequence[str], agreed: bool) -> None:
    """Nobody there to answer is a no. Raises InputError where something would come back that was not named."""
    plan = plan_rollback(publisher, shelf)
    _list(plan)
    check_rollback(plan, accepted)
    if not agreed:
        click.confirm(say(f"{shelf.target} zo terugzetten?", f"Put {shelf.target} back like this?"), abort=True)
    roll_back(publisher, plan)
    click.echo(
        say(
            f"{shelf.slug}: teruggezet, {shelf.target}. Bij de volgende publish staat er weer wat het profiel zegt.",
            f"{shelf.slug}: put back, {shelf.target}. The next publish brings what the profile says.",
        )
    )


def _list(plan: Rollback) -> None:
    day = say_day(plan.kept.date()).to(LANGUAGE)
    click.echo(
        say(
            f"{plan.shelf.target}: terug naar de versie die op {day} bewaard werd, in {plan.version}",
            f"{plan.shelf.target}: back to the version that was kept on {day}, in {plan.version}",
        )
    )
    names = ", ".join(plan.pages[:_SHOWN])
    more = len(plan.pages) - _SHOWN
    click.echo(
        say(f"Bladzijden die anders worden: {len(plan.pages)}", f"Pages that would change: {len(plan.pages)}")
        + (f" ({names}{say(f' en nog {more}', f' and {more} more') if more > 0 else ''})" if names else "")
    )
    for one in plan.back:
        click.echo(say("Komt terug: ", "Comes back: ") + one.say().to(LANGUAGE))
