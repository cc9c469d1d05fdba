from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.types.rating_scale.model import RatingScale

from voorlichter.quiz.markup import Words, render_option


def render(question: RatingScale, words: Words) -> Iterable[str]:
    yield '<div class="quiz__scale">'
    for number in range(1, question.highest + 1):
        right = number == question.correct
        yield from render_option(question.id, str(number), number - 1, str(number), right, None, words)
    yield "</div>"


def render_right(question: RatingScale, words: Words) -> str:
    return f"<p>{question.correct}</p>"
