"""Several folders and files that move as one: all of them, or none, after a kill too."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.swap import is_alive, replace_file
from voorlichter.workspace import Workspace

Move = tuple[Path, Path]


def move_all(workspace: Workspace, moves: Sequence[Move]) -> None:
    """Raises OSError where the disk refuses; everything then stands where it stood."""
    undo_moves(workspace)
    journal = _journal(workspace)
    told = {"process": os.getpid(), "moves": [[str(source), str(target)] for source, target in moves]}
    replace_file(journal, json.dumps(told).encode())
    try:
        for source, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
    except BaseException:
        _move_back(moves)
        raise
    finally:
        journal.unlink(missing_ok=True)


def undo_moves(workspace: Workspace) -> None:
    """After a kill: put back what had been moved when it came."""
    journal = _journal(workspace)
    try:
        told = read_json(journal.read_bytes())
        process, moves = int(told["process"]), [(Path(source), Path(target)) for source, target in told["moves"]]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if not all(_is_within(workspace.root, path) for move in moves for path in move):
        return  # not of ours: what came with a workspace moves nothing elsewhere
    if process == os.getpid() or not is_alive(process):
        _move_back(moves)
        journal.unlink(missing_ok=True)


def _is_within(root: Path, path: Path) -> bool:
    return ".." not in path.parts and Path(os.path.realpath(path.parent)).is_relative_to(root)


def _move_back(moves: Sequence[Move]) -> None:
    for source, target in reversed(moves):
        if target.exists() and not source.exists():
            target.rename(source)
        with suppress(OSError):
            target.parent.rmdir()  # made for it, where nothing else is in it


def _journal(workspace: Workspace) -> Path:
    return workspace.private / "moving.json"
