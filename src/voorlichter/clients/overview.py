"""Every organisation of a workspace in one look: what is online, what changed since, what is wrong, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from voorlichter.build import Builder, BuildOrder
from voorlichter.cache import open_cache
from voorlichter.clients.dates import ComingDate, coming_dates
from voorlichter.clients.numbers import OtherNumber, other_numbers
from voorlichter.clients.state import BuiltSite, read_state
from voorlichter.organisation import check_organisation
from voorlichter.own.template import check_own
from voorlichter.problems import LANGUAGES, Problem, Say, sort_problems
from voorlichter.profile.called import name_in
from voorlichter.profile.model import Profile
from voorlichter.profile.other_clients import OtherClients
from voorlichter.profile.read import read_profile
from voorlichter.record import read_record
from voorlichter.site.context import known_until
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace

HORIZON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One organisation; where its profile cannot be read, its slug stands for its name. Errors come before warnings."""

    slug: str
    name: Say
    site: BuiltSite
    problems: tuple[Problem, ...] = ()
    failures: tuple[Say, ...] = ()
    build_by: date | None = None
    dates: tuple[ComingDate, ...] = ()
    numbers: tuple[OtherNumber, ...] = ()

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems) + len(self.failures)

    @property
    def warnings(self) -> int:
        return sum(problem.severity == "warning" for problem in self.problems)


def overview(
    workspace: Workspace,
    today: date,
    *,
    stage_one: StageOne | None = None,
    output: Path | None = None,
    horizon: timedelta = HORIZON,
) -> list[ClientRow]:
    """A row for each organisation, by slug. Nothing is built and no page is read; what is wrong with one never hides another.

    Raises InputError without profiles/.
    """
    stage_one = stage_one or StageOne(workspace)
    order = BuildOrder(workspace, output or workspace.root / "site", today)
    rows: list[ClientRow] = []
    profiles: dict[str, Profile] = {}
    others = OtherClients()
    cache = open_cache()
    with closing(Builder(order, hashes=stage_one.hashes)) as builder:
        for slug in workspace.slugs():
            turns = Turns(workspace.root)
            name, site, build_by = Say(slug, slug), BuiltSite("none"), None
            dates: tuple[ComingDate, ...] = ()
            with turns.of(slug):
                checked = check_organisation(workspace, slug, stage_one.vocabulary(), today, cache)
                turns.problems += checked.problems
                others.learn(checked.source)
                site = read_state(builder, checked.source)
                if (profile := checked.profile) is not None:
                    profiles[slug] = profile
                    name = Say(*(name_in(profile.organisation.name, code) for code in LANGUAGES))
                    build_by = build_again_by(workspace, order.output, slug, profile, today)
                    dates = coming_dates(profile, build_by, site.changes_on, today, horizon)
                    if checked.own:
                        turns.problems += check_own(workspace, slug, checked.own, profile, stage_one.sources())[1]
            rows.append(ClientRow(slug, name, site, tuple(turns.problems), tuple(turns.failures), build_by, dates))
    numbers = other_numbers(profiles)
    return [
        replace(
            row,
            problems=_by_weight(
                [*row.problems, *(names_of_others(others, workspace, row.slug) if row.slug in others.slugs else ())]
            ),
            numbers=numbers.get(row.slug, ()),
        )
        for row in rows
    ]


def build_again_by(workspace: Workspace, output: Path, slug: str, profile: Profile, today: date) -> date | None:
    """The day the knowledge of a site ends: of what was built, else of what would be built today."""
    record = read_record(workspace, output, slug)
    return record.known_until if record else known_until(profile, today)


def names_of_others(others: OtherClients, workspace: Workspace, slug: str) -> Iterator[Problem]:
    """Where another organisation's name stands in a profile; it is read again only where one may."""
    if others.may_stand_in(workspace.profile_path(slug).read_text(encoding="utf-8", errors="replace"), slug):
        yield from others.find_in(read_profile(workspace, slug))


def _by_weight(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(sort_problems(problems), key=lambda problem: problem.severity))
