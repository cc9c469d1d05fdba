"""Where a site stands, and what stood there before: in the workspace, where nobody is served from, or where a user keeps it.

The last two versions only. Earlier versions of this program left one beside the published folder, where it went on
answering; that is moved here too.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from subprocess import list2cmdline

from voorlichter.json_read import read_json
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.built import read_names
from voorlichter.publish.places import find_place
from voorlichter.publish.places.folder import Folder
from voorlichter.publish.port import Journal, PublishPlace
from voorlichter.swap import recover, replace_file, staged, write_files
from voorlichter.user_folders import cache_folder
from voorlichter.workspace import MANIFEST, Workspace

_KEPT = 2
_NOTE = "target.json"
_JOURNAL = "under-way.json"
_HASHED = 12


@dataclass(frozen=True, slots=True)
class Shelf:
    """Of one site in one place: what is remembered, and its earlier versions by number; closed to everybody else on this computer."""

    slug: str
    target: str
    folder: Path
    elsewhere: Path | None = None
    """Where a user has the earlier versions kept; else they stand beside what is remembered."""
    put: datetime | None = None
    """When we last put something there, and the hash of its manifest."""
    manifest: str = ""

    @property
    def place(self) -> PublishPlace:
        """Raises InputError where this version of the program does not understand it."""
        return find_place(self.target, self.folder)

    @property
    def journal(self) -> Journal:
        return Journal(self.folder / _JOURNAL)

    @property
    def kept_in(self) -> Path:
        return self.elsewhere or self.folder

    def versions(self) -> list[Path]:
        """The oldest first."""
        paths = self.kept_in.iterdir() if self.kept_in.is_dir() else ()
        return sorted((path for path in paths if path.name.isdecimal()), key=lambda path: int(path.name))

    def holds(self, manifest: bytes) -> Path | None:
        """The newest version, where it is this one: a process that was killed had kept it already."""
        newest = self.versions()[-1:]
        return newest[0] if newest and read_file(newest[0] / MANIFEST) == manifest else None

    def keep(self, files: Mapping[str, bytes]) -> Path:
        """Raises OSError where the disk refuses."""
        with staged(spot := self._next()) as staging:
            write_files(files, staging)
        return spot

    def take(self, folder: Path) -> Path:
        """Bring a whole folder here, whatever is in it. Raises OSError where the disk refuses."""
        spot = self._next()
        spot.parent.mkdir(parents=True, exist_ok=True)
        try:
            folder.rename(spot)
        except OSError:  # on another disk
            with staged(spot) as staging:
                shutil.copytree(folder, staging, symlinks=True, dirs_exist_ok=True)
            shutil.rmtree(folder)
        return spot

    def prune(self) -> None:
        for path in self.versions()[:-_KEPT]:
            shutil.rmtree(path, ignore_errors=True)

    def note(self, put: datetime | None, manifest: str) -> None:
        """What stands there from now on, by the hash of its manifest."""
        told = {"target": self.target}
        told |= {"keep": str(self.elsewhere)} if self.elsewhere else {}
        told |= {"put": put.isoformat(timespec="seconds"), "manifest": manifest} if put else {}
        replace_file(self.folder / _NOTE, json.dumps(told).encode())

    def forget(self) -> None:
        """All of it, earlier versions too; what stands there stays."""
        for folder in {self.kept_in, self.folder}:
            shutil.rmtree(folder, ignore_errors=True)

    def _next(self) -> Path:
        versions = self.versions()
        return self.kept_in / str(int(versions[-1].name) + 1 if versions else 1)


def find_shelf(workspace: Workspace, slug: str, place: PublishPlace, keep_in: Path | None = None) -> Shelf:
    """The shelf of a site and a place, as it is remembered or would be. `keep_in`: where earlier versions go from now on.

    Raises InputError where those would be served.
    """
    folder = _root(workspace) / f"{slug}-{_hashed(str(place))}"
    known = _read_shelf(folder) or Shelf(slug, str(place), folder)
    if keep_in is None:
        return known
    _check_keep(keep_in, place)
    return replace(known, elsewhere=keep_in / folder.name)


def open_shelf(workspace: Workspace, shelf: Shelf) -> None:
    """From now on it is remembered. Raises OSError where the disk refuses."""
    root = _root(workspace)
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o700)
    replace_file(root / ".gitignore", b"*\n")
    recover(shelf.folder)
    recover(shelf.kept_in)
    shelf.kept_in.mkdir(parents=True, exist_ok=True)
    if shelf.elsewhere:
        shelf.elsewhere.chmod(0o700)
    known = _read_shelf(shelf.folder)
    if known is None or known.elsewhere != shelf.elsewhere:
        shelf.note(shelf.put, shelf.manifest)
        for version in known.versions() if known else ():
            shelf.take(version)


def lock_of(workspace: Workspace, slug: str) -> Path:
    """One publishes a site at a time. It belongs to no client, and stays where one is renamed or stops."""
    return workspace.private / "locks" / _hashed(slug)


def lock_of_place(place: PublishPlace) -> Path:
    """And so does one workspace of this user among several."""
    return cache_folder() / "locks" / _hashed(str(place))


def shelves(workspace: Workspace, slug: str | None = None) -> Iterator[Shelf]:
    """Everything that was published from here, or of one site."""
    found = (_read_shelf(note.parent) for note in _root(workspace).glob(f"{slug or ''}*/{_NOTE}"))
    known = (shelf for shelf in found if shelf is not None and slug in (None, shelf.slug))
    yield from sorted(known, key=lambda shelf: (shelf.slug, shelf.target))


def folders_of(workspace: Workspace, slug: str) -> list[Path]:
    """The folders of the shelves of one site."""
    return [path for path in sorted(_root(workspace).glob(f"{slug}-*")) if path.name[: -_HASHED - 1] == slug]


def left_beside(place: PublishPlace) -> Path | None:
    """A previous version beside a published folder, which still answers there. What is not ours is nobody's business here."""
    if not isinstance(place, Folder):
        return None
    previous = place.path.with_name(f"{place.path.name}.previous")
    return previous if not previous.is_symlink() and read_names(previous) is not None else None


