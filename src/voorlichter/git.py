"""The program git: where it is, and what it says of objects."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path


def find_git(folder: Path) -> str | None:
    """Not one that lies in `folder` or in the current one, where Windows looks first: it may have come with a workspace."""
    program = shutil.which("git")
    return None if program is None or Path(program).resolve().parent in (Path.cwd(), folder) else program


def split_objects(told: bytes) -> Iterator[bytes | None]:
    """What `cat-file --batch` says, object by object in the order asked; None for one that is not there."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = told[at:end].rpartition(b" ")[2]
        at = end + 1
        if size == b"missing":
            yield None
        else:
            yield told[at : at + int(size)]
            at += int(size) + 1
