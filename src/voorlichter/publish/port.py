"""What publishing asks of a place, whatever its kind: a folder, a zip, a branch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from voorlichter.json_read import read_json
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.swap import replace_file
from voorlichter.workspace import MANIFEST, Workspace


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A site on its way: its files by their path, the manifest last, and what whoever puts it online has beside it, by path."""

    slug: str
    files: Mapping[str, bytes]
    for_it: Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a place: the manifest of a site of ours, and the moment it was put there where the place knows that."""

    manifest: bytes
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Journal:
    """The names that are being put into a place where nothing can be swapped whole: whatever comes between, they are ours."""

    path: Path

    def begin(self, names: Iterable[str]) -> None:
        replace_file(self.path, json.dumps(sorted({*names, *self.names()})).encode())

    def end(self) -> None:
        self.path.unlink(missing_ok=True)

    def names(self) -> frozenset[str]:
        try:
            return frozenset(map(str, read_json(self.path.read_bytes())))
        except (OSError, ValueError, TypeError):
            return frozenset()


class PublishPlace(Protocol):
    """Where a site stands. Its text is what a user types, and what is remembered.

    All raise MachineError or OSError where it cannot be reached, InputError where it is not one to publish to.
    """

    def __str__(self) -> str: ...

    @property
    def is_near(self) -> bool:
        """Is looking at all of it as good as free?"""

    def check(self, workspace: Workspace, journal: Journal) -> None: ...

    def standing(self) -> Standing | None:
        """None where no site of ours stands."""

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """Of these files those that are there."""

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        """Put the site in the place of `ours`; what of others is carried along. Whole or not at all, or by the journal."""


def manifest_last(names: Iterable[str]) -> list[str]:
    """What pages need, pages, the first page, the manifest: whoever reads while a place is filled finds what a page asks for."""
    return sorted(names, key=lambda name: (name == MANIFEST, name == "index.html", name.endswith(".html"), name))


ON_ITS_WAY = ".voorlichter-new"
"""Behind the name of a file that is not there whole yet, on a server."""


def path_written(text: str, base: Path) -> Path:
    """Seen from `base`. Raises InputError for what is no path, such as one of a user whom this computer does not know."""
    try:
        return (base / Path(text).expanduser()).resolve()
    except (RuntimeError, ValueError) as error:
        raise InputError([Problem(Mark(base), "", *_NO_PATH)]) from error


_NO_PATH = (
    Say("zo'n plek kan er op deze computer niet zijn", "there can be no such place on this computer"),
    Say("schrijf het hele pad, zonder ~", "write the whole path, without ~"),
)


def not_ours(place: object) -> Problem:
    """Of a folder on a server with something in it and no site of ours."""
    return Problem(
        Mark(Path(str(place))),
        "",
        Say(
            "hier staat iets dat voorlichter niet gemaakt heeft", "something stands here that voorlichter did not make"
        ),
        Say("verplaats het, of kies een andere map", "move it, or choose another folder"),
    )


def name_taken(path: Path) -> Problem:
    return Problem(
        Mark(path),
        "",
        Say(
            "dit is niet van voorlichter, en de nieuwe site heeft deze naam nodig; er is niets veranderd",
            "this is not of voorlichter, and the new site needs this name; nothing has changed",
        ),
        Say(
            "verplaats het of geef het een andere naam, en publiceer opnieuw", "move it or rename it, and publish again"
        ),
    )
