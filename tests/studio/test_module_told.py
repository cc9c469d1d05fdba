"""What is wrong with a module is told at its field, in words of its form and with the number of its question."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import LANGUAGES, Mark, Problem, Say
from voorlichter.studio.module_told import at_its_key, tell_of_module
from voorlichter.yaml_source import KeyPath, read_yaml

SOURCE = read_yaml(
    Path("profiles/zeester/quizzes/huis.yml"),
    b"""id: huis
title: {nl: Ons huis, en: Our house}
questions:
- id: huis-01
  type: single
  ask: {nl: Waar?, en: Where?}
  options:
  - {id: below, text: {nl: Beneden, en: Below}, correct: true}
  - {id: above, text: {nl: Boven, en: Above}}
- id: huis-02
  type: reflection
  ask: {nl: Wat?, en: What?}
""",
)
LONG, EMPTY = Say("te lang", "too long"), Say("is leeg", "is empty")
SHORTER = Say("maak het korter", "make it shorter")
BEYOND = (
    "op regel 3 van het bestand staat iets wat geen vraag kent",
    "on line 3 of the file stands something that no question asks",
)
CASES: dict[str, tuple[str, Say, KeyPath, tuple[str, str], tuple[str, str]]] = {
    "a text of a part of a question": (
        "questions[0].options[1].text.nl", EMPTY, ("questions", 0, "options", 1, "text", "nl"),
        ("Vraag 1: Het antwoord", "Question 1: The answer"), ("nog invullen", "still to fill in"),
    ),
    "a question": ("questions[1].ask", LONG, ("questions", 1, "ask"), ("Vraag 2: De vraag", "Question 2: The question"), ("te lang", "too long")),
    "a question as a whole": ("questions[1]", LONG, ("questions", 1), ("Vraag 2: De vragen", "Question 2: The questions"), ("te lang", "too long")),
    "a title": ("title", LONG, ("title",), ("De titel", "The title"), ("te lang", "too long")),
    "all questions": ("questions", LONG, ("questions",), ("De vragen", "The questions"), ("te lang", "too long")),
    "a question that is not there": (
        "questions[9].ask", LONG, ("questions", 9, "ask"), ("Vraag 10: De vragen", "Question 10: The questions"), ("te lang", "too long"),
    ),
    "a key that the form does not show": (
        "questions[0].options[1].misconception", EMPTY, ("questions", 0, "options", 1),
        ("Vraag 1: De antwoorden", "Question 1: The options"), ("nog invullen", "still to fill in"),
    ),
    "a name that the studio gives": (
        "questions[0].id", Say("deze id is er al", "this id is there already"), ("questions", 0), ("Vraag 1", "Question 1"), BEYOND,
    ),
    "what is wrong beside such a name": (
        "questions[0].options[0].id", LONG, ("questions", 0, "options", 0), ("Vraag 1: De antwoorden", "Question 1: The options"), ("te lang", "too long"),
    ),
    "a key that no question asks": ("nowhere", LONG, ("nowhere",), ("", ""), BEYOND),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_told_at_its_field_and_with_its_question(case: str) -> None:
    where, message, keys, titles, messages = CASES[case]
    for language, title, said in zip(LANGUAGES, titles, messages, strict=True):
        told = tell_of_module(Problem(Mark(SOURCE.path, 3), where, message, SHORTER), SOURCE, language)
        assert told["keys"] == ["training", "modules", "huis", *keys]
        assert (told["title"], told["message"], told["said"], told["value"]) == (title, said, "", None)
        if said in ("te lang", "too long"):
            assert told["fix"] == SHORTER.to(language)


@pytest.mark.parametrize("path", [("questions", 1, "ask", "nl"), ("title", "en")])
def test_what_names_a_slot_stands_at_the_text_of_its_line(path: KeyPath) -> None:
    problem = Problem(SOURCE.value_mark(path), "[[ org.nme ]]", LONG, SHORTER)
    assert tell_of_module(problem, SOURCE, "en")["keys"] == ["training", "modules", "huis", *path]
    elsewhere = Problem(Mark(SOURCE.path, 99), "[[ org.nme ]]", LONG, SHORTER)
    assert at_its_key(elsewhere, SOURCE) is elsewhere


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        (Say("schrijf: title: Huis", "write: title: Huis"), ("zet neer: Huis", "write: Huis")),
        (SHORTER, (SHORTER.nl, SHORTER.en)),
    ],
)
def test_a_correction_that_is_certain_is_told_as_advice(fix: Say, said: tuple[str, str]) -> None:
    """There is no button for it in the form of a module."""
    for language, advice in zip(LANGUAGES, said, strict=True):
        told = tell_of_module(Problem(SOURCE.key_mark(("title",)), "title", LONG, fix), SOURCE, language)
        assert (told["fix"], told["said"], told["value"]) == (advice, "", None)


def test_what_names_a_key_stays_at_it() -> None:
    problem = Problem(SOURCE.value_mark(("title", "nl")), "questions[0].ask", LONG, SHORTER)
    assert at_its_key(problem, SOURCE) is problem


def test_a_sentence_of_a_check_is_said_in_words_of_the_form() -> None:
    message = Say("“je” staat buiten een aanspreekvorm", "“je” stands outside a form-of-address mark")
    problem = Problem(SOURCE.value_mark(("title", "nl")), "je", message, SHORTER)
    assert tell_of_module(problem, SOURCE, "nl")["message"] == "dit past niet bij hoe deze site de lezer aanspreekt"
