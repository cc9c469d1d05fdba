"""What a condition and a name may say, read into parts."""

from __future__ import annotations

import pytest

from voorlichter.slots.expression import (
    Compared,
    Condition,
    DottedName,
    ExpressionError,
    Joined,
    Not,
    names_of,
    read_condition,
    read_name,
)

CARE, EMAIL = DottedName("org.care"), DottedName("advisor.email")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("org.care", CARE),
        (" org.care ", CARE),
        ("not org.care", Not(CARE)),
        ("org.care and advisor.email", Joined("and", (CARE, EMAIL))),
        ("org.care or not advisor.email", Joined("or", (CARE, Not(EMAIL)))),
        ("'nl' in org.languages", Compared(DottedName("org.languages"), "holds", "nl")),
        ("org.sector == 'care'", Compared(DottedName("org.sector"), "is", "care")),
        ('org.sector != "care"', Not(Compared(DottedName("org.sector"), "is", "care"))),
    ],
)
def test_a_condition_is_read(text: str, condition: Condition) -> None:
    assert read_condition(text) == condition


@pytest.mark.parametrize(
    "text", ["", "org.care and", "1", "org.care == 1", "org.care > 'a'", "a in b", "'a' not in org.x", "f(org)", "a b"]
)
def test_anything_else_is_no_condition(text: str) -> None:
    with pytest.raises(ExpressionError) as error:
        read_condition(text)
    assert error.value.args[0] is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("advisors", DottedName("advisors")),
        ("advisors[1:]", DottedName("advisors", (1, None))),
        ("advisors[:2]", DottedName("advisors", (None, 2))),
        ("org.places[1:3]", DottedName("org.places", (1, 3))),
    ],
)
def test_a_name_may_be_a_part_of_a_list(text: str, name: DottedName) -> None:
    assert read_name(text) == name


def test_the_names_of_a_condition_come_in_order() -> None:
    condition = read_condition("not org.care and ('nl' in org.languages or advisor.email)")
    assert list(names_of(condition)) == ["org.care", "org.languages", "advisor.email"]
