"""A manifest as somebody else may have written it: its names lead nowhere but into its site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import MANIFEST, is_site_name

LARGEST_LIST = 8 * 1024 * 1024
_MOST_FILES = 20_000
_LONGEST_SHOWN = 240
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a manifest says of its site; `data` are its very bytes."""

    data: bytes
    version: str
    code: str | None
    files: Mapping[str, str]


def read_listed(data: bytes, shown: str) -> Listed:
    """Raises InputError with everything that is wrong; `shown` says where it stands."""
    mark = Mark(Path(shown))
    try:
        told = read_json(data) if len(data) <= LARGEST_LIST else None
    except ValueError:
        told = None
    files = told.get("files") if isinstance(told, dict) and "voorlichter" in told else None
    if not isinstance(told, dict) or not isinstance(files, dict) or not files or len(files) > _MOST_FILES:
        raise InputError([Problem(mark, MANIFEST, *_NO_LIST)])
    if problems := list(_check(files, mark)):
        raise InputError(problems)
    code = told.get("code")
    return Listed(data, str(told["voorlichter"])[:40], code if isinstance(code, str) else None, files)


def _check(files: Mapping[str, object], mark: Mark) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, known in files.items():
        if not is_site_name(name) or name == MANIFEST:
            yield Problem(mark, ascii(name)[1:-1][:_LONGEST_SHOWN], *_OUTSIDE)
        elif seen.setdefault(name.casefold(), name) != name:
            yield Problem(mark, name, *_TWICE)
        elif not isinstance(known, str) or not _HASH.fullmatch(known):
            yield Problem(mark, name, *_NO_HASH)


_ASK = Say("vraag de afzender om de site opnieuw te sturen", "ask the sender to send the site again")
_NO_LIST = (
    Say("dit is geen lijst met bestanden van voorlichter", "this is no list of files of voorlichter"),
    Say("kies de map waarin manifest.json van de site staat", "choose the folder that holds the site's manifest.json"),
)
_OUTSIDE = (
    Say(
        "deze naam kan geen bestand van een site zijn, en is niet geopend",
        "no file of a site can have this name, and it was not opened",
    ),
    _ASK,
)
_TWICE = (Say("deze naam staat er twee keer", "this name is there twice"), _ASK)
_NO_HASH = (Say("hier staat geen SHA-256", "there is no SHA-256 here"), _ASK)
