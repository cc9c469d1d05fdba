"""Put a finished folder in the place of another, whole: whoever reads sees the old one or the new one."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_STAGING = ".voorlichter-staging-"
_PREVIOUS = ".voorlichter-previous-"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_BY_FOLDER = os.open in os.supports_dir_fd
"""Can the system open a file by its folder's handle? Then it does not look up the whole path for every file."""


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write in; when the block ends well it takes the target's place, and what it replaces is removed.

    When the block raises, nothing has changed. Nobody else can look into what is being made, or into what is being removed.
    """
    closed = staging_of(target)
    _remove(closed)  # of a killed process whose number this one has
    closed.parent.mkdir(parents=True, exist_ok=True)
    closed.mkdir(mode=0o700)
    staging = closed / target.name
    try:
        staging.mkdir()
        yield staging
        _put(staging, target)
    finally:
        shutil.rmtree(closed, ignore_errors=True)


def staging_of(path: Path) -> Path:
    """Where this process makes what will take the place of a file or a folder; `recover` clears it if the process dies."""
    return path.parent / f"{_STAGING}{path.name}-{os.getpid()}"


def recover(folder: Path) -> None:
    """After a kill: put back the targets in a folder that were half way out, and clear what dead processes left."""
    for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
        path = folder / name
        if name.startswith(_PREVIOUS):
            target = folder / name.removeprefix(_PREVIOUS)
            if target.exists():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.rename(target)
        elif name.startswith(_STAGING) and _is_over(name.rpartition("-")[2]):
            _remove(path)


def _is_over(number: str) -> bool:
    """Is this the number of a process, as a system could have given it, that has ended?"""
    return re.fullmatch(r"[1-9][0-9]{0,9}", number) is not None and not is_alive(int(number))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def is_alive(process: int) -> bool:
    if sys.platform == "win32":  # os.kill would end the process there
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):  # the second: a larger number than this system gives
        return False
    except OSError:
        pass
    return True


def _put(staging: Path, target: Path) -> None:
    if not target.exists():
        try:
            staging.rename(target)
            return
        except OSError:
            if not target.exists():  # else somebody was first, just now
                raise
    if _exchange(staging, target):
        return
    previous = target.parent / f"{_PREVIOUS}{target.name}"
    target.rename(previous)
    try:
        staging.rename(target)
    except OSError:
        previous.rename(target)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _exchange(path: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can: renameat2 on Linux, renamex_np on macOS."""
    try:
        if sys.platform == "linux":
            call = ctypes.CDLL(None, use_errno=True).renameat2
            at_here = -100
            return int(call(at_here, os.fsencode(path), at_here, os.fsencode(other), 2)) == 0
        if sys.platform == "darwin":
            call = ctypes.CDLL(None, use_errno=True).renamex_np
            return int(call(os.fsencode(path), os.fsencode(other), 2)) == 0
    except (OSError, AttributeError):
        pass
    return False


def replace_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file whole or not at all, creating its folder; with these rights, or those the user gives. Raises OSError where the disk refuses.

    What a killed process left of the same file goes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    staging = staging_of(path)
    for name in os.listdir(path.parent):
        if name.startswith(f"{_STAGING}{path.name}-") and _is_over(name.rpartition("-")[2]):
            _remove(path.parent / name)
    try:
        with staging.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave the new name without the new bytes
        if mode is not None:
            staging.chmod(mode)
        os.replace(staging, path)
    finally:
        staging.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have everything under a folder on the disk itself: before it takes the place of what can be made again nowhere."""
    for base, folders, names in os.walk(folder):
        for name in (*names, *(folders if _BY_FOLDER else ())):
            path = os.path.join(base, name)
            if not os.path.islink(path):
                _sync(path)
    if _BY_FOLDER:
        _sync(folder)


def _sync(path: str | Path) -> None:
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write every file under a new, empty folder."""
    base = f"{folder}{os.sep}"
    folders: dict[str, int | None] = {}
    try:
        for name, data in files.items():
            parent, _, own_name = name.rpartition("/")
            if parent not in folders:
                os.makedirs(base + parent, exist_ok=True)
                folders[parent] = os.open(base + parent, os.O_RDONLY) if _BY_FOLDER else None
            within = folders[parent]
            handle = os.open(base + name if within is None else own_name, _NEW_FILE, 0o644, dir_fd=within)
            try:
                _write_all(handle, data)
            finally:
                os.close(handle)
    finally:
        for opened in folders.values():
            if opened is not None:
                os.close(opened)


def _write_all(handle: int, data: bytes) -> None:
    written = os.write(handle, data)
    while written < len(data):
        written += os.write(handle, data[written:])
