"""The form asks for everything a profile holds, once, in words that no file knows."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any, get_args

import pytest
from support import BASE

from voorlichter.model_problems.places import allowed_keys, is_model, plain, union_members
from voorlichter.problems import LANGUAGES, Language
from voorlichter.profile.model import Profile
from voorlichter.profile.schema import profile_schema
from voorlichter.studio.form import Named, arrangement, fields_in, plan_form
from voorlichter.studio.session import Session
from voorlichter.text import InLanguages
from voorlichter.workspace import Workspace


@cache
def named() -> Named:
    return Session(Workspace.at(BASE), date(2026, 11, 2)).named()


def keys(model: Any, path: tuple[str, ...] = ()) -> list[str]:
    """Every key of a model that holds a value, `*` for an item of a list or a name in a mapping."""
    found = []
    for name, info in allowed_keys(model).items():
        here = (*path, name)
        kind = plain(info.annotation)
        item = plain(get_args(kind)[-1]) if get_args(kind) and not union_members(kind) else None
        if is_model(kind) and not issubclass(kind, InLanguages) and kind.__name__ != "WeekHours":
            found += keys(kind, here)
        elif item is not None and is_model(item):
            found += keys(item, (*here, "*"))
        else:
            found.append(".".join(here))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_profile_has_a_field_and_one_alone(language: Language) -> None:
    fields = [".".join(field["path"]) for field in fields_in(plan_form(language, named())) if "fields" not in field]
    written = {key for group in arrangement()["groups"] for key in group.get("written", ())}
    asked = {key for key in keys(Profile) if not key.endswith(".id")} - written
    assert sorted(fields) == sorted(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_may_be_chosen_has_a_name(language: Language) -> None:
    for field in fields_in(plan_form(language, named())):
        for option in field.get("options", ()):
            assert option["title"] and "_" not in option["title"], field["path"]
            assert language == "en" or option["title"] != option["value"] or option["title"] in ("je", "u"), field[
                "path"
            ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_form_speaks_of_files_or_codes(language: Language) -> None:
    code = re.compile(r"\w+_\w+|\.yml|\{|\}|\btrue\b|\bfalse\b|\bid\b|conduct:|internal:|external:")
    for field in fields_in(plan_form(language, named())):
        assert not code.search(f"{field['title']} {field['why']}"), f"{field['path']}: {field['why']}"


def test_the_words_of_the_form_are_of_keys_and_choices_that_are_there() -> None:
    known = {key for field in fields_in(plan_form("nl", named())) for key in [".".join(field["path"])]}
    assert set(arrangement()["says"]) - known - {"training"} == set()
    schema = str(profile_schema("en", {}))
    for words in arrangement()["words"].values():
        assert all(code in ("true", "false") or f"'{code}'" in schema for code in words)
