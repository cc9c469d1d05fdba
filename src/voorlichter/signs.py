"""Signs that nobody sees, in what people paste: which may stand nowhere, and which are left out.

Control signs, signs that turn the direction of reading and code points that are no character can make a
file unreadable to others, or a text read differently from what it is (CVE-2021-42574). The rest is what word
processors and browsers leave behind; within a word of Persian or Hindi, or an emoji, some of it has a meaning.
"""

from __future__ import annotations

import re
import unicodedata

_NO_CHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff{_NO_CHARACTERS}]")
"""In the text of a file; a carriage return may end its lines there."""

_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\U000e0000-\U000e007f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_AT_AN_END = re.compile(f"^[\\s{_INVISIBLE}{_SPACES}]*[{_INVISIBLE}{_SPACES}][\\s{_INVISIBLE}{_SPACES}]*|(?:(?<!\U000e007f)[{_INVISIBLE}{_SPACES}])[\\s{_INVISIBLE}{_SPACES}]*$")
_ANYWHERE = re.compile(f"[{_INVISIBLE}]")
_JOINERS = "\u200c\u200d"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")


def forbidden_in(value: str) -> str | None:
    """The first sign that may not stand in any value."""
    found = FORBIDDEN.search(value) or re.search("\r", value)
    return found[0] if found else None


def without_forbidden(value: str) -> str:
    return FORBIDDEN.sub("", value).replace("\r", "")


def trimmed(value: str) -> tuple[str, str | None]:
    """The value without invisible signs at its ends, and the first of those."""
    first: str | None = None
    while found := _AT_AN_END.search(_FLAG.sub(lambda flag: "x" * len(flag[0]), value)):
        cut = value[found.start():found.end()]
        first = first or next(sign for sign in cut if not sign.isspace() or sign in "\u00a0\u202f" or sign > "\u1000")
        value = value[:found.start()] + value[found.end():]
    return value, first


def invisible_in(text: str) -> str | None:
    """The first sign without a form of its own that has no meaning where it stands."""
    masked = _FLAG.sub(lambda flag: "x" * len(flag[0]), text)
    return next((found[0] for found in _ANYWHERE.finditer(masked) if not _joins(text, found.start())), None)


def without_invisible(text: str) -> str:
    masked = _FLAG.sub(lambda flag: "x" * len(flag[0]), text)
    return "".join(sign for place, sign in enumerate(text) if not _ANYWHERE.match(masked[place]) or _joins(text, place)).strip()


def _joins(text: str, place: int) -> bool:
    """A joiner or non-joiner between two letters of a script that joins them, or between the parts of an emoji."""
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    if text[place] == "\u200d" and unicodedata.category(after) in ("So", "Sk"):
        return unicodedata.category(before) in ("So", "Sk", "Mn")
    return all(unicodedata.category(sign)[0] in "LM" and sign > "\u0590" for sign in (before, after))


def code(sign: str) -> str:
    """`U+200B`, as reference works name it."""
    return f"U+{ord(sign):04X}"
