"""`voorlichter publish`: put a site where it stands, or every site that stands somewhere; tell what stands there, and go back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_problems
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.password import ask_here
from voorlichter.cli.rollback import roll_back_one
from voorlichter.cli.standing import tell_standing
from voorlichter.cli.whole import yes
from voorlichter.clients.publishing import Publisher
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.built import site_code
from voorlichter.publish.online import Published
from voorlichter.publish.places import find_place
from voorlichter.publish.places.folder import others_in
from voorlichter.publish.places.git_branch import GitBranch
from voorlichter.publish.port import PublishPlace
from voorlichter.publish.shelf import Shelf, check_left_beside, read_file, shelves
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import MANIFEST, Workspace


@click.command("publish")
@click.argument("slug", required=False)
@click.argument("target", required=False, metavar="[TARGET]")
@options.common
@options.day
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
    help=say(
        "Waar vorige versies voortaan bewaard worden, in plaats van in de werkmap.",
        "Where earlier versions are kept from now on, instead of in the workspace.",
    ),
)
@click.option(
    "--forget",
    is_flag=True,
    help=say(
        "Publiceer hier niet meer en gooi de bewaarde vorige versies weg.",
        "No longer publish here, and delete the earlier versions that were kept.",
    ),
)
@click.option(
    "--push",
    is_flag=True,
    help=say("Stuur een branch daarna naar waar hij vandaan komt.", "Push a branch afterwards to where it comes from."),
)
@click.option(
    "--remember",
    is_flag=True,
    help=say(
        "Bewaar het wachtwoord dat u typt in de sleutelbos van dit systeem.",
        "Keep the password that you type in the keyring of this system.",
    ),
)
@click.option(
    "--rollback",
    is_flag=True,
    help=say(
        "Zet de vorige versie terug; wat sindsdien is weggehaald, wordt eerst genoemd.",
        "Put the previous version back; what was taken back since is named first.",
    ),
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar=say("NAAM", "NAME"),
    help=say("Bij --rollback: dit mag terugkomen; vaker mag.", "With --rollback: this may come back; may be repeated."),
)
@click.option(
    "--status",
    is_flag=True,
    help=say(
        "Publiceer niets; vertel wat waar staat, sinds wanneer, en wat publiceren zou veranderen.",
        "Publish nothing; tell what stands where, since when, and what publishing would change.",
    ),
)
@yes
@options.as_json
@guarded
def command(
    slug: str | None,
    target: str | None,
    folder: Path,
    day: date | None,
    keep: Path | None,
    forget: bool,
    push: bool,
    remember: bool,
    rollback: bool,
    accepted: tuple[str, ...],
    status: bool,
    yes: bool,
    output_format: str,
) -> None:
    workspace = Workspace.at(folder)
    known = options.chosen(workspace, (slug,) if slug else ())
    today = day or options.today()
    ask_here(remember)
    if status:
        tell_standing(workspace, known, today, output_format)
    keep_in = keep.resolve() if keep else None
    publisher = Publisher(
        workspace, StageOne(workspace), today, lambda told: click.echo(told.to(LANGUAGE)), partial(_tell, workspace)
    )
    turns = Turns(workspace.root)
    place = find_place(target, Path.cwd()) if target else None
    stands = [shelf for shelf in shelves(workspace) if shelf.slug in known and place in (None, shelf.place)]
    if rollback or forget:
        if not slug or not stands:
            raise InputError([_nowhere(workspace, slug)])
        for shelf in stands:
            if rollback:
                roll_back_one(publisher, shelf, accepted, yes)
                _push(shelf.place, push)
            else:
                _forget(publisher, shelf)
        return
    if slug and place:
        with turns.of(slug):
            publisher.publish(slug, place, keep_in)
            _push(place, push)
    else:
        if not stands:
            raise InputError([_nowhere(workspace, slug)])
        for shelf in stands:
            with turns.of(shelf.slug):
                publisher.publish_again(shelf, keep_in)
                _push(shelf.place, push)
    print_problems(check_left_beside(workspace), workspace.root)
    finish_turns(turns)


def _push(place: PublishPlace, wanted: bool) -> None:
    if wanted and isinstance(place, GitBranch):
        click.echo(place.push().to(LANGUAGE))


def _forget(publisher: Publisher, shelf: Shelf) -> None:
    password = publisher.forget(shelf)
    click.echo(
        say(
            f"{shelf.slug}: {shelf.target} is vergeten, met de vorige versies; wat daar staat, blijft staan",
            f"{shelf.slug}: {shelf.target} is forgotten, earlier versions too; what stands there stays",
        )
    )
    if password:
        click.echo(say("Het wachtwoord is uit de sleutelbos", "The password is out of the keyring"))


def _nowhere(workspace: Workspace, slug: str | None) -> Problem:
    name = slug or "SLUG"
    return Problem(
        Mark(workspace.profiles / slug if slug else workspace.profiles),
        "",
        Say("van hier is nog niets gepubliceerd", "nothing has been published from here yet"),
        Say(
            f"zeg de eerste keer waar de site komt: voorlichter publish {name} MAP",
            f"say the first time where the site goes: voorlichter publish {name} FOLDER",
        ),
    )


def _tell(workspace: Workspace, slug: str, place: str, done: Published, notes: Sequence[Problem]) -> None:
    print_problems(notes, workspace.root)
    code = site_code(read_file(workspace.root / "site" / slug / MANIFEST))
    click.echo(say(f"{slug}: deze versie heeft de code {code}", f"{slug}: this version has the code {code}"))
    if done.changed:
        click.echo(say(f"{slug}: gepubliceerd, {place}", f"{slug}: published, {place}"))
    else:
        click.echo(
            say(f"{slug}: {place} is al zo; niets veranderd", f"{slug}: {place} is like this already; nothing changed")
        )
    if done.carried:
        click.echo(
            say(
                f"Niet van voorlichter, en meegenomen: {_top(done.carried)}",
                f"Not of voorlichter, and carried along: {_top(done.carried)}",
            )
        )
    if done.kept:
        click.echo(say(f"De vorige staat in {done.kept}", f"The previous one is in {done.kept}"))
    if done.moved:
        click.echo(
            say(
                f"Naast de site stond nog een vorige versie; die staat nu in {done.moved}",
                f"A previous version still stood beside the site; it is in {done.moved} now",
            )
        )
        if others := others_in(done.moved):
            click.echo(
                say(
                    f"Daarin ook wat niet van voorlichter is: {_top(others)}",
                    f"In it also what is not of voorlichter: {_top(others)}",
                )
            )


def _top(names: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(name.partition("/")[0] for name in names))
