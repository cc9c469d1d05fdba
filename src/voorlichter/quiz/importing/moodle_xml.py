"""Moodle XML: what we write ourselves, and what a question bank of Moodle exports."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from xml.etree.ElementTree import Element

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.forms import (
    Given,
    NotUnderstoodError,
    check_ask,
    check_share,
    joined,
    named,
    not_ours,
    plan_choice,
    plan_matching,
    plan_reading,
)
from voorlichter.quiz.importing.plain import paragraphs, plain, shows_more
from voorlichter.quiz.importing.result import LOST_PICTURE, Imported, Writer
from voorlichter.quiz.importing.xml_tree import Tree, inner_html

_TYPED = {"shortanswer", "essay"}
_RECKONED = {"numerical", "calculated", "calculatedsimple", "calculatedmulti"}


def read_moodle(tree: Tree, language: Code, result: Imported) -> None:
    writer = Writer(language)
    for element in tree.root.findall("question"):
        if element.get("type") == "category":
            continue
        ask, line = paragraphs(_text(element, "questiontext")), tree.lines[element]
        try:
            result.questions.append(_read(element, ask, line, writer, result))
        except NotUnderstoodError as refused:
            said = joined(ask) or plain(_text(element, "name"))
            result.refuse(line, said, refused.message, refused.fix, named([said]))


def _read(element: Element, ask: list[str], line: int, writer: Writer, result: Imported) -> dict[str, Any]:
    kind = element.get("type") or ""
    check_ask(ask, Say("schrijf in Moodle een vraagtekst", "write a question text in Moodle"))
    if shows_more(_text(element, "questiontext")) or element.find("questiontext/file") is not None:
        result.note(line, *LOST_PICTURE, named(ask))
    told = paragraphs(_text(element, "generalfeedback"))
    why = joined(told)
    if kind == "description":
        return plan_reading(ask, why, writer)
    if kind == "truefalse":
        right, said = "", {"true": "", "false": ""}
        for answer in element.findall("answer"):
            name = _text(answer).strip().lower()
            said[name] = plain(_text(answer, "feedback"))
            right = name if _fraction(answer) > 0 else right
        if right not in ("true", "false"):
            raise NotUnderstoodError(*_NONE_RIGHT)
        wrong = "false" if right == "true" else "true"
        return writer.statement(joined(ask), right == "true", said[right], said[wrong], why)
    if kind == "matching":
        halves = [(plain(_text(one)), plain(_text(one, "answer"))) for one in element.findall("subquestion")]
        fix = Say("geef ten minste twee regels een antwoord", "give two lines an answer at least")
        return plan_matching(ask, halves, told, writer, fix)
    if kind == "ordering":
        steps = sorted(element.findall("answer"), key=_fraction)
        return writer.order(joined(ask), [(plain(_text(one)), plain(_text(one, "feedback"))) for one in steps], why)
    if kind != "multichoice":
        raise NotUnderstoodError(*_RECKONING) if kind in _RECKONED else not_ours(kind, _TYPED)
    answers = [
        Given(False, _fraction(one), plain(_text(one)), plain(_text(one, "feedback")))
        for one in element.findall("answer")
    ]
    if any(shows_more(_text(one)) for one in element.findall("answer")):
        result.note(line, *LOST_PICTURE, named(ask))
    if not any(answer.share and answer.share > 0 for answer in answers):
        raise NotUnderstoodError(*_NONE_RIGHT)
    single = (element.findtext("single") or "true").strip().lower() in ("true", "1")
    return plan_choice(line, joined(ask), answers, why, writer, result, single=single, where=named(ask))


def _text(element: Element, name: str = "") -> str:
    """As it is kept: HTML, or a text in which line breaks are meant."""
    found = element.find(name) if name else element
    text = found.find("text") if found is not None else None
    if found is None or text is None:
        return ""
    said = inner_html(text) if len(text) else text.text or ""  # Moodle writes tags as text, others as tags
    return said.replace("\n", "<br>") if found.get("format") in ("plain_text", "markdown") else said


def _fraction(answer: Element) -> Fraction:
    return (check_share(answer.get("fraction") or "0") or Fraction(0)) / 100


_RECKONING = (
    Say("een getal invullen kan hier niet", "filling in a number cannot be done here"),
    Say(
        "maak er een vraag van met het goede getal en een paar foute",
        "make it a question with the right number and a few wrong ones",
    ),
)
_NONE_RIGHT = (
    Say("geen van deze antwoorden is goed", "none of these answers is right"),
    Say("geef in Moodle één antwoord 100 %", "give one answer 100 % in Moodle"),
)
