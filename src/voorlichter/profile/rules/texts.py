"""How names and texts read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter import signs
from voorlichter.languages import Code
from voorlichter.model_problems import Refused
from voorlichter.problems import Problem, Say
from voorlichter.profile.called import name_in
from voorlichter.profile.model import LocalProse
from voorlichter.profile.values.addresses import check_url
from voorlichter.profile.view import ProfileView
from voorlichter.prose import links_in, lost_in

_ARTICLE = re.compile(r"(?:de|het|'t|een|the|an?) |(?:De|Het|Een|The|An?) (?=[a-z])")
_IN_ENGLISH = {
    "politie": "police",
    "brandweer": "fire brigade",
    "gemeente": "municipality",
    "provincie": "province",
    "ministerie": "ministry",
    "waterschap": "water authority",
    "rechtbank": "court",
    "universiteit": "university",
    "hogeschool": "university of applied sciences",
    "school": "school",
    "stichting": "foundation",
    "vereniging": "association",
    "bibliotheek": "library",
}
_AT = {"nl": "bij", "en": "at"}
_NAMES = {"name", "short_name", "in_sentence", "call_name"}
_FOREIGN_ARTICLES = {"en": ("de", "het", "'t", "een")}
"""Before a name in a sentence of this language they stand wrong."""


def an_organisation_fits_in_a_sentence(view: ProfileView) -> Iterator[Problem]:
    """De Vuurtoren is a name anywhere; “De politie” is right at the beginning of a Dutch sentence only."""
    organisation = view.profile.organisation
    key = next(key for key in ("in_sentence", "short_name", "name") if getattr(organisation, key))
    said = {
        language: name_in(getattr(organisation, key), language) for language in dict.fromkeys(organisation.languages)
    }
    right = {language: _within_a_sentence(name, language) for language, name in said.items()}
    for language, at in _AT.items():
        if language in said and said[language] != right[language]:
            line = (
                next(iter(right.values()))
                if len(right) == 1
                else ", ".join(f'{code}: "{name}"' for code, name in sorted(right.items(), reverse=True))
            )
            line = f'in_sentence: "{line}"' if len(right) == 1 else f"in_sentence: {{{line}}}"
            yield view.warning(
                ("organisation", key),
                Say(f"in zinnen staat nu “{at} {said[language]}”", f"sentences now say “{at} {said[language]}”"),
                Say(f"schrijf onder organisation: {line}", f"write under organisation: {line}"),
            )
            return


def _within_a_sentence(name: str, language: Code) -> str:
    if not _ARTICLE.match(name):
        return name
    article, rest = name.lower().split(" ", 1)[0], name.split(" ", 1)[1]
    if article in _FOREIGN_ARTICLES.get(language, ()):
        return f"the {_IN_ENGLISH.get(rest, '…')}"
    return f"{article} {rest}"


def names_can_be_printed(view: ProfileView) -> Iterator[Problem]:
    """Posters and cards are set in fonts of our own, which hold no emoji and not every script."""
    for path, text in view.source.texts():
        named = not _NAMES.isdisjoint(path) and path[0] in ("organisation", "advisors", "practice")
        if named and (sign := signs.unprinted_in(text)):
            yield view.warning(
                path,
                Say(
                    f"het teken {sign} ({signs.code(sign)}) zit niet in de lettertypen van het drukwerk; met deze naam maakt `voorlichter kit` geen posters en kaarten",
                    f"the sign {sign} ({signs.code(sign)}) is not in the fonts of the printed sheets; with this name `voorlichter kit` makes no posters and cards",
                ),
                Say(
                    "schrijf de naam zonder dit teken als de organisatie drukwerk wil",
                    "write the name without this sign if the organisation wants printed sheets",
                ),
            )


def texts_are_in_every_language(view: ProfileView) -> Iterator[Problem]:
    for path, text in view.texts:
        for language in view.profile.organisation.languages:
            if getattr(text, language, None) is None:
                called = view.vocabulary.languages[language].called
                yield view.warning(
                    path,
                    Say(
                        f"deze tekst is er niet in het {called.nl}; op die pagina's blijft zij weg",
                        f"this text is not there in {called.en}; those pages leave it out",
                    ),
                    Say(f'voeg toe: {language}: "…"', f'add: {language}: "…"'),
                )


def texts_land_as_typed(view: ProfileView) -> Iterator[Problem]:
    for path, text in view.texts:
        for language, said in text.items() if isinstance(text, LocalProse) else ():
            for message, fix in lost_in(said):
                yield view.warning((*path, language), message, fix)


def links_in_texts_can_be_opened(view: ProfileView) -> Iterator[Problem]:
    """They are held to what an address under a key of its own is held to."""
    for path, text in view.texts:
        for language, said in text.items() if isinstance(text, LocalProse) else ():
            for address in links_in(said):
                try:
                    check_url(address)
                except Refused as refused:
                    meant = refused.value or "https://…"
                    yield view.problem(
                        (*path, language),
                        refused.message,
                        refused.fix or Say(f"schrijf een adres als {meant}", f"write an address such as {meant}"),
                    )
