"""`voorlichter build`: fill the sites that changed."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from voorlichter.build import BuildOrder, Outcome, build_sites
from voorlichter.cli import options
from voorlichter.cli.answer import finish, guarded, print_json, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.clients.build_again import tell_build_again
from voorlichter.output import check_output
from voorlichter.publish.built import site_code
from voorlichter.publish.told import photos_in
from voorlichter.publish.withdrawn import drop_photos
from voorlichter.shards import Shard
from voorlichter.template.variant import Variant
from voorlichter.workspace import MANIFEST, Workspace

_MANY = 50
"""From this many sites on, building uses every core unless `--jobs` says otherwise."""


@click.command("build")
@options.slugs
@options.common
@options.output("site/")
@options.shard
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    help=say("Hoeveel sites tegelijk.", "How many sites at a time."),
)
@click.option("--force", is_flag=True, help=say("Bouw ook wat niet veranderd is.", "Build what has not changed too."))
@options.day
@options.as_json
@guarded
def command(
    slugs: tuple[str, ...],
    folder: Path,
    output: Path | None,
    shard: Shard | None,
    jobs: int | None,
    force: bool,
    day: date | None,
    output_format: str,
) -> None:
    workspace = Workspace.at(folder)
    wanted = options.chosen(workspace, slugs, shard)
    target = (output or workspace.root / "site").resolve()
    check_output(workspace, target)
    order = BuildOrder(workspace, target, day or options.today(), force)
    jobs = jobs or (os.cpu_count() or 1 if len(wanted) >= _MANY else 1)
    outcomes: list[Outcome] = []
    progress = output_format == "text" and sys.stderr.isatty() and len(wanted) > 1

    def tell(variant: Variant) -> None:
        if output_format == "text":
            click.echo(
                say(
                    f"Pagina's maken voor alle sites ({variant.name}) …",
                    f"Making the pages of all sites ({variant.name}) …",
                ),
                err=True,
            )

    with click.progressbar(
        length=len(wanted), file=sys.stderr, hidden=not progress, label=say("Bouwen", "Building")
    ) as bar:
        for outcome in build_sites(order, wanted, jobs, tell):
            outcomes.append(outcome)
            bar.update(1)
            if output_format == "text" and not progress:
                click.echo(_line(outcome, target))
    for outcome in outcomes:
        if outcome.status != "refused":
            shown = photos_in(f"media/{path.name}" for path in (target / outcome.slug).glob("media/*.jpg"))
            for told in drop_photos(workspace, outcome.slug, shown):
                click.echo(told.to(LANGUAGE), err=True)
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    problems += [] if slugs else workspace.name_problems()
    if output_format == "json":
        print_json(
            [
                {
                    "slug": o.slug,
                    "status": o.status,
                    "site": str(target / o.slug),
                    "build_again_by": o.known and o.known.isoformat(),
                    "problems": [p.as_json(LANGUAGE, workspace.root) for p in o.problems],
                    "failures": [failure.to(LANGUAGE) for failure in o.failures],
                }
                for o in outcomes
            ]
        )
    else:
        print_problems(problems, workspace.root)
        click.echo(_summary(outcomes, target))
        for line in tell_build_again({outcome.slug: outcome.known for outcome in outcomes}, order.today):
            click.echo(line.to(LANGUAGE))
    finish(problems, [failure for outcome in outcomes for failure in outcome.failures])


def _line(outcome: Outcome, target: Path) -> str:
    words = {
        "built": say("gebouwd", "built"),
        "unchanged": say("niet veranderd, overgeslagen", "unchanged, skipped"),
        "refused": say("niet gebouwd; wat er stond, blijft staan", "not built; what stood there stays"),
    }
    if outcome.status == "built":
        code = site_code((target / outcome.slug / MANIFEST).read_bytes())
        words["built"] += f" ({code})"
    address = f"  {target / outcome.slug / 'index.html'}" if outcome.status == "built" else ""
    return f"{outcome.slug}: {words[outcome.status]}{address}"


def _summary(outcomes: list[Outcome], target: Path) -> str:
    count = {
        status: sum(outcome.status == status for outcome in outcomes) for status in ("built", "unchanged", "refused")
    }
    return say(
        f"{count['built']} gebouwd, {count['unchanged']} niet veranderd, {count['refused']} met fouten, in {target}",
        f"{count['built']} built, {count['unchanged']} unchanged, {count['refused']} with errors, in {target}",
    )
