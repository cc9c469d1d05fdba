"""The JSON Schema of a training module, for an editor that completes."""

from __future__ import annotations

from typing import Any

from voorlichter.languages import Languages
from voorlichter.model_problems.schema import DRAFT, localise
from voorlichter.problems import Language
from voorlichter.quiz.model import Module
from voorlichter.text import with_languages

MODULE_SCHEMA_FILE = "module.schema.json"


def module_schema(language: Language, languages: Languages | None = None) -> dict[str, Any]:
    """Titles, explanations and examples in one language; a question's `type` decides what else it holds."""
    schema = Module.model_json_schema(ref_template="#/definitions/{model}")
    definitions = with_languages(schema.pop("$defs"), languages)
    # Draft-07 knows no `discriminator`: an editor tells the types apart by the constant in each.
    schema["properties"]["questions"]["items"].pop("discriminator")
    for described in (schema, *definitions.values()):
        described.pop("description")  # the code's own, in English
    return {
        "$schema": DRAFT,
        **localise(schema, language),
        "title": {"nl": "Module van de training", "en": "Training module"}[language],
        "definitions": {name: localise(definition, language) for name, definition in definitions.items()},
    }
