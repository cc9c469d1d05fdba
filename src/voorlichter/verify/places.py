"""Where a site can be looked at on this computer: a folder, or a zip that nobody needs to unpack."""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import MANIFEST
from voorlichter.zip_file import render_zip

LARGEST = 100 * 1024 * 1024
"""Bytes of one file."""
_LARGEST_ZIP = 300 * 1024 * 1024
_LARGEST_WHOLE = 500 * 1024 * 1024
_MOST_ENTRIES = 40_000


@dataclass(frozen=True, slots=True)
class Answered:
    """What there is under a name: its bytes, or why there are none; neither where there is nothing."""

    data: bytes | None = None
    why: Say | None = None


class SitePlace(Protocol):
    """Somewhere a site stands."""

    @property
    def shown(self) -> str:
        """What it is called to whoever asked."""

    def read(self, name: str) -> Answered:
        """A file by its path in the site, which was looked at before. Raises MachineError where the place cannot be asked."""

    def names(self) -> list[str] | None:
        """Every file there; None where nobody can see that from here."""


TOO_LARGE = Answered(why=Say(f"groter dan {LARGEST // 1024 // 1024} MB", f"larger than {LARGEST // 1024 // 1024} MB"))
_NO_FILE = Answered(why=Say("geen gewoon bestand", "no regular file"))
_LINK = Answered(why=Say("een koppeling naar een andere plek", "a link to another place"))


@dataclass(frozen=True, slots=True)
class FolderPlace:
    root: Path

    @property
    def shown(self) -> str:
        return str(self.root)

    def read(self, name: str) -> Answered:
        """No link is followed, and nothing is opened that is not a file."""
        path = self.root / name
        for part in [path, *path.parents][: name.count("/") + 1]:
            if part.is_symlink():
                return _LINK
        try:
            told = path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return Answered()
        if not stat.S_ISREG(told.st_mode):
            return _NO_FILE
        if told.st_size > LARGEST:
            return TOO_LARGE
        return Answered(path.read_bytes())

    def names(self) -> list[str]:
        return sorted(self._names(self.root, ""))

    def _names(self, folder: Path, before: str) -> Iterator[str]:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from self._names(Path(entry.path), f"{before}{entry.name}/")
                else:
                    yield before + entry.name


class ZipPlace:
    """The site in a zip, at its top or in one folder of it; what lies beside that folder is not of the site."""

    def __init__(self, path: Path) -> None:
        """Raises InputError where it is no zip that holds one site."""
        self._path = path
        mark = Mark(path)
        if path.stat().st_size > _LARGEST_ZIP:
            raise InputError([Problem(mark, "", *_BOMB)])
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError([Problem(mark, "", *_NO_ZIP)]) from error
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
            raise InputError([Problem(mark, "", *_BOMB)])
        self._top = self._find_site([entry.filename for entry in entries], mark)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.removeprefix(self._top)
            if entry.filename.startswith(self._top) and self._entries.setdefault(name, entry) is not entry:
                raise InputError([Problem(mark, name, *_TWICE)])
        self._unpacked = 0

    @property
    def shown(self) -> str:
        return str(self._path)

    def _find_site(self, names: list[str], mark: Mark) -> str:
        tops = [name.removesuffix(MANIFEST) for name in names if f"/{name}".endswith(f"/{MANIFEST}")]
        tops = [top for top in tops if f"{top}index.html" in names]
        if len(tops) != 1:
            raise InputError([Problem(mark, MANIFEST, *(_SEVERAL if tops else _NO_SITE))])
        return tops[0]

    def read(self, name: str) -> Answered:
        """No more than it says it holds is unpacked, and no more of all than a site can be."""
        entry = self._entries.get(name)
        if entry is None:
            return Answered()
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            return _NO_FILE
        if entry.flag_bits & 1:
            return Answered(why=Say("heeft een wachtwoord", "has a password"))
        try:
            with self._zip.open(entry) as file:
                data = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error):
            return Answered(why=Say("beschadigd", "damaged"))
        self._unpacked += len(data)
        if len(data) > LARGEST:
            return TOO_LARGE
        if self._unpacked > _LARGEST_WHOLE:
            raise InputError([Problem(Mark(self._path), name, *_BOMB)])
        return Answered(data)

    def names(self) -> list[str]:
        return sorted(self._entries)

    def packed_with(self, name: str, data: bytes) -> bytes:
        """The whole zip with one more file in its site."""
        kept = {entry.filename: self._zip.read(entry) for entry in self._zip.infolist() if not entry.is_dir()}
        return render_zip({**kept, self._top + name: data})


_AGAIN = Say("vraag de afzender om een nieuwe zip", "ask the sender for a new zip")
_NO_ZIP = (Say("dit is geen zip", "this is no zip file"), _AGAIN)
_BOMB = (
    Say(
        "hier zit meer in dan een site kan zijn; niets is uitgepakt",
        "this holds more than a site can be; nothing was unpacked",
    ),
    _AGAIN,
)
_TWICE = (Say("deze naam staat er twee keer", "this name is there twice"), _AGAIN)
_NO_SITE = (
    Say("hierin staat geen site van voorlichter", "no site of voorlichter stands in here"),
    Say("kies de zip van de site", "choose the zip of the site"),
)
_SEVERAL = (
    Say("hierin staat meer dan één site", "more than one site stands in here"),
    Say("pak de zip uit, en kies de map van één site", "unpack the zip, and choose the folder of one site"),
)
