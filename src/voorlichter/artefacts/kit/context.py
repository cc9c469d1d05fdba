"""One edition in one language, as plain data for sheets and slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from voorlichter.artefacts.kit.items import FilledItem, fill_items
from voorlichter.profile.values.telephone import is_internal
from voorlichter.qr import render_qr
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.slots.model import AdvisorSlots, BrandSlots, PictureSlots, Slots
from voorlichter.slots.types import Url
from voorlichter.vcard import render_neutral_vcard, render_vcard

_WORDS = "kit_"
_APPS = ("WhatsApp ", "Signal ")
"""Left out on paper beside a telephone number."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that is handed out is made from this. `pictures` are files by the names that `data` gives."""

    language: str
    slots: Slots
    template: Template
    items: Mapping[str, FilledItem]
    words: Mapping[str, str]
    pictures: Mapping[str, bytes]

    def card(self, advisor: AdvisorSlots) -> str:
        """For an address book."""
        return render_vcard(advisor.name, advisor.phone, advisor.email, advisor.role, self.slots.org.short_name)


def neutral_card(advisor: AdvisorSlots) -> str | None:
    """The same, telling nothing to whoever looks along."""
    return render_neutral_vcard(advisor.name, advisor.call_name, advisor.phone)


def describe_edition(slots: Slots, template: Template, media: Media) -> Edition:
    words = {key.removeprefix(_WORDS): text for key, text in template.facts.strings.items() if key.startswith(_WORDS)}
    pictures = {PurePosixPath(name).name: data for name, data in media.files.items()}
    edition = Edition(template.facts.language, slots, template, fill_items(template, slots), words, pictures)
    for advisor in slots.advisors:
        if advisor.phone and not is_internal(advisor.phone):
            pictures[f"qr-call-{advisor.id}.svg"] = render_qr(advisor.phone.href).encode()
        pictures[f"qr-contact-{advisor.id}.svg"] = render_qr(edition.card(advisor)).encode()
    if slots.publication.pages:
        pictures["qr-site.svg"] = render_qr(slots.publication.pages.href).encode()
    pictures["scene.svg"] = _drawing(slots).encode()
    return edition


def describe_sheet(
    edition: Edition, item: str, advisors: Sequence[AdvisorSlots], location: str | None = None
) -> dict[str, Any]:
    """What one sheet knows, for these advisors; `location` by its name."""
    slots, pictures = edition.slots, edition.pictures
    return {
        "language": edition.language,
        "direction": edition.template.facts.direction,
        "org": {"name": slots.org.name, "short_name": slots.org.short_name},
        "brand": describe_brand(slots.brand),
        "practice": {"name": slots.practice.name} if slots.practice else None,
        "advisors": [_advisor(advisor) for advisor in advisors],
        "site": {"url": slots.publication.pages.href, "shown": _shown(slots.publication.pages)}
        if slots.publication.pages
        else None,
        "qr": {
            "site": "qr-site.svg" if "qr-site.svg" in pictures else None,
            "call": {
                advisor.id: f"qr-call-{advisor.id}.svg"
                for advisor in advisors
                if f"qr-call-{advisor.id}.svg" in pictures
            },
            "contact": {advisor.id: f"qr-contact-{advisor.id}.svg" for advisor in advisors},
        },
        "location": location,
        "date": slots.publication.date,
        "discreet": slots.safety.discreet,
        "words": dict(edition.words),
        "item": edition.items[item],
    }


def describe_brand(brand: BrandSlots) -> dict[str, str | None]:
    """Colours on white, and the logo by its file."""
    return {
        "accent": brand.accent_light,
        "second": brand.second,
        "color": brand.color,
        "on_color": brand.on_color,
        "tint": brand.tint_light,
        "logo": _file(brand.logo),
        "logo_alt": brand.logo.alt if brand.logo else None,
    }


def _advisor(advisor: AdvisorSlots) -> dict[str, Any]:
    """Absences stay out: paper outlives them."""
    return {
        "id": advisor.id,
        "name": advisor.name,
        "call_name": advisor.call_name,
        "initials": advisor.initials,
        "role": advisor.role,
        "independence": advisor.independence,
        "phone": advisor.phone,
        "email": advisor.email,
        "ways": [way for way in advisor.ways if not (advisor.phone and way.startswith(_APPS))],
        "languages": advisor.languages,
        "hours": advisor.hours,
        "reply_within": advisor.reply_within,
        "photo": _file(advisor.photo),
        "photo_alt": advisor.photo.alt if advisor.photo else None,
        "backup": {
            "id": advisor.backup.id,
            "name": ", ".join(filter(None, [advisor.backup.name, advisor.backup.only_for])),
            "phone": advisor.backup.phone,
            "email": advisor.backup.email,
        }
        if advisor.backup
        else None,
    }


def _drawing(slots: Slots) -> str:
    """The organisation's own drawing, with the colours that its style sheet gives it on the site."""
    brand = slots.brand
    colours = (
        f".scene__motif{{fill:{brand.tint_light}}}.scene__ring,.scene__one,.scene__two{{fill:none;stroke-linecap:round}}"
        f".scene__ring{{stroke:{brand.accent_light};stroke-width:3;opacity:.35}}.scene__one{{stroke:{brand.color}}}.scene__two{{stroke:{brand.second}}}"
    )
    return (
        str(brand.scene.talk)
        .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        .replace(">", f"><style>{colours}</style>", 1)
    )


def _file(picture: PictureSlots | None) -> str | None:
    """The larger of a picture's two files."""
    return PurePosixPath(picture.src_2x.href).name if picture else None


def _shown(url: Url) -> str:
    return url.href.removeprefix("https://").rstrip("/")
