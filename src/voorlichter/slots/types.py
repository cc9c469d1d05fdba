"""The types of a slot's value. The type decides where the value may stand."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup, escape


class Address(str):
    """A value that is shown as text and, at the start of an `href` or `src`, gives its address.

    `Tel("020 000 00 01", "tel:+31200000001")` reads as the number and links to the dialler.
    """

    href: str

    def __new__(cls, shown: str, href: str) -> Address:
        value = super().__new__(cls, shown)
        value.href = href
        return value

    def __html__(self) -> str:
        """In a page a long one goes on on the next line after its own signs, not in the middle of a word."""
        return re.sub("[@/](?=.)", r"\g<0><wbr>", str(escape(str(self))))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.href)


class Tel(Address):
    """A telephone number; its address begins with `tel:`, or with `sms:` where it is to take a text message."""


class Mail(Address):
    """An e-mail address; its address begins with `mailto:` and carries no subject or body."""


class Url(Address):
    """A web page elsewhere (https only) or a file of this site (relative)."""


class Color(str):
    """A CSS colour, `#rrggbb`; stands in brand.css only."""


class Html(Markup):
    """HTML that was cleaned when the profile was read; stands between tags only."""


class Json(Markup):
    """Data for a script; stands alone in a `<script type="application/json">`, which no browser runs."""


_BREAKS_OUT = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def render_json(value: object) -> Json:
    """Plain values, with nothing in them that could end the script they stand in."""
    text = _encode(value)
    for sign, written in _BREAKS_OUT.items():
        text = text.replace(sign, written)
    return Json(text)
