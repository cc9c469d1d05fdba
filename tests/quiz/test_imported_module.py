"""The file that questions which somebody brought become: its ids, its languages, and what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from voorlichter.languages import Languages, complete, shipped
from voorlichter.problems import Problem
from voorlichter.quiz import check_module, read_module
from voorlichter.quiz.importing import Imported, import_questions
from voorlichter.quiz.importing.module import join_languages, lacking_feedback, render_module

NL = "Vraag;Goed antwoord;Fout antwoord;Feedback;Uitleg\nWie kiest?;Wie praat;De baas;Die niet.;Het is zijn verhaal.\n"
EN = "Question;Right;Wrong;Feedback;Why\nWho chooses?;Whoever talks;The boss;They do not.;It is their story.\n"
ORDER_NL = "Zet op volgorde. {=bellen -> 1 =praten -> 2 =kiezen -> 3}"
ORDER_EN = "Put in order. {=calling -> 1 =talking -> 2 =choosing -> 3}"
CHOICE = "Wie belt? {=Noor ~Sam}"
THREE = "Who calls? {=Noor ~Sam ~Kim}"
TWO_RIGHT = "Who calls? {~%50%Noor ~%50%Sam ~%-100%Kim}"
TURNED = "Who calls? {~Noor =Sam}"
COMPLETE: Languages = complete(shipped())


def joined(*texts: str, codes: Sequence[str] = ("nl", "en", "pl")) -> Imported:
    return join_languages({code: import_questions(text, code) for code, text in zip(codes, texts, strict=False)})


def said(problems: list[Problem]) -> list[str]:
    return [problem.render("en") for problem in problems]


def test_two_languages_of_the_same_questions_become_one() -> None:
    both = joined(NL, EN)
    assert (both.problems, both.rest) == ([], [])
    assert both.questions == [
        {
            "type": "single",
            "ask": {"nl": "Wie kiest?", "en": "Who chooses?"},
            "options": [
                {"text": {"nl": "Wie praat", "en": "Whoever talks"}, "correct": True},
                {"text": {"nl": "De baas", "en": "The boss"}, "feedback": {"nl": "Die niet.", "en": "They do not."}},
            ],
            "why": {"nl": "Het is zijn verhaal.", "en": "It is their story."},
        }
    ]


def test_three_languages_come_together_too() -> None:
    (question,) = joined(ORDER_NL, ORDER_EN, "Ustaw. {=dzwonić -> 1 =mówić -> 2 =wybrać -> 3}").questions
    assert question["ask"] == {"nl": "Zet op volgorde.", "en": "Put in order.", "pl": "Ustaw."}
    assert question["steps"][2] == {"text": {"nl": "kiezen", "en": "choosing", "pl": "wybrać"}}


@pytest.mark.parametrize("other", [THREE, TWO_RIGHT, TURNED, "Who calls? {=Noor ~Sam#No.}", "Noor calls. {T}"])
def test_a_question_that_is_built_differently_stays_in_the_first_language_and_is_told(other: str) -> None:
    first = f"{ORDER_NL}\n\n{CHOICE}"
    both = joined(first, f"{ORDER_EN}\n\n{other}")
    assert both.questions[0]["ask"] == {"nl": "Zet op volgorde.", "en": "Put in order."}
    assert both.questions[1] == import_questions(first, "nl").questions[1]
    assert said(both.problems) == [
        "pasted:1:1  en 2  note: this question is built differently in the other language  translate it by hand"
    ]


def test_another_number_of_questions_is_told_and_the_other_languages_still_join() -> None:
    first, *_ = both = joined(CHOICE, f"{CHOICE}\n\n{ORDER_EN}", "Kto dzwoni? {=Noor ~Sam}").questions
    assert len(both) == 1
    assert first["ask"] == {"nl": "Wie belt?", "pl": "Kto dzwoni?"}
    result = joined(CHOICE, f"{CHOICE}\n\n{ORDER_EN}", codes=("nl", "en"))
    assert said(result.problems) == [
        "pasted:1:1  en  this file has another number of questions  give two files with the same questions"
    ]
    assert result.rest == [""]


def test_what_did_not_come_in_is_kept_of_each_language() -> None:
    both = joined(f"{CHOICE}\n\nHoeveel? {{#3}}", "Who calls? {=Noor ~Sam}\n\nHow many? {#3}")
    assert both.rest == ["Hoeveel? {#3}", "How many? {#3}"]
    assert len(both.problems) == 2
    assert both.questions[0]["ask"] == {"nl": "Wie belt?", "en": "Who calls?"}


def test_what_was_read_is_not_altered_by_joining() -> None:
    read = {"nl": import_questions(CHOICE, "nl"), "en": import_questions(THREE, "en")}
    join_languages(read)
    assert read["nl"].problems == []
    assert read["nl"].questions == import_questions(CHOICE, "nl").questions


def file_of(text: str, id_: str = "talk", used: Sequence[str] = ()) -> str:
    return render_module(id_, {"nl": "Een gesprek – nu"}, import_questions(text, "nl").questions, used)


def data_of(text: str, id_: str = "talk", used: Sequence[str] = ()) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(file_of(text, id_, used))
    return data


def test_a_file_names_its_schema_and_begins_with_what_a_module_is() -> None:
    head, *lines = file_of(CHOICE).split("\n")
    assert head == "# yaml-language-server: $schema=../module.schema.json"
    assert lines[:3] == ["id: talk", "title:", "  nl: Een gesprek – nu"]
    assert lines[4:6] == ["- id: talk-01", "  type: single"]


def test_a_long_text_stays_on_one_line() -> None:
    asked = " ".join(["woord"] * 200) + "?"
    assert f"nl: {asked}\n" in file_of(f"{asked} {{=ja ~nee}}")


def test_every_part_gets_an_id_after_the_list_it_is_in() -> None:
    data = data_of(f"{CHOICE}\n\n{ORDER_NL}\n\nWaar? {{=a -> x =b -> x =c -> y}}\n\nWat? {{=a -> x =b -> y = -> z}}")
    choice, order, sort, match = data["questions"]
    assert [one["id"] for one in data["questions"]] == ["talk-01", "talk-02", "talk-03", "talk-04"]
    assert [one["id"] for one in choice["options"]] == ["option-1", "option-2"]
    assert [one["id"] for one in order["steps"]] == ["step-1", "step-2", "step-3"]
    assert [one["id"] for one in sort["bins"]] == ["bin-1", "bin-2"]
    assert [(one["id"], one["bin"]) for one in sort["items"]] == [
        ("item-1", "bin-1"), ("item-2", "bin-1"), ("item-3", "bin-2"),
    ]  # fmt: skip
    assert [one["id"] for one in match["pairs"] + match["distractors"]] == ["pair-1", "pair-2", "distractor-1"]


def test_an_id_that_is_used_is_passed_over() -> None:
    data = data_of(f"{CHOICE}\n\n{CHOICE}\n\n{CHOICE}", used=["talk-01", "talk-03", "other-02"])
    assert [one["id"] for one in data["questions"]] == ["talk-02", "talk-04", "talk-05"]


def test_the_ids_of_a_module_with_a_long_name_are_ids_still() -> None:
    text = "\n\n".join([CHOICE] * 100)
    ids = [one["id"] for one in data_of(text, "m" * 40)["questions"]]
    assert (ids[0], ids[-1]) == ("m" * 36 + "-01", "m" * 36 + "-100")
    assert max(map(len, ids)) == 40


def lacking(tmp_path: Path, nl: str, en: str) -> list[Problem]:
    path = tmp_path / "talk.yml"
    titles = {"nl": "Een gesprek", "en": "A talk"}
    path.write_text(render_module("talk", titles, joined(nl, en).questions, ()), encoding="utf-8")
    return lacking_feedback(read_module(path), COMPLETE)


def lines_of(problems: list[Problem]) -> list[str]:
    return [f"{problem.mark.line}  {problem.where}  {problem.fix.en if problem.fix else ''}" for problem in problems]


def test_a_question_without_explanation_is_asked_for_its_feedback_too(tmp_path: Path) -> None:
    told = lacking(
        tmp_path,
        "Wie belt? {=Noor ~Sam}\n\nWie praat? {=Noor#Ja. ~Sam ~Kim#Nee.####Zo is het.}",
        "Who calls? {=Noor ~Sam}\n\nWho talks? {=Noor#Yes. ~Sam ~Kim#No.####So it is.}",
    )
    assert lines_of(told) == [
        '7  questions[0].why  write for example: why: {nl: "…", en: "…"}',
        "18  questions[0].options[1].feedback  write: feedback: {nl: …, en: …}",
        '36  questions[1].options[1].feedback  write: feedback: {nl: "…", en: "…"}',
    ]
    assert {problem.message.en for problem in told[1:]} == {"this wrong answer gets no feedback"}


def test_a_statement_and_pairs_are_asked_for_theirs(tmp_path: Path) -> None:
    told = lacking(
        tmp_path,
        "Wat hoort bij elkaar? {=een -> eerst =twee -> dan####Zo is het.}\n\nBellen mag. {T}",
        "What belongs together? {=one -> first =two -> then####So it is.}\n\nYou may call. {T}",
    )
    assert [problem.where for problem in told] == [
        "questions[0].pairs[0].feedback", "questions[0].pairs[1].feedback",
        "questions[1].why", "questions[1].feedback.false",
    ]  # fmt: skip


def test_nothing_lacks_where_each_wrong_answer_has_its_feedback(tmp_path: Path) -> None:
    nl, en = "Wie praat? {=Noor ~Sam#Nee.####Zo is het.}", "Who talks? {=Noor ~Sam#No.####So it is.}"
    assert lacking(tmp_path, nl, en) == []


def test_a_file_that_holds_no_module_is_told_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "talk.yml"
    path.write_text("- een lijst\n", "utf-8")
    source = read_module(path)
    assert lacking_feedback(source, COMPLETE) == check_module(source, languages=COMPLETE)[1] != []
