"""Results that cost time, kept under the hash of what they were made from. Safe to delete at any moment.

They are kept outside every workspace: what comes with one is nothing we made. Each carries its own hash, so that one that
was altered, cut off or emptied is made again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from voorlichter.user_folders import cache_folder

_IN_MEMORY = 256
"""Results kept in memory; the number of sites must not make the process grow."""
_LENGTH = hashlib.sha256().digest_size


class Cache:
    """A folder of results by kind and content; without a folder, memory alone. A fresh one makes every result anew."""

    def __init__(self, folder: Path | None, fresh: bool = False) -> None:
        self.folder = folder
        self._fresh = fresh
        self._recent: OrderedDict[str, bytes] = OrderedDict()

    def get(self, kind: str, source: bytes, make: Callable[[], bytes]) -> bytes:
        """The result for these bytes, made once. `kind` carries the version of the way it is made."""
        key = f"{kind}-{hashlib.sha256(source).hexdigest()[:40]}"
        value = self._recent.get(key)
        if value is None:
            value = None if self._fresh else self._read(key)
            if value is None:
                value = make()
                self._write(key, value)
            self._recent[key] = value
            if len(self._recent) > _IN_MEMORY:
                self._recent.popitem(last=False)
        return value

    def _read(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            kept = (self.folder / key).read_bytes()
        except OSError:
            return None
        data = kept[_LENGTH:]
        return data if kept[:_LENGTH] == hashlib.sha256(data).digest() else None

    def _write(self, key: str, data: bytes) -> None:
        """Whole or not at all, and never in the way: a full disk only costs the time again."""
        if self.folder is None:
            return
        name = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(name, self.folder / key)
        except OSError:
            if name:
                Path(name).unlink(missing_ok=True)


def open_cache(fresh: bool = False) -> Cache:
    """That of this user."""
    return Cache(cache_folder() / "results", fresh)
