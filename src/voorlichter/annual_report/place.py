"""Where the counts may lie: nowhere that is handed on, copied or kept in versions."""

from __future__ import annotations

from pathlib import Path

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import Workspace

_ELSEWHERE = Say("zet het in een map van uzelf, op een versleutelde schijf, en noem het met --counts",
                 "put it into a folder of your own, on an encrypted disk, and name it with --counts")


def check_place(path: Path, workspace: Workspace) -> Path:
    """The file itself, links followed. Raises InputError where it lies in the workspace or in a Git checkout, or is no file."""
    try:
        real = path.resolve()
        is_file = real.is_file()
    except (OSError, RuntimeError):  # a link that leads to itself
        real, is_file = path.absolute(), False
    for place in dict.fromkeys((path.absolute(), real)):
        if place.is_relative_to(workspace.root):
            raise _refused(path, Say("dit bestand ligt in de werkmap, en die wordt gedeeld en gepubliceerd", "this file lies in the workspace, which is shared and published"))
        checkout = next((folder for folder in place.parents if _is_checkout(folder)), None)
        if checkout:
            raise _refused(path, Say(f"dit bestand ligt in een Git-map ({checkout}), en Git bewaart elke versie voor altijd", f"this file lies in a Git checkout ({checkout}), and Git keeps every version for ever"))
    if not is_file:
        raise InputError([Problem(Mark(path), "--counts", Say("dit bestand is er niet", "this file is not there"),
                                  Say("noem een YAML-bestand met aantallen, buiten de werkmap", "name a YAML file with counts, outside the workspace"))])
    return real


def _is_checkout(folder: Path) -> bool:
    """A folder with `.git` in it, a file in a worktree; or one that Git made without a checkout."""
    return (folder / ".git").exists() or ((folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir())


def _refused(path: Path, why: Say) -> InputError:
    return InputError([Problem(Mark(path), "--counts", why, _ELSEWHERE)])
