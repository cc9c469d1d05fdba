"""A door is data: a row makes one, and a topic leads to it."""

from __future__ import annotations

import pytest
from support import words_of

from .program import Program

pytestmark = pytest.mark.slow

NAME = "Bij De Vuurplaats"


@pytest.mark.parametrize(("folder", "called"), [("", "Nachtportier"), ("en/", "Night porter")])
@pytest.mark.parametrize("page", ["waarvoor", "wegwijzer"])
@pytest.mark.sampled(4)
def test_a_new_door_stands_where_its_topic_leads(program: Program, folder: str, page: str, called: str) -> None:
    words = words_of(program.site / f"{folder}{page}.html")
    assert called in words and NAME in words and "020 000 00 50" in words
    assert "Ombuds" not in words, "a door that no profile names is not there"


def test_a_new_door_is_found_by_search(program: Program) -> None:
    assert NAME in (program.site / "assets/search-data.js").read_text(encoding="utf-8")


def test_an_editor_completes_a_new_door_by_its_title(program: Program) -> None:
    doors = program.answers["schema"].json["properties"]["doors"]["properties"]
    assert doors["night_porter"]["title"] == "Porter at night"
    assert doors["ombuds"]["title"] == "Ombuds officer"


def test_a_door_by_its_title_in_a_profile_is_told_its_key(program: Program) -> None:
    told = program.answers["check of mistakes"]
    assert "there is no door portier_van_de_nacht  write: night_porter:" in told.out + told.err
