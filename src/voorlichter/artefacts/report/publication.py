"""What was published in a year, exactly: the file that later years and the site read. No number in it is small."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from voorlichter.artefacts.report.figures import ReportFigures
from voorlichter.languages import Code
from voorlichter.problems import InputError, Mark, Problem, Say

PublishedText = Mapping[Code, str | None]
"""A sentence to the board by language; None in one that the site does not have."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An advice of the year before, and what became of it."""

    text: PublishedText
    follow_up: str


@dataclass(frozen=True, slots=True)
class PublishedActivity:
    what: str
    times: int
    reached: int | None


@dataclass(frozen=True, slots=True)
class PublishedReport:
    organisation: str
    on_the_site: bool
    figures: ReportFigures
    voorlichting: tuple[PublishedActivity, ...] = ()
    training_hours: int | None = None
    peer_sessions: int | None = None
    signals: tuple[PublishedText, ...] = ()
    advice: tuple[PublishedText, ...] = ()
    earlier_advice: tuple[Followed, ...] = field(default=())


_ADAPTER = TypeAdapter(PublishedReport)
_NAME = re.compile(r"(20\d\d)\.json")


def render_publication(publication: PublishedReport) -> bytes:
    return _ADAPTER.dump_json(publication, indent=1) + b"\n"


def read_publications(folder: Path) -> dict[int, PublishedReport]:
    """What was published before, by year. Raises InputError for a file that cannot be read: without it nothing may follow."""
    reports: dict[int, PublishedReport] = {}
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if name := _NAME.fullmatch(path.name):
            reports[int(name[1])] = _read(path, int(name[1]))
    return reports


def _read(path: Path, year: int) -> PublishedReport:
    try:
        publication = _ADAPTER.validate_json(path.read_bytes(), strict=False)
    except ValidationError:
        publication = None
    if publication is None or publication.figures.year != year:
        raise InputError(
            [
                Problem(
                    Mark(path),
                    "",
                    Say(
                        "dit bestand zegt niet meer wat er is gepubliceerd",
                        "this file no longer says what was published",
                    ),
                    Say(
                        "zet het bestand terug uit een kopie; zonder dat kan een later verslag kleine aantallen verraden",
                        "put the file back from a copy; without it a later report could give small numbers away",
                    ),
                )
            ]
        )
    return publication


def latest_on_the_site(publications: Mapping[int, PublishedReport]) -> PublishedReport | None:
    """The newest that board and works council agreed to show."""
    return next(
        (publications[year] for year in sorted(publications, reverse=True) if publications[year].on_the_site), None
    )
