"""The forms in which others keep questions, made into types of ours: what GIFT, Moodle, QTI and H5P have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from textwrap import shorten
from typing import Any

from voorlichter.problems import Say
from voorlichter.quiz.importing.plain import ITEM
from voorlichter.quiz.importing.result import MOST, Chosen, Imported, Writer


class NotUnderstoodError(Exception):
    def __init__(self, message: Say, fix: Say) -> None:
        self.message, self.fix = message, fix
        super().__init__(message.en)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it stands; `share` is what it brings, None where its sign says that it is right or wrong."""

    right: bool
    share: Fraction | None
    text: str
    feedback: str = ""


_TYPED = (
    Say("een antwoord zelf typen kan hier niet", "typing an answer cannot be done here"),
    Say("zet er een paar foute antwoorden bij, elk met ~ ervoor", "add a few wrong answers, each with ~ before it"),
)
_NO_WRONG = (
    Say("er is geen fout antwoord", "there is no wrong answer"),
    Say("zet er een fout antwoord bij", "add a wrong answer"),
)


def not_ours(kind: str, typed: Collection[str]) -> NotUnderstoodError:
    """Of a type that cannot come along; in those that are `typed` somebody writes the answer."""
    if kind in typed:
        return NotUnderstoodError(
            _TYPED[0],
            Say(
                "maak er een vraag met antwoorden van, of een om over na te denken",
                "make it a question with answers, or one to think about",
            ),
        )
    return NotUnderstoodError(
        Say(
            f"dit soort vraag is er hier niet: {kind or '?'}", f"there is no such type of question here: {kind or '?'}"
        ),
        Say("maak er een vraag met antwoorden van", "make it a question with answers"),
    )


def named(ask: Sequence[str]) -> str:
    """By which a question is told from others, where nothing else does."""
    return shorten(joined(ask), 60, placeholder="…")


def joined(paragraphs: Sequence[str]) -> str:
    return " ".join(part.removeprefix(ITEM) for part in paragraphs)


def check_ask(ask: Sequence[str], fix: Say) -> None:
    if not ask:
        raise NotUnderstoodError(Say("hier staan antwoorden zonder vraag", "here are answers without a question"), fix)


def check_number(number: int) -> None:
    if number > MOST:
        raise NotUnderstoodError(
            Say(f"{number} antwoorden is te veel", f"{number} answers are too many"),
            Say("houd er vier over", "keep four"),
        )


def check_share(said: str) -> Fraction | None:
    """None of what is no number, or one so large that nobody meant it; a third may be written 1/3."""
    over, slash, under = said.replace(",", ".").partition("/")
    under = under if slash else "1"
    try:
        about = float(over) / float(under)  # first, for as a fraction one of many digits would take for ever
        if not isfinite(about):
            return None
        return Fraction(over) / Fraction(under) if about else Fraction(0)
    except (ValueError, ZeroDivisionError):
        return None


def plan_reading(told: Sequence[str], why: str, writer: Writer) -> dict[str, Any]:
    """What asks for nothing is to be thought about."""
    return writer.reflection(told[0], " ".join(filter(None, [joined(told[1:]), why])))


def plan_choice(
    place: int,
    ask: str,
    answers: Sequence[Given],
    why: str,
    writer: Writer,
    result: Imported,
    *,
    single: bool | None,
    where: str = "",
) -> dict[str, Any]:
    """`single`: whether one answer may be chosen; None where only the shares tell."""
    check_number(len(answers))
    wrong = [answer for answer in answers if not answer.right and not (answer.share or 0) > 0]
    if not wrong:
        raise NotUnderstoodError(*(_TYPED if single is None else _NO_WRONG))
    equal = [answer for answer in answers if answer.right]
    positive = [answer for answer in answers if not answer.right and (answer.share or 0) > 0]
    if len(positive) > 1 and not equal and (whole := [answer for answer in positive if answer.share == 1]):
        equal = whole
    if single and not equal and len(positive) > 1:
        best = max(answer.share or 0 for answer in positive)
        equal = [answer for answer in positive if answer.share == best]
    if not equal and not positive:
        raise NotUnderstoodError(
            Say("geen van deze antwoorden is goed", "none of these answers is right"),
            Say("zet = voor het goede antwoord", "put = before the right answer"),
        )
    if any(answer not in equal for answer in positive if equal):
        result.note(
            place,
            Say("half goede antwoorden zijn hier fout", "half right answers are wrong here"),
            Say("zeg in de uitleg wat er wel aan klopt", "say in the feedback what is right about them"),
            where,
        )
    right = equal if equal else positive
    several = len(right) > 1 or (
        single is False or (single is None and not equal and any((answer.share or 0) < 0 for answer in answers))
    )
    if len(equal) > 1 and single is not False:
        result.note(
            place,
            Say("hier zijn meer antwoorden goed", "several answers are right here"),
            Say("wie ze niet alle kiest, heeft de vraag nu fout", "whoever does not choose all of them, has it wrong now"),
            where,
        )  # fmt: skip
    chosen = [Chosen(answer.text, Fraction(int(answer in right)), answer.feedback) for answer in answers]
    return writer.choice(ask, chosen, why, several=several)


def plan_matching(
    ask: Sequence[str], halves: Sequence[tuple[str, str]], told: Sequence[str], writer: Writer, fix: Say
) -> dict[str, Any]:
    """Pairs; where several share what belongs with them, groups; where that is a number each, an order. Such are ours too.

    What belongs with nothing stands beside an empty text.
    """
    pairs = [(text, match) for text, match in halves if text]
    if len(pairs) < 2:
        raise NotUnderstoodError(Say("dit is maar één paar", "this is only one pair"), fix)
    check_number(len(halves))
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
        return writer.sort(joined(ask), triples, why)
    return writer.match(joined(ask), triples, distractors, why)
