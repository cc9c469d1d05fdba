"""Options to choose from: what one right answer and several have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from voorlichter.problems import Say
from voorlichter.quiz import bank
from voorlichter.quiz.markup import Words, render_list, render_option
from voorlichter.quiz.parts import (
    MOST_PARTS,
    WRONG,
    Id,
    ModulePart,
    Placed,
    Scored,
    digits,
    feedback_key,
    id_key,
    key,
    misconception_key,
    placed,
    text_key,
)
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath


class Option(ModulePart):
    """An answer to choose."""

    id: Id = id_key("de id van het antwoord", "the option's id", "colleague")
    text: Text = text_key("text", ("het antwoord", "Hooguit 25 woorden."), ("the answer", "At most 25 words."))
    correct: bool = key(
        "correct: true",
        ("of dit een goed antwoord is", "Weglaten mag bij een fout antwoord."),
        ("whether this is a correct answer", "May be left out for a wrong answer."),
        False,
    )
    feedback: Text | None = feedback_key(
        "Wie dit kiest, leest het. Verplicht bij een fout antwoord.",
        "Who chooses this reads it. Compulsory on a wrong answer.",
    )
    misconception: Id | None = misconception_key("dit antwoord", "this option")


class OptionsQuestion(Scored):
    """A question with options to choose from."""

    options: tuple[Option, ...] = key(
        "options: [{id: you, text: {nl: …, en: …}, correct: true}, …]",
        ("de antwoorden", "Twee tot vier."),
        ("the options", "Two to four."),
        min_length=2,
        max_length=MOST_PARTS,
    )
    shuffle: bool = key(
        "shuffle: false",
        ("of de volgorde elke keer anders is", "Weglaten: ja. False bij antwoorden die een volgorde hebben, zoals een schaal."),
        ("whether the order differs each time", "Left out: yes. False where the options have an order, such as a scale."),
        True,
    )  # fmt: skip

    def fingerprint(self) -> Iterable[str]:
        return [f"{option.id} {option.correct}" for option in self.options]

    def script_data(self) -> dict[str, Any]:
        right = [index for index, option in enumerate(self.options) if option.correct]
        return {"right": digits(right), "parts": len(self.options)}

    def beside_each_other(self) -> Iterator[list[Placed]]:
        yield placed("options", self.options)

    def to_choose_from(self) -> Iterator[tuple[KeyPath, int]]:
        yield ("options",), len(self.options)

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        for index, option in enumerate(self.options):
            if not option.correct and option.feedback is None:
                yield ("options", index, "feedback"), WRONG


def render_options(question: OptionsQuestion, field: str, words: Words) -> Iterable[str]:
    """`field` is the type of each input."""
    if question.shuffle:
        yield '<div class="quiz__mix">'
    for index, option in enumerate(question.options):
        text = words.of(option.text)
        yield "<div>"
        yield from render_option(question.id, option.id, index, text, option.correct, option.feedback, words, field)
        yield "</div>"
    if question.shuffle:
        yield "</div>"


def render_right_options(question: OptionsQuestion, words: Words) -> str:
    right = [words.of(option.text) for option in question.options if option.correct]
    return f"<p>{right[0]}</p>" if len(right) == 1 else render_list("ul", right)


def plan_options(question: Mapping[str, Any], said: bank.Said, single: bool) -> bank.BankChoice:
    """Several right ones share the mark; each wrong one takes away as much as a right one gives."""
    options = question["options"]
    share = Fraction(1, sum(option["correct"] for option in options))
    wrong = Fraction(0) if single else -share
    answers = tuple(
        bank.Answer(said(option["text"]), share if option["correct"] else wrong, said(option["feedback"]))
        for option in options
    )
    return bank.BankChoice(question["id"], (said(question["ask"]),), single, answers, said.why(question))
