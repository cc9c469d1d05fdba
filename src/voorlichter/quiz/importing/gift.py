"""GIFT, the text in which Moodle and many others keep questions: what we write ourselves, and what teachers write by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.plain import ITEM, paragraphs, plain, shows_more
from voorlichter.quiz.importing.result import MOST, Chosen, Imported, Writer

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_HELD = 0xE000
"""An escaped sign is one of Unicode's own use while the text is taken apart."""
_SIGNS = "~=#{}:\\n"
_TITLE = re.compile(r"\s*::(.*?)::", re.S)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]", re.I)
_VERDICT = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?:#(.*?))?(?:#(.*))?\s*", re.I | re.S)
_WEIGHT = re.compile(r"\s*%(-?\d+(?:[.,]\d+)?)%")
_BLANK = "_____"


@dataclass(frozen=True, slots=True)
class _GiftPiece:
    """A question as it stands; `line` is where it begins."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _GiftAnswer:
    sign: str
    share: Fraction | None
    text: str
    feedback: str


class _NotUnderstoodError(Exception):
    def __init__(self, message: Say, fix: Say) -> None:
        self.message, self.fix = message, fix
        super().__init__(message.en)


def read_gift(text: str, language: Code, result: Imported) -> None:
    writer = Writer(language)
    for piece in _pieces(text):
        try:
            _read(piece, writer, result)
        except _NotUnderstoodError as refused:
            result.refuse(piece.line, piece.text, refused.message, refused.fix)


def _pieces(text: str) -> Iterator[_GiftPiece]:
    """An empty line ends a question, but not within its braces."""
    lines: list[str] = []
    start = depth = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        begins = re.match(r"\s*(?:::|\$CATEGORY\s*:)", line) and any("{" in earlier for earlier in lines)
        if lines and ((not line.strip() and not depth) or begins or number > text.count("\n") + 1):
            yield _GiftPiece(start, "\n".join(lines))
            lines, depth = [], 0
        if not line.strip() and not lines:
            continue
        if re.match(r"\s*(?://|\$CATEGORY\s*:)", line):
            continue
        if not lines:
            start = number
        lines.append(line)
        plain_line = re.sub(r"\\.", "", line)
        depth = max(0, depth + plain_line.count("{") - plain_line.count("}"))


def _read(piece: _GiftPiece, writer: Writer, result: Imported) -> None:
    text = _held(piece.text)
    if title := _TITLE.match(text):
        text = text[title.end() :]
    text = _FORMAT.sub("", text, count=1)
    before, brace, rest = text.partition("{")
    if brace and "}" not in rest:
        raise _NotUnderstoodError(
            Say("het haakje dat deze antwoorden afsluit, ontbreekt", "the brace that closes these answers is missing"),
            Say("zet een } achter het laatste antwoord", "put a } behind the last answer"),
        )
    inside, _, after = rest.partition("}")
    if "{" in after:
        raise _NotUnderstoodError(
            Say("deze vraag heeft op meer dan één plek antwoorden", "this question has answers in more than one place"),
            Say(
                "maak er losse vragen van, met een lege regel ertussen",
                "make separate questions of it, with an empty line between them",
            ),
        )
    asked = before + (f" {_BLANK} {after}" if brace and after.strip() else "")
    if shows_more(text):
        result.note(
            piece.line,
            Say("het plaatje of de film in deze vraag komt niet mee", "the picture or film in this question does not come along"),
            Say("zeg in woorden wat er te zien is", "say in words what is to be seen"),
        )  # fmt: skip
    ask = paragraphs(_free(asked))
    if not ask:
        raise _NotUnderstoodError(
            Say("hier staan antwoorden zonder vraag", "here are answers without a question"),
            Say("zet de vraag voor het haakje {", "put the question before the brace {"),
        )
    inside, _, general = inside.partition("####")
    told = paragraphs(_free(_FORMAT.sub("", general, count=1)))
    result.questions.append(_question(piece, ask, inside, told, bool(brace), writer, result))


def _question(
    piece: _GiftPiece, ask: list[str], inside: str, told: list[str], answered: bool, writer: Writer, result: Imported
) -> dict[str, Any]:
    why = " ".join(part.removeprefix(ITEM) for part in told)
    if not answered or not inside.strip():
        return writer.reflection(
            ask[0], " ".join([*(part.removeprefix(ITEM) for part in ask[1:]), *filter(None, [why])])
        )
    whole = " ".join(part.removeprefix(ITEM) for part in ask)
    if verdict := _VERDICT.fullmatch(inside):
        if_wrong, if_right = (plain(_free(_FORMAT.sub("", said or ""))) for said in (verdict[2], verdict[3]))
        return writer.statement(whole, verdict[1][0] in "Tt", if_right, if_wrong, why)
    if inside.strip().startswith("#"):
        raise _NotUnderstoodError(
            Say("een getal invullen kan hier niet", "filling in a number cannot be done here"),
            Say(
                "zet het goede getal achter = en een paar foute achter ~",
                "put the right number behind = and a few wrong ones behind ~",
            ),
        )
    answers = list(_answers(inside))
    if not answers:
        raise _NotUnderstoodError(
            Say("tussen de haakjes staat geen antwoord", "there is no answer between the braces"),
            Say("zet = voor het goede antwoord en ~ voor elk fout", "put = before the right answer and ~ before each wrong one"),
        )  # fmt: skip
    if len(answers) > MOST:
        raise _NotUnderstoodError(
            Say(f"{len(answers)} antwoorden is te veel", f"{len(answers)} answers are too many"),
            Say("houd er vier over", "keep four"),
        )
    if all("->" in answer.text for answer in answers):
        return _matching(ask, answers, told, writer)
    if any("->" in answer.text for answer in answers) and all(answer.sign == "=" for answer in answers):
        raise _NotUnderstoodError(
            Say("bij een van de paren ontbreekt ->", "one of the pairs lacks ->"),
            Say("schrijf elk paar als: =dit -> dat", "write each pair as: =this -> that"),
        )
    return _choice(piece, whole, answers, why, writer, result)


def _choice(
    piece: _GiftPiece, ask: str, answers: list[_GiftAnswer], why: str, writer: Writer, result: Imported
) -> dict[str, Any]:
    wrong = [answer for answer in answers if answer.sign == "~" and not (answer.share or 0) > 0]
    if not wrong:
        raise _NotUnderstoodError(
            Say("een antwoord zelf typen kan hier niet", "typing an answer cannot be done here"),
            Say("zet er een paar foute antwoorden bij, elk met ~ ervoor", "add a few wrong answers, each with ~ before it"),
        )  # fmt: skip
    equal = [answer for answer in answers if answer.sign == "="]
    positive = [answer for answer in answers if answer.sign == "~" and (answer.share or 0) > 0]
    if len(positive) > 1 and not equal and (whole := [answer for answer in positive if answer.share == 1]):
        equal = whole
    if not equal and not positive:
        raise _NotUnderstoodError(
            Say("geen van deze antwoorden is goed", "none of these answers is right"),
            Say("zet = voor het goede antwoord", "put = before the right answer"),
        )
    if any(answer not in equal for answer in positive if equal):
        result.note(
            piece.line,
            Say("half goede antwoorden zijn hier fout", "half right answers are wrong here"),
            Say("zeg in de uitleg wat er wel aan klopt", "say in the feedback what is right about them"),
        )
    right = equal if equal else positive
    several = len(right) > 1 or (not equal and any((answer.share or 0) < 0 for answer in answers))
    if len(equal) > 1:
        result.note(
            piece.line,
            Say("hier zijn meer antwoorden goed", "several answers are right here"),
            Say("wie ze niet alle kiest, heeft de vraag nu fout", "whoever does not choose all of them, has it wrong now"),
        )  # fmt: skip
    chosen = [Chosen(answer.text, Fraction(int(answer in right)), answer.feedback) for answer in answers]
    return writer.choice(ask, chosen, why, several=several)


def _matching(ask: list[str], answers: list[_GiftAnswer], told: list[str], writer: Writer) -> dict[str, Any]:
    """Pairs; where several share what belongs with them, groups; where that is a number each, an order. Such are ours too."""
    halves = [tuple(part.strip() for part in answer.text.split("->", 1)) for answer in answers]
    pairs = [(text, match) for text, match in halves if text]
    whole = " ".join(part.removeprefix(ITEM) for part in ask)
    if len(pairs) < 2:
        raise _NotUnderstoodError(
            Say("dit is maar één paar", "this is only one pair"),
            Say("schrijf er ten minste twee, elk als: =dit -> dat", "write at least two, each as: =this -> that"),
        )
    said = dict.fromkeys(pairs, "")
    rest: list[str] = []
    matches = [match for _, match in pairs]
    numbered = sorted(matches) == sorted(str(number) for number in range(1, len(pairs) + 1))
    for part in told:
        begins = {
            pair: f"{ITEM}{pair[1]}. {pair[0]}: " if numbered else f"{ITEM}{pair[0]} – {pair[1]}: " for pair in pairs
        }
        pair = next((pair for pair, begin in begins.items() if part.startswith(begin)), None)
        if pair is None:
            rest.append(part.removeprefix(ITEM))
        else:
            said[pair] = part.removeprefix(begins[pair])
    why = " ".join(rest)
    if numbered:
        steps = sorted(pairs, key=lambda pair: int(pair[1]))
        return writer.order(ask[0], [(text, said[text, match]) for text, match in steps], why)
    triples = [(text, match, said[text, match]) for text, match in pairs]
    distractors = [match for text, match in halves if not text]
    if len(set(matches)) < len(matches) and len(set(matches)) > 1 and not distractors:
        return writer.sort(whole, triples, why)
    return writer.match(whole, triples, distractors, why)


def _answers(inside: str) -> Iterator[_GiftAnswer]:
    """Each sign that is not escaped begins an answer."""
    parts = re.split(r"([=~])", inside)
    for sign, text in zip(parts[1::2], parts[2::2], strict=True):
        share = None
        if weight := _WEIGHT.match(text):
            share = Fraction(weight[1].replace(",", ".")) / 100
            text = text[weight.end() :]
        said, _, feedback = text.partition("#")
        yield _GiftAnswer(sign, share, *(plain(_free(_FORMAT.sub("", part, count=1))) for part in (said, feedback)))


def _held(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(_HELD + _SIGNS.index(match[1])), text)


def _free(text: str) -> str:
    for index, sign in enumerate(_SIGNS):
        text = text.replace(chr(_HELD + index), " " if sign == "n" else sign)
    return text
