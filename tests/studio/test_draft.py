"""An unfinished profile can be shown: what is right of it stays, and what lacks has a stand-in that a reader sees as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from voorlichter.problems import Language
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.studio.draft import draft_profile, stand_in
from voorlichter.yaml_source import read_yaml

WHOLE = """
organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: internal, phone: "020 000 00 01"}
  - {id: sam, name: Sam Elders, kind: external, email: sam@elders.example}
"""


def drafted(text: str, language: Language = "nl") -> Profile:
    read = read_yaml(Path("profile.yml"), text.encode())
    source = ProfileSource(
        read.path, data=read.data, keys=read.keys, values=read.values, problems=read.problems, slug="zeester"
    )
    found = draft_profile(source, Vocabulary(), check_profile(source, Vocabulary(), date(2026, 11, 2))[1], language)
    assert found is not None
    return found


def test_a_sound_profile_is_as_it_is_written() -> None:
    made = drafted(WHOLE)
    assert (made.organisation.name, made.organisation.workforce) == ("Stichting De Zeester", 20)
    assert [(one.id, one.name, one.kind) for one in made.advisors] == [
        ("noor", "Noor Voorbeeld", "internal"),
        ("sam", "Sam Elders", "external"),
    ]
    first, second = made.advisors
    assert first.phone == "020 000 00 01" and second.phone is None
    assert second.email == "sam@elders.example"


@pytest.mark.parametrize(("language", "name", "number"), [("nl", "⟦naam⟧", "⟦nummer⟧"), ("en", "⟦name⟧", "⟦number⟧")])
@pytest.mark.parametrize("text", ["", "- a list\n", "organisation:\nadvisors: []\n", "organisation: {name: VUL IN}\n"])
def test_of_nothing_there_is_one_organisation_with_one_advisor(
    text: str, language: Language, name: str, number: str
) -> None:
    made = drafted(text, language)
    assert (made.organisation.name, made.organisation.workforce) == (name, 100)
    (advisor,) = made.advisors
    assert (advisor.id, advisor.name, advisor.kind) == ("advisor", name, "external")
    assert advisor.phone and (str(advisor.phone), advisor.phone.href) == (number, "tel:")


@pytest.mark.parametrize("way", ["phone: ", "email: ", "whatsapp: ", "signal: "])
def test_only_who_cannot_be_reached_gets_a_number_that_is_none(way: str) -> None:
    value = {"email": "noor@elders.example", "phone": '"020 000 00 01"'}.get(way[:-2], '"020 000 00 01"')
    with_way = f"{{id: noor, name: Noor Voorbeeld, kind: internal, {way}{value}}}"
    without = "{id: sam, name: Sam Elders, kind: internal}"
    first, second = drafted(f"advisors:\n  - {with_way}\n  - {without}\n").advisors
    assert getattr(first, way[:-2]) is not None and (first.phone is not None) == (way == "phone: ")
    assert second.phone == stand_in("nummer")


@pytest.mark.parametrize("empty", ["", '""', "VUL IN", "FILL IN"])
def test_what_is_still_open_is_as_if_it_were_not_there(empty: str) -> None:
    made = drafted(
        WHOLE.replace("name: Noor Voorbeeld", f"name: {empty}").replace("}\nadv", f", short_name: {empty}}}\nadv")
    )
    assert made.advisors[0].name == stand_in("naam") and made.advisors[0].phone is not None
    assert made.organisation.short_name is None


@pytest.mark.parametrize(
    ("was", "mistake"),
    [
        ('phone: "020 000 00 01"', "phone: abc"),
        ("kind: internal", "kind: nobody"),
        ("id: noor", "id: NOOR"),
        ("kind: internal", "kind: internal, kleur: rood"),
        ("kind: internal", "kind: internal, hours: {mon: late}"),
        ("kind: internal", "kind: internal, scope: [conducts]"),
        ("workforce: 20", "workforce: many"),
        ("workforce: 20", "workforce: 20, sector: nowhere"),
        ("workforce: 20", "workforce: 20, locations: [{id: noord}]"),
    ],
)
def test_a_mistake_takes_its_value_away_and_nothing_beside_it(was: str, mistake: str) -> None:
    made = drafted(WHOLE.replace(was, mistake))
    assert made.organisation.name == "Stichting De Zeester"
    assert [one.name for one in made.advisors] == ["Noor Voorbeeld", "Sam Elders"]
    assert made.organisation.workforce == (100 if "many" in mistake else 20)
    assert made.advisors[0].kind == ("external" if "nobody" in mistake else "internal")


@pytest.mark.parametrize(
    ("was", "written", "kept"),
    [
        ("kind: internal", "kind: internal, backup: jan", None),
        ("kind: internal", "kind: internal, backup: noor", None),
        ("kind: internal", "kind: internal, backup: sam", "sam"),
    ],
)
def test_what_only_a_rule_calls_wrong_is_left_out_too(was: str, written: str, kept: str | None) -> None:
    made = drafted(WHOLE.replace(was, written))
    assert [(one.id, one.backup) for one in made.advisors] == [("noor", kept), ("sam", None)]


def test_what_a_check_only_warns_of_stays() -> None:
    made = drafted(WHOLE + "review_by: 2020-01-01\n")
    assert str(made.review_by) == "2020-01-01"


def test_several_mistakes_in_one_list_leave_its_others() -> None:
    absences = '["2026-12-01", soon, "2026-12-03 - 2026-12-04", later]'
    text = WHOLE.replace("kind: internal", f"kind: internal, absences: {absences}, languages: [nl, xx, en, yy]")
    made = drafted(text).advisors[0]
    assert [str(code) for code in made.languages] == ["nl", "en"]


def test_a_place_that_is_gone_is_nobodys() -> None:
    text = WHOLE.replace(
        "workforce: 20", "workforce: 20, locations: [{id: noord, name: Noord}, {id: zuid, name: Zuid}]"
    )
    made = drafted(text.replace("kind: internal", "kind: internal, locations: [noord, oost]"))
    assert [place.id for place in made.organisation.locations] == ["noord", "zuid"]
    assert made.advisors[0].locations in (["noord"], ("noord",))
    assert not made.advisors[1].locations


def test_a_name_within_a_section_has_a_stand_in_and_what_has_none_takes_its_section_away() -> None:
    text = WHOLE.replace("kind: internal", 'kind: internal, certificate: {valid_until: "2027-06-30"}')
    made = drafted(text + "practice: {url: https://elders.example}\nengagement: {since: nowhere}\n")
    certificate = made.advisors[0].certificate
    assert certificate is not None and certificate.registry == stand_in("register")
    assert made.practice is not None and made.practice.name == stand_in("naam")
    assert made.practice.url is not None
    assert [one.name for one in made.advisors] == ["Noor Voorbeeld", "Sam Elders"]


@pytest.mark.parametrize(
    "absence", ['{from: "2026-12-01"}', '{until: "2026-12-01"}', "{from: soon, until: later}", "{}", "x"]
)
def test_an_absence_without_its_days_goes_and_those_around_it_stay(absence: str) -> None:
    before, after = '{from: "2026-11-01", until: "2026-11-02"}', '{from: "2027-01-01", until: "2027-01-02"}'
    text = WHOLE.replace("kind: internal", f"kind: internal, absences: [{before}, {absence}, {after}]")
    first = drafted(text).advisors[0]
    assert [str(one.until) for one in first.absences] == ["2026-11-02", "2027-01-02"]
    assert first.name == "Noor Voorbeeld"


def test_the_profile_as_it_was_read_stays_as_it_is() -> None:
    read = read_yaml(Path("profile.yml"), b"advisors: [{name: VUL IN}]\n")
    source = ProfileSource(read.path, data=read.data, keys=read.keys, values=read.values)
    before: Any = {"advisors": [{"name": "VUL IN"}]}
    assert draft_profile(source, Vocabulary(), (), "nl") is not None
    assert source.data == before
