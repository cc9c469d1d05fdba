from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words
from voorlichter.quiz.options import render_options, render_right_options
from voorlichter.quiz.types.single.model import Single


def render(question: Single, words: Words) -> Iterable[str]:
    return render_options(question, "radio", words)


def render_right(question: Single, words: Words) -> str:
    return render_right_options(question, words)
