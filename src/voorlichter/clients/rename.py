"""Another slug for an organisation: its folders and files, and what somebody else must know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from voorlichter.clients.plan import ClientFiles, ClientPlan, check_free, check_there, files_of, listed
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.profile.read import read_profile
from voorlichter.publish.shelf import shelves
from voorlichter.workspace import REPORTS, Workspace, check_slug


def plan_rename(workspace: Workspace, slug: str, new_slug: str) -> ClientPlan:
    """Raises InputError where there is no such organisation, or where the new slug is none, or taken."""
    check_there(workspace, slug)
    if problems := check_slug(new_slug, workspace.profiles / new_slug):
        raise InputError(problems)
    if new_slug == slug:
        raise InputError(
            [
                Problem(
                    Mark(workspace.profiles / slug),
                    slug,
                    Say("zo heet deze organisatie al", "this is its name already"),
                    Say("geef een andere naam", "give another name"),
                )
            ]
        )
    files = files_of(workspace, slug)
    moves = tuple((path, path.with_name(new_slug + path.name[len(slug) :])) for path in files.all)
    check_free((target for _, target in moves), new_slug)
    address = address_of(workspace, slug)
    new_address = _renamed(address, slug, new_slug) if address else None
    return ClientPlan(
        new_slug,
        moves,
        files.records,
        tuple(_tell(workspace, files, slug, new_slug, address, new_address)),
        _for_it(address, new_address) if address and new_address else None,
    )


def address_of(workspace: Workspace, slug: str) -> str | None:
    """Where the site is, as its profile says, whatever else is wrong with that."""
    data = read_profile(workspace, slug).data
    publication = data.get("publication") if isinstance(data, dict) else None
    url = publication.get("url") if isinstance(publication, dict) else None
    return url if isinstance(url, str) and url else None


def _renamed(address: str, slug: str, new_slug: str) -> str | None:
    """The address with the new slug, where the old one is a part of its path or the beginning of its host."""
    renamed = re.sub(rf"(?<=/){re.escape(slug)}(?=[/.?#]|$)", new_slug, address)
    return renamed if renamed != address else None


def _tell(
    workspace: Workspace, files: ClientFiles, slug: str, new_slug: str, address: str | None, new_address: str | None
) -> Iterator[Say]:
    yield Say(f"De organisatie heet hier nu {new_slug}.", f"The organisation is called {new_slug} here now.")
    if new_address:
        yield Say(
            f"Het oude adres {address} noemt de oude naam. Verandert het mee? Schrijf dan in het profiel bij publication: url: {new_address}, en laat ICT doorverwijzen. Posters en kaartjes met de oude QR-code blijven dan werken.",
            f"The old address {address} holds the old name. Does it change too? Then write in the profile under publication: url: {new_address}, and have IT redirect. Posters and cards with the old QR code then go on working.",
        )
    elif address:
        yield Say(
            f"Het adres van de site blijft {address}; er hoeft niets doorverwezen te worden.",
            f"The site's address stays {address}; nothing needs a redirect.",
        )
    for shelf in shelves(workspace, slug):
        yield Say(
            f"De site staat in {shelf.target}. Die plek houdt haar naam; publiceer voortaan met: voorlichter publish {new_slug}",
            f"The site stands in {shelf.target}. That place keeps its name; publish from now on with: voorlichter publish {new_slug}",
        )
    if any(_is_course(path) for path in files.exports):
        yield Say(
            "Pakketten die al in een leersysteem staan, blijven werken. Een pakket dat je nu maakt, is daar een nieuwe training: de resultaten van de oude gaan niet mee.",
            "Packages that are in a learning system go on working. A package made from now on is a new training there: the results of the old one do not come along.",
        )
    if files.kit and (files.kit / REPORTS).is_dir():
        yield Say(
            f"Schrijf in het bestand met aantallen voor het jaarverslag: organisation: {new_slug}",
            f"Write in the file with counts for the annual report: organisation: {new_slug}",
        )


def _is_course(path: Path) -> bool:
    return path.suffix == ".zip" and path.stem.endswith(("-scorm12", "-scorm2004", "-cmi5"))


def _for_it(address: str, new_address: str) -> Say:
    return listed(
        [
            Say(
                "De website van de vertrouwenspersoon krijgt een ander adres.",
                "The confidential advisor's website moves to another address.",
            ),
            Say(f"Oud adres: {address}", f"Old address: {address}"),
            Say(f"Nieuw adres: {new_address}", f"New address: {new_address}"),
            Say(
                "Verwijs het oude adres en alles daaronder blijvend door (301) naar dezelfde bladzijde op het nieuwe adres, zonder er een logboek van bij te houden.",
                "Redirect the old address and all below it for good (301) to the same page at the new address, without keeping a log of it.",
            ),
            Say(
                "Laat de doorverwijzing staan: het oude adres staat in QR-codes op posters en kaartjes.",
                "Leave the redirect in place: the old address is in QR codes on posters and cards.",
            ),
        ]
    )
