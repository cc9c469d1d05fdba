"""The question list for a client: what it asks, and what comes of the file it saves, whoever made that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support import BASE, TODAY, lay, run

from voorlichter.intake.answers import LARGEST, read_intake
from voorlichter.intake.page import render_intake
from voorlichter.intake.questions import all_questions, words_of
from voorlichter.problems import LANGUAGES, Language
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import read_yaml


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return words_of(Workspace.at(BASE))


GIVEN = {
    "organisation.name": " Stichting 't Anker ",
    "organisation.sector": "care",
    "organisation.public_body": "false",
    "organisation.workforce": "180",
    "organisation.locations": "Kantoor\n- 1e Werf\n\nKantoor\n",
    "organisation.languages": ["nl", "en"],
    "publication.url": "https://www.anker.example/vertrouwenspersoon",
    "brand.logo": "logo.svg",
    "doors.hr.name": "Team HR",
    "doors.hr.phone": "020 000 00 10",
    "complaints_procedure.contact.nl": "de secretaris",
    "engagement.since": "2025-03-01",
    "engagement.board_access": "true",
    "advisors.new.name": "Noor Voorbeeld",
    "advisors.new.phone": "020 000 00 01",
    "advisors.new.hours": "ma-wo 9-17",
    "who_may_call": ["employees", "interns"],
}


def saved(answers: Any, **more: Any) -> bytes:
    return json.dumps({"voorlichter": "intake", "version": 1, "language": "nl", "answers": answers, **more}).encode()


def test_answers_become_values_of_a_profile(vocabulary: Vocabulary) -> None:
    values, problems = read_intake(saved(GIVEN), vocabulary)
    assert problems == []
    assert {".".join(path): value for path, value in values.items()} == GIVEN | {
        "organisation.name": "Stichting 't Anker",
        "organisation.public_body": False,
        "organisation.workforce": 180,
        "organisation.locations": [
            {"id": "kantoor", "name": "Kantoor"},
            {"id": "e-werf", "name": "1e Werf"},
            {"id": "kantoor-2", "name": "Kantoor"},
        ],
        "engagement.board_access": True,
        "advisors.new.hours": {"mon": "09:00-17:00", "tue": "09:00-17:00", "wed": "09:00-17:00"},
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"null",
        b"[1]",
        b"{",
        b"[" * 200_000,
        b'{"answers": {"organisation.name": "x"}}',
        saved([]),
        saved("organisation.name"),
        saved({"organisation.name": "x" * LARGEST}),
    ],
)
def test_a_file_that_is_none_of_ours_is_told(vocabulary: Vocabulary, data: bytes) -> None:
    values, problems = read_intake(data, vocabulary)
    assert values == {}
    assert [problem.severity for problem in problems] == ["error"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("organisation.workforce", "veel"),
        ("organisation.workforce", -1),
        ("organisation.workforce", "9" * 400),
        ("organisation.sector", "vogels"),
        ("organisation.name", "x" * 121),
        ("organisation.name", {"nl": {"nl": "x"}}),
        ("organisation.name", "a\u202eb\u200b"),
        ("organisation.languages", ["klingon"]),
        ("organisation.languages", [["nl"]]),
        ("brand.color", "vaag"),
        ("publication.url", "javascript:alert(1)"),
        ("doors.hr.phone", "<script>"),
        ("doors.hr.email", "hr"),
        ("engagement.since", "gisteren"),
        ("engagement.board_access", "misschien"),
        ("advisors.new.hours", "soms"),
        ("advisors.new.hours", "ma 25-26"),
        ("who_may_call", ["iedereen"]),
        ("who_may_call", {"employees": True}),
        ("meldingen.2026", "iemand van de nachtdienst"),
        ("advisors.0.phone", "020 000 00 09"),
        ("__proto__", "x"),
    ],
)
def test_an_answer_that_does_not_fit_is_noted_and_the_others_stay(
    vocabulary: Vocabulary, key: str, answer: object
) -> None:
    values, problems = read_intake(saved({"organisation.short_name": "Anker", key: answer}), vocabulary)
    others = {path: value for path, value in values.items() if ".".join(path) != key}
    assert others == {("organisation", "short_name"): "Anker"}
    if key == "organisation.name" and isinstance(answer, str) and len(answer) < 10:
        assert "\u202e" not in str(values)
    elif key == "who_may_call" and isinstance(answer, dict):
        assert ("who_may_call",) not in values
    else:
        assert [(problem.where, problem.severity) for problem in problems] == [(key, "warning")]
        assert ".".join(key.split(".")) not in {".".join(path) for path in values}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_every_question_once_and_nothing_about_who_came(
    vocabulary: Vocabulary, language: Language
) -> None:
    html = render_intake(language, vocabulary)
    questions = list(all_questions(language, vocabulary))
    assert len({question.key for question in questions}) == len(questions)
    for question in questions:
        if question.kind == "choices":
            assert html.count(f'name="{question.key}"') == len(question.options)
        else:
            assert html.count(f'name="{question.key}"') == html.count(f'for="{question.key}"') == 1
    assert {"nl": "Schrijf hier nooit iets over wie", "en": "Never write anything here about somebody"}[
        language
    ] in html
    assert "default-src 'none'" in html and "http-equiv" in html
    assert not [one for one in ("src=", "href=", "@import", "fetch(") if one in html]
    assert len(html) < 60_000


def test_a_list_that_was_filled_in_becomes_a_profile(tmp_path: Path) -> None:
    root = lay(tmp_path / "w", {})
    assert run("intake", "-C", root, "-o", tmp_path / "vragen.html", "--lang", "nl").code == 0
    assert (tmp_path / "vragen.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    answers = tmp_path / "antwoorden.json"
    answers.write_bytes(saved({**GIVEN, "doors.hr.email": "hr"}))
    made = run("new", "--answers", answers, "-C", root, "--lang", "en")
    assert made.code == 0, made.err
    assert "doors.hr.email" in made.err and "logo.svg" in made.err
    profile = read_yaml(root / "profiles/stichting-t-anker/profile.yml").data
    assert isinstance(profile, dict)
    assert profile["doors"] == {"hr": {"name": "Team HR", "phone": "020 000 00 10"}}
    assert [advisor["name"] for advisor in profile["advisors"]] == ["FILL IN", "Noor Voorbeeld"]
    assert profile["advisors"][1]["kind"] == "internal"
    assert profile["advisors"][1]["hours"]["mon"] == "09:00-17:00"
    checked = run("check", "-C", root, "--lang", "en", "--date", TODAY, "--format", "json").json
    errors = [one["message"] for one in checked if one["severity"] == "error" and "FILL IN" not in one["message"]]
    assert errors == []


def test_a_logo_is_taken_from_beside_the_answers_and_from_nowhere_else(tmp_path: Path) -> None:
    root = lay(tmp_path / "w", {"logo.svg": "<svg/>", "in/logo.svg": "<svg>beside</svg>"})
    for logo, taken in (("logo.svg", True), ("../logo.svg", False), (str(root / "logo.svg"), False), ("..", False)):
        answers = root / "in/antwoorden.json"
        answers.write_bytes(saved({"organisation.name": f"Anker {len(logo)}", "brand.logo": logo}))
        assert run("new", "--answers", answers, "-C", root).code == 0
        made = root / f"profiles/anker-{len(logo)}/logo.svg"
        assert made.is_file() is taken
