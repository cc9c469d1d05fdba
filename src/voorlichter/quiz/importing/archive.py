"""A zip that somebody hands in: nothing is unpacked but what is asked for, and no more of it than a text can be."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from voorlichter.problems import Say
from voorlichter.quiz.importing.forms import NotUnderstoodError
from voorlichter.quiz.importing.xml_tree import LARGEST, TOO_LARGE

_MOST_FILES = 5_000
_MOST_BYTES = 50_000_000
"""Of all files that are read together; pictures and films, which are not, may be as large as they like."""
_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error)
_DAMAGED = (
    Say("deze zip is beschadigd, of heeft een wachtwoord", "this zip is damaged, or has a password"),
    Say("exporteer de vragen opnieuw", "export the questions again"),
)


class Archive:
    """Raises NotUnderstoodError where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = [entry.filename for entry in self._zip.infolist() if not entry.is_dir()]
        except _BROKEN as error:
            raise NotUnderstoodError(*_DAMAGED) from error
        if len(self.names) > _MOST_FILES:
            raise NotUnderstoodError(*TOO_LARGE)
        self._left = _MOST_BYTES

    def read(self, name: str) -> bytes:
        """What it says of its size counts for nothing: no more is unpacked than may be."""
        most = min(LARGEST, self._left)
        try:
            with self._zip.open(name) as file:
                data = file.read(most + 1)
        except (KeyError, *_BROKEN) as error:
            raise NotUnderstoodError(*_DAMAGED) from error
        if len(data) > most:
            raise NotUnderstoodError(*TOO_LARGE)
        self._left -= len(data)
        return data

    def begin(self, name: str) -> bytes:
        """The first signs of a file; none of one that cannot be read."""
        try:
            with self._zip.open(name) as file:
                return file.read(4000)
        except _BROKEN:
            return b""

    def ending(self, end: str) -> Iterator[str]:
        return (name for name in self.names if name.lower().endswith(end))
