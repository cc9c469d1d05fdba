"""Questions as Moodle XML: what GIFT holds, and ID numbers by which a question stays the same one."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from voorlichter.artefacts.training.package import Course, add, render_xml
from voorlichter.artefacts.training.questions import (
    Questions,
    name_of,
    percent,
    pictures_of,
    render_banks,
    render_prose,
    render_text,
    tell_banks,
)
from voorlichter.quiz.bank import BankChoice, BankQuestion, Matching, Reading, Statement

RANK = 5


def render(course: Course) -> dict[str, bytes]:
    return render_banks(course, ".xml", render_questions)


tell = tell_banks


def render_questions(questions: Questions) -> bytes:
    """One category and its questions, as Moodle's question bank imports them."""
    quiz = Element("quiz")
    category = add(quiz, "question", type="category")
    add(add(category, "category"), "text", questions.category)
    _add_html(category, "info", render_text(questions.about))
    for question in questions.questions:
        kind, add_answers = _KINDS[type(question)]
        element = add(quiz, "question", type=kind)
        add(add(element, "name"), "text", name_of(question))
        text = _add_html(element, "questiontext", render_prose(question.told, "@@PLUGINFILE@@/"))
        for picture in pictures_of(question):
            coded = base64.b64encode(picture.data).decode()
            add(text, "file", coded, name=picture.name, path="/", encoding="base64")
        _add_html(element, "generalfeedback", render_prose(question.why))
        add(element, "defaultgrade", "0" if isinstance(question, Reading) else "1")
        add(element, "hidden", "0")
        add(element, "idnumber", question.id)
        add_answers(element, question)
    return render_xml(quiz)


def _add_choices(element: Element, question: BankChoice) -> None:
    add(element, "single", "true" if question.single else "false")
    add(element, "shuffleanswers", "true")
    add(element, "answernumbering", "none")
    for answer in question.answers:
        option = _add_html(element, "answer", render_text(answer.text), fraction=percent(answer.share))
        _add_html(option, "feedback", render_text(answer.feedback))


def _add_verdicts(element: Element, question: Statement) -> None:
    for value, feedback in ((True, question.if_true), (False, question.if_false)):
        answer = add(
            element, "answer", format="moodle_auto_format", fraction="100" if value is question.correct else "0"
        )
        add(answer, "text", "true" if value else "false")
        _add_html(answer, "feedback", render_text(feedback))


def _add_pairs(element: Element, question: Matching) -> None:
    """What is chosen is plain text, also where the rest is HTML."""
    add(element, "shuffleanswers", "true")
    for text, match in question.all_pairs:
        add(add(_add_html(element, "subquestion", render_text(text)), "answer"), "text", match)


def _add_nothing(element: Element, question: Reading) -> None:
    """A description has no answer."""


_KINDS: dict[type[BankQuestion], tuple[str, Callable[[Element, Any], None]]] = {
    BankChoice: ("multichoice", _add_choices),
    Statement: ("truefalse", _add_verdicts),
    Matching: ("matching", _add_pairs),
    Reading: ("description", _add_nothing),
}


def _add_html(parent: Element, name: str, html: str, **attributes: str) -> Element:
    child = add(parent, name, format="html", **attributes)
    add(child, "text", html)
    return child
