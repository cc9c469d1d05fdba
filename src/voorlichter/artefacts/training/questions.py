"""A module as questions in plain text: one organisation, one language, in the few forms that a question bank knows.

Slots are filled as data: what an organisation is called can never be read as part of a format.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Any

from voorlichter.artefacts.training.package import Version
from voorlichter.site.fill import applies
from voorlichter.site.plain import PlainText


@dataclass(frozen=True, slots=True)
class Link:
    """Where the site teaches it."""

    text: str
    address: str


Prose = tuple[str | tuple[str, ...] | Link, ...]
"""Paragraphs; several texts together are a list."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`share`: what choosing it adds to or takes from the whole mark."""

    text: str
    share: Fraction
    feedback: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Options to choose from: one (`single`) or several."""

    id: str
    told: Prose
    single: bool
    answers: tuple[Answer, ...]
    why: Prose


@dataclass(frozen=True, slots=True)
class Statement:
    """True or false, with what is said to either answer."""

    id: str
    told: Prose
    correct: bool
    if_true: str
    if_false: str
    why: Prose


@dataclass(frozen=True, slots=True)
class Matching:
    """Each text gets what belongs with it; a question bank has no feedback on a pair, so all of it stands in `why`."""

    id: str
    told: Prose
    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...]
    why: Prose

    @property
    def all_pairs(self) -> tuple[tuple[str, str], ...]:
        """What belongs with nothing stands beside an empty text: so question banks tell a distractor."""
        return (*self.pairs, *(("", distractor) for distractor in self.distractors))


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read and think about; it has no mark."""

    id: str
    told: Prose
    why: Prose = ()


Question = Choice | Statement | Matching | Reading


@dataclass(frozen=True, slots=True)
class Questions:
    """A module's questions that are there for this organisation; `category` is their place in a question bank."""

    category: str
    about: str
    questions: tuple[Question, ...]


def plan_questions(version: Version) -> Questions:
    lesson, said = version.lesson, _Said(version)
    title = said(lesson["title"]).replace("/", "//")
    asked = [one for one in lesson["questions"] if not one["when"] or applies(version.slots, one["when"])]
    return Questions(
        f"$course$/top/{title} ({version.language})",
        said(lesson["about"]),
        tuple(_FORMS[question["type"]](question, said) for question in asked),
    )


