"""`voorlichter publish --status`: what stands where, since when, and what publishing would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from voorlichter.calendar_words import say_day
from voorlichter.cli.answer import finish, print_json, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.standing import read_standing
from voorlichter.publish.standing import Changes, PublishedSite
from voorlichter.workspace import Workspace

_SHOWN = 8


def tell_standing(workspace: Workspace, slugs: Sequence[str], today: date, output_format: str) -> None:
    sites = read_standing(workspace, slugs, today)
    problems = [problem for site in sites for problem in site.errors]
    if output_format == "json":
        print_json(
            [
                {"slug": site.slug, "built": site.is_built, "places": [one.as_json(LANGUAGE) for one in site.places]}
                for site in sites
            ]
        )
    else:
        print_problems(problems, workspace.root)
        for site in sites:
            click.echo(site.slug)
            for line in [line for one in site.places for line in _lines(one)] or [
                say("nog niet gepubliceerd", "not published yet")
            ]:
                click.echo(f"  {line}")
    finish(problems, [failure for site in sites for failure in site.failures])


def _lines(one: PublishedSite) -> Iterator[str]:
    if one.since is None:
        yield f"{one.target}: " + (
            one.why.to(LANGUAGE) if one.why else say("staat hier niet meer", "no longer stands here")
        )
        return
    day = say_day(one.since.date()).to(LANGUAGE)
    yield f"{one.target}: " + say(f"online sinds {day}", f"online since {day}")
    if one.damaged:
        yield (
            "  "
            + say("niet meer zoals het gepubliceerd is: ", "no longer as it was published: ")
            + _listed(one.damaged)
        )
    if len(one.changes):
        yield from (f"  {line}" for line in _changes(one.changes))
    else:
        yield (
            "  " + say("publiceren verandert niets", "publishing changes nothing")
            if not one.damaged
            else "  " + say("publiceren zet dat recht", "publishing puts that right")
        )


def _changes(changes: Changes) -> Iterator[str]:
    if changes.changed:
        yield say("publiceren verandert: ", "publishing changes: ") + _listed(changes.changed)
    if changes.new:
        yield say("publiceren voegt toe: ", "publishing adds: ") + _listed(changes.new)
    if changes.gone:
        yield say("publiceren haalt weg: ", "publishing removes: ") + _listed(changes.gone)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    rest = say(f" en nog {more}", f" and {more} more") if more > 0 else ""
    return f"{len(names)} ({', '.join(names[:_SHOWN])}{rest})"
