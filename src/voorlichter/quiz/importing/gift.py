"""GIFT, the text in which Moodle and many others keep questions: what we write ourselves, and what teachers write by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.forms import (
    Given,
    NotUnderstoodError,
    check_ask,
    check_share,
    joined,
    plan_choice,
    plan_matching,
    plan_reading,
)
from voorlichter.quiz.importing.plain import paragraphs, plain, shows_more
from voorlichter.quiz.importing.result import LOST_PICTURE, Imported, Writer

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_HELD = 0xE000
"""An escaped sign is one of Unicode's own use while the text is taken apart."""
_SIGNS = "~=#{}:\\n"
_TITLE = re.compile(r"\s*::(.*?)::", re.S)
_FORMAT = re.compile(r"^\s*\[(html|markdown|plain|moodle)\]", re.I)
_VERDICT = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?:#(.*?))?(?:#(.*))?\s*", re.I | re.S)
_WEIGHT = re.compile(r"\s*%(-?\d+(?:[.,]\d+)?)%")
_BLANK = "_____"


@dataclass(frozen=True, slots=True)
class _GiftPiece:
    """A question as it stands; `line` is where it begins."""

    line: int
    text: str


def read_gift(text: str, language: Code, result: Imported) -> None:
    writer = Writer(language)
    for piece in _pieces(text):
        try:
            _read(piece, writer, result)
        except NotUnderstoodError as refused:
            result.refuse(piece.line, piece.text, refused.message, refused.fix)


def _pieces(text: str) -> Iterator[_GiftPiece]:
    """An empty line ends a question, but not within its braces; where these open again after one, they were never closed."""
    lines: list[tuple[int, str]] = []
    depth = 0
    every = [*text.split("\n"), ""]
    for number, line in enumerate(every, 1):
        begins = re.match(r"\s*(?:::|\$CATEGORY\s*:)", line) and any("{" in earlier for _, earlier in lines)
        if lines and ((not line.strip() and not depth) or begins or number == len(every)):
            yield _piece(lines)
            lines, depth = [], 0
        if not line.strip() and not lines:
            continue
        if re.match(r"\s*(?://|\$CATEGORY\s*:)", line):
            continue
        plain_line = re.sub(r"\\.", "", line)
        if depth and "{" in plain_line and (empty := [at for at, (_, said) in enumerate(lines) if not said.strip()]):
            yield _piece(lines[: empty[-1]])
            lines, depth = lines[empty[-1] + 1 :], 0
        lines.append((number, line))
        depth = max(0, depth + plain_line.count("{") - plain_line.count("}"))


def _piece(lines: list[tuple[int, str]]) -> _GiftPiece:
    return _GiftPiece(lines[0][0], "\n".join(line for _, line in lines))


def _read(piece: _GiftPiece, writer: Writer, result: Imported) -> None:
    text = _held(piece.text)
    if title := _TITLE.match(text):
        text = text[title.end() :]
    text = _FORMAT.sub("", text)
    before, brace, rest = text.partition("{")
    if brace and "}" not in rest:
        raise NotUnderstoodError(
            Say("het haakje dat deze antwoorden afsluit, ontbreekt", "the brace that closes these answers is missing"),
            Say("zet een } achter het laatste antwoord", "put a } behind the last answer"),
        )
    inside, _, after = rest.partition("}")
    if "{" in after:
        raise NotUnderstoodError(
            Say("deze vraag heeft op meer dan één plek antwoorden", "this question has answers in more than one place"),
            Say(
                "maak er losse vragen van, met een lege regel ertussen",
                "make separate questions of it, with an empty line between them",
            ),
        )
    asked = before + (f" {_BLANK} {after}" if brace and after.strip() else "")
    if shows_more(text):
        result.note(piece.line, *LOST_PICTURE)
    ask = paragraphs(_free(asked))
    check_ask(ask, Say("zet de vraag voor het haakje {", "put the question before the brace {"))
    inside, _, general = inside.partition("####")
    told = paragraphs(_free(_FORMAT.sub("", general)))
    result.questions.append(_question(piece, ask, inside, told, bool(brace), writer, result))


def _question(
    piece: _GiftPiece, ask: list[str], inside: str, told: list[str], answered: bool, writer: Writer, result: Imported
) -> dict[str, Any]:
    why = joined(told)
    if not answered or not inside.strip():
        return plan_reading(ask, why, writer)
    whole = joined(ask)
    if verdict := _VERDICT.fullmatch(inside):
        if_wrong, if_right = (plain(_free(_FORMAT.sub("", said or ""))) for said in (verdict[2], verdict[3]))
        return writer.statement(whole, verdict[1][0] in "Tt", if_right, if_wrong, why)
    if inside.strip().startswith("#"):
        raise NotUnderstoodError(
            Say("een getal invullen kan hier niet", "filling in a number cannot be done here"),
            Say(
                "zet het goede getal achter = en een paar foute achter ~",
                "put the right number behind = and a few wrong ones behind ~",
            ),
        )
    answers = list(_answers(inside))
    if not answers:
        raise NotUnderstoodError(
            Say("tussen de haakjes staat geen antwoord", "there is no answer between the braces"),
            Say("zet = voor het goede antwoord en ~ voor elk fout", "put = before the right answer and ~ before each wrong one"),
        )  # fmt: skip
    if all("->" in answer.text for answer in answers):
        halves = [
            (text.strip(), match.strip()) for text, _, match in (answer.text.partition("->") for answer in answers)
        ]
        return plan_matching(ask, halves, told, writer, _PAIRS)
    if any("->" in answer.text for answer in answers) and all(answer.right for answer in answers):
        raise NotUnderstoodError(
            Say("bij een van de paren ontbreekt ->", "one of the pairs lacks ->"),
            Say("schrijf elk paar als: =dit -> dat", "write each pair as: =this -> that"),
        )
    return plan_choice(piece.line, whole, answers, why, writer, result, single=None)


_PAIRS = Say("schrijf er ten minste twee, elk als: =dit -> dat", "write at least two, each as: =this -> that")


def _answers(inside: str) -> Iterator[Given]:
    """Each sign that is not escaped begins an answer."""
    parts = re.split(r"([=~])", inside)
    for sign, text in zip(parts[1::2], parts[2::2], strict=True):
        share = None
        if weight := _WEIGHT.match(text):
            share = (check_share(weight[1]) or Fraction(0)) / 100
            text = text[weight.end() :]
        said, _, feedback = text.partition("#")
        yield Given(sign == "=", share, *(plain(_free(_FORMAT.sub("", part))) for part in (said, feedback)))


def _held(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(_HELD + _SIGNS.index(match[1])), text)


def _free(text: str) -> str:
    for index, sign in enumerate(_SIGNS):
        text = text.replace(chr(_HELD + index), " " if sign == "n" else sign)
    return text
