"""Copies that a synchronised folder makes where a file changed in two places at once. One of the two holds somebody's work that got lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from voorlichter.problems import Mark, Problem, Say

_READ = (".yml", ".yaml", ".md")
_BY_NAME = re.compile(
    r"""(?P<stem>.+?)(?:
      [ ]?\([^()]*\b(?:conflict(?:ed|ing)?|conflicterende)[ -](?:copy|kopie)\b[^()]*\)  # Dropbox, Nextcloud
    | _conflict-\d{8}-\d{6}                                                     # ownCloud
    | \.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?                                # Syncthing
    | [ ]?\(\d{1,3}\)                                                           # Google Drive, and a browser
    )""",
    re.I | re.X,
)
_BESIDE = re.compile(r"(?P<stem>.+?)(?:-(?=[^.]*[A-Z])[\w-]+| \d{1,2}| - (?:copy|kopie|Copy|Kopie)(?: \(\d+\))?)")
"""As OneDrive adds the name of a computer, iCloud a number and Explorer a word: a copy only where the file itself is there."""


def original_of(name: str, beside: Collection[str]) -> str | None:
    """The name of the file that this is a copy of, among the files beside it; None for an ordinary name. Either may be a path."""
    stem, dot, suffix = name.rpartition(".")
    if dot + suffix.lower() not in _READ:
        return None
    if copied := _BY_NAME.fullmatch(stem):
        return f"{copied['stem']}.{suffix}"
    copied = _BESIDE.fullmatch(stem)
    original = f"{copied['stem']}.{suffix}" if copied else ""
    return original if original in beside else None


def copies_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every copy in a folder and below it, with the name of its original. Links are not followed."""
    if not folder.is_dir() or folder.is_symlink():
        return
    found = sorted(folder.iterdir())
    names = {path.name for path in found}
    for path in found:
        if path.is_dir():
            yield from copies_in(path)
        elif original := original_of(path.name, names):
            yield path, original


def check_copies(folder: Path) -> Iterator[Problem]:
    for path, original in copies_in(folder):
        yield Problem(
            Mark(path),
            "",
            Say(
                f"dit lijkt een kopie van {original}, zoals een gesynchroniseerde map die maakt als een bestand op twee plekken tegelijk verandert; zij wordt niet gelezen",
                f"this looks like a copy of {original}, as a synchronised folder makes one where a file changes in two places at once; it is not read",
            ),
            Say(
                f"vergelijk de twee, neem over in {original} wat moet blijven, en gooi de kopie weg",
                f"compare the two, take what must stay over into {original}, and delete the copy",
            ),
            "warning",
        )
