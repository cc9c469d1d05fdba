"""A module as its rules see it: the questions that are sound, and every text with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

from voorlichter.languages import Code, Languages, shipped
from voorlichter.problems import Problem, Say, Severity
from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import Placed, Question
from voorlichter.slots.scan import TAG
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

AnyQuestion = TypeVar("AnyQuestion", bound=Question)


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
    languages: Languages = field(default_factory=shipped)

    def problem(self, at: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(at), dotted(at), message, fix, severity)

    def of(self, kind: type[AnyQuestion]) -> Iterator[tuple[KeyPath, AnyQuestion]]:
        """The questions of one type, each with its place."""
        for asked in self.asked:
            if isinstance(asked.question, kind):
                yield asked.at, asked.question

    def texts(self) -> Iterator[Placed]:
        yield from self.module_texts()
        for index, text in enumerate(self.module.learned if self.module else ()):
            yield ("learned", index), text
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
            for texts in asked.question.beside_each_other():
                yield [((*asked.at, *within), text) for within, text in texts]

    def said(self, text: Text) -> Iterator[tuple[Code, str]]:
        """In the languages in which somebody reads it."""
        return ((language, said) for language, said in text.items() if language in self.languages)

    def choosable(self) -> Iterator[tuple[KeyPath, Code, str]]:
        for group in self.beside_each_other():
            for at, text in group:
                for language, said in self.said(text):
                    yield (*at, language), language, said


Rule = Callable[[Lesson], Iterator[Problem]]


def _texts(part: BaseModel, at: KeyPath) -> Iterator[Placed]:
    for key in type(part).model_fields:
        value = getattr(part, key)
        for path, item in _items((*at, key), value):
            if isinstance(item, Text):
                yield path, item
            elif isinstance(item, BaseModel):
                yield from _texts(item, path)


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
