from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, open_tag, row_verdict, terms
from voorlichter.quiz.parts import DIGITS
from voorlichter.quiz.types.sort.model import Sort


def render(question: Sort, words: Words) -> Iterable[str]:
    for item in question.items:
        name = f"quiz-{question.id}_{item.id}"
        yield f'<fieldset class="quiz__part"><legend class="quiz__item">{words.of(item.text)}</legend>'
        yield '<div class="quiz__bins">'
        for index, bin_ in enumerate(question.bins):
            field = open_tag(
                "input",
                {
                    "type": "radio",
                    "id": f"{name}_{bin_.id}",
                    "name": name,
                    "value": DIGITS[index],
                    "data-right": bin_.id == item.bin,
                },
            )
            yield f'<label class="quiz__option">{field} <span>{words.of(bin_.text)}</span></label>'
        yield "</div>"
        yield row_verdict(name, item.feedback, words)
        yield "</fieldset>"


def render_right(question: Sort, words: Words) -> str:
    return terms(
        (words.of(bin_.text), [words.of(item.text) for item in question.items if item.bin == bin_.id])
        for bin_ in question.bins
    )
