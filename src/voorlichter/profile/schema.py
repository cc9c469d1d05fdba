"""The JSON Schema of a profile, in draft-07: the last one that the YAML language server understands."""

from __future__ import annotations

from typing import Any

from voorlichter.problems import Language
from voorlichter.profile.model import Advisor, Profile


def profile_schema(language: Language) -> dict[str, Any]:
    """Titles, explanations and examples in one language. An advisor may also be `{use: id}` plus what differs."""
    schema = Profile.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    shared = {**definitions["Advisor"], "required": ["use"]}
    shared["properties"] = {"use": _use(language), **shared["properties"]}
    definitions["SharedAdvisor"] = shared
    schema["properties"]["advisors"]["items"] = {"anyOf": [{"$ref": "#/definitions/Advisor"}, {"$ref": "#/definitions/SharedAdvisor"}]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_localise(schema, language),
        "title": {"nl": "Profiel van een organisatie", "en": "Profile of an organisation"}[language],
        "definitions": {name: _localise(definition, language) for name, definition in definitions.items()},
    }


def advisor_schema(language: Language) -> dict[str, Any]:
    """The schema of advisors/<id>.yml; its id is the file's name."""
    schema = Advisor.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    schema["required"] = [key for key in schema["required"] if key != "id"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_localise(schema, language),
        "title": {"nl": "Een vertrouwenspersoon voor meer organisaties", "en": "An advisor for several organisations"}[language],
        "definitions": {name: _localise(definition, language) for name, definition in definitions.items()},
    }


def _use(language: Language) -> dict[str, Any]:
    words = {"nl": ("Gedeeld", "De naam van een bestand in advisors/, zonder .yml."), "en": ("Shared", "The name of a file in advisors/, without .yml.")}[language]
    return {"type": "string", "title": words[0], "description": words[1], "examples": ["noor"]}


def _localise(node: Any, language: Language) -> Any:
    """Our own keys become the standard's; what stands beside a `$ref` moves around it, as draft-07 asks."""
    if isinstance(node, list):
        return [_localise(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _localise(value, language) for key, value in node.items() if key not in ("nl", "en", "example") or not isinstance(node.get("example"), str)}
    if isinstance(node.get("example"), str) and isinstance(node.get(language), list):
        result["title"], result["description"] = node[language]
        result["examples"] = [node["example"].partition(": ")[2] or node["example"]]
        result.pop("default", None) if result.get("default") is None else None
    if "$ref" in result and len(result) > 1:
        return {**{key: value for key, value in result.items() if key != "$ref"}, "allOf": [{"$ref": result["$ref"]}]}
    return result
