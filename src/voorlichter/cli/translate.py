"""`voorlichter translate`: the texts of a language of one page to a translator's program, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.languages import Code, shipped
from voorlichter.output import hand_out
from voorlichter.problems import InputError
from voorlichter.regular_file import read_regular
from voorlichter.translate.pictures import take_pictures
from voorlichter.translate.places import PlaceSeen, show_site
from voorlichter.translate.store import store
from voorlichter.translate.xliff import read_xliff, render_xliff
from voorlichter.translated import segments_of
from voorlichter.workspace import Workspace


@click.group("translate")
def command() -> None:
    pass


_LANGUAGE = click.option(
    "--language", "code", required=True, metavar="CODE", help=say("De taal, zoals pl.", "The language, such as pl.")
)


@command.command("export", help=say("Schrijf de teksten als XLIFF 2.1.", "Write the texts as XLIFF 2.1."))
@_LANGUAGE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("Waarheen; anders voorlichter-CODE.xlf.", "Where to; otherwise voorlichter-CODE.xlf."),
)
@click.option(
    "--pictures",
    "pictured",
    is_flag=True,
    help=say(
        "Met een map ernaast: van elke plek op een pagina een plaatje (vraagt Chromium).",
        "With a folder beside it: a picture of each place on a page (needs Chromium).",
    ),
)
@options.common
@options.day
@guarded
def export(code: str, output: Path | None, pictured: bool, folder: Path, day: date | None) -> None:
    target = output or Path(f"voorlichter-{code}.xlf")
    workspace = Workspace.at(folder)
    segments = segments_of(workspace, code)
    site = show_site(workspace, code, segments, day or options.today())
    if site is None:
        click.echo(_NO_SITE, err=True)
    elif site.code != code:
        click.echo(_in_another(site.code), err=True)
    places = site.places if site else {}
    named: dict[PlaceSeen, str] = {}
    if site and pictured:
        beside = target.with_suffix("")
        for place, name, picture in take_pictures(site):
            beside.mkdir(parents=True, exist_ok=True)
            hand_out(beside / name, picture)
            named[place] = f"{beside.name}/{name}"
    xliff = render_xliff(
        segments,
        code,
        {text: place.said for text, place in places.items()},
        {text: named[place] for text, place in places.items() if place in named},
    )
    hand_out(target, xliff.encode())
    click.echo(target)
    if named:
        click.echo(say(f"{beside}: {len(named)} plaatjes", f"{beside}: {len(named)} pictures"))


def _in_another(code: Code) -> str:
    called = shipped()[code].called
    return say(
        f"Waar een tekst op een pagina staat, is aangewezen op die in het {called.nl}: in deze taal kan nog niets gemaakt worden.",
        f"Where a text stands on a page is shown on the one in {called.en}: in this language nothing can be built yet.",
    )


_NO_SITE = say(
    "Er staat niet bij waar een tekst op een pagina staat: van geen organisatie kan een site gemaakt worden. `voorlichter check` zegt waarom.",
    "Where a text stands on a page is not with it: of no organisation can a site be built. `voorlichter check` says why.",
)


@command.command("import", help=say("Neem een vertaalde XLIFF terug.", "Take a translated XLIFF back."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_LANGUAGE
@options.common
@guarded
def import_(file: Path, code: str, folder: Path) -> None:
    workspace = Workspace.at(folder)
    segments = segments_of(workspace, code)
    taken, problems = read_xliff(file, read_regular(file), segments, code)
    if problems:
        raise InputError(problems)
    for written in store(workspace, code, taken):
        click.echo(written.relative_to(workspace.root).as_posix())
    left = [segment for segment in segments_of(workspace, code) if segment.target is None or segment.is_stale]
    click.echo(say(f"Nog te vertalen of na te kijken: {len(left)}", f"Still to translate or to look at: {len(left)}"))
    for segment in left:
        click.echo(f"  {segment.id}")
