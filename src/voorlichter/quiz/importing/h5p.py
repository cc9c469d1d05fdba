"""H5P: what a `.h5p` holds of questions, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from voorlichter.json_read import read_json
from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.archive import Archive
from voorlichter.quiz.importing.forms import Given, NotUnderstoodError, check_ask, joined, named, not_ours, plan_choice
from voorlichter.quiz.importing.plain import paragraphs, plain
from voorlichter.quiz.importing.result import LOST_PICTURE, Chosen, Imported, Writer

CONTENT = "content/content.json"
_ABOUT = "h5p.json"
_TYPED = {"H5P.Blanks", "H5P.Essay", "H5P.Dictation", "H5P.Crossword"}
_QUESTIONS = {
    *_TYPED,
    *("H5P.DragQuestion", "H5P.DragText", "H5P.MarkTheWords", "H5P.ImageHotspotQuestion", "H5P.ArithmeticQuiz"),
    *("H5P.ImageMultipleHotspotQuestion", "H5P.SortParagraphs", "H5P.Flashcards", "H5P.GuessTheAnswer", "H5P.Questionnaire"),
    *("H5P.BranchingScenario", "H5P.SpeakTheWords", "H5P.FindTheWords", "H5P.ImagePair", "H5P.MultiMediaChoice"),
}  # fmt: skip
"""They ask something, and cannot come along; all else is what stands around questions."""


def read_h5p(archive: Archive, language: Code, result: Imported) -> None:
    about, content = (_json(archive.read(name)) for name in (_ABOUT, CONTENT))
    main = str(about.get("mainLibrary") or "") if isinstance(about, dict) else ""
    for library, params in _questions(main, content):
        _read_all(library, params, language, result)


def _json(data: bytes) -> Any:
    try:
        return read_json(data.decode("utf-8-sig"))
    except ValueError as error:
        raise NotUnderstoodError(
            Say("dit H5P-bestand is beschadigd", "this H5P file is damaged"),
            Say("download het opnieuw", "download it again"),
        ) from error


def _questions(main: str, content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """In the order in which they stand, in a question set, a column, a book or a presentation."""
    left: list[Any] = [{"library": main, "params": content}]
    while left:
        here = left.pop()
        if isinstance(here, list):
            left += reversed(here)
        elif isinstance(here, dict):
            library, params = str(here.get("library") or "").partition(" ")[0], here.get("params")
            if isinstance(params, dict) and (library in _READ or library in _QUESTIONS):
                yield library, params
            else:
                left += reversed([*here.values()])


def _read_all(library: str, params: dict[str, Any], language: Code, result: Imported) -> None:
    writer = Writer(language)
    if _media(params):
        result.note(1, *LOST_PICTURE, named(_asked(params, params)) or library)
    if library == "H5P.SingleChoiceSet":
        parts = [part for part in _list(params, "choices") if isinstance(part, dict)]
    elif library == "H5P.Summary":
        parts = [part for part in _list(params, "summaries") if isinstance(part, dict)]
    else:
        parts = [params]
    for part in parts:
        ask = _asked(part, params)
        where = named(ask) or library
        try:
            if library not in _READ:
                raise not_ours(library, _TYPED)
            check_ask(ask, Say("schrijf in H5P een vraag", "write a question in H5P"))
            result.questions.append(_READ[library](part, ask, where, writer, result))
        except NotUnderstoodError as refused:
            result.refuse(1, joined(ask) or library, refused.message, refused.fix, where)


def _asked(part: dict[str, Any], params: dict[str, Any]) -> list[str]:
    around = _said(params, "intro") or _said(params, "text") or _said(params, "taskDescription")
    return paragraphs(_said(part, "question") or around)


def _many(params: dict[str, Any], ask: list[str], where: str, writer: Writer, result: Imported) -> dict[str, Any]:
    answers = []
    for one in _list(params, "answers"):
        if isinstance(one, dict):
            told = one.get("tipsAndFeedback")
            said = plain(_said(told, "chosenFeedback")) if isinstance(told, dict) else ""
            answers.append(Given(one.get("correct") in (True, "true"), None, plain(_said(one, "text")), said))
    if not any(answer.right for answer in answers):
        raise NotUnderstoodError(
            Say("geen van deze antwoorden is goed", "none of these answers is right"),
            Say("vink in H5P aan welk antwoord goed is", "tick in H5P which answer is right"),
        )
    behaviour = params.get("behaviour")
    kind = behaviour.get("type") if isinstance(behaviour, dict) else None
    several = kind == "multi" or sum(answer.right for answer in answers) > 1
    return plan_choice(1, joined(ask), answers, "", writer, result, single=not several, where=where)


def _statement(params: dict[str, Any], ask: list[str], where: str, writer: Writer, result: Imported) -> dict[str, Any]:
    behaviour = params.get("behaviour")
    told = behaviour if isinstance(behaviour, dict) else {}
    right, wrong = (plain(_said(told, name)) for name in ("feedbackOnCorrect", "feedbackOnWrong"))
    return writer.statement(joined(ask), params.get("correct") in (True, "true"), right, wrong, "")


def _first(params: dict[str, Any], ask: list[str], where: str, writer: Writer, result: Imported) -> dict[str, Any]:
    """In these the first answer is the right one, and they are shuffled when they are shown."""
    texts = [plain(str(one)) for one in _list(params, "answers") or _list(params, "summary")]
    if len(texts) < 2:
        raise NotUnderstoodError(
            Say("er is geen fout antwoord", "there is no wrong answer"),
            Say("zet er in H5P een fout antwoord bij", "add a wrong answer in H5P"),
        )
    return writer.choice(
        joined(ask), [Chosen(text, Fraction(int(not place))) for place, text in enumerate(texts)], "", several=False
    )


_READ = {
    "H5P.MultiChoice": _many,
    "H5P.TrueFalse": _statement,
    "H5P.SingleChoiceSet": _first,
    "H5P.Summary": _first,
}


def _said(part: Any, name: str) -> str:
    value = part.get(name) if isinstance(part, dict) else None
    return value if isinstance(value, str) else ""


def _list(part: dict[str, Any], name: str) -> list[Any]:
    value = part.get(name)
    return value if isinstance(value, list) else []


def _media(params: dict[str, Any]) -> bool:
    media = params.get("media")
    kind = media.get("type") if isinstance(media, dict) else None
    return isinstance(kind, dict) and bool(kind.get("params"))
