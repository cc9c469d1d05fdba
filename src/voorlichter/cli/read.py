"""`voorlichter read`: the sentences that are an organisation's own, to read aloud before the site is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded, print_json
from voorlichter.cli.language import say
from voorlichter.cli.made import read_and_tell
from voorlichter.organisation import Organisation, Organisations
from voorlichter.reading.keys import keys_of
from voorlichter.reading.plan import EVERYWHERE, Part, plan_reading
from voorlichter.reading.sentences import ReadSentence
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted


@click.command("read")
@options.slugs
@options.common
@options.day
@options.as_json
@guarded
def command(slugs: tuple[str, ...], folder: Path, day: date | None, output_format: str) -> None:
    workspace = Workspace.at(folder)
    organisations = Organisations(workspace, StageOne(workspace), day or options.today())
    told: list[dict[str, Any]] = []
    turns = Turns(workspace.root)
    for slug in options.chosen(workspace, slugs):
        with turns.of(slug):
            organisation = read_and_tell(organisations, slug)
            for part in plan_reading(organisation):
                if output_format == "json":
                    told.append(_as_json(slug, part, organisation, workspace.root))
                else:
                    _print(slug, part, organisation, workspace.root)
    finish_turns(turns)
    if output_format == "json":
        print_json(told)


def _print(slug: str, part: Part, organisation: Organisation, base: Path) -> None:
    click.echo()
    click.secho(f"{slug} ({part.language})  {_heading(part)}", bold=True)
    for sentence in part.sentences:
        note = say("  (op sommige dagen)", "  (on some days)") if sentence.sometimes else ""
        click.echo(f"  {sentence.text}{note}")
        if keys := ", ".join(_said(path, organisation, base) for path in _written(sentence, organisation)):
            click.secho(f"      {keys}", dim=True)


def _heading(part: Part) -> str:
    title = " ".join(sentence.text for sentence in part.title).split(" · ")[0]
    return say("op bijna elke pagina", "on nearly every page") if part.name == EVERYWHERE else f"{title}  {part.name}"


def _written(sentence: ReadSentence, organisation: Organisation) -> Iterator[KeyPath]:
    """The keys that stand in the profile; where none does, those that could."""
    paths = list(
        dict.fromkeys(
            path for slot in (*sentence.values, *sentence.flags) for path in keys_of(slot, organisation.profile)
        )
    )
    return iter(
        [path for path in paths if path in organisation.source.values or path in organisation.source.keys] or paths
    )


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
                "keys": [_key(path, organisation, base) for path in _written(sentence, organisation)],
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
