"""Whose name stands in a profile: found by its rarest word, whole, and never one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.profile.other_clients import OtherClients
from voorlichter.profile.read import ProfileSource


def profile(slug: str, name: str, text: str = "", short_name: str = "") -> ProfileSource:
    organisation = {"name": name, **({"short_name": short_name} if short_name else {})}
    source = ProfileSource(Path(slug), data={"organisation": organisation, "introduction": text}, slug=slug)
    source.values = {("introduction",): source.value_mark(("introduction",))}
    return source


def found(*profiles: ProfileSource) -> list[str]:
    """What is said of the first of them."""
    others = OtherClients()
    for one in profiles:
        others.learn(one)
    return [problem.message.en.rpartition(": ")[2] for problem in others.find_in(profiles[0])]


HERE = "Stichting De Zeester"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bij Het Anker ben je welkom.", "Het Anker"),
        ("bij HET ANKER ben je welkom", "HET ANKER"),
        ("Bij Het Anker-team", "Het Anker"),
        ("Bij Het Ankertje ben je welkom.", None),
        ("Het is een anker.", None),
        ("Bij Stichting De Zeester ben je welkom.", None),
    ],
)
def test_a_name_is_found_where_it_stands_whole(text: str, name: str | None) -> None:
    assert found(profile("zeester", HERE, text), profile("anker", "Het Anker")) == ([name] if name else [])


def test_of_two_names_that_begin_at_one_place_the_longest_is_told() -> None:
    others = profile("anker", "Het Anker"), profile("boord", "Het Anker Boord")
    assert found(profile("zeester", HERE, "Bij Het Anker Boord."), *others) == ["Het Anker Boord"]


def test_names_that_share_most_of_their_words_are_told_apart() -> None:
    others = [profile(f"s{number}", f"Stichting {number} Zorg") for number in range(30)]
    assert found(profile("zeester", HERE, "Bij Stichting 17 Zorg."), *others) == ["Stichting 17 Zorg"]


def test_a_name_within_ones_own_is_ones_own() -> None:
    assert found(profile("zeester", HERE, "Bij De Zeester."), profile("ander", "De Zeester")) == []


def test_a_short_name_is_a_word_that_may_stand_anywhere() -> None:
    assert found(profile("zeester", HERE, "Een bak."), profile("bak", "Bak")) == []


def test_what_is_said_of_one_profile_is_looked_up_among_few_names() -> None:
    others = OtherClients()
    for number in range(400):
        others.learn(profile(f"s{number}", f"Stichting Zorg {number}"))
    others.learn(profile("zeester", HERE, "Stichting Zorg en meer"))
    assert len(list(others._near("Stichting Zorg 7 en meer", "zeester"))) == 1
