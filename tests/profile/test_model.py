"""What a profile says by what it leaves out, and how much or how little it may say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError, create_model

from voorlichter.model_problems.described import example_of
from voorlichter.profile.fields import Section
from voorlichter.profile.model import FIRST_FORM, OrganisationSection, Profile
from voorlichter.yaml_source import KeyPath, read_yaml

PATH = Path("profile.yml")
LEAST: dict[str, Any] = {
    "organisation": {"name": "De Zeester", "workforce": "20"},
    "advisors": [{"id": "noor", "name": "Noor Voorbeeld", "kind": "external"}],
}


def with_value(data: Any, path: KeyPath, value: Any) -> Any:
    """The data with a value at a path; sections that are not there are made."""
    if not path:
        return value
    copied: Any = list(data) if isinstance(data, list) else dict(data or {})
    inner = copied[path[0]] if isinstance(copied, list) else copied.get(path[0])
    copied[path[0]] = with_value(inner, path[1:], value)
    return copied


def at(model: Any, path: KeyPath) -> Any:
    for part in path:
        model = model[part] if isinstance(model, list | dict) else getattr(model, str(part))
    return model


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("organisation", "sector"), "other"),
        (("organisation", "public_body"), False),
        (("organisation", "form_of_address"), "je"),
        (("organisation", "languages"), ["nl"]),
        (("organisation", "locations"), []),
        (("organisation", "short_name"), None),
        (("brand", "color"), "#0f5e5a"),
        (("brand", "second_color"), None),
        (("brand", "logo"), None),
        (("practice",), None),
        (("engagement", "secrecy_in_contract"), False),
        (("engagement", "board_access"), False),
        (("engagement", "board_bound_to_secrecy"), False),
        (("engagement", "since"), None),
        (("advisors", 0, "scope"), ["conduct", "integrity"]),
        (("advisors", 0, "is_official"), False),
        (("advisors", 0, "is_hr_or_manager"), False),
        (("advisors", 0, "photo_consent"), False),
        (("advisors", 0, "languages"), ["nl"]),
        (("advisors", 0, "hours"), None),
        (("advisors", 0, "reply_within"), None),
        (("advisors", 0, "absences"), []),
        (("advisors", 0, "locations"), []),
        (("topics",), {}),
        (("doors",), {}),
        (("complaints_procedure",), None),
        (("speak_up_procedure",), None),
        (("code_of_conduct",), None),
        (("who_may_call",), ["employees", "temps", "contractors", "interns", "volunteers"]),
        (("meeting_places",), []),
        (("training", "modules"), ["role"]),
        (("training", "renamed"), {}),
        (("training", "pass_mark"), None),
        (("training", "certificate"), False),
        (("annual_report", "threshold"), 5),
        (("safety", "quick_exit"), False),
        (("safety", "exit_url", "href"), "https://www.knmi.nl/"),
        (("safety", "discreet"), False),
        (("accessibility",), None),
        (("publication", "url"), None),
        (("publication", "noindex"), True),
        (("publication", "framed_by"), ()),
        (("publication", "absences_ahead"), 60),
        (("form",), FIRST_FORM),
    ],
)
def test_what_is_left_out_promises_nothing_that_nobody_said(path: KeyPath, value: object) -> None:
    """Consent, a score, a frame and secrecy in writing are there only where somebody wrote so."""
    assert at(Profile.model_validate(LEAST), path) == value


@pytest.mark.parametrize(
    ("path", "least", "left_out"),
    [
        (("practice",), {"name": "Luister"}, {"logo", "url"}),
        (("engagement",), {}, {"appointed_by", "since", "term", "answers_to"}),
        (("complaints_procedure",), {}, {"name", "url", "contact"}),
        (("speak_up_procedure",), {}, {"name", "officer", "phone", "email", "url"}),
        (("code_of_conduct",), {}, {"name", "url"}),
        (("accessibility",), {}, {"status", "statement_url", "checked_on", "email"}),
        (("topics", "workload"), {}, {"inside", "note"}),
        (("doors", "hr"), {"name": "Team HR"}, {"phone", "email", "url"}),
        (("training", "renamed", "limits"), {"title": {}}, {"about"}),
        (("notes_kept",), {}, {"nl", "en"}),
        (("introduction",), {}, {"nl", "en"}),
        (("publication",), {}, {"url", "date"}),
        (("advisors", 0, "hours"), {}, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}),
        (
            ("advisors", 0),
            {"id": "noor", "name": "Noor", "kind": "internal"},
            {"call_name", "phone", "email", "whatsapp", "signal", "photo", "backup", "about", "certificate"},
        ),
        (("organisation",), {"name": "De Zeester", "workforce": "20"}, {"in_sentence", "people_served"}),
        (("brand",), {}, {"motif", "first_screen", "logo_alt"}),
        ((), LEAST, {"internal_emergency_number", "notes_kept", "introduction", "maintained_by", "review_by"}),
    ],
)
def test_a_part_needs_no_more_than_what_makes_it_one(path: KeyPath, least: object, left_out: set[str]) -> None:
    part = at(Profile.model_validate(with_value(LEAST, path, least)), path)
    assert {name: getattr(part, name) for name in left_out} == dict.fromkeys(left_out)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            ("organisation", "sector"),
            "care childcare education higher_education government culture sport business logistics industry nonprofit other",
        ),
        (
            ("organisation", "people_served"),
            "clients patients pupils students parents residents members customers passengers visitors participants",
        ),
        (("organisation", "form_of_address"), "je u"),
        (("brand", "motif"), "arch wave roof gable window tree"),
        (("brand", "first_screen"), "shelter band porch"),
        (("advisors", 0, "kind"), "internal external"),
        (("advisors", 0, "scope", 0), "conduct integrity"),
        (("accessibility", "status"), "A B C D E"),
        (("who_may_call", 0), "employees temps contractors interns volunteers former_staff clients"),
        (("meeting_places", 0), "work outside walk online phone home"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_a_key_with_few_words_takes_these_and_no_other(path: KeyPath, words: str) -> None:
    """A profile that was written stays one that is read."""
    listed = isinstance(path[-1], int)
    for word in words.split():
        held = with_value(LEAST, path[:-1] if listed else path, [word] if listed else word)
        assert at(Profile.model_validate(held), path) == word
    with pytest.raises(ValidationError) as refused:
        Profile.model_validate(with_value(LEAST, path[:-1] if listed else path, ["?"] if listed else "?"))
    assert re.findall("'([^']+)'", refused.value.errors()[0]["msg"]) == words.split()


@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        (("organisation", "workforce"), 1, 1_000_000),
        (("advisors", 0, "reply_within"), 1, 10),
        (("training", "pass_mark"), 1, 100),
        (("annual_report", "threshold"), 5, 100),
        (("publication", "absences_ahead"), 7, 365),
    ],
)
def test_a_number_has_its_limits(path: KeyPath, least: int, most: int) -> None:
    for number in (least, most):
        assert at(Profile.model_validate(with_value(LEAST, path, str(number))), path) == number
    for number in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            Profile.model_validate(with_value(LEAST, path, str(number)))


@pytest.mark.parametrize(
    "path",
    [
        ("organisation", "languages"),
        ("advisors",),
        ("advisors", 0, "scope"),
        ("advisors", 0, "languages"),
        ("who_may_call",),
    ],
)
def test_a_list_of_which_something_hangs_is_not_empty(path: KeyPath) -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate(with_value(LEAST, path, []))


@pytest.mark.parametrize("path", [("organisation", "locations"), ("advisors", 0, "locations"), ("meeting_places",)])
def test_a_list_of_what_need_not_be_there_may_be_empty(path: KeyPath) -> None:
    assert at(Profile.model_validate(with_value(LEAST, path, [])), path) == []


def test_a_profile_has_at_most_forty_advisors() -> None:
    def advisors(number: int) -> list[dict[str, str]]:
        return [{"id": f"a{index}", "name": "Noor", "kind": "internal"} for index in range(number)]

    assert len(Profile.model_validate(LEAST | {"advisors": advisors(40)}).advisors) == 40
    with pytest.raises(ValidationError):
        Profile.model_validate(LEAST | {"advisors": advisors(41)})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("organisation",), {"workforce": "20"}),
        (("organisation",), {"name": "De Zeester"}),
        (("advisors", 0), {"id": "noor", "name": "Noor"}),
        (("advisors", 0), {"id": "noor", "kind": "internal"}),
        (("advisors", 0), {"name": "Noor", "kind": "internal"}),
        (("advisors", 0, "absences"), [{"from": "2026-12-21"}]),
        (("advisors", 0, "absences"), [{"until": "2026-12-21"}]),
        (("advisors", 0, "certificate"), {"register": "LVV-register"}),
        (("advisors", 0, "certificate"), {"valid_until": "2028-06-30"}),
        (("organisation", "locations"), [{"id": "stadhuis"}]),
        (("organisation", "locations"), [{"name": "Stadhuis"}]),
        (("practice",), {"url": "https://praktijk-luister.example"}),
        (("doors", "hr"), {"phone": "4321"}),
        (("organisation", "name"), {"nl": "De Zeester"}),
        (("training", "renamed", "limits"), {"about": {"nl": "a", "en": "b"}}),
        (("brand", "colour"), "#000000"),
    ],
)
def test_what_cannot_be_left_out_is_asked_for_and_what_nobody_knows_is_refused(path: KeyPath, value: object) -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate(with_value(LEAST, path, value))


def models(annotation: Any) -> dict[str, type[BaseModel]]:
    """Every model within another, by its name."""
    found: dict[str, type[BaseModel]] = {}
    pending = [annotation]
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__ not in found:
            found[kind.__name__] = kind
            pending += [field.annotation for field in kind.model_fields.values()]
        pending += getattr(kind, "__args__", ())
    return found


@pytest.mark.parametrize("model", models(Profile).values(), ids=list(models(Profile)))
def test_an_example_of_a_key_can_stand_in_the_file_as_it_is(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        key = info.alias or name
        alone: Any = create_model("Alone", __base__=Section, **{name: (info.annotation, info)})  # type: ignore[call-overload]
        source = read_yaml(PATH, f"{example_of(info, key)}\n".encode())
        assert source.problems == [] and list(source.data) == [key]
        assert source.data[key] not in (None, "None"), key
        for one in source.data[key] if isinstance(source.data[key], list) else []:
            if isinstance(one, dict) and "use" in one:  # an advisor of several organisations, whom reading fills in
                one |= {"id": one.pop("use"), "name": "Noor", "kind": "external"}
        assert alone.model_validate(source.data).model_fields_set == {name}, key


def organisation(*languages: str) -> OrganisationSection:
    return OrganisationSection.model_validate({"name": "De Zeester", "workforce": "20", "languages": list(languages)})


@pytest.mark.parametrize(
    ("written", "whole", "short"),
    [
        (["nl"], ["nl"], []),
        (["en", "nl"], ["en", "nl"], []),
        (["nl", "pl", "en", "uk"], ["nl", "en"], ["pl", "uk"]),
        (["pl", "nl", "pl"], ["nl"], ["pl"]),
        (["pl"], ["pl"], []),
    ],
)
def test_a_language_in_which_there_is_one_page_is_no_language_of_every_page(
    written: list[str], whole: list[str], short: list[str]
) -> None:
    section = organisation(*written)
    assert (section.languages, section.short, section.all_languages) == (whole, short, [*whole, *short])


@pytest.mark.parametrize(
    ("written", "code", "fuller"),
    [
        (["nl", "en"], "en", "en"),
        (["nl", "pl", "en"], "pl", "en"),
        (["nl", "en", "pl"], "pl", "nl"),
        (["pl", "uk", "en", "nl"], "pl", "en"),
    ],
)
def test_what_a_language_of_one_page_lacks_is_read_in_the_next_that_has_it_or_else_the_first(
    written: list[str], code: str, fuller: str
) -> None:
    fuller_ones = organisation(*written).fuller_ones()
    assert (fuller_ones[code], fuller_ones.keys()) == (fuller, {*written})
