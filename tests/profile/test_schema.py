"""The JSON Schema that an editor completes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support import REPOSITORY

from voorlichter.problems import Language
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace

DOORS = check_data(Workspace.at(REPOSITORY))[0].called_doors
PROFILES = sorted((REPOSITORY / "profiles").glob("*/profile.yml"))
ADVISORS = sorted((REPOSITORY / "advisors").glob("*.yml"))


class _Editor(yaml.SafeLoader):
    """As the YAML language server reads a file: a date stays a text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)


@pytest.mark.parametrize(
    "schema", [profile_schema("nl", DOORS), profile_schema("en", DOORS), advisor_schema("nl"), advisor_schema("en")]
)
def test_the_schema_is_draft_07(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert "$defs" not in str(schema), "draft-07 knows definitions only"


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.parent.name)
def test_the_schema_accepts_the_example(path: Path) -> None:
    jsonschema.Draft7Validator(profile_schema("en", DOORS)).validate(as_an_editor_reads(path))


@pytest.mark.parametrize("path", ADVISORS, ids=lambda path: path.stem)
def test_the_schema_of_an_advisor_accepts_the_example(path: Path) -> None:
    jsonschema.Draft7Validator(advisor_schema("en")).validate(as_an_editor_reads(path))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kleur": "rood"}, "kleur"),
        ({"doors": {"portier": {"name": "Kim"}}}, "portier"),
        ({"brand": {"colour": "#000000"}}, "colour"),
        ({"brand": {"color": "rood"}}, "rood"),
        ({"organisation": {"name": "De Zeester"}}, "workforce"),
        ({"organisation": {"name": "De Zeester", "workforce": 0}}, "0"),
        ({"organisation": {"name": "De Zeester", "workforce": 20, "sector": "zorg"}}, "zorg"),
        ({"advisors": []}, "[]"),
        ({"advisors": [{"name": "Noor"}]}, "Noor"),
        ({"publication": {"url": "http://zeester.example"}}, "http://zeester.example"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(change: dict[str, Any], told: str) -> None:
    good = {"organisation": {"name": "De Zeester", "workforce": 20}, "advisors": [{"use": "noor"}]}
    validator = jsonschema.Draft7Validator(profile_schema("en", DOORS))
    assert list(validator.iter_errors(good)) == []
    assert told in "".join(error.message for error in validator.iter_errors({**good, **change}))


def keys(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        for name, inner in node.get("properties", {}).items():
            yield f"{path}.{name}", inner
        for key, inner in node.items():
            yield from keys(inner, f"{path}.{key}")
    elif isinstance(node, list):
        for item in node:
            yield from keys(item, path)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_has_a_title_an_explanation_and_an_example(language: Language) -> None:
    bare = [
        path
        for schema in (profile_schema(language, DOORS), advisor_schema(language))
        for path, key in keys(schema)
        if not (key.get("title") and key.get("description") and key.get("examples"))
    ]
    assert bare == []


@pytest.mark.parametrize(
    "schema", [lambda language: profile_schema(language, DOORS), advisor_schema], ids=["profile", "advisor"]
)
def test_the_two_languages_say_different_things(schema: Callable[[Language], dict[str, Any]]) -> None:
    """Equal keys are not enough: a text that was never translated looks the same in both."""
    dutch, english = dict(keys(schema("nl"))), dict(keys(schema("en")))
    assert dutch.keys() == english.keys()
    same = sorted(
        {path.rpartition(".")[2] for path in dutch if dutch[path]["description"] == english[path]["description"]}
    )
    assert same == []


def test_an_advisor_of_several_organisations_goes_by_the_name_of_the_file() -> None:
    schema = advisor_schema("en")
    assert schema["title"] == "An advisor for several organisations"
    assert advisor_schema("nl")["title"] == "Een vertrouwenspersoon voor meer organisaties"
    assert "id" not in schema["required"] and "name" in schema["required"]
    assert list(schema["definitions"]["Absence"]["properties"]) == ["from", "until"]


EDITOR = jsonschema.Draft7Validator(profile_schema("en", DOORS))


@pytest.mark.parametrize(
    ("key", "value", "stands"),
    [
        ("publication.url", "https://zeester.example", True),
        ("publication.url", "  HTTPS://zeester.example", True),
        ("publication.url", "zeester.example", False),
        ("publication.url", 3, False),
        ("publication.framed_by", "https://a.example", True),
        ("publication.framed_by", ["https://a.example", "https://b.example"], True),
        ("publication.framed_by", ["a.example"], False),
        ("publication.noindex", True, True),
        ("publication.noindex", "ja", True),
        ("publication.noindex", "NEE", True),
        ("publication.noindex", "yes", True),
        ("publication.noindex", "False", True),
        ("publication.noindex", "misschien", False),
        ("publication.noindex", 1, False),
        ("publication.date", "2026-11-01", True),
        ("internal_emergency_number", 2222, True),
        ("internal_emergency_number", "2222", True),
        ("internal_emergency_number", True, False),
        ("brand.color", "#0B5FA5", True),
        ("brand.color", "#fff", True),
        ("brand.color", "#0B5FA", False),
        ("brand.color", "x#0B5FA5", False),
        ("accessibility.email", "a@z.example", True),
        ("accessibility.email", 3, False),
    ],
)
def test_an_editor_lets_stand_what_the_program_may_read(key: str, value: object, stands: bool) -> None:
    data: dict[str, Any] = {"organisation": {"name": "De Zeester", "workforce": 20}, "advisors": [{"use": "noor"}]}
    *part, last = key.split(".")
    data |= {part[0]: {last: value}} if part else {last: value}
    assert EDITOR.is_valid(data) is stands


@pytest.mark.parametrize(
    ("hours", "stands"),
    [("9-17", True), ("09:00-12:30, 13:30-17:00", True), (" 9 tot 17 ", True), ("9 tot", False), ("altijd", False)],
)
def test_an_editor_knows_hours_that_can_be_read(hours: str, stands: bool) -> None:
    advisor = {"id": "noor", "name": "Noor", "kind": "external", "hours": {"mon": hours}}
    data = {"organisation": {"name": "De Zeester", "workforce": 20}, "advisors": [advisor]}
    assert EDITOR.is_valid(data) is stands