def check_left_beside(workspace: Workspace) -> list[Problem]:
    """Every previous version that still answers, where it can be known of: beside what was published to, and in the workspace."""
    targets = {shelf.target: shelf.slug for shelf in shelves(workspace)}
    for pattern in ("*.previous", "*/*.previous"):
        for path in workspace.root.glob(pattern):
            targets.setdefault(str(path.with_name(path.name.removesuffix(".previous"))), "SLUG")
    problems = []
    for target, slug in targets.items():
        previous = left_beside(_understood(target, workspace.root))
        if previous is not None:
            words = ["voorlichter", "publish", slug, target]
            command = list2cmdline(words) if os.name == "nt" else shlex.join(words)
            problems.append(
                Problem(
                    Mark(previous),
                    "",
                    Say(
                        "hier staat een vorige versie van de site; wie het adres weet, ziet er nog foto's en nummers die u hebt weggehaald",
                        "a previous version of the site stands here; whoever knows the address still sees photos and numbers that you withdrew",
                    ),
                    Say(
                        f"publiceer opnieuw, dan gaat zij naar uw werkmap: {command}",
                        f"publish again, which moves it into your workspace: {command}",
                    ),
                    "warning",
                )
            )
    return problems


def read_file(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _understood(target: str, base: Path) -> PublishPlace:
    try:
        return find_place(target, base)
    except InputError:
        return Folder(base / target)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASHED]


def _root(workspace: Workspace) -> Path:
    return workspace.private / "published"


def _read_shelf(folder: Path) -> Shelf | None:
    """None where nothing can be read: it is kept for ourselves, and safe to lose."""
    try:
        told = read_json((folder / _NOTE).read_bytes())
        keep, put = told.get("keep"), told.get("put")
        return Shelf(
            folder.name[: -_HASHED - 1],
            str(told["target"]),
            folder,
            Path(keep) if keep else None,
            datetime.fromisoformat(put) if put else None,
            str(told.get("manifest", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _check_keep(keep_in: Path, place: PublishPlace) -> None:
    """Raises InputError where earlier versions would be served."""
    if isinstance(place, Folder) and (keep_in == place.path or place.path in keep_in.parents):
        raise InputError(
            [
                Problem(
                    Mark(keep_in),
                    "--keep",
                    Say(
                        "deze map ligt in de map die getoond wordt, en vorige versies dan ook",
                        "this folder lies in the one that is served, and so would earlier versions",
                    ),
                    Say("kies een map daarbuiten", "choose a folder outside it"),
                )
            ]
        )
    if keep_in.exists() and not keep_in.is_dir():
        raise InputError(
            [
                Problem(
                    Mark(keep_in),
                    "--keep",
                    Say("dit is een bestand, geen map", "this is a file, not a folder"),
                    Say("kies een map", "choose a folder"),
                )
            ]
        )
