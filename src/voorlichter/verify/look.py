"""Look at a site wherever it stands, and say what was seen."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.verify.browser import browse, shown_here
from voorlichter.verify.compare import Deviation, HeldSite, compare, read_list
from voorlichter.verify.listed import Listed
from voorlichter.verify.outside import browser_part, server_part
from voorlichter.verify.places import FolderPlace, SitePlace, ZipPlace
from voorlichter.verify.signature import LARGEST, check_signature
from voorlichter.verify.verdict import (
    NO_PROOF,
    NOT_LOOKED_AT,
    NOT_SIGNED,
    OWN_COPY,
    WRONG_SIGNATURE,
    Chapter,
    Line,
    SiteVerdict,
    files_part,
    signed_by,
    version_part,
)
from voorlichter.verify.web import WebPlace
from voorlichter.workspace import MANIFEST, SIGNATURE


@dataclass(frozen=True, slots=True)
class LookOrder:
    """What was asked besides the place itself."""

    against: Path | None = None
    signers: Path | None = None
    browser: bool = False


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
    proof = _proof(place, there, wishes, own is not None)
    parts.append(Chapter("proof", Say("Bewijs", "Proof"), (proof,)))
    if isinstance(place, WebPlace):
        parts.append(server_part(place.heads))
    if wishes.browser:
        with nullcontext(place.base) if isinstance(place, WebPlace) else shown_here(place.read) as address:
            parts.append(browser_part(browse(address, compared.pages)))
    proven = own is not None or proof.what == "signed"
    return SiteVerdict(place.shown, compared.listed.code, proven, tuple(parts))


def _proof(place: SitePlace, there: Listed, wishes: LookOrder, own: bool) -> Line:
    """What makes sure that the list is the maker's."""
    found = place.read(SIGNATURE).data
    if wishes.signers is None:
        if own:
            return OWN_COPY
        return NOT_LOOKED_AT if found else NO_PROOF
    signed = check_signature(there.data, found, wishes.signers) if found and len(found) <= LARGEST else None
    if signed and signed.by:
        return signed_by(signed.by, signed.key or "")
    return WRONG_SIGNATURE if found else NOT_SIGNED


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
