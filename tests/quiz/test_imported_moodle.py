"""Moodle XML as question banks export it: what is right, what is said to whom, and at which line something is told."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.quiz.importing import Imported, import_questions


def text(name: str, said: str, form: str = "html", more: str = "") -> str:
    return f'<{name} format="{form}"><text><![CDATA[{said}]]></text>{more}</{name}>'


def answer(said: str, fraction: str | None, feedback: str = "") -> str:
    share = "" if fraction is None else f' fraction="{fraction}"'
    told = text("feedback", feedback) if feedback else ""
    return f'<answer{share} format="html"><text><![CDATA[{said}]]></text>{told}</answer>'


def question(kind: str, *parts: str, ask: str = "Wie belt?", why: str = "") -> str:
    told = text("generalfeedback", why) if why else ""
    return f'<question type="{kind}">{text("questiontext", ask)}{told}{"".join(parts)}</question>'


def quiz(*questions: str) -> Imported:
    """Each on a line of its own, the first on the second."""
    return import_questions("<quiz>\n" + "\n".join(questions) + "\n</quiz>", "nl")


def read(*args: str, **kwargs: str) -> Any:
    """One question, of which nothing is to be told."""
    result = quiz(question(*args, **kwargs))
    assert (told(result), result.rest) == ([], [])
    (found,) = result.questions
    return found


def told(result: Imported) -> list[str]:
    return [problem.render("en") for problem in result.problems]


def right(found: Any) -> list[str]:
    return [one["text"]["nl"] for one in found["options"] if one.get("correct")]


LOST = "note: the picture or film in this question does not come along  say in words what is to be seen"
NONE_RIGHT = "none of these answers is right  give one answer 100 % in Moodle"


def test_a_category_wherever_it_stands_is_passed_over() -> None:
    category = '<question type="category"><category><text>x</text></category></question>'
    one, two = question("description", ask="Een"), question("description", ask="Twee")
    result = quiz(category, one, category, two, category)
    assert [found["ask"]["nl"] for found in result.questions] == ["Een", "Twee"]
    assert result.problems == []


@pytest.mark.parametrize(
    ("single", "kind"),
    [
        ("", "single"),
        ("true", "single"),
        ("1", "single"),
        (" TRUE ", "single"),
        ("false", "multiple"),
        ("0", "multiple"),
    ],
)
def test_whether_one_may_be_chosen_is_as_moodle_says_and_one_where_it_does_not(single: str, kind: str) -> None:
    said = f"<single>{single}</single>" if single else ""
    found = read("multichoice", said, answer("Noor", "100"), answer("Sam", "0"))
    assert (found["type"], right(found)) == (kind, ["Noor"])


def test_answers_keep_what_is_said_to_each() -> None:
    assert read("multichoice", answer("<p>Noor</p>", "100", "<b>Ja.</b>"), answer("Sam", "0", "Nee."), why="<p>Noor belt.</p><p>Altijd.</p>") == {
        "type": "single",
        "ask": {"nl": "Wie belt?"},
        "options": [
            {"text": {"nl": "Noor"}, "correct": True, "feedback": {"nl": "Ja."}},
            {"text": {"nl": "Sam"}, "feedback": {"nl": "Nee."}},
        ],
        "why": {"nl": "Noor belt. Altijd."},
    }  # fmt: skip


def test_an_answer_without_a_share_is_wrong() -> None:
    assert right(read("multichoice", answer("Noor", None), answer("Sam", "100"))) == ["Sam"]


def test_of_answers_that_are_partly_right_the_best_is_right_and_that_is_told_at_its_line() -> None:
    said = "note: half right answers are wrong here  say in the feedback what is right about them"
    result = quiz(
        question("description", ask="Een"),
        question("multichoice", answer("Noor", "50"), answer("Sam", "90"), answer("Kim", "0")),
    )
    assert told(result) == [f"pasted:3:1  Wie belt?  {said}"]
    assert right(result.questions[1]) == ["Sam"]


def test_where_several_may_be_chosen_one_that_is_wholly_right_makes_the_others_half_right() -> None:
    parts = ("<single>false</single>", answer("Noor", "50"), answer("Sam", "100"), answer("Kim", "0"))
    result = quiz(question("multichoice", *parts))
    assert [problem.message.en for problem in result.problems] == ["half right answers are wrong here"]
    assert right(result.questions[0]) == ["Sam"]


@pytest.mark.parametrize(("verdict", "other"), [("true", "false"), ("false", "true")])
def test_a_verdict_keeps_what_is_said_to_either(verdict: str, other: str) -> None:
    one, two = answer(verdict, "100", f"Bij {verdict}."), answer(other, "0", f"Bij {other}.")
    for parts in ((one, two), (two, one)):
        assert read("truefalse", *parts, ask="Bellen mag.", why="Zo is het.") == {
            "type": "true-false",
            "ask": {"nl": "Bellen mag."},
            "correct": verdict == "true",
            "feedback": {"true": {"nl": "Bij true."}, "false": {"nl": "Bij false."}},
            "why": {"nl": "Zo is het."},
        }


@pytest.mark.parametrize("parts", [(answer("true", "0"), answer("false", "0")), (answer("ja", "100"),), ()])
def test_a_statement_that_is_neither_is_refused(parts: tuple[str, ...]) -> None:
    result = quiz(question("truefalse", *parts))
    assert told(result) == [f"pasted:2:1  Wie belt?  {NONE_RIGHT}"]


def test_steps_stand_in_the_order_of_their_numbers_not_of_the_file() -> None:
    found = read("ordering", answer("drie", "10", "Op het eind."), answer("een", "1"), answer("twee", "9"), why="Zo.")
    assert [step["text"]["nl"] for step in found["steps"]] == ["een", "twee", "drie"]
    assert found["steps"][2]["feedback"] == {"nl": "Op het eind."}
    assert found["why"] == {"nl": "Zo."}


def test_what_belongs_with_nothing_stands_beside_the_pairs() -> None:
    def pair(said: str, match: str) -> str:
        return text("subquestion", said, more=f"<answer><text>{match}</text></answer>")

    found = read(
        "matching", pair("pesten", "gedrag"), pair("<i>fraude</i>", "integriteit"), pair("", "salaris"), why="Twee."
    )
    assert [(one["text"]["nl"], one["match"]["nl"]) for one in found["pairs"]] == [
        ("pesten", "gedrag"), ("fraude", "integriteit"),
    ]  # fmt: skip
    assert found["distractors"] == [{"text": {"nl": "salaris"}}]
    assert found["why"] == {"nl": "Twee."}


@pytest.mark.parametrize("form", ["plain_text", "markdown"])
def test_a_text_in_which_line_breaks_are_meant_keeps_its_paragraphs(form: str) -> None:
    whole = f'<question type="description">{text("questiontext", f"Denk na.{chr(10)}Neem de tijd.", form)}</question>'
    (found,) = quiz(whole).questions
    assert found == {"type": "reflection", "ask": {"nl": "Denk na."}, "thoughts": {"nl": "Neem de tijd."}}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("shortanswer", "typing an answer cannot be done here"),
        ("essay", "typing an answer cannot be done here"),
        ("numerical", "filling in a number cannot be done here"),
        ("calculated", "filling in a number cannot be done here"),
        ("calculatedsimple", "filling in a number cannot be done here"),
        ("calculatedmulti", "filling in a number cannot be done here"),
        ("gapselect", "there is no such type of question here: gapselect"),
    ],
)
def test_a_question_that_cannot_come_in_is_told_at_its_line_by_its_first_words(kind: str, said: str) -> None:
    long = "Wat is er aan de hand als iemand in een gesprek niets meer wil zeggen?"
    result = quiz(question("description", ask="Een"), question(kind, answer("x", "100"), ask=long))
    (problem,) = told(result)
    assert problem.startswith("pasted:3:1  Wat is er aan de hand als iemand in een gesprek niets meer…  " + said)
    assert (result.rest, len(result.questions)) == ([long], 1)


def test_a_question_without_words_is_told_by_its_name() -> None:
    named = f'<question type="multichoice"><name><text>Vraag 7</text></name>{answer("Noor", "100")}</question>'
    result = quiz(named)
    assert told(result) == ["pasted:2:1  Vraag 7  here are answers without a question  write a question text in Moodle"]
    assert result.rest == ["Vraag 7"]


@pytest.mark.parametrize(
    "whole",
    [
        question("description", ask="Wat zie je? <img src='x.png'>"),
        question("description", ask="Wat zie je?").replace("</questiontext>", "<file name='x.png'/></questiontext>"),
        question("multichoice", answer("<img src='x.png'> Noor", "100"), answer("Sam", "0"), ask="Wat zie je?"),
        question("multichoice", answer("Noor", "100"), answer("@@PLUGINFILE@@/x Sam", "0"), ask="Wat zie je?"),
    ],
)
def test_a_picture_is_missed_once_wherever_it_stands(whole: str) -> None:
    result = quiz(question("description", ask="Een"), whole)
    assert told(result) == [f"pasted:3:1  Wat zie je?  {LOST}"]
    assert len(result.questions) == 2


@pytest.mark.parametrize("shares", [("0", "0"), ("-50", "0"), ("x", "")])
def test_answers_of_which_none_brings_anything_are_refused(shares: tuple[str, str]) -> None:
    result = quiz(question("multichoice", *(answer("Noor", share) for share in shares)))
    assert told(result) == [f"pasted:2:1  Wie belt?  {NONE_RIGHT}"]
