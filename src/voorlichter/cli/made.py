"""What `export` and `publish` start from: a site that was just built, or the reason why not."""

from __future__ import annotations

from datetime import date

from voorlichter.build import Builder, Order, check_output
from voorlichter.cli.answer import print_problems
from voorlichter.problems import InputError, has_errors
from voorlichter.publish.built import read_site
from voorlichter.workspace import Workspace


def build_and_read(workspace: Workspace, slug: str, today: date) -> dict[str, bytes]:
    """The files of a site that is up to date. Raises InputError where its profile has errors."""
    output = workspace.root / "site"
    check_output(workspace, output)
    outcome = Builder(Order(workspace, output, today)).build(slug)
    if has_errors(outcome.problems):
        raise InputError(outcome.problems)
    print_problems(outcome.problems, workspace.root)
    return read_site(output / slug)
