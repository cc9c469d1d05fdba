"""The JSON Schema that an editor completes a module from; what it shows of each key stands in shown_of_keys.txt.

After a wanted change, write the new answers with: VOORLICHTER_GOLDEN=write pytest tests/quiz, and read them.
"""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support import REPOSITORY, run

from voorlichter.problems import Language
from voorlichter.quiz.schema import MODULE_SCHEMA_FILE, module_schema

OURS = sorted((REPOSITORY / "quizzes").glob("*.yml"))
LANGUAGES: tuple[Language, ...] = ("nl", "en")
SHOWN = Path(__file__).with_name("shown_of_keys.txt")
ACCEPTED = sorted((Path(__file__).parent / "golden").glob("accepts-*/module.yml"))


class _Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """As the YAML language server reads a file: only true and false are no text, and never as a key."""


_Editor.yaml_implicit_resolvers = {}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[0-9]+$"), list("0123456789"))


def as_an_editor_reads(path: Path) -> Any:
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor))


def with_text_keys(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            str(key).lower() if isinstance(key, bool) else key: with_text_keys(value) for key, value in node.items()
        }
    return [with_text_keys(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_schema_is_draft_07(language: Language) -> None:
    schema = module_schema(language)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert not {"$defs", "discriminator"} & set(re.findall(r"'(\$?\w+)'", str(schema)))


@pytest.mark.parametrize("path", [*OURS, *ACCEPTED], ids=lambda path: path.stem if path in OURS else path.parent.name)
def test_the_schema_accepts_what_the_program_accepts(path: Path) -> None:
    jsonschema.Draft7Validator(module_schema("en")).validate(as_an_editor_reads(path))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_an_editor_finds_the_schema_from_our_modules(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema=../{MODULE_SCHEMA_FILE}\n")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("pass_mark",), 0),
        (("kleur",), "rood"),
        (("questions",), []),
        (("questions", 0, "id"), "Één"),
        (("questions", 0, "type"), "singel"),
        (("questions", 0, "when"), "not speak_up"),
        (("questions", 0, "source"), "gesprek.html"),
        (("questions", 0, "options"), []),
        (("questions", 1, "feedback", "maybe"), {"nl": "a", "en": "b"}),
        (("questions", 0, "why", "en"), ""),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(place: tuple[str | int, ...], value: Any) -> None:
    good = as_an_editor_reads(ACCEPTED[[path.parent.name for path in ACCEPTED].index("accepts-each-type-of-question")])
    bad = copy.deepcopy(good)
    part: Any = bad
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    validator = jsonschema.Draft7Validator(module_schema("en"))
    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors(bad)) != []


def keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in {"": schema, **schema["definitions"]}.items():
        for key, described in part["properties"].items():
            yield f"{name}.{key}", described


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_has_a_title_an_explanation_and_an_example(language: Language) -> None:
    bare = [
        path
        for path, key in keys(module_schema(language))
        if not (key.get("title") and key.get("description") and key.get("examples"))
    ]
    assert bare == []


def test_an_editor_shows_of_each_key_what_it_is_and_what_it_may_hold() -> None:
    shown = []
    for language in LANGUAGES:
        for path, key in keys(module_schema(language)):
            shown.append(f"{language} {path.lstrip('.')}: {key['title']}. {key['description']}")
    for path, key in keys(module_schema("en")):
        rest = {name: value for name, value in key.items() if name not in ("title", "description", "examples")}
        shown.append(
            f"{path.lstrip('.')}: {' | '.join(map(str, key['examples']))}\n    {json.dumps(rest, sort_keys=True)}"
        )
    said = "".join(f"{line}\n" for line in shown)
    if os.environ.get("VOORLICHTER_GOLDEN") == "write":
        SHOWN.write_text(said, encoding="utf-8")
    assert said == SHOWN.read_text(encoding="utf-8")


def test_the_two_languages_say_different_things() -> None:
    dutch, english = dict(keys(module_schema("nl"))), dict(keys(module_schema("en")))
    assert dutch.keys() == english.keys()
    same = {path for path in dutch for word in ("title", "description") if dutch[path][word] == english[path][word]}
    assert same == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_command_prints_it(language: Language) -> None:
    assert run("schema", "module", "--lang", language).json == module_schema(language)
