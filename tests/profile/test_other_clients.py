"""Whose name stands in a profile: found by its rarest word, whole, and never one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import Mark
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
        ("Bij Het Ankertje ligt een anker.", None),
        ("Neem daarvanhet anker, niet het touw.", None),
        ("Bij het anker, en dan naar Het Anker.", "het anker"),
        ("Het is een anker.", None),
        ("Bij Stichting De Zeester ben je welkom.", None),
    ],
)
def test_a_name_is_found_where_it_stands_whole(text: str, name: str | None) -> None:
    assert found(profile("zeester", HERE, text), profile("anker", "Het Anker")) == ([name] if name else [])


def test_a_name_that_may_be_right_is_a_warning_where_it_stands() -> None:
    others, here = OtherClients(), profile("zeester", HERE, "Bij Het Anker ben je welkom.")
    for one in (here, profile("anker", "Het Anker")):
        others.learn(one)
    (problem,) = others.find_in(here)
    assert (problem.where, problem.mark, problem.severity) == (
        "introduction",
        here.value_mark(("introduction",)),
        "warning",
    )
    assert problem.fix.en == "replace the name, or leave it when it is right"


def test_of_two_names_that_begin_at_one_place_the_longest_is_told() -> None:
    others = profile("anker", "Het Anker"), profile("boord", "Het Anker Boord")
    assert found(profile("zeester", HERE, "Bij Het Anker Boord."), *others) == ["Het Anker Boord"]


def test_names_that_share_most_of_their_words_are_told_apart() -> None:
    others = [profile(f"s{number}", f"Stichting {number} Zorg") for number in range(30)]
    assert found(profile("zeester", HERE, "Bij Stichting 17 Zorg."), *others) == ["Stichting 17 Zorg"]


def test_a_name_within_ones_own_is_ones_own() -> None:
    assert found(profile("zeester", HERE, "Bij De Zeester."), profile("ander", "De Zeester")) == []


def test_a_short_name_is_a_word_that_may_stand_anywhere() -> None:
    others = profile("bak", "Bak"), profile("boei", "Boei")
    assert found(profile("zeester", HERE, "Een bak."), *others) == []
    assert found(profile("zeester", HERE, "Een boei."), *others) == ["boei"]


def test_ones_own_name_is_ones_own_also_where_another_has_it() -> None:
    assert found(profile("zeester", HERE, "Bij Stichting De Zeester."), profile("ander", HERE.upper())) == []


def test_every_name_of_another_counts_the_short_one_too_and_in_each_language() -> None:
    other = profile("anker", "Stichting Ankerplaats")
    other.data["organisation"]["short_name"] = {"nl": "Ankers", "en": "Anchors"}
    assert found(profile("zeester", HERE, "Bij Ankers."), other) == ["Ankers"]
    assert found(profile("zeester", HERE, "At Anchors."), other) == ["Anchors"]


def test_what_a_shared_advisor_says_is_not_told_of_this_profile() -> None:
    here = profile("zeester", HERE, "Bij Het Anker.")
    here.values = {("introduction",): Mark(Path("advisors/noor.yml"), 3, 1)}
    assert found(here, profile("anker", "Het Anker")) == []


def test_a_profile_that_cannot_be_read_names_nobody() -> None:
    others = OtherClients()
    others.learn(ProfileSource(Path("stuk"), slug="stuk"))
    others.learn(profile("anker", "Het Anker"))
    assert others.slugs == ("anker",)


@pytest.mark.parametrize(
    ("text", "may"),
    [("Bij Het Anker", True), ("het touw van anker", True), ("Bij Het Touw", False), ("\\u0048et", True)],
)
def test_a_file_that_may_name_another_is_looked_at(text: str, may: bool) -> None:
    others = OtherClients()
    others.learn(profile("anker", "Het Anker"))
    assert others.may_stand_in(text, "zeester") is may
    assert others.may_stand_in("Bij Het Anker", "anker") is False


def test_what_is_said_of_one_profile_is_looked_up_among_few_names() -> None:
    others = OtherClients()
    for number in range(400):
        others.learn(profile(f"s{number}", f"Stichting Zorg {number}"))
    others.learn(profile("zeester", HERE, "Stichting Zorg en meer"))
    assert len(list(others._near("Stichting Zorg 7 en meer", "zeester"))) == 1


@pytest.mark.parametrize(
    "organisation", [None, "Het Anker", ["Het Anker"], {"name": None}, {"name": ["Het Anker"]}, {}]
)
def test_an_organisation_that_is_written_otherwise_names_nobody_and_stops_nothing(organisation: object) -> None:
    other = ProfileSource(Path("anker"), data={"organisation": organisation}, slug="anker")
    assert found(profile("zeester", HERE, "Bij Het Anker."), other) == []


def test_a_profile_that_is_no_mapping_names_nobody_and_stops_nothing() -> None:
    assert found(profile("zeester", HERE, "Bij Het Anker."), ProfileSource(Path("a"), data=["x"], slug="a")) == []


def test_of_two_names_the_first_in_the_text_is_told() -> None:
    others = profile("anker", "Het Anker"), profile("boei", "De Grote Boei")
    assert found(profile("zeester", HERE, "Eerst De Grote Boei, dan Het Anker."), *others) == ["De Grote Boei"]
    assert found(profile("zeester", HERE, "Eerst Het Anker, dan De Grote Boei."), *others) == ["Het Anker"]


def test_a_name_with_signs_in_it_is_found_as_it_stands_and_not_as_a_pattern() -> None:
    other = profile("anker", "Anker (Zorg+)")
    assert found(profile("zeester", HERE, "Bij Anker (Zorg+) ben je welkom."), other) == ["Anker (Zorg+)"]
    assert found(profile("zeester", HERE, "Bij Anker Zorgg ben je welkom."), other) == []


def test_a_name_of_signs_alone_is_none() -> None:
    assert found(profile("zeester", HERE, "Bij +++++ ben je."), profile("plus", "+++++")) == []


def test_who_is_learned_later_is_found_too() -> None:
    others, here = OtherClients(), profile("zeester", HERE, "Bij Het Anker en bij De Boei.")
    others.learn(here)
    assert list(others.find_in(here)) == []
    others.learn(profile("anker", "Het Anker"))
    assert len(list(others.find_in(here))) == 1
    others.learn(profile("boei", "De Boei"))
    assert others.may_stand_in("De Boei", "zeester") and others.slugs == ("zeester", "anker", "boei")


def test_a_short_name_of_ones_own_is_ones_own() -> None:
    here = profile("zeester", "Stichting Zorg", "Bij De Ster.", short_name="De Ster")
    assert found(here, profile("ander", "De Ster")) == []
