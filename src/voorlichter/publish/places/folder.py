"""A folder that a web server reads: made beside it behind a closed door and swapped whole, or filled file by file.

What its manifest does not list is not ours: it stays. Beside it, and not in the workspace, the new version is made because
a folder that is moved keeps the rights and labels of where it was made, and no server could read it. A mount or a volume
cannot be swapped, nor can a folder in one that is closed to us; on Windows a folder of which somebody has a file open cannot
even be renamed. There every file is put in its place by itself, the manifest last.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from voorlichter.output import check_output, foreign_folder
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.publish.built import read_names
from voorlichter.publish.port import Journal, Outgoing, Standing, manifest_last, name_taken, path_written
from voorlichter.swap import recover, replace_file, staged, sync_folder, write_files
from voorlichter.workspace import MANIFEST, Workspace

RANK = 9
"""Whatever is no other kind is a folder."""

_NO_ROOM_BESIDE = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS)

_ON_WINDOWS: bool = os.name == "nt"


@dataclass(frozen=True, slots=True)
class Folder:
    """`path` is absolute."""

    path: Path
    file_by_file: bool = field(default=_ON_WINDOWS, compare=False, repr=False)
    """Is a folder that is there filled, and never swapped?"""

    def __str__(self) -> str:
        return str(self.path)

    @property
    def is_near(self) -> bool:
        return True

    def check(self, workspace: Workspace, journal: Journal) -> None:
        if not journal.names() and (foreign := foreign_folder(self.path)):
            raise InputError(foreign)
        if self.path in workspace.root.parents:
            raise InputError([_holds_the_workspace(self.path)])
        check_output(workspace, self.path, "FOLDER")

    def standing(self) -> Standing | None:
        if read_names(self.path) is None:
            return None
        path = self.path / MANIFEST
        return Standing(path.read_bytes(), datetime.fromtimestamp(path.stat().st_mtime).astimezone())

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        paths = {name: self.path / name for name in names}
        return {name: path.read_bytes() for name, path in paths.items() if path.is_file() and not path.is_symlink()}

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        if not (self.file_by_file and self.path.is_dir()):
            try:
                return self._swap(site, ours)
            except OSError as error:
                if error.errno not in _NO_ROOM_BESIDE or not self.path.is_dir():
                    raise
        return self._fill(site, ours, journal)

    def _swap(self, site: Outgoing, ours: Set[str]) -> tuple[str, ...]:
        recover(self.path.parent)
        with staged(self.path) as staging:
            write_files(site.files, staging)
            for path in (staging, *staging.rglob("*")):
                path.chmod(
                    0o755 if path.is_dir() else 0o644
                )  # whatever the umask: a web server reads it as somebody else
            carried = _carry(self.path, ours, staging)
            sync_folder(staging)
            return carried

    def _fill(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        for folder, _, _ in os.walk(self.path):
            recover(Path(folder))
        others = tuple(_others(self.path, ours))
        if taken := _in_the_way(self.path, site.files, ours):
            raise InputError([name_taken(path) for path in taken])
        journal.begin(site.files)
        begun = False
        try:
            for name in manifest_last(site.files):
                if not _holds(self.path / name, site.files[name]):
                    _make_room(self.path, name)
                    replace_file(self.path / name, site.files[name], mode=0o644)
                    begun = True
            for name in ours - site.files.keys():
                _remove_with_empty_folders(self.path, name)
        except OSError as error:
            if not begun:
                journal.end()
                raise
            raise MachineError(_half_way(self.path, error)) from error
        journal.end()
        return others


def find(text: str, base: Path) -> Folder:
    """Raises InputError for an address: what may stand in one, such as a password, is not repeated."""
    if "://" in text:
        raise InputError([Problem(Mark(base), "", *_AN_ADDRESS)])
    return Folder(path_written(text, base))


def others_in(folder: Path) -> tuple[str, ...]:
    """What in a folder of ours is not ours."""
    return tuple(_others(folder, read_names(folder) or frozenset()))


def _others(folder: Path, ours: Set[str]) -> Iterator[str]:
    """Every file, link and empty folder that is not ours, by its path."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        prefix = Path(base).relative_to(folder)
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        yield from (name for path in sorted([*names, *links]) if (name := (prefix / path).as_posix()) not in ours)
        if not folders and not names and prefix.name:
            yield prefix.as_posix()


