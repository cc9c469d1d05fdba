"""What verbs start from: an organisation whose notes were told, or its site as it was just built."""

from __future__ import annotations

from datetime import date

import click

from voorlichter.build import build_and_read
from voorlichter.cli.answer import print_problems
from voorlichter.cli.language import say
from voorlichter.organisation import Organisation, Organisations
from voorlichter.publish.built import site_code
from voorlichter.workspace import MANIFEST, Workspace


def build_and_tell(workspace: Workspace, slug: str, today: date) -> dict[str, bytes]:
    """The files of a site that is up to date; tells its notes and its code. Raises as `build.build_and_read` does."""
    files, notes = build_and_read(workspace, slug, today)
    print_problems(notes, workspace.root)
    code = site_code(files[MANIFEST])
    click.echo(say(f"{slug}: deze versie heeft de code {code}", f"{slug}: this version has the code {code}"))
    return files


def read_and_tell(organisations: Organisations, slug: str) -> Organisation:
    """Tells its notes. Raises InputError where profile or sources have errors."""
    organisation = organisations.read(slug)
    print_problems(organisation.notes, organisations.workspace.root)
    return organisation
