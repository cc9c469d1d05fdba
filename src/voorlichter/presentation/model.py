"""What a presentation is made of, in plain texts; how it looks is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from voorlichter.problems import Language, nearest

Layout = Literal["title", "points", "steps", "question", "picture", "card", "contacts", "table", "end"]
"""`points` stand under a thought, `steps` too, numbered; `question` numbers them too, and asks its `text` beneath; `picture` has one beside its points, `card` as well, and says in its `text` whom to call."""

MOST_CONTACTS = 3
"""As many cards fit on one slide; more people stand in a table."""


@dataclass(frozen=True, slots=True)
class Look:
    """Whose presentation it is. `accent` and `tint` as `brand.plan_palette` gives them: legible on white and on each other."""

    title: str
    author: str
    tag: str
    """The language, with its region."""
    accent: str
    tint: str
    logo: bytes | None = None
    """PNG or JPEG."""
    logo_alt: str = ""
    scene: bytes | None = None
    """A drawing twice as wide as high, PNG, that only adorns."""
    foot: str = ""
    """Whom to call: in one line on every slide but the last, which says it large."""
    right_to_left: bool = False
    """Then everything stands on the other side as well."""

    @property
    def language(self) -> Language:
        """In which an editor reads the names of layouts and places."""
        return nearest(self.tag.partition("-")[0])


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture, PNG or JPEG, with what it says to whoever cannot see it."""

    data: bytes
    alt: str
    caption: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str
    initials: str
    about: str
    phone: str | None = None
    email: str | None = None
    photo: SlidePicture | None = None
    code: SlidePicture | None = None
    """A square code to scan."""


@dataclass(frozen=True, slots=True)
class Slide:
    """`table`: rows of texts, the first of them the heads."""

    layout: Layout
    title: str
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    picture: SlidePicture | None = None
    contacts: tuple[ContactCard, ...] = ()
    notes: tuple[str, ...] = ()
