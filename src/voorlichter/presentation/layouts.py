"""Where everything stands on a slide of 13⅓ by 7½ inches, and how large it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from voorlichter.presentation.model import MOST_CONTACTS
from voorlichter.problems import Say

WIDTH, HEIGHT = 13.333, 7.5
TITLE, TEXT, POINTS, PICTURE, CAPTION, TABLE, NUMBER = 0, 10, 11, 12, 13, 14, 15
"""The `idx` of a placeholder, by which a slide finds it in its layout."""
CONTACTS = (20, 30, 40)
"""Where the four of each card begin: photo, who, how to reach, code."""

ThemeColor = Literal["tx1", "bg1", "tx2", "bg2", "accent1"]
"""Ink, white, muted ink, the brand's tint, the brand: names that a change of theme changes with it."""
Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


@dataclass(frozen=True, slots=True)
class Style:
    """`sizes`, in points, from what it should be to what a long text may shrink to."""

    sizes: tuple[int, ...]
    color: ThemeColor = "tx1"
    bold: bool = False
    bullet: Literal["none", "dot", "number"] = "none"
    space: float = 0.0
    """Before a paragraph, as a part of its size."""

    @property
    def indent(self) -> float:
        """Inches that a bullet stands out."""
        return 0.0 if self.bullet == "none" else 0.5


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder; `details` is the style of its second level."""

    idx: int
    type: Literal["title", "body", "pic", "tbl", "sldNum"]
    box: Box
    prompt: Say
    style: Style = Style((18,))
    details: Style = Style((20, 18), "tx2")
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "ctr", "r"] = "l"
    shape: Literal["rect", "ellipse"] = "rect"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a layout holds, in the order it is read. Behind it stand the organisation's drawing and, before that, a hill in its colour."""

    name: Say
    places: tuple[Placeholder, ...]
    hill: Box
    scene: Box | None = None
    ground: ThemeColor = "bg1"
    foot: Box | None = None
    """Where one line stands that is on every slide."""

    def place(self, idx: int) -> Placeholder:
        return next(place for place in self.places if place.idx == idx)


_LEFT, _ROOM, _TOP = 0.95, 11.45, 2.05
_FOOT: Box = (0, 6.7, WIDTH, 0.8)
_FOOT_LINE: Box = (_LEFT, 6.98, 9.6, 0.4)
FOOT_WIDTH = _FOOT_LINE[2]
"""Inches, for letters of `FOOT_SIZE` points."""
FOOT_SIZE = 18
_CORNER: Box = (10.95, 5.78, 2.3, 1.15)
"""Beside the texts, never behind them."""
_BESIDE = _CORNER[0] - _LEFT - 0.1
_COVER_HILL: Box = (0, 4.2, WIDTH, 3.3)
_COVER_SCENE: Box = (8.3, 2.9, 4.8, 2.4)
LOGO_BOX: Box = (_LEFT, 0.6, 3.4, 0.9)
"""On the first slide and the last, always on white."""

_TITLE_TEXT, _POINTS_TEXT, _CAPTION_TEXT = Say("Titel", "Title"), Say("Punten", "Points"), Say("Bijschrift", "Caption")
_HEAD = Style((40, 36, 32, 28, 24), bold=True)
_THOUGHT = Style((54, 48, 44, 40, 36, 32, 28), bold=True)
_COVER = Style((60, 54, 48, 44, 40, 36, 32, 28), bold=True)
_LARGE = (32, 30, 28, 24, 20, 18)
_UNDER = (28, 24, 20, 18)
_DOTS = Style(_LARGE, bullet="dot", space=0.5)
_STEPS = Style(_LARGE, bullet="number", space=0.5)
_ASKED = Style(_LARGE, "accent1", bold=True)
_LEAD = Style((28, 24, 20, 18), "accent1", bold=True)
_CAPTION = Style((20, 18), "tx2")
_THOUGHT_TOP = 2.85


def title_place() -> Placeholder:
    return Placeholder(TITLE, "title", (_LEFT, 0.4, _ROOM, 1.4), _TITLE_TEXT, _HEAD, anchor="b")


