"""Of one site: whether what was built still stands, and what stands where it is served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from voorlichter.build import Builder
from voorlichter.own.files import find_own
from voorlichter.profile.read import ProfileSource
from voorlichter.publish.shelf import read_file, shelves
from voorlichter.publish.standing import PublishedSite, look_at
from voorlichter.record import Record, hash_file, read_record
from voorlichter.template.stored import knows
from voorlichter.workspace import MANIFEST, Workspace


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What a build would find: `changed` names files by their path from the root; `pages`: the pages of all sites are others now."""

    status: Literal["none", "stands", "changed"]
    since: datetime | None = None
    changed: tuple[str, ...] = ()
    pages: bool = False
    changes_on: date | None = None
    """The day on which a build would give another site by itself: an absence, a certificate, a law."""
    published: tuple[PublishedSite, ...] = ()


def read_state(builder: Builder, source: ProfileSource) -> BuiltSite:
    """Nothing is built for it."""
    workspace, output, slug = builder.order.workspace, builder.order.output, source.slug
    manifest = output / slug / MANIFEST
    published = tuple(look_at(shelf, read_file(manifest)) for shelf in shelves(workspace, slug))
    since = _moment(manifest)
    if since is None:
        return BuiltSite("none", published=published)
    record = builder.standing(slug)
    if record is not None:
        return BuiltSite("stands", since, changes_on=_end(record), published=published)
    record = read_record(workspace, output, slug)
    if record is None:
        return BuiltSite("changed", since, published=published)
    return BuiltSite(
        "changed",
        since,
        tuple(_changed(workspace, source, record)),
        not knows(builder.hashes, record.template),
        _end(record),
        published,
    )


def _end(record: Record) -> date | None:
    end = date.fromisoformat(record.end)
    return None if end == date.max else end


def _changed(workspace: Workspace, source: ProfileSource, record: Record) -> list[str]:
    """What a site is made from and was not, or was other, when it was made; and what is gone."""
    names = {
        *record.inputs,
        *source.inputs,
        *workspace.published_reports(source.slug),
        *(path.relative_to(workspace.root).as_posix() for path in find_own(workspace, source.slug).paths),
    }
    return sorted(name for name in names if _hash(workspace.root / name) != record.inputs.get(name))


def _hash(path: Path) -> str | None:
    try:
        return hash_file(path)
    except OSError:
        return None


def _moment(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
