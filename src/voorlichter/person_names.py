"""How somebody is called in a sentence, read from a name as people write it: `dr. Noor Voorbeeld` is called Noor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TITLES = frozenset(
    [
        "mr",
        "drs",
        "dr",
        "ir",
        "ing",
        "prof",
        "dhr",
        "mevr",
        "mw",
        "mevrouw",
        "meneer",
        "mej",
        "mrs",
        "ms",
        "miss",
        "bc",
        "ds",
    ]
)
_DEGREES = frozenset(
    ["msc", "bsc", "llm", "llb", "phd", "mba", "med", "bed", "mphil", "mpa", "msw", "bsw", "ma", "ba", "ra", "jr", "sr"]
)
_PARTICLES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "'t",
        "’t",
        "ten",
        "ter",
        "te",
        "von",
        "zu",
        "op",
        "in",
        "la",
        "le",
        "du",
        "da",
        "el",
        "al",
        "bin",
        "ibn",
    ]
)
_OFFICE = re.compile(
    r".*(bureau|praktijk|team|stichting|vereniging|punt|loket|centrum|dienst|afdeling|organisatie|advies|coaching|consultancy|commissie"
    r"|vertrouwenspersoon|vertrouwenspersonen|practice|office|desk|service|services|foundation|advisors|partners)|bv|vof|nv|cv|de|het|the|en|and|&|\+|/",
    re.I,
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]?|[A-Z]")
_NICKNAME = re.compile(r"""\s[("“'‘]([^\W\d_][^()"”'’\s]+)[)"”'’]\s+(?=\S)""")
_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """`first` is what somebody is called, where the name tells; `plain` the whole name without titles, surname last."""

    plain: str
    first: str | None
    is_office: bool = False
    """The name of a bureau or a team: that is said whole."""
    surname_first: bool = False
    """Written as `Voorbeeld, Noor`."""

    @property
    def called(self) -> str:
        return self.first or self.plain

    @property
    def initials(self) -> str:
        """For a round face."""
        words = [word for word in self.plain.split() if word[0].isalnum()] or [self.plain]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    def neutral(self, called: str) -> str:
        """For an address book that others may see: never the surname."""
        *given, last = self.plain.split()
        first = called if last not in called.split() else self.first
        if first is None:
            return "".join(f"{word[0]}." for word in (*given, last) if not word[0].islower())
        return f"{first} {last[0].upper()}." if given else first


@lru_cache(maxsize=4096)
def read_name(written: str) -> PersonName:
    """What a name tells by its form alone."""
    words = written.split()
    has_title = _titles_at_start(written) != " ".join(words)
    if not has_title and (_OFFICE.fullmatch(words[0].rstrip(".")) or any(_is_office(word) for word in words[1:])):
        return PersonName(" ".join(words), None, True)
    nickname = _NICKNAME.search(written)
    written = _ASIDE.sub("", _NICKNAME.sub(" ", written)).strip() or written
    parts = [part for part in (part.strip() for part in written.split(",")) if part]
    while len(parts) > 1 and all(
        _is_degree(word) or (word.isupper() and not _INITIALS.fullmatch(word)) for word in parts[-1].split()
    ):
        parts.pop()
    turned = len(parts) == 2 and sum(word.casefold() not in _PARTICLES for word in parts[0].split()) == 1
    names = " ".join(_titles_at_start(part) for part in (parts[::-1] if turned else parts[:1])).split() or words
    while len(names) > 1 and _is_degree(names[-1]):
        names.pop()
    names[0] = names[0][0].upper() + names[0][1:]
    plain = " ".join(names)
    if nickname:
        return PersonName(plain, nickname[1], surname_first=turned)
    surname_only = (
        names[0].casefold() in _PARTICLES or (len(names) == 1 and has_title) or (len(parts) > 1 and not turned)
    )
    return PersonName(
        plain, None if surname_only or _INITIALS.fullmatch(names[0]) else names[0].rstrip("."), surname_first=turned
    )


def _is_office(word: str) -> bool:
    bare = word.replace(".", "")
    return bare.casefold() not in _PARTICLES and _OFFICE.fullmatch(bare) is not None


def _is_degree(word: str) -> bool:
    """`LL.M.` and `MSc`; `Ma` is a surname too."""
    bare = word.replace(".", "").strip("()")
    return bare.casefold() in _DEGREES and (len(bare) > 2 or bare.isupper() or bare.casefold() in ("jr", "sr"))


def _titles_at_start(name: str) -> str:
    """The name without the titles before it, `prof.dr.` too."""
    words = name.split()
    while len(words) > 1:
        head, stop, rest = words[0].partition(".")
        if words[0].casefold() == "de" and words[1].casefold() == "heer":
            words = words[2:] or words[1:]
        elif head.casefold() in _TITLES:
            words = [rest, *words[1:]] if stop and rest else words[1:]
        else:
            break
    head, _, rest = words[0].partition(".")
    return rest if rest and head.casefold() in _TITLES else " ".join(words)
