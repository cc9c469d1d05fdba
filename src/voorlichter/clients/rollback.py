"""Back to the version that stood there before: seen first, and nothing comes back that was taken back since, unless it is named."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voorlichter.build import build_and_read
from voorlichter.clients.publishing import Publisher
from voorlichter.json_read import read_json
from voorlichter.lock import one_at_a_time
from voorlichter.output import disk_failed
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.publish.built import hashes_in, names_in
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import Shelf, lock_of, lock_of_place, read_file
from voorlichter.publish.told import TakenBack, taken_back
from voorlichter.publish.withdrawn import is_printed, with_files
from voorlichter.workspace import MANIFEST


@dataclass(frozen=True, slots=True)
class Rollback:
    """`pages`: those that would be others than they are online now."""

    shelf: Shelf
    version: Path
    kept: datetime
    files: Mapping[str, bytes]
    pages: tuple[str, ...]
    back: tuple[TakenBack, ...]


def plan_rollback(publisher: Publisher, shelf: Shelf) -> Rollback:
    """To the newest version that is kept. The present site is made first: what was taken back is what it no longer tells.

    Raises InputError where nothing is kept or the profile has errors, MachineError where the version is not whole.
    """
    standing = shelf.place.standing()
    kept = {path: read_file(path / MANIFEST) or b"" for path in shelf.versions()}
    # A rollback that was killed had kept what stands there: that is no earlier version.
    whole = standing.manifest if standing and not shelf.journal.names() else None
    versions = [path for path, told in kept.items() if names_in(told) and told != whole]
    if not versions:
        raise InputError([_nothing_kept(shelf)])
    version = versions[-1]
    now, _ = build_and_read(publisher.workspace, shelf.slug, publisher.today)
    files = _read_version(version, now)
    online = read_json(standing.manifest)["files"] if standing else {}
    hashes = read_json(files[MANIFEST])["files"]
    pages = (
        name for name in sorted({*hashes, *online}) if name.endswith(".html") and hashes.get(name) != online.get(name)
    )
    return Rollback(
        shelf,
        version,
        datetime.fromtimestamp((version / MANIFEST).stat().st_mtime).astimezone(),
        files,
        tuple(pages),
        tuple(taken_back(files, now)),
    )


def check_rollback(plan: Rollback, accepted: Collection[str]) -> None:
    """Raises InputError with all that would come back and was not named, or was named and would not come back."""
    named = {name.replace(" ", "").lstrip("+") for name in accepted}
    coming = {one.name for one in plan.back}
    problems = [_unnamed(plan, one) for one in plan.back if one.name not in named]
    problems += [_not_coming(plan, name) for name in sorted(named - coming)]
    if problems:
        raise InputError(problems)


def roll_back(publisher: Publisher, plan: Rollback) -> Published:
    """What stands there now is kept in turn. Raises as `put_online` does."""
    workspace, slug, place = publisher.workspace, plan.shelf.slug, plan.shelf.place
    site = Outgoing(slug, plan.files, lambda: publisher.for_it(slug, plan.files))
    try:
        with one_at_a_time(lock_of(workspace, slug)), one_at_a_time(lock_of_place(place)):
            place.check(workspace, plan.shelf.journal)
            done = put_online(site, place, plan.shelf, leaves=plan.version)
    except OSError as error:
        raise disk_failed(error, Path(str(place))) from error
    return done


def _read_version(version: Path, now: Mapping[str, bytes]) -> dict[str, bytes]:
    """Sheets that were taken out for a photo on them are those of today. A signature was of that day, and stays behind."""
    manifest = (version / MANIFEST).read_bytes()
    listed = hashes_in(manifest)
    files = {name: read_file(version / name) or b"" for name in listed}
    for name, known in listed.items():
        if hashlib.sha256(files[name]).hexdigest() != known:
            raise MachineError(
                Say(
                    f"{version / name}: deze bewaarde versie is niet meer heel; zij gaat niet online",
                    f"{version / name}: this kept version is no longer whole; it does not go online",
                )
            )
    lent = {name: data for name, data in now.items() if is_printed(name) and name not in files}
    return {**files, **lent, MANIFEST: with_files(manifest, files | lent) if lent else manifest}


def _nothing_kept(shelf: Shelf) -> Problem:
    return Problem(
        Mark(Path(shelf.target)),
        shelf.slug,
        Say("hiervan is geen vorige versie bewaard", "no earlier version of this is kept"),
        Say(
            f"verander het profiel, en publiceer met: voorlichter publish {shelf.slug}",
            f"change the profile, and publish with: voorlichter publish {shelf.slug}",
        ),
    )


def _unnamed(plan: Rollback, one: TakenBack) -> Problem:
    told = one.say()
    return Problem(
        Mark(plan.version),
        one.name,
        Say(f"dan komt terug: {told.nl}", f"this would come back: {told.en}"),
        Say(f"mag dat, zeg dan: --accept {one.name}", f"if that is right, say: --accept {one.name}"),
    )


def _not_coming(plan: Rollback, name: str) -> Problem:
    coming = ", ".join(one.name for one in plan.back)
    return Problem(
        Mark(plan.version),
        f"--accept {name}",
        Say("dit komt niet terug", "this does not come back"),
        Say(f"kies uit: {coming}", f"choose from: {coming}") if coming else Say("laat het weg", "leave it out"),
    )
