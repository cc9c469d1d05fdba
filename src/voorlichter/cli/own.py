"""`voorlichter own`: what an organisation says in the place of ours, with ours beside it, and what changed there since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.own.files import find_own
from voorlichter.own.ours import Below, accept_ours, below_of
from voorlichter.problems import InputError, Mark, Problem, Say, has_errors, printable
from voorlichter.template.shared import check_shared
from voorlichter.workspace import Workspace


@click.command("own")
@click.argument("slug")
@click.argument("passages", nargs=-1, metavar=say("[PAGINA[#KOPJE]…]", "[PAGE[#HEADING]…]"))
@click.option(
    "--accept",
    is_flag=True,
    help=say(
        "Onze tekst is gezien, en de eigen tekst klopt: bewaar onze tekst zoals die nu is.",
        "Our text was seen, and the own text is right: keep our text as it is now.",
    ),
)
@options.common
@guarded
def command(slug: str, passages: tuple[str, ...], accept: bool, folder: Path) -> None:
    workspace = Workspace.at(folder)
    options.chosen(workspace, (slug,))
    sources, problems = check_shared(workspace)
    if has_errors(problems):
        raise InputError([problem for problem in problems if problem.severity == "error"])
    below = list(below_of(find_own(workspace, slug), sources.pages))
    wanted = [one for one in below if not passages or {one.name, one.page} & {*passages}]
    unknown = {*passages} - {name for one in below for name in (one.name, one.page)}
    if unknown:
        raise InputError([_unknown(workspace, slug, name, below) for name in sorted(unknown)])
    if accept:
        written = {path for one in wanted for path in accept_ours(workspace, slug, sources.pages, one.page, one.anchor)}
        for path in sorted(written):
            click.echo(path.relative_to(workspace.root).as_posix())
        return
    for one in wanted:
        _show(one, workspace.root, whole=bool(passages))
    if not wanted:
        click.echo(say(f"{slug} vervangt geen tekst van ons", f"{slug} replaces no text of ours"))


def _show(one: Below, root: Path, whole: bool) -> None:
    state = (
        say("onze tekst is nog niet bewaard", "our text is not kept yet")
        if one.then is None
        else say("onze tekst is veranderd", "our text has changed")
        if one.changed
        else say("onze tekst is hetzelfde gebleven", "our text is as it was")
    )
    click.secho(f"{one.mark.path.relative_to(root).as_posix()}:{one.mark.line}  {one.name}  {state}", bold=True)
    for line in _lines(one, whole):
        click.secho(f"  {printable(line)}", fg={"-": "red", "+": "green"}.get(line[:1]))


def _lines(one: Below, whole: bool) -> Iterator[str]:
    if one.changed:
        for gone, new in one.hunks():
            yield from (f"- {sentence}" for sentence in gone)
            yield from (f"+ {sentence}" for sentence in new)
    if whole:
        yield from one.now.split("\n")


def _unknown(workspace: Workspace, slug: str, name: str, below: list[Below]) -> Problem:
    known = ", ".join(one.name for one in below)
    return Problem(
        Mark(workspace.profiles / slug),
        name,
        Say("deze passage wordt niet vervangen", "this passage is not replaced"),
        Say(f"kies uit: {known}", f"choose from: {known}")
        if known
        else Say("zet eerst een eigen tekst in texts/nl/", "first put an own text into texts/nl/"),
    )
