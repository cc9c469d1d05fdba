"""Where results go: a folder that may hold them, and what a disk that refuses means to the user."""

from __future__ import annotations

import errno
from pathlib import Path

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.swap import replace_file
from voorlichter.workspace import LAYERED, MANIFEST, Workspace

_OF_A_VOLUME = "lost+found"
"""Stands in every new volume of Linux."""


def check_output(workspace: Workspace, output: Path, where: str = "-o") -> None:
    """Refuse a folder that cannot hold what we make. Raises InputError, or MachineError where its parent is closed."""

    def refuse(message: Say, fix: Say) -> InputError:
        return InputError([Problem(Mark(output), where, message, fix)])

    own = [workspace.root / name for name in (*LAYERED, "profiles", "advisors", ".voorlichter")] + [
        workspace.defaults / name for name in LAYERED
    ]
    if output == workspace.root or any(output == folder or folder in output.parents for folder in own):
        raise refuse(
            Say("de sites kunnen niet in een map met bronnen staan", "sites cannot stand in a folder of sources"),
            Say("kies een andere map, bijvoorbeeld site", "choose another folder, for example site"),
        )
    if output.exists() and not output.is_dir():
        raise refuse(
            Say("dit is een bestand, geen map", "this is a file, not a folder"),
            Say("kies een map, bijvoorbeeld site", "choose a folder, for example site"),
        )
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_failed(error, output) from error


def disk_failed(error: OSError, path: Path) -> MachineError:
    """What a full or closed disk means to the user."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return MachineError(
            Say(
                f"{path}: de schijf is vol. Er is niets veranderd aan wat er stond. Maak ruimte vrij en probeer het opnieuw.",
                f"{path}: the disk is full. Nothing that stood there has changed. Make room and try again.",
            )
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return MachineError(
            Say(
                f"{path}: in deze map mag niet geschreven worden. Er is niets veranderd. Kies een andere map met -o.",
                f"{path}: this folder cannot be written to. Nothing has changed. Choose another folder with -o.",
            )
        )
    return MachineError(
        Say(
            f"{path}: de schijf weigert ({error.strerror or error}). Er is niets veranderd aan wat er stond.",
            f"{path}: the disk refuses ({error.strerror or error}). Nothing that stood there has changed.",
        )
    )


def foreign_folder(target: Path) -> list[Problem]:
    """A folder that no build of ours made is not ours to replace."""
    if not target.exists() or (target / MANIFEST).is_file():
        return []
    if target.is_dir() and all(path.name == _OF_A_VOLUME for path in target.iterdir()):
        return []
    return [
        Problem(
            Mark(target),
            "",
            Say(
                "hier staat iets dat voorlichter niet gemaakt heeft",
                "something stands here that voorlichter did not make",
            ),
            Say("verplaats het, of kies een andere map", "move it, or choose another folder"),
        )
    ]


def hand_out(path: Path, data: bytes) -> None:
    """Put one file there, whole. Raises MachineError where the disk refuses."""
    try:
        replace_file(path, data)
    except OSError as error:
        raise disk_failed(error, path) from error
