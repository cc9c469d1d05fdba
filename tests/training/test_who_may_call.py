"""What is right in a question bank follows the profile: whom an organisation welcomes is not fixed in a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.artefacts.training.formats import FORMATS
from voorlichter.artefacts.training.questions import name_of, plan_questions

from .every_type import courses, in_language
from .moodle_import import import_questions
from .test_gift import plain, read_back

WORKERS = ["employees", "temps", "interns"]
OPTIONS = {
    "permanent contract": "employees",
    "temporary worker": "temps",
    "complaint about the organisation": "clients",
    "intern": "interns",
}
"""Of the question who can go to the advisor: words of each option, and whom it is about."""


def kind_of(option: str) -> str:
    (kind,) = [kind for words, kind in OPTIONS.items() if words in option]
    return kind


@pytest.mark.parametrize(
    "who",
    [WORKERS, [*WORKERS, "contractors", "volunteers"], [*WORKERS, "clients"], ["employees"], ["employees", "temps"]],
    ids=" ".join,
)
def test_the_key_of_an_exported_question_agrees_with_who_may_call(
    examples: Path, tmp_path: Path, who: list[str]
) -> None:
    course = next(course for course in courses(examples, who_may_call=who) if course.module == "role")
    name = f"{course.name}-en"
    ids = {name_of(question): question.id for question in plan_questions(in_language(course, "en")).questions}
    gift = {
        ids[question["name"]]: [(plain(answer[1]), answer[2] > 0) for answer in question["answers"]]
        for question in read_back(FORMATS["gift"](course)[f"{name}.gift"], tmp_path)
        if "answers" in question
    }
    moodle = {
        question.idnumber: [(plain(text), share > 0) for text, share, _ in question.answers]
        for question in import_questions(FORMATS["moodle-xml"](course)[f"{name}.xml"])[1]
    }
    asked = {*WORKERS} <= {*who} and "clients" not in who
    for bank in (gift, moodle):
        assert ("role-04" in bank) is asked
        assert [right for _, right in bank.get("role-04", ())] == [
            kind_of(text) in who for text, _ in bank.get("role-04", ())
        ]
        assert {kind_of(text) for text, _ in bank.get("role-04", ())} == ({*OPTIONS.values()} if asked else set())
