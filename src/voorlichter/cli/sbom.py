"""`voorlichter sbom`: what a site or the program is made of, for whoever keeps a list of it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import click

from voorlichter import studio
from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.output import hand_out
from voorlichter.sbom import bom_of_program, bom_of_site, licence_of, licence_texts, packages_needed, render_bom
from voorlichter.shipped import FONTS, ICONS, SCRIPTS, Shipped
from voorlichter.verify.compare import read_list
from voorlichter.verify.look import open_place
from voorlichter.workspace import default_folder


@click.command("sbom")
@click.argument("where", required=False, metavar="[DIR|ZIP|https://…]")
@options.language
@click.option(
    "--notices",
    is_flag=True,
    help=say(
        "De licenties zelf, van alles waar het programma van gemaakt is.",
        "The licences themselves, of all that the program is made of.",
    ),
)
@options.to_file
@guarded
def command(where: str | None, notices: bool, output: Path | None) -> None:
    if where and notices:
        raise click.UsageError(
            say(
                "--notices gaat over het programma; bij een site staan de licenties in assets/fonts/ en in de colofon",
                "--notices is about the program; a site has its licences in assets/fonts/ and in its colophon",
            )
        )
    text = "\n".join(_notices()) if notices else render_bom(_bom(where))
    if output is None:
        click.echo(text, nl=False)
    else:
        hand_out(output.resolve(), text.encode())


def _bom(where: str | None) -> dict[str, object]:
    if not where:
        return bom_of_program()
    place = open_place(where)
    return bom_of_site(Path(place.shown.rstrip("/")).name or place.shown, read_list(place))


def _notices() -> Iterator[str]:
    """In one language: licences are what they are."""
    for package in packages_needed():
        texts = [*licence_texts(package)]
        yield f"{'=' * 80}\n{package.name} {package.version}: {licence_of(package) or '-'}\n"
        yield "\n\n".join(texts) + "\n" if texts else "Its package holds no text of its licence.\n"
    for shipped, path in _carried():
        yield f"{'=' * 80}\n{shipped.name}: {shipped.licence}\n"
        yield path.read_text(encoding="utf-8").strip() + "\n"


def _carried() -> Iterator[tuple[Shipped, Path]]:
    for font in FONTS:
        yield font, default_folder() / "overrides/print/fonts" / font.text
    yield ICONS, Path(str(distribution("mkdocs-material").locate_file(ICONS.text)))
    for script in SCRIPTS:
        yield script, Path(studio.__file__).parent / "page/vendor" / script.text
