"""A file with counts: every key is described in both languages, with an example that is accepted, and knows its limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from voorlichter.artefacts.report.model import (
    TABLES,
    Advice,
    ByRelation,
    ByRoute,
    ByStatus,
    ByTopic,
    Counts,
    GivenVoorlichting,
    Told,
    WrittenYear,
    as_counted,
)
from voorlichter.model_problems.described import example_of, words_for
from voorlichter.problems import LANGUAGES
from voorlichter.yaml_source import read_yaml

YEAR = {"reports": 24}


def sections(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        todo = [info.annotation]
        while todo:
            kind: Any = todo.pop()
            todo += get_args(kind)
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from sections(kind)


SECTIONS = sorted(set(sections(Counts)), key=lambda model: model.__name__)
KEYS = [(model, key) for model in SECTIONS for key, info in model.model_fields.items() if info.json_schema_extra]


def test_all_that_is_counted_is_described() -> None:
    assert len(KEYS) > 40
    assert {model.__name__ for model, _ in KEYS} >= {"Counts", "WrittenYear", "GivenVoorlichting", "Advice", "ByTopic"}


def test_no_key_is_without_its_description() -> None:
    assert [
        f"{model.__name__}.{key}"
        for model in SECTIONS
        for key, info in model.model_fields.items()
        if not info.json_schema_extra
    ] == []


@pytest.mark.parametrize(("model", "key"), KEYS, ids=[f"{model.__name__}.{key}" for model, key in KEYS])
def test_a_key_says_in_both_languages_what_it_is_and_has_an_example_that_is_accepted(
    model: type[BaseModel], key: str
) -> None:
    info = model.model_fields[key]
    said = [words_for(info, language) for language in LANGUAGES]
    for title, explanation in said:
        assert title[0].isalpha() and title[1:] == title[1:].lower()
        assert explanation.endswith(".")
    assert said[0][1] != said[1][1]
    example = str((info.json_schema_extra or {})["example"])  # type: ignore[call-overload,index]
    assert example.startswith(f"{key}: ")
    assert example_of(info, key) == example
    try:
        model.model_validate(read_yaml(Path("counts.yml"), example.encode()).data)
    except ValidationError as error:
        assert {one["loc"][0] for one in error.errors()}.isdisjoint({key}), error


@pytest.mark.parametrize("name", TABLES)
def test_a_cell_that_is_not_written_is_nought_and_none_is_below(name: str) -> None:
    table = WrittenYear.model_validate({**YEAR, name: {}})
    counted = as_counted(table).tables[name]
    assert set(counted.values()) == {0}
    for cell in counted:
        for wrong in (-1, 100_001):
            with pytest.raises(ValidationError):
                WrittenYear.model_validate({**YEAR, name: {cell: wrong}})
        assert as_counted(WrittenYear.model_validate({**YEAR, name: {cell: 100_000}})).tables[name][cell] == 100_000


def test_what_is_not_written_is_not_counted() -> None:
    year = WrittenYear.model_validate(YEAR)
    assert as_counted(year).tables == {}
    assert (year.persons, year.training_hours, year.peer_sessions) == (None, None, None)
    assert (year.voorlichting, year.signals, year.advice) == ([], [], [])
    counts = Counts.model_validate({"organisation": "zeester", "years": {"2025": YEAR}})
    assert (counts.publish, counts.years_together) == (False, 1)


def test_the_last_cell_of_a_table_joins_small_ones_first() -> None:
    """Their order is part of what was published."""
    assert list(ByTopic.model_fields) == [
        "bullying",
        "intimidation",
        "sexual_harassment",
        "discrimination",
        "aggression",
        "power",
        "integrity",
        "wrongdoing",
        "outside_role",
    ]
    assert list(ByRoute.model_fields)[-2:] == ["undecided", "talk_only"]


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [("reports", 0, 100_000), ("persons", 0, 100_000), ("training_hours", 0, 10_000), ("peer_sessions", 0, 1_000)],
)
def test_a_number_has_its_limits(key: str, least: int, most: int) -> None:
    for number in (least, most):
        assert getattr(WrittenYear.model_validate({**YEAR, key: number}), key) == number
    for number in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            WrittenYear.model_validate({**YEAR, key: number})


@pytest.mark.parametrize(
    ("model", "rest", "key", "least", "most"),
    [
        (GivenVoorlichting, {"what": "training"}, "times", 1, 10_000),
        (GivenVoorlichting, {"what": "training", "times": 1}, "reached", 1, 1_000_000),
        (Counts, {"organisation": "zeester", "years": {"2025": YEAR}}, "years_together", 1, 5),
    ],
)
def test_a_number_of_sessions_and_of_years_has_its_limits(
    model: type[BaseModel], rest: dict[str, Any], key: str, least: int, most: int
) -> None:
    for number in (least, most):
        assert getattr(model.model_validate({**rest, key: number}), key) == number
    for number in (least - 1, most + 1):
        with pytest.raises(ValidationError) as refused:
            model.model_validate({**rest, key: number})
        assert [one["loc"] for one in refused.value.errors()] == [(key,)]


@pytest.mark.parametrize("language", ["nl", "en", "pl"])
def test_a_sentence_to_the_board_has_a_letter_at_least_and_three_hundred_at_most(language: str) -> None:
    """In a language of few pages as well."""
    for length in (1, 300):
        assert Told.model_validate({language: "a" * length}).to(language) == "a" * length
    for length in (0, 301):
        with pytest.raises(ValidationError):
            Told.model_validate({language: "a" * length})


def test_a_sentence_is_told_in_the_languages_it_was_written_in_and_no_other() -> None:
    told = Told.model_validate({"en": "Name the advisor."})
    assert (told.to("en"), told.to("nl"), told.to("pl")) == ("Name the advisor.", None, None)


@pytest.mark.parametrize(("key", "one"), [("signals", {"nl": "Ja."}), ("advice", {"text": {"nl": "Doe dit."}})])
def test_the_board_gets_twelve_signals_and_twelve_advices_at_most(key: str, one: dict[str, Any]) -> None:
    assert len(getattr(WrittenYear.model_validate({**YEAR, key: [one] * 12}), key)) == 12
    with pytest.raises(ValidationError):
        WrittenYear.model_validate({**YEAR, key: [one] * 13})


def test_a_file_of_counts_has_a_year_at_least() -> None:
    assert list(Counts.model_validate({"organisation": "zeester", "years": {"2025": YEAR}}).years) == ["2025"]
    with pytest.raises(ValidationError):
        Counts.model_validate({"organisation": "zeester", "years": {}})


@pytest.mark.parametrize(
    "what", ["presentation", "team_talk", "managers", "newcomers", "training", "board_talk", "other"]
)
def test_a_session_is_of_a_known_kind_and_who_came_may_be_left_out(what: str) -> None:
    given = GivenVoorlichting.model_validate({"what": what, "times": 2})
    assert (given.what, given.times, given.reached) == (what, 2, None)
    with pytest.raises(ValidationError):
        GivenVoorlichting.model_validate({"what": f"{what}s", "times": 2})


@pytest.mark.parametrize("outcome", ["open", "taken_up", "done", "declined"])
def test_an_advice_is_open_until_somebody_writes_what_came_of_it(outcome: str) -> None:
    text = {"nl": "Doe dit."}
    assert Advice.model_validate({"text": text, "follow_up": outcome}).follow_up == outcome
    assert Advice.model_validate({"text": text}).follow_up == "open"
    with pytest.raises(ValidationError):
        Advice.model_validate({"text": text, "follow_up": f"{outcome}?"})


@pytest.mark.parametrize(
    ("model", "cells"),
    [
        (ByRelation, "colleague manager client other"),
        (ByRoute, "directly manager mediation complaint speak_up referred undecided talk_only"),
        (ByStatus, "ongoing closed"),
    ],
)
def test_every_cell_of_a_table_stands_in_the_order_in_which_it_is_told(model: type[BaseModel], cells: str) -> None:
    assert list(model.model_fields) == cells.split()


def test_what_was_counted_is_handed_on_as_it_was_written() -> None:
    year = {**YEAR, "persons": 19, "by_status": {"closed": 24}, "by_relation": {"manager": 4, "client": 20}}
    counted = as_counted(WrittenYear.model_validate(year))
    assert (counted.reports, counted.persons) == (24, 19)
    assert counted.tables == {
        "by_relation": {"colleague": 0, "manager": 4, "client": 20, "other": 0},
        "by_status": {"ongoing": 0, "closed": 24},
    }
