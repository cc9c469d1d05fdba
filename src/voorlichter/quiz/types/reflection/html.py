from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words
from voorlichter.quiz.types.reflection.model import Reflection


def render(question: Reflection, words: Words) -> Iterable[str]:
    if question.thoughts:
        yield '<details class="quiz__thoughts">'
        yield f"<summary>{words('thoughts')}</summary>"
        yield f"<p>{words.said(question.thoughts)}</p>"
        yield "</details>"
