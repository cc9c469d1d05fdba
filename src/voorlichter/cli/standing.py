"""`voorlichter publish --status`: what stands where, since when, and what publishing would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click

from voorlichter.build import BuildOrder, build_sites
from voorlichter.calendar_words import say_day
from voorlichter.cli.answer import finish, print_json, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import has_errors
from voorlichter.publish.shelf import read_file, shelves
from voorlichter.publish.standing import Changes, PublishedSite, look_at
from voorlichter.workspace import MANIFEST, Workspace

_SHOWN = 8


def tell_standing(workspace: Workspace, slugs: Sequence[str], today: date, output_format: str) -> None:
    """The sites are built first; one with errors is held against what was built of it before."""
    output = workspace.root / "site"
    outcomes = {one.slug: one for one in build_sites(BuildOrder(workspace, output, today), slugs)}
    places = {
        slug: [look_at(shelf, read_file(output / slug / MANIFEST), closely=True) for shelf in shelves(workspace, slug)]
        for slug in slugs
    }
    problems = [problem for one in outcomes.values() for problem in one.problems if has_errors([problem])]
    if output_format == "json":
        print_json(
            [
                {"slug": slug, "built": outcomes[slug].status != "refused", "places": [_as_json(one) for one in found]}
                for slug, found in places.items()
            ]
        )
    else:
        print_problems(problems, workspace.root)
        for slug, found in places.items():
            click.echo(slug)
            for line in [line for one in found for line in _lines(one)] or [
                say("nog niet gepubliceerd", "not published yet")
            ]:
                click.echo(f"  {line}")
    finish(problems, [failure for one in outcomes.values() for failure in one.failures])


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


def _as_json(one: PublishedSite) -> dict[str, Any]:
    return {
        "target": one.target,
        "since": one.since.isoformat(timespec="seconds") if one.since else None,
        "is_latest": one.is_latest,
        "damaged": list(one.damaged or ()),
        "new": list(one.changes.new),
        "changed": list(one.changes.changed),
        "gone": list(one.changes.gone),
        "why": one.why.to(LANGUAGE) if one.why else None,
    }
