"""Where the counts may lie: nowhere that is handed on, copied or kept in versions."""

from __future__ import annotations

from pathlib import Path

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import Workspace

_ELSEWHERE = Say(
    "zet het in een map van uzelf, op een versleutelde schijf, en noem het met --counts",
    "put it into a folder of your own, on an encrypted disk, and name it with --counts",
)


def check_place(path: Path, workspace: Workspace) -> Path:
    """The place itself, links followed. Raises InputError where it lies in the workspace or in a Git checkout."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        real = path.absolute()
    for written in dict.fromkeys((path.absolute(), real)):
        if written.is_relative_to(workspace.root):
            raise _refused(
                path,
                Say(
                    "dit bestand ligt in de werkmap, en die wordt gedeeld en gepubliceerd",
                    "this file lies in the workspace, which is shared and published",
                ),
            )
        checkout = next((folder for folder in written.parents if _is_checkout(folder)), None)
        if checkout:
            raise _refused(
                path,
                Say(
                    f"dit bestand ligt in een Git-map ({checkout}), en Git bewaart elke versie voor altijd",
                    f"this file lies in a Git checkout ({checkout}), and Git keeps every version for ever",
                ),
            )
    return real


def _is_checkout(folder: Path) -> bool:
    """A folder with `.git` in it, a file in a worktree; or one that Git made without a checkout."""
    return (folder / ".git").exists() or (
        (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()
    )


def _refused(path: Path, why: Say) -> InputError:
    return InputError([Problem(Mark(path), "--counts", why, _ELSEWHERE)])
