"""Where this program keeps what is the user's and of no workspace: by the convention of the system, or where a variable says."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from voorlichter.scratch import Scratch

CACHE = "VOORLICHTER_CACHE"
CONFIG = "VOORLICHTER_CONFIG"
"""Variables that name another folder."""
_HELD: list[Scratch] = []
"""Until the process ends."""


def cache_folder() -> Path:
    """What costs time to make again. Safe to delete; where nothing can be written, one that lasts as long as this run."""
    return _usable(_folder(CACHE, "XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA", "cache"))


@cache
def _usable(folder: Path) -> Path:
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.access(folder, os.W_OK | os.X_OK) and folder.is_dir():
        return folder
    _HELD.append(Scratch("cache"))
    os.environ[CACHE] = str(_HELD[-1].path)  # for the processes that this one starts
    return _HELD[-1].path


def config_folder() -> Path:
    """What the user decided."""
    return _folder(CONFIG, "XDG_CONFIG_HOME", ".config", "Library/Application Support", "APPDATA", "")


def _folder(own: str, of_unix: str, beside: str, of_mac: str, of_windows: str, within: str) -> Path:
    if named := os.environ.get(own):
        return Path(named).absolute()
    if sys.platform == "win32":
        return Path(os.environ.get(of_windows) or Path.home() / "AppData/Local") / "voorlichter" / within
    if sys.platform == "darwin":
        return Path.home() / of_mac / "voorlichter"
    named = os.environ.get(of_unix, "")
    return (Path(named) if os.path.isabs(named) else Path.home() / beside) / "voorlichter"  # a relative one is invalid
