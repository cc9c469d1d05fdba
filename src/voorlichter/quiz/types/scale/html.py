from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, open_tag
from voorlichter.quiz.parts import DIGITS
from voorlichter.quiz.types.scale.model import Scale


def render(question: Scale, words: Words) -> Iterable[str]:
    """As options are, without a sign of right or wrong."""
    for place, step in enumerate(question.steps):
        name = f"quiz-{question.id}_{step.id}"
        tag = open_tag("input", {"type": "radio", "id": name, "name": f"quiz-{question.id}", "value": DIGITS[place]})
        yield f'<label class="quiz__option">{tag} <span>{words.of(step.text)}</span></label>'
        yield f'<p class="quiz__feedback" id="{name}-said"><span>{words.said(step.feedback)}</span></p>'
