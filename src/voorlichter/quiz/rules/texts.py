"""What must hold for the texts of a module, and for the passages it names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from voorlichter.languages import TOGETHER
from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, folded, words
from voorlichter.slots.scan import TAG


def texts_hold_no_html(lesson: Lesson) -> Iterator[Problem]:
    for at, text in lesson.texts():
        for language, said in lesson.said(text):
            match = re.search(r"</?[a-zA-Z!][^>]*>?|&(?:[a-zA-Z]+|#\w+);", TAG.sub("", said))
            if match:
                yield lesson.problem(
                    (*at, language),
                    Say(f"hier staat HTML: {match.group()}", f"there is HTML here: {match.group()}"),
                    Say("schrijf gewone tekst", "write plain text"),
                )


def the_title_is_the_same_everywhere(lesson: Lesson) -> Iterator[Problem]:
    """It stands in menus and in learning systems, where nothing fills it."""
    for at, text in lesson.module_texts():
        for language, said in lesson.said(text):
            tag = TAG.search(said)
            if tag:
                yield lesson.problem(
                    (*at, language),
                    Say(f"hier kan geen gegeven staan: {tag.group()}", f"no slot can stand here: {tag.group()}"),
                    Say(
                        "schrijf wat voor elke organisatie klopt: de vertrouwenspersoon",
                        "write what holds for every organisation: the confidential advisor",
                    ),
                )


def languages_are_translated(lesson: Lesson) -> Iterator[Problem]:
    """One word may be the same in both: a name, HR. Who has one of the two languages alone translates nothing."""
    if not lesson.languages.keys() >= {*TOGETHER}:
        return
    for at, text in lesson.texts():
        if folded(text.nl) == folded(text.en) and len(words(text.en)) > 1:
            yield lesson.problem(
                (*at, "en"),
                Say("de Engelse tekst is gelijk aan de Nederlandse", "the English text equals the Dutch one"),
                Say(
                    "vertaal hem; zet achter een eigennaam een korte uitleg",
                    "translate it; add a short gloss after a name",
                ),
            )


def sources_are_there(lesson: Lesson) -> Iterator[Problem]:
    if lesson.passages is None:
        return
    for asked in lesson.asked:
        source = asked.question.source
        if source is None:
            continue
        at = (*asked.at, "source")
        if source not in lesson.passages:
            yield lesson.problem(at, *_say_unknown(source, list(lesson.passages)))
            continue
        when = lesson.passages[source]
        if when and when != asked.question.when:
            yield lesson.problem(
                at,
                Say(f"die passage is er alleen bij {when}", f"that passage is there only with {when}"),
                Say(
                    f"schrijf bij deze vraag: when: {when}, of noem een andere passage",
                    f"write at this question: when: {when}, or name another passage",
                ),
            )


def _say_unknown(source: str, passages: list[str]) -> tuple[Say, Say]:
    page, _, anchor = source.partition("#")
    near = difflib.get_close_matches(source, sorted(passages), n=1, cutoff=0.6)
    if near:
        fix = Say(f"schrijf: source: {near[0]}", f"write: source: {near[0]}")
    else:
        fix = Say(
            "noem een pagina uit docs/nl en een {#id} die daarop staat",
            "name a page of docs/nl and an {#id} on it",
        )
    if anchor and any(passage.partition("#")[0] == page for passage in passages):
        return Say(f"{page} heeft geen {{#{anchor}}}", f"{page} has no {{#{anchor}}}"), fix
    return Say(f"de pagina {page} bestaat niet", f"there is no page {page}"), fix
