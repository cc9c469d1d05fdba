"""`voorlichter report`: what to send along with a question, without a value of any profile."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from voorlichter import __version__
from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import say
from voorlichter.incident import last_failure, last_verbs
from voorlichter.output import hand_out


@click.command("report")
@options.to_file
@options.language
@guarded
def command(output: Path | None) -> None:
    text = render_report()
    if output is None:
        click.echo(text, nl=False)
        click.echo(
            say(
                "Lees het zelf na; er staat niets in uit uw profielen.",
                "Read it yourself; it holds nothing of your profiles.",
            ),
            err=True,
        )
    else:
        hand_out(output.resolve(), text.encode())


def render_report() -> str:
    """In one language: it is for whoever mends the program."""
    lines = [f"Voorlichter {__version__}", f"Python {platform.python_version()} ({platform.python_implementation()})"]
    lines.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    lines += ["", "Libraries", *(f"  {name} {number}" for name, number in _libraries())]
    lines += ["", "Last verbs", *(f"  {verb}" for verb in last_verbs())]
    failure = last_failure()
    lines += (
        ["", f"Last failure, {failure[0]}", *(f"  {line}" for line in failure[1])] if failure else ["", "No failure"]
    )
    return "\n".join(lines) + "\n"


def _libraries() -> list[tuple[str, str]]:
    try:
        named = {re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in requires("voorlichter") or ()}
    except PackageNotFoundError:
        return []
    found = []
    for name in sorted(named, key=str.lower):
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, "-"))
    return found
