"""What in a sentence to the board looks like a case, and how to say it instead.

Strict on purpose: a signal or an advice is about the organisation. Whoever reads it knows the people who work there,
so one name, team, day or number can be enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from voorlichter.calendar_words import DAY_NAMES, MONTH_NAMES, names
from voorlichter.problems import Say


@dataclass(frozen=True, slots=True)
class _Sign:
    pattern: re.Pattern[str]
    nl: str
    en: str
    fix: Say

    def told(self, found: str) -> tuple[Say, Say]:
        return Say(f"“{found}” {self.nl}", f"“{found}” {self.en}"), self.fix


def _any(*words: str) -> str:
    return rf"(?:{'|'.join(words)})"


_MONTH = _any(*names(MONTH_NAMES))
_DAY = _any(*names(DAY_NAMES))
_NUMBER = _any(
    r"\d+",
    "[eé]én",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "enkele",
    "paar",
    "beide",
    "meeste",
    "alle",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "few",
    "both",
    "most",
    "several",
)
_COUNTED = _any(
    "meldingen",
    "melders",
    "mensen",
    "personen",
    "medewerkers",
    "collega['’]?s",
    "vrouwen",
    "mannen",
    "stagiairs?",
    "gevallen",
    "zaken",
    "klachten",
    "klagers",
    "slachtoffers",
    "incidenten",
    "leidinggevenden",
    "reports",
    "reporters",
    "people",
    "persons",
    "employees",
    "colleagues",
    "women",
    "men",
    "interns?",
    "cases",
    "complaints",
    "complainants",
    "victims",
    "incidents",
    "managers",
)
_SINGLE = _any(
    "medewerk(?:er|ster)",
    "werknem(?:er|ster)",
    "collega",
    "meld(?:er|ster)",
    "melding",
    "leidinggevende",
    "stagiaire?",
    "uitzendkracht",
    "vrijwillig(?:er|ster)",
    "vrouw",
    "man",
    "persoon",
    "iemand",
    "cliënt",
    "klant",
    "klager",
    "slachtoffer",
    "beschuldigde",
    "dader",
    "geval",
    "casus",
    "incident",
    "klacht",
    "employee",
    "worker",
    "colleague",
    "reporter",
    "report",
    "manager",
    "intern",
    "volunteer",
    "woman",
    "person",
    "somebody",
    "someone",
    "client",
    "customer",
    "complainant",
    "victim",
    "accused",
    "perpetrator",
    "case",
    "complaint",
)
_ARTICLE = _any("een", "[eé]én", "de", "het", "deze", "die", "dit", "dat", "an?", "one", "the", "this", "that")
_TIED = _any(
    "van",
    "in",
    "op",
    "bij",
    "uit",
    "over",
    "met",
    "tegen",
    "die",
    "dat",
    "waarin",
    "waarbij",
    "of",
    "from",
    "at",
    "on",
    "with",
    "against",
    "about",
    "who",
    "whose",
    "where",
    "heeft",
    "had",
    "is",
    "was",
    "werd",
    "has",
)
_FUNCTION = _any(
    "teamleiders?",
    "teammanager",
    "afdelingshoofd",
    "ploegleider",
    "ploegbaas",
    "voorman",
    "chef",
    "directeur",
    "directrice",
    "bestuursvoorzitter",
    "voorzitter",
    "locatiemanager",
    "hoofd",
    "team ?leaders?",
    "supervisor",
    "foreman",
    "director",
    "ceo",
    "head of",
    "chair(?:man|woman|person)?",
)
_UNIT = _any(
    "team",
    "teamlid",
    "afdeling",
    "locatie",
    "vestiging",
    "ploeg",
    "dienst",
    "unit",
    "filiaal",
    "department",
    "location",
    "branch",
    "site",
    "shift",
    "ward",
)

_GENERAL = Say(
    "zeg het in het algemeen en in het meervoud: “medewerkers …”, “leidinggevenden …”",
    "say it in general and in the plural: “employees …”, “managers …”",
)
_NO_NUMBER = Say(
    "laat het getal weg: de tabellen vertellen wat verteld mag worden",
    "leave the number out: the tables tell what may be told",
)

_SIGNS = tuple(
    _Sign(re.compile(pattern, re.I), nl, en, fix)
    for pattern, nl, en, fix in (
        (r"\S+@\S+", "is een e-mailadres", "is an e-mail address", Say("laat het adres weg", "leave the address out")),
        (
            r"(?<!\w)\+?\d(?:[\s().-]?\d){6,}",
            "lijkt op een telefoonnummer",
            "looks like a telephone number",
            Say("laat het nummer weg", "leave the number out"),
        ),
        (
            rf"(?<![\d/.-])\d{{1,2}}[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?(?![\d%])|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|"
            rf"\b(?:in|on|op|sinds|since|vanaf|from|tot|until|begin|beginning of|half|mid|eind|end of|early|late)\s+{_MONTH}\b|\b{_MONTH}\s+(?:\d{{1,2}}|\d{{4}})\b|\b{_DAY}(?:middag|morgen|ochtend|avond)?\b",
            "is een tijdstip",
            "is a moment in time",
            Say("schrijf “dit jaar”, of laat het weg", "write “this year”, or leave it out"),
        ),
        (
            r"[“”„«»\"][^“”„«»\"]*[“”„«»\"]?|(?<!\w)['‘][^'‘’]+?['’](?!\w)",
            "wijst op een citaat",
            "points to a quotation",
            Say(
                "vertel het in eigen woorden, zonder aanhalingstekens",
                "tell it in your own words, without quotation marks",
            ),
        ),
        (
            rf"\b{_NUMBER}(?:\s+(?!{_any('of', 'en', 'and', 'or')}\b)\w+)?\s+{_COUNTED}\b",
            "telt mensen of meldingen",
            "counts people or reports",
            _NO_NUMBER,
        ),
        (
            r"\d+(?:[.,]\d+)?\s*(?:%|procent\b|percent\b|per cent\b)|\b(?:helft|kwart|derde deel|meerderheid|half of|a quarter of|majority)\b|\b"
            + _NUMBER
            + r" (?:op de|van de|out of|in every|in|of the) "
            + _NUMBER
            + r"\b",
            "is een deel van een aantal",
            "is a share of a number",
            _NO_NUMBER,
        ),
        (
            rf"\b(?:{_NUMBER}|eenmaal|tweemaal|driemaal|once|twice)\s*(?:keer|maal|times)?\s*(?:gemeld|geklaagd|voorgekomen|reported|complained|happened)\b",
            "telt meldingen",
            "counts reports",
            _NO_NUMBER,
        ),
        (
            rf"\b{_ARTICLE}\s+(?:\w+\s+)?{_SINGLE}\s+{_TIED}\b|\b[eé]én\s+{_SINGLE}\b|\b(?:mevrouw|meneer|dhr|mw|mr|mrs|ms)\b\.?",
            "gaat over één iemand of één geval",
            "is about one person or one case",
            _GENERAL,
        ),
        (
            rf"\b{_FUNCTION}\b",
            "is een functie die iemand aanwijst",
            "is a function that points to somebody",
            Say("schrijf “leidinggevenden” of “het bestuur”", "write “managers” or “the board”"),
        ),
        (
            rf"\b{_UNIT}\b(?!-)",
            "wijst een deel van de organisatie aan",
            "points to a part of the organisation",
            Say(
                "schrijf “in de organisatie”, of in het meervoud “teams”",
                "write “in the organisation”, or in the plural “teams”",
            ),
        ),
        (
            r"\b(?:zij|hij|haar|hem|she|he|her|him|his|hers)\s+(?:is|was|heeft|had|werd|zei|vond|voelde|durfde|wilde|said|felt|has|did|wanted)\b",
            "gaat over één iemand",
            "is about one person",
            _GENERAL,
        ),
    )
)

_WORD = re.compile(r"\w[\w'’.-]*")
_NAMED = {
    "raad",
    "bestuur",
    "toezicht",
    "ondernemingsraad",
    "directie",
    "nederland",
    "nederlands",
    "nederlandse",
    "engels",
    "engelse",
    "duits",
    "pools",
    "arbowet",
    "wet",
    "huis",
    "klokkenluiders",
    "ri&e",
    "board",
    "works",
    "council",
    "supervisory",
    "dutch",
    "english",
    "polish",
    "german",
    "netherlands",
    "i",
    "act",
    "house",
    "whistleblowers",
    "authority",
}


def looks_like_a_case(
    sentence: str, own_names: Collection[str] = (), people: Collection[str] = ()
) -> Iterator[tuple[Say, Say]]:
    """What in a sentence is wrong and what to write.

    `own_names` are those of the organisation itself, which may stand; `people` those of its advisors, which may not.
    """
    for sign in _SIGNS:
        if found := sign.pattern.search(sentence):
            yield sign.told(found.group().strip())
    if name := _name(sentence, own_names, people):
        yield (
            Say(f"“{name}” lijkt een naam", f"“{name}” looks like a name"),
            Say(
                "laat namen weg, en begin andere woorden midden in een zin met een kleine letter",
                "leave names out, and begin other words inside a sentence with a small letter",
            ),
        )


def _words(names: Collection[str]) -> set[str]:
    return {word.casefold().strip(".") for name in names for word in _WORD.findall(name)}


def _name(sentence: str, own_names: Collection[str], people: Collection[str]) -> str | None:
    """An advisor's name, or a word with a capital inside a sentence; an abbreviation is all capitals."""
    own, theirs = (
        _words(own_names) | _NAMED,
        {word.casefold() for name in people for word in _WORD.findall(name) if word[:1].isupper()},
    )
    before, starts = "", True
    for found in _WORD.finditer(sentence):
        word = found.group().rstrip(".'’-")
        named = word[:1].isupper() and word.casefold() not in own and not (starts or word.isupper())
        if named or re.fullmatch(r"[A-Z]\.", found.group()) or (word[:1].isupper() and word.casefold() in theirs):
            return f"{before} {word}" if before[:1].isupper() else word
        starts = bool(re.match(r"[.!?:]\s", sentence[found.start() + len(word) :])) or (starts and word == "s")
        before = word
    return None
