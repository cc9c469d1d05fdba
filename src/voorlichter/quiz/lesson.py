"""A module as its rules see it: the questions that are sound, and every text with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from voorlichter.problems import Language, Problem, Say, Severity
from voorlichter.quiz.model import Choice, Module, Question, Text
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its number in the file."""

    index: int
    question: Question

    @property
    def at(self) -> KeyPath:
        return ("questions", self.index)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module as far as it is sound: `module` is None while parts of it are not."""

    source: YamlSource
    module: Module | None
    asked: tuple[Asked, ...]
    passages: Collection[str] | None = None

    def problem(self, at: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(at), dotted(at), message, fix, severity)

    def choices(self) -> Iterator[tuple[KeyPath, Choice]]:
        for asked in self.asked:
            if isinstance(asked.question, Choice):
                yield asked.at, asked.question

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        if self.module:
            yield ("title",), self.module.title
        for asked in self.asked:
            yield from _texts(asked.question, asked.at)

    def option_texts(self) -> Iterator[tuple[KeyPath, Language, str]]:
        for at, question in self.choices():
            for index, option in enumerate(question.options):
                for language in LANGUAGES:
                    yield (*at, "options", index, "text", language), language, option.text.to(language)


Rule = Callable[[Lesson], Iterator[Problem]]


def _texts(part: BaseModel, at: KeyPath) -> Iterator[tuple[KeyPath, Text]]:
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


def folded(text: str) -> str:
    """What makes two texts the same to a reader: letters and figures, without case, accents and stops."""
    plain = unicodedata.normalize("NFKD", one_form(text)).casefold()
    letters = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(letters) or text.strip()
