"""What stands at a door says once what it is, and two advisors never go by one name."""

from __future__ import annotations

import pytest
from support import BASE

from voorlichter.profile.called import at_start, call_names, door_called, people_served, shown_name
from voorlichter.profile.model import Advisor, Profile
from voorlichter.yaml_source import read_yaml

PROFILE = Profile.model_validate(read_yaml(BASE / "profiles/zeester/profile.yml").data)


def called(*names: str | tuple[str, str]) -> list[str]:
    """What advisors are called who have these names, with a call name where there are two."""
    written = [name if isinstance(name, tuple) else (name, None) for name in names]
    advisors: list[Advisor] = [
        PROFILE.advisors[0].model_copy(update={"id": str(number), "name": name, "call_name": call_name})
        for number, (name, call_name) in enumerate(written)
    ]
    return list(call_names(advisors).values())


def test_an_advisor_is_called_by_a_first_name_where_that_tells_who_it_is() -> None:
    assert called("Noor Voorbeeld", "Sam Elders") == ["Noor", "Sam"]
    assert called("Noor Voorbeeld", "noor Elders") == ["Noor Voorbeeld", "Noor Elders"]
    assert called("Noor Voorbeeld", ("Eleonora Elders", "Noor")) == ["Noor Voorbeeld", "Noor"]
    assert called(("Eleonora Elders", "Nora"), "Noor Voorbeeld") == ["Nora", "Noor"]


def test_a_name_is_shown_as_written_but_its_surname_last() -> None:
    advisor = PROFILE.advisors[0]
    shown = [
        shown_name(advisor.model_copy(update={"name": name})) for name in ("Elders, drs. Sam", "drs. Sam Elders, MSc")
    ]
    assert shown == ["Sam Elders", "drs. Sam Elders, MSc"]


def test_a_sentence_begins_with_a_capital_unless_the_name_has_one_elsewhere() -> None:
    assert [at_start(name) for name in ("de politie", "de OR", "iMove", "iMove en co", "Het punt")] == [
        "De politie", "De OR", "iMove", "iMove en co", "Het punt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sector", "served"),
    [
        ("care", "clients"),
        ("childcare", "parents"),
        ("education", "pupils"),
        ("higher_education", "students"),
        ("government", "residents"),
        ("culture", "visitors"),
        ("sport", "members"),
        ("business", "customers"),
        ("logistics", "customers"),
        ("industry", "customers"),
        ("nonprofit", "participants"),
        ("other", "customers"),
    ],
)
def test_the_sector_tells_for_whom_an_organisation_works_unless_the_profile_does(sector: str, served: str) -> None:
    organisation = PROFILE.organisation.model_copy(update={"sector": sector, "people_served": None})
    assert people_served(organisation) == served
    assert people_served(organisation.model_copy(update={"people_served": "guests"})) == "guests"


@pytest.mark.parametrize(("label", "name", "heading", "beside"), [
    ("Ondernemingsraad (OR)", "de OR", "De OR", None),
    ("Ondernemingsraad (OR)", "Ondernemingsraad Het Kompas", "Ondernemingsraad Het Kompas", None),
    ("Works council (ondernemingsraad)", "the works council", "The works council", None),
    ("Preventiemedewerker", "de preventiemedewerker", "De preventiemedewerker", None),
    ("HR of personeelszaken", "Team HR", "Team HR", None),
    ("Bedrijfsarts", "Bedrijfsarts Binnenwater", "Bedrijfsarts Binnenwater", None),
    ("Bedrijfsarts", "Arbodienst De Brug", "Bedrijfsarts", "Arbodienst De Brug"),
    ("Preventiemedewerker", "Dewi Elders", "Preventiemedewerker", "Dewi Elders"),
    ("Je leidinggevende", "de teammanager", "Je leidinggevende", "de teammanager"),
    ("Vakbond of jurist", "Kaasbond", "Vakbond of jurist", "Kaasbond"),
    ("Union or lawyer", "FNV or CNV", "Union or lawyer", "FNV or CNV"),
    ("Wie klachten behandelt", "Wie het weet", "Wie klachten behandelt", "Wie het weet"),
])  # fmt: skip
def test_a_name_that_says_what_the_door_is_takes_the_place_of_its_label(
    label: str, name: str, heading: str, beside: str | None
) -> None:
    assert door_called(label, name) == (heading, beside)
