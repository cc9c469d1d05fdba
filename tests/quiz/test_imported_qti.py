"""QTI as other systems write it, item by item: what is right, what is said to whom, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.quiz.importing import Imported, import_file
from voorlichter.zip_file import render_zip

NOOR_AND_SAM = "<simpleChoice identifier='A'>Noor</simpleChoice><simpleChoice identifier='B'>Sam</simpleChoice>"
VERDICTS = (
    "<simpleChoice identifier='true'>Waar</simpleChoice><simpleChoice identifier='false'>Niet waar</simpleChoice>"
)
NONE_RIGHT = "it does not say which answer is right  give the item a correctResponse"
OLD = "this is QTI 1.2  export the questions as QTI 2.1"


def right(*values: str) -> str:
    """What is right, one value each."""
    said = "".join(f"<value>{value}</value>" for value in values)
    return f"<responseDeclaration identifier='R'><correctResponse>{said}</correctResponse></responseDeclaration>"


def shares(**of: str) -> str:
    """What each choice adds to the mark."""
    said = "".join(f"<mapEntry mapKey='{name}' mappedValue='{share}'/>" for name, share in of.items())
    return f"<responseDeclaration identifier='R'><mapping>{said}</mapping></responseDeclaration>"


def said_to(**feedback: str) -> str:
    """What is said at the end of an item, by the name of the choice it is said to."""
    return "".join(f"<modalFeedback identifier='{name}'>{text}</modalFeedback>" for name, text in feedback.items())


def item(declared: str, choices: str = NOOR_AND_SAM, feedback: str = "", kind: str = "choice", more: str = "") -> str:
    asked = f"<{kind}Interaction responseIdentifier='R' {more}><prompt>Wie?</prompt>{choices}</{kind}Interaction>"
    return f"<assessmentItem>{declared}<itemBody>{asked}</itemBody>{feedback}</assessmentItem>"


def half(*names: str) -> str:
    """One side of what belongs together, each choice called by its own text."""
    said = "".join(f"<simpleAssociableChoice identifier='{name}'>{name}</simpleAssociableChoice>" for name in names)
    return f"<simpleMatchSet>{said}</simpleMatchSet>"


def read(text: str) -> dict[str, Any]:
    """The question of one item, of which nothing is to be told."""
    result = import_file(text.encode(), "nl")
    assert (told(result), result.rest) == ([], [])
    (question,) = result.questions
    return question


def packed(**files: str) -> Imported:
    """Of a package of these files, where a name of two folders has a double underscore between."""
    return import_file(
        render_zip({f"{name.replace('__', '/')}.xml": text.encode() for name, text in files.items()}), "nl"
    )


def told(result: Imported) -> list[str]:
    return [problem.render("en") for problem in result.problems]


def correct(question: dict[str, Any]) -> list[str]:
    return [one["text"]["nl"] for one in question["options"] if one.get("correct")]


def asked(result: Imported) -> list[str]:
    return [question["ask"]["nl"] for question in result.questions]


@pytest.mark.parametrize(
    ("of", "found"),
    [
        ({"A": "1", "B": "0"}, ["Noor"]),
        ({"A": "0.5", "B": "0.25"}, ["Noor"]),
        ({"A": "0,25", "B": "0,5"}, ["Sam"]),
        ({"A": "-1", "B": "2"}, ["Sam"]),
        ({"A": "1/4", "B": "1/2"}, ["Sam"]),
    ],
)
def test_where_only_marks_say_what_is_right_the_highest_is(of: dict[str, str], found: list[str]) -> None:
    question = read(item(shares(**of)))
    assert (question["type"], correct(question)) == ("single", found)


def test_a_mark_for_what_is_no_choice_decides_nothing() -> None:
    assert correct(read(item(shares(X="5", A="0.5", B="0")))) == ["Noor"]


def test_what_is_named_as_right_goes_before_any_mark() -> None:
    marked = shares(A="9", B="1").replace("<mapping>", "<correctResponse><value>B</value></correctResponse><mapping>")
    assert correct(read(item(marked))) == ["Sam"]


def test_what_another_response_says_is_right_is_not_taken_for_this_one() -> None:
    other = right("B").replace("'R'", "'S'")
    assert correct(read(item(other + right("A") + shares(B="9").replace("'R'", "'S'")))) == ["Noor"]
    assert correct(read(item(shares(B="9").replace("'R'", "'S'") + shares(A="1")))) == ["Noor"]


@pytest.mark.parametrize(("most", "kind"), [("", "single"), ("maxChoices='1'", "single"), ("maxChoices='0'", "multiple"), ("maxChoices='2'", "multiple")])  # fmt: skip
def test_how_many_may_be_chosen_makes_it_one_or_several(most: str, kind: str) -> None:
    assert read(item(right("A"), more=most))["type"] == kind


def test_what_is_said_to_a_choice_comes_with_it_and_the_rest_is_why() -> None:
    question = read(item(right("A"), feedback=said_to(B="Nee, Sam niet.", always="<p>Noor belt.</p><p>Altijd.</p>")))
    assert question == {
        "type": "single",
        "ask": {"nl": "Wie?"},
        "options": [{"text": {"nl": "Noor"}, "correct": True}, {"text": {"nl": "Sam"}, "feedback": {"nl": "Nee, Sam niet."}}],
        "why": {"nl": "Noor belt. Altijd."},
    }  # fmt: skip


@pytest.mark.parametrize("verdict", [True, False])
def test_a_statement_keeps_what_is_said_to_true_and_to_false(verdict: bool) -> None:
    declared, feedback = right(str(verdict).lower()), said_to(true="Bij waar.", false="Bij onwaar.", why="Zo is het.")
    assert read(item(declared, VERDICTS, feedback)) == {
        "type": "true-false",
        "ask": {"nl": "Wie?"},
        "correct": verdict,
        "feedback": {"true": {"nl": "Bij waar."}, "false": {"nl": "Bij onwaar."}},
        "why": {"nl": "Zo is het."},
    }


def test_steps_come_in_the_right_order_with_what_is_said_to_each() -> None:
    question = read(item(right("B", "A"), feedback=said_to(A="Noor later.", B="Sam eerst.", x="Zo."), kind="order"))
    assert question["steps"] == [
        {"text": {"nl": "Sam"}, "feedback": {"nl": "Sam eerst."}},
        {"text": {"nl": "Noor"}, "feedback": {"nl": "Noor later."}},
    ]
    assert question["why"] == {"nl": "Zo."}


@pytest.mark.parametrize(
    "order", [right("A"), right("A", "B", "C"), right("A", "C"), right(), "", shares(A="1", B="2")]
)
def test_an_order_that_is_not_whole_is_refused(order: str) -> None:
    result = import_file(item(order, kind="order").encode(), "nl")
    assert told(result) == [f"pasted:1:1  {NONE_RIGHT}"]
    assert result.rest == ["Wie? Noor Sam"]


def test_what_belongs_with_nothing_stands_beside_the_pairs() -> None:
    halves = half("pesten", "fraude") + half("gedrag", "integriteit", "salaris")
    question = read(item(right("fraude integriteit", "pesten gedrag"), halves, said_to(x="Twee deuren."), "match"))
    assert question == {
        "type": "match",
        "ask": {"nl": "Wie?"},
        "pairs": [
            {"text": {"nl": "fraude"}, "match": {"nl": "integriteit"}},
            {"text": {"nl": "pesten"}, "match": {"nl": "gedrag"}},
        ],
        "distractors": [{"text": {"nl": "salaris"}}],
        "why": {"nl": "Twee deuren."},
    }


@pytest.mark.parametrize("pair", ["pesten x", "x gedrag", "gedrag pesten", "pesten", ""])
def test_a_pair_of_which_one_side_is_not_there_is_none(pair: str) -> None:
    halves = half("pesten", "fraude") + half("gedrag", "integriteit")
    result = import_file(item(right("fraude integriteit", pair), halves, kind="match").encode(), "nl")
    assert told(result) == ["pasted:1:1  this is only one pair  give two lines an answer at least"]


def test_one_item_that_does_not_come_in_is_told_without_the_name_of_a_file() -> None:
    result = import_file(item("").encode(), "nl")
    assert (told(result), result.questions) == ([f"pasted:1:1  {NONE_RIGHT}"], [])


def test_an_older_version_is_told_whether_in_a_package_or_by_itself() -> None:
    old = "<questestinterop><item/></questestinterop>"
    result = import_file(old.encode(), "nl")
    assert (told(result), result.rest) == ([f"pasted:1:1  {OLD}"], [""])
    result = packed(a=old, b=item(right("A")))
    assert (told(result), result.rest, len(result.questions)) == ([f"pasted:1:1  a.xml  {OLD}"], ["a.xml"], 1)


@pytest.mark.parametrize("kind", ["textEntry", "extendedText"])
def test_what_somebody_types_is_told_as_such(kind: str) -> None:
    (problem,) = told(import_file(item("", kind=kind).encode(), "nl"))
    assert "typing an answer cannot be done here" in problem


def named(name: str) -> str:
    return item(right("A")).replace("Wie?", name)


def test_items_come_in_the_order_of_the_tests_and_then_by_name() -> None:
    def order(*names: str) -> str:
        refs = "".join(f"<assessmentItemRef href='{name}'/>" for name in names)
        return f"<assessmentTest>{refs}</assessmentTest>"

    result = packed(
        a=named("a"), b=named("b"), c=named("c"), d=named("d"), items__e=named("e"),
        one__test=order("../items/e.xml", "../d.xml"), two=order("c.xml", "d.xml"),
    )  # fmt: skip
    assert asked(result) == ["e", "d", "c", "a", "b"]


def test_a_damaged_item_leaves_those_after_it() -> None:
    result = packed(a="<assessmentItem>", b=named("b"), c="<p/>")
    assert told(result) == ["pasted:1:1  a.xml  this file is damaged, or no XML  export the questions again"]
    assert asked(result) == ["b"]


def test_a_picture_is_missed_by_the_name_of_its_file() -> None:
    lost = "note: the picture or film in this question does not come along  say in words what is to be seen"
    with_picture = named("b").replace("<prompt>", "<prompt><img src='x.png'/>")
    assert told(packed(a=named("a"), b=with_picture)) == [f"pasted:1:1  b.xml  {lost}"]
    assert told(import_file(with_picture.encode(), "nl")) == [f"pasted:1:1  {lost}"]


def test_choices_without_a_name_of_their_own_do_no_harm() -> None:
    bare = "<simpleChoice>Kim</simpleChoice>"
    assert correct(read(item(right("A", ""), NOOR_AND_SAM + bare, more="maxChoices='0'"))) == ["Noor", "Kim"]
    without = item(right("A")).replace(" responseIdentifier='R'", "").replace(" identifier='R'", "")
    result = import_file(without.encode(), "nl")
    assert told(result) == [f"pasted:1:1  {NONE_RIGHT}"]
