"""Which form each type of question takes in a question bank, and what of it is said where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from voorlichter.quiz.bank import Answer, BankChoice, Matching, Paragraphs, Reading, Statement
from voorlichter.quiz.types.fill import bank as fill
from voorlichter.quiz.types.match import bank as match
from voorlichter.quiz.types.multiple import bank as multiple
from voorlichter.quiz.types.order import bank as order
from voorlichter.quiz.types.reflection import bank as reflection
from voorlichter.quiz.types.scale import bank as scale
from voorlichter.quiz.types.scenario import bank as scenario
from voorlichter.quiz.types.single import bank as single
from voorlichter.quiz.types.sort import bank as sort
from voorlichter.quiz.types.true_false import bank as true_false


class Plain:
    """Texts as they are, each in capitals so that it is seen to have been filled."""

    def __call__(self, text: str | None) -> str:
        return (text or "").upper()

    def word(self, key: str, number: int = 0) -> str:
        return f"<{key} {number}>" if number else f"<{key}>"

    def why(self, question: Mapping[str, Any], parts: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> Paragraphs:
        return (f"why of {question['id']}", tuple(f"{name}: {part['feedback']}" for name, part in parts))


SAID = Plain()
WHY = ("why of q", ())


def options(*right: bool) -> dict[str, Any]:
    parts = [
        {"id": f"o{place}", "text": f"text {place}", "correct": one, "feedback": f"said {place}"}
        for place, one in enumerate(right)
    ]
    return {"id": "q", "ask": "ask", "options": parts}


def test_of_one_right_answer_only_that_brings_the_mark() -> None:
    answers = (Answer("TEXT 0", Fraction(0), "SAID 0"), Answer("TEXT 1", Fraction(1), "SAID 1"))
    assert single.plan(options(False, True), SAID) == BankChoice("q", ("ASK",), True, answers, WHY)


@pytest.mark.parametrize(
    ("right", "share"), [((True, False), Fraction(1)), ((True, False, True, True), Fraction(1, 3))]
)
def test_of_several_each_brings_its_share_and_a_wrong_one_takes_as_much(
    right: tuple[bool, ...], share: Fraction
) -> None:
    planned = multiple.plan(options(*right), SAID)
    assert (planned.id, planned.told, planned.single, planned.why) == ("q", ("ASK",), False, WHY)
    assert [answer.share for answer in planned.answers] == [share if one else -share for one in right]
    assert planned.answers[1] == Answer("TEXT 1", -share, "SAID 1")


@pytest.mark.parametrize("correct", [True, False])
def test_a_statement_says_something_to_either_verdict(correct: bool) -> None:
    question = {"id": "q", "ask": "ask", "correct": correct, "feedback": {"true": "so", "false": "not so"}}
    assert true_false.plan(question, SAID) == Statement("q", ("ASK",), correct, "SO", "NOT SO", WHY)


def test_pairs_keep_their_feedback_in_the_explanation() -> None:
    pairs = [{"text": "a", "match": "x", "feedback": "one"}, {"text": "b", "match": "y", "feedback": "two"}]
    question = {"id": "q", "ask": "ask", "pairs": pairs, "distractors": [{"text": "z"}]}
    why = ("why of q", ("A – X: one", "B – Y: two"))
    assert match.plan(question, SAID) == Matching("q", ("ASK",), (("A", "X"), ("B", "Y")), ("Z",), why)


def test_what_is_sorted_belongs_with_the_name_of_its_bin() -> None:
    bins = [{"id": "one", "text": "first"}, {"id": "two", "text": "second"}]
    items = [{"text": "a", "bin": "two", "feedback": "no"}, {"text": "b", "bin": "one", "feedback": "yes"}]
    why = ("why of q", ("A – SECOND: no", "B – FIRST: yes"))
    expected = Matching("q", ("ASK",), (("A", "SECOND"), ("B", "FIRST")), (), why)
    assert sort.plan({"id": "q", "ask": "ask", "bins": bins, "items": items}, SAID) == expected


def steps(number: int) -> list[dict[str, str]]:
    return [{"id": f"s{place}", "text": f"step {place}", "feedback": f"said {place}"} for place in range(1, number + 1)]


def test_each_step_belongs_with_its_number_and_its_feedback_says_which() -> None:
    planned = order.plan({"id": "q", "ask": "ask", "steps": steps(3)}, SAID)
    assert (planned.id, planned.told, planned.distractors) == ("q", ("ASK", "<order>"), ())
    assert sorted(planned.pairs) == [("STEP 1", "1"), ("STEP 2", "2"), ("STEP 3", "3")]
    assert planned.why == ("why of q", ("1. STEP 1: said 1", "2. STEP 2: said 2", "3. STEP 3: said 3"))


def test_steps_stand_in_another_order_that_stays_the_same_and_differs_between_questions() -> None:
    for number in (2, 3, 4):
        orders = [
            [place for _, place in order.plan({"id": f"q{one}", "ask": "ask", "steps": steps(number)}, SAID).pairs]
            for one in range(30)
        ]
        assert all(
            places != sorted(places) and sorted(places) == [*map(str, range(1, number + 1))] for places in orders
        )
        assert orders[0] == [
            place for _, place in order.plan({"id": "q0", "ask": "x", "steps": steps(number)}, SAID).pairs
        ]
        assert len({*map(tuple, orders)}) > (1 if number > 2 else 0)


@pytest.mark.parametrize("thoughts", ["think", None, ""])
def test_something_to_think_about_is_there_to_be_read(thoughts: str | None) -> None:
    planned = reflection.plan({"id": "q", "ask": "ask", "thoughts": thoughts}, SAID)
    assert planned == Reading("q", ("ASK", *(["<thoughts>: THINK"] if thoughts else []), *WHY))


@pytest.mark.parametrize("thoughts", ["think", None])
def test_something_to_write_is_there_to_be_read_with_its_examples(thoughts: str | None) -> None:
    planned = fill.plan({"id": "q", "ask": "ask", "thoughts": thoughts, "examples": ["one", "two"]}, SAID)
    assert planned == Reading("q", ("ASK", ("ONE", "TWO"), *(["THINK"] if thoughts else []), *WHY))


def test_a_line_of_ones_own_is_there_to_be_read_with_what_is_said_to_each_step() -> None:
    parts = [{"text": "one", "feedback": "soft"}, {"text": "two", "feedback": "hard"}]
    planned = scale.plan({"id": "q", "ask": "ask", "steps": parts}, SAID)
    assert planned == Reading("q", ("ASK", ("ONE SOFT", "TWO HARD"), *WHY))


def test_a_story_says_of_every_choice_what_comes_of_it_and_where_it_leads() -> None:
    choices = [
        {"text": "laugh", "feedback": "alas", "to": "end"},
        {"text": "ask", "feedback": None, "to": "talk"},
    ]
    story = [
        {"id": "start", "text": "a joke", "choices": choices},
        {"id": "talk", "text": "a talk", "choices": [{"text": "go", "feedback": "", "to": "end"}]},
        {"id": "end", "text": "silence", "choices": []},
    ]
    assert scenario.plan({"id": "q", "ask": "ask", "steps": story}, SAID) == Reading(
        "q",
        (
            "ASK",
            "<scenario>",
            "<step 1>. A JOKE",
            ("LAUGH – ALAS – <go_on 3>", "ASK – <go_on 2>"),
            "<step 2>. A TALK",
            ("GO – <go_on 3>",),
            "<end 3>. SILENCE",
            *WHY,
        ),
    )
