"""An organisation that stops: out of the workspace, with nothing thrown away, and what somebody else must still do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from voorlichter.clients.plan import ClientPlan, check_there, files_of, listed
from voorlichter.clients.rename import address_of
from voorlichter.clients.shared import shared_by, uses
from voorlichter.problems import Say
from voorlichter.publish.shelf import Shelf, shelves
from voorlichter.workspace import Workspace

STOPPED = "stopped"
"""In a workspace: what stopped, each in a folder laid out as a workspace, so that it can be laid back."""


def plan_stop(workspace: Workspace, slug: str, today: date) -> ClientPlan:
    """Raises InputError where there is no such organisation."""
    check_there(workspace, slug)
    files = files_of(workspace, slug)
    folder = _free(workspace.root / STOPPED / f"{slug}-{today.isoformat()}")
    moves = tuple((path, folder / path.relative_to(workspace.root)) for path in files.all)
    published = list(shelves(workspace, slug))
    address = address_of(workspace, slug)
    return ClientPlan(
        slug,
        moves,
        files.records,
        tuple(_tell(workspace, slug, folder, published)),
        _for_it(address, [shelf.target for shelf in published]),
    )


def _free(folder: Path) -> Path:
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return folder if not folder.exists() else next(path for path in numbered if not path.exists())


def _tell(workspace: Workspace, slug: str, folder: Path, published: list[Shelf]) -> Iterator[Say]:
    name = folder.relative_to(workspace.root).as_posix()
    yield Say(
        f"Profiel, site, pakket en trainingen van {slug} staan in {name}; er is niets weggegooid. Gaat de organisatie weer verder, leg dan wat daarin staat terug in de werkmap. Heb je het niet meer nodig, gooi die map dan weg: er staan namen en nummers in.",
        f"Profile, site, kit and training of {slug} are in {name}; nothing was thrown away. If the organisation goes on again, lay what is in it back into the workspace. If you no longer need it, delete that folder: it holds names and numbers.",
    )
    for shelf in published:
        yield Say(
            f"De site staat nog in {shelf.target}, en is daar te lezen tot iemand haar weghaalt.",
            f"The site still stands in {shelf.target}, and can be read there until somebody removes it.",
        )
        if shelf.elsewhere:
            yield Say(
                f"Vorige versies staan in {shelf.elsewhere}. Gooi ze weg als je ze niet meer nodig hebt.",
                f"Earlier versions are in {shelf.elsewhere}. Delete them once you no longer need them.",
            )
    yield Say(
        "Haal posters, kaartjes en folders weg waarop een nummer of QR-code staat die niet meer klopt.",
        "Take away posters, cards and flyers with a number or QR code that is no longer right.",
    )
    for advisor in shared_by(workspace, slug):
        if uses(workspace, advisor) == [slug]:
            yield Say(
                f"advisors/{advisor}.yml wordt door geen andere organisatie gebruikt en blijft staan.",
                f"advisors/{advisor}.yml is used by no other organisation and stays.",
            )


def _for_it(address: str | None, places: list[str]) -> Say:
    lines = [
        Say(
            "De website van de vertrouwenspersoon stopt. Wilt u het volgende doen?",
            "The confidential advisor's website stops. Would you please do the following?",
        )
    ]
    if address:
        lines.append(Say(f"Adres: {address}", f"Address: {address}"))
    lines += [Say(f"Plek: {place}", f"Place: {place}") for place in places]
    lines += [
        Say(
            "1. Haal de bestanden van de website weg, ook uit caches en van plaatsen waar een vorige versie staat. Er staan namen, nummers en soms foto's op.",
            "1. Remove the files of the website, also from caches and from places where an earlier version stands. They hold names, numbers and sometimes photos.",
        ),
        Say(
            "2. Laat het adres niet leeg: er leiden QR-codes op posters en kaartjes heen. Zet er een pagina die zegt bij wie mensen nu terechtkunnen.",
            "2. Do not leave the address empty: QR codes on posters and cards lead to it. Put a page there that says whom people can turn to now.",
        ),
        Say(
            "3. Staat de training in een leersysteem? Zet haar daar uit.",
            "3. Is the training in a learning system? Switch it off there.",
        ),
        Say(
            "Er is geen database en geen account dat opgeheven moet worden; de website bewaarde niets over bezoekers.",
            "There is no database and no account to close; the website kept nothing about visitors.",
        ),
    ]
    return listed(lines)