class _Said:
    """A module's texts, filled for one site."""

    def __init__(self, version: Version) -> None:
        self._plain = PlainText(version.template, version.slots)
        self._strings: Mapping[str, str] = version.template.description["strings"]
        self._pages = version.slots.publication.pages

    def __call__(self, text: str | None) -> str:
        return self._plain(text)

    def word(self, key: str, number: int = 0) -> str:
        return self._strings[f"exports_{key}"].replace("%(number)s", str(number))

    def why(self, question: Mapping[str, Any], parts: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> Prose:
        """Why the answer is right, what is said to each part, and where to read it."""
        prose: list[str | tuple[str, ...] | Link] = [self(question["why"])] if question.get("why") else []
        if told := tuple(f"{name}: {self(part['feedback'])}" for name, part in parts if part["feedback"]):
            prose.append(told)
        if self._pages and question["source"]:
            prose.append(Link(self.word("read"), self._pages.href + question["source"].replace(".md", ".html")))
        return tuple(prose)


def _choice(question: Mapping[str, Any], said: _Said) -> Choice:
    """Several right ones share the mark; each wrong one takes away as much as a right one gives."""
    options = question["options"]
    share = Fraction(1, sum(option["correct"] for option in options))
    single = question["type"] == "single"
    wrong = Fraction(0) if single else -share
    answers = tuple(
        Answer(said(option["text"]), share if option["correct"] else wrong, said(option["feedback"]))
        for option in options
    )
    return Choice(question["id"], (said(question["ask"]),), single, answers, said.why(question))


def _statement(question: Mapping[str, Any], said: _Said) -> Statement:
    if_true, if_false = (said(question["feedback"][answer]) for answer in ("true", "false"))
    return Statement(
        question["id"], (said(question["ask"]),), question["correct"], if_true, if_false, said.why(question)
    )


def _order(question: Mapping[str, Any], said: _Said) -> Matching:
    """A number for each step: every importer knows matching, and it gives each step in its place its share of the mark.

    Moodle's own ordering came with 4.4; an older one, or one of its relatives, refuses the whole file for it.
    """
    steps = [(said(step["text"]), str(place), step) for place, step in enumerate(question["steps"], 1)]
    mixed = tuple((text, place) for text, place, _ in _mix(question["id"], steps))
    why = said.why(question, [(f"{place}. {text}", step) for text, place, step in steps])
    return Matching(question["id"], (said(question["ask"]), said.word("order")), mixed, (), why)


def _mix(seed: str, steps: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    """In the same other order each time: not every learning environment shuffles."""
    mixed = sorted(steps, key=lambda step: hashlib.sha256(f"{seed} {step[2]['id']}".encode()).digest())
    return mixed if mixed != steps else [*steps[1:], steps[0]]


def _match(question: Mapping[str, Any], said: _Said) -> Matching:
    pairs = [(said(pair["text"]), said(pair["match"]), pair) for pair in question["pairs"]]
    distractors = tuple(said(one["text"]) for one in question["distractors"])
    why = said.why(question, [(f"{text} – {match}", pair) for text, match, pair in pairs])
    return Matching(question["id"], (said(question["ask"]),), tuple(pair[:2] for pair in pairs), distractors, why)


def _sort(question: Mapping[str, Any], said: _Said) -> Matching:
    bins = {one["id"]: said(one["text"]) for one in question["bins"]}
    items = [(said(item["text"]), bins[item["bin"]], item) for item in question["items"]]
    why = said.why(question, [(f"{text} – {name}", item) for text, name, item in items])
    return Matching(question["id"], (said(question["ask"]),), tuple(item[:2] for item in items), (), why)


def _scenario(question: Mapping[str, Any], said: _Said) -> Reading:
    """No question bank can branch, so the story is there to be read, with every choice and what comes of it."""
    numbers = {step["id"]: number for number, step in enumerate(question["steps"], 1)}
    text: list[str | tuple[str, ...] | Link] = [said(question["ask"]), said.word("scenario")]
    for step in question["steps"]:
        text.append(f"{said.word('step' if step['choices'] else 'end', numbers[step['id']])}. {said(step['text'])}")
        if step["choices"]:
            text.append(tuple(_told(choice, numbers, said) for choice in step["choices"]))
    return Reading(question["id"], (*text, *said.why(question)))


def _told(choice: Mapping[str, Any], numbers: Mapping[str, int], said: _Said) -> str:
    parts = (said(choice["text"]), said(choice["feedback"]), said.word("go_on", numbers[choice["to"]]))
    return " – ".join(filter(None, parts))


def _reflection(question: Mapping[str, Any], said: _Said) -> Reading:
    thoughts = (f"{said.word('thoughts')}: {said(question['thoughts'])}",) if question["thoughts"] else ()
    return Reading(question["id"], (said(question["ask"]), *thoughts, *said.why(question)))


_FORMS: Mapping[str, Callable[[Mapping[str, Any], _Said], Question]] = {
    "single": _choice,
    "multiple": _choice,
    "true-false": _statement,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "scenario": _scenario,
    "reflection": _reflection,
}


def render_prose(prose: Prose) -> str:
    """As HTML of paragraphs, lists and links: all that a question bank lets through."""
    return "".join(_render_part(part) for part in prose)


def _render_part(part: str | tuple[str, ...] | Link) -> str:
    if isinstance(part, Link):
        return f'<p><a href="{escape(part.address)}" target="_blank" rel="noopener noreferrer">{render_text(part.text)}</a></p>'
    if isinstance(part, tuple):
        return f"<ul>{''.join(f'<li>{render_text(text)}</li>' for text in part)}</ul>"
    return f"<p>{render_text(part)}</p>"


def render_text(text: str) -> str:
    return escape(text, quote=False)


def percent(share: Fraction) -> str:
    """With the five decimals that Moodle recognises a third by: 33.33333."""
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")
