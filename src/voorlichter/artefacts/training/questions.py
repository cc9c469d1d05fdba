"""A module as questions in plain text: one organisation, one language, in the few forms that a question bank knows.

Slots are filled as data: what an organisation is called can never be read as part of a format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from html import escape
from textwrap import shorten
from typing import Any

from voorlichter.artefacts.training.package import Course, Version
from voorlichter.picture_file import OF_QUESTIONS
from voorlichter.problems import Say
from voorlichter.quiz.bank import BankPicture, BankQuestion, Link, Paragraphs, Reading
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
    kept_back: int = 0
    """Those whose answer holds only where nobody sees what somebody answered."""

    @property
    def to_read(self) -> int:
        """Those that no question bank can ask: a story, or something to think about."""
        return sum(isinstance(question, Reading) for question in self.questions)

    @property
    def asks(self) -> bool:
        return self.to_read < len(self.questions)


def plan_questions(version: Version) -> Questions:
    lesson, said = version.lesson, _Said(version)
    title = said(lesson["title"]).replace("/", "//")
    there = [item for item in lesson["questions"] if not item["when"] or applies(version.slots, item["when"])]
    asked = [item for item in there if item.get("bank", True)]
    return Questions(
        f"$course$/top/{title} ({version.language})",
        said(lesson["about"]),
        tuple(_with_picture(_TYPES[question["type"]].plan(question, said), question, said) for question in asked),
        len(there) - len(asked),
    )


def _with_picture(planned: BankQuestion, question: Mapping[str, Any], said: _Said) -> BankQuestion:
    """After what is asked, before what may follow: the steps of a story."""
    if not question.get("picture"):
        return planned
    ask, *rest = planned.told
    return replace(planned, told=(ask, said.picture(question), *rest))


def pictures_of(question: BankQuestion) -> list[BankPicture]:
    return [part for part in question.told if isinstance(part, BankPicture)]


def render_banks(course: Course, end: str, render: Callable[[Questions], bytes]) -> dict[str, bytes]:
    """A file for each language; none where a question bank would have nothing to ask."""
    planned = {version.language: plan_questions(version) for version in course.versions}
    return {f"{course.name}-{code}{end}": render(found) for code, found in planned.items() if found.asks}


def tell_banks(course: Course, reads: bool = True, shows: bool = True) -> Iterator[Say]:
    """What is not there, or not as a question; `reads` where a text can stand between the questions, `shows` where a picture can."""
    found = plan_questions(course.first)
    if not found.asks:
        yield Say(
            f"{course.module}: geen bestand, want een vragenbank kan hier niets van vragen",
            f"{course.module}: no file, as a question bank can ask nothing of it",
        )
    elif found.to_read:
        nl, en = ("alleen om te lezen", "to be read only") if reads else ("weggelaten", "left out")
        yield Say(
            f"{course.module}: {found.to_read} {nl}; een verhaal, een eigen grens of een denkvraag kan een vragenbank niet stellen",
            f"{course.module}: {found.to_read} {en}; a question bank cannot ask a story, a line of one's own or something to think about",
        )
    if found.kept_back and found.asks:
        yield Say(
            f"{course.module}: {found.kept_back} weggelaten; het antwoord klopt alleen waar niemand ziet wat iemand antwoordde",
            f"{course.module}: {found.kept_back} left out; the answer holds only where nobody sees what somebody answered",
        )

    unseen = sum(len(pictures_of(question)) for question in found.questions)
    if unseen and found.asks and not shows:
        yield Say(
            f"{course.module}: {unseen} zonder afbeelding; dit bestand kan er geen bevatten, er staat nu wat erop te zien is. Met afbeelding: moodle-xml of qti",
            f"{course.module}: {unseen} without the picture; this kind of file can hold none, it says now what it shows. With the picture: moodle-xml or qti",
        )


def name_of(question: BankQuestion) -> str:
    """How a teacher finds it in a list: its first words."""
    return shorten(str(question.told[0]), 80, placeholder="…")


class _Said:
    """A module's texts, filled for one site."""

    def __init__(self, version: Version) -> None:
        self._plain = PlainText(version.template, version.slots)
        self._strings: Mapping[str, str] = version.template.description["strings"]
        self._pages = version.slots.publication.pages
        self._pictures = version.template.pictures

    def __call__(self, text: str | None) -> str:
        return self._plain(text)

    def word(self, key: str, number: int = 0) -> str:
        return self._strings[f"exports_{key}"].replace("%(number)s", str(number))

    def picture(self, question: Mapping[str, Any]) -> BankPicture:
        path = next(name for name in self._pictures if name.startswith(f"{OF_QUESTIONS}{question['id']}."))
        return BankPicture(path.removeprefix(OF_QUESTIONS), self(question["picture"]["alt"]), self._pictures[path])

    def why(self, question: Mapping[str, Any], parts: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> Paragraphs:
        """Why the answer is right, what is said to each part, and where to read it."""
        prose: list[str | tuple[str, ...] | Link] = [self(question["why"])] if question.get("why") else []
        if told := tuple(f"{name}: {self(part['feedback'])}" for name, part in parts if part["feedback"]):
            prose.append(told)
        if self._pages and question["source"]:
            prose.append(Link(self.word("read"), self._pages.href + question["source"].replace(".md", ".html")))
        return tuple(prose)


def render_prose(prose: Paragraphs, pictures: str | None = None) -> str:
    """As HTML of paragraphs, lists and links: all that a question bank lets through. `pictures` is where it finds these, if it has any."""
    return "".join(_render_part(part, pictures) for part in prose)


def _render_part(part: str | tuple[str, ...] | Link | BankPicture, pictures: str | None) -> str:
    if isinstance(part, BankPicture):
        said = render_text(part.alt)
        return (
            f"<p>[{said}]</p>"
            if pictures is None
            else f'<p><img src="{pictures}{part.name}" alt="{escape(part.alt)}"></p>'
        )
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
