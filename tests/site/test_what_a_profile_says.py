"""What a profile says comes to stand in the slot it is meant for, in the words of the language."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from support import TODAY
from zeester import profile

from voorlichter.brand import plan_palette
from voorlichter.site.context import plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.media import Media, PlacedPicture
from voorlichter.slots.model import Slots

Say = Callable[..., Slots]
LANGUAGES = pytest.mark.parametrize("variant", ["nl-je", "en"])
PALETTE = plan_palette("#0f5e5a")
ORGANISATION = {
    "name": "Stichting De Zeester",
    "short_name": "De Zeester",
    "workforce": 60,
    "sector": "care",
    "languages": ["nl", "en"],
    "locations": [{"id": "kade", "name": {"nl": "Kade", "en": "Quay"}}, {"id": "werf", "name": "Werf"}],
}
NOOR = {
    "languages": ["nl", "en"],
    "locations": ["kade"],
    "scope": ["conduct"],
    "backup": "sam",
    "reply_within": 1,
    "certificate": {"register": "LVV", "valid_until": "2027-03-01"},
    "about": {"nl": "Rustig."},
}
SAM = {"kind": "internal", "is_official": True, "languages": ["nl"], "reply_within": 3}


@pytest.fixture(scope="module")
def say(facts: dict[str, Facts]) -> Say:
    def make(variant: str, media: Media | None = None, shared: str = "", **changes: Any) -> Slots:
        two = {"organisation": ORGANISATION, "noor": NOOR, "sam": SAM} | changes
        day = date.fromisoformat(TODAY)
        return plan_slots(profile(**two), facts[variant], media or Media(PALETTE), day, shared=shared)

    return make


@LANGUAGES
def test_the_engagement_is_told_as_it_was_agreed(say: Say, variant: str) -> None:
    both = {
        "appointed_by": {"nl": "het bestuur", "en": "the board"},
        "since": "2024-02-01",
        "term": {"nl": "vier jaar", "en": "four years"},
        "answers_to": {"nl": "de directeur", "en": "the director"},
    }
    told = {
        "nl-je": ("het bestuur", "1\u00a0februari 2024", "vier jaar", "de directeur"),
        "en": ("the board", "1\u00a0February 2024", "four years", "the director"),
    }
    engagement = say(variant, engagement=both).engagement
    assert (engagement.appointed_by, engagement.since, engagement.term, engagement.answers_to) == told[variant]


@pytest.mark.parametrize("agreed", ["secrecy_in_contract", "board_access", "board_bound_to_secrecy"])
def test_each_thing_agreed_with_the_board_stands_by_itself(say: Say, agreed: str) -> None:
    engagement = asdict(say("nl-je", engagement={agreed: True}).engagement)
    assert [key for key, value in engagement.items() if value is True] == [agreed]


@LANGUAGES
def test_a_procedure_carries_its_name_and_every_way_to_it(say: Say, variant: str) -> None:
    told = say(
        variant,
        complaints_procedure={
            "url": "https://zeester.example/klachten",
            "contact": {"nl": "de balie", "en": "the desk"},
        },
        speak_up_procedure={"officer": "Mo Elders", "phone": "020 000 00 07", "email": "melden@zeester.example"},
        code_of_conduct={
            "name": {"nl": "de spelregels", "en": "the house rules"},
            "url": "https://zeester.example/regels",
        },
    )
    dutch = variant == "nl-je"
    nothing = dict.fromkeys(("name", "url", "contact", "officer", "phone", "email"))
    assert told.complaints and told.speak_up and told.code_of_conduct
    assert asdict(told.complaints) == nothing | {
        "name": "de klachtenregeling" if dutch else "the complaints procedure",
        "url": "zeester.example/klachten",
        "contact": "de balie" if dutch else "the desk",
    }
    assert asdict(told.speak_up) == nothing | {
        "name": "de interne meldprocedure" if dutch else "the internal speak-up procedure",
        "officer": "Mo Elders",
        "phone": "020 000 00 07",
        "email": "melden@zeester.example",
    }
    assert asdict(told.code_of_conduct) == nothing | {
        "name": "de spelregels" if dutch else "the house rules",
        "url": "zeester.example/regels",
    }


@pytest.mark.parametrize(
    ("variant", "noor", "sam"),
    [
        (
            "nl-je",
            {
                "role": "externe vertrouwenspersoon voor ongewenst gedrag",
                "independence": "werkt niet bij De Zeester",
                "only_for": "voor ongewenst gedrag",
                "languages": "Nederlands en Engels",
                "reply_within": "1 werkdag",
                "locations": "Kade",
                "about": "<p>Rustig.</p>",
                "certificate": {"register": "LVV", "valid_until": "1\u00a0maart 2027"},
            },
            {
                "role": "interne vertrouwenspersoon",
                "independence": "werkt zelf bij De Zeester",
                "only_for": None,
                "languages": "Nederlands",
                "reply_within": "3 werkdagen",
                "locations": None,
                "about": None,
                "certificate": None,
            },
        ),
        (
            "en",
            {
                "role": "external confidential advisor for unwanted behaviour",
                "independence": "does not work for De Zeester",
                "only_for": "for unwanted behaviour",
                "languages": "Dutch and English",
                "reply_within": "1 working day",
                "locations": "Quay",
                "about": None,
                "certificate": {"register": "LVV", "valid_until": "1\u00a0March 2027"},
            },
            {
                "role": "internal confidential advisor",
                "independence": "works at De Zeester too",
                "only_for": None,
                "languages": "Dutch",
                "reply_within": "3 working days",
                "locations": None,
                "about": None,
                "certificate": None,
            },
        ),
    ],
)
def test_an_advisor_is_told_in_the_words_of_the_language(
    say: Say, variant: str, noor: dict[str, Any], sam: dict[str, Any]
) -> None:
    first, second = (asdict(advisor) for advisor in say(variant).advisors)
    assert {key: first[key] for key in noor} == noor
    assert {key: second[key] for key in sam} == sam
    assert (first["initials"], first["language_codes"], first["ways"]) == ("NV", ("nl", "en"), ("020 000 00 01",))
    assert (first["backup"]["name"], first["backup"]["only_for"], second["backup"]) == ("Sam Elders", None, None)


def test_a_stand_in_who_is_there_for_less_says_for_what(say: Say) -> None:
    less = say("nl-je", noor={**NOOR, "scope": ["conduct", "integrity"]}, sam={**SAM, "scope": ["integrity"]})
    backup = less.advisors[0].backup
    assert backup and backup.only_for == "voor integriteit"


@pytest.mark.parametrize(
    ("variant", "contacts", "people", "registers"),
    [
        (
            "nl-je",
            "Noor Voorbeeld (voor ongewenst gedrag, Kade): 020 000 00 01; Sam Elders: sam@elders.example",
            "Noor Voorbeeld, externe vertrouwenspersoon voor ongewenst gedrag (Kade); Sam Elders, interne vertrouwenspersoon",
            "Noor Voorbeeld (LVV, geldig tot en met 1\u00a0maart 2027)",
        ),
        (
            "en",
            "Noor Voorbeeld (for unwanted behaviour, Quay): 020 000 00 01; Sam Elders: sam@elders.example",
            "Noor Voorbeeld, external confidential advisor for unwanted behaviour (Quay); Sam Elders, internal confidential advisor",
            "Noor Voorbeeld (LVV, valid until 1\u00a0March 2027)",
        ),
    ],
)
def test_the_team_is_told_in_one_sentence_each(
    say: Say, variant: str, contacts: str, people: str, registers: str
) -> None:
    team = say(variant).team
    assert (team.contacts, team.people, team.registers) == (contacts, people, registers)


def test_registers_are_told_of_several_and_where_somebody_is_in_one(say: Say) -> None:
    assert say("nl-je", noor={**NOOR, "certificate": None}).team.registers is None
    assert say("nl-je", noor={**NOOR, "backup": None}, sam=None).team.registers is None
    both = say("nl-je", sam={**SAM, "certificate": {"register": "LVV", "valid_until": "2027-04-02"}}).team.registers
    assert both == (
        "Noor Voorbeeld (LVV, geldig tot en met 1\u00a0maart 2027); Sam Elders (LVV, geldig tot en met 2\u00a0april 2027)"
    )


def test_whoever_cannot_be_reached_is_no_contact(say: Say) -> None:
    assert say("nl-je", sam={**SAM, "email": None}).team.contacts == (
        "Noor Voorbeeld (voor ongewenst gedrag, Kade): 020 000 00 01"
    )


@pytest.mark.parametrize(
    ("noor", "sam", "free", "either_kind"),
    [
        ({}, {}, True, False),
        ({}, {"kind": "internal"}, True, True),
        ({"scope": ["conduct"]}, {}, False, False),
        ({"locations": ["kade"]}, {"kind": "internal"}, False, False),
        ({"locations": ["kade", "werf"]}, {}, True, False),
    ],
)
def test_who_comes_may_choose_where_each_is_there_for_all_and_everywhere(
    say: Say, noor: dict[str, Any], sam: dict[str, Any], free: bool, either_kind: bool
) -> None:
    team = say("nl-je", noor=noor, sam=sam).team
    assert (team.several, team.free_choice, team.either_kind) == (True, free, either_kind)
    assert team.several_locations


@pytest.mark.parametrize(
    ("noor", "sam", "has"),
    [
        ("external", "external", {"external"}),
        ("internal", "internal", {"internal"}),
        ("external", "internal", {"external", "internal", "both"}),
    ],
)
def test_a_team_is_of_one_kind_or_of_both(say: Say, noor: str, sam: str, has: set[str]) -> None:
    team = say("nl-je", noor={"kind": noor}, sam={"kind": sam}).team
    assert {key for key in ("external", "internal", "both") if getattr(team, key)} == has


@pytest.mark.parametrize("subject", ["conduct", "integrity"])
def test_a_team_is_there_for_what_one_of_it_is(say: Say, subject: str) -> None:
    team = say("nl-je", noor={"scope": [subject]}, sam={"scope": [subject]}).team
    assert [key for key in ("conduct", "integrity") if getattr(team, key)] == [subject]


@pytest.mark.parametrize(
    ("variant", "label", "noor", "sam"),
    [
        (
            "nl-je",
            "Kies wie bij je past",
            [["Nederlands", "Engels"], ["Kade"], ["Werkt hier niet"]],
            [["Nederlands"], [], ["Werkt hier ook"]],
        ),
        (
            "en",
            "Choose who suits you",
            [["Dutch", "English"], ["Quay"], ["Does not work here"]],
            [["Dutch"], [], ["Works here too"]],
        ),
    ],
)
def test_a_choice_goes_by_language_place_and_kind(
    say: Say, variant: str, label: str, noor: list[list[str]], sam: list[list[str]]
) -> None:
    slots = say(variant)
    assert slots.choices
    choices = json.loads(slots.choices)
    assert (choices["label"], choices["advisors"]) == (label, {"noor": noor, "sam": sam})
    assert "%(n)s" in choices["count"] and "%(all)s" in choices["count"]
    assert say(variant, noor={**NOOR, "backup": None}, sam=None).choices is None


def test_of_one_advisor_the_site_speaks_as_of_one(say: Say) -> None:
    alone, two = say("nl-je", noor={**NOOR, "backup": None}, sam=None), say("nl-je")
    assert alone.advisor and alone.advisor.id == "noor" and two.advisor is None
    assert not alone.team.several and not alone.team.free_choice


@pytest.mark.parametrize(
    ("who", "words", "flags"),
    [
        (["employees", "temps", "interns"], "medewerkers, uitzendkrachten en stagiairs", {"workers_only"}),
        (["employees", "temps", "clients"], "medewerkers, uitzendkrachten en cliënten", {"clients"}),
        (["employees", "volunteers"], "medewerkers en vrijwilligers", {"volunteers"}),
        (["employees", "former_staff"], "medewerkers en oud-medewerkers", {"former_staff"}),
        (["employees", "contractors"], "medewerkers en zzp'ers", {"contractors"}),
    ],
)
def test_who_may_call_is_said_in_a_list_and_known_one_by_one(
    say: Say, who: list[str], words: str, flags: set[str]
) -> None:
    slots = say("nl-je", who_may_call=who)
    assert slots.who_may_call == words
    assert {key for key, value in asdict(slots.who).items() if value} == flags


def test_places_to_meet_are_said_in_a_list(say: Say) -> None:
    places = {"meeting_places": ["work", "walk"]}
    assert say("nl-je", **places).meeting_places == "op het werk en tijdens een wandeling"
    assert say("en", **places).meeting_places == "at work and on a walk"


def test_a_training_tells_its_modules_their_place_and_what_passes(say: Say) -> None:
    training = say("nl-je", training={"modules": ["role", "limits"], "pass_mark": 70, "certificate": False}).training
    assert [(one.id, one.number, one.page, one.page.href) for one in training.modules] == [
        ("role", "1", "training-role.html", "training-role.html"),
        ("limits", "2", "training-limits.html", "training-limits.html"),
    ]
    assert (training.first, training.several) == (training.modules[0], True)
    assert (training.pass_mark, training.certificate) == ("70", False)
    assert training.modules[0].title == "Ken je de vertrouwenspersoon?"
    assert training.modules[0].about and int(training.modules[0].minutes) > 0


def test_a_training_of_one_module_without_a_pass_mark_is_that(say: Say) -> None:
    one = say("nl-je", training={"modules": ["limits"], "certificate": True})
    assert (one.training.several, one.training.pass_mark, one.training.certificate) == (False, None, True)
    known = vars(one.module)
    assert {key for key, module in known.items() if module} == {"limits"} and len(known) > 3
    nothing = say("nl-je", training={"modules": []}).training
    assert (nothing.modules, nothing.first, nothing.several) == ((), None, False)


@LANGUAGES
def test_a_module_that_the_organisation_calls_otherwise_has_that_name(say: Say, variant: str) -> None:
    own = {"title": {"nl": "Grenzen", "en": "Lines"}, "about": {"nl": "Kort.", "en": "Short."}}
    (module,) = say(variant, training={"modules": ["limits"], "renamed": {"limits": own}}).training.modules
    assert (module.title, module.about) == (("Grenzen", "Kort.") if variant == "nl-je" else ("Lines", "Short."))


@LANGUAGES
def test_where_when_and_how_openly_it_is_published_is_known(say: Say, variant: str) -> None:
    publication = say(
        variant, publication={"url": "https://zeester.example/vp", "noindex": True, "date": "2026-11-01"}
    ).publication
    assert (publication.url, publication.noindex) == ("zeester.example/vp", True)
    assert publication.date == ("1\u00a0november 2026" if variant == "nl-je" else "1\u00a0November 2026")
    assert not say(variant, publication={"noindex": False}).publication.noindex


def test_the_code_to_scan_is_a_file_and_the_same_in_the_page(say: Say) -> None:
    media = Media(PALETTE, qr="media/qr.svg", files={"media/qr.svg": b"<svg/>"})
    publication = say("en", media, shared="../").publication
    assert publication.qr and (publication.qr.href, publication.code) == ("../media/qr.svg", "<svg/>")


def test_pictures_lead_from_the_folder_of_the_language_and_tell_what_they_show(say: Say) -> None:
    photo, logo = (PlacedPicture(f"media/{name}.jpg", f"media/{name}-2x.jpg", 96, 120) for name in ("noor", "logo"))
    slots = say("en", Media(PALETTE, photos={"noor": photo}, logo=logo), shared="../")
    shown = slots.advisors[0].photo
    assert shown and (shown.src.href, shown.src_2x.href) == ("../media/noor.jpg", "../media/noor-2x.jpg")
    assert (shown.width, shown.height, shown.alt) == ("96", "120", "Photo of Noor Voorbeeld")
    assert slots.brand.logo and slots.brand.logo.alt == "Stichting De Zeester"
    assert slots.brand.favicon.href == "../media/favicon.png"
    own = say("en", Media(PALETTE, logo=logo), brand={"logo_alt": "A starfish"}).brand.logo
    assert own and own.alt == "A starfish"


def test_colours_stand_each_in_the_place_that_is_theirs(say: Say) -> None:
    brand = say("nl-je").brand
    assert (brand.color, brand.on_color) == (PALETTE.color, PALETTE.on_color)
    assert (brand.accent_light, brand.accent_dark) == (PALETTE.accent_light, PALETTE.accent_dark)
    assert (brand.tint_light, brand.tint_dark) == (PALETTE.tint_light, PALETTE.tint_dark)
    assert len({brand.color, brand.on_color, brand.accent_dark, brand.tint_light, brand.tint_dark, brand.second}) == 6


def test_a_practice_is_shown_while_somebody_of_it_is_there(say: Say) -> None:
    practice = {"practice": {"name": "Praktijk Noor", "url": "https://praktijk.example"}}
    shown = say("nl-je", **practice).practice
    assert shown and (shown.name, shown.url, shown.logo) == ("Praktijk Noor", "praktijk.example", None)
    assert say("nl-je", **practice, noor={**NOOR, "kind": "internal"}).practice is None


@pytest.mark.parametrize("safe", ["quick_exit", "discreet"])
def test_each_precaution_stands_by_itself(say: Say, safe: str) -> None:
    both = {"quick_exit": False, "discreet": False, "exit_url": "https://weer.example/"}
    safety = say("nl-je", safety={**both, safe: True}).safety
    assert [key for key in ("quick_exit", "discreet") if getattr(safety, key)] == [safe]
    assert safety.exit.href == "https://weer.example/"


def test_languages_of_the_team_come_after_those_of_the_site(say: Say) -> None:
    slots = say("nl-je", sam={**SAM, "languages": ["pl", "nl"]})
    assert slots.spoken == ("nl", "en", "pl")


@pytest.mark.parametrize(
    ("topics", "workforce", "usual"),
    [
        ({}, 60, (True, True, True)),
        ({}, 9, (True, True, False)),
        ({"workload": {"note": {"nl": "Bel HR."}}}, 10, (True, True, True)),
        ({"workload": {"inside": True}}, 60, (False, False, False)),
    ],
)
def test_a_question_that_leans_on_the_usual_topics_knows_when_they_are_moved(
    say: Say, topics: dict[str, Any], workforce: int, usual: tuple[bool, bool, bool]
) -> None:
    told = say("nl-je", topics=topics, organisation={**ORGANISATION, "workforce": workforce}).usual
    assert (told.topics, told.conduct, told.offices) == usual


def test_where_nobody_is_there_for_conduct_that_is_not_usual(say: Say) -> None:
    integrity = {"scope": ["integrity"]}
    told = say("nl-je", noor={**NOOR, **integrity}, sam={**SAM, **integrity}).usual
    assert (told.topics, told.conduct) == (True, False)


@LANGUAGES
def test_people_served_are_called_as_the_sector_calls_them(say: Say, variant: str) -> None:
    served = asdict(say(variant).served)
    assert list(served.values()) == (
        ["cliënt", "cliënten", "de cliënt"] if variant == "nl-je" else ["client", "clients", "the client"]
    )


def test_a_door_carries_every_way_to_it_and_its_own_name_beside_what_it_is(say: Say) -> None:
    hr = {"name": "Team Mensen", "phone": "020 000 00 08", "email": "hr@zeester.example", "url": "https://hr.example/"}
    door = say("nl-je", doors={"hr": hr}).doors.hr
    assert door and (door.name, door.phone, door.email, door.url) == (
        "Team Mensen",
        "020 000 00 08",
        "hr@zeester.example",
        "hr.example",
    )
    assert (door.heading, door.beside) == ("HR of personeelszaken", "Team Mensen")
