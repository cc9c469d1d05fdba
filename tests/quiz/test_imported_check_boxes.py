"""Markdown with check boxes: which line asks, which answers and which explains."""

from __future__ import annotations

import pytest

from voorlichter.quiz.importing import Imported, import_questions

BOXES = "- [x] Noor\n- [ ] Sam\n"


def asked(text: str) -> list[str]:
    result: Imported = import_questions(text, "nl")
    assert result.problems == []
    return [question["ask"]["nl"] for question in result.questions]


@pytest.mark.parametrize("end", "?.!:…")
def test_a_heading_that_is_a_sentence_asks_and_what_stands_below_it_belongs_to_it(end: str) -> None:
    assert asked(f"## Wie belt{end}\nKies er een.\n{BOXES}") == [f"Wie belt{end} Kies er een."]
    assert asked(f"## Wie belt{end}\n{BOXES}") == [f"Wie belt{end}"]


def test_a_heading_that_is_none_asks_only_where_nothing_else_does() -> None:
    assert asked(f"## Vraag 1\nWie belt?\n{BOXES}") == ["Wie belt?"]
    assert asked(f"## **Wie belt** er ##\n{BOXES}") == ["Wie belt er"]


@pytest.mark.parametrize("between", ["---", "***", "___", "## Daarna", "</quiz>\n<quiz>", "</div>\n<div class='x'>"])
def test_a_rule_a_heading_and_a_tag_part_questions_also_within_a_tag(between: str) -> None:
    text = f"<quiz>\nEen?\n{BOXES}{between}\nTwee?\n{BOXES}</quiz>"
    assert asked(text) == ["Een?", "Twee?"]


@pytest.mark.parametrize(("before", "after"), [("<quiz>", "</quiz>"), ("<QUIZ>", "</QUIZ>"), ("<?quiz?>", "<?/quiz?>"), ("<div>", "</Div>")])  # fmt: skip
def test_within_a_tag_what_follows_the_boxes_explains(before: str, after: str) -> None:
    result = import_questions(f"{before}\nEen?\n{BOXES}\nZo is het.\n{after}\n\nTwee?\n{BOXES}", "nl")
    assert result.questions[0]["why"] == {"nl": "Zo is het."}
    assert "why" not in result.questions[-1]


def test_outside_a_tag_what_follows_the_boxes_asks_and_a_quote_explains() -> None:
    result = import_questions(f"Een?\n{BOXES}\n> Zo is het.\n> Altijd.\n\nTwee?\n{BOXES}", "nl")
    assert [question["ask"]["nl"] for question in result.questions] == ["Een?", "Twee?"]
    assert result.questions[0]["why"] == {"nl": "Zo is het. Altijd."}


def test_what_is_set_in_below_an_answer_is_said_to_it() -> None:
    (question,) = import_questions("Een?\n- [x] Noor\n  > Ja.\n  Zeker.\n- [ ] Sam\n\tNee.\n", "nl").questions
    assert [option["feedback"]["nl"] for option in question["options"]] == ["Ja. Zeker.", "Nee."]


def test_a_question_that_does_not_come_in_is_told_where_it_begins() -> None:
    result = import_questions(f"# Vooraf\n\nEen?\n{BOXES}\nTwee?\n- [ ] Noor\n- [ ] Sam\n", "nl")
    assert [problem.mark.line for problem in result.problems] == [7]
    assert result.rest == ["Twee?\n- [ ] Noor\n- [ ] Sam"]