def number_place() -> Placeholder:
    return Placeholder(
        NUMBER,
        "sldNum",
        (11.9, 6.98, 1.0, 0.4),
        Say("Nummer", "Number"),
        Style((18,), "bg1", bold=True),
        anchor="ctr",
        align="r",
    )


def body_place(style: Style = _DOTS, width: float = _BESIDE, height: float = 4.5) -> Placeholder:
    return Placeholder(POINTS, "body", (_LEFT, _TOP, width, height), _POINTS_TEXT, style)


def _slide(nl: str, en: str, *places: Placeholder, ground: ThemeColor = "bg1") -> Drawn:
    return Drawn(Say(nl, en), (title_place(), *places, number_place()), _FOOT, None, ground, _FOOT_LINE)


def _thought(nl: str, en: str, bullet: Literal["dot", "number"]) -> Drawn:
    """What is to be remembered stands large; what belongs to it beneath."""
    thought = replace(title_place(), box=(_LEFT, 0.5, _ROOM, 2.05), style=_THOUGHT)
    under = replace(
        body_place(Style(_UNDER, bullet=bullet, space=0.5)), box=(_LEFT, _THOUGHT_TOP, _BESIDE, 6.55 - _THOUGHT_TOP)
    )
    return Drawn(Say(nl, en), (thought, under, number_place()), _FOOT, _CORNER, foot=_FOOT_LINE)


def _cover(nl: str, en: str, *places: Placeholder, foot: Box | None = None) -> Drawn:
    return Drawn(Say(nl, en), places, _COVER_HILL, _COVER_SCENE, foot=foot)


def _contacts(number: int) -> Drawn:
    """One card large, or two or three in rows."""
    said = Say("Naam", "Name"), Say("Nummer en mail", "Number and email")
    height = 4.2 / number
    side = min(2.9, height - 0.25)
    sizes = tuple(size for size in (40, 36, 32, 28, 24, 20, 18) if size <= (40, 32, 28)[number - 1])
    who, how = Style(sizes, bold=True), Style(sizes, "accent1", bold=True)
    left, right = _LEFT + side + 0.45, _LEFT + _ROOM - side
    half = (right - left) / 2
    places: list[Placeholder] = []
    for row, first in enumerate(CONTACTS[:number]):
        top = _TOP + row * height
        boxes: tuple[Box, Box] = (left, top, half - 0.2, height), (left + half, top, half - 0.1, height)
        if number == 1:
            under = top + height / 2 + 0.15  # and above what is said of the code
            boxes = (left, top, 2 * half - 0.3, height / 2), (left, under, 2 * half - 0.3, 5.65 - under)
        places += (
            Placeholder(
                first, "pic", (_LEFT, top + (height - side) / 2, side, side), Say("Foto", "Photo"), shape="ellipse"
            ),
            Placeholder(first + 1, "body", boxes[0], said[0], who, anchor="b" if number == 1 else "ctr"),
            Placeholder(first + 2, "body", boxes[1], said[1], how, anchor="t" if number == 1 else "ctr"),
            Placeholder(first + 3, "pic", (right, top + (height - side) / 2, side, side), Say("Code", "Code")),
        )
    foot = right - 0.8 if number == 1 else left + half
    room = side + 1.6 if number == 1 else _LEFT + _ROOM - foot
    caption = Placeholder(
        CAPTION,
        "body",
        (foot, 5.7 if number == 1 else 6.3, room, 0.4),
        _CAPTION_TEXT,
        _CAPTION,
        align="ctr" if number == 1 else "r",
    )
    return _slide(f"Contact ({number})", f"Contact ({number})", *places, caption)


