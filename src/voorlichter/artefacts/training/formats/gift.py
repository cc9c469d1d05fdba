"""Questions as GIFT, a plain text that Moodle and many others read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from voorlichter.artefacts.training.package import Course
from voorlichter.artefacts.training.questions import (
    Questions,
    name_of,
    percent,
    render_banks,
    render_prose,
    render_text,
    tell_banks,
)
from voorlichter.problems import Say
from voorlichter.quiz.bank import BankChoice, BankQuestion, Matching, Reading, Statement

RANK = 4
_SPECIAL = re.compile(r"[\\~=#{}:]")
_REFERENCES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\{}"})
"""Where HTML may stand: not every reader knows these after a backslash."""


def render(course: Course) -> dict[str, bytes]:
    return render_banks(course, ".gift", render_questions)


def tell(course: Course) -> Iterator[Say]:
    return tell_banks(course, shows=False)


def render_questions(questions: Questions) -> bytes:
    """One category and its questions, in UTF-8, an empty line between them."""
    return "\n\n".join([f"$CATEGORY: {questions.category}", *map(_render_question, questions.questions), ""]).encode()


def _render_question(question: BankQuestion) -> str:
    """A question is called by its first words, without what readers differ about in a name; its id is in the remark, as its ID number for Moodle."""
    name = _escape(name_of(question).replace("\\", ""))
    head = f"// [id:{question.id}]\n::{name}::[html]{_html(render_prose(question.told))}"
    if isinstance(question, Reading):
        return head
    why = f"####{_html(render_prose(question.why))}" if question.why else ""
    return "\n".join([f"{head} {{", *_ANSWERS[type(question)](question), *filter(None, [why]), "}"])


def _choices(question: BankChoice) -> Iterator[str]:
    """`=` says that this answer alone is right; where several are, each has its share of the mark."""
    for answer in question.answers:
        share = f"%{percent(answer.share)}%" if answer.share else ""
        sign = "=" if question.single and answer.share == 1 else f"~{share}"
        yield f"{sign}{_inline(answer.text)}{_feedback(answer.feedback)}"


def _verdicts(question: Statement) -> Iterator[str]:
    """First what is said to the wrong answer, then to the right one."""
    said = (question.if_false, question.if_true) if question.correct else (question.if_true, question.if_false)
    yield f"{'TRUE' if question.correct else 'FALSE'}#{_inline(said[0])}{_feedback(said[1])}"


def _pairs(question: Matching) -> Iterator[str]:
    """What is chosen is plain text, also where the rest is HTML."""
    for text, match in question.all_pairs:
        yield f"={_inline(text)} -> {_escape(match)}"


_ANSWERS: dict[type[BankQuestion], Callable[[Any], Iterator[str]]] = {
    BankChoice: _choices,
    Statement: _verdicts,
    Matching: _pairs,
}


def _feedback(text: str) -> str:
    return f"#{_inline(text)}" if text else ""


def _inline(text: str) -> str:
    """At the beginning a % would be a weight, and a [ the name of a format."""
    html = render_text(text)
    return _html(f"&#{ord(html[0])};{html[1:]}" if html.startswith(("%", "[")) else html)


def _html(html: str) -> str:
    return _escape(html.translate(_REFERENCES))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
