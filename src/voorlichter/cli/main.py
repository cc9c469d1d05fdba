"""The group of verbs; each verb's file is read when it is called."""

from __future__ import annotations

import importlib

import click

from voorlichter import __version__
from voorlichter.cli.language import say

_VERBS = ("new", "check", "build", "serve", "export", "publish", "kit", "annual-report", "diff", "read", "review", "schema")


class _Verbs(click.Group):
    """Finds a verb's command in the module of its name, a hyphen written as _."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        command: click.Command = importlib.import_module(f"voorlichter.cli.{cmd_name.replace('-', '_')}").command
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]},
             help=say("Maak de website van de vertrouwenspersoon, uit één profiel per organisatie.",
                      "Make the website of the confidential advisor, from one profile per organisation."))
@click.version_option(__version__, prog_name="voorlichter")
@click.option("--lang", type=click.Choice(["nl", "en"]), expose_value=False, help=say("Taal van het programma.", "Language of the program."))
def main() -> None:
    pass
