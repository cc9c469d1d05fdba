"""H5P: what is right in each kind of content, whatever an editor left out, and what is told of the rest."""

from __future__ import annotations

import json
from typing import Any

import pytest

from voorlichter.quiz.importing import Imported, import_file
from voorlichter.zip_file import render_zip

LOST = "note: the picture or film in this question does not come along  say in words what is to be seen"


def package(main: str, content: object) -> Imported:
    files = {"h5p.json": {"mainLibrary": main}, "content/content.json": content}
    return import_file(render_zip({name: json.dumps(value).encode() for name, value in files.items()}), "nl")


def read(kind: str, **params: object) -> Any:
    """The one question of a package, of which nothing is to be told."""
    result = package(f"H5P.{kind}", params)
    assert (told(result), result.rest) == ([], [])
    (question,) = result.questions
    return question


def told(result: Imported) -> list[str]:
    return [problem.render("en") for problem in result.problems]


def asked(result: Imported) -> list[str]:
    return [question["ask"]["nl"] for question in result.questions]


def answers(*right: bool | str) -> list[dict[str, Any]]:
    """Called a, b, c …"""
    return [{"text": chr(ord("a") + place), "correct": one} for place, one in enumerate(right)]


def part(kind: str, **params: object) -> dict[str, Any]:
    return {"library": f"H5P.{kind} 1.0", "params": params}


@pytest.mark.parametrize(
    ("behaviour", "right", "kind"),
    [
        ({"type": "auto"}, (True, False), "single"),
        ({"type": "single"}, (True, False), "single"),
        ({"type": "multi"}, (True, False), "multiple"),
        ({}, (True, "true", False), "multiple"),
        (None, (False, "true"), "single"),
        (["multi"], (True, False), "single"),
    ],
)
def test_how_many_are_right_or_may_be_chosen_makes_it_one_or_several(behaviour: object, right: Any, kind: str) -> None:
    question = read("MultiChoice", question="Wie?", answers=answers(*right), behaviour=behaviour)
    assert question["type"] == kind
    assert [one.get("correct", False) for one in question["options"]] == [bool(one) for one in right]


def test_what_is_said_once_an_answer_is_chosen_comes_with_it() -> None:
    first, second, third = answers(True, False, False)
    first["tipsAndFeedback"] = {"tip": "Denk na.", "chosenFeedback": "<p>Ja.</p>", "notChosenFeedback": "Jammer."}
    second["tipsAndFeedback"] = {"chosenFeedback": None}
    third["tipsAndFeedback"] = "los"
    question = read("MultiChoice", question="<p>Wie</p><p>belt?</p>", answers=[first, second, third, "los", None])
    assert question == {
        "type": "single",
        "ask": {"nl": "Wie belt?"},
        "options": [
            {"text": {"nl": "a"}, "correct": True, "feedback": {"nl": "Ja."}},
            {"text": {"nl": "b"}},
            {"text": {"nl": "c"}},
        ],
    }


@pytest.mark.parametrize(("correct", "verdict"), [(True, True), ("true", True), (False, False), ("false", False), (None, False)])  # fmt: skip
def test_a_statement_is_right_where_it_says_so_and_keeps_what_is_said(correct: object, verdict: bool) -> None:
    said = {"feedbackOnCorrect": "<i>Klopt.</i>", "feedbackOnWrong": "Nee."}
    question = read("TrueFalse", question="Bellen mag.", correct=correct, behaviour=said)
    assert question["correct"] is verdict
    assert question["feedback"][str(verdict).lower()] == {"nl": "Klopt."}
    assert question["feedback"][str(not verdict).lower()] == {"nl": "Nee."}


def test_of_some_kinds_the_first_answer_is_the_right_one() -> None:
    one = {"question": "Wat helpt?", "answers": ["<p>Luisteren</p>", "Wegkijken", "Lachen"]}
    other = {"summary": ["Praten mag", "Praten moet"]}
    for kind, params in (
        ("SingleChoiceSet", {"choices": [one, "los"]}),
        ("Summary", {"intro": "Kies.", "summaries": [None, other]}),
    ):
        question = read(kind, **params)
        assert question["type"] == "single"
        assert [option.get("correct", False) for option in question["options"]][:2] == [True, False]
        assert question["ask"] == {"nl": "Wat helpt?" if kind == "SingleChoiceSet" else "Kies."}


def test_each_part_of_a_set_is_a_question_and_one_that_cannot_come_in_leaves_the_others() -> None:
    choices = [
        {"question": "Een?", "answers": ["a", "b"]},
        {"question": "Twee?", "answers": ["a"]},
        {"question": "Drie?", "answers": ["a", "b"]},
    ]
    result = package("H5P.SingleChoiceSet", {"choices": choices})
    assert asked(result) == ["Een?", "Drie?"]
    assert told(result) == ["pasted:1:1  Twee?  there is no wrong answer  add a wrong answer in H5P"]
    assert result.rest == ["Twee?"]


