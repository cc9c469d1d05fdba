"""The reference has every key that a profile, a shared advisor or a module may hold, once, in both languages."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from support import BASE, REPOSITORY

from voorlichter.problems import LANGUAGES, Language, Say
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.quiz.schema import module_schema
from voorlichter.studio.form import Named
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

sys.path.insert(0, str(REPOSITORY / "scripts"))
from pages_reference import render_reference  # noqa: E402

A_DOOR = "doors.hr"
DOORS = {"hr": Say("HR", "HR")}


@cache
def named() -> Named:
    return Session(Workspace.at(BASE), date(2026, 11, 2)).named()


@cache
def pages(language: Language) -> Mapping[str, str]:
    return render_reference(language, named())


def keys(schema: dict[str, Any], node: Any, path: str) -> Iterator[str]:
    """Every key that a JSON Schema knows below a node; a text in several languages holds no keys of its own."""
    if isinstance(node, list):
        for item in node:
            yield from keys(schema, item, path)
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        yield from keys(schema, schema["definitions"][node["$ref"].rpartition("/")[2]], path)
    properties = node.get("properties", {})
    if not {"nl", "en"} <= properties.keys():
        for name, inner in properties.items():
            here = f"{path}.{name}".lstrip(".")
            if here == A_DOOR:  # one for all: which there are, the data says
                here = path
            else:
                yield here
            yield from keys(schema, inner, here)
    for part in ("items", "additionalProperties", "anyOf", "allOf", "oneOf"):
        yield from keys(schema, node.get(part), path)


def anchors(language: Language) -> Counter[str]:
    """Those of the keys, of all pages but the one with kinds of value."""
    text = "\n".join(page for name, page in pages(language).items() if name != "values.md")
    return Counter(re.findall(r"(?m)^#+ `[^`]+` .*\{ #(\S+) \}$", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_stands_in_the_reference_once_with_an_anchor_of_its_own(language: Language) -> None:
    profile = profile_schema(language, DOORS, named().languages)
    wanted = set(keys(profile, profile, ""))
    module = module_schema(language)
    questions = module["properties"].pop("questions")
    wanted |= {f"module.{name}" for name in keys(module, module, "")} | {"module.questions"}
    for reference in questions["items"]["oneOf"]:
        type_ = module["definitions"][reference["$ref"].rpartition("/")[2]]
        name = type_["properties"]["type"]["const"]
        of_each = {key for key in type_["properties"] if f"question.{key}" in anchors(language)}
        assert of_each >= {"id", "ask"}
        own = {
            **type_,
            "properties": {
                key: value
                for key, value in type_["properties"].items()
                if key not in of_each or (name, key) in (("scenario", "why"), ("scale", "why"))
            },
        }
        shared = {**type_, "properties": {key: type_["properties"][key] for key in of_each}}
        wanted |= {*keys(module, shared, "question"), *keys(module, own, f"question.{name}")}
    assert len(wanted) > 150
    assert anchors(language) == dict.fromkeys(wanted, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_advisor_may_hold_what_the_reference_tells_of_an_advisor(language: Language) -> None:
    advisor = advisor_schema(language)
    assert {f"advisors.{key}" for key in keys(advisor, advisor, "")} <= anchors(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_key_may_hold_is_told_with_its_name(language: Language) -> None:
    schema = profile_schema(language, DOORS, named().languages)
    text = "\n".join(pages(language).values())
    for definition in schema["definitions"].values():
        for name, node in definition.get("properties", {}).items():
            for word in node.get("enum") or node.get("items", {}).get("enum", ()):
                assert f"\n- `{word}`: " in text, name


def test_both_languages_tell_the_same_keys_in_the_same_order() -> None:
    dutch, english = (
        re.findall(r"(?m)^(#+ `[^`]+`|```yaml\n.*)", "\n".join(pages(language).values())) for language in LANGUAGES
    )
    assert dutch == english
