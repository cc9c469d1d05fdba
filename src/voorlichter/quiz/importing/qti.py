"""QTI 2.1 and 2.2: a zip of items, as Canvas, Brightspace and others give and take them; or one item."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any
from xml.etree.ElementTree import Element

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.archive import Archive
from voorlichter.quiz.importing.forms import (
    Given,
    NotUnderstoodError,
    check_ask,
    check_number,
    check_share,
    joined,
    not_ours,
    plan_choice,
    plan_matching,
    plan_reading,
)
from voorlichter.quiz.importing.plain import paragraphs, plain, shows_more
from voorlichter.quiz.importing.result import LOST_PICTURE, Imported, Writer
from voorlichter.quiz.importing.xml_tree import Tree, all_of, inner_html, local, one_of, read_xml

ITEM = "assessmentItem"
_KNOWN = ("choiceInteraction", "orderInteraction", "matchInteraction")
_TYPED = ("textEntryInteraction", "extendedTextInteraction")


def read_qti_zip(archive: Archive, language: Code, result: Imported) -> None:
    """Each item by itself: one that is damaged leaves the others."""
    items: dict[str, Tree] = {}
    order: list[str] = []
    for name in sorted(archive.ending(".xml")):
        try:
            tree = read_xml(archive.read(name))
        except NotUnderstoodError as refused:
            result.refuse(1, name, refused.message, refused.fix, name)
            continue
        if local(tree.root) == ITEM:
            items[name] = tree
        elif local(tree.root) == "assessmentTest":
            folder = posixpath.dirname(name)
            order += [
                posixpath.normpath(posixpath.join(folder, one.get("href") or ""))
                for one in all_of(tree.root, "assessmentItemRef")
            ]
        elif local(tree.root) == "questestinterop":
            result.refuse(1, name, *_OLD, name)
    place = {name: number for number, name in reversed([*enumerate(order)])}
    for name in sorted(items, key=lambda name: (place.get(name, len(place)), name)):
        read_qti_item(items[name], language, result, name)


def read_qti_item(tree: Tree, language: Code, result: Imported, where: str = "") -> None:
    try:
        result.questions.append(_read(tree, Writer(language), result, where))
    except NotUnderstoodError as refused:
        body = one_of(tree.root, "itemBody")
        said = " ".join(" ".join(body.itertext()).split()) if body is not None else tree.root.get("title") or where
        result.refuse(1, said, refused.message, refused.fix, where)


def refuse_old(result: Imported, text: str) -> None:
    result.refuse(1, text, *_OLD)


def _read(tree: Tree, writer: Writer, result: Imported, where: str) -> dict[str, Any]:
    root = tree.root
    body = one_of(root, "itemBody")
    if body is None:
        raise NotUnderstoodError(*_EMPTY)
    asks = [one for one in body.iter() if local(one).endswith("Interaction")]
    if shows_more(inner_html(body)):
        result.note(1, *LOST_PICTURE, where)
    if not asks:
        told = paragraphs(inner_html(body))
        check_ask(told, _EMPTY[1])
        return plan_reading(told, joined([*_explained(root, frozenset())]), writer)
    if len(asks) > 1:
        raise NotUnderstoodError(
            Say("dit item stelt meer dan één vraag", "this item asks more than one question"),
            Say("maak er losse items van", "make separate items of it"),
        )
    (ask,) = asks
    if local(ask) not in _KNOWN:
        raise not_ours(local(ask), _TYPED)
    prompt = one_of(ask, "prompt")
    asked = paragraphs(inner_html(body, frozenset([ask])))
    asked += paragraphs(inner_html(prompt)) if prompt is not None else []
    check_ask(asked, Say("zet de vraag in itemBody of prompt", "put the question into itemBody or prompt"))
    response = ask.get("responseIdentifier") or ""
    right = [(one.text or "").strip() for one in all_of(_declared(root, response), "value")]
    if local(ask) == "matchInteraction":
        return _matching(root, ask, asked, right, writer)
    options = {one.get("identifier") or "": _option(one) for one in all_of(ask, "simpleChoice")}
    check_number(len(options))
    said = _feedback(root, ask, options)
    told = [*_explained(root, frozenset(options))]
    if local(ask) == "orderInteraction":
        if {*right} != {*options} or len(right) < 2:
            raise NotUnderstoodError(*_NONE_RIGHT)
        return writer.order(joined(asked), [(options[one], said.get(one, "")) for one in right], joined(told))
    return _choice(ask, asked, options, said, right, _mapped(root, response), told, writer, result, where)


def _choice(
    ask: Element, asked: list[str], options: Mapping[str, str], said: Mapping[str, str], right: list[str],
    mapped: Mapping[str, Fraction], told: list[str], writer: Writer, result: Imported, where: str,
) -> dict[str, Any]:  # fmt: skip
    good = [one for one in right if one in options]
    if not good:
        shares = {one: share for one, share in mapped.items() if one in options and share > 0}
        good = [one for one, share in shares.items() if share == max(shares.values())]
    if not good:
        raise NotUnderstoodError(*_NONE_RIGHT)
    single = (ask.get("maxChoices") or "1").strip() == "1"
    if {*options} == {"true", "false"} and len(good) == 1:
        wrong = "false" if good[0] == "true" else "true"
        return writer.statement(
            joined(asked), good[0] == "true", said.get(good[0], ""), said.get(wrong, ""), joined(told)
        )
    answers = [Given(one in good, None, text, said.get(one, "")) for one, text in options.items()]
    return plan_choice(1, joined(asked), answers, joined(told), writer, result, single=single, where=where)


def _matching(root: Element, ask: Element, asked: list[str], right: list[str], writer: Writer) -> dict[str, Any]:
    sets = [
        {one.get("identifier") or "": _option(one) for one in all_of(half, "simpleAssociableChoice")}
        for half in all_of(ask, "simpleMatchSet")
    ]
    if len(sets) != 2:
        raise NotUnderstoodError(*_NONE_RIGHT)
    left, rightmost = sets
    halves: list[tuple[str, str]] = []
    used: set[str] = set()
    for pair in right:
        first, _, second = pair.partition(" ")
        if first in left and second in rightmost:
            halves.append((left[first], rightmost[second]))
            used.add(second)
    halves += [("", text) for name, text in rightmost.items() if name not in used]
    told = [*_explained(root, frozenset())]
    fix = Say("geef ten minste twee regels een antwoord", "give two lines an answer at least")
    return plan_matching(asked, halves, told, writer, fix)


def _option(element: Element) -> str:
    return plain(inner_html(element, frozenset(all_of(element, "feedbackInline"))))


def _feedback(root: Element, ask: Element, options: Mapping[str, str]) -> dict[str, str]:
    """What is said to a choice: within it, or at the end of the item under its name."""
    said = {
        one.get("identifier") or "": plain(inner_html(inline))
        for one in all_of(ask, "simpleChoice")
        for inline in all_of(one, "feedbackInline")
    }
    for one in all_of(root, "modalFeedback"):
        if (name := one.get("identifier") or "") in options:
            said[name] = plain(inner_html(one))
    return said


def _explained(root: Element, options: frozenset[str]) -> Iterator[str]:
    """What is said whatever somebody chose; and what is said to right or wrong, for it is all that there is."""
    for one in all_of(root, "modalFeedback"):
        if one.get("identifier") not in options:
            yield from paragraphs(inner_html(one))


def _declared(root: Element, response: str) -> Element:
    for one in all_of(root, "responseDeclaration"):
        if one.get("identifier") == response:
            correct = one_of(one, "correctResponse")
            return correct if correct is not None else Element("correctResponse")
    return Element("correctResponse")


def _mapped(root: Element, response: str) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for one in all_of(root, "responseDeclaration"):
        for entry in all_of(one, "mapEntry") if one.get("identifier") == response else ():
            share = check_share(entry.get("mappedValue") or "0")
            if share is not None:
                found[entry.get("mapKey") or ""] = share
    return found


_EMPTY = (
    Say("dit item heeft geen vraag", "this item has no question"),
    Say("zet de vraag in itemBody", "put the question into itemBody"),
)
_NONE_RIGHT = (
    Say("er staat niet bij welk antwoord goed is", "it does not say which answer is right"),
    Say("geef het item een correctResponse", "give the item a correctResponse"),
)
_OLD = (
    Say("dit is QTI 1.2", "this is QTI 1.2"),
    Say("exporteer de vragen als QTI 2.1", "export the questions as QTI 2.1"),
)