def test_questions_come_in_the_order_in_which_they_stand_however_deep() -> None:
    def ask(name: str) -> dict[str, Any]:
        return part("TrueFalse", question=name, correct=True)

    content = {
        "intro": "Welkom",
        "chapters": [
            part("Column", content=[{"content": ask("Een")}, {"content": part("Column", content=[ask("Twee")])}]),
            {"slides": [{"elements": [{"action": ask("Drie")}]}, None, "los", 3]},
        ],
        "last": ask("Vier"),
    }
    assert asked(package("H5P.InteractiveBook", content)) == ["Een", "Twee", "Drie", "Vier"]


def test_what_has_the_name_of_a_question_and_nothing_in_it_is_none() -> None:
    result = package("H5P.Column", [{"library": "H5P.TrueFalse 1.8"}, {"library": "H5P.Blanks 1", "params": []}])
    assert result.questions == []
    assert [problem.message.en for problem in result.problems] == ["there is no question here"]


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"question": "Wie?", "answers": answers(False, False)}, "none of these answers is right  tick in H5P which answer is right"),
        ({"question": "Wie?", "answers": "a"}, "none of these answers is right  tick in H5P which answer is right"),
        ({"question": "Wie?", "answers": answers(True)}, "there is no wrong answer  add a wrong answer"),
    ],
)  # fmt: skip
def test_answers_that_do_not_fit_are_told_by_the_question(params: dict[str, Any], said: str) -> None:
    result = package("H5P.Column", [part("TrueFalse", question="Een", correct=True), part("MultiChoice", **params)])
    assert told(result) == [f"pasted:1:1  Wie?  {said}"]
    assert result.rest == ["Wie?"]


@pytest.mark.parametrize(
    ("kind", "params", "where"),
    [
        ("DragText", {"taskDescription": "<p>Sleep</p><p>het.</p>"}, "Sleep het."),
        ("Essay", {"text": "Lees.", "taskDescription": "Schrijf."}, "Lees."),
        ("Blanks", {"intro": "Vooraf.", "text": "Vul in."}, "Vooraf."),
        ("MarkTheWords", {"question": ["geen tekst"]}, "H5P.MarkTheWords"),
    ],
)
def test_what_cannot_come_in_is_told_by_what_it_asks_or_else_by_its_kind(kind: str, params: Any, where: str) -> None:
    result = package(f"H5P.{kind}", params)
    (problem,) = told(result)
    typed = kind in ("Essay", "Blanks")
    said = "typing an answer cannot be done here" if typed else f"there is no such type of question here: H5P.{kind}"
    assert problem.startswith(f"pasted:1:1  {where}  {said}")
    assert result.rest == [where]


def test_a_question_without_words_is_told_by_its_kind() -> None:
    result = package("H5P.MultiChoice", {"answers": answers(True, False)})
    assert told(result) == ["pasted:1:1  H5P.MultiChoice  here are answers without a question  write a question in H5P"]
    assert result.rest == ["H5P.MultiChoice"]


def test_a_film_or_picture_is_missed_by_the_question_or_its_kind() -> None:
    media = {"type": {"library": "H5P.Image 1.1", "params": {"path": "x.png"}}}
    assert told(package("H5P.TrueFalse", {"question": "Bellen mag.", "media": media})) == [
        f"pasted:1:1  Bellen mag.  {LOST}"
    ]
    result = package("H5P.SingleChoiceSet", {"choices": [{"question": "Een?", "answers": ["a", "b"]}], "media": media})
    assert told(result) == [f"pasted:1:1  H5P.SingleChoiceSet  {LOST}"]
    for none in ({}, [], {"type": []}, {"type": {}}, {"type": {"params": {}}}):
        assert told(package("H5P.TrueFalse", {"question": "Bellen mag.", "media": none})) == []


def test_a_long_question_is_told_by_its_first_words() -> None:
    long = "Wat is er aan de hand als iemand in een gesprek niets meer wil zeggen?"
    (problem,) = told(package("H5P.Essay", {"taskDescription": long}))
    assert problem.startswith("pasted:1:1  Wat is er aan de hand als iemand in een gesprek niets meer…  typing")


@pytest.mark.parametrize("about", [b"[]", b"{}", b'{"mainLibrary": null}', b"\xef\xbb\xbf{}"])
def test_what_says_nothing_of_itself_is_read_by_its_parts(about: bytes) -> None:
    content = json.dumps({"questions": [part("TrueFalse", question="Bellen mag.", correct=True)]}).encode()
    result = import_file(render_zip({"h5p.json": about, "content/content.json": content}), "nl")
    assert (asked(result), told(result)) == (["Bellen mag."], [])


@pytest.mark.parametrize("broken", [b"{", b"\xff\xfe", b""])
@pytest.mark.parametrize("name", ["h5p.json", "content/content.json"])
def test_a_damaged_file_is_told(name: str, broken: bytes) -> None:
    files = {"h5p.json": b"{}", "content/content.json": b"{}"} | {name: broken}
    assert told(import_file(render_zip(files), "nl")) == ["pasted:1:1  this H5P file is damaged  download it again"]
