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
from voorlichter.cli.made import Gathered, gather
from voorlichter.reading.keys import keys_of
from voorlichter.reading.plan import EVERYWHERE, Part, plan_reading
from voorlichter.reading.sentences import Sentence
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted


@click.command("read", help=say("Lees voor wat er over deze organisatie staat: elke zin die van het profiel afhangt, met de sleutel waar zij uit komt.",
                                "Read aloud what is said of this organisation: every sentence that depends on the profile, with the key it comes from."))
@options.slugs
@options.common
@options.day
@options.as_json
@guarded
def command(slugs: tuple[str, ...], folder: Path, day: date | None, output_format: str) -> None:
    workspace = Workspace.at(folder)
    stage_one, today = StageOne(workspace), day or options.today()
    told: list[dict[str, Any]] = []
    turns = Turns(workspace.root)
    for slug in options.chosen(workspace, slugs):
        with turns.of(slug):
            given = gather(workspace, stage_one, slug, today)
            for part in plan_reading(given.profile, given.media, given.templates, today):
                if output_format == "json":
                    told.append(_as_json(slug, part, given, workspace.root))
                else:
                    _print(slug, part, given, workspace.root)
    finish_turns(turns)
    if output_format == "json":
        print_json(told)


def _print(slug: str, part: Part, given: Gathered, base: Path) -> None:
    click.echo()
    click.secho(f"{slug} ({part.language})  {_heading(part)}", bold=True)
    for sentence in part.sentences:
        note = say("  (op sommige dagen)", "  (on some days)") if sentence.sometimes else ""
        click.echo(f"  {sentence.text}{note}")
        if keys := ", ".join(_said(path, given, base) for path in _written(sentence, given)):
            click.secho(f"      {keys}", dim=True)


def _heading(part: Part) -> str:
    title = " ".join(sentence.text for sentence in part.title).split(" · ")[0]
    return say("op bijna elke pagina", "on nearly every page") if part.name == EVERYWHERE else f"{title}  {part.name}"


def _written(sentence: Sentence, given: Gathered) -> Iterator[KeyPath]:
    """The keys that stand in the profile; where none does, those that could."""
    paths = list(dict.fromkeys(path for slot in (*sentence.values, *sentence.flags) for path in keys_of(slot, given.profile)))
    return iter([path for path in paths if path in given.source.values or path in given.source.keys] or paths)


def _said(path: KeyPath, given: Gathered, base: Path) -> str:
    if path not in given.source.values and path not in given.source.keys:
        return say(f"{dotted(path)} (niet ingevuld)", f"{dotted(path)} (not filled in)")
    mark = given.source.key_mark(path)
    return f"{dotted(path)} ({mark.path.relative_to(base).as_posix()}:{mark.line})"


def _as_json(slug: str, part: Part, given: Gathered, base: Path) -> dict[str, Any]:
    return {
        "profile": slug, "language": part.language, "page": part.name or None, "title": " ".join(sentence.text for sentence in part.title) or None, "when": part.when,
        "sentences": [{
            "text": sentence.text, "sometimes": sentence.sometimes, "values": sentence.values, "flags": sentence.flags,
            "keys": [_key(path, given, base) for path in _written(sentence, given)],
        } for sentence in part.sentences],
    }


def _key(path: KeyPath, given: Gathered, base: Path) -> dict[str, Any]:
    there = path in given.source.values or path in given.source.keys
    mark = given.source.key_mark(path)
    return {"key": dotted(path), "file": mark.path.relative_to(base).as_posix() if there else None, "line": mark.line if there else None}
