"""`voorlichter review`: the fixed texts on a sheet for somebody competent, and their answers back as data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import InputError, has_errors
from voorlichter.review.answers import file_name, merged, read_answers, render_review
from voorlichter.review.sheet import plan_rows, render_pdf, render_spreadsheet
from voorlichter.template.passages import Passage, plan_passages
from voorlichter.template.reviews import FOLDER, Review, Reviewed, check_reviews
from voorlichter.template.shared import check_shared
from voorlichter.workspace import Workspace


@click.command("review")
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help=say(
        "Het ingevulde werkblad (.xlsx, .ods of .csv): bewaar de antwoorden in data/reviews/.",
        "The spreadsheet, filled in (.xlsx, .ods or .csv): keep its answers in data/reviews/.",
    ),
)
@click.option(
    "--legal",
    is_flag=True,
    help=say(
        "Alleen wat iets zegt over de wet of een hulplijn.", "Only what says something about the law or a help line."
    ),
)
@options.output("review")
@options.common
@options.day
@guarded
def command(answers: Path | None, legal: bool, output: Path | None, folder: Path, day: date | None) -> None:
    workspace = Workspace.at(folder)
    sources, problems = check_shared(workspace)
    if has_errors(problems):
        raise InputError([problem for problem in problems if problem.severity == "error"])
    passages = plan_passages(sources)
    reviews = sources.reviews
    if answers is not None:
        given, mistakes = read_answers(answers.absolute(), passages, day or options.today())
        if mistakes:
            raise InputError(mistakes)
        _keep(workspace, given)
        reviews, mistakes = check_reviews(workspace)
        print_problems(mistakes, workspace.root)
    reviewed = Reviewed(reviews, {passage.where: passage.hash for passage in passages})
    if answers is None:
        _write(workspace, output, [passage for passage in passages if passage.law or not legal], reviewed)
    _tell(passages, reviewed)


def _keep(workspace: Workspace, given: list[Review]) -> None:
    earlier = {file_name(review): review for review in check_reviews(workspace)[0]}
    for review in given:
        name = file_name(review)
        path = workspace.root / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_review(merged(review, earlier.get(name))), encoding="utf-8", newline="\n")
        click.echo(
            say(
                f"{path.relative_to(workspace.root).as_posix()}: {len(review.answers)} antwoorden van {review.by}",
                f"{path.relative_to(workspace.root).as_posix()}: {len(review.answers)} answers of {review.by}",
            )
        )


def _write(workspace: Workspace, output: Path | None, passages: list[Passage], reviewed: Reviewed) -> None:
    folder = output or workspace.root / "review"
    rows = plan_rows(passages, reviewed, LANGUAGE)
    files = {"passages.xlsx": render_spreadsheet(rows, LANGUAGE), "passages.pdf": render_pdf(workspace, rows, LANGUAGE)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
        click.echo(folder / name)


def _tell(passages: list[Passage], reviewed: Reviewed) -> None:
    right = sum(bool(reviewed.of(passage.where)) for passage in passages)
    open_ = [signed for given in reviewed.latest.values() for signed in given.values() if signed.answer.answer != "ok"]
    legal = sum(bool(passage.law) for passage in passages)
    click.echo(
        say(
            f"{len(passages)} stukken tekst, waarvan {legal} over de wet of een hulplijn.",
            f"{len(passages)} passages, {legal} of them about the law or a help line.",
        )
    )
    if not reviewed.latest and not reviewed.lapsed:
        click.echo(
            say(
                "Nog niemand keek ze na; de colofon van elke site zegt dat.",
                "Nobody has reviewed any of them yet; the imprint of every site says so.",
            )
        )
        return
    click.echo(
        say(
            f"Nagekeken en goed: {right}. Nog open: {len(open_)} met wijzigen of twijfel. Vervallen, want de tekst is daarna veranderd: {len(reviewed.lapsed)}.",
            f"Reviewed and right: {right}. Still open: {len(open_)} with change or unsure. Lapsed, for the text has changed since: {len(reviewed.lapsed)}.",
        )
    )
