"""The presentation of an organisation: the parts of the item `slides`, and who can be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from voorlichter.artefacts.kit.context import Edition, neutral_card
from voorlichter.presentation import MOST_CONTACTS, ContactCard, Look, Slide, SlidePicture, render_presentation
from voorlichter.presentation.fit import lines_of
from voorlichter.presentation.layouts import FOOT_SIZE, FOOT_WIDTH
from voorlichter.qr import render_qr_png

_SCENE_WIDTH = 960
"""Pixels."""
_BOLD = 0.88
"""Bold letters, in a face that stands in, take so much of the room."""


def render_slides(data: Mapping[str, Any], edition: Edition) -> bytes:
    """slides.pptx, from what `describe_sheet` tells."""
    return render_presentation(list(plan_slides(data, edition)), plan_look(data, edition))


def render_slide(data: Mapping[str, Any], edition: Edition) -> bytes:
    """slide.pptx: of a sheet's texts and who can be called, one slide to put into somebody else's presentation."""
    look = plan_look(data, edition)
    told = (text for part in data["item"]["parts"] for text in part["text"])
    contacts, points = (
        tuple(_dialled(text) if look.right_to_left else text for text in texts) for texts in (_last_words(data), told)
    )
    return render_presentation([Slide("card", data["item"]["title"], contacts, points, picture=_site_code(data))], look)


_NUMBER = re.compile(r"\+?\d[\d -]+\d")
_TO_THE_RIGHT = "\u200e"
"""A sign that nobody sees: what stands between two of them runs as it is dialled."""


def _dialled(text: str) -> str:
    return _NUMBER.sub(lambda number: f"{_TO_THE_RIGHT}{number[0]}{_TO_THE_RIGHT}", text)


def plan_look(data: Mapping[str, Any], edition: Edition) -> Look:
    brand, practice, right_to_left = data["brand"], data["practice"], edition.template.facts.direction == "rtl"
    return Look(
        title=f"{data['item']['title']}, {data['org']['name']}",
        author=practice["name"] if practice else data["org"]["name"],
        tag=edition.template.facts.tag,
        accent=brand["accent"],
        tint=brand["tint"],
        logo=edition.pictures[brand["logo"]] if brand["logo"] else None,
        logo_alt=brand["logo_alt"] or "",
        scene=_draw(edition.pictures["scene.svg"]),
        foot=plan_foot(data, right_to_left),
        right_to_left=right_to_left,
    )


@lru_cache(maxsize=2)
def _draw(scene: bytes) -> bytes:
    """Our own drawing as pixels: slides take no SVG."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=scene.decode(), width=_SCENE_WIDTH, background="#ffffff", skip_system_fonts=True
        )
    )


def plan_slides(data: Mapping[str, Any], edition: Edition) -> Iterator[Slide]:
    """A part is a slide; `reach` is two, for whom to call comes before how."""
    parts = data["item"]["parts"]
    for part in parts:
        title, notes = part["title"], tuple(part["notes"])
        points = (*part["text"], *part["points"])
        if part is parts[0]:
            yield Slide("title", title, (data["org"]["name"],), points, notes=notes)
        elif part is parts[-1]:
            yield Slide("end", title, tuple(_last_words(data)), points, notes=notes)
        elif part["id"] == "cases":
            yield Slide("question", title, points[-1:], points[:-1], notes=notes)
        elif part["id"] == "route":
            yield Slide("steps", title, points=points, notes=notes)
        elif part["id"] == "reach":
            yield from _plan_contacts(data, edition, notes[:1])
            code = _site_code(data)
            yield Slide("picture" if code else "points", title, points=points, picture=code, notes=notes[1:] or notes)
        else:
            yield Slide("points", title, points=points, notes=notes)


def _plan_contacts(data: Mapping[str, Any], edition: Edition, notes: tuple[str, ...]) -> Iterator[Slide]:
    """Cards with a code to save the number, or a table where there are many."""
    advisors, words = data["advisors"], data["words"]
    title = words["advisors" if len(advisors) > 1 else "advisor"]
    if len(advisors) <= MOST_CONTACTS:
        neutral = {advisor.id: neutral_card(advisor) for advisor in edition.slots.advisors}
        cards = tuple(_card(advisor, words, neutral[advisor["id"]], edition.pictures) for advisor in advisors)
        yield Slide("contacts", title, contacts=cards, notes=notes)
        return
    rows = ((person["name"], _number(person) or "", person["email"] or "") for person in advisors)
    yield Slide("table", title, table=((words["advisor"], words["call"], words["mail"]), *rows), notes=notes)


def _card(
    advisor: Mapping[str, Any], words: Mapping[str, str], neutral: str | None, pictures: Mapping[str, bytes]
) -> ContactCard:
    """The code saves a label that tells nothing to whoever looks along."""
    alt = words["qr_contact_alt"] % {"name": advisor["name"]}
    return ContactCard(
        name=advisor["name"],
        initials=advisor["initials"],
        about=advisor["role"],
        phone=_number(advisor),
        email=advisor["email"],
        photo=SlidePicture(pictures[advisor["photo"]], advisor["photo_alt"] or advisor["name"])
        if advisor["photo"]
        else None,
        code=SlidePicture(render_qr_png(neutral), alt, (words["scan_contact"],)) if neutral else None,
    )


def _number(advisor: Mapping[str, Any]) -> str | None:
    """To ring, or else of an app."""
    return next((way for way in advisor["ways"] if way != advisor["email"]), None)


def _site_code(data: Mapping[str, Any]) -> SlidePicture | None:
    site, words = data["site"], data["words"]
    return (
        SlidePicture(render_qr_png(site["url"]), words["qr_site_alt"], (words["read"], site["shown"])) if site else None
    )


def plan_foot(data: Mapping[str, Any], right_to_left: bool) -> str:
    """Whom to call, by their whole names if these fit on a line; where not even short ones do, where they stand."""
    for called in ("name", "call_name"):
        told = "   ".join(_last_words(data, called))
        if lines_of(told, FOOT_SIZE, FOOT_WIDTH * _BOLD) == 1:
            return _dialled(told) if right_to_left else told
    return str(data["site"]["shown"] if data["site"] else data["org"]["name"])


def _last_words(data: Mapping[str, Any], called: str = "name") -> Iterator[str]:
    """What stays on the screen while people ask: whom to call."""
    advisors = data["advisors"]
    if len(advisors) <= MOST_CONTACTS:
        for advisor in advisors:
            yield f"{advisor[called]}: {advisor['ways'][0]}" if advisor["ways"] else advisor[called]
    else:
        yield data["site"]["shown"] if data["site"] else data["org"]["name"]
