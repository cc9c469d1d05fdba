"""What holds between the counts, one function a rule; all of it is an error, for a report is not corrected later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from voorlichter.artefacts.report.model import TABLES, Counts, Told
from voorlichter.artefacts.report.sentences import CaseSigns
from voorlichter.case_words import CaseWords
from voorlichter.languages import Languages
from voorlichter.problems import Problem, Say
from voorlichter.profile.called import names_of
from voorlichter.profile.model import Profile
from voorlichter.yaml_source import KeyPath, YamlSource, dotted


@dataclass(frozen=True, slots=True)
class CountsView:
    """What a rule sees."""

    counts: Counts
    source: YamlSource
    slug: str
    profile: Profile
    languages: Languages

    def problem(self, path: KeyPath, message: Say, fix: Say) -> Problem:
        return Problem(self.source.value_mark(path), dotted(path), message, fix)


CountsRule = Callable[[CountsView], Iterator[Problem]]


def counts_are_of_this_organisation(view: CountsView) -> Iterator[Problem]:
    told = view.counts.organisation
    if told != view.slug:
        yield view.problem(
            ("organisation",),
            Say(
                f"deze aantallen zijn van {told}, en het verslag is voor {view.slug}",
                f"these counts are of {told}, and the report is for {view.slug}",
            ),
            Say(
                f"noem het bestand van {view.slug}, of schrijf: organisation: {view.slug}",
                f"name the file of {view.slug}, or write: organisation: {view.slug}",
            ),
        )


def years_are_years(view: CountsView) -> Iterator[Problem]:
    for year in view.counts.years:
        if not re.fullmatch(r"20[0-9]{2}", year):
            yield Problem(
                view.source.key_mark(("years", year)),
                f"years.{year}",
                Say(f"“{year}” is geen jaar", f"“{year}” is not a year"),
                Say("schrijf het jaar in vier cijfers: 2026", "write the year in four digits: 2026"),
            )


def no_year_is_missing(view: CountsView) -> Iterator[Problem]:
    numbers = sorted(int(year) for year in view.counts.years if year.isdigit() and len(year) == 4)
    for before, after in zip(numbers, numbers[1:], strict=False):
        if after != before + 1:
            missing = ", ".join(str(year) for year in range(before + 1, min(after, before + 4)))
            yield Problem(
                view.source.key_mark(("years", str(after))),
                f"years.{after}",
                Say(
                    f"tussen {before} en {after} ontbreekt {missing}",
                    f"{missing} is missing between {before} and {after}",
                ),
                Say(
                    f"voeg toe: {before + 1}: {{reports: 0}}, met de aantallen van dat jaar",
                    f"add: {before + 1}: {{reports: 0}}, with the numbers of that year",
                ),
            )


def tables_add_up(view: CountsView) -> Iterator[Problem]:
    for number, year in view.counts.years.items():
        for name in TABLES:
            table: BaseModel | None = getattr(year, name)
            total = sum(table.model_dump().values()) if table else year.reports
            if total != year.reports:
                yield view.problem(
                    ("years", number, name),
                    Say(
                        f"samen is dit {total}, en er staan {year.reports} meldingen (reports)",
                        f"together this is {total}, and reports says {year.reports}",
                    ),
                    Say(_mend_nl(total - year.reports), _mend_en(total - year.reports)),
                )


def _mend_nl(over: int) -> str:
    if over > 0:
        return f"haal er {over} weg: elke melding telt één keer, onder wat het zwaarst woog; of schrijf bij reports {over} meer"
    return f"tel er {-over} bij: elke melding staat ergens, desnoods onder de laatste sleutel; of schrijf bij reports {-over} minder"


def _mend_en(over: int) -> str:
    if over > 0:
        return f"take away {over}: every report counts once, under what weighed most; or make reports {over} more"
    return f"add {-over}: every report stands somewhere, if need be under the last key; or make reports {-over} less"


def persons_fit_reports(view: CountsView) -> Iterator[Problem]:
    for number, year in view.counts.years.items():
        if year.persons is None:
            continue
        path = ("years", number, "persons")
        if year.persons > year.reports:
            yield view.problem(
                path,
                Say(
                    f"{year.persons} melders deden {year.reports} meldingen; dat zijn er te weinig",
                    f"{year.persons} persons made {year.reports} reports; those are too few",
                ),
                Say(
                    "tel elke melder één keer, en elke melding één keer", "count each person once, and each report once"
                ),
            )
        elif year.persons == 0 < year.reports:
            yield view.problem(
                path,
                Say(
                    f"er zijn {year.reports} meldingen en geen melders",
                    f"there are {year.reports} reports and no persons",
                ),
                Say(
                    "schrijf hoeveel mensen dat waren, of haal de regel weg",
                    "write how many people that were, or remove the line",
                ),
            )


def texts_are_in_every_language(view: CountsView) -> Iterator[Problem]:
    for number, year in view.counts.years.items():
        told: list[tuple[KeyPath, Told]] = [
            (("years", number, "signals", index), signal) for index, signal in enumerate(year.signals)
        ]
        told += [(("years", number, "advice", index, "text"), advice.text) for index, advice in enumerate(year.advice)]
        for path, text in told:
            for language in view.profile.organisation.languages:
                if text.to(language) is None:
                    called = view.languages[language].called
                    yield view.problem(
                        path,
                        Say(
                            f"deze zin is er niet in het {called.nl}, en het verslag wel",
                            f"this sentence is not there in {called.en}, and the report is",
                        ),
                        Say(f'voeg toe: {language}: "…"', f'add: {language}: "…"'),
                    )


RULES: tuple[CountsRule, ...] = (
    counts_are_of_this_organisation,
    years_are_years,
    no_year_is_missing,
    tables_add_up,
    persons_fit_reports,
    texts_are_in_every_language,
)


# Rules on the file as written, before the model


_OUR_KEYS = {"report", "reports", "meldingen", "melders", "talk_only"}
"""Keys of the file itself, and words that are typed for one: what to write is told by its model."""


def no_case_keys(source: YamlSource, words: CaseWords) -> Iterator[Problem]:
    """Keys that could hold who came and about what. The file has no place for them, whatever they hold."""
    of_a_case = words.in_key("keys_of_a_case", "keys_of_a_person")
    for path, mark in source.keys.items():
        key = path[-1]
        if isinstance(key, str) and key not in _OUR_KEYS and of_a_case.fullmatch(key):
            yield Problem(
                mark,
                dotted(path),
                Say(
                    "deze sleutel kan een zaak bevatten; hier staan alleen aantallen",
                    "this key could hold a case; only numbers stand here",
                ),
                Say(
                    "haal de regel weg, en bewaar zo weinig mogelijk op een andere plek",
                    "remove the line, and keep as little as possible anywhere else",
                ),
            )


def no_sentence_is_a_case(source: YamlSource, profile: Profile, words: CaseWords) -> Iterator[Problem]:
    """Signals and advice, the only free text, judged as written."""
    organisation = profile.organisation
    own = [
        name
        for written in (organisation.name, organisation.short_name, organisation.in_sentence)
        for name in names_of(written)
    ]
    people = [name for advisor in profile.advisors for name in (advisor.name, advisor.call_name or "")]
    signs = CaseSigns(words, own, people)
    years = source.data.get("years") if isinstance(source.data, dict) else None
    for number, year in years.items() if isinstance(years, dict) else ():
        for key in ("signals", "advice"):
            for path, text in _texts(year.get(key) if isinstance(year, dict) else None, ("years", number, key)):
                for message, fix in signs.in_sentence(text):
                    yield Problem(source.value_mark(path), dotted(path), message, fix)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str) and path[-1] != "follow_up":
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
