"""What `export` and `publish` start from: a site that was just built, what a training is filled from, or the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voorlichter.build import Builder, Order, check_output
from voorlichter.cache import Cache
from voorlichter.cli.answer import print_problems
from voorlichter.problems import InputError, MachineError, has_errors
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource, read_profile
from voorlichter.publish.built import read_site
from voorlichter.site.fill import Template
from voorlichter.site.media import Media, read_media
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace


def build_and_read(workspace: Workspace, slug: str, today: date) -> dict[str, bytes]:
    """The files of a site that is up to date. Raises InputError where its profile has errors, MachineError where it could not be made."""
    output = workspace.root / "site"
    check_output(workspace, output)
    outcome = Builder(Order(workspace, output, today)).build(slug)
    if outcome.failures:
        raise MachineError(outcome.failures[0])
    if has_errors(outcome.problems):
        raise InputError(outcome.problems)
    print_problems(outcome.problems, workspace.root)
    return read_site(output / slug)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One organisation's values and the templates they go into."""

    source: ProfileSource
    profile: Profile
    media: Media
    templates: Mapping[str, Template]


def gather(workspace: Workspace, stage_one: StageOne, slug: str, today: date) -> Gathered:
    """Raises InputError where profile or sources have errors."""
    source = read_profile(workspace, slug)
    profile, problems = check_profile(source, stage_one.vocabulary(), today)
    if profile is None:
        raise InputError(problems)
    media, found = read_media(workspace, source, profile, Cache(workspace.private / "cache"))
    if has_errors(problems + found):
        raise InputError(problems + found)
    print_problems(problems + found, workspace.root)
    return Gathered(source, profile, media, stage_one.templates(profile))
