"""A slot is worked out when a page first asks for it, and once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from voorlichter.organisation import Organisations
from voorlichter.slots.model import Late, Slots, TeamSlots
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pair(Late):
    one: str
    other: str | None


def test_what_nobody_asks_for_is_not_worked_out_and_the_rest_once() -> None:
    asked: list[str] = []
    pair = Pair.late({"one": lambda of: asked.append("one") or of, "other": lambda _: asked.append("other")}, "a")  # type: ignore[func-returns-value]
    assert (pair.one, pair.one, asked) == ("a", "a", ["one"])


def test_what_is_known_stands_there_and_with_another_value_in_its_place_the_rest_stays_as_it_is() -> None:
    asked: list[str] = []
    pair = Pair.late({"one": lambda of: asked.append("one") or of}, "a", other="b")  # type: ignore[func-returns-value]
    assert (pair.other, asked) == ("b", [])
    assert pair.one == "a"
    assert replace(pair, one="c") == Pair("c", "b")


@pytest.mark.parametrize(
    "fault",
    [lambda of: None.nothing, lambda of: {}["nothing"], lambda of: None + "a"],  # type: ignore[attr-defined, operator]
    ids=["no such part", "no such key", "no such sum"],
)
def test_a_fault_on_the_way_is_told_and_not_taken_for_a_part_that_is_missing(
    fault: Callable[[str], object],
) -> None:
    pair = Pair.late({"one": fault, "other": lambda _: None}, "a")
    with pytest.raises(RuntimeError, match="the slot one"):
        _ = pair.one
    with pytest.raises(AttributeError):
        _ = pair.another  # type: ignore[attr-defined]


def test_every_slot_is_worked_out(examples: Path) -> None:
    workspace = Workspace.at(examples)
    organisations = Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY))
    organisation = organisations.read("vuurtoren")
    told = organisation.slots("nl")
    assert [field.name for field in fields(Slots) if not hasattr(told, field.name)] == []
    assert [field.name for field in fields(TeamSlots) if not hasattr(told.team, field.name)] == []
