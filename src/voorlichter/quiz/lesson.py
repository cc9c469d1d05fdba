"""A module as its rules see it: the questions that are sound, and every text with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pydantic import BaseModel

from voorlichter.problems import Language, Problem, Say, Severity
from voorlichter.quiz.model import Choice, Match, Module, Order, Question, Scenario, Sort, Text
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

LANGUAGES: tuple[Language, ...] = ("nl", "en")


Placed = tuple[KeyPath, Text]
"""A text and where it stands."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its number in the file."""

    index: int
    question: Question

    @property
    def at(self) -> KeyPath:
        return ("questions", self.index)


@dataclass(frozen=True, slots=True)
class Released:
    """What an id was handed out for."""

    module: str
    type: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module as far as it is sound: `module` is None while parts of it are not."""

    source: YamlSource
    module: Module | None
    asked: tuple[Asked, ...]
    passages: Mapping[str, str | None] | None = None
    released: Mapping[str, Released] = field(default_factory=dict)

    def problem(self, at: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(at), dotted(at), message, fix, severity)

    def choices(self) -> Iterator[tuple[KeyPath, Choice]]:
        for asked in self.asked:
            if isinstance(asked.question, Choice):
                yield asked.at, asked.question

    def scenarios(self) -> Iterator[tuple[KeyPath, Scenario]]:
        for asked in self.asked:
            if isinstance(asked.question, Scenario):
                yield asked.at, asked.question

    def texts(self) -> Iterator[Placed]:
        yield from self.module_texts()
        for asked in self.asked:
            yield from _texts(asked.question, asked.at)

    def module_texts(self) -> Iterator[Placed]:
        for key in ("title", "about"):
            text = getattr(self.module, key, None)
            if text is not None:
                yield (key,), text

    def beside_each_other(self) -> Iterator[list[Placed]]:
        """The texts that a learner tells apart: the options of a question, the choices at a step."""
        for asked in self.asked:
            yield from _beside_each_other(asked.question, asked.at)

    def choosable(self) -> Iterator[tuple[KeyPath, Language, str]]:
        for group in self.beside_each_other():
            for at, text in group:
                for language in LANGUAGES:
                    yield (*at, language), language, text.to(language)


Rule = Callable[[Lesson], Iterator[Problem]]


def _beside_each_other(question: Question, at: KeyPath) -> Iterator[list[Placed]]:
    def each(key: str, part: str = "text") -> list[Placed]:
        return [((*at, key, index, part), getattr(item, part)) for index, item in enumerate(getattr(question, key))]

    match question:
        case Choice():
            yield each("options")
        case Order():
            yield each("steps")
        case Match():
            yield each("pairs")
            yield [*each("pairs", "match"), *each("distractors")]
        case Sort():
            yield each("bins")
            yield each("items")
        case Scenario():
            for number, step in enumerate(question.steps):
                place = (*at, "steps", number, "choices")
                yield [((*place, index, "text"), choice.text) for index, choice in enumerate(step.choices)]


def _texts(part: BaseModel, at: KeyPath) -> Iterator[Placed]:
    for key in type(part).model_fields:
        value = getattr(part, key)
        for place, item in _items((*at, key), value):
            if isinstance(item, Text):
                yield place, item
            elif isinstance(item, BaseModel):
                yield from _texts(item, place)


def _items(at: KeyPath, value: object) -> Iterable[tuple[KeyPath, object]]:
    return [((*at, index), item) for index, item in enumerate(value)] if isinstance(value, tuple) else [(at, value)]


def one_form(text: str) -> str:
    """The text with one form of address chosen, as a reader meets it."""
    return re.sub(r"\{([^{}|]*)\|[^{}|]*\}", r"\1", text)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", TAG.sub("", text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """What makes two texts the same to a reader: letters and figures, without case, accents and stops."""
    plain = unicodedata.normalize("NFKD", one_form(text)).casefold()
    letters = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(letters) or text.strip()
