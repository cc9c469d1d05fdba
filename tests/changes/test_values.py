"""Two profiles beside each other, value by value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from compared import DATA, EXAMPLES

from voorlichter.artefacts.changes.values import compare_profiles, put_back
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.problems import Language
from voorlichter.profile.model import (
    Absence,
    Advisor,
    Certificate,
    Door,
    LocalName,
    LocalText,
    Location,
    Profile,
    Topic,
    WeekHours,
)
from voorlichter.slots.types import Url

PAIRS = list(permutations(EXAMPLES, 2))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_putting_back_every_value_gives_the_old_profile(old: str, new: str) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    differences = compare_profiles(was, now)
    assert len(differences) > 10
    for difference in differences:
        now = put_back(now, was, difference.path)
    assert compare_profiles(was, now) == []


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_putting_back_one_value_leaves_all_others(old: str, new: str) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    for difference in compare_profiles(was, now):
        changed = {other.path for other in compare_profiles(put_back(now, was, difference.path), now)}
        assert difference.path in changed
        # Without its location or its last colleague an advisor may have to change with it.
        assert all(path == difference.path or path[0] == "advisors" for path in changed), difference.path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_change_is_said_in_words(old: str, new: str, language: Language) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    words = words_between(was, now, language)
    for difference in compare_profiles(was, now):
        label = words.label(difference.path)
        assert label
        assert label[0].isupper()
        for value in (difference.was, difference.now):
            said = words.value(difference.path, value)
            assert said
            assert "=" not in said.partition("://")[0]
            assert not {"None", "True", "False", "external", "walk", "former_staff"} & set(said.split(", ")), label


def test_who_comes_first_is_a_change_of_its_own() -> None:
    was = EXAMPLES["vuurtoren"]
    now = was.model_copy(update={"advisors": was.advisors[::-1]})
    (difference,) = compare_profiles(was, now)
    assert difference.path == ("advisors",)
    assert put_back(now, was, difference.path) == was


def test_nobody_is_left_alone_when_the_only_advisor_is_another() -> None:
    was = EXAMPLES["werkplaats"]
    (advisor,) = was.advisors
    now = was.model_copy(update={"advisors": [advisor.model_copy(update={"id": "jip"})]})
    came, went = compare_profiles(was, now)
    assert (came.path, went.path) == (("advisors", "jip"), ("advisors", "noor"))
    assert [one.id for one in put_back(now, was, came.path).advisors] == ["noor"]
    assert [one.id for one in put_back(now, was, went.path).advisors] == ["noor", "jip"]


def words_between(was: Profile, now: Profile, language: Language = "en") -> ChangeWords:
    topics = {topic.id: getattr(topic.title, language) for topic in DATA.topics}
    doors = {key: called.to(language) for key, called in DATA.called_doors.items()}
    return ChangeWords(language, DATA.strings_in(language, "je"), topics, doors, {}, was, now)


def test_of_topics_and_doors_each_is_a_change_of_its_own() -> None:
    whole = EXAMPLES["vuurtoren"]
    was = whole.model_copy(update={"topics": {"workload": Topic(inside=True)}, "doors": {}})
    now = whole.model_copy(update={"topics": {"accused": Topic(inside=False)}, "doors": {"hr": Door(name="Team HR")}})
    assert [(one.path, one.was, one.now) for one in compare_profiles(was, now)] == [
        (("topics", "accused", "inside"), None, False),
        (("topics", "workload", "inside"), True, None),
        (("doors", "hr"), None, Door(name="Team HR")),
    ]
    assert put_back(now, was, ("doors", "hr")).doors["hr"] is None


def test_a_list_is_said_by_the_names_in_it_and_a_section_by_what_tells_it_from_others() -> None:
    profile = EXAMPLES["vuurtoren"]
    words = words_between(profile, profile)
    said = words.value(("advisors",), list(profile.advisors))
    for advisor in profile.advisors:
        assert advisor.name in said
        assert str(advisor.phone) not in said
    door = Door(name="Team HR", phone="020 000 00 10")
    assert words.value(("doors", "hr"), door) == "Team HR, 020 000 00 10"


@pytest.mark.parametrize(
    ("path", "nl", "en"),
    [
        ("organisation.name", "Organisatie: Naam", "Organisation: Name"),
        ("organisation.locations", "Organisatie: Locaties: Volgorde", "Organisation: Locations: Order"),
        ("organisation.locations.stadhuis", "Organisatie: Locatie", "Organisation: Location"),
        ("organisation.locations.stadhuis.name", "Organisatie: Locatie: Naam", "Organisation: Location: Name"),
        ("advisors", "Vertrouwenspersonen: Volgorde", "Advisors: Order"),
        ("advisors.noor", "Vertrouwenspersoon", "Advisor"),
        ("advisors.ro", "Vertrouwenspersoon", "Advisor"),
        ("organisation.locations.en", "Organisatie: Locatie", "Organisation: Location"),
        ("organisation.in_sentence.nl", "Organisatie: In een zin (Nederlands)", "Organisation: In a sentence (Dutch)"),
        ("advisors.noor.hours", "Noor: Meestal bereikbaar", "Noor: Usually reachable"),
        ("advisors.noor.about.en", "Noor: Over (Engels)", "Noor: About (English)"),
        (
            "topics.workload.inside",
            "Onderwerp Werkdruk of gevaarlijk werk: Hoort erbij",
            "Topic Workload or dangerous work: Inside",
        ),
        ("topics.own.inside", "Onderwerp own: Hoort erbij", "Topic own: Inside"),
        ("doors.hr", "HR", "HR"),
        ("doors.hr.phone", "HR: Telefoon", "HR: Telephone"),
        ("doors.own", "own", "own"),
        ("brand.color", "Huisstijl: Huiskleur", "Brand: Brand colour"),
    ],
)
def test_a_value_is_called_by_where_it_stands(path: str, nl: str, en: str) -> None:
    profile = EXAMPLES["vuurtoren"]
    for language, called in (("nl", nl), ("en", en)):
        assert words_between(profile, profile, language).label(tuple(path.split("."))) == called  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_somebody_has_is_called_theirs_and_what_they_are_stands_behind_their_name(language: Language) -> None:
    profile = EXAMPLES["vuurtoren"]
    words, of = words_between(profile, profile, language), {"nl": "van", "en": "of"}[language]
    labels = {key: words.label(("advisors", "noor", key)) for key in Advisor.model_fields}
    theirs = {key for key, label in labels.items() if label.endswith(f" {of} Noor")}
    assert all(label.startswith("Noor: ") for key, label in labels.items() if key not in theirs)
    assert theirs == {
        *("name", "phone", "email", "whatsapp", "signal", "photo", "photo_consent"),
        *("absences", "backup", "certificate", "locations"),
    }


@pytest.mark.parametrize(
    ("key", "value", "nl", "en"),
    [
        ("reply_within", 1, "1 werkdag", "1 working day"),
        ("reply_within", 3, "3 werkdagen", "3 working days"),
        ("pass_mark", 80, "80%", "80%"),
        ("kind", "external", "externe vertrouwenspersoon", "external confidential advisor"),
        ("languages", ["nl", "en"], "Nederlands en Engels", "Dutch and English"),
        ("languages", "nl", "Nederlands", "Dutch"),
        ("meeting_places", ["walk"], "tijdens een wandeling", "on a walk"),
        ("status", "A", "A: de site voldoet aan alle eisen", "A: the site meets all requirements"),
        ("people_served", "clients", "cliënten", "clients"),
        ("who_may_call", ["former_staff"], "oud-medewerkers", "former staff"),
        ("backup", "noor", "Noor Voorbeeld", "Noor Voorbeeld"),
        ("backup", "wie", "wie", "wie"),
        ("locations", ["x", "y"], "x en y", "x and y"),
        ("modules", ["x"], "x", "x"),
        ("is_official", True, "ja", "yes"),
        ("is_official", False, "nee", "no"),
        ("phone", None, "geen", "none"),
        ("languages", [], "geen", "none"),
        ("inside", None, "zoals gewoonlijk", "as usual"),
        ("inside", False, "nee", "no"),
        ("review_by", date(2027, 6, 1), "1\u00a0juni 2027", "1\u00a0June 2027"),
    ],
)
def test_a_value_is_said_as_the_site_says_it(key: str, value: Any, nl: str, en: str) -> None:
    profile = EXAMPLES["vuurtoren"]
    for language, said in (("nl", nl), ("en", en)):
        assert words_between(profile, profile, language).value(("advisors", key), value) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sector", "nl", "en"),
    [
        ("care", "zorg", "care"),
        ("childcare", "kinderopvang", "childcare"),
        ("education", "onderwijs", "education"),
        ("higher_education", "hoger onderwijs", "higher education"),
        ("government", "overheid", "government"),
        ("culture", "cultuur", "culture"),
        ("sport", "sport", "sport"),
        ("business", "bedrijfsleven", "business"),
        ("logistics", "logistiek", "logistics"),
        ("industry", "industrie", "industry"),
        ("nonprofit", "non-profit", "non-profit"),
        ("other", "anders", "other"),
    ],
)
def test_a_sector_is_said_in_words(sector: str, nl: str, en: str) -> None:
    profile = EXAMPLES["vuurtoren"]
    said = [words_between(profile, profile, code).value(("organisation", "sector"), sector) for code in ("nl", "en")]  # type: ignore[arg-type]
    assert said == [nl, en]


AWAY = Absence(**{"from": "2026-12-21", "until": "2027-01-03"})
WHOLE = {
    "days away": (
        AWAY,
        "van 21\u00a0december 2026 tot en met 3\u00a0januari 2027",
        "from 21\u00a0December 2026 until 3\u00a0January 2027",
    ),
    "several of them": (
        [AWAY, Absence(**{"from": "2027-02-01", "until": "2027-02-02"})],
        "van 21\u00a0december 2026 tot en met 3\u00a0januari 2027 en van 1\u00a0februari 2027 tot en met 2\u00a0februari 2027",
        "from 21\u00a0December 2026 until 3\u00a0January 2027 and from 1\u00a0February 2027 until 2\u00a0February 2027",
    ),
    "a certificate": (
        Certificate(**{"register": "Register Zee", "valid_until": "2028-06-30"}),
        "Register Zee, geldig tot en met 30\u00a0juni 2028",
        "Register Zee, valid until 30\u00a0June 2028",
    ),
    "no hours at all": (WeekHours(), "geen", "none"),
    "a text in two languages": (
        LocalText(nl="Ik luister.", en="I listen."),
        "Ik luister. / I listen.",
        "Ik luister. / I listen.",
    ),
    "a name in two languages": (LocalName(nl="De kade", en="The quay"), "De kade / The quay", "De kade / The quay"),
    "an address": (
        Url("zeester", "https://www.zeester.example/vp"),
        "https://www.zeester.example/vp",
        "https://www.zeester.example/vp",
    ),
    "a place": (Location(id="kade", name="De Kade"), "De Kade", "De Kade"),
    "places": (
        [Location(id="kade", name="De Kade"), Location(id="dok", name="Het Dok")],
        "De Kade en Het Dok",
        "De Kade and Het Dok",
    ),
    "somebody": (
        Advisor(id="sam", name="Sam Elders", kind="internal", phone="020 000 00 02", reply_within=2, languages=["nl"]),
        "Sam Elders, interne vertrouwenspersoon, 020 000 00 02",
        "Sam Elders, internal confidential advisor, 020 000 00 02",
    ),
    "a door with little": (Door(name="Team HR"), "Team HR", "Team HR"),
}


@pytest.mark.parametrize("what", WHOLE)
@pytest.mark.parametrize(("language", "at"), [("nl", 1), ("en", 2)])
def test_a_section_that_is_one_thing_to_a_reader_is_said_as_one(what: str, language: Language, at: int) -> None:
    profile = EXAMPLES["vuurtoren"]
    value, *_ = WHOLE[what]
    assert words_between(profile, profile, language).value(("advisors", "noor", "x"), value) == WHOLE[what][at]


def test_hours_are_said_as_the_site_says_them() -> None:
    profile = EXAMPLES["vuurtoren"]
    said = words_between(profile, profile, "nl").value(("advisors", "noor", "hours"), WeekHours(mon="09:00-17:00"))
    assert said == "ma 9\u00a0tot\u00a017"


def test_what_somebody_was_called_then_is_known_too() -> None:
    now = EXAMPLES["vuurtoren"]
    gone = Advisor(id="yusuf", name="Yusuf Steen", kind="internal", phone="020 000 00 03")
    was = now.model_copy(update={"advisors": [*now.advisors, gone]})
    words = words_between(was, now)
    assert words.label(("advisors", "yusuf", "phone")).endswith(" of Yusuf")
    assert words.value(("advisors", "noor", "backup"), "yusuf") == "Yusuf Steen"
    assert words_between(now, was).label(("advisors", "yusuf", "phone")).endswith(" of Yusuf")


def test_a_page_of_another_module_or_topic_is_called_by_its_title() -> None:
    profile = EXAMPLES["vuurtoren"]
    words = replace(words_between(profile, profile), modules={"role": "The advisor's role"}, topics={"pay": "Pay"})
    assert words.value(("training", "modules"), ["role", "own"]) == "The advisor's role and own"
    assert words.label(("topics", "pay", "inside")) == "Topic Pay: Inside"


def moved(*names: str) -> list[Advisor]:
    return [Advisor(id=name, name=f"{name} Voorbeeld", kind="external", phone="020 000 00 01") for name in names]


def with_advisors(*names: str, **more: Any) -> Profile:
    return EXAMPLES["vuurtoren"].model_copy(update={"advisors": moved(*names), **more})


def test_the_order_put_back_leaves_who_is_new_behind_those_of_then() -> None:
    was, now = with_advisors("noor", "sam", "yusuf"), with_advisors("kasia", "yusuf", "noor", "jo")
    assert [one.id for one in put_back(now, was, ("advisors",)).advisors] == ["noor", "yusuf", "kasia", "jo"]
    assert [one.path for one in compare_profiles(was, now)] == [
        *(("advisors", name) for name in ("kasia", "jo", "sam")),
        ("advisors",),
    ]


def test_somebody_who_left_is_put_back_where_they_stood() -> None:
    was, now = with_advisors("noor", "sam", "yusuf"), with_advisors("noor", "yusuf")
    assert [one.id for one in put_back(now, was, ("advisors", "sam")).advisors] == ["noor", "sam", "yusuf"]
    assert [one.id for one in put_back(was, now, ("advisors", "sam")).advisors] == ["noor", "yusuf"]
    assert [(one.was, one.now is None) for one in compare_profiles(was, now)] == [(was.advisors[1], True)]


def test_a_place_that_is_put_back_to_nothing_is_nobodys_any_more() -> None:
    here, dock = Location(id="kade", name="De Kade"), Location(id="dok", name="Het Dok")
    organisation = EXAMPLES["vuurtoren"].organisation
    was = with_advisors("noor", organisation=organisation.model_copy(update={"locations": [here]}))
    both = organisation.model_copy(update={"locations": [here, dock]})
    now = with_advisors("noor", organisation=both)
    now = now.model_copy(update={"advisors": [now.advisors[0].model_copy(update={"locations": ["kade", "dok"]})]})
    back = put_back(now, was, ("organisation", "locations", "dok"))
    assert back.advisors[0].locations == ["kade"] and [one.id for one in back.organisation.locations] == ["kade"]


def test_a_picture_and_the_form_of_a_file_are_no_values_to_compare() -> None:
    was = with_advisors("noor")
    pictured = [was.advisors[0].model_copy(update={"photo": "noor.jpg"})]
    brand = was.brand.model_copy(update={"logo": "other.svg"})
    assert compare_profiles(was, was.model_copy(update={"advisors": pictured, "brand": brand})) == []
