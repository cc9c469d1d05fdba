"""What a published folder held before: in the workspace, where nobody is served from, and the last two only.

Earlier versions of this program left it beside the published folder, where it went on answering; that is moved here too.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import list2cmdline

from voorlichter.problems import Mark, Problem, Say
from voorlichter.publish.built import read_names
from voorlichter.swap import recover, replace_file, staged
from voorlichter.workspace import Workspace

_KEPT = 2
_NOTE = "target.json"
_HASHED = 12


@dataclass(frozen=True, slots=True)
class Shelf:
    """The earlier versions of one published folder, by number; closed to everybody else on this computer."""

    folder: Path

    def versions(self) -> list[Path]:
        """The oldest first."""
        return sorted(
            (path for path in self.folder.iterdir() if path.name.isdecimal()), key=lambda path: int(path.name)
        )

    def keep(self, source: Path, names: Iterable[str]) -> Path:
        """A copy of these files. Raises OSError where the disk refuses."""
        with staged(spot := self._next()) as staging:
            for name in names:
                if (source / name).is_file() and not (source / name).is_symlink():
                    (staging / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source / name, staging / name)
        return spot

    def take(self, folder: Path) -> Path:
        """Bring a whole folder here, whatever is in it. Raises OSError where the disk refuses."""
        spot = self._next()
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

    def _next(self) -> Path:
        versions = self.versions()
        return self.folder / str(int(versions[-1].name) + 1 if versions else 1)


def open_shelf(workspace: Workspace, slug: str, target: Path) -> Shelf:
    """The shelf of a site and the folder it is published to, which is remembered. Raises OSError where the disk refuses."""
    root = _root(workspace)
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o700)
    replace_file(root / ".gitignore", b"*\n")
    folder = root / f"{slug}-{hashlib.sha256(str(target).encode()).hexdigest()[:_HASHED]}"
    replace_file(folder / _NOTE, json.dumps({"target": str(target)}).encode())
    recover(folder)
    return Shelf(folder)


def shelves_of(workspace: Workspace, slug: str) -> list[Path]:
    """The folders of the shelves of one site."""
    return [path for path in sorted(_root(workspace).glob(f"{slug}-*")) if path.name[: -_HASHED - 1] == slug]


def _root(workspace: Workspace) -> Path:
    return workspace.private / "published"


def left_beside(target: Path) -> Path | None:
    """A previous version beside a published folder, which still answers there. What is not ours is nobody's business here."""
    previous = target.with_name(f"{target.name}.previous")
    return previous if not previous.is_symlink() and read_names(previous) is not None else None


def check_left_beside(workspace: Workspace) -> list[Problem]:
    """Every previous version that still answers, where it can be known of: beside what was published to, and in the workspace."""
    targets = dict(published_places(workspace))
    for pattern in ("*.previous", "*/*.previous"):
        for path in workspace.root.glob(pattern):
            targets.setdefault(path.with_name(path.name.removesuffix(".previous")), "SLUG")
    problems = []
    for target, slug in targets.items():
        previous = left_beside(target)
        if previous is not None:
            words = ["voorlichter", "publish", slug, str(target)]
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


def published_places(workspace: Workspace) -> Iterator[tuple[Path, str]]:
    """Every folder that was published to from here, with the slug of its site."""
    for note in sorted(_root(workspace).glob(f"*/{_NOTE}")):
        try:
            told = json.loads(note.read_bytes())
            yield Path(told["target"]), note.parent.name[: -_HASHED - 1]
        except (OSError, ValueError, KeyError, TypeError):  # kept for ourselves, and safe to lose
            continue