LAYOUTS: dict[str, Drawn] = {
    "title": _cover(
        "Begin",
        "Opening",
        Placeholder(TITLE, "title", (_LEFT, 1.6, 6.3, 2.3), _TITLE_TEXT, _COVER, anchor="b"),
        Placeholder(TEXT, "body", (_LEFT, 4.0, 7.3, 0.5), Say("Voor wie", "For whom"), _LEAD),
        Placeholder(
            POINTS,
            "body",
            (_LEFT, 5.45, 9.5, 1.4),
            _POINTS_TEXT,
            Style((24, 22, 20, 18), "bg1", space=0.1),
            anchor="ctr",
        ),
        foot=_FOOT_LINE,
    ),
    "points": _thought("Gedachte", "Thought", "dot"),
    "steps": _thought("Gedachte in stappen", "Thought in steps", "number"),
    "question": _slide(
        "Vraag",
        "Question",
        body_place(_STEPS, _ROOM, 3.2),
        Placeholder(TEXT, "body", (_LEFT, 5.5, _ROOM, 1.1), Say("Vraag", "Question"), _ASKED),
        ground="bg2",
    ),
    "picture": _slide(
        "Punten met beeld",
        "Points with picture",
        body_place(width=6.6),
        Placeholder(PICTURE, "pic", (8.6, 1.95, 3.35, 3.35), Say("Beeld", "Picture")),
        Placeholder(CAPTION, "body", (7.65, 5.35, 5.25, 1.3), _CAPTION_TEXT, _CAPTION, align="ctr"),
    ),
    "card": _slide(
        "Kaart",
        "Card",
        Placeholder(TEXT, "body", (_LEFT, 1.95, 6.9, 1.65), Say("Contact", "Contact"), replace(_LEAD, space=0.2)),
        Placeholder(POINTS, "body", (_LEFT, 3.75, 6.9, 2.8), _POINTS_TEXT, Style((24, 22, 20, 18), space=0.4)),
        Placeholder(PICTURE, "pic", (8.6, 1.95, 3.35, 3.35), Say("Beeld", "Picture")),
        Placeholder(CAPTION, "body", (7.9, 5.35, 4.75, 1.3), _CAPTION_TEXT, _CAPTION, align="ctr"),
    ),
    "table": Drawn(
        Say("Tabel", "Table"),
        (
            Placeholder(TITLE, "title", (_LEFT, 0.35, _ROOM, 1.05), _TITLE_TEXT, _HEAD, anchor="b"),
            Placeholder(
                TEXT, "body", (_LEFT, 1.55, _ROOM, 0.85), Say("Toelichting", "Explanation"), Style((24, 20, 18))
            ),
            Placeholder(TABLE, "tbl", (_LEFT, 2.45, _ROOM, 4.2), Say("Tabel", "Table")),
            number_place(),
        ),
        _FOOT,
        foot=_FOOT_LINE,
    ),
    "end": _cover(
        "Slot",
        "End",
        Placeholder(TITLE, "title", (_LEFT, 1.5, 7.3, 1.3), _TITLE_TEXT, _COVER, anchor="b"),
        Placeholder(POINTS, "body", (_LEFT, 2.95, 7.2, 1.7), _POINTS_TEXT, Style((28, 24, 20, 18), space=0.2)),
        Placeholder(
            TEXT,
            "body",
            (_LEFT, 5.4, 10.5, 1.8),
            Say("Contact", "Contact"),
            Style((36, 32, 28, 24, 20, 18), "bg1", bold=True),
            anchor="ctr",
        ),
    ),
    **{f"contacts-{number}": _contacts(number) for number in range(1, MOST_CONTACTS + 1)},
}


def layouts_for(right_to_left: bool) -> Mapping[str, Drawn]:
    return _MIRRORED if right_to_left else LAYOUTS


def _mirrored(drawn: Drawn) -> Drawn:
    """As it is read from the right."""
    places = (
        replace(place, box=_on_the_other_side(place.box), align=_ACROSS.get(place.align, place.align))
        for place in drawn.places
    )
    scene, foot = (_on_the_other_side(box) if box else None for box in (drawn.scene, drawn.foot))
    return replace(drawn, places=tuple(places), scene=scene, foot=foot)


def _on_the_other_side(box: Box) -> Box:
    left, top, width, height = box
    return WIDTH - left - width, top, width, height


_ACROSS: Mapping[str, Literal["l", "r"]] = {"l": "r", "r": "l"}
_MIRRORED = {name: _mirrored(drawn) for name, drawn in LAYOUTS.items()}
