"""Signs that nobody sees, in what people paste: which may stand nowhere, and which are left out.

Control signs, signs that turn the direction of reading and code points that are no character, or one in a single font
only, can make a file unreadable to others, or a text read differently from what it is (CVE-2021-42574). The rest is what word
processors and browsers leave behind; within a word of Persian or Hindi, or an emoji, some of it has a meaning.
"""

from __future__ import annotations

import re
import unicodedata

_NO_CHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
FORBIDDEN = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff\ue000-\uf8ff\U000f0000-\U000fffff\U00100000-\U0010ffff{_NO_CHARACTERS}]"
)
"""In the text of a file; a carriage return may end its lines there."""

_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\U000e0000-\U000e007f"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""They choose a form of the sign before them, if that has several."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANYWHERE = re.compile(f"[{_INVISIBLE}{_SELECTORS}]")
_SELECTOR = re.compile(f"[{_SELECTORS}]")
_JOINERS = "\u200c\u200d"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_CUT = re.compile(f"[{_INVISIBLE}{_SPACES}]")


def forbidden_in(value: str) -> str | None:
    """The first sign that may not stand in any value."""
    if value.isprintable():  # nearly every value, and much faster to know
        return None
    match = FORBIDDEN.search(value) or re.search("\r", value)
    return match[0] if match else None


def without_forbidden(value: str) -> str:
    return FORBIDDEN.sub("", value).replace("\r", "")


def trimmed(value: str) -> tuple[str, str | None]:
    """The value without invisible signs at its ends, and the first of those."""
    if value.isascii():
        return value, None
    shown = [index for index, sign in enumerate(_without_flags(value)) if not (sign.isspace() or _CUT.match(sign))]
    kinds = {unicodedata.category(sign) for sign in value}
    if all(kind[0] in "MZ" or (kind[0] == "C" and kind != "Cc") for kind in kinds):
        shown = []  # an accent needs a letter to stand on; a control sign is told by itself
    first, last = (shown[0], shown[-1] + 1) if shown else (len(value), len(value))
    cut = next((sign for sign in value[:first] + value[last:] if not shown or _CUT.match(sign)), None)
    return (value[first:last], cut) if cut else (value, None)


def invisible_in(text: str) -> str | None:
    """The first sign without a form of its own that has no meaning where it stands."""
    if text.isascii():
        return None
    return next(
        (match[0] for match in _ANYWHERE.finditer(_without_flags(text)) if not _joins(text, match.start())), None
    )


def without_invisible(text: str) -> str:
    masked = _without_flags(text)
    return "".join(
        sign for index, sign in enumerate(text) if not _ANYWHERE.match(masked[index]) or _joins(text, index)
    ).strip()


def _without_flags(text: str) -> str:
    """Of the same length, with a letter for each sign of a flag that is spelled in invisible ones."""
    return _FLAG.sub(lambda flag: "x" * len(flag[0]), text)


def _joins(text: str, index: int) -> bool:
    """A joiner or non-joiner between two letters of a script that joins them, or between the parts of an emoji; a selector after what has forms."""
    if _SELECTOR.match(text[index]):
        return index > 0 and (text[index - 1] > "\u1000" or text[index - 1] in "0123456789#*\u00a9\u00ae")
    if text[index] not in _JOINERS or not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if text[index] == "\u200d" and unicodedata.category(after) in ("So", "Sk"):
        return unicodedata.category(before) in ("So", "Sk", "Mn")
    return all(unicodedata.category(sign)[0] in "LM" and sign > "\u0590" for sign in (before, after))


def code(sign: str) -> str:
    """`U+200B`, as reference works name it."""
    return f"U+{ord(sign):04X}"


_PRINTED = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "MODIFIER", "FEMININE", "MASCULINE", "MICRO", "CARON", "SCRIPT")
"""The scripts that the fonts of printed sheets hold, by the first word of a letter's name."""


def unprinted_in(text: str) -> str | None:
    """The first letter or symbol that no font of the printed sheets has: an emoji, or another script."""
    if text.isascii():
        return None
    for sign in text:
        symbol = unicodedata.category(sign) in ("So", "Sk") and sign > "\u2190" and not "\ufb50" <= sign <= "\ufdff"
        letter = unicodedata.category(sign)[0] == "L" and unicodedata.name(sign, "").split(" ")[0] not in _PRINTED
        if (symbol or letter or sign == "\ufe0f") and sign not in "™№":
            return sign
    return None
