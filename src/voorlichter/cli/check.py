"""`voorlichter check`: every problem in profiles, pages, quizzes, data and theme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cache import open_cache
from voorlichter.cli import options
from voorlichter.cli.answer import finish, guarded, print_json, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.texts import as_json, as_table, read_figures
from voorlichter.clients.build_again import tell_build_again
from voorlichter.clients.overview import build_again_by, names_of_others
from voorlichter.clients.photos import check_photos
from voorlichter.conflict_copies import check_copies
from voorlichter.organisation import check_organisation
from voorlichter.own.template import check_own
from voorlichter.problems import Problem, Say, has_errors, sort_problems
from voorlichter.profile.one_advisor import check_places
from voorlichter.profile.other_clients import OtherClients
from voorlichter.publish.shelf import check_left_beside
from voorlichter.reading.figures import FiguresRow
from voorlichter.slots.check import ONE_ADVISOR
from voorlichter.template.data import check_age, count_unchecked
from voorlichter.template.passages import count_lapsed
from voorlichter.template.shared import check_shared
from voorlichter.template.sources import Sources
from voorlichter.turns import Turns
from voorlichter.workspace import LAYERED, Workspace


@click.command("check")
@options.slugs
@options.common
@options.day
@click.option(
    "--texts",
    is_flag=True,
    help=say(
        "Laat per pagina zien hoe de teksten lezen, zoals de eerste van deze organisaties ze toont.",
        "Show for each page how the texts read, as the first of these organisations shows them.",
    ),
)
@options.as_json
@guarded
def command(slugs: tuple[str, ...], folder: Path, day: date | None, texts: bool, output_format: str) -> None:
    workspace = Workspace.at(folder)
    wanted = options.chosen(workspace, slugs)
    today = day or options.today()
    shared = check_shared(workspace)
    sources = shared[0]
    problems, known, failures = check_workspace(workspace, shared, wanted, today)
    unchecked, lapsed = count_unchecked(sources.data, workspace.root / "data"), count_lapsed(sources)
    rows: list[FiguresRow] = []
    if texts and not failures and not has_errors(problems):
        rows, failures = read_figures(workspace, wanted[0], today)
    if output_format == "json":
        print_json(
            [
                *(problem.as_json(LANGUAGE, workspace.root) for problem in problems),
                *(
                    {"severity": "info", "slug": slug, "build_again_by": last.isoformat()}
                    for slug, last in known.items()
                    if last
                ),
                *([{"severity": "info", "unchecked_sources": unchecked}] if unchecked else []),
                *([{"severity": "info", "lapsed_reviews": lapsed}] if lapsed else []),
                *([{"severity": "info", "slug": wanted[0], "texts": [as_json(row) for row in rows]}] if rows else []),
            ]
        )
    else:
        print_problems(problems, workspace.root)
        errors = sum(problem.severity == "error" for problem in problems)
        notes = len(problems) - errors
        click.echo(
            say(
                f"{_count(len(wanted), 'profiel', 'profielen')} nagekeken: {_count(errors, 'fout', 'fouten')}, {notes} keer let op",
                f"{_count(len(wanted), 'profile', 'profiles')} checked: {_count(errors, 'error', 'errors')}, {_count(notes, 'note', 'notes')}",
            )
        )
        for told in tell_build_again(known, today):
            click.echo(told.to(LANGUAGE))
        if lapsed:
            click.echo(
                say(
                    f"Veranderd sinds het nakijken, en dus niet meer nagekeken: {_count(lapsed, 'stuk tekst', 'stukken tekst')} (voorlichter review)",
                    f"Changed since the review, and so no longer reviewed: {_count(lapsed, 'passage', 'passages')} (voorlichter review)",
                )
            )
        if unchecked:
            click.echo(
                say(
                    f'Van {_count(unchecked, "hulplijn of wet", "hulplijnen en wetten")} keek nog niemand de bron na; een site noemt daar geen dag. Deed iemand dat wel, schrijf dan in data/: checked: "{today}"',
                    f'Nobody has looked at the source of {_count(unchecked, "help line or law", "help lines and laws")} yet; a site names no day there. Once somebody has, write in data/: checked: "{today}"',
                )
            )
        for line in as_table(wanted[0], rows) if rows else ():
            click.echo(line)
    finish(problems, failures)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def check_workspace(
    workspace: Workspace, shared: tuple[Sources, list[Problem]], slugs: list[str], today: date
) -> tuple[list[Problem], dict[str, date | None], list[Say]]:
    """Everything there is to say about these profiles and about what all sites share; until when each site knows who is there; and what failed."""
    sources, problems = shared[0], list(shared[1])
    problems += workspace.name_problems()
    problems += [told for name in ("advisors", *LAYERED) for told in check_copies(workspace.root / name)]
    problems += check_age(sources.data, today)
    cache = open_cache()
    others = OtherClients()
    known: dict[str, date | None] = {}
    turns = Turns(workspace.root)
    for slug in slugs:
        with turns.of(slug):
            checked = check_organisation(workspace, slug, sources.vocabulary, today, cache)
            others.learn(checked.source)
            problems += checked.problems
            if checked.profile is not None:
                problems += check_places(sources.one_advisor, checked.profile, workspace.root)
                if checked.own:
                    problems += check_own(workspace, slug, checked.own, checked.profile, sources)[1]
                problems += check_photos(workspace, slug, checked.profile)
                known[slug] = build_again_by(workspace, workspace.root / "site", slug, checked.profile, today)
    for slug in others.slugs:
        with turns.of(slug):
            problems += names_of_others(others, workspace, slug)
    problems += check_left_beside(workspace)
    refused = {(problem.mark, problem.where) for problem in problems if problem.severity == "error"}
    problems = [
        problem
        for problem in problems
        if problem.message != ONE_ADVISOR or (problem.mark, problem.where) not in refused
    ]
    return sort_problems([*problems, *turns.problems]), known, turns.failures
