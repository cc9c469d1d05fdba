"""The JSON Schema of a profile, for an editor that completes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.languages import Languages, shipped
from voorlichter.model_problems.schema import DRAFT, localise
from voorlichter.problems import Language, Say
from voorlichter.profile.model import Advisor, Profile
from voorlichter.text import with_languages


def profile_schema(language: Language, doors: Mapping[str, Say], languages: Languages | None = None) -> dict[str, Any]:
    """Titles, explanations and examples in one language. An advisor may also be `{use: id}` plus what differs; `doors` and `languages` are those of the data."""
    schema = Profile.model_json_schema(ref_template="#/definitions/{model}")
    definitions = with_languages(schema.pop("$defs"), languages)
    definitions["OrganisationSection"]["properties"]["languages"]["items"]["enum"] = [*(languages or shipped())]
    shared = {**definitions["Advisor"], "required": ["use"]}
    shared["properties"] = {"use": _use(language), **shared["properties"]}
    definitions["SharedAdvisor"] = shared
    schema["properties"]["advisors"]["items"] = {
        "anyOf": [{"$ref": "#/definitions/Advisor"}, {"$ref": "#/definitions/SharedAdvisor"}]
    }
    named = schema["properties"]["doors"]
    named["properties"] = {id_: _door(called, named["additionalProperties"]) for id_, called in doors.items()}
    named["additionalProperties"] = False
    return {
        "$schema": DRAFT,
        **localise(schema, language),
        "title": {"nl": "Profiel van een organisatie", "en": "Profile of an organisation"}[language],
        "definitions": {name: localise(definition, language) for name, definition in definitions.items()},
    }


def advisor_schema(language: Language, languages: Languages | None = None) -> dict[str, Any]:
    """The schema of advisors/<id>.yml; its id is the file's name."""
    schema = Advisor.model_json_schema(ref_template="#/definitions/{model}")
    definitions = with_languages(schema.pop("$defs"), languages)
    schema["required"] = [key for key in schema["required"] if key != "id"]
    return {
        "$schema": DRAFT,
        **localise(schema, language),
        "title": {"nl": "Een vertrouwenspersoon voor meer organisaties", "en": "An advisor for several organisations"}[
            language
        ],
        "definitions": {name: localise(definition, language) for name, definition in definitions.items()},
    }


def _door(called: Say, kind: dict[str, Any]) -> dict[str, Any]:
    return {
        **kind,
        "nl": [called.nl, "Wie hier intern voor is; zonder gegevens staat er een algemene zin, of niets."],
        "en": [called.en, "Who does this internally; without it a general sentence stands there, or nothing."],
        "example": '{name: "…", phone: "020 000 00 10"}',
    }


def _use(language: Language) -> dict[str, Any]:
    words = {
        "nl": ("Gedeeld", "De naam van een bestand in advisors/, zonder .yml."),
        "en": ("Shared", "The name of a file in advisors/, without .yml."),
    }[language]
    return {"type": "string", "title": words[0], "description": words[1], "examples": ["noor"]}
