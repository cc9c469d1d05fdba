from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, render_list
from voorlichter.quiz.types.fill.model import Fill


def render(question: Fill, words: Words) -> Iterable[str]:
    """What is typed has no name, so that nothing ever takes it along."""
    yield f'<label class="quiz__own">{words("own")} <textarea rows="3" maxlength="300" spellcheck="false"></textarea></label>'
    yield f'<details class="quiz__thoughts"><summary>{words("examples")}</summary>'
    yield render_list("ul", map(words.said, question.examples))
    if question.thoughts:
        yield f"<p>{words.said(question.thoughts)}</p>"
    yield "</details>"
