"""Questions as QTI 2.1: a package of items that Canvas, Brightspace and others import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum, auto
from fractions import Fraction
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from voorlichter.artefacts.training.package import Course, Version, add, render_xml
from voorlichter.artefacts.training.questions import Questions, name_of, pictures_of, plan_questions, tell_banks
from voorlichter.problems import Say
from voorlichter.quiz.bank import BankChoice, BankPicture, BankQuestion, Link, Matching, Paragraphs, Reading, Statement
from voorlichter.zip_file import render_zip

RANK = 6
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEST = "test.xml"
_ALWAYS = "why"
"""The one feedback that is shown whatever somebody chose."""


class Cardinality(StrEnum):
    """How many may be chosen, in QTI's words."""

    SINGLE = auto()
    MULTIPLE = auto()


def render(course: Course) -> dict[str, bytes]:
    """A package for each language; none where there is nothing to ask."""
    planned = [(version, plan_questions(version)) for version in course.versions]
    return {
        f"{course.name}-{version.language}-qti.zip": render_package(course, version, found)
        for version, found in planned
        if found.asks
    }


def tell(course: Course) -> Iterator[Say]:
    return tell_banks(course, reads=False)


def render_package(course: Course, version: Version, questions: Questions) -> bytes:
    strings = version.template.description["strings"]
    words = {name: unescape(strings[f"quiz_{name}"]) for name in ("true", "false")}
    asked = [question for question in questions.questions if not isinstance(question, Reading)]
    items = {f"items/{question.id}.xml": _render_item(question, version.language, words) for question in asked}
    shown = {f"items/{question.id}.xml": pictures_of(question) for question in asked}
    pictures = {f"items/{one.name}": one.data for ones in shown.values() for one in ones}
    files = {**items, **pictures, _TEST: _render_test(version, [*items])}
    return render_zip({**files, "imsmanifest.xml": _render_manifest(course, version, shown)})


def _render_manifest(course: Course, version: Version, items: Mapping[str, list[BankPicture]]) -> bytes:
    manifest = Element("manifest", {"xmlns": _CP, "identifier": f"voorlichter-{course.name}-{version.language}"})
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "QTIv2.1 Package")
    add(metadata, "schemaversion", "1.0.0")
    add(manifest, "organizations")
    resources = add(manifest, "resources")
    test = add(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href=_TEST)
    add(test, "file", href=_TEST)
    for number, name in enumerate(items, 1):
        add(test, "dependency", identifierref=f"item-{number}")
        item = add(resources, "resource", identifier=f"item-{number}", type="imsqti_item_xmlv2p1", href=name)
        add(item, "file", href=name)
        for picture in items[name]:
            add(item, "file", href=f"items/{picture.name}")
    return render_xml(manifest)


