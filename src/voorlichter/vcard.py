"""A contact card (vCard 3.0, RFC 2426) that any telephone takes."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.person_names import read_name
from voorlichter.slots.types import Mail, Tel

_LINE = 75
"""Octets of a line, its end not counted; a longer one goes on after a space on the next."""


def render_vcard(
    name: str, phone: Tel | None, email: Mail | None, role: str | None = None, organisation: str | None = None
) -> str:
    """With CRLF at the end of every line, as the standard has it."""
    *first, last = name.split()
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_escape(last)};{_escape(' '.join(first))};;;" if first else f"N:;{_escape(last)};;;",
        f"FN:{_escape(name)}",
        f"ORG:{_escape(organisation)}" if organisation else None,
        f"TITLE:{_escape(role)}" if role else None,
        f"TEL;TYPE=VOICE:{phone.href.removeprefix('tel:')}" if phone else None,
        f"EMAIL:{_escape(email)}" if email else None,
        "END:VCARD",
    ]
    return "".join(f"{piece}\r\n" for line in lines if line for piece in fold(line))


def render_neutral_vcard(name: str, called: str, phone: Tel | None) -> str | None:
    """What an address book may show to whoever looks along: a first name, an initial and a number.

    Nothing without a number, for an e-mail address tells what it is for, or where.
    """
    return render_vcard(read_name(name).neutral(called), phone, None) if phone else None


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
