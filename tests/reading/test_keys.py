"""From what a sentence shows to the lines of the profile that an advisor corrects."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.profile.model import Profile
from voorlichter.reading.keys import keys_of
from voorlichter.yaml_source import dotted

PROFILE: dict[str, Any] = {
    "organisation": {"name": "Stichting De Zeester", "sector": "care", "workforce": 60},
    "advisors": [
        {"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"},
        {"id": "sam", "name": "Sam Elders", "kind": "internal", "email": "sam@elders.example"},
    ],
    "complaints_procedure": {"name": {"nl": "Klachtenregeling"}},
    "maintained_by": "Praktijk Luister",
}
WAYS = "phone whatsapp signal email"


def of_all(*keys: str) -> str:
    return " ".join(f"advisors[{number}].{key}" for key in keys for number in (0, 1))


SLOTS = {
    "org.name": "organisation.name",
    "org.short_name": "organisation.short_name organisation.name",
    "org.in_sentence": "organisation.in_sentence organisation.short_name organisation.name",
    "org.at_start": "organisation.in_sentence organisation.short_name organisation.name",
    "org.care": "organisation.sector",
    "org.education": "organisation.sector",
    "org.higher_education": "organisation.sector",
    "org.childcare": "organisation.sector",
    "org.culture": "organisation.sector",
    "org.sport": "organisation.sector",
    "not org.care": "organisation.sector",
    "org.from_10": "organisation.workforce",
    "org.from_50": "organisation.workforce",
    "org.emergency_number": "internal_emergency_number",
    "org.workforce": "organisation.workforce",
    "brand.first_screen": "brand.first_screen",
    "brand.logo": "brand.logo_alt organisation.name",
    "brand.scene": "brand.logo_alt organisation.name",
    "locations": "organisation.locations",
    "locations.here.name": "organisation.locations",
    "complaints": "complaints_procedure",
    "complaints.name": "complaints_procedure.name",
    "complaints.name.href": "complaints_procedure.name",
    "complaints.unknown": "complaints_procedure",
    "speak_up.url": "speak_up_procedure",
    "served": "organisation.people_served organisation.sector",
    "who.employees": "who_may_call",
    "inside.bullying": f"topics {of_all('scope')}",
    "note.bullying": "topics",
    "publication.pages": "publication.url publication.date",
    "module.title": "training.modules",
    "package.pass_mark": "training.pass_mark",
    "spoken": of_all("languages"),
    "team.internal": of_all("kind"),
    "team.external": of_all("kind"),
    "team.both": of_all("kind"),
    "team.free_choice": of_all("scope", "locations"),
    "team.either_kind": of_all("kind", "scope", "locations"),
    "team.official": of_all("is_official"),
    "team.conduct": of_all("scope"),
    "team.integrity": of_all("scope"),
    "team.contacts": of_all("name", *WAYS.split()),
    "team.people": of_all("name", "kind", "scope", "locations"),
    "team.registers": of_all("certificate", "name"),
    "team.several_locations": "organisation.locations",
    "team.nobody": of_all("absences"),
    "team.may_be_empty": of_all("absences"),
    "team.other": "advisors",
    "choices": of_all("scope", "locations", "backup"),
    "desk.all.lead": of_all("scope", "locations", "backup"),
    "reach.phone": of_all(*WAYS.split()),
    "usual.topics": "topics",
    "usual.conduct": f"topics {of_all('scope')}",
    "usual.offices": "topics organisation.workforce",
    "grey.pay": f"topics {of_all('scope')}",
    "outside.pay": f"topics {of_all('scope')}",
    "presence": of_all("absences", "hours"),
    "backup.name": of_all("backup"),
    "site.several_languages": "organisation.languages",
    "site.fuller": "organisation.languages",
    "maintained_by": "maintained_by",
    "advisors.noor": "advisors[0]",
    "advisors.sam": "advisors[1]",
    "advisors.sam.phone": "advisors[1].phone",
    "advisors.sam.phone.href": "advisors[1].phone",
    "advisors.sam.id": "advisors[1].id",
    "not advisors.sam.internal": "advisors[1].kind",
    "advisors.noor.call_name": "advisors[0].call_name advisors[0].name",
    "advisors.noor.at_start": "advisors[0].call_name advisors[0].name",
    "advisors.noor.initials": "advisors[0].name",
    "advisors.noor.role": "advisors[0].kind advisors[0].scope",
    "advisors.noor.independence": "advisors[0].kind",
    "advisors.noor.external": "advisors[0].kind",
    "advisors.noor.conduct": "advisors[0].scope",
    "advisors.noor.integrity": "advisors[0].scope",
    "advisors.noor.only_for": "advisors[0].scope",
    "advisors.noor.official": "advisors[0].is_official",
    "advisors.noor.sms": "advisors[0].phone",
    "advisors.noor.reach": " ".join(f"advisors[0].{way}" for way in WAYS.split()),
    "advisors.noor.ways": " ".join(f"advisors[0].{way}" for way in WAYS.split()),
    "advisors.noor.language_codes": "advisors[0].languages",
    "advisors.noor.absences": "advisors[0].absences",
    "advisors.noor.absent": "advisors[0].absences",
    "advisors.noor.comes_first": "advisors[0].absences",
    "advisors.noor.stands_in_for": "advisors[0].absences",
    "advisors.somebody.name": "advisors[0].name",
    "help.police.phone": "",
    "current.year": "",
    "kit.poster": "",
    "annual_report.url": "",
    "site.version": "",
    "package.failed": "",
    "own.texts": "",
    "unheard_of": "",
}


@pytest.mark.parametrize("slot", SLOTS)
def test_what_stands_in_a_sentence_leads_to_the_keys_it_is_made_from(slot: str) -> None:
    assert " ".join(map(dotted, keys_of(slot, Profile.model_validate(PROFILE)))) == SLOTS[slot]


def test_a_topic_leads_to_its_own_line_where_the_profile_has_one() -> None:
    profile = Profile.model_validate(PROFILE | {"topics": {"bullying": {"inside": False}}})
    assert [dotted(path) for path in keys_of("note.bullying", profile)] == ["topics.bullying"]
    assert [dotted(path) for path in keys_of("note.pay", profile)] == ["topics"]


@pytest.mark.parametrize("slot", ["unheard_of", "not unheard_of.at_all", "help.police.phone", "current.year"])
def test_what_no_key_decides_leads_nowhere(slot: str) -> None:
    assert keys_of(slot, Profile.model_validate(PROFILE)) == []
