"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.shards import MOST, Shard
from voorlichter.template.engines import ENGINES
from voorlichter.template.engines import VARIABLE as ENGINE
from voorlichter.workspace import Workspace, check_slug

Command = TypeVar("Command", bound=Callable[..., Any])


_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
"""From these a calendar can reckon on for years."""


class DayType(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value))
            if _FIRST <= day <= _LAST:
                return day
            self.fail(
                say(
                    f"{value} is geen dag uit deze tijd; schrijf een dag van {_FIRST} tot en met {_LAST}",
                    f"{value} is no day of these times; write a day from {_FIRST} to {_LAST}",
                )
            )
        except ValueError:
            self.fail(
                say(
                    f"{value} is geen datum; schrijf jaar-maand-dag, zoals 2027-01-31",
                    f"{value} is not a date; write year-month-day, like 2027-01-31",
                )
            )


class ShardType(click.ParamType[Shard]):
    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        shard = value if isinstance(value, Shard) else Shard.parse(str(value))
        if shard is None:
            self.fail(
                say(
                    f"{value} is geen deel; schrijf het hoeveelste deel van hoeveel, zoals 2/8 (hoogstens {MOST})",
                    f"{value} is no part; write which part of how many, like 2/8 (at most {MOST})",
                )
            )
        return shard


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


TRUST = "voorlichter.trust"
"""In the context: the user said `--trust`."""


def _note_trust(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[TRUST] = True


def _choose_engine(_: click.Context, __: click.Parameter, value: str | None) -> None:
    if value:
        os.environ[ENGINE] = value


def language(command: Command) -> Command:
    """`--lang`, on every verb."""
    return click.option(
        "--lang",
        type=click.Choice(["nl", "en"]),
        expose_value=False,
        help=say("Taal van het programma.", "Language of the program."),
    )(command)


def common(command: Command) -> Command:
    """`-C`, `--lang`, `--trust` and `--engine`, on every verb of a workspace."""
    command = click.option(
        "--engine",
        type=click.Choice(ENGINES),
        expose_value=False,
        callback=_choose_engine,
        help=say(
            f"Het programma dat de pagina's maakt (anders {ENGINES[0]}, of wat {ENGINE} noemt).",
            f"The program that makes the pages (otherwise {ENGINES[0]}, or what {ENGINE} names).",
        ),
    )(command)
    command = click.option(
        "--trust",
        is_flag=True,
        expose_value=False,
        callback=_note_trust,
        help=say(
            "Laat de programma's toe die de mkdocs.yml van deze werkmap noemt, tot dat bestand verandert. Alleen als u weet wie ze schreef.",
            "Allow the programs that this workspace's mkdocs.yml names, until that file changes. Only if you know who wrote them.",
        ),
    )(command)
    return click.option(
        "-C",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=lambda: click.get_current_context().find_root().params.get("folder") or Path("."),
        metavar="DIR",
        help=say("De werkmap, met daarin profiles/.", "The workspace, which holds profiles/."),
    )(language(command))


as_json = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("Leesbaar of als JSON.", "Readable, or as JSON."),
)
day = click.option(
    "--date",
    "day",
    type=DayType(),
    default=None,
    metavar="JJJJ-MM-DD" if LANGUAGE == "nl" else "YYYY-MM-DD",
    help=say("Bouw alsof het deze dag is.", "Build as if it were this day."),
)
to_file = click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar=say("BESTAND", "FILE"),
    help=say("Schrijf het in een bestand.", "Write it to a file."),
)
slugs = click.argument("slugs", nargs=-1, metavar="[SLUG…]")
shard = click.option(
    "--shard",
    type=ShardType(),
    default=None,
    metavar="I/N",
    help=say(
        "Alleen deel I van N, voor computers die het werk delen. Elke organisatie zit in precies één deel.",
        "Only part I of N, for computers that share the work. Every organisation is in exactly one part.",
    ),
)


def output(default: str) -> Callable[[Command], Command]:
    return click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path),
        default=None,
        metavar="DIR",
        help=say(
            f"Waar het resultaat komt (anders {default} in de werkmap).",
            f"Where the result goes (otherwise {default} in the workspace).",
        ),
    )


def chosen(workspace: Workspace, wanted: tuple[str, ...], shard: Shard | None = None) -> list[str]:
    """The slugs asked for, or all, and of these what is in the part. Raises InputError for one that is not there."""
    known = workspace.slugs()
    if not wanted and not known:
        raise InputError(
            workspace.name_problems()
            or [
                Problem(
                    Mark(workspace.profiles),
                    "",
                    Say("er is nog geen profiel", "there is no profile yet"),
                    Say(
                        "maak er een met `voorlichter new naam-van-de-organisatie`",
                        "make one with `voorlichter new name-of-the-organisation`",
                    ),
                )
            ]
        )
    problems = []
    for slug in wanted:
        if slug not in known:
            malformed = check_slug(slug, workspace.profiles / slug)
            problems += malformed or [
                Problem(
                    Mark(workspace.profiles / slug),
                    slug,
                    Say("dit profiel bestaat niet", "there is no such profile"),
                    Say("kies uit: " + ", ".join(known), "choose from: " + ", ".join(known))
                    if known
                    else Say(f"maak het met `voorlichter new {slug}`", f"make it with `voorlichter new {slug}`"),
                )
            ]
    if problems:
        raise InputError(problems)
    slugs = list(dict.fromkeys(wanted)) or known
    return shard.of(slugs) if shard else slugs
