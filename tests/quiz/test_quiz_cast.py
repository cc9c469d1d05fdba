"""Who appears in what we tell, and as what: cast.yml names everybody, and nobody of one kind is only harmed or only accused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import REPOSITORY

from voorlichter.yaml_source import read_yaml

HARMED, ACCUSED, OTHERS = {"harmed"}, {"accused", "named"}, {"witness", "manager", "advisor"}
KINDS = {"gender": {"man", "woman", "open"}, "origin": {"here", "elsewhere"}, "age": {"young", "middle", "older"}}
MORE = {"lgbti", "disability"}
NOT_PEOPLE = {
    "Arbeidsinspectie",
    "Arbobesluit",
    "Arbowet",
    "Centrum",
    "Geweld",
    "Huis",
    "Juridisch",
    "Klokkenluiders",
    "Loket",
    "Seksueel",
    "Slachtofferhulp",
    "Thuis",
    "Veilig",
    "Begin",
    "Checklist",
    "Contact",
    "Extra",
    "In",
    "Is",
    "Later",
    "Poster",
    "Scan",
    "Stop",
    "We",
    "Wet",
}
"""Institutions, laws and words that are the same in Dutch and English; a name that is the same in both and not here is a person's."""

_TAGS = re.compile(r"\[#.*?#\]|\[\[.*?\]\]|\[%.*?%\]", re.S)
_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")

Person = dict[str, Any]


def read(path: Path) -> Any:
    return read_yaml(path, path.read_bytes()).data


CAST: list[Person] = read(Path(__file__).with_name("cast.yml"))
STORY = [person for person in CAST if person["role"] != "advisor"]


def texts(data: Any) -> Iterator[tuple[str, str]]:
    """Every text in both languages."""
    if isinstance(data, dict):
        if data.keys() == {"nl", "en"} and isinstance(data["nl"], str):
            yield data["nl"], data["en"]
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def people_in(data: Any) -> set[str]:
    """The names that a Dutch text and its English have in common."""
    found: set[str] = set()
    for pair in texts(data):
        dutch, english = (set(_CAPITAL.findall(_TAGS.sub("", text))) for text in pair)
        found |= dutch & english
    return found - NOT_PEOPLE


def advisors_in(data: Any) -> set[str]:
    people = data.get("advisors", [data])
    return {person["name"].split()[0] for person in people if isinstance(person, dict) and "name" in person}


TOLD = {
    path.relative_to(REPOSITORY).as_posix(): path
    for folder in ("quizzes", "data/kit")
    for path in sorted((REPOSITORY / folder).glob("*.yml"))
}
EXAMPLES = {
    path.relative_to(REPOSITORY).as_posix(): path
    for pattern in ("profiles/*/profile.yml", "advisors/*.yml")
    for path in sorted(REPOSITORY.glob(pattern))
}


@pytest.mark.parametrize("where", [*TOLD, *EXAMPLES])
def test_everybody_with_a_name_stands_in_the_table(where: str) -> None:
    found = people_in(read(TOLD[where])) if where in TOLD else advisors_in(read(EXAMPLES[where]))
    assert found == {person["name"] for person in CAST if person["where"] == where}


def test_the_table_is_whole() -> None:
    assert {person["where"] for person in CAST} <= {*TOLD, *EXAMPLES}
    for person in CAST:
        assert person["role"] in HARMED | ACCUSED | OTHERS
        assert all(person[kind] in values for kind, values in KINDS.items())
        assert MORE.issuperset(person.get("more", ()))


def kinds_of(person: Person) -> set[str]:
    return {*(person[kind] for kind in KINDS), *person.get("more", ())}


@pytest.mark.parametrize("kind", ["man", "woman", "here", "elsewhere", "young", "middle", "older", *sorted(MORE)])
def test_nobody_of_one_kind_is_only_harmed_or_only_accused(kind: str) -> None:
    roles = {person["role"] for person in STORY if kind in kinds_of(person)}
    assert not roles <= HARMED and not roles <= ACCUSED


def share(roles: set[str], kind: str) -> float:
    cast = [person for person in STORY if person["role"] in roles]
    return sum(kind in kinds_of(person) for person in cast) / len(cast)


@pytest.mark.parametrize("kind", ["man", "elsewhere"])
def test_as_many_of_one_kind_are_harmed_as_accused(kind: str) -> None:
    assert share(HARMED, kind) == pytest.approx(share(ACCUSED, kind), abs=0.2)


@pytest.mark.parametrize("roles", [HARMED, ACCUSED], ids=["harmed", "accused"])
def test_men_and_women_are_in_balance(roles: set[str]) -> None:
    counts = Counter(person["gender"] for person in STORY if person["role"] in roles)
    assert abs(counts["man"] - counts["woman"]) <= 1


def test_men_and_women_both_go_to_a_manager_and_both_are_accused_there() -> None:
    for roles in (HARMED, ACCUSED):
        assert {
            person["gender"]
            for person in STORY
            if person["role"] in roles and person["where"] == "quizzes/dilemmas-managers.yml"
        } >= {"man", "woman"}


def test_a_name_is_given_once() -> None:
    assert [name for name, count in Counter(person["name"] for person in CAST).items() if count > 1] == []
