"""From the counts to what is published: which year, what goes into it beside its numbers, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from voorlichter.artefacts.report.figures import Period
from voorlichter.artefacts.report.model import Counts
from voorlichter.artefacts.report.plan import plan_publication, warn_of_gaps
from voorlichter.artefacts.report.publication import Followed, PublishedActivity, PublishedReport
from voorlichter.problems import InputError, Problem
from voorlichter.profile.model import Profile
from voorlichter.yaml_source import YamlSource, read_yaml

TODAY = date(2026, 11, 2)


def profile(workforce: int = 120, threshold: int = 5) -> Profile:
    return Profile.model_validate(
        {
            "organisation": {"name": "De Zeester", "workforce": workforce, "languages": ["nl", "en"]},
            "advisors": [{"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"}],
            "annual_report": {"threshold": threshold},
        }
    )


LARGE = profile()


def read(years: str, more: str = "") -> tuple[Counts, YamlSource]:
    source = read_yaml(Path("counts.yml"), f"organisation: zeester\n{more}years:\n{years}".encode())
    return Counts.model_validate(source.data), source


def plan(
    years: str,
    year: int | None = None,
    earlier: Mapping[int, PublishedReport] | None = None,
    today: date = TODAY,
    more: str = "",
    profile: Profile = LARGE,
) -> PublishedReport:
    counts, source = read(years, more)
    return plan_publication(counts, source, profile, year, earlier or {}, today)


def refused(
    years: str, year: int | None = None, earlier: Mapping[int, PublishedReport] | None = None, today: date = TODAY
) -> list[Problem]:
    with pytest.raises(InputError) as told:
        plan(years, year, earlier, today)
    return list(told.value.problems)


def one(year: int, reports: int = 24) -> str:
    return f"  {year}: {{reports: {reports}}}\n"


def test_without_a_word_the_last_year_is_told() -> None:
    counts = one(2024, 12) + one(2025)
    assert plan(counts).figures.periods == (Period(2024, 2024, 12), Period(2025, 2025, 24))
    assert plan(counts, 2024).figures.periods == (Period(2024, 2024, 12),)
    assert (plan(counts).organisation, plan(counts).on_the_site) == ("zeester", False)
    assert plan(counts, more="publish: true\n").on_the_site


def test_how_much_may_be_told_follows_from_the_profile_and_the_counts() -> None:
    bounds = plan(one(2025), profile=profile(threshold=7)).figures.bounds
    assert (bounds.threshold, bounds.small, bounds.years_together) == (7, False, 1)
    assert plan(one(2025), profile=profile(workforce=49)).figures.bounds.small
    assert not plan(one(2025), profile=profile(workforce=50)).figures.bounds.small
    assert plan(one(2025), more="years_together: 3\n").figures.bounds.years_together == 3


TOLD = """  2024:
    reports: 20
    advice:
    - {text: {nl: "Maak tijd.", en: "Make time."}, follow_up: done}
    - {text: {nl: "Luister."}}
  2025:
    reports: 24
    voorlichting: [{what: presentation, times: 3, reached: 60}, {what: training, times: 1}]
    training_hours: 16
    peer_sessions: 4
    signals: [{nl: "Het is druk.", en: "It is busy."}]
    advice: [{text: {en: "Name the advisor."}, follow_up: open}]
