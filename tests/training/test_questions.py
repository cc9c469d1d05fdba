"""A module's texts as one organisation gets them: slots filled, conditions applied, forms of address resolved."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.artefacts.training.questions import plan_questions
from voorlichter.quiz.bank import BankChoice, BankQuestion, Link, Matching, Reading

from .every_type import every_type, in_language


def planned(root: Path, slug: str = "vuurtoren") -> dict[str, BankQuestion]:
    return {question.id: question for question in plan_questions(in_language(every_type(root, slug), "nl")).questions}


def test_slots_are_filled_and_marks_resolved(examples: Path) -> None:
    assert planned(examples)["kind-single"].told == ("Bel je Noor Voorbeeld als je ~twijfel < 3 > 2 “hebt”?",)
    assert planned(examples, "ooverlaar")["kind-single"].told == ("Belt u iemand als u ~twijfel < 3 > 2 “hebt”?",)


@pytest.mark.parametrize(
    ("slug", "there"), [("vuurtoren", ["kind-large"]), ("ooverlaar", ["kind-large", "kind-small"]), ("werkplaats", [])]
)
def test_a_question_is_there_only_where_its_condition_holds(examples: Path, slug: str, there: list[str]) -> None:
    assert [name for name in planned(examples, slug) if name in ("kind-large", "kind-small")] == there


def test_a_condition_within_a_text_is_applied(examples: Path) -> None:
    course = every_type(examples)
    lesson = course.first.lesson
    lesson["questions"][0]["ask"] = (
        '[% if org.from_50 %]Groot [[ org.short_name ]][% else %]Klein[% endif %] [% include "door-hr.html" %]?'
    )
    ask = plan_questions(course.first).questions[0].told[0]
    assert ask == "Groot De Vuurtoren Team Mens en Werk?" or str(ask).startswith("Groot De Vuurtoren ")
    assert "<" not in str(ask)


def test_an_explanation_leads_to_the_passage_on_the_published_site(examples: Path) -> None:
    link = planned(examples)["kind-single"].why[-1]
    assert isinstance(link, Link)
    assert link.address == "https://www.devuurtoren.example/vertrouwenspersoon/gesprek.html#contact"


def test_an_explanation_names_no_place_where_the_site_has_no_address(examples: Path) -> None:
    assert not any(
        isinstance(part, Link) for question in planned(examples, "werkplaats").values() for part in question.why
    )


def test_right_picks_share_the_mark_and_each_wrong_one_takes_as_much(examples: Path) -> None:
    question = planned(examples)["kind-multiple"]
    assert isinstance(question, BankChoice)
    assert sum(answer.share for answer in question.answers if answer.share > 0) == 1
    assert {abs(answer.share) for answer in question.answers} == {question.answers[0].share}


def test_a_distractor_belongs_with_nothing(examples: Path) -> None:
    question = planned(examples)["kind-match"]
    assert isinstance(question, Matching)
    assert question.all_pairs[-1] == ("", "Niemand")


def test_a_story_names_where_every_choice_leads(examples: Path) -> None:
    story = planned(examples)["kind-story"]
    assert isinstance(story, Reading)
    assert story.told[2:] == (
        "Stap 1. Wat doe je?",
        ("Vragen – Dat helpt. – Verder bij stap 2.", "Doorlopen – Dat laat alleen. – Verder bij stap 3."),
        "Stap 2, het einde. Er komt een gesprek.",
        "Stap 3, het einde. Er komt geen gesprek.",
        "Vragen is genoeg.",
    )
