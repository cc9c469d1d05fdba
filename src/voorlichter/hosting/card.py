"""What somebody pastes into an intranet: the small page in a frame, or the same as a text where frames are not allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from voorlichter.hosting.model import frame_of
from voorlichter.languages import Code
from voorlichter.problems import Language, Say, nearest
from voorlichter.profile.called import shown_name
from voorlichter.profile.model import Advisor, Profile
from voorlichter.site.ways import app_link

_TITLE = Say("Praten met een vertrouwenspersoon", "Talk to a confidential advisor")
_NEUTRAL = Say("Contact", "Contact")
_TO_SITE = Say("Lees hoe een gesprek gaat", "Read how a conversation goes")
CALL = Say("Bel", "Call")
MAIL = Say("Mail", "Email")
_NO_ADDRESS = Say("https://adres-van-de-website", "https://address-of-the-site")
"""Where a profile has none yet."""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    ways: tuple[tuple[Say, str, str], ...]
    """What is done, with which number or address, and where that leads."""


@dataclass(frozen=True, slots=True)
class Card:
    """Who can be reached, as it stands on the site."""

    address: str | None
    """Of the site, without a / at its end."""
    languages: tuple[Code, ...]
    """Its first at the root, each other in a folder of its own."""
    people: tuple[Person, ...]
    discreet: bool = False
    """No subject is named."""

    def address_in(self, code: Code) -> str:
        return f"{self.address}/{self._root(code)}"

    def _root(self, code: Code) -> str:
        return f"{code}/" if code in self.languages[1:] else ""

    def frames(self, language: Language) -> Iterator[tuple[Code, str, str]]:
        """For each language of the site the address of the small page, and the code that shows it."""
        for code in self.languages:
            address = f"{self.address or _NO_ADDRESS.to(language)}/{frame_of(self._root(code))}"
            title = self._title(nearest(code))
            yield code, address, f'<iframe src="{escape(address)}" title="{title}" width="100%" height="360"></iframe>'

    def _title(self, language: Language) -> str:
        return (_NEUTRAL if self.discreet else _TITLE).to(language)

    def text(self, language: Language) -> str:
        blocks = [[self._title(language)]]
        blocks += [
            [person.name, *(f"{said.to(language)}: {shown}" for said, shown, _ in person.ways)]
            for person in self.people
        ]
        if self.address:
            blocks.append([f"{_TO_SITE.to(language)}: {self.address_in(language)}"])
        return "\n\n".join("\n".join(lines) for lines in blocks)

    def html(self, language: Language) -> str:
        """Headings, paragraphs and links: what every editor lets stand."""
        lines = [f"<p><strong>{escape(self._title(language))}</strong></p>"]
        for person in self.people:
            ways = [f"{said.to(language)}: {_link(address, shown)}" for said, shown, address in person.ways]
            lines.append(f"<p>{'<br>'.join([f'<strong>{escape(person.name)}</strong>', *ways])}</p>")
        if self.address:
            lines.append(f"<p>{_link(self.address_in(language), _TO_SITE.to(language))}</p>")
        return "\n".join(lines)


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}">{escape(shown)}</a>'


def card_of(profile: Profile) -> Card:
    address = profile.publication.url
    return Card(
        address.href.rstrip("/") if address else None,
        tuple(profile.organisation.languages),
        tuple(Person(shown_name(one), tuple(_ways(one))) for one in profile.advisors),
        profile.safety.discreet,
    )


def _ways(advisor: Advisor) -> Iterator[tuple[Say, str, str]]:
    if phone := advisor.phone:
        yield CALL, phone, phone.href
    for app, number in (
        (app_link("whatsapp", advisor.whatsapp), advisor.whatsapp),
        (app_link("signal", advisor.signal), advisor.signal),
    ):
        if app and number:
            yield Say(app, app), number, app.href
    if email := advisor.email:
        yield MAIL, email, email.href
