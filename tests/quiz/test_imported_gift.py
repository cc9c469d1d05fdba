"""GIFT as teachers write it by hand: where a question begins and ends, what a sign means, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.quiz.importing import Imported, import_questions


def read(text: str) -> Any:
    """The one question in a text, of which nothing is to be told."""
    result = import_questions(text, "nl")
    assert (told(result), result.rest) == ([], [])
    (question,) = result.questions
    return question


def told(result: Imported) -> list[str]:
    return [problem.render("en") for problem in result.problems]


def asked(result: Imported) -> list[str]:
    return [question["ask"]["nl"] for question in result.questions]


def answers(question: Any) -> list[tuple[str, bool, str]]:
    return [
        (one["text"]["nl"], one.get("correct", False), one.get("feedback", {"nl": ""})["nl"])
        for one in question["options"]
    ]


MISSING = "the brace that closes these answers is missing  put a } behind the last answer"


@pytest.mark.parametrize("gap", ["\n\n", "\n\n// over het volgende\n", "\n \n\n"])
@pytest.mark.parametrize(
    "after", ["Wie belt?\nOf wie niet? {=Noor ~Sam}", "::Titel:: Wie belt? Of wie niet? {=Noor ~Sam}"]
)
def test_a_brace_that_is_missing_takes_no_other_question_with_it(gap: str, after: str) -> None:
    result = import_questions(f"Wie praat? {{=Kim ~Bo{gap}{after}\n\nBellen mag. {{T}}", "nl")
    assert asked(result) == ["Wie belt? Of wie niet?", "Bellen mag."]
    assert told(result) == [f"pasted:1:1  {MISSING}"]
    assert [text.strip() for text in result.rest] == ["Wie praat? {=Kim ~Bo"]


def test_each_of_several_braces_that_are_missing_is_told_at_its_line() -> None:
    result = import_questions("Een? {=a ~b\n\n// over twee\n\nTwee? {=a\n~b\n\nDrie? {=a ~b\n", "nl")
    assert told(result) == [f"pasted:{line}:1  {MISSING}" for line in (1, 5, 8)]
    assert [text.strip() for text in result.rest] == ["Een? {=a ~b", "Twee? {=a\n~b", "Drie? {=a ~b"]


def test_an_empty_line_between_braces_is_one_between_answers() -> None:
    question = read("Wie belt? {\n=Noor\n\n~Sam \\{of Bo\\}\n\n~Kim\n}")
    assert [text for text, _, _ in answers(question)] == ["Noor", "Sam {of Bo}", "Kim"]


@pytest.mark.parametrize(
    "text",
    [
        "Een. {T}\n\nTwee. {F}",
        "Een. {T}\n \t\nTwee. {F}\n\n\n",
        "\n\n::1:: Een. {T}\n::2:: Twee. {F}",
        "Een. {T}\n$CATEGORY: x\nTwee. {F}",
        "Een. {T}\n  $CATEGORY : x\n\n  // uitleg\nTwee. {F}",
        "// uitleg\nEen. {T}\n\n$CATEGORY: x\n\nTwee. {F}\n// einde",
        "Een \\} en meer.\n{T}\n\nTwee. {F}",
    ],
)
def test_an_empty_line_a_title_and_a_category_part_questions_and_a_remark_is_none(text: str) -> None:
    result = import_questions(text, "nl")
    assert told(result) == []
    assert [name.split()[0].rstrip(".") for name in asked(result)] == ["Een", "Twee"]
    assert [question["correct"] for question in result.questions] == [True, False]


def test_a_question_is_told_at_the_line_on_which_it_begins() -> None:
    text = "// eerst\n\nEen. {T}\n\n\n// dan\nHoeveel\nbellen er? {#3}\n\nDrie. {T}\n::x::Vier? {~a ~b}"
    result = import_questions(text, "nl")
    assert [problem.mark.line for problem in result.problems] == [7, 11]
    assert result.rest == ["Hoeveel\nbellen er? {#3}", "::x::Vier? {~a ~b}"]


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("::Titel::Wie belt? {T}", "Wie belt?"),
        (":: Titel:: [html]<p>Wie</p><p>belt?</p> {T}", "Wie belt?"),
        ("[plain]Wie belt? {T}", "Wie belt?"),
        ("::Titel\nvan twee regels::Wie belt? {T}", "Wie belt?"),
        ("[moodle] Wie belt? [html] {T}", "Wie belt? [html]"),
        ("Wie typt [html]? {T}", "Wie typt [html]?"),
        ("Wie {T} belt?", "Wie _____ belt?"),
        ("Wie \\{T\\} belt? {T}", "Wie {T} belt?"),
        ("Wie\\nbelt\\: Noor \\~ Sam \\# \\\\ \\=? {T}", "Wie belt: Noor ~ Sam # \\ =? "),
        ("Wie\nbelt? {T}", "Wie belt?"),
        ("Wie &lt;3 belt? {T}  \n", "Wie <3 belt?"),
    ],
)
def test_what_is_asked_is_what_stands_before_the_braces_with_a_blank_for_what_is_within(text: str, ask: str) -> None:
    assert read(text)["ask"] == {"nl": ask.strip()}


@pytest.mark.parametrize("word", ["T", "t", "TRUE", " true ", "True\n"])
def test_a_verdict_is_read_however_it_is_written(word: str) -> None:
    assert read(f"Bellen mag. {{{word}}}")["correct"] is True
    assert read(f"Bellen mag. {{{word.upper().replace('TRUE', 'FALSE').replace('T', 'F')}}}")["correct"] is False


@pytest.mark.parametrize(
    ("inside", "feedback"),
    [
        ("T", None),
        ("T#Fout.", {"false": {"nl": "Fout."}}),
        ("T#Fout.#Goed.", {"true": {"nl": "Goed."}, "false": {"nl": "Fout."}}),
        ("T##Goed.", {"true": {"nl": "Goed."}}),
        ("F#Fout.#Goed.", {"true": {"nl": "Fout."}, "false": {"nl": "Goed."}}),
        ("F#[html]<i>Fout.</i>#[html]<b>Goed.</b>", {"true": {"nl": "Fout."}, "false": {"nl": "Goed."}}),
        ("F#Fout \\# nog.", {"true": {"nl": "Fout # nog."}}),
    ],
)
def test_what_is_said_to_the_wrong_verdict_comes_first(inside: str, feedback: Any) -> None:
    question = read(f"Bellen mag. {{{inside}####Zo is het.}}")
    assert question.get("feedback") == feedback
    assert question["why"] == {"nl": "Zo is het."}


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("=Noor#Ja.~Sam#Nee.", [("Noor", True, "Ja."), ("Sam", False, "Nee.")]),
        ("~Sam = Noor ", [("Sam", False, ""), ("Noor", True, "")]),
        ("=[html]<b>Noor</b>#[html]<i>Ja.</i>~[plain]Sam", [("Noor", True, "Ja."), ("Sam", False, "")]),
        ("~%100%Noor ~%0%Sam", [("Noor", True, ""), ("Sam", False, "")]),
        ("~%100%Noor ~% 0 % Sam", [("Noor", True, ""), ("% 0 % Sam", False, "")]),
        ("=50 % ~Sam", [("50 %", True, ""), ("Sam", False, "")]),
        ("=[html]a [html] b#[html]c [html] d~Sam", [("a [html] b", True, "c [html] d"), ("Sam", False, "")]),
        ("=a\\=b ~c\\~d\\#e", [("a=b", True, ""), ("c~d#e", False, "")]),
    ],
)
def test_each_sign_begins_an_answer_and_a_hash_what_is_said_to_it(inside: str, found: list[Any]) -> None:
    question = read(f"Wie belt? {{{inside}}}")
    assert (question["type"], answers(question)) == ("single", found)


@pytest.mark.parametrize(
    ("inside", "right"),
    [
        ("~%50%Noor ~%50%Sam ~Kim", ["Noor", "Sam"]),
        ("~%33.33333%Noor ~%66,66667%Sam ~%-100%Kim", ["Noor", "Sam"]),
        ("~%100%Noor ~%-50%Sam", ["Noor"]),
        ("=Noor ~%-50%Sam", None),
    ],
)
def test_shares_make_it_a_question_of_several_answers(inside: str, right: list[str] | None) -> None:
    question = read(f"Wie belt? {{{inside}}}")
    assert question["type"] == ("multiple" if right else "single")
    assert [text for text, good, _ in answers(question) if good] == (right or ["Noor"])


def test_pairs_become_what_belongs_together_and_what_belongs_with_nothing_stands_beside_them() -> None:
    question = read("Wat past? {=pesten -> gedrag =[html]<b>fraude</b>-> integriteit = -> salaris####Twee soorten.}")
    assert [(one["text"]["nl"], one["match"]["nl"]) for one in question["pairs"]] == [
        ("pesten", "gedrag"), ("fraude", "integriteit"),
    ]  # fmt: skip
    assert question["distractors"] == [{"text": {"nl": "salaris"}}]
    assert question["why"] == {"nl": "Twee soorten."}


@pytest.mark.parametrize("text", ["Denk na. {}", "Denk na.\n{ }", "::Titel::Denk na.", "Denk na. {####}"])
def test_what_asks_for_nothing_is_to_be_thought_about(text: str) -> None:
    assert read(text) == {"type": "reflection", "ask": {"nl": "Denk na."}}


def test_two_questions_without_braces_are_two_wherever_they_stand() -> None:
    first, later = (
        "Denk na.\n\nDenk nog eens.\n\nBellen mag. {T}",
        "Wie? {=a ~b\n\nBellen mag. {T}\n\nDenk na.\n\nDenk nog eens.",
    )
    assert asked(import_questions(first, "nl")) == ["Denk na.", "Denk nog eens.", "Bellen mag."]
    assert asked(import_questions(later, "nl")) == ["Bellen mag.", "Denk na.", "Denk nog eens."]


def test_what_is_said_in_general_keeps_the_name_of_a_format_within_it() -> None:
    assert read("Bellen mag. {T####[html]Typ [html] hier.}")["why"] == {"nl": "Typ [html] hier."}


def test_texts_that_all_belong_with_the_same_are_pairs_and_no_groups() -> None:
    assert read("Wat past? {=a -> x =b -> x}")["type"] == "match"
    assert read("Wat past? {=a -> x =b -> x =c -> y}")["type"] == "sort"
    assert read("Wat past? {=a -> x =b -> x =c -> y = -> z}")["type"] == "match"


def test_of_two_arrows_the_first_parts_a_pair() -> None:
    question = read("Wat past? {=a -> b -> c =d -> e}")
    assert [(one["text"]["nl"], one["match"]["nl"]) for one in question["pairs"]] == [("a", "b -> c"), ("d", "e")]


def test_thoughts_are_what_follows_and_what_is_said_in_general() -> None:
    question = read("[html]<p>Denk na.</p><p>Neem de tijd.</p>{####[html]<p>Alles is</p><p>goed.</p>}")
    assert question["thoughts"] == {"nl": "Neem de tijd. Alles is goed."}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hoeveel? {#3:1}", "filling in a number cannot be done here"),
        ("Hoeveel? { #3..4 }", "filling in a number cannot be done here"),
        ("Wie? {=Noor}", "typing an answer cannot be done here"),
        ("Wie? {~Noor ~Sam}", "none of these answers is right"),
        ("Wie? {=a -> b =c}", "one of the pairs lacks ->"),
        ("Wie? {=a -> b}", "this is only one pair"),
        ("Wie? {=a ~b} en {=c ~d}", "this question has answers in more than one place"),
        ("::x::{=a ~b}", "here are answers without a question"),
        ("// x\nWie? {Noor}", "there is no answer between the braces"),
        ("Wie? {=a ~b", "the brace that closes these answers is missing"),
    ],
)
def test_what_cannot_come_in_is_told_and_kept(text: str, said: str) -> None:
    result = import_questions(f"Vooraf. {{T}}\n\n{text}", "nl")
    (problem,) = told(result)
    assert said in problem
    assert (result.rest, len(result.questions)) == ([text.removeprefix("// x\n")], 1)


def test_a_picture_is_missed_wherever_it_stands() -> None:
    for text in (
        "Wie <img src\\=x.png>? {=Noor ~Sam}",
        "Wie? {=<img src\\=x.png> Noor ~Sam}",
        "@@PLUGINFILE@@/x Wie? {=a ~b}",
    ):
        result = import_questions(f"Een. {{T}}\n\n{text}", "nl")
        assert [(problem.mark.line, problem.severity) for problem in result.problems] == [(3, "warning")]
        assert len(result.questions) == 2
