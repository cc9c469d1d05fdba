"""What a kit consists of: every file with the name it is handed out under, planned before anything is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from itertools import product
from typing import Any, Literal

from voorlichter.artefacts.kit.context import Edition, describe_sheet, neutral_card
from voorlichter.artefacts.kit.items import FilledItem
from voorlichter.artefacts.kit.web import render_pieces
from voorlichter.artefacts.kit.written import plan_reminders, render_mail, render_months, render_text, spell_out
from voorlichter.profile.values.telephone import is_internal
from voorlichter.slots.model import AdvisorSlots

MaterialKind = Literal["print", "slides", "contact", "picture", "web", "text"]

GROUPS = ("hang", "hand_out", "present", "send")
"""Of items, by what somebody comes for."""
_SLIDE_OF = "wallet-card"
"""Whose texts are on the one slide of a language in which a site does not have everything."""
_MAIN_CALENDAR = "tips"
"""The ids of its reminders have no prefix: they are known by those in the calendars of advisors."""


@dataclass(frozen=True, slots=True)
class Material:
    """One file. `item` is whose texts it holds; `source` the template or the maker; `data` all that it is made from."""

    name: str
    kind: MaterialKind
    item: str
    source: str
    data: Mapping[str, Any]
    location: str | None = None
    """By its name, where the file is for one only."""
    advisor: str | None = None
    """The same; of two with one name, with the id that is in the file's name."""


def plan_materials(edition: Edition) -> list[Material]:
    """Every file in one language, in the order they are offered."""
    items = sorted(edition.items, key=lambda name: (*_place_of(edition.items[name]), name))
    made = [
        material for name in items for form in edition.items[name]["files"] for material in _FORMS[form](edition, name)
    ]
    if not edition.template.facts.whole:
        return [*made, *(_plan_slide(edition, _SLIDE_OF) if _SLIDE_OF in items else ())]
    return [*made, *_plan_pieces(edition), *_plan_contacts(edition)]


def _place_of(item: FilledItem) -> tuple[int, int]:
    return GROUPS.index(item["group"]), item["rank"]


def _plan_sheets(edition: Edition, item: str) -> Iterator[Material]:
    known = edition.items[item]
    groups = list(_groups(edition)) if known["by_location"] else [(None, edition.slots.advisors)]
    for paper, (location, advisors) in product(known["papers"] or [None], groups):
        if advisors:
            id_, place = location or (None, None)
            name = "-".join(part for part in (item, paper, id_) if part)
            data = describe_sheet(edition, item, advisors, place) | ({"paper": paper} if paper else {})
            yield Material(f"{name}.pdf", "print", item, f"{item}.typ", data, place)


def _groups(edition: Edition) -> Iterator[tuple[tuple[str, str] | None, tuple[AdvisorSlots, ...]]]:
    """Where an organisation has locations, the advisors of each: a sheet that hangs there names nobody else."""
    slots = edition.slots
    if not slots.locations:
        yield None, slots.advisors
    for location in slots.locations:
        yield (location.id, location.name), location.advisors


def _plan_slides(edition: Edition, item: str) -> Iterator[Material]:
    yield Material(f"{item}.pptx", "slides", item, "slides", describe_sheet(edition, item, edition.slots.advisors))


def _plan_slide(edition: Edition, item: str) -> Iterator[Material]:
    """One, for a meeting: what stands on a sheet, and whom to call."""
    yield Material("slide.pptx", "slides", item, "slide", describe_sheet(edition, item, edition.slots.advisors))


def _plan_text(edition: Edition, item: str, render: Callable[[FilledItem], str] = render_text) -> Iterator[Material]:
    published = edition.slots.publication
    text = spell_out(render(edition.items[item]), published.pages, published.url)
    yield Material(f"{item}.txt", "text", item, "text", {"text": text})


def _plan_mail(edition: Edition, item: str) -> Iterator[Material]:
    return _plan_text(edition, item, partial(render_mail, words=edition.words))


def _plan_months(edition: Edition, item: str) -> Iterator[Material]:
    months = [edition.template.facts.strings[f"month_{number}"] for number in range(1, 13)]
    return _plan_text(edition, item, partial(render_months, months=months))


def _plan_calendar(edition: Edition, item: str) -> Iterator[Material]:
    reminders = plan_reminders(edition.items[item], "" if item == _MAIN_CALENDAR else f"{item}/")
    name = edition.words.get(f"calendar_{item}", edition.items[item]["title"])
    yield Material(
        f"{item}.ics",
        "text",
        item,
        "calendar",
        {"name": name, "reminders": [asdict(reminder) for reminder in reminders]},
    )


_FORMS: dict[str, Callable[[Edition, str], Iterator[Material]]] = {
    "sheet": _plan_sheets,
    "slides": _plan_slides,
    "text": _plan_text,
    "mail": _plan_mail,
    "months": _plan_months,
    "calendar": _plan_calendar,
}
"""From an item to files, by what its `files` say."""


def _plan_pieces(edition: Edition) -> Iterator[Material]:
    for piece in render_pieces(edition):
        yield Material(piece.name, "web", piece.name.removesuffix(".html"), "text", {"text": piece.html})


def _plan_contacts(edition: Edition) -> Iterator[Material]:
    """Cards for an address book, and codes to be scanned; a code holds the address itself and no service in between."""
    if address := edition.slots.publication.pages:
        yield from _code("qr-site", "qr-site", address.href, None)
    names = [advisor.name for advisor in edition.slots.advisors]
    for advisor in edition.slots.advisors:
        id_, card, neutral = advisor.id, edition.card(advisor), neutral_card(advisor)
        name = advisor.name if names.count(advisor.name) == 1 else f"{advisor.name} ({id_})"
        yield Material(f"{id_}.vcf", "contact", "contact", "text", {"text": card}, advisor=name)
        if neutral:
            yield Material(f"{id_}-neutral.vcf", "contact", "contact-neutral", "text", {"text": neutral}, advisor=name)
        if advisor.phone and not is_internal(advisor.phone):
            yield from _code(f"qr-call-{id_}", "qr-call", advisor.phone.href, name)
        yield from _code(f"qr-contact-{id_}", "qr-contact", card, name)


def _code(name: str, item: str, text: str, advisor: str | None) -> Iterator[Material]:
    yield Material(f"{name}.svg", "picture", item, "qr-svg", {"text": text}, advisor=advisor)
    yield Material(f"{name}.png", "picture", item, "qr-png", {"text": text}, advisor=advisor)
