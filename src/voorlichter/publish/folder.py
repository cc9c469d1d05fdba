"""Publish into a folder that a web server reads: made beside it behind a closed door, swapped whole.

What its manifest does not list is not ours: it is carried into the new version. Beside it, and not in the workspace, the
new version is made because a folder that is moved keeps the rights and labels of where it was made, and no server could read it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from voorlichter.output import check_output, foreign_folder
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.built import read_names
from voorlichter.publish.shelf import Shelf, left_beside
from voorlichter.swap import recover, staged, write_files
from voorlichter.workspace import MANIFEST, Workspace


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: whether anything changed, where earlier versions are now, and what of others stands in the new one."""

    changed: bool
    kept: Path | None = None
    moved: Path | None = None
    carried: tuple[str, ...] = ()


def publish_to_folder(files: Mapping[str, bytes], target: Path, shelf: Shelf) -> Published:
    """Put the site in the place of `target`, which is ours, empty or not there.

    Raises InputError where somebody else's file has a name we need, OSError where the disk refuses; the old site then stands.
    """
    recover(target.parent)
    ours = read_names(target)
    if ours is not None and (target / MANIFEST).read_bytes() == files[MANIFEST]:
        return Published(False, moved=_clear(target, shelf))
    kept = None
    try:
        with staged(target) as staging:
            write_files(files, staging)
            for path in (staging, *staging.rglob("*")):
                path.chmod(
                    0o755 if path.is_dir() else 0o644
                )  # whatever the umask: a web server reads it as somebody else
            carried = _carry(target, ours or frozenset(), staging)
            moved = _clear(target, shelf)
            if ours is not None:
                kept = shelf.keep(target, ours)
    except BaseException:
        if kept is not None:
            shutil.rmtree(kept, ignore_errors=True)
        raise
    shelf.prune()
    return Published(True, kept, moved, carried)


def _clear(target: Path, shelf: Shelf) -> Path | None:
    """Take away a previous version that still stands beside the site; where it is now. A correction never waits for it."""
    previous = left_beside(target)
    if previous is None:
        return None
    try:
        return shelf.take(previous)
    except OSError:
        return None
    finally:
        shelf.prune()


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
        raise InputError([_needed(target / name) for name in taken])
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


def _needed(path: Path) -> Problem:
    return Problem(
        Mark(path),
        "",
        Say(
            "dit is niet van voorlichter, en de nieuwe site heeft deze naam nodig; er is niets veranderd",
            "this is not of voorlichter, and the new site needs this name; nothing has changed",
        ),
        Say(
            "verplaats het of geef het een andere naam, en publiceer opnieuw", "move it or rename it, and publish again"
        ),
    )


def check_target(workspace: Workspace, target: Path) -> None:
    """Raises InputError where the folder is not one to publish to."""
    if foreign := foreign_folder(target):
        raise InputError(foreign)
    if target in workspace.root.parents:
        raise InputError(
            [
                Problem(
                    Mark(target),
                    "FOLDER",
                    Say(
                        "uw werkmap staat in deze map, en zou zo getoond worden",
                        "your workspace stands in this folder, and would be served",
                    ),
                    Say("kies een andere map, of verplaats de werkmap", "choose another folder, or move the workspace"),
                )
            ]
        )
    check_output(workspace, target, "FOLDER")
