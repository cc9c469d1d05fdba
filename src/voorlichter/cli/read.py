"""`voorlichter read`: the sentences that are an organisation's own, to read aloud before the site is published."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_json
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.made import read_and_tell
from voorlichter.languages import languages_of
from voorlichter.organisation import Organisation, Organisations
from voorlichter.output import hand_out
from voorlichter.reading.page import render_reading_page, title_of, written_keys
from voorlichter.reading.plan import EVERYWHERE, Part, plan_reading
from voorlichter.stage_one import StageOne
from voorlichter.translate.sheet import render_sheet
from voorlichter.translated import segments_of
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted


@click.command("read")
@options.slugs
@options.common
@options.day
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("BESTAND.html", "FILE.html"),
    help=say("Als één bladzijde om voor te lezen en af te vinken.", "As one page to read aloud and tick."),
)
@click.option(
    "--language",
    "code",
    metavar="CODE",
    help=say(
        "In plaats daarvan de teksten van een taal met één pagina, voor wie die als moedertaal heeft; met --html als blad.",
        "Instead the texts of a language of one page, for whoever speaks it as their own; with --html as a sheet.",
    ),
)
@options.as_json
@guarded
def command(
    slugs: tuple[str, ...], folder: Path, day: date | None, page: Path | None, code: str | None, output_format: str
) -> None:
    workspace = Workspace.at(folder)
    if code is not None:
        _read_over(workspace, code, page)
        return
    wanted = options.chosen(workspace, slugs)
    if page is not None and len(wanted) > 1:
        raise click.UsageError(
            say(
                f"een bladzijde is voor één organisatie; kies uit: {', '.join(wanted)}",
                f"a page is for one organisation; choose from: {', '.join(wanted)}",
            )
        )
    stage_one = StageOne(workspace)
    organisations = Organisations(workspace, stage_one, day or options.today())
    told: list[dict[str, Any]] = []
    turns = Turns(workspace.root)
    for slug in wanted:
        with turns.of(slug):
            organisation = read_and_tell(organisations, slug)
            plan = list(plan_reading(organisation))
            if page is not None:
                html = render_reading_page(plan, organisation, LANGUAGE, stage_one.vocabulary())
                hand_out(page, html.encode())
                click.echo(page, err=output_format == "json")
            for part in plan if page is None or output_format == "json" else ():
                if output_format == "json":
                    told.append(_as_json(slug, part, organisation, workspace.root))
                else:
                    _print(slug, part, organisation, workspace.root)
    finish_turns(turns)
    if output_format == "json":
        print_json(told)


def _read_over(workspace: Workspace, code: str, page: Path | None) -> None:
    segments = segments_of(workspace, code)
    if page is not None:
        hand_out(page, render_sheet(segments, code, languages_of(workspace)[code], LANGUAGE).encode())
        click.echo(page)
        return
    for segment in segments:
        click.secho(segment.id, bold=True)
        click.echo(f"  {segment.source}\n  {segment.target or '…'}")


def _print(slug: str, part: Part, organisation: Organisation, base: Path) -> None:
    click.echo()
    click.secho(f"{slug} ({part.language})  {_heading(part)}", bold=True)
    for sentence in part.sentences:
        note = say("  (op sommige dagen)", "  (on some days)") if sentence.sometimes else ""
        click.echo(f"  {sentence.text}{note}")
        if keys := ", ".join(_said(path, organisation, base) for path in written_keys(sentence, organisation)):
            click.secho(f"      {keys}", dim=True)


def _heading(part: Part) -> str:
    if part.name == EVERYWHERE:
        return say("op bijna elke pagina", "on nearly every page")
    return f"{title_of(part)}  {part.name}"


def _said(path: KeyPath, organisation: Organisation, base: Path) -> str:
    if path not in organisation.source.values and path not in organisation.source.keys:
        return say(f"{dotted(path)} (niet ingevuld)", f"{dotted(path)} (not filled in)")
    mark = organisation.source.key_mark(path)
    return f"{dotted(path)} ({mark.path.relative_to(base).as_posix()}:{mark.line})"


def _as_json(slug: str, part: Part, organisation: Organisation, base: Path) -> dict[str, Any]:
    return {
        "profile": slug,
        "language": part.language,
        "page": part.name or None,
        "title": " ".join(sentence.text for sentence in part.title) or None,
        "when": part.when,
        "sentences": [
            {
                "text": sentence.text,
                "sometimes": sentence.sometimes,
                "values": sentence.values,
                "flags": sentence.flags,
                "keys": [_key(path, organisation, base) for path in written_keys(sentence, organisation)],
            }
            for sentence in part.sentences
        ],
    }


def _key(path: KeyPath, organisation: Organisation, base: Path) -> dict[str, Any]:
    there = path in organisation.source.values or path in organisation.source.keys
    mark = organisation.source.key_mark(path)
    return {
        "key": dotted(path),
        "file": mark.path.relative_to(base).as_posix() if there else None,
        "line": mark.line if there else None,
    }
