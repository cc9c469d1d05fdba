from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, render_option
from voorlichter.quiz.types.true_false.model import TrueFalse


def render(question: TrueFalse, words: Words) -> Iterable[str]:
    feedback = {"true": question.feedback.true, "false": question.feedback.false}
    for name, digit in (("true", 1), ("false", 0)):
        right = question.correct is bool(digit)
        yield from render_option(question.id, name, digit, words(name), right, feedback[name], words)


def render_right(question: TrueFalse, words: Words) -> str:
    return f"<p>{words('true' if question.correct else 'false')}</p>"
