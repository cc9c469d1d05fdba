"""The fields of each type of question, with what is said about every answer. A new type is one function here.

An input's value is the index in the file, in base 36, as it stands in a saved answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from voorlichter.quiz.markup import Words, open_tag, terms, verdict
from voorlichter.quiz.model import (
    Choice,
    Match,
    Multiple,
    Order,
    Reflection,
    Scenario,
    ScenarioChoice,
    ScenarioStep,
    Single,
    Sort,
    Text,
    TrueFalse,
)
from voorlichter.quiz.state import DIGITS


def render_answers(question: Any, words: Words) -> Iterable[str]:
    return _ANSWERS[type(question)](question, words)


def right_answers(question: Any, words: Words) -> str:
    """All that is right, for the explanation; nothing where that is a matter of choice."""
    match question:
        case Choice():
            right = [words.of(option.text) for option in question.options if option.correct]
            return f"<p>{right[0]}</p>" if len(right) == 1 else _list("ul", right)
        case TrueFalse():
            return f"<p>{words('true' if question.correct else 'false')}</p>"
        case Order():
            return _list("ol", [words.of(step.text) for step in question.steps])
        case Match():
            return terms((words.of(pair.text), [words.of(pair.match)]) for pair in question.pairs)
        case Sort():
            return terms(
                (words.of(bin_.text), [words.of(item.text) for item in question.items if item.bin == bin_.id])
                for bin_ in question.bins
            )
    return ""


def mixed(ids: Sequence[str], salt: str) -> list[int]:
    """The places of the ids in an order that is the same at each build and never the one they stand in."""
    order = sorted(range(len(ids)), key=lambda place: hashlib.sha256(f"{salt} {ids[place]}".encode()).digest())
    return order if order != sorted(order) else [*order[1:], *order[:1]]


def _list(tag: str, texts: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{text}</li>' for text in texts)}</{tag}>"


def _render_options(question: Choice, words: Words) -> Iterable[str]:
    for place, option in enumerate(question.options):
        yield from _render_option(
            question, option.id, place, words.of(option.text), option.correct, option.feedback, words
        )


def _render_statement(question: TrueFalse, words: Words) -> Iterable[str]:
    feedback = {"true": question.feedback.true, "false": question.feedback.false}
    for name, place in (("true", 1), ("false", 0)):
        right = question.correct is bool(place)
        yield from _render_option(question, name, place, words(name), right, feedback[name], words)


def _render_option(
    question: Choice | TrueFalse, id_: str, place: int, text: str, right: bool, feedback: Text | None, words: Words
) -> Iterable[str]:
    name = f"quiz-{question.id}_{id_}"
    kind = "checkbox" if isinstance(question, Multiple) else "radio"
    field = open_tag("input", {"type": kind, "id": name, "name": f"quiz-{question.id}", "value": DIGITS[place]})
    yield f'<label class="quiz__option">{field} <span>{text}</span></label>'
    # Directly after its label: the style sheet shows it when the label's box is ticked.
    yield verdict(name, right, words.said(feedback), words)


def _render_order(question: Order, words: Words) -> Iterable[str]:
    places = mixed([step.id for step in question.steps], question.id)
    yield open_tag("ol", {"class": "quiz__order", "data-start": "".join(DIGITS[place] for place in places)})
    for place in places:
        step = question.steps[place]
        name = f"quiz-{question.id}_{step.id}"
        numbers = [(DIGITS[number], str(number + 1), number == place) for number in range(len(places))]
        text = words.of(step.text)
        yield f'<li class="quiz__part" data-index="{DIGITS[place]}"><label for="{name}">{text}</label>'
        for way in ("up", "down"):
            yield f'<button type="button" class="quiz__move" data-kit="{way}" hidden><span class="quiz__heard">{words(way)}: {text}</span></button>'
        yield _select(name, words("no_number"), numbers)
        yield from _verdicts(name, step.feedback, words)
        yield "</li>"
    yield "</ol>"


def _render_match(question: Match, words: Words) -> Iterable[str]:
    texts = [pair.match for pair in question.pairs] + [distractor.text for distractor in question.distractors]
    ids = [pair.id for pair in question.pairs] + [distractor.id for distractor in question.distractors]
    places = mixed(ids, question.id)
    # Paper folds nothing out.
    yield f'<ul class="print-only">{"".join(f"<li>{words.of(texts[place])}</li>" for place in places)}</ul>'
    for own, pair in enumerate(question.pairs):
        name = f"quiz-{question.id}_{pair.id}"
        choices = [(DIGITS[place], words.of(texts[place]), place == own) for place in places]
        yield f'<div class="quiz__part"><label for="{name}">{words.of(pair.text)}</label>'
        yield _select(name, words("choose"), choices)
        yield from _verdicts(name, pair.feedback, words)
        yield "</div>"


def _select(name: str, nothing: str, choices: Iterable[tuple[str, str, bool]]) -> str:
    options = (
        open_tag("option", {"value": value, "data-right": right}) + f"{text}</option>" for value, text, right in choices
    )
    return (
        open_tag("select", {"id": name, "name": name})
        + f'<option value="">{nothing}</option>{"".join(options)}</select>'
    )


def _render_sort(question: Sort, words: Words) -> Iterable[str]:
    for item in question.items:
        name = f"quiz-{question.id}_{item.id}"
        yield f'<fieldset class="quiz__part"><legend class="quiz__item">{words.of(item.text)}</legend>'
        yield '<div class="quiz__bins">'
        for place, bin_ in enumerate(question.bins):
            field = open_tag(
                "input",
                {
                    "type": "radio",
                    "id": f"{name}_{bin_.id}",
                    "name": name,
                    "value": DIGITS[place],
                    "data-right": bin_.id == item.bin,
                },
            )
            yield f'<label class="quiz__option">{field} <span>{words.of(bin_.text)}</span></label>'
        yield "</div>"
        yield from _verdicts(name, item.feedback, words)
        yield "</fieldset>"


def _verdicts(name: str, feedback: Text | None, words: Words) -> Iterable[str]:
    return (verdict(name, right, words.said(feedback), words) for right in (True, False))


def _render_scenario(question: Scenario, words: Words) -> Iterable[str]:
    """Each choice folds out what comes of it, down to every end of the story."""
    steps = {step.id: step for step in question.steps}

    def render_step(step: ScenarioStep, path: str) -> Iterable[str]:
        yield f'<p class="quiz__scene">{words.said(step.text)}</p>'
        for place, choice in enumerate(step.choices):
            yield from render_choice(choice, path + DIGITS[place], f"quiz-{question.id}_{path}")

    def render_choice(choice: ScenarioChoice, path: str, siblings: str) -> Iterable[str]:
        yield open_tag("details", {"class": "quiz__choice", "name": siblings, "data-path": path})
        yield f'<summary data-kit="choice"><span>{words.of(choice.text)}</span></summary>'
        yield '<div class="quiz__then">'
        if choice.feedback:
            yield f'<p class="quiz__said">{words.said(choice.feedback)}</p>'
        yield from render_step(steps[choice.to], path)
        yield "</div>"
        yield "</details>"

    return render_step(question.steps[0], "")


def _render_reflection(question: Reflection, words: Words) -> Iterable[str]:
    if question.thoughts:
        yield '<details class="quiz__thoughts">'
        yield f"<summary>{words('thoughts')}</summary>"
        yield f"<p>{words.said(question.thoughts)}</p>"
        yield "</details>"


_ANSWERS: dict[type, Callable[[Any, Words], Iterable[str]]] = {
    Single: _render_options,
    Multiple: _render_options,
    TrueFalse: _render_statement,
    Order: _render_order,
    Match: _render_match,
    Sort: _render_sort,
    Scenario: _render_scenario,
    Reflection: _render_reflection,
}
