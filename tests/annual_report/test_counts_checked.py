"""What is wrong with a file of counts: every mistake with its place and what to write, and where each rule begins and ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.artefacts.report.model import Counts
from voorlichter.artefacts.report.read import check_counts
from voorlichter.languages import SiteLanguage, shipped
from voorlichter.problems import Problem
from voorlichter.profile.model import Profile
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import read_yaml

PROFILE = Profile.model_validate(
    {
        "organisation": {
            "name": "Stichting De Zeester",
            "in_sentence": "de Zeester",
            "workforce": 120,
            "languages": ["nl", "en"],
        },
        "advisors": [
            {"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"},
            {
                "id": "sam",
                "name": "Sam van Elders",
                "call_name": "Sammie",
                "kind": "internal",
                "phone": "020 000 00 02",
            },
        ],
    }
)


def check(
    text: str, slug: str = "zeester", profile: Profile = PROFILE, vocabulary: Vocabulary | None = None
) -> tuple[Counts | None, list[Problem]]:
    return check_counts(read_yaml(Path("counts.yml"), text.encode()), slug, profile, vocabulary or Vocabulary())


def years(text: str) -> str:
    return f"organisation: zeester\nyears:\n{text}"


def told(text: str) -> list[tuple[int, str, str, str]]:
    """The line, the key, what is wrong and what to write, of all that is wrong."""
    return [(one.mark.line, one.where, one.message.en, one.fix.en) for one in check(text)[1]]


def in_dutch(text: str) -> list[tuple[str, str]]:
    return [(one.message.nl, one.fix.nl) for one in check(text)[1]]


def test_sound_counts_are_read_and_nothing_is_said() -> None:
    counts, problems = check(
        years("  2024: {reports: 3}\n  2025: {reports: 24, persons: 19, by_status: {closed: 24}}\n")
    )
    assert problems == [] and counts is not None
    assert [(number, year.reports) for number, year in counts.years.items()] == [("2024", 3), ("2025", 24)]


def test_a_file_that_is_no_yaml_gives_no_counts_and_says_where() -> None:
    counts, problems = check("organisation: [zeester\nyears: {")
    assert counts is None and problems


def test_a_mistake_takes_the_counts_away() -> None:
    counts, problems = check(years("  2025: {reports: 3, persons: 4}\n"))
    assert counts is None and [one.severity for one in problems] == ["error"]


def test_counts_of_another_organisation_are_not_told_as_those_of_this() -> None:
    text = years("  2025: {reports: 3}\n")
    _, [problem] = check(text, slug="vuurtoren")
    assert (problem.mark.line, problem.where) == (1, "organisation")
    assert problem.message.en == "these counts are of zeester, and the report is for vuurtoren"
    assert problem.message.nl == "deze aantallen zijn van zeester, en het verslag is voor vuurtoren"
    assert problem.fix.en == "name the file of vuurtoren, or write: organisation: vuurtoren"


@pytest.mark.parametrize("year", ["1999", "20255", "202", "vorig", "20a5", "x2025", "20٢٦"])
def test_a_year_has_four_digits_and_is_of_this_century(year: str) -> None:
    assert told(years(f"  2025: {{reports: 3}}\n  {year}: {{reports: 3}}\n"))[-1:] == [
        (4, f"years.{year}", f"“{year}” is not a year", "write the year in four digits: 2026")
    ]


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ((2025,), []),
        ((2024, 2025), []),
        ((2025, 2024), []),
        ((2023, 2025), [(4, "2025", "2024 is missing between 2023 and 2025", "2024")]),
        ((2022, 2025), [(4, "2025", "2023, 2024 is missing between 2022 and 2025", "2023")]),
        ((2020, 2025), [(4, "2025", "2021, 2022, 2023 is missing between 2020 and 2025", "2021")]),
        (
            (2025, 2023, 2021),
            [
                (3, "2025", "2024 is missing between 2023 and 2025", "2024"),
                (4, "2023", "2022 is missing between 2021 and 2023", "2022"),
            ],
        ),
    ],
    ids=str,
)
def test_between_two_years_none_is_left_out_and_of_many_the_first_three_are_named(
    there: tuple[int, ...], missing: list[tuple[int, str, str, str]]
) -> None:
    text = years("".join(f"  {year}: {{reports: 3}}\n" for year in there))
    assert told(text) == [
        (line, f"years.{year}", said, f"add: {first}: {{reports: 0}}, with the numbers of that year")
        for line, year, said, first in missing
    ]


def test_a_gap_is_told_in_dutch_too() -> None:
    assert in_dutch(years("  2022: {reports: 3}\n  2025: {reports: 3}\n")) == [
        ("tussen 2022 en 2025 ontbreekt 2023, 2024", "voeg toe: 2023: {reports: 0}, met de aantallen van dat jaar")
    ]


TABLE = {"by_topic": "power", "by_relation": "client", "by_route": "referred", "by_status": "closed"}


@pytest.mark.parametrize(("table", "cell"), TABLE.items())
def test_a_table_adds_up_to_the_reports_of_its_year(table: str, cell: str) -> None:
    text = years("  2024: {reports: 4}\n  2025:\n    reports: 9\n    %s: {%s: %d}\n")
    assert told(text % (table, cell, 9)) == []
    place, together = f"years.2025.{table}", "together this is %d, and reports says 9"
    assert told(text % (table, cell, 11)) == [
        (
            *(6, place, together % 11),
            "take away 2: every report counts once, under what weighed most; or make reports 2 more",
        )
    ]
    assert told(text % (table, cell, 6)) == [
        (
            *(6, place, together % 6),
            "add 3: every report stands somewhere, if need be under the last key; or make reports 3 less",
        )
    ]
    for number, dutch, english in (
        (10, "haal er 1 weg: ", "take away 1: "),
        (8, "tel er 1 bij: ", "add 1: "),
    ):
        assert told(text % (table, cell, number))[0][3].startswith(english)
        assert in_dutch(text % (table, cell, number))[0][1].startswith(dutch)
    assert in_dutch(text % (table, cell, 11)) == [
        (
            "samen is dit 11, en er staan 9 meldingen (reports)",
            "haal er 2 weg: elke melding telt één keer, onder wat het zwaarst woog; of schrijf bij reports 2 meer",
        )
    ]
    assert in_dutch(text % (table, cell, 6)) == [
        (
            "samen is dit 6, en er staan 9 meldingen (reports)",
            "tel er 3 bij: elke melding staat ergens, desnoods onder de laatste sleutel; of schrijf bij reports 3 minder",
        )
    ]


@pytest.mark.parametrize(
    ("reports", "persons", "said"),
    [
        (0, 0, []),
        (1, 1, []),
        (9, 1, []),
        (9, 9, []),
        (9, 10, ["10 persons made 9 reports; those are too few"]),
        (0, 1, ["1 persons made 0 reports; those are too few"]),
        (1, 0, ["there are 1 reports and no persons"]),
        (9, 0, ["there are 9 reports and no persons"]),
    ],
)
def test_nobody_made_less_than_one_report_and_no_report_was_made_by_nobody(
    reports: int, persons: int, said: list[str]
) -> None:
    assert [
        (line, where, what)
        for line, where, what, _ in told(years(f"  2025:\n    reports: {reports}\n    persons: {persons}\n"))
    ] == [(5, "years.2025.persons", one) for one in said]


def test_each_year_is_held_to_its_own_numbers() -> None:
    """Also the one after a year that does not say how many people came."""
    text = years("  2023: {reports: 1}\n  2024: {reports: 2, persons: 3}\n  2025: {reports: 4, persons: 5}\n")
    assert [(line, where) for line, where, _, _ in told(text)] == [(4, "years.2024.persons"), (5, "years.2025.persons")]


def test_a_sentence_is_there_in_every_language_of_the_site() -> None:
    dutch = years(
        '  2025:\n    reports: 3\n    signals: [{nl: "Het is druk.", en: "It is busy."}, {nl: "Het is stil."}]\n'
    )
    assert told(dutch) == [
        (5, "years.2025.signals[1]", "this sentence is not there in English, and the report is", 'add: en: "…"')
    ]
    assert in_dutch(dutch) == [("deze zin is er niet in het Engels, en het verslag wel", 'voeg toe: en: "…"')]
    english = years(
        '  2025:\n    reports: 3\n    advice:\n    - text: {nl: "Maak tijd.", en: "Make time."}\n    - text: {en: "Listen."}\n'
    )
    assert told(english) == [
        (7, "years.2025.advice[1].text", "this sentence is not there in Dutch, and the report is", 'add: nl: "…"')
    ]
    alone = Profile.model_validate(
        {
            "organisation": {"name": "De Zeester", "workforce": 120, "languages": ["nl"]},
            "advisors": [{"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"}],
        }
    )
    assert check(dutch, profile=alone)[1] == []


def test_a_site_in_a_third_language_has_its_sentences_in_that_language_too() -> None:
    frisian = SiteLanguage.model_validate(
        {"name": "Frysk", "called": {"nl": "Fries", "en": "Frisian"}, "locale": "fy", "level": "complete"}
    )
    known = {**shipped(), "fy": frisian}
    profile = Profile.model_validate(
        {
            "organisation": {"name": "De Zeester", "workforce": 120, "languages": ["nl", "fy"]},
            "advisors": [{"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"}],
        },
        context={"languages": known},
    )
    text = years('  2025: {reports: 3, signals: [{nl: "Het is druk."%s}]}\n')
    _, [problem] = check(text % "", profile=profile, vocabulary=Vocabulary(languages=known))
    assert (problem.message.en, problem.fix.en) == (
        "this sentence is not there in Frisian, and the report is",
        'add: fy: "…"',
    )
    counts, problems = check(text % ', fy: "It is drok."', profile=profile, vocabulary=Vocabulary(languages=known))
    assert problems == [] and counts is not None
    assert counts.years["2025"].signals[0].to("fy") == "It is drok."


@pytest.mark.parametrize(
    ("text", "line", "where"),
    [
        ("organisation: zeester\nnaam: Iemand\nyears: {2025: {reports: 3}}\n", 2, "naam"),
        (years("  2025:\n    reports: 3\n    notities: []\n"), 5, "years.2025.notities"),
        (years("  2025:\n    reports: 3\n    by_topic: {bullying: 3, dossier: 0}\n"), 5, "years.2025.by_topic.dossier"),
    ],
)
def test_a_key_that_could_hold_a_case_is_told_once_wherever_it_stands(text: str, line: int, where: str) -> None:
    assert told(text) == [
        (
            *(line, where, "this key could hold a case; only numbers stand here"),
            "remove the line, and keep as little as possible anywhere else",
        )
    ]


@pytest.mark.parametrize("key", ["report", "meldingen", "melders"])
def test_a_word_for_a_key_of_the_file_is_told_as_that_and_holds_no_case(key: str) -> None:
    problems = told(years(f"  2025:\n    reports: 3\n    {key}: 3\n"))
    assert [(line, where) for line, where, _, _ in problems] == [(5, f"years.2025.{key}")]
    assert "case" not in problems[0][2]


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ('signals: [{nl: "Zij voelde zich niet gehoord.", en: "It is busy."}]', ["signals[0].nl"]),
        ('signals: [{nl: "Het is druk.", en: "It is busy."}, {nl: "Het is stil.", en: "She felt unheard."}]', ["signals[1].en"]),
        ('advice: [{text: {nl: "Luister naar Noor.", en: "Listen."}, follow_up: taken_up}]', ["advice[0].text.nl"]),
        ('advice: [{text: {nl: "Luister.", en: "Listen to Sammie."}, follow_up: done}]', ["advice[0].text.en"]),
        ('signals: ["Zij voelde zich niet gehoord."]', ["signals[0]"]),
        ('signals: [{nl: "Medewerkers zijn bang.", en: "Employees at de Zeester are afraid."}]', []),
        ('signals: [{nl: "Het bestuur van Stichting De Zeester luistert.", en: "The board listens."}]', []),
    ],
)  # fmt: skip
def test_a_sentence_about_somebody_is_told_wherever_it_stands(more: str, places: list[str]) -> None:
    found = {where for _, where, _, _ in told(years(f"  2025:\n    reports: 3\n    {more}\n"))}
    assert found == {f"years.2025.{place}" for place in places}


def test_what_came_of_an_advice_is_a_word_and_no_sentence() -> None:
    text = years(
        '  2025:\n    reports: 3\n    advice: [{text: {nl: "Luister.", en: "Listen."}, follow_up: "zij voelde"}]\n'
    )
    assert [(where, "about one person" in what) for _, where, what, _ in told(text)] == [
        ("years.2025.advice[0].follow_up", False)
    ]


@pytest.mark.parametrize("text", ["- 2025\n", "organisation: zeester\nyears: [2025]\n", years("  2025: veel\n")])
def test_what_has_another_form_is_told_and_ends_nothing(text: str) -> None:
    counts, problems = check(text)
    assert counts is None and problems
