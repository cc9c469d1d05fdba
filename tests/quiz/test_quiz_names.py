"""What an id, a file beside a module, a passage and a condition may be called, and what to write instead."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from voorlichter.model_problems import Refused
from voorlichter.quiz.parts import Flag, Id, PictureName, Source, digits


def refused(kind: Any, text: str) -> Refused | None:
    """Why a text is none of this kind; None where it is one."""
    try:
        assert TypeAdapter(kind).validate_python(text) == text
    except ValidationError as error:
        reason = error.errors()[0]["ctx"]["error"] if "ctx" in error.errors()[0] else None
        assert isinstance(reason, Refused)
        return reason
    return None


@pytest.mark.parametrize("name", ["ab", "role-01", "1-2", "a" * 40, "--"])
def test_an_id_is_two_to_forty_letters_figures_and_hyphens(name: str) -> None:
    assert refused(Id, name) is None


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("", "role-01"),
        ("a", "role-01"),
        ("é", "role-01"),
        ("Rol 1", "rol-1"),
        ("één_vraag", "een-vraag"),
        ("a" * 41, "a" * 40),
        ("ab\n", "ab"),
    ],
)
def test_what_is_no_id_gets_one_to_write_instead(name: str, instead: str) -> None:
    reason = refused(Id, name)
    assert reason is not None
    assert reason.message.en == f'"{name}" cannot be an id: 2 to 40 characters, only a-z, 0-9 and -'
    assert reason.fix is not None and reason.fix.en == f"write: {instead}"


@pytest.mark.parametrize("name", ["balie.png", "BALIE.PNG", "a.b.svg", "x.jpg", "x.jpeg", "x.webp"])
def test_a_picture_is_a_file_beside_the_module(name: str) -> None:
    assert refused(PictureName, name) is None


@pytest.mark.parametrize("name", ["map/balie.png", "map\\balie.png", "../balie.png", "balie.gif", "balie", "png", ""])
def test_a_picture_in_another_folder_or_of_another_kind_is_refused(name: str) -> None:
    reason = refused(PictureName, name)
    assert reason is not None
    assert reason.message.en == f'"{name}" is no picture beside this module'
    assert reason.fix is not None and "name a file in the same folder, of the kind " in reason.fix.en


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        *((good, True) for good in ("gesprek.md", "gesprek.md#stappen", "a-1.md#b-2")),
        *((bad, False) for bad in ("gesprek", "gesprek.html", "gesprek.md#", "map/gesprek.md", "Gesprek.md", "#stappen", "gesprek.md#a#b")),
    ],
)  # fmt: skip
def test_a_source_is_a_page_or_a_passage_of_one(name: str, fits: bool) -> None:
    assert (refused(Source, name) is None) is fits


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        *((good, True) for good in ("speak_up", "org.from_50", "a.b.c", "x1")),
        *((bad, False) for bad in ("not speak_up", "org.", ".org", "Org", "a or b", "", "org..from_50")),
    ],
)
def test_a_condition_is_the_name_of_one_slot(name: str, fits: bool) -> None:
    assert (refused(Flag, name) is None) is fits


def test_a_saved_answer_names_each_part_with_one_sign() -> None:
    assert digits([0, 9, 10, 35]) == "09az"
    assert digits([]) == ""
