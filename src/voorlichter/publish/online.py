"""Put a site where it stands, and keep what stood there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voorlichter.publish.built import hashes_in, names_in
from voorlichter.publish.places.folder import Folder
from voorlichter.publish.port import Outgoing, PublishPlace, Standing
from voorlichter.publish.shelf import Shelf, left_beside
from voorlichter.swap import recover
from voorlichter.workspace import MANIFEST


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: whether anything changed, where earlier versions are now, and what of others stands in the new one."""

    changed: bool
    kept: Path | None = None
    moved: Path | None = None
    carried: tuple[str, ...] = ()


def put_online(site: Outgoing, place: PublishPlace, shelf: Shelf, leaves: Path | None = None) -> Published:
    """Put the site there, unless it stands there whole already. `leaves`: the version on the shelf that this one is.

    Raises InputError where somebody else's file has a name we need, OSError or MachineError where it cannot be done; the old
    site then stands, or the error tells otherwise.
    """
    standing = place.standing()
    unfinished = shelf.journal.names()
    if standing and not unfinished and _is_the_same(site, place, standing):
        if not shelf.put:
            _note(shelf, standing.manifest, standing.since)
        return Published(False, moved=_clear(place, shelf))
    names = names_in(standing.manifest) if standing else frozenset()
    kept = fresh = None
    moved = None
    try:
        if standing and not unfinished:
            there = place.read(names)
            kept = shelf.holds(standing.manifest)
            if kept is None:
                moved = _clear(place, shelf)
                kept = fresh = shelf.keep(there)
            if not place.is_near and not _is_as_listed(standing, there):
                shelf.journal.begin(names)  # its list is not to be believed: all is sent
        carried = place.put(site, names | unfinished, shelf.journal)
    except BaseException:
        if fresh is not None and not shelf.journal.names():
            shutil.rmtree(fresh, ignore_errors=True)
        raise
    moved = moved or _clear(place, shelf)
    if leaves is not None:
        shutil.rmtree(leaves, ignore_errors=True)
    _note(shelf, site.files[MANIFEST])
    shelf.prune()
    return Published(True, kept, moved, carried)


def _note(shelf: Shelf, manifest: bytes, since: datetime | None = None) -> None:
    shelf.note(since or datetime.now().astimezone(), hashlib.sha256(manifest).hexdigest())


def _is_the_same(site: Outgoing, place: PublishPlace, standing: Standing) -> bool:
    return standing.manifest == site.files[MANIFEST] and place.read(site.files) == dict(site.files)


def _is_as_listed(standing: Standing, there: Mapping[str, bytes]) -> bool:
    listed = hashes_in(standing.manifest)
    return all(hashlib.sha256(there.get(name, b"")).hexdigest() == known for name, known in listed.items())


def _clear(place: PublishPlace, shelf: Shelf) -> Path | None:
    """Take away a previous version that still stands beside the site, and what a killed process left there; where it is now. A correction never waits for it."""
    if isinstance(place, Folder):
        recover(place.path.parent)
    previous = left_beside(place)
    if previous is None:
        return None
    try:
        return shelf.take(previous)
    except OSError:
        return None
    finally:
        shelf.prune()
