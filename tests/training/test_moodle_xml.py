"""Moodle XML, read by the rules of Moodle's importer and compared with the planned questions and with GIFT."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from voorlichter.artefacts.training.formats.moodle_xml import render, render_questions
from voorlichter.artefacts.training.package import Course
from voorlichter.artefacts.training.questions import name_of, plan_questions, render_prose
from voorlichter.quiz.bank import BankChoice, BankQuestion, Matching, Reading, Statement

from .every_type import courses, every_type
from .moodle_import import Imported, import_questions

KINDS = {BankChoice: "multichoice", Statement: "truefalse", Matching: "matching", Reading: "description"}


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def assert_whole(course: Course) -> None:
    files = render(course)
    asking = [version for version in course.versions if plan_questions(version).asks]
    assert list(files) == [f"{course.name}-{version.language}.xml" for version in asking]
    for version in asking:
        planned = plan_questions(version)
        category, found = import_questions(files[f"{course.name}-{version.language}.xml"])
        assert category == planned.category
        assert [question.idnumber for question in found] == [question.id for question in planned.questions]
        for read, question in zip(found, planned.questions, strict=True):
            assert_same(read, question)


def assert_same(read: Imported, question: BankQuestion) -> None:
    assert (read.kind, read.name, plain(read.text)) == (
        KINDS[type(question)],
        name_of(question),
        plain(render_prose(question.told)),
    )
    assert plain(read.why) == plain(render_prose(question.why))
    assert read.mark == (0 if isinstance(question, Reading) else 1)
    if isinstance(question, BankChoice):
        assert read.single is question.single
        assert [(plain(text), plain(feedback)) for text, _, feedback in read.answers] == [
            (answer.text, answer.feedback) for answer in question.answers
        ]
        assert [share for _, share, _ in read.answers] == pytest.approx(
            [float(answer.share) for answer in question.answers], abs=1e-6
        )
    elif isinstance(question, Statement):
        assert [(share, plain(feedback)) for _, share, feedback in read.answers] == [
            (question.correct, question.if_true),
            (not question.correct, question.if_false),
        ]
    elif isinstance(question, Matching):
        assert [(plain(text), match) for text, match in read.pairs] == list(question.all_pairs)


@pytest.mark.parametrize("slug", ["vuurtoren", "ooverlaar", "werkplaats"])
def test_moodle_takes_every_module_whole(examples: Path, slug: str) -> None:
    for course in courses(examples, slug):
        assert_whole(course)


def test_moodle_takes_every_type_whole(examples: Path) -> None:
    assert_whole(every_type(examples))


@pytest.mark.parametrize("name", ["]]>", "<i>x</i>", "&amp; & \\", "“é” 語 ی 😀", "a\u0007b"])
def test_no_name_is_read_as_part_of_the_format(examples: Path, name: str) -> None:
    version = every_type(examples).first
    renamed = replace(version, slots=replace(version.slots, org=replace(version.slots.org, short_name=name)))
    found = import_questions(render_questions(plan_questions(renamed)))[1]
    assert plain(found[0].answers[0][2]) == f"Precies: {name} -> ja.".replace("\u0007", "")


def test_the_file_is_the_same_bytes_each_time(examples: Path) -> None:
    assert render(every_type(examples)) == render(every_type(examples))
