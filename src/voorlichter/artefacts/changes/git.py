"""A workspace as it was in a version that Git keeps; nothing is checked out."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path, PurePosixPath

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.workspace import LAYERED

_READ = ("profiles", "advisors", "mkdocs.yml", *LAYERED)


def read_version(root: Path, name: str, target: Path) -> tuple[Say, date]:
    """Write the sources of a workspace as of a commit, tag or branch into a folder; returns what that version is called, and its day.

    Raises InputError where the workspace is in no repository or the version is not known, MachineError without Git.
    """

    def refuse(message: Say, fix: Say) -> InputError:
        return InputError([Problem(Mark(root), f"--since {name}", message, fix)])

    if (
        refused := _git(root, "rev-parse", "--show-toplevel").stderr.decode(errors="replace").strip()
    ) and "not a git repository" not in refused:
        raise MachineError(Say(f"Git weigert deze map: {refused}", f"Git refuses this folder: {refused}"))
    if refused:
        raise refuse(
            Say(
                f"er is geen map {name}, en deze werkmap staat niet in Git",
                f"there is no folder {name}, and this workspace is not in Git",
            ),
            Say(
                "geef een map: een kopie van de werkmap of van het profiel, of een eerder gebouwde site",
                "give a folder: a copy of the workspace or of the profile, or a site built earlier",
            ),
        )
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").stdout.decode().strip()
    )
    if not commit:
        raise refuse(
            Say(
                f"er is geen map {name}, en Git kent die versie niet",
                f"there is no folder {name}, and Git does not know that version",
            ),
            Say(
                f"geef een map, of een commit, tag of branch, zoals {_example(root)}",
                f"give a folder, or a commit, tag or branch, such as {_example(root)}",
            ),
        )
    tree = f"{commit}:{_git(root, 'rev-parse', '--show-prefix').stdout.decode().strip()}"
    top = Path(
        _git(root, "rev-parse", "--show-toplevel").stdout.decode().strip()
    )  # elsewhere Git reads names as seen from there
    there = _git(top, "ls-tree", "--name-only", "-z", tree).stdout.decode(errors="replace").split("\0")
    wanted = [part for part in _READ if part in there]
    if wanted:
        with tarfile.open(fileobj=io.BytesIO(_git(top, "archive", "--format=tar", tree, *wanted).stdout)) as archive:
            _write_files(archive, target)
    short, day = _git(root, "show", "-s", "--format=%h %cs", commit).stdout.decode().split()
    told = short if commit.startswith(name) else f"{name} ({short})"
    return Say(f"versie {told}", f"version {told}"), date.fromisoformat(day)


def _write_files(archive: tarfile.TarFile, target: Path) -> None:
    for member in archive:
        file = archive.extractfile(member) if member.isreg() and ".." not in PurePosixPath(member.name).parts else None
        if file is not None:
            (target / member.name).parent.mkdir(parents=True, exist_ok=True)
            (target / member.name).write_bytes(file.read())


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise MachineError(
            Say(
                "Voor een versie is Git nodig, en dat staat niet op deze computer. Installeer Git, of geef bij --since een map.",
                "A version needs Git, which is not on this computer. Install Git, or give --since a folder.",
            )
        )
    return subprocess.run(  # noqa: S603 — words, no shell
        [program, "-C", str(root), *words], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )


def _example(root: Path) -> str:
    """A version that is there: the newest tag, or else the newest commit."""
    tag = _git(root, "describe", "--tags", "--abbrev=0").stdout.decode().strip()
    return tag or _git(root, "rev-parse", "--short", "HEAD").stdout.decode().strip() or "v1.0"