def _render_test(version: Version, items: list[str]) -> bytes:
    test = Element("assessmentTest", {"xmlns": _QTI, "identifier": "test", "title": version.title})
    part = add(test, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    section = add(part, "assessmentSection", identifier="section", title=version.title, visible="true")
    for number, name in enumerate(items, 1):
        add(section, "assessmentItemRef", identifier=f"item-{number}", href=name)
    return render_xml(test)


def _render_item(question: BankQuestion, language: str, words: dict[str, str]) -> bytes:
    item = Element(
        "assessmentItem",
        {
            "xmlns": _QTI, "identifier": f"q-{question.id}", "title": name_of(question), "adaptive": "false",
            "timeDependent": "false", "xml:lang": language,
        },
    )  # fmt: skip
    _ITEMS[type(question)](item, question, words)
    return render_xml(item)


def _choices(item: Element, question: BankChoice, words: dict[str, str]) -> None:
    names = [f"choice-{number}" for number in range(1, len(question.answers) + 1)]
    shares = {name: answer.share for name, answer in zip(names, question.answers, strict=True)}
    texts = {name: answer.text for name, answer in zip(names, question.answers, strict=True)}
    said = {name: answer.feedback for name, answer in zip(names, question.answers, strict=True)}
    _add_choice(item, question.told, texts, said, shares, question.why, single=question.single)


def _verdicts(item: Element, question: Statement, words: dict[str, str]) -> None:
    shares = {name: Fraction(int((name == "true") is question.correct)) for name in words}
    said = {"true": question.if_true, "false": question.if_false}
    _add_choice(item, question.told, words, said, shares, question.why, single=True, shuffle="false")


def _add_choice(
    item: Element, told: Paragraphs, texts: dict[str, str], said: dict[str, str], shares: dict[str, Fraction],
    why: Paragraphs, *, single: bool, shuffle: str = "true",
) -> None:  # fmt: skip
    cardinality = Cardinality.SINGLE if single else Cardinality.MULTIPLE
    _declare(item, cardinality, "identifier", shares)
    add(item, "outcomeDeclaration", identifier="FEEDBACK", cardinality=cardinality, baseType="identifier")
    body = _add_body(item, told, why)
    ask = add(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxChoices="1" if single else "0"
    )
    for name, text in texts.items():
        add(ask, "simpleChoice", text, identifier=name)
    processing = _add_processing(item, match=single)
    add(add(processing, "setOutcomeValue", identifier="FEEDBACK"), "variable", identifier="RESPONSE")
    _add_why(item, why)
    for name, text in said.items():
        if text:
            feedback = add(item, "modalFeedback", outcomeIdentifier="FEEDBACK", showHide="show", identifier=name)
            add(feedback, "p", text)


def _pairs(item: Element, question: Matching, words: dict[str, str]) -> None:
    """What several share stands once among what can be chosen."""
    matches = [*dict.fromkeys(match for _, match in question.all_pairs)]
    places = {match: f"match-{number}" for number, match in enumerate(matches, 1)}
    share = Fraction(1, len(question.pairs))
    right = {f"text-{number} {places[match]}": share for number, (_, match) in enumerate(question.pairs, 1)}
    _declare(item, Cardinality.MULTIPLE, "directedPair", right)
    body = _add_body(item, question.told, question.why)
    ask = add(
        body,
        "matchInteraction",
        responseIdentifier="RESPONSE",
        shuffle="true",
        maxAssociations=str(len(question.pairs)),
    )
    texts, choices = add(ask, "simpleMatchSet"), add(ask, "simpleMatchSet")
    for number, (text, _) in enumerate(question.pairs, 1):
        add(texts, "simpleAssociableChoice", text, identifier=f"text-{number}", matchMax="1")
    for match, name in places.items():
        add(choices, "simpleAssociableChoice", match, identifier=name, matchMax="0")
    _add_processing(item, match=False)
    _add_why(item, question.why)


_ITEMS: dict[type[BankQuestion], Callable[[Element, Any, dict[str, str]], None]] = {
    BankChoice: _choices,
    Statement: _verdicts,
    Matching: _pairs,
}


def _declare(item: Element, cardinality: str, kind: str, shares: dict[str, Fraction]) -> None:
    """What is right, and what each choice adds to the mark of one."""
    response = add(item, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=kind)
    correct = add(response, "correctResponse")
    for name, share in shares.items():
        if share > 0:
            add(correct, "value", name)
    if cardinality == Cardinality.MULTIPLE:
        mapping = add(response, "mapping", lowerBound="0", upperBound="1", defaultValue="0")
        for name, share in shares.items():
            add(mapping, "mapEntry", mapKey=name, mappedValue=f"{float(share):.6f}")
    score = add(item, "outcomeDeclaration", identifier="SCORE", cardinality=Cardinality.SINGLE, baseType="float")
    add(add(score, "defaultValue"), "value", "0")


def _add_body(item: Element, told: Paragraphs, why: Paragraphs) -> Element:
    if why:
        always = add(
            item, "outcomeDeclaration", identifier="ALWAYS", cardinality=Cardinality.SINGLE, baseType="identifier"
        )
        add(add(always, "defaultValue"), "value", _ALWAYS)
    body = add(item, "itemBody")
    _add_prose(body, told)
    return body


def _add_processing(item: Element, *, match: bool) -> Element:
    processing = add(item, "responseProcessing")
    if not match:
        add(add(processing, "setOutcomeValue", identifier="SCORE"), "mapResponse", identifier="RESPONSE")
        return processing
    right = add(add(processing, "responseCondition"), "responseIf")
    same = add(right, "match")
    add(same, "variable", identifier="RESPONSE")
    add(same, "correct", identifier="RESPONSE")
    add(add(right, "setOutcomeValue", identifier="SCORE"), "baseValue", "1", baseType="float")
    return processing


def _add_why(item: Element, why: Paragraphs) -> None:
    if why:
        feedback = add(item, "modalFeedback", outcomeIdentifier="ALWAYS", showHide="show", identifier=_ALWAYS)
        _add_prose(feedback, why)


def _add_prose(parent: Element, prose: Paragraphs) -> None:
    for part in prose:
        if isinstance(part, Link):
            add(add(parent, "p"), "a", part.text, href=part.address)
        elif isinstance(part, BankPicture):
            add(add(parent, "p"), "img", src=part.name, alt=part.alt)
        elif isinstance(part, tuple):
            items = add(parent, "ul")
            for text in part:
                add(items, "li", text)
        else:
            add(parent, "p", part)
