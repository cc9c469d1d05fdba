"""Look at a site wherever it stands, and say what was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.verify.compare import Deviation, HeldSite, compare, read_list
from voorlichter.verify.places import FolderPlace, SitePlace, ZipPlace
from voorlichter.verify.verdict import NO_PROOF, Chapter, SiteVerdict, files_part, version_part
from voorlichter.verify.web import WebPlace
from voorlichter.workspace import MANIFEST


@dataclass(frozen=True, slots=True)
class LookOrder:
    """What was asked besides the place itself."""

    against: Path | None = None


def look_at(where: str, wishes: LookOrder) -> SiteVerdict:
    """Raises InputError where no site can be found there, MachineError where the place gives no answer."""
    place = open_place(where)
    there = read_list(place)
    own = read_list(open_place(str(wishes.against))) if wishes.against else None
    compared = compare(place, own or there)
    if own and own.data != there.data:
        compared = _with(compared, Deviation("differs", MANIFEST))
    if isinstance(place, WebPlace) and (beside := place.beside) and place.is_answered(beside):
        compared = _with(compared, Deviation("extra", beside, _PREVIOUS))
    parts = [files_part(compared, str(wishes.against) if own else None), version_part(compared)]
    if not own:
        parts.append(Chapter("proof", Say("Bewijs", "Proof"), (NO_PROOF,)))
    return SiteVerdict(place.shown, compared.listed.code, own is not None, tuple(parts))


def _with(compared: HeldSite, difference: Deviation) -> HeldSite:
    return replace(compared, differences=(*compared.differences, difference))


def open_place(where: str) -> SitePlace:
    """Raises InputError for what is no folder, no zip and no address."""
    if "://" in where:
        return WebPlace(where)
    path = Path(where)
    if path.is_dir():
        return FolderPlace(path.resolve())
    if path.is_file():
        return ZipPlace(path)
    raise InputError([Problem(Mark(path), "", *_NOTHING)])


_PREVIOUS = Say(
    "hier staat nog een vorige versie, met wat daarin is weggehaald; haal die map van de server",
    "a previous version still stands here, with what was withdrawn from it; take that folder off the server",
)
_NOTHING = (
    Say("hier staat niets", "there is nothing here"),
    Say(
        "noem een map, een zip, of een adres dat met https:// begint",
        "name a folder, a zip, or an address that begins with https://",
    ),
)
