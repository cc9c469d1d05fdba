"""A working folder among the system's own: gone when its user is done, and that of a killed process with the next one made."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from voorlichter.lock import take_lock

_PREFIX = "voorlichter-"
_LOCK = "in-use"
_WORK = "work"
_PLATFORM: str = sys.platform
_ONE_PROCESS = _PLATFORM == "emscripten"
_OURS: set[Path] = set()
"""Those of this process: some disks give a process its own lock again."""


class Scratch:
    """A context. `path` is empty at first."""

    def __init__(self, purpose: str) -> None:
        _clear_dead()
        folder, handle = _make(f"{_PREFIX}{purpose}-")
        self.close = weakref.finalize(self, _remove, folder, handle, os.getpid())
        self.path = folder.resolve() / _WORK
        self.path.mkdir()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _remove(folder: Path, handle: int, process: int) -> None:
    if os.getpid() == process:  # and not one that it started
        os.close(handle)
        _OURS.discard(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _make(prefix: str) -> tuple[Path, int]:
    """Whoever clears at this very moment may take it for one of the dead: then another is made."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix))
        _OURS.add(folder)
        try:
            handle = take_lock(folder / _LOCK)
        except FileNotFoundError:
            handle = None
        if handle is not None and (folder / _LOCK).exists():
            return folder, handle
        _OURS.discard(folder)


def _clear_dead() -> None:
    if _ONE_PROCESS:
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        if folder in _OURS or not _is_mine(folder):
            continue
        with suppress(OSError):
            handle = take_lock(folder / _LOCK)
            if handle is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(handle)
                if _PLATFORM == "win32":  # where a file that is open stays
                    shutil.rmtree(folder, ignore_errors=True)


def _is_mine(folder: Path) -> bool:
    """Made by this user, with a lock of ours in it; no link to elsewhere."""
    try:
        told = folder.lstat()
    except OSError:
        return False
    own = not hasattr(os, "getuid") or told.st_uid == os.getuid()
    return own and folder.is_dir() and not folder.is_symlink() and (folder / _LOCK).is_file()
