"""What verbs start from: an organisation whose notes were told, or its site as it was just built."""

from __future__ import annotations

from datetime import date

from voorlichter.build import Builder, BuildOrder
from voorlichter.cli.answer import print_problems
from voorlichter.organisation import Organisation, Organisations
from voorlichter.output import check_output
from voorlichter.problems import InputError, MachineError, has_errors
from voorlichter.publish.built import read_site
from voorlichter.workspace import Workspace


def build_and_read(workspace: Workspace, slug: str, today: date) -> dict[str, bytes]:
    """The files of a site that is up to date. Raises InputError where its profile has errors, MachineError where it could not be made."""
    output = workspace.root / "site"
    check_output(workspace, output)
    outcome = Builder(BuildOrder(workspace, output, today)).build(slug)
    if outcome.failures:
        raise MachineError(outcome.failures[0])
    if has_errors(outcome.problems):
        raise InputError(outcome.problems)
    print_problems(outcome.problems, workspace.root)
    return read_site(output / slug)


def read_and_tell(organisations: Organisations, slug: str) -> Organisation:
    """Tells its notes. Raises InputError where profile or sources have errors."""
    organisation = organisations.read(slug)
    print_problems(organisation.notes, organisations.workspace.root)
    return organisation
