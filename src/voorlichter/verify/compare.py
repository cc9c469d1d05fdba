"""A site held against its list: what differs, what is missing, and what nobody made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.verify.listed import Listed, read_listed
from voorlichter.verify.places import SitePlace
from voorlichter.workspace import MANIFEST, SIGNATURE, is_site_name

HowAmiss = Literal["differs", "missing", "extra", "unread"]
_OF_THE_SERVER = (
    "web.config",
    ".htaccess",
    "CNAME",
    ".well-known",
    "robots.txt",
    "_headers",
    "staticwebapp.config.json",
)
"""What whoever runs a server puts beside a site; it is told, and is no difference."""


@dataclass(frozen=True, slots=True)
class Deviation:
    kind: HowAmiss
    name: str
    why: Say | None = None


@dataclass(frozen=True, slots=True)
class HeldSite:
    """What came of it; `sizes` holds every file of the site that is as listed."""

    listed: Listed
    differences: tuple[Deviation, ...]
    sizes: dict[str, int]
    theirs: tuple[str, ...]
    """Files of the server's own; nothing where nobody can see them."""
    counted: bool
    """Could files be found that the list has not?"""
    pages: tuple[str, ...]
    """Every page that can be opened there, those above all that are not as listed."""


def read_list(place: SitePlace) -> Listed:
    """The list that travels with a site. Raises InputError where there is none."""
    found = place.read(MANIFEST)
    if found.data is None:
        why = found.why or Say("hier staat geen manifest.json", "there is no manifest.json here")
        fix = Say(
            "kies de map, de zip of het adres van de site zelf", "choose the folder, zip or address of the site itself"
        )
        raise InputError([Problem(Mark(Path(place.shown)), MANIFEST, why, fix)])
    return read_listed(found.data, place.shown)


def compare(place: SitePlace, listed: Listed) -> HeldSite:
    differences: list[Deviation] = []
    sizes: dict[str, int] = {}
    opened: list[str] = []
    for name, known in sorted(listed.files.items()):
        found = place.read(name)
        if found.data is None:
            differences.append(Deviation("unread" if found.why else "missing", name, found.why))
        elif hashlib.sha256(found.data).hexdigest() != known:
            differences.append(Deviation("differs", name))
        else:
            sizes[name] = len(found.data)
        if found.data is not None:
            opened.append(name)
    names = place.names()
    extra = [name for name in names or () if name not in listed.files and name not in (MANIFEST, SIGNATURE)]
    theirs = [name for name in extra if name.partition("/")[0] in _OF_THE_SERVER]
    differences += [Deviation("extra", name) for name in extra if name not in theirs]
    pages = tuple(name for name in (*opened, *extra) if name.endswith((".html", ".htm")) and is_site_name(name))
    return HeldSite(listed, tuple(differences), sizes, tuple(theirs), names is not None, pages)
