"""What in a sentence to the board looks like a case, and how to say it instead.

Strict on purpose: a signal or an advice is about the organisation. Whoever reads it knows the people who work there,
so one name, team, day or number can be enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from voorlichter.calendar_words import DAY_NAMES, MONTH_NAMES, names
from voorlichter.case_words import CaseWords
from voorlichter.problems import Say

_WORD = re.compile(r"\w[\w'’.-]*")

_GENERAL = Say(
    "zeg het in het algemeen en in het meervoud: “medewerkers …”, “leidinggevenden …”",
    "say it in general and in the plural: “employees …”, “managers …”",
)
_NO_NUMBER = Say(
    "laat het getal weg: de tabellen vertellen wat verteld mag worden",
    "leave the number out: the tables tell what may be told",
)


@dataclass(frozen=True, slots=True)
class _Sign:
    pattern: re.Pattern[str]
    nl: str
    en: str
    fix: Say

    def told(self, words: str) -> tuple[Say, Say]:
        return Say(f"“{words}” {self.nl}", f"“{words}” {self.en}"), self.fix


def _signs(words: CaseWords) -> Iterator[_Sign]:
    any_of = words.any_of
    month, day = (f"(?:{'|'.join(names(said))})" for said in (MONTH_NAMES, DAY_NAMES))
    number = rf"(?:\d+|{any_of('numbers')})"

    def sign(pattern: str, nl: str, en: str, fix: Say) -> _Sign:
        return _Sign(re.compile(pattern, re.I), nl, en, fix)

    yield sign(
        r"\S+@\S+", "is een e-mailadres", "is an e-mail address", Say("laat het adres weg", "leave the address out")
    )
    yield sign(
        r"(?<!\w)\+?\d(?:[\s().-]?\d){6,}",
        "lijkt op een telefoonnummer",
        "looks like a telephone number",
        Say("laat het nummer weg", "leave the number out"),
    )
    yield sign(
        r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?![\d%])|\b\d{4}-\d{2}-\d{2}\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}\b|\b{any_of('moments')}\s+{month}\b"
        rf"|\b{month}\s+(?:\d{{1,2}}|\d{{4}})\b|\b{day}(?:\s?{any_of('parts_of_a_day')})?\b",
        "is een tijdstip",
        "is a moment in time",
        Say("schrijf “dit jaar”, of laat het weg", "write “this year”, or leave it out"),
    )
    yield sign(
        r"[“”„«»\"][^“”„«»\"]*[“”„«»\"]?|(?<!\w)['‘][^'‘’]+?['’](?!\w)",
        "wijst op een citaat",
        "points to a quotation",
        Say(
            "vertel het in eigen woorden, zonder aanhalingstekens",
            "tell it in your own words, without quotation marks",
        ),
    )
    yield sign(
        rf"\b{number}(?:\s+(?!{any_of('joined')}\b)\w+)?\s+{any_of('counted')}\b",
        "telt mensen of meldingen",
        "counts people or reports",
        _NO_NUMBER,
    )
    yield sign(
        rf"\d+(?:[.,]\d+)?\s*(?:%|{any_of('percent')}\b)|\b{any_of('shares')}\b|\b{number} {any_of('out_of')} {number}\b",
        "is een deel van een aantal",
        "is a share of a number",
        _NO_NUMBER,
    )
    yield sign(
        rf"\b(?:{number}|{any_of('times')})\s*{any_of('turns')}?\s*{any_of('happened')}\b",
        "telt meldingen",
        "counts reports",
        _NO_NUMBER,
    )
    yield sign(
        rf"\b{any_of('articles')}\s+(?:\w+\s+)?{any_of('single')}\s+{any_of('tied')}\b"
        rf"|\b{any_of('alone')}\s+{any_of('single')}\b|\b{any_of('titles')}\b\.?",
        "gaat over één iemand of één geval",
        "is about one person or one case",
        _GENERAL,
    )
    yield sign(
        rf"\b{any_of('functions')}\b",
        "is een functie die iemand aanwijst",
        "is a function that points to somebody",
        Say("schrijf “leidinggevenden” of “het bestuur”", "write “managers” or “the board”"),
    )
    yield sign(
        rf"\b{any_of('units')}\b(?!-)",
        "wijst een deel van de organisatie aan",
        "points to a part of the organisation",
        Say(
            "schrijf “in de organisatie”, of in het meervoud “teams”",
            "write “in the organisation”, or in the plural “teams”",
        ),
    )
    yield sign(
        rf"\b{any_of('pronouns')}\s+{any_of('did')}\b",
        "gaat over één iemand",
        "is about one person",
        _GENERAL,
    )


@dataclass(frozen=True)
class CaseSigns:
    """Finds what looks like a case in the sentences of one organisation."""

    words: CaseWords
    own_names: Collection[str] = ()
    """Those of the organisation itself, which may stand."""
    people: Collection[str] = ()
    """Those of its advisors, which may not."""
    _signs: tuple[_Sign, ...] = field(init=False)
    _known: frozenset[str] = field(init=False)
    """Words with a capital that are no name of a person, in small letters; `_theirs` are."""
    _theirs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        no_names = (word for _, said in self.words.no_names.items() for word in said)
        own = (word.strip(".") for name in self.own_names for word in _WORD.findall(name))
        theirs = (word for name in self.people for word in _WORD.findall(name) if word[:1].isupper())
        object.__setattr__(self, "_signs", tuple(_signs(self.words)))
        object.__setattr__(self, "_known", frozenset(word.casefold() for word in (*no_names, *own)))
        object.__setattr__(self, "_theirs", frozenset(word.casefold() for word in theirs))

    def in_sentence(self, sentence: str) -> Iterator[tuple[Say, Say]]:
        """What in it is wrong and what to write."""
        for sign in self._signs:
            if match := sign.pattern.search(sentence):
                yield sign.told(match.group().strip())
        if name := self._name(sentence):
            yield (
                Say(f"“{name}” lijkt een naam", f"“{name}” looks like a name"),
                Say(
                    "laat namen weg, en begin andere woorden midden in een zin met een kleine letter",
                    "leave names out, and begin other words inside a sentence with a small letter",
                ),
            )

    def _name(self, sentence: str) -> str | None:
        """An advisor's name, or a word with a capital inside a sentence; an abbreviation is all capitals."""
        before, starts = "", True
        for match in _WORD.finditer(sentence):
            word = match.group().rstrip(".'’-")
            with_capital, folded = word[:1].isupper(), word.casefold()
            named = with_capital and folded not in self._known and not (starts or word.isupper())
            if named or re.fullmatch(r"[A-Z]\.", match.group()) or (with_capital and folded in self._theirs):
                return f"{before} {word}" if before[:1].isupper() else word
            starts = bool(re.match(r"[.!?:]\s", sentence[match.start() + len(word) :])) or (starts and word == "s")
            before = word
        return None
