"""What a site tells of its kit, and the files it has of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from voorlichter.artefacts.kit.items import read_items
from voorlichter.artefacts.kit.make import Kit, Made
from voorlichter.artefacts.kit.materials import GROUPS
from voorlichter.artefacts.kit.web import FRAME
from voorlichter.organisation import Organisation
from voorlichter.profile.called import at_start
from voorlichter.site.context import address_of_pages
from voorlichter.slots import model as slots
from voorlichter.slots.types import Url
from voorlichter.workspace import KITS

_GROUPS = (*GROUPS, "contact")
_PIECES = {"intranet-card": 2, "embed": 3}
"""What is sent and has no item of its own, by its place there."""
_CONTACTS = ("contact", "contact-neutral", "qr-site", "qr-call", "qr-contact")
_FORMATS = {
    ".pdf": "PDF",
    ".pptx": "PowerPoint",
    ".vcf": "vCard",
    ".svg": "SVG",
    ".png": "PNG",
    ".html": "HTML",
    ".ics": "iCalendar",
}
_SHOWN = (".pdf", FRAME)
"""What a browser opens; anything else is of use only once it is saved."""


def handed_out(kit: Kit, languages: Sequence[str]) -> dict[str, bytes]:
    """The files by their path in the site: beside the pages of their language. `languages` are those with every page."""
    offered = [*(made for made in kit.made if made.language in languages), *_posters_elsewhere(kit, languages)]
    return {
        f"{'' if made.language == languages[0] else f'{made.language}/'}{_address(made)}": kit.files[made.name]
        for made in offered
    }


def _posters_elsewhere(kit: Kit, languages: Sequence[str]) -> list[Made]:
    """In the languages of few pages. Of one size: in every size they would outweigh the site."""
    return [made for made in kit.made if made.language not in languages and (made.item, made.paper) == ("poster", "a4")]


def plan_offers(kit: Kit, organisation: Organisation) -> dict[str, slots.KitSlots]:
    """For the pages of each language."""
    offers: dict[str, slots.KitSlots] = {}
    for language, template in organisation.templates.items():
        made = [file for file in kit.made if file.language == language]
        pages = address_of_pages(organisation.profile, template.facts.language)
        strings = template.facts.strings
        elsewhere = _posters_elsewhere(kit, organisation.languages)
        root = "" if language == organisation.languages[0] else "../"
        framed = any(_address(file).endswith(f"/{FRAME}") for file in made)
        offers[language] = slots.KitSlots(
            (*_groups(kit, made, read_items(template.folder), strings), *_tongues(kit, elsewhere, root, strings)),
            kit.bleed,
            f"{pages.href}{KITS}/{FRAME}" if pages and framed else None,
        )
    return offers


def _groups(
    kit: Kit, made: Sequence[Made], items: Mapping[str, Mapping[str, Any]], strings: Mapping[str, str]
) -> Iterator[slots.KitGroupSlots]:
    places = {item: (known["group"], known["rank"]) for item, known in items.items()}
    places |= {item: ("send", rank) for item, rank in _PIECES.items()}
    places |= {item: ("contact", rank) for rank, item in enumerate(_CONTACTS)}
    for group in _GROUPS:
        own = [file for file in made if places[file.item][0] == group]
        own.sort(key=lambda file: (places[file.item], file.item))
        if own:
            yield slots.KitGroupSlots(strings[f"materials_{group}"], tuple(_materials(kit, own, items, strings)))


def _materials(
    kit: Kit, made: Iterable[Made], items: Mapping[str, Mapping[str, Any]], strings: Mapping[str, str]
) -> Iterator[slots.KitMaterialSlots]:
    for item, group in groupby(made, key=lambda file: file.item):
        files = list(group)
        name = items[item]["called"] if item in items else files[0].title
        yield slots.KitMaterialSlots(
            name, files[0].about, tuple(_file(file, len(kit.files[file.name]), strings) for file in files)
        )


def _tongues(kit: Kit, made: Sequence[Made], root: str, strings: Mapping[str, str]) -> Iterator[slots.KitGroupSlots]:
    """The posters in languages of few pages; `root` leads from a page to the site's folder."""
    materials = tuple(
        slots.KitMaterialSlots(
            at_start(strings[f"lang_{code}"]),
            strings["materials_tongue"],
            tuple(_file(file, len(kit.files[file.name]), strings, f"{root}{code}/") for file in group),
        )
        for code, group in groupby(made, key=lambda file: file.language)
    )
    if materials:
        yield slots.KitGroupSlots(strings["materials_tongues"], materials)


def _file(made: Made, size: int, strings: Mapping[str, str], root: str = "") -> slots.KitFileSlots:
    address = f"{root}{_address(made)}"
    suffix = PurePosixPath(address).suffix
    parts = [
        made.paper.upper() if made.paper else None,
        made.location,
        made.advisor,
        _FORMATS.get(suffix, strings["materials_text"]),
    ]
    return slots.KitFileSlots(
        Url(address, address),
        ", ".join(part for part in parts if part),
        f"{max(1, round(size / 1000))} kB",
        address.endswith(_SHOWN),
    )


def _address(made: Made) -> str:
    """From the pages of its language."""
    return f"{KITS}/{PurePosixPath(made.name).name}"
