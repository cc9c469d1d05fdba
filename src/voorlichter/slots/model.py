"""Every slot there is. A name that is not here cannot be used in a page; `X | None` must stand under an `if`."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Generic, TypeVar

from voorlichter.slots.types import Color, Html, Mail, Tel, Url

Value = TypeVar("Value")


class ByName(SimpleNamespace, Generic[Value]):
    """Values of one kind under the ids that the data files give: `doors.hr`, `help.csg`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A processed picture; width and height in CSS pixels."""

    src: Url
    src_2x: Url
    width: str
    height: str
    alt: str


@dataclass(frozen=True, slots=True)
class Organisation:
    name: str
    short_name: str
    public_body: bool
    care: bool
    education: bool
    childcare: bool
    culture: bool
    from_10: bool
    """At least 10 working persons."""
    from_50: bool
    """At least 50 working persons: the threshold of the Wet bescherming klokkenluiders."""
    emergency_number: Tel | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who stands in, with the ways to reach them."""

    name: str
    first_name: str
    phone: Tel | None
    email: Mail | None


@dataclass(frozen=True, slots=True)
class Certificate:
    register: str
    valid_until: str


@dataclass(frozen=True, slots=True)
class Advisor:
    id: str
    name: str
    first_name: str
    initials: str
    role: str
    independence: str
    internal: bool
    external: bool
    conduct: bool
    integrity: bool
    official: bool
    phone: Tel | None
    email: Mail | None
    whatsapp: Url | None
    signal: Url | None
    photo: Picture | None
    languages: str | None
    hours: str | None
    reply_within: str | None
    locations: str | None
    about: Html | None
    certificate: Certificate | None
    backup: Person | None
    absent: bool
    absence: str | None
    stand_in: Person | None


@dataclass(frozen=True, slots=True)
class Team:
    several: bool
    others: bool
    """Somebody can be reached besides the first advisor and whoever stands in for them today."""
    internal: bool
    external: bool
    both: bool
    official: bool
    conduct: bool
    integrity: bool
    several_locations: bool
    nobody: bool
    """Every advisor is away today and nobody stands in."""


@dataclass(frozen=True, slots=True)
class Engagement:
    appointed_by: str | None
    since: str | None
    term: str | None
    answers_to: str | None
    secrecy_in_contract: bool
    board_access: bool
    board_bound_to_secrecy: bool


@dataclass(frozen=True, slots=True)
class Practice:
    name: str
    url: Url | None
    logo: Picture | None


@dataclass(frozen=True, slots=True)
class Brand:
    logo: Picture | None
    favicon: Url
    accent_light: Color
    on_accent_light: Color
    accent_dark: Color
    on_accent_dark: Color
    tint_light: Color
    tint_dark: Color


@dataclass(frozen=True, slots=True)
class Procedure:
    """A written arrangement of the organisation; each way to it is optional."""

    name: str
    url: Url | None
    contact: str | None
    officer: str | None
    phone: Tel | None
    email: Mail | None


@dataclass(frozen=True, slots=True)
class Door:
    """Who helps instead, inside the organisation or outside it."""

    name: str
    phone: Tel | None
    email: Mail | None
    url: Url | None


@dataclass(frozen=True, slots=True)
class Who:
    volunteers: bool
    former_staff: bool
    contractors: bool


@dataclass(frozen=True, slots=True)
class Safety:
    quick_exit: bool
    exit: Url
    discreet: bool


@dataclass(frozen=True, slots=True)
class Accessibility:
    status: str
    statement_url: Url | None
    checked_on: str | None
    email: Mail | None


@dataclass(frozen=True, slots=True)
class Publication:
    url: Url | None
    noindex: bool
    date: str | None
    qr: Url | None


@dataclass(frozen=True, slots=True)
class Site:
    version: str
    several_languages: bool


@dataclass(frozen=True, slots=True)
class Language:
    """A language of this site; `root` leads from a page of this tree to the tree of that language."""

    name: str
    root: Url


@dataclass(frozen=True, slots=True)
class Location:
    id: str
    name: str
    advisors: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """The root: what a page of one site, in one language, can name."""

    org: Organisation
    brand: Brand
    practice: Practice | None
    engagement: Engagement
    advisor: Advisor
    advisors: tuple[Advisor, ...]
    backup: Person | None
    second_advisor: Person | None
    team: Team
    locations: tuple[Location, ...]
    complaints: Procedure | None
    speak_up: Procedure | None
    code_of_conduct: Procedure | None
    notes_kept: str | None
    who_may_call: str
    who: Who
    meeting_places: str | None
    doors: ByName[Door | None]
    help: ByName[Door]
    inside: ByName[bool]
    note: ByName[str | None]
    current: ByName[bool]
    safety: Safety
    accessibility: Accessibility | None
    maintained_by: str | None
    review_by: str | None
    publication: Publication
    introduction: Html | None
    site: Site
    tree: ByName[Language]
    """Every language by code; in a site that has one only, both lead to the same pages."""
