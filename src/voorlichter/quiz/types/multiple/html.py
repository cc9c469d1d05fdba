from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words
from voorlichter.quiz.options import render_options, render_right_options
from voorlichter.quiz.types.multiple.model import Multiple


def render(question: Multiple, words: Words) -> Iterable[str]:
    return render_options(question, "checkbox", words)


def render_right(question: Multiple, words: Words) -> str:
    return render_right_options(question, words)
