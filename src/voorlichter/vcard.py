"""A contact card (vCard 3.0, RFC 2426) that any telephone takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voorlichter.person_names import read_name
from voorlichter.slots.types import Mail, Tel

_LINE = 75
"""Octets of a line, its end not counted; a longer one goes on after a space on the next."""


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: Tel | None
    email: Mail | None
    role: str | None = None
    organisation: str | None = None
    called: str | None = None

    @property
    def neutral(self) -> Contact | None:
        """What an address book may show to whoever looks along: a first name, an initial and a number.

        Nothing without a number, for an e-mail address tells what it is for, or where.
        """
        name = read_name(self.name)
        return Contact(name.neutral(self.called or name.called), self.phone, None) if self.phone else None


def render_vcard(contact: Contact) -> str:
    """With CRLF at the end of every line, as the standard has it."""
    return "".join(f"{line}\r\n" for written in _lines(contact) for line in fold(written))


def _lines(contact: Contact) -> Iterator[str]:
    *first, last = contact.name.split()
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{_escape(last)};{_escape(' '.join(first))};;;" if first else f"N:;{_escape(last)};;;"
    yield f"FN:{_escape(contact.name)}"
    if contact.organisation:
        yield f"ORG:{_escape(contact.organisation)}"
    if contact.role:
        yield f"TITLE:{_escape(contact.role)}"
    if contact.phone:
        yield f"TEL;TYPE=VOICE:{contact.phone.href.removeprefix('tel:')}"
    if contact.email:
        yield f"EMAIL:{_escape(contact.email)}"
    yield "END:VCARD"


def fold(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, none cut within a character."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _LINE:
            yield piece
            piece = " "
        piece += sign
    yield piece


def _escape(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")
