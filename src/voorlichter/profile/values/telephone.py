"""Telephone numbers: what is dialled, and how they are shown.

A number with an international form is dialled in it, from anywhere. Numbers that have none (0800, 0900, 14 030,
a short number inside the organisation) are dialled as they are written, and take no messages.
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from voorlichter.model_problems import Refused
from voorlichter.problems import Say
from voorlichter.profile.values.plain import plain_text
from voorlichter.slots.types import Tel

_NUMBER = re.compile(r"[+(0-9][0-9 ().-]*")
_EXTENSION = re.compile(r"[ ,;]*\b(tst|toestel|doorkiesnummer|doorkies|ext|extension)\b[ .:]*([0-9]{1,6})", re.I)
_SHORT = re.compile(r"[0-9]{3,6}")
_INTERNAL = re.compile(r"[1-9][0-9]{2,4}")
_FOURTEEN = re.compile(r"14(0[0-9]{2,3})")
_ALARM = "112"
_PAUSE = ","
"""Before an extension. A telephone waits and then dials it; `;ext=`, the standard's own way, is read by few of them."""
_NO_INTERNATIONAL_FORM = (PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)


def check_phone(value: object) -> Tel:
    """A number that can be rung from the Netherlands, or a short one from inside the organisation."""
    if isinstance(value, Tel):
        return value
    text = _as_typed(value)
    if re.sub("[^0-9]", "", text) == _ALARM:
        raise Refused(
            Say(
                "112 is het alarmnummer; dat staat al op elke pagina",
                "112 is the emergency number; it is on every page already",
            ),
            Say(
                "schrijf het nummer van deze persoon, of haal de regel weg",
                "write this person's number, or remove the line",
            ),
        )
    return _internal(text) if _INTERNAL.fullmatch(text) and not _FOURTEEN.fullmatch(text) else _public(text, str(value))


def check_internal_number(value: object) -> Tel:
    """The number of a department, or an alarm number inside the organisation, is often short: 2222."""
    if isinstance(value, Tel):
        return value
    text = _as_typed(value)
    return _internal(text) if _SHORT.fullmatch(text) and not _FOURTEEN.fullmatch(text) else _public(text, str(value))


def check_app_number(value: object) -> Tel:
    """A number that WhatsApp and Signal know: it has an international form."""
    number = check_phone(value)
    if not takes_messages(number):
        raise Refused(
            Say(
                f"{number} heeft geen internationale vorm; WhatsApp en Signal kennen zo'n nummer niet",
                f"{number} has no international form; WhatsApp and Signal know no such number",
            ),
            Say(
                "schrijf het mobiele of vaste nummer waarmee de app is aangemeld, of haal de regel weg",
                "write the mobile or landline number the app was registered with, or remove the line",
            ),
        )
    return number


def takes_messages(number: Tel) -> bool:
    """Can an app or a text message reach it?"""
    return re.fullmatch(r"tel:\+[0-9]+", number.href) is not None


def is_internal(number: Tel) -> bool:
    """Can it be rung inside the organisation only?"""
    digits = number.href.removeprefix("tel:")
    return _SHORT.fullmatch(digits) is not None and digits != _ALARM and not _FOURTEEN.fullmatch(digits)


def is_alarm(number: Tel) -> bool:
    """112, which every page tells by itself."""
    return number.href == f"tel:{_ALARM}"


def costs_money(number: Tel) -> bool:
    """0900, 0906 and 0909."""
    return re.match(r"tel:090[069]", number.href) is not None


def _as_typed(value: object) -> str:
    """Without what a word processor made of spaces and hyphens."""
    if not isinstance(value, str):
        raise _no_number()
    text = re.sub("[‐‑‒–—―−]", "-", plain_text(value, "dit telefoonnummer", "this telephone number"))
    return " ".join(text.replace("/", " ").split())


def _no_number() -> Refused:
    return Refused(Say("dit is geen telefoonnummer", "this is not a telephone number"))


def _internal(text: str) -> Tel:
    return Tel(text, f"tel:{text}")


@lru_cache(maxsize=4096)
def _public(text: str, written: str) -> Tel:
    extension = _EXTENSION.search(text)
    if extension and extension.end() == len(text):
        main = _public(text[: extension.start()].strip(), written)
        return Tel(
            f"{main} {extension[1]}{'.' if extension[1].lower() in ('tst', 'ext') else ''} {extension[2]}",
            f"{main.href}{_PAUSE}{extension[2]}",
        )
    if not _NUMBER.fullmatch(text):
        raise _meant(text)
    if fourteen := _FOURTEEN.fullmatch(re.sub("[^0-9+]", "", text)):
        return Tel(f"14 {fourteen[1]}", f"tel:14{fourteen[1]}")
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        number = None
    kind = PhoneNumberType.UNKNOWN if number is None else phonenumbers.number_type(number)
    if number is None or kind == PhoneNumberType.UNKNOWN:
        raise Refused(
            Say(
                f"“{written}” kan niet gebeld worden: het heeft te veel of te weinig cijfers, of het begin bestaat niet",
                f"“{written}” cannot be rung: it has too many or too few digits, or its beginning does not exist",
            )
        )
    if number.country_code != 31:
        return Tel(
            phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
            f"tel:{phonenumbers.format_number(number, PhoneNumberFormat.E164)}",
        )
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    shown = _as_grouped(text, national) or national
    local = kind in _NO_INTERNATIONAL_FORM
    return Tel(
        shown,
        f"tel:{re.sub(r'[^0-9]', '', national) if local else phonenumbers.format_number(number, PhoneNumberFormat.E164)}",
    )


def _as_grouped(text: str, national: str) -> str | None:
    """The groups of digits as they were written, where a reader can keep them in mind: an area code, then two to four at a time."""
    groups = re.findall("[0-9]+", re.sub(r"^(?:\+31|0031) ?(?:\(0\))? ?0?", "0", text))
    first, *others = groups
    if (
        first == national.split()[0]
        and others
        and all(len(group) in (2, 3, 4) for group in others)
        and "".join(groups) == re.sub("[^0-9]", "", national)
    ):
        return " ".join(groups)
    return None


def _meant(text: str) -> Refused:
    """A number with a word before it (`tel. 020 …`) or in the digits of another script."""
    candidate = re.sub(
        r"^(?:tel|telefoon|telefoonnummer|telephone|phone|mobiel|mobile|mob|nummer|nr|t|m)\b[ .:]*",
        "",
        text,
        flags=re.I,
    )
    candidate = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in candidate)
    if candidate != text:
        try:
            check_internal_number(candidate)
        except Refused:
            return _no_number()
        return Refused(_no_number().message, value=candidate)
    return _no_number()
