"""What stands where of each site, since when, and what publishing would change there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voorlichter.build import BuildOrder, build_sites
from voorlichter.problems import Problem, Say, has_errors
from voorlichter.publish.shelf import read_file, shelves
from voorlichter.publish.standing import PublishedSite, look_at
from voorlichter.workspace import MANIFEST, Workspace


@dataclass(frozen=True, slots=True)
class SiteStanding:
    """`errors` and `failures`: why it could not be built; it is held against what was built of it before then."""

    slug: str
    is_built: bool
    places: tuple[PublishedSite, ...]
    errors: tuple[Problem, ...]
    failures: tuple[Say, ...]


def read_standing(workspace: Workspace, slugs: Sequence[str], today: date) -> list[SiteStanding]:
    """The sites are built first, and every place is gone to."""
    output = workspace.root / "site"
    outcomes = {one.slug: one for one in build_sites(BuildOrder(workspace, output, today), slugs)}
    return [
        SiteStanding(
            slug,
            outcomes[slug].status != "refused",
            tuple(
                look_at(shelf, read_file(output / slug / MANIFEST), closely=True) for shelf in shelves(workspace, slug)
            ),
            tuple(problem for problem in outcomes[slug].problems if has_errors([problem])),
            tuple(outcomes[slug].failures),
        )
        for slug in slugs
    ]
