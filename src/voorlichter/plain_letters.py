"""Any text in what addresses, file names and ids are made of: lower-case letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_WHOLE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that are no other letter with a sign on it."""


def hyphenated(text: str, longest: int) -> str:
    """Empty where nothing of the text is left, as of a name in another script."""
    letters = unicodedata.normalize("NFKD", re.sub("['’‘]", "", text).casefold().translate(_WHOLE))
    plain = letters.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")
