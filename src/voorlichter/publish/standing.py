"""What stands where a site is published, since when, and what publishing would change there. Nothing is made or put anywhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from voorlichter.problems import InputError, Language, MachineError, Say
from voorlichter.publish.built import hashes_in, names_in
from voorlichter.publish.port import PublishPlace, Standing
from voorlichter.publish.shelf import Shelf
from voorlichter.workspace import MANIFEST


@dataclass(frozen=True, slots=True)
class Changes:
    """Files by their path, and what publishing would do to them."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.new) + len(self.changed) + len(self.gone)


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """`since`: the moment that what stands there was put there; None where nothing of ours does, or it cannot be reached."""

    target: str
    since: datetime | None
    is_latest: bool
    """Is it what was built last?"""
    changes: Changes = Changes()
    damaged: tuple[str, ...] | None = None
    """What is no longer as it was published; None where nobody looked."""
    why: Say | None = None
    """Why it could not be reached."""

    def as_json(self, language: Language) -> dict[str, Any]:
        return {
            "target": self.target,
            "since": self.since.isoformat(timespec="seconds") if self.since else None,
            "is_latest": self.is_latest,
            "damaged": list(self.damaged or ()),
            "new": list(self.changes.new),
            "changed": list(self.changes.changed),
            "gone": list(self.changes.gone),
            "why": self.why.to(language) if self.why else None,
        }


def look_at(shelf: Shelf, built: bytes | None, *, closely: bool = False) -> PublishedSite:
    """`built`: the manifest of the site as it was built last. `closely`: read every file, and go where that costs time.

    From afar a place that is not near is what was put there last, as it is remembered.
    """
    try:
        place = shelf.place
        if not (place.is_near or closely):
            known = hashlib.sha256(built or b"").hexdigest() == shelf.manifest
            return PublishedSite(shelf.target, shelf.put, known)
        standing = place.standing()
        if standing is None:
            return PublishedSite(shelf.target, None, False)
        damaged = tuple(_damaged(place, standing)) if closely else None
    except InputError as error:
        return PublishedSite(shelf.target, None, False, why=error.problems[0].message)
    except MachineError as error:
        return PublishedSite(shelf.target, None, False, why=error.say)
    except OSError as error:
        reason = error.strerror or str(error)
        return PublishedSite(
            shelf.target, None, False, why=Say(f"lezen lukt hier niet ({reason})", f"reading fails here ({reason})")
        )
    return PublishedSite(
        shelf.target,
        standing.since or shelf.put,
        standing.manifest == built,
        compare(standing.manifest, built or b""),
        damaged,
    )


def compare(online: bytes, built: bytes) -> Changes:
    """Of two manifests."""
    then, now = hashes_in(online), hashes_in(built)
    return Changes(
        tuple(sorted(now.keys() - then.keys())),
        tuple(sorted(name for name in now.keys() & then.keys() if now[name] != then[name])),
        tuple(sorted(then.keys() - now.keys())),
    )


def _damaged(place: PublishPlace, standing: Standing) -> list[str]:
    there = place.read(names_in(standing.manifest) - {MANIFEST})
    known = hashes_in(standing.manifest)
    return sorted(name for name in known if hashlib.sha256(there.get(name, b"")).hexdigest() != known[name])
