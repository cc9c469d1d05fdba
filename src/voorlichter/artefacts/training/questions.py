"""A module as questions in plain text: one organisation, one language, in the few forms that a question bank knows.

Slots are filled as data: what an organisation is called can never be read as part of a format.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Any

from voorlichter.artefacts.training.package import Version
from voorlichter.quiz.bank import BankQuestion, Link, Paragraphs
from voorlichter.quiz.types import modules_of_types
from voorlichter.site.fill import applies
from voorlichter.site.plain import PlainText

_TYPES = modules_of_types("bank")


@dataclass(frozen=True, slots=True)
class Questions:
    """A module's questions that are there for this organisation; `category` is their place in a question bank."""

    category: str
    about: str
    questions: tuple[BankQuestion, ...]


def plan_questions(version: Version) -> Questions:
    lesson, said = version.lesson, _Said(version)
    title = said(lesson["title"]).replace("/", "//")
    asked = [item for item in lesson["questions"] if not item["when"] or applies(version.slots, item["when"])]
    return Questions(
        f"$course$/top/{title} ({version.language})",
        said(lesson["about"]),
        tuple(_TYPES[question["type"]].plan(question, said) for question in asked),
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

    def why(self, question: Mapping[str, Any], parts: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> Paragraphs:
        """Why the answer is right, what is said to each part, and where to read it."""
        prose: list[str | tuple[str, ...] | Link] = [self(question["why"])] if question.get("why") else []
        if told := tuple(f"{name}: {self(part['feedback'])}" for name, part in parts if part["feedback"]):
            prose.append(told)
        if self._pages and question["source"]:
            prose.append(Link(self.word("read"), self._pages.href + question["source"].replace(".md", ".html")))
        return tuple(prose)


def render_prose(prose: Paragraphs) -> str:
    """As HTML of paragraphs, lists and links: all that a question bank lets through."""
    return "".join(_render_part(part) for part in prose)


def _render_part(part: str | tuple[str, ...] | Link) -> str:
    if isinstance(part, Link):
        return f'<p><a href="{escape(part.address)}" target="_blank" rel="noreferrer noopener">{render_text(part.text)}</a></p>'
    if isinstance(part, tuple):
        return f"<ul>{''.join(f'<li>{render_text(text)}</li>' for text in part)}</ul>"
    return f"<p>{render_text(part)}</p>"


def render_text(text: str) -> str:
    return escape(text, quote=False)


def percent(share: Fraction) -> str:
    """With the five decimals that Moodle recognises a third by: 33.33333."""
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")
