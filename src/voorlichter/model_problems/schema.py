"""A model's JSON Schema in one language, in draft-07: the last one that the YAML language server understands."""

from __future__ import annotations

from typing import Any

from voorlichter.problems import Language

DRAFT = "http://json-schema.org/draft-07/schema#"


def localise(node: Any, language: Language) -> Any:
    """Our own keys become the standard's; what stands beside a `$ref` moves around it, as draft-07 asks."""
    if isinstance(node, list):
        return [localise(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    result = {
        key: localise(value, language)
        for key, value in node.items()
        if key not in ("nl", "en", "example") or not isinstance(node.get("example"), str)
    }
    if isinstance(node.get("example"), str) and isinstance(node.get(language), list):
        result["title"], result["description"] = node[language]
        result["examples"] = [node["example"].partition(": ")[2] or node["example"]]
        result.pop("default", None) if result.get("default") is None else None
    if result.get("type") == "integer":
        result |= {"type": ["integer", "string"], "pattern": "^[0-9]+$"}  # in quotes it is a number too
    if "$ref" in result and len(result) > 1:
        return {**{key: value for key, value in result.items() if key != "$ref"}, "allOf": [{"$ref": result["$ref"]}]}
    return result