def _carry(target: Path, ours: Set[str], staging: Path) -> tuple[str, ...]:
    """Bring what is not ours along, or name every file that has a name we need. The disk tells which names are one to it."""
    others = tuple(_others(target, ours)) if target.is_dir() else ()
    if taken := [name for name in others if _is_taken(staging, target, name)]:
        raise InputError([name_taken(target / name) for name in taken])
    made = []
    for name in others:
        source, copy = target / name, staging / name
        for parent in reversed(copy.relative_to(staging).parents):
            if not (staging / parent).exists():
                (staging / parent).mkdir()
                made.append(parent)
        if source.is_dir() and not source.is_symlink():
            copy.mkdir(exist_ok=True)
            made.append(copy.relative_to(staging))
            continue
        try:
            os.link(source, copy, follow_symlinks=False)  # the very file, with its owner and rights
        except (OSError, NotImplementedError):
            shutil.copy2(source, copy, follow_symlinks=False)
    for folder in reversed(made):  # last, for one may be closed to writing
        with suppress(OSError):
            shutil.copystat(target / folder, staging / folder)
    return others


def _is_taken(staging: Path, target: Path, name: str) -> bool:
    path = staging / name
    if any((staging / parent).exists() and not (staging / parent).is_dir() for parent in Path(name).parents):
        return True
    is_folder = (target / name).is_dir() and not (target / name).is_symlink()
    return os.path.lexists(path) and not (is_folder and path.is_dir())


def _in_the_way(target: Path, needed: Iterable[str], ours: Set[str]) -> list[Path]:
    """What of others has a name we need, as a file or as a folder."""
    found: dict[Path, None] = {}
    for name in needed:
        for part in (*reversed(Path(name).parents), Path(name)):
            path = target / part
            is_folder = path.is_dir() and not path.is_symlink()
            if part.as_posix() in ours or not os.path.lexists(path) or (part != Path(name) and is_folder):
                continue
            if part == Path(name) and is_folder:
                found |= dict.fromkeys(target / part / other for other in _others(path, _below(ours, name)))
            else:
                found[path] = None
    return list(found)


def _below(names: Set[str], folder: str) -> Set[str]:
    return {name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/")}


def _holds(path: Path, data: bytes) -> bool:
    try:
        return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _make_room(target: Path, name: str) -> None:
    """The folders a file stands in; what of ours has its name as a folder, or the name of one of these as a file, goes."""
    for parent in reversed(Path(name).parents[:-1]):
        if (target / parent).is_dir():
            continue
        (target / parent).unlink(missing_ok=True)
        (target / parent).mkdir()
        (target / parent).chmod(0o755)
    if (target / name).is_dir() and not (target / name).is_symlink():
        shutil.rmtree(target / name)


def _remove_with_empty_folders(target: Path, name: str) -> None:
    path = target / name
    if path.is_dir() and not path.is_symlink():
        return  # in the new site a folder
    with suppress(NotADirectoryError):  # in the new site its folder is a file
        path.unlink(missing_ok=True)
    for parent in path.relative_to(target).parents[:-1]:
        try:
            (target / parent).rmdir()
        except OSError:
            return


def _half_way(target: Path, error: OSError) -> Say:
    why = error.strerror or str(error)
    return Say(
        f"{target}: de schijf weigert ({why}), en een deel van de site is al nieuw. Los het op en publiceer opnieuw; dan wordt zij weer één geheel.",
        f"{target}: the disk refuses ({why}), and part of the site is new already. Solve it and publish again; then it is whole again.",
    )


_AN_ADDRESS = (
    Say("naar zo'n adres kan voorlichter niet publiceren", "voorlichter cannot publish to such an address"),
    Say(
        "noem een map, een bestand dat op .zip eindigt, git:MAP#BRANCH, sftp://NAAM@SERVER/MAP of, voor WebDAV, https://NAAM@SERVER/MAP",
        "name a folder, a file that ends in .zip, git:FOLDER#BRANCH, sftp://NAME@SERVER/FOLDER or, for WebDAV, https://NAME@SERVER/FOLDER",
    ),
)


def _holds_the_workspace(path: Path) -> Problem:
    return Problem(
        Mark(path),
        "FOLDER",
        Say(
            "uw werkmap staat in deze map, en zou zo getoond worden",
            "your workspace stands in this folder, and would be served",
        ),
        Say("kies een andere map, of verplaats de werkmap", "choose another folder, or move the workspace"),
    )
