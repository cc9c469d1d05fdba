"""What a site tells of its kit, and the files it has of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from voorlichter.artefacts.kit.make import Kit, Made
from voorlichter.artefacts.kit.web import FRAME
from voorlichter.organisation import Organisation
from voorlichter.site.context import address_of_pages
from voorlichter.slots import model as slots
from voorlichter.slots.types import Url
from voorlichter.workspace import KITS

_GROUPS = {
    "hang": ("poster", "poster-discreet"),
    "hand_out": ("flyer", "wallet-card", "table-card"),
    "present": ("slides", "dilemmas", "managers", "checklist"),
    "send": ("intranet", "intranet-card", "embed", "announcement", "onboarding", "inspiration", "tips"),
    "contact": ("contact", "contact-neutral", "qr-site", "qr-call", "qr-contact"),
}
"""By what somebody comes for. An item that is new here stands with what is sent."""
_OTHERS = "send"
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
    """The files by their path in the site: beside the pages of their language."""
    roots = {code: "" if code == languages[0] else f"{code}/" for code in languages}
    return {
        f"{roots[made.language]}{_address(made)}": kit.files[made.name] for made in kit.made if made.language in roots
    }


def plan_offers(kit: Kit, organisation: Organisation) -> dict[str, slots.KitSlots]:
    """For the pages of each language."""
    offers: dict[str, slots.KitSlots] = {}
    for language, template in organisation.templates.items():
        made = [file for file in kit.made if file.language == language]
        pages = address_of_pages(organisation.profile, template.facts.language)
        framed = any(_address(file).endswith(f"/{FRAME}") for file in made)
        offers[language] = slots.KitSlots(
            tuple(_groups(kit, made, template.facts.strings)),
            kit.bleed,
            f"{pages.href}{KITS}/{FRAME}" if pages and framed else None,
        )
    return offers


def _groups(kit: Kit, made: Sequence[Made], strings: Mapping[str, str]) -> Iterator[slots.KitGroupSlots]:
    known = {item: group for group, items in _GROUPS.items() for item in items}
    order = [item for items in _GROUPS.values() for item in items]
    for group in _GROUPS:
        own = [file for file in made if known.get(file.item, _OTHERS) == group]
        own.sort(key=lambda file: order.index(file.item) if file.item in order else len(order))
        if own:
            yield slots.KitGroupSlots(strings[f"materials_{group}"], tuple(_materials(kit, own, strings)))


def _materials(kit: Kit, made: Iterable[Made], strings: Mapping[str, str]) -> Iterator[slots.KitMaterialSlots]:
    for _, group in groupby(made, key=lambda file: file.item):
        ones = list(group)
        name = strings.get(f"material_{ones[0].item.replace('-', '_')}", ones[0].title)
        yield slots.KitMaterialSlots(
            name, ones[0].about, tuple(_file(file, len(kit.files[file.name]), strings) for file in ones)
        )


def _file(made: Made, size: int, strings: Mapping[str, str]) -> slots.KitFileSlots:
    address = _address(made)
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
