from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, mixed, render_select, row_verdict, terms
from voorlichter.quiz.parts import DIGITS
from voorlichter.quiz.types.match.model import Match


def render(question: Match, words: Words) -> Iterable[str]:
    texts = [pair.match for pair in question.pairs] + [distractor.text for distractor in question.distractors]
    ids = [pair.id for pair in question.pairs] + [distractor.id for distractor in question.distractors]
    places = mixed(ids, question.id)
    # Paper folds nothing out.
    yield f'<ul class="print-only">{"".join(f"<li>{words.of(texts[index])}</li>" for index in places)}</ul>'
    for own, pair in enumerate(question.pairs):
        name = f"quiz-{question.id}_{pair.id}"
        choices = [(DIGITS[index], words.of(texts[index]), index == own) for index in places]
        yield f'<div class="quiz__part"><label for="{name}">{words.of(pair.text)}</label>'
        yield render_select(name, words("choose"), choices)
        yield row_verdict(name, pair.feedback, words)
        yield "</div>"


def render_right(question: Match, words: Words) -> str:
    return terms((words.of(pair.text), [words.of(pair.match)]) for pair in question.pairs)
