"""The ways to somebody, as a page shows and opens them."""

from __future__ import annotations

import re
from typing import Literal

from voorlichter.profile.model import Advisor
from voorlichter.profile.values.telephone import takes_messages
from voorlichter.slots.types import Tel, Url

_APPS = {"whatsapp": ("WhatsApp", "https://wa.me/", ""), "signal": ("Signal", "https://signal.me/#p/", "+")}


def app_link(app: Literal["whatsapp", "signal"], number: Tel | None) -> Url | None:
    """By the app's name, and where it opens with this number."""
    if number is None:
        return None
    name, address, sign = _APPS[app]
    return Url(name, address + sign + number.href.removeprefix("tel:").removeprefix("+"))


def ways_to(advisor: Advisor) -> tuple[str, ...]:
    ways = (
        advisor.phone,
        advisor.whatsapp and f"WhatsApp {advisor.whatsapp}",
        advisor.signal and f"Signal {advisor.signal}",
        advisor.email,
    )
    return tuple(str(way) for way in ways if way)


def text_number(advisor: Advisor) -> Tel | None:
    """Where a text message arrives: the telephone number, unless it is a landline of this country. A number given for an app is for that app."""
    number = advisor.phone
    if number and takes_messages(number) and not re.match(r"tel:\+31(?!6)", number.href):
        return Tel(number, number.href.replace("tel:", "sms:"))
    return None
