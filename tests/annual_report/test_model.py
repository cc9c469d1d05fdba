"""A file with counts: every key is described in both languages, with an example that is accepted, and knows its limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from voorlichter.artefacts.report.model import TABLES, ByRoute, ByTopic, Counts, WrittenYear, as_counted
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
