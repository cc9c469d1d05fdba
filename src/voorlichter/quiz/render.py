"""A module as HTML that works without JavaScript; quiz.js turns it into one question a screen.

Slots and marks like {je|u} pass through untouched: they are resolved later, in the finished page.
A new type of question is one function here, in `_ANSWERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from voorlichter.problems import Language
from voorlichter.quiz.model import Choice, Module, Multiple, Question, Scored, Single, Text, TrueFalse
from voorlichter.slots.scan import TAG

_QUOTED = re.compile(r'\{"([^"{}]*)"\}')
_FOR_THE_SCRIPT = (
    *("check", "next", "back", "skip", "done", "again", "count", "empty", "right", "wrong", "partly"),
    *("end", "end_reread", "end_none", "score", "passed", "not_passed"),
)
_ICON = '<svg class="quiz__icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="{}"/></svg>'
_ICONS = {True: _ICON.format("M4 13l5 5L20 6"), False: _ICON.format("M6 6l12 12M18 6L6 18")}


@dataclass(frozen=True, slots=True)
class _Words:
    """The interface's own words in one language, and the titles of the pages."""

    language: Language
    strings: Mapping[str, str]
    titles: Mapping[str, str]

    def __call__(self, key: str, **numbers: int) -> str:
        text = escape_text(self.strings[f"quiz_{key}"])
        for name, number in numbers.items():
            text = text.replace(f"%({name})s", str(number))
        return text

    def of(self, text: Text) -> str:
        return escape_text(text.to(self.language))


@dataclass(frozen=True, slots=True)
class _Answer:
    """One thing to tick, with what is said about it."""

    id: str
    text: str
    correct: bool
    feedback: str


def render_module(
    module: Module, language: Language, strings: Mapping[str, str], titles: Mapping[str, str] | None = None
) -> str:
    """One form. `strings` are the interface's words in this language; `titles` those of pages by file."""
    words = _Words(language, strings, titles or {})
    total = len(module.questions)
    title = f"quiz-title-{module.id}"
    questions = [
        _render_question(question, number, total, words) for number, question in enumerate(module.questions, 1)
    ]
    attributes = {
        "class": "quiz", "id": f"quiz-form-{module.id}", "aria-labelledby": title,
        # A dialog's form sends nothing anywhere and leaves the address alone, also when Enter is pressed.
        "method": "dialog", "autocomplete": "off",
        "data-draw": " ".join(f"{group}={number}" for group, number in module.draw.items()),
        "data-pass-mark": "" if module.pass_mark is None else str(module.pass_mark),
    }  # fmt: skip
    said = {f"data-{key.replace('_', '-')}": words(key) for key in _FOR_THE_SCRIPT}
    return "\n".join([
        _open("form", {key: value for key, value in attributes.items() if value} | said),
        f'<p class="quiz__title" id="{title}">{words.of(module.title)}</p>',
        *questions,
        "</form>",
    ])  # fmt: skip


def _render_question(question: Question, number: int, total: int, words: _Words) -> str:
    attributes = {
        "class": "quiz__question",
        "id": f"quiz-{question.id}",
        "data-type": question.type,
        "data-group": question.group or "",
    }
    return "\n".join([
        _open("fieldset", {key: value for key, value in attributes.items() if value}),
        f'<legend><span class="quiz__count">{words("count", number=number, total=total)}</span> '
        f'<span class="quiz__ask">{words.of(question.ask)}</span> '
        f'<span class="quiz__hint">{words("hint_" + question.type.replace("-", "_"))}</span></legend>',
        *_ANSWERS[type(question)](question, words),
        "</fieldset>",
    ])  # fmt: skip


def _render_single(question: Single, words: _Words) -> Iterable[str]:
    return _render_answers(question, "radio", _options(question, words), words)


def _render_multiple(question: Multiple, words: _Words) -> Iterable[str]:
    return _render_answers(question, "checkbox", _options(question, words), words)


def _render_true_false(question: TrueFalse, words: _Words) -> Iterable[str]:
    answers = [
        _Answer(name, words(name), question.correct is value, words.of(feedback) if feedback else "")
        for name, value, feedback in (
            ("true", True, question.feedback.true),
            ("false", False, question.feedback.false),
        )
    ]
    return _render_answers(question, "radio", answers, words)


_ANSWERS: dict[type, Callable[[Any, _Words], Iterable[str]]] = {
    Single: _render_single,
    Multiple: _render_multiple,
    TrueFalse: _render_true_false,
}


def _options(question: Choice, words: _Words) -> list[_Answer]:
    return [
        _Answer(
            option.id,
            words.of(option.text),
            option.correct,
            words.of(option.feedback) if option.feedback else "",
        )
        for option in question.options
    ]


def _render_answers(question: Scored, kind: str, answers: list[_Answer], words: _Words) -> Iterable[str]:
    for answer in answers:
        name = f"quiz-{question.id}-{answer.id}"
        correct = "true" if answer.correct else "false"
        verdict = "right" if answer.correct else "wrong"
        yield (
            f'<label class="quiz__option"><input type="{kind}" id="{name}" name="{question.id}" '
            f'value="{answer.id}" data-correct="{correct}"> <span>{answer.text}</span></label>'
        )
        # Directly after its label: the style sheet shows it when the label's box is ticked.
        judged = f"<strong>{words('option_' + verdict)}</strong> {answer.feedback}"
        yield (
            f'<p class="quiz__feedback quiz__feedback--{verdict}" id="{name}-feedback">'
            f"{_ICONS[answer.correct]} <span>{judged}</span></p>"
        )
    right = [answer.text for answer in answers if answer.correct]
    yield from _render_why(question, right, words)


def _render_why(question: Scored, right: list[str], words: _Words) -> Iterable[str]:
    yield '<details class="quiz__why">'
    yield f"<summary>{words('why')}</summary>"
    if len(right) == 1:
        yield f'<p class="quiz__answer"><strong>{words("answer")}</strong> <span>{right[0]}</span></p>'
    else:
        items = "".join(f"<li>{text}</li>" for text in right)
        yield f'<div class="quiz__answer"><strong>{words("answers")}</strong> <ul>{items}</ul></div>'
    yield f'<p class="quiz__explanation">{words.of(question.why)}</p>'
    if question.source:
        page, _, passage = question.source.partition("#")
        address = page.removesuffix(".md") + ".html" + (f"#{passage}" if passage else "")
        title = words.titles.get(question.source) or words.titles.get(page)
        text = f"{words('source')}: {escape_text(title)}" if title else words("source")
        yield f'<p><a class="quiz__source" href="{address}">{text}</a></p>'
    yield "</details>"


def _open(tag: str, attributes: Mapping[str, str]) -> str:
    """An opening tag; the values are escaped already."""
    written = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    return f"<{tag} {written}>"


def escape_text(text: str) -> str:
    """An author's text as HTML, on one line, its slots and exempt quotations `{"…"}` as they were written."""
    text = " ".join(text.split())
    parts, end = [], 0
    for tag in TAG.finditer(text):
        parts += [_escape(text[end : tag.start()]), tag.group()]
        end = tag.end()
    return "".join([*parts, _escape(text[end:])])


def _escape(text: str) -> str:
    parts, end = [], 0
    for found in _QUOTED.finditer(text):
        parts += [escape(text[end : found.start()]), '{"', escape(found.group(1)), '"}']
        end = found.end()
    # The apostrophe stays: it is common in Dutch, and all attributes here stand in double quotes.
    return "".join([*parts, escape(text[end:])]).replace("&#x27;", "'")
