"""Markdown with check boxes: a question, and under it a list in which what is right is ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.forms import NotUnderstoodError, check_number
from voorlichter.quiz.importing.result import Chosen, Imported, Writer
from voorlichter.quiz.importing.table import plan_verdict

_BOX = re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)])\s+\[(?P<tick>[ xX]?)\]\s*(?P<text>.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*\s*$")
_TAG = re.compile(r"\s*<(?:/?(?:quiz|div)|\?/?quiz\?)[^>]*>\s*$", re.I)
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)]*)\)")

FOUND = re.compile(rf"^{_BOX.pattern}$", re.M)


@dataclass(slots=True)
class _BoxedQuestion:
    """A question as it stands, from its heading on."""

    line: int
    heading: str = ""
    text: list[str] = field(default_factory=list)
    options: list[tuple[bool, list[str]]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)


def read_check_boxes(text: str, language: Code, result: Imported) -> None:
    writer = Writer(language)
    for asked in _questions(text):
        try:
            result.questions.append(_read(asked, writer))
        except NotUnderstoodError as refused:
            result.refuse(asked.line, "\n".join(asked.raw), refused.message, refused.fix)


def _questions(text: str) -> Iterator[_BoxedQuestion]:
    """A heading begins another; so does a text under a list, unless it is quoted (>) or stands within the same tag: then it explains."""
    asked = _BoxedQuestion(1)
    tagged = False
    for number, line in enumerate([*text.split("\n"), "---"], 1):
        heading, box = _HEADING.match(line), _BOX.match(line)
        quoted = line.lstrip().startswith(">")
        if heading or _RULE.match(line) or _TAG.match(line) or (
            asked.options and not box and line.strip() and not line[:1].isspace() and not quoted and not tagged
        ):  # fmt: skip
            if asked.options:
                yield asked
            asked = _BoxedQuestion(number)
        if _TAG.match(line):
            tagged = "/" not in line
            continue
        if heading:
            asked.heading = heading["text"]
        elif box:
            asked.options.append((box["tick"] in ("x", "X"), [box["text"]]))
        elif not line.strip() or _RULE.match(line):
            continue
        elif quoted and asked.options and not line[:1].isspace():
            asked.why.append(line.strip().lstrip("> "))
        elif asked.options and line[:1].isspace():
            asked.options[-1][1].append(line.strip().lstrip("> "))
        elif asked.options:
            asked.why.append(line.strip())
        else:
            asked.text.append(line.strip())
        asked.line = asked.line if asked.raw else number
        asked.raw.append(line)


def _read(asked: _BoxedQuestion, writer: Writer) -> dict[str, Any]:
    sentence = asked.heading[-1:] in ("?", ".", "!", ":", "…") or not asked.text
    ask = " ".join(filter(None, [*([_plain(asked.heading)] if sentence else []), *asked.text]))
    answers = [
        Chosen(_plain(texts[0]), Fraction(int(right)), _plain(" ".join(texts[1:]))) for right, texts in asked.options
    ]
    why = _plain(" ".join(asked.why))
    right = [answer for answer in answers if answer.share]
    if not ask:
        raise NotUnderstoodError(
            Say("hier staan antwoorden zonder vraag", "here are answers without a question"),
            Say("zet de vraag boven de vakjes", "put the question above the boxes"),
        )
    if not all(answer.text for answer in answers):
        raise NotUnderstoodError(
            Say("achter een vakje staat niets", "there is nothing behind a box"),
            Say("zet het antwoord achter [ ]", "put the answer behind [ ]"),
        )
    if not right:
        raise NotUnderstoodError(
            Say("er is geen goed antwoord", "there is no right answer"),
            Say("zet een x in het vakje van het goede: [x]", "put an x in the box of the right one: [x]"),
        )
    verdict = plan_verdict(answers)
    if verdict is not None:
        wrong = next((answer.feedback for answer in answers if not answer.share), "")
        return writer.statement(_plain(ask), verdict, right[0].feedback, wrong, why)
    if len(right) == len(answers):
        raise NotUnderstoodError(
            Say("er is geen fout antwoord", "there is no wrong answer"),
            Say("zet er een antwoord bij met een leeg vakje: [ ]", "add an answer with an empty box: [ ]"),
        )
    check_number(len(answers))
    return writer.choice(_plain(ask), answers, why, several=len(right) > 1)


def _plain(text: str) -> str:
    linked = _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[2].startswith("http") else link[1], text)
    return _EMPHASIS.sub(r"\2", linked).strip()