"""


def test_what_was_done_and_said_in_a_year_goes_with_its_numbers_and_what_came_of_the_advice_before() -> None:
    told = plan(TOLD)
    assert told.voorlichting == (PublishedActivity("presentation", 3, 60), PublishedActivity("training", 1, None))
    assert (told.training_hours, told.peer_sessions) == (16, 4)
    assert told.signals == ({"nl": "Het is druk.", "en": "It is busy."},)
    assert told.advice == ({"nl": None, "en": "Name the advisor."},)
    assert told.earlier_advice == (
        Followed({"nl": "Maak tijd.", "en": "Make time."}, "done"),
        Followed({"nl": "Luister.", "en": None}, "open"),
    )
    before = plan(TOLD, 2024)
    assert (before.voorlichting, before.training_hours, before.signals) == ((), None, ())
    assert before.earlier_advice == (), "of the year before that there is nothing"


def test_a_year_without_counts_cannot_be_told_and_those_there_are_named() -> None:
    [problem] = refused(one(2025) + one(2024), 2026)
    assert (problem.mark.line, problem.where, problem.message.en) == (2, "years", "there are no numbers of 2026")
    assert (problem.fix.en, problem.fix.nl) == (
        "choose with --year from: 2024, 2025",
        "kies met --year uit: 2024, 2025",
    )


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2025, 12, 31), date(2024, 5, 1)])
def test_a_year_is_told_once_it_is_over(today: date) -> None:
    [problem] = refused(one(2024) + one(2025), 2025, today=today)
    assert (problem.mark.line, problem.where) == (4, "years.2025")
    assert problem.message.en == "2025 is not over yet, and what has been told does not change any more"
    assert problem.fix.en == "make the report from 1 January 2026, or choose an earlier year with --year"
    assert problem.fix.nl == "maak het verslag vanaf 1 januari 2026, of kies een eerder jaar met --year"
    assert plan(one(2024) + one(2025), 2025, today=date(2026, 1, 1)).figures.year == 2025


def test_no_report_is_put_in_before_one_that_is_there() -> None:
    counts = one(2022) + one(2023) + one(2024) + one(2025)
    there = {year: plan(counts, year) for year in (2024, 2025)}
    [problem] = refused(counts, 2023, there)
    assert (problem.mark.line, problem.where) == (4, "years.2023")
    assert problem.message.en == "the report of 2025 is there already; an older one cannot be added"
    assert (problem.fix.en, problem.fix.nl) == (
        "make the report of 2025 or a later year",
        "maak het verslag over 2025 of een later jaar",
    )
    assert plan(counts, 2025, there).figures == there[2025].figures, "the latest may be made again"


def test_years_since_the_last_report_are_all_there() -> None:
    first = {2022: plan(one(2022))}
    [problem] = refused(one(2025), None, first)
    assert (problem.mark.line, problem.where) == (2, "years")
    assert problem.message.en == "2023, 2024 is missing, and belongs to what is told now"
    assert problem.message.nl == "2023, 2024 ontbreekt, en hoort nog bij wat nu verteld wordt"
    assert problem.fix.en == "add: 2023: {reports: …}, with the numbers of that year"
    assert plan(one(2023) + one(2024) + one(2025), None, first).figures.periods[-1] == Period(2025, 2025, 24)


def test_a_year_that_waits_stays_in_the_file_until_it_is_told() -> None:
    waits = {2024: plan(one(2024, 3))}
    assert waits[2024].figures.waiting == (2024,)
    [problem] = refused(one(2025), None, waits)
    assert problem.message.en == "2024 is missing, and belongs to what is told now"
    assert plan(one(2024, 3) + one(2025, 4), None, waits).figures.periods == (Period(2024, 2025, 7),)
    [gone] = refused(one(2026), None, waits, date(2027, 1, 1))
    assert gone.message.en == "2024, 2025 is missing, and belongs to what is told now"


def test_what_was_published_is_not_told_otherwise_later() -> None:
    counts = one(2023) + one(2024)
    there: dict[int, PublishedReport] = {}
    for year in (2023, 2024):
        there[year] = plan(counts, year, there)
    [problem] = refused(one(2023, 25) + one(2024) + one(2025), None, there)
    assert (problem.mark.line, problem.where) == (3, "years.2023")
    assert problem.message.en.startswith("the report of 2023 was published with other numbers;")
    assert problem.fix.en == "put the numbers of that time back, and tell the board of the correction in words"
    assert [one.where for one in refused(one(2023) + one(2024, 9) + one(2025), None, there)] == ["years.2024"]
    assert [one.where for one in refused(one(2023, 9) + one(2024, 9) + one(2025), None, there)] == [
        "years.2023",
        "years.2024",
    ]
    assert plan(counts + one(2025), None, there).figures.periods[-1] == Period(2025, 2025, 24)


def test_a_year_that_was_told_may_leave_the_file() -> None:
    counts = one(2023) + one(2024)
    there: dict[int, PublishedReport] = {}
    for year in (2023, 2024):
        there[year] = plan(counts, year, there)
    assert plan(one(2025), None, there).figures.periods == (
        *(Period(2023, 2023, 24), Period(2024, 2024, 24), Period(2025, 2025, 24)),
    )
    assert [one.where for one in refused(one(2024, 9) + one(2025), None, there)] == ["years.2024"]


def test_a_report_that_is_made_again_keeps_its_numbers_and_takes_new_sentences() -> None:
    there = {2025: plan(one(2025), profile=profile(threshold=7))}
    again = plan('  2025: {reports: 24, signals: [{nl: "Het is druk."}]}\n', None, there)
    assert again.figures == there[2025].figures and again.figures.bounds.threshold == 7
    assert again.signals == ({"nl": "Het is druk.", "en": None},)


def gaps(years: str, year: int | None = None, more: str = "") -> list[tuple[int, str, str, str, str]]:
    counts, source = read(years, more)
    figures = plan_publication(counts, source, LARGE, year, {}, TODAY).figures
    return [
        (told.mark.line, told.where, told.severity, told.message.en, told.fix.en)
        for told in warn_of_gaps(counts, source, figures)
    ]


def test_a_table_that_one_of_the_years_lacks_is_told_as_a_warning() -> None:
    together, table = "years_together: 2\n", "by_status: {closed: 9}"
    both = "  2024: {reports: 9%s}\n  2025: {reports: 9%s}\n"
    assert gaps(both % (f", {table}", ""), more=together) == [
        (
            *(5, "years.2025.by_status", "warning"),
            "2025 does not have this table, and is told together with years that do; it is not in the report",
            "count it for 2025 as well: by_status: {…}",
        )
    ]
    assert [told[:2] for told in gaps(both % (", by_relation: {client: 9}", f", {table}"), more=together)] == [
        (5, "years.2025.by_relation"),
        (4, "years.2024.by_status"),
    ]
    for sound in (both % ("", ""), both % (f", {table}", f", {table}")):
        assert gaps(sound, more=together) == []


def test_a_table_is_asked_of_the_years_that_are_told_together_alone() -> None:
    apart = "  2024: {reports: 9, by_status: {closed: 9}}\n  2025: {reports: 9}\n"
    assert gaps(apart) == []
    waiting = "  2025: {reports: 3, by_status: {closed: 3}}\n"
    assert gaps(waiting) == []
