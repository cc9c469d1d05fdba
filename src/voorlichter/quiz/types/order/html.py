from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, mixed, open_tag, render_list, render_select, row_verdict
from voorlichter.quiz.parts import DIGITS
from voorlichter.quiz.types.order.model import Order

SCRIPT_SAYS = ("moved",)


def render(question: Order, words: Words) -> Iterable[str]:
    places = mixed([step.id for step in question.steps], question.id)
    yield open_tag("ol", {"class": "quiz__order", "data-start": "".join(DIGITS[index] for index in places)})
    for index in places:
        step = question.steps[index]
        name = f"quiz-{question.id}_{step.id}"
        numbers = [(DIGITS[number], str(number + 1), number == index) for number in range(len(places))]
        text = words.of(step.text)
        yield f'<li class="quiz__part" data-index="{DIGITS[index]}"><label for="{name}">{text}</label>'
        for way in ("up", "down"):
            yield f'<button type="button" class="quiz__move" data-kit="{way}" hidden><span class="heard">{words(way)}: {text}</span></button>'
        yield render_select(name, words("no_number"), numbers)
        yield row_verdict(name, step.feedback, words)
        yield "</li>"
    yield "</ol>"


def render_right(question: Order, words: Words) -> str:
    return render_list("ol", [words.of(step.text) for step in question.steps])
