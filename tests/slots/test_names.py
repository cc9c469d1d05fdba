"""A slot's name, resolved against the model."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from voorlichter.slots import model
from voorlichter.slots.names import KnownSlot, Names, UnknownSlot, element_of, name_for
from voorlichter.slots.types import Mail, Tel

NAMES = Names(
    {"help": ("csg", "police"), "doors": ("hr",)},
    always=frozenset({"help.csg.phone"}),
    never=frozenset({"help.csg.email"}),
)


def test_a_required_name_has_a_type_and_nothing_optional() -> None:
    assert NAMES.resolve("org.name", {}) == KnownSlot(str, ())


def test_an_optional_name_says_so() -> None:
    assert NAMES.resolve("advisor.phone", {}) == KnownSlot(Tel, ("advisor", "advisor.phone"))


def test_each_optional_part_of_the_way_counts() -> None:
    assert NAMES.resolve("accessibility.email", {}) == KnownSlot(Mail, ("accessibility", "accessibility.email"))


def test_the_data_adds_names_to_the_model() -> None:
    assert NAMES.resolve("help.police.phone", {}) == KnownSlot(Tel, ("help.police.phone",))


def test_what_the_data_always_has_is_not_optional() -> None:
    assert NAMES.resolve("help.csg.phone", {}) == KnownSlot(Tel, ())


def test_what_the_data_never_has_does_not_exist() -> None:
    assert isinstance(NAMES.resolve("help.csg.email", {}), UnknownSlot)


def test_a_loop_variable_has_the_type_of_its_elements() -> None:
    advisors = NAMES.resolve("advisors", {})
    assert isinstance(advisors, KnownSlot)
    assert NAMES.resolve("a.phone", {"a": element_of(advisors.type)}) == KnownSlot(Tel, ("a.phone",))


@pytest.mark.parametrize(
    ("name", "part", "suggestion"),
    [
        ("advisor.phon", "advisor.phon", "phone"),
        ("advisors.name", "advisors.name", None),
        ("orgg.name", "orgg", "org"),
        ("org.name.first", "org.name.first", None),
        ("help.politie.phone", "help.politie", "police"),
        ("receptie", "receptie", None),
        ("__class__", "__class__", None),
        ("org.__class__", "org.__class__", None),
    ],
)
def test_an_unknown_name_is_told_up_to_its_first_unknown_part(name: str, part: str, suggestion: str | None) -> None:
    found = NAMES.resolve(name, {})
    assert isinstance(found, UnknownSlot)
    assert (found.part, found.suggestion()) == (part, suggestion)


def test_what_is_offered_instead_is_what_stands_there() -> None:
    found = NAMES.resolve("help.csg.mail", {})
    assert isinstance(found, UnknownSlot)
    assert "phone" in found.allowed and "email" not in found.allowed
    assert found.allowed == tuple(sorted(found.allowed))
    nobody = Names({}).resolve("help.csg.phone", {})
    assert nobody == UnknownSlot("help.csg", ())


@pytest.mark.parametrize(
    ("id_", "name"),
    [("hr", "hr"), ("works-council", "works_council"), ("3-ways", "m_3_ways"), ("a-b", "a_b"), ("3d", "m_3d")],
)
def test_an_id_is_a_name_without_what_would_be_a_sum(id_: str, name: str) -> None:
    assert name_for(id_) == name


def test_every_slot_has_a_type_that_can_be_checked() -> None:
    """A union of two kinds of value, or a list of texts, could stand in a page unchecked."""
    unclear = []
    classes = [kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    for kind in classes:
        for name, hint in typing.get_type_hints(kind).items():
            parts = (
                [part for part in typing.get_args(hint) if part is not type(None)]
                if type(None) in typing.get_args(hint)
                else [hint]
            )
            (inner,) = parts
            if typing.get_origin(inner) in (model.ByName, tuple):
                continue
            if not (
                inner is bool
                or (isinstance(inner, type) and (issubclass(inner, str) or dataclasses.is_dataclass(inner)))
            ):
                unclear.append(f"{kind.__name__}.{name}")
    assert unclear == []
