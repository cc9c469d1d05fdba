"""What a kit consists of: every file with the name it is handed out under, planned before anything is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Literal

from voorlichter.artefacts.kit.context import Edition, describe_sheet, neutral_card
from voorlichter.artefacts.kit.items import FilledItem
from voorlichter.artefacts.kit.web import render_pieces
from voorlichter.artefacts.kit.written import plan_reminders, render_mail, render_months, render_text, spell_out
from voorlichter.profile.values.telephone import is_internal
from voorlichter.slots.model import AdvisorSlots

MaterialKind = Literal["print", "slides", "contact", "picture", "web", "text"]

_Printed = tuple[str, str, str, Mapping[str, str]]
"""File, item, template in overrides/print/, and what the template is told besides."""
_BY_LOCATION: tuple[_Printed, ...] = (
    ("poster-a3.pdf", "poster", "poster.typ", {"paper": "a3"}),
    ("poster-a4.pdf", "poster", "poster.typ", {"paper": "a4"}),
    ("poster-discreet-a3.pdf", "poster-discreet", "poster-discreet.typ", {"paper": "a3"}),
    ("poster-discreet-a4.pdf", "poster-discreet", "poster-discreet.typ", {"paper": "a4"}),
    ("flyer.pdf", "flyer", "flyer.typ", {}),
    ("wallet-card.pdf", "wallet-card", "wallet-card.typ", {}),
    ("table-card.pdf", "table-card", "table-card.typ", {}),
)
_ONCE: tuple[_Printed, ...] = (
    ("managers.pdf", "managers", "managers.typ", {}),
    ("dilemmas.pdf", "dilemmas", "dilemmas.typ", {}),
    ("checklist.pdf", "checklist", "checklist.typ", {}),
)


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
    return [
        *_plan_sheets(edition),
        *_plan_slides(edition),
        *_plan_texts(edition),
        *_plan_pieces(edition),
        *_plan_contacts(edition),
    ]


def _plan_sheets(edition: Edition) -> Iterator[Material]:
    for name, item, template, more in _BY_LOCATION:
        for location, advisors in _groups(edition):
            own = name if location is None else name.replace(".pdf", f"-{location[0]}.pdf")
            yield from _sheet(edition, own, item, template, more, advisors, location and location[1])
    for name, item, template, more in _ONCE:
        yield from _sheet(edition, name, item, template, more, edition.slots.advisors, None)


def _groups(edition: Edition) -> Iterator[tuple[tuple[str, str] | None, tuple[AdvisorSlots, ...]]]:
    """Where an organisation has locations, the advisors of each: a sheet that hangs there names nobody else."""
    slots = edition.slots
    if not slots.locations:
        yield None, slots.advisors
    for location in slots.locations:
        yield (location.id, location.name), location.advisors


def _sheet(
    edition: Edition,
    name: str,
    item: str,
    template: str,
    more: Mapping[str, str],
    advisors: tuple[AdvisorSlots, ...],
    location: str | None,
) -> Iterator[Material]:
    if item in edition.items and advisors:
        yield Material(
            name, "print", item, template, {**describe_sheet(edition, item, advisors, location), **more}, location
        )


def _plan_slides(edition: Edition) -> Iterator[Material]:
    if "slides" in edition.items:
        yield Material(
            "slides.pptx", "slides", "slides", "slides", describe_sheet(edition, "slides", edition.slots.advisors)
        )


def _plan_texts(edition: Edition) -> Iterator[Material]:
    items, words, published = edition.items, edition.words, edition.slots.publication
    months = [edition.template.facts.strings[f"month_{number}"] for number in range(1, 13)]
    texts: dict[str, Callable[[FilledItem], str]] = {
        "intranet": render_text,
        "announcement": partial(render_mail, words=words),
        "onboarding": render_text,
        "inspiration": partial(render_months, months=months),
        "tips": partial(render_months, months=months),
    }
    for name, render in texts.items():
        if name in items:
            yield Material(
                f"{name}.txt",
                "text",
                name,
                "text",
                {"text": spell_out(render(items[name]), published.pages, published.url)},
            )
    for name, prefix in (("inspiration", "inspiration/"), ("tips", "")):
        if name in items:
            reminders = [asdict(reminder) for reminder in plan_reminders(items[name], prefix)]
            yield Material(
                f"{name}.ics", "text", name, "calendar", {"name": words[f"calendar_{name}"], "reminders": reminders}
            )


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
