"""A new profile: what was answered stands in it, what must come is marked, and all else can be added line by line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from voorlichter.model_problems.described import example_of, explained, words_for
from voorlichter.problems import Language
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.profile.model import Advisor, Brand, OrganisationSection, Profile
from voorlichter.profile.scaffold import IntakeAnswers, as_written, render_scaffold
from voorlichter.yaml_source import read_yaml

PATH = Path("profile.yml")
ALL: dict[str, Any] = {
    "name": "Stichting Zorggroep De Vuurtoren",
    "short_name": "Vuurtoren",
    "sector": "care",
    "public_body": "ja",
    "workforce": "180",
    "form_of_address": "u",
    "languages": ["nl", "en"],
    "color": "#0B5FA5",
    "logo": "logo.svg",
    "advisor_name": "dr. Noor Voorbeeld",
    "advisor_kind": "external",
    "advisor_phone": "020 000 00 01",
    "advisor_email": "noor@praktijk-luister.example",
    "advisor_scope": ["conduct"],
    "advisor2_name": "Sam Elders",
    "advisor2_kind": "internal",
    "advisor2_phone": "020 000 00 02",
    "advisor2_email": "sam@elders.example",
    "advisor2_scope": ["conduct", "integrity"],
    "advisor2_is_backup": "ja",
}


def scaffold(language: Language = "nl", **answers: Any) -> str:
    return render_scaffold(IntakeAnswers.model_validate(answers), language)


def read(text: str) -> Any:
    source = read_yaml(PATH, text.encode())
    assert source.problems == []
    return source.data


def advisors(**answers: Any) -> Any:
    return read(scaffold(**answers))["advisors"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_that_was_answered_stands_in_the_file_and_nothing_is_left_to_fill_in(language: Language) -> None:
    text = scaffold(language, **ALL)
    assert read(text) == {
        "organisation": {
            "name": "Stichting Zorggroep De Vuurtoren",
            "short_name": "Vuurtoren",
            "sector": "care",
            "public_body": "true",
            "workforce": "180",
            "form_of_address": "u",
            "languages": ["nl", "en"],
        },
        "brand": {"color": "#0b5fa5", "logo": "logo.svg"},
        "advisors": [
            {
                "id": "noor",
                "name": "dr. Noor Voorbeeld",
                "kind": "external",
                "scope": ["conduct"],
                "phone": "020 000 00 01",
                "email": "noor@praktijk-luister.example",
                "backup": "sam",
            },
            {
                "id": "sam",
                "name": "Sam Elders",
                "kind": "internal",
                "scope": ["conduct", "integrity"],
                "phone": "020 000 00 02",
                "email": "sam@elders.example",
            },
        ],
        "form": "0.1.0",
    }
    assert TO_FILL_IN[language] not in text
    assert Profile.model_validate(read(text)).advisors[0].backup == "sam"


@pytest.mark.parametrize(("language", "open_"), [("nl", "VUL IN"), ("en", "FILL IN")])
def test_what_must_come_is_marked_where_nothing_was_answered(language: Language, open_: str) -> None:
    assert read(scaffold(language)) == {
        "organisation": {"name": open_, "workforce": open_},
        "advisors": [{"id": "advisor", "name": open_, "kind": open_, "phone": open_}],
        "form": "0.1.0",
    }


def test_a_no_is_an_answer() -> None:
    assert read(scaffold(public_body="nee"))["organisation"]["public_body"] == "false"


@pytest.mark.parametrize("one", [{"color": "#0B5FA5"}, {"logo": "logo.svg"}])
def test_one_thing_of_a_part_is_enough_to_open_that_part(one: dict[str, Any]) -> None:
    text = scaffold(**one)
    assert list(read(text)["brand"]) == list(one)
    assert "\n# brand:" not in text and "\nbrand:\n" in text


def test_who_is_mailed_needs_no_number() -> None:
    (noor,) = advisors(advisor_email="noor@praktijk-luister.example")
    assert "phone" not in noor and noor["email"] == "noor@praktijk-luister.example"
    (noor,) = advisors(advisor_phone="020 000 00 01")
    assert noor["phone"] == "020 000 00 01" and "email" not in noor


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Noor Voorbeeld", "noor"),
        ("drs. J.P. (Joop) de Vries", "joop"),
        ("Zoë Voorbeeld", "zoe"),
        ("Bureau Luister", "bureauluister"),
        ("Anne-Marie Voorbeeld", "annemarie"),
        ("123", "advisor"),
        ("Adviesbureau Voor Vertrouwen En Veiligheid", "adviesbureauvoorvertrouwenenve"),
    ],
)
def test_an_advisor_goes_by_the_name_people_use(name: str, identifier: str) -> None:
    (advisor,) = advisors(advisor_name=name)
    assert (advisor["id"], advisor["name"]) == (identifier, name)


def test_an_advisor_of_the_folder_is_only_named() -> None:
    text = scaffold(use="noor", advisor_name="Noor Voorbeeld", advisor_phone="020 000 00 01")
    assert read(text)["advisors"] == [{"use": "noor"}]
    assert "\n  - use: noor\n\n" in text


@pytest.mark.parametrize(
    ("answers", "people"),
    [
        ({"use": "noor", "advisor2_use": "sam"}, [("use", "noor", None), ("use", "sam", None)]),
        (
            {"use": "noor", "advisor2_use": "sam", "advisor2_is_backup": "ja"},
            [("use", "noor", "sam"), ("use", "sam", None)],
        ),
        (
            {"use": "noor", "advisor2_name": "Sam Elders", "advisor2_is_backup": "ja"},
            [("use", "noor", "sam"), ("id", "sam", None)],
        ),
        (
            {"advisor_name": "Noor Voorbeeld", "advisor2_use": "sam", "advisor2_is_backup": "ja"},
            [("id", "noor", "sam"), ("use", "sam", None)],
        ),
        (
            {"advisor_name": "Noor Voorbeeld", "advisor2_name": "Sam Elders", "advisor2_is_backup": "nee"},
            [("id", "noor", None), ("id", "sam", None)],
        ),
        (
            {"advisor_name": "Noor Voorbeeld", "advisor2_name": "Noor Elders", "advisor2_is_backup": "ja"},
            [("id", "noor", "noor-2"), ("id", "noor-2", None)],
        ),
        (
            {"use": "noor", "advisor2_name": "Noor Elders", "advisor2_is_backup": "ja"},
            [("use", "noor", "noor-2"), ("id", "noor-2", None)],
        ),
        ({"advisor_name": "Noor Voorbeeld", "advisor2_is_backup": "ja"}, [("id", "noor", None)]),
        ({"advisor_name": "Noor Voorbeeld", "advisor2_phone": "020 000 00 02"}, [("id", "noor", None)]),
    ],
)
def test_two_advisors_have_names_of_their_own_and_the_second_may_stand_in_for_the_first(
    answers: dict[str, Any], people: list[tuple[str, str, str | None]]
) -> None:
    made = advisors(**answers)
    assert [(key, one[key], one.get("backup")) for one, (key, _, _) in zip(made, people, strict=True)] == people


def test_a_second_advisor_is_asked_the_same_as_the_first() -> None:
    _, sam = advisors(advisor_name="Noor Voorbeeld", advisor2_name="Sam Elders")
    assert sam == {"id": "sam", "name": "Sam Elders", "kind": "VUL IN", "phone": "VUL IN"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_is_there_with_what_it_means_and_in_the_order_of_the_model(language: Language) -> None:
    lines = scaffold(language, **ALL).splitlines()
    whole = [line.removeprefix("# ").partition(":")[0] for line in lines if re.match(r"(# )?[a-z_]+:", line)]
    assert [key for key in whole if key in Profile.model_fields] == list(Profile.model_fields)
    for key, info in Profile.model_fields.items():
        assert "# {}. {}".format(*words_for(info, language)) in lines, key
    for model, step in ((OrganisationSection, "  "), (Brand, "  "), (Advisor, "    ")):
        for key, info in model.model_fields.items():
            said = explained("", info, language).strip()
            assert [line for line in lines if re.match(rf"{step[2:]}(  |- )(# )?{key}:", line) and said in line], key


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_stands_as_a_comment_can_be_used_by_taking_its_sign_away(language: Language) -> None:
    text = scaffold(language, name="De Vuurtoren", workforce="180", advisor_name="Noor Voorbeeld")
    commented = [line for line in text.splitlines() if re.match(r" *# [a-z_]+: ", line) and "# yaml-" not in line]
    assert len(commented) > 30
    for line in commented:
        key = line.strip("# ").partition(":")[0]
        inside = bool(re.match(r"    ", line))
        data = read(text.replace(line, line.replace("# ", "", 1), 1))
        holder = data if not line.startswith(" ") else data["advisors"][0] if inside else data["organisation"]
        assert key in holder, line


def test_an_editor_is_told_where_the_schema_lies_before_anything_else() -> None:
    for language in ("nl", "en"):
        first, *_ = scaffold(language).splitlines()
        assert first == "# yaml-language-server: $schema=../../profile.schema.json"
    assert "voorlichter check" in scaffold("nl").split("\n\n")[0]
    assert "remove the # to use a line" in scaffold("en").split("\n\n")[0]


def test_a_file_ends_with_one_line_end() -> None:
    text = scaffold()
    assert text.endswith('form: "0.1.0"\n')


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (180, "180"),
        ("je", "je"),
        ("higher_education", "higher_education"),
        ("noor-de-wit", "noor-de-wit"),
        ("noor-2", '"noor-2"'),
        ("0123", '"0123"'),
        ("020 000 00 01", '"020 000 00 01"'),
        ("De Ster: zorg #1", '"De Ster: zorg #1"'),
        ("Zoë", '"Zoë"'),
        ('De "Ster"', '"De \\"Ster\\""'),
        ("true", '"true"'),
        ("No", '"No"'),
        ("yes", '"yes"'),
        ("False", '"False"'),
        ("Null", '"Null"'),
        ("NULL", '"NULL"'),
        ("", '""'),
        (["nl", "en"], "[nl, en]"),
        ([], "[]"),
    ],
)
def test_a_value_has_quotes_where_a_reader_could_take_it_for_something_else(value: object, written: str) -> None:
    assert as_written(value) == written
    back = read(f"key: {written}\n")["key"]
    assert back == (
        [*value] if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else str(value)
    )
    if isinstance(value, str):
        assert yaml.safe_load(written) == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("workforce", "0"),
        ("workforce", "1000001"),
        ("languages", []),
        ("advisor_scope", []),
        ("advisor2_scope", []),
        ("advisor_kind", "extern"),
        ("form_of_address", "jij"),
        ("sector", "zorg"),
        ("advisor_phone", "112"),
        ("advisor_email", "noor@"),
        ("color", "rood"),
        ("anything", "else"),
    ],
)
def test_an_answer_that_the_profile_would_refuse_is_refused_at_once(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        IntakeAnswers.model_validate({key: value})


@pytest.mark.parametrize("workforce", [1, 1_000_000])
def test_an_organisation_of_any_size_can_be_answered(workforce: int) -> None:
    assert IntakeAnswers.model_validate({"workforce": workforce}).workforce == workforce


def test_everything_can_be_left_open() -> None:
    answers = IntakeAnswers.model_validate({})
    assert {getattr(answers, name) for name in IntakeAnswers.model_fields} == {None}
    assert answers == IntakeAnswers()


@pytest.mark.parametrize("name", IntakeAnswers.model_fields)
def test_every_question_is_asked_in_both_languages_with_an_answer_that_would_be_taken(name: str) -> None:
    info = IntakeAnswers.model_fields[name]
    (dutch, asked_dutch), (english, asked_english) = words_for(info, "nl"), words_for(info, "en")
    assert all((dutch, english)) and asked_dutch != asked_english
    answers = IntakeAnswers.model_validate(read(example_of(info, name)))
    assert getattr(answers, name) is not None
