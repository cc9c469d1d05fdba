"""A fact stands in both languages, the law behind a sentence is named, and what lapses leaves no sentence behind."""

from __future__ import annotations

import re

import pytest

from voorlichter.problems import LANGUAGES, Language
from voorlichter.slots.check import conditions_at
from voorlichter.slots.scan import TAG, scan
from voorlichter.template.passages import Passage
from voorlichter.template.sources import Sources

_MONTHS: dict[Language, list[str]] = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
}
_NOT_READ = re.compile(r"\{#[^}]*\}|\]\([^)]*\)|<[^>]*>")
_FIGURE = re.compile(r"(?<![\w%.])\d+(?:[.:]\d+)?(?!\w)")
_ADDRESS = re.compile(r"\b(?:[\w-]+\.)+(?:nl|eu|online|com|org)\b|[\w.]+@[\w.]+")
_IN_A_WORD: dict[Language, list[tuple[str, str]]] = {
    "nl": [(r"\bminderjarig\w*", " 18 ")],
    "en": [(r"\bunder age\b", " 18 ")],
}
_PENDING: dict[Language, str] = {
    "nl": r"\b[Ww]etsvoorstel|\bnieuwe wet\b",
    "en": r"\b[Bb]ill \d|\b[Aa] bill would\b|\bnew law\b",
}


def facts(text: str, language: Language) -> set[str]:
    """Figures, days, addresses, values, sources and what is claimed of an organisation: what both languages must hold."""
    values = {" ".join(tag.text.split()) for tag in scan(text) if tag.kind in ("value", "if", "for", "include")}
    claims = {
        re.sub(r"[\s#\[\]]+", " ", tag.text).strip().replace("uncovered", "covered")
        for tag in scan(text)
        if tag.kind == "comment" and "general" not in tag.text
    }
    text = _NOT_READ.sub(" ", TAG.sub(" ", text)).lower()
    for word, figure in _IN_A_WORD[language]:
        text = re.sub(word, figure, text)
    months = _MONTHS[language]
    days = re.findall(rf"\b(?:(\d+) )?({'|'.join(months)}) (\d{{4}})\b", text)
    return {
        *values,
        *claims,
        *_ADDRESS.findall(text),
        *(f"{day} of month {months.index(month) + 1} {year}" for day, month, year in days),
        *(figure.replace(".", ":").removesuffix(":00") for figure in _FIGURE.findall(text)),
    }


def test_a_fact_stands_in_both_languages(passages: list[Passage]) -> None:
    different = {
        passage.where: found
        for passage in passages
        if (found := facts(passage.texts["nl"], "nl") ^ facts(passage.texts["en"], "en"))
        and not passage.where.startswith("messages.yml")
    }
    assert different == {}


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Binnen 7 dagen.", "Within 3 days."),
        ("Sinds 1 juli 2024.", "Since 1 June 2024."),
        ("Van 8.30 tot 17 uur.", "From 8:00 to 17:00."),
        ("Chat op 113.nl.", "You can chat."),
        ("Bron: artikel 160.", "Source: the criminal code."),
        ("[[ reply_days ]] dagen", "A few days"),
        ("[% if backup %]X[% endif %]", "X"),
        ("[# claims covered conduct #]Bel.", "[# claims covered integrity #]Call."),
        ("Een minderjarige leerling.", "A pupil."),
    ],
)
def test_a_fact_in_one_language_only_is_noticed(nl: str, en: str) -> None:
    assert facts(nl, "nl") != facts(en, "en")


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Van 8 tot 17 uur, op 1 mei 2027.", "From 8:00 to 17:00, on 1 May 2027."),
        ("[# claims general channel #]Bel 112.", "Call 112."),
        ("Een minderjarige leerling.", "A pupil under age, so under 18."),
    ],
)
def test_the_same_fact_in_other_words_is_the_same(nl: str, en: str) -> None:
    assert facts(nl, "nl") == facts(en, "en")


def test_what_rests_on_a_law_that_lapses_goes_with_it(passages: list[Passage], sources: Sources) -> None:
    lapsing = {f"current.{law.id}" for law in sources.data.law if law.lapses}
    left = [
        f"{passage.where} ({language}): {found[0]}"
        for passage in passages
        if not passage.where.startswith("law.yml")
        for language in LANGUAGES
        for found in re.finditer(_PENDING[language], passage.texts[language])
        if lapsing.isdisjoint(conditions_at(passage.texts[language], found.start()))
    ]
    assert left == []
    assert any(
        re.search(_PENDING[language], passage.texts[language])
        for passage in passages
        for language in LANGUAGES
        if not passage.where.startswith("law.yml")
    )


def test_a_passage_that_names_an_article_of_law_has_its_source_beside_it(
    passages: list[Passage], sources: Sources
) -> None:
    naming = [
        passage for passage in passages if re.search(r"\b(?:artikel|art\.) \d|[Ww]etsvoorstel", passage.texts["nl"])
    ]
    assert [passage.where for passage in naming if not passage.law] == []
    assert naming


def test_what_a_law_says_to_be_told_elsewhere_stands_there(passages: list[Passage], sources: Sources) -> None:
    there = {passage.where for passage in passages}
    assert [f"{law.id}: {where}" for law in sources.data.law for where in law.told if where not in there] == []
