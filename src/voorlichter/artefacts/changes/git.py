"""A workspace as it was in a version that Git keeps; nothing is checked out."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path, PurePosixPath

from voorlichter.git import find_git, split_objects
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.workspace import LAYERED

_ALONE = [
    "--literal-pathspecs",
    *(
        word
        for setting in (
            "core.fsmonitor=false",
            f"core.hooksPath={os.devnull}",
            "log.showSignature=false",
            "protocol.allow=never",
        )
        for word in ("-c", setting)
    ),
]
"""A repository may have come from anywhere, with settings that name programs."""
_REGULAR = ("100644", "100755", "100664")
"""The modes of a file; a link or another repository is none."""
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
    prefix = _git(root, "rev-parse", "--show-prefix").stdout.decode().rstrip("\n")
    there = [part for part in _READ if part in _names(root, commit, prefix)]
    _write_files(root, commit, prefix, there, target)
    short, day = _git(root, "show", "-s", "--format=%h %cs", commit).stdout.decode().split()
    told = short if commit.startswith(name) else f"{name} ({short})"
    return Say(f"versie {told}", f"version {told}"), date.fromisoformat(day)


def _names(root: Path, commit: str, prefix: str) -> list[str]:
    """What stands in the workspace's folder at that version."""
    return (
        _git(root, "ls-tree", "--full-tree", "--name-only", "-z", f"{commit}:{prefix}")
        .stdout.decode(errors="replace")
        .split("\0")
    )


def _write_files(root: Path, commit: str, prefix: str, names: list[str], target: Path) -> None:
    """The files as Git keeps them. `git archive` and a checkout would send them through what the repository names as filters."""
    if not names:
        return
    listed = _git(root, "ls-tree", "--full-tree", "-r", "-z", commit, "--", *(prefix + name for name in names)).stdout
    files = {}
    for entry in filter(None, listed.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, _, object_ = about.decode().split(" ")
        path = PurePosixPath(os.fsdecode(name)).relative_to(prefix or ".")
        if mode in _REGULAR and ".." not in path.parts:
            files[path] = object_
    told = _git(root, "cat-file", "--batch", sent="".join(f"{object_}\n" for object_ in files.values()).encode()).stdout
    for path, data in zip(files, split_objects(told), strict=True):
        assert data is not None, "Git has listed it"
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)


def _git(root: Path, *words: str, sent: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Git with the repository of this folder, whatever variables the caller has; it fetches nothing and asks no other program."""
    program = find_git(root)
    if program is None:
        raise MachineError(
            Say(
                "Voor een versie is Git nodig, en dat staat niet op deze computer. Installeer Git, of geef bij --since een map.",
                "A version needs Git, which is not on this computer. Install Git, or give --since a folder.",
            )
        )
    variables = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return subprocess.run(  # noqa: S603 — words, no shell
        [program, *_ALONE, "-C", str(root), *words],
        input=sent,
        stdin=subprocess.DEVNULL if sent is None else None,
        capture_output=True,
        check=False,
        env={
            **variables,
            "LC_ALL": "C",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
        },
    )


def _example(root: Path) -> str:
    """A version that is there: the newest tag, or else the newest commit."""
    tag = _git(root, "describe", "--tags", "--abbrev=0").stdout.decode().strip()
    return tag or _git(root, "rev-parse", "--short", "HEAD").stdout.decode().strip() or "v1.0"
