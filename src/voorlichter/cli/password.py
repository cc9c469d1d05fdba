"""The password of a place, asked for where somebody sits at the terminal."""

from __future__ import annotations

import sys

import click

from voorlichter.cli.language import say
from voorlichter.publish.passwords import Account, Passwords, using


def ask_here(remember: bool) -> None:
    """For as long as this command runs; in a script there is nobody to ask, and the keyring alone knows."""
    passwords = Passwords(_ask_and_keep if remember else _ask, remember) if sys.stdin.isatty() else Passwords()
    click.get_current_context().with_resource(using(passwords))


def _ask(account: Account, wrong: bool) -> str:
    return _typed(account, wrong, say("het wordt niet bewaard", "it is not kept"))


def _ask_and_keep(account: Account, wrong: bool) -> str:
    return _typed(account, wrong, say("het gaat in de sleutelbos", "it goes into the keyring"))


def _typed(account: Account, wrong: bool, then: str) -> str:
    if wrong:
        click.secho(
            say("De server laat u hiermee niet binnen.", "The server does not let you in with this."),
            err=True,
            fg="red",
        )
    of = say(
        f"Wachtwoord van {account.user} op {account.server} ({then})",
        f"Password of {account.user} at {account.server} ({then})",
    )
    return str(click.prompt(of, hide_input=True, err=True))
