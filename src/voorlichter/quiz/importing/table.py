"""Rows of a spreadsheet, pasted or as CSV: the question, the right answer, wrong answers; with a row of headings where there is more to tell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.result import MOST, Chosen, Imported, Writer

Kind = Literal["ask", "right", "wrong", "said", "why", ""]

_HEADINGS: Mapping[Kind, re.Pattern[str]] = {
    "said": re.compile(r"^(feedback|terugkoppeling|uitleg bij|explanation of|toelichting bij)\b", re.I),
    "ask": re.compile(r"^(de )?(vraag|vragen|stelling|question|statement|opgave)\b", re.I),
    "wrong": re.compile(
        r"\b(foute?|onjuiste?|verkeerde?|wrong|incorrect|false|afleider|distractor)\b|^not right", re.I
    ),
    "right": re.compile(r"\b(goede?|juiste?|correcte?|right|key|sleutel|waar)\b|^(antwoord|answer)$", re.I),
    "why": re.compile(r"^(uitleg|toelichting|waarom|explanation|why|reason|rationale)\b", re.I),
}
_TRUE = re.compile(r"(helemaal )?(waar|juist|klopt|true|t|ja|yes|goed|correct)[.!]?", re.I)
_FALSE = re.compile(r"(niet waar|onwaar|onjuist|niet juist|klopt niet|false|f|nee|no|fout|incorrect)[.!]?", re.I)

_TOO_LONG = (
    Say("een van de cellen is langer dan een tekst kan zijn", "one of the cells is longer than a text can be"),
    Say("zoek een aanhalingsteken dat niet wordt gesloten", "look for a quotation mark that is not closed"),
)


@dataclass(frozen=True, slots=True)
class _TableRow:
    line: int
    cells: list[str]
    raw: str


def read_table(text: str, language: Code, result: Imported) -> None:
    writer = Writer(language)
    try:
        rows = list(_rows(text))
    except csv.Error:
        result.refuse(1, text, *_TOO_LONG)
        return
    kinds = _kinds(rows[0].cells) if rows else None
    result.heading = rows[0].raw if kinds else ""
    for row in rows[1:] if kinds else rows:
        _read_row(row, kinds or ["ask", "right"], writer, result)


def _rows(text: str) -> Iterator[_TableRow]:
    """With the line on which each begins: a cell may hold several."""
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(lines), skipinitialspace=True)
    start = 0
    for cells in reader:
        end = max(reader.line_num, start + 1)
        raw = "\n".join(lines[start:end])
        if any(cell.strip() for cell in cells):
            yield _TableRow(start + 1, [" ".join(cell.split()) for cell in cells], raw)
        start = end


def _delimiter(lines: list[str]) -> str:
    """What most lines have; a comma stands in sentences too, so it comes last."""
    said = [line for line in lines if line.strip()]
    counts = {sign: sum(sign in line for line in said) for sign in ("\t", ";", "|", ",")}
    return next((sign for sign, number in counts.items() if number and number >= 0.6 * len(said)), "\t")


def _kinds(cells: list[str]) -> list[Kind] | None:
    """What each column holds, where the first row says so."""
    kinds: list[Kind] = [
        next((kind for kind, pattern in _HEADINGS.items() if pattern.search(cell) and len(cell) < 40), "")
        for cell in cells
    ]
    return kinds if "ask" in kinds and "right" in kinds and not cells[kinds.index("ask")].endswith("?") else None


def _read_row(row: _TableRow, kinds: list[Kind], writer: Writer, result: Imported) -> None:
    def refuse(nl: str, en: str, fix_nl: str, fix_en: str) -> None:
        result.refuse(row.line, row.raw, Say(nl, en), Say(fix_nl, fix_en))

    ask, why, answers = "", "", list[Chosen]()
    for index, cell in enumerate(row.cells):
        kind: Kind = kinds[index] if index < len(kinds) else "wrong" if kinds[-1] in ("right", "wrong") else ""
        if kind == "ask":
            ask = ask or cell
        elif kind == "why":
            why = " ".join(filter(None, (why, cell)))
        elif kind == "said" and answers:
            answers[-1] = Chosen(answers[-1].text, answers[-1].share, cell)
        elif kind in ("right", "wrong"):
            answers.append(Chosen(cell, Fraction(1 if kind == "right" else 0)))
        elif cell:
            result.note(
                row.line,
                Say(f"“{cell}” hoort bij geen kolom", f"“{cell}” belongs to no column"),
                Say("geef de kolom een kop, zoals: uitleg", "give the column a heading, such as: explanation"),
            )
    answers = [answer for answer in answers if answer.text]
    right = [answer for answer in answers if answer.share]
    verdict = plan_verdict(answers)
    if not ask:
        refuse(
            "hier staat geen vraag",
            "there is no question here",
            "zet de vraag in de eerste kolom",
            "put the question in the first column",
        )
    elif verdict is not None:
        result.questions.append(writer.statement(ask, verdict, right[0].feedback, _wrong_said(answers), why))
    elif not right:
        refuse(
            "er is geen goed antwoord",
            "there is no right answer",
            "zet het goede antwoord in de tweede kolom",
            "put the right answer in the second column",
        )
    elif len(answers) == len(right):
        refuse(
            "er is geen fout antwoord",
            "there is no wrong answer",
            "zet achter het goede antwoord een of meer foute, of schrijf waar of niet waar",
            "put one or more wrong answers behind the right one, or write true or false",
        )
    elif len(answers) > MOST:
        refuse(
            f"{len(answers)} antwoorden is te veel",
            f"{len(answers)} answers are too many",
            "houd er vier over",
            "keep four",
        )
    else:
        result.questions.append(writer.choice(ask, answers, why, several=len(right) > 1))  # fmt: skip


def plan_verdict(answers: list[Chosen]) -> bool | None:
    """Of a statement whether it is true; None of any other question."""
    right = [answer.text for answer in answers if answer.share]
    wrong = [answer.text for answer in answers if not answer.share]
    if len(right) != 1 or len(wrong) > 1:
        return None
    is_true, is_false = bool(_TRUE.fullmatch(right[0])), bool(_FALSE.fullmatch(right[0]))
    if not is_true and not is_false:
        return None
    fits = not wrong or (_FALSE if is_true else _TRUE).fullmatch(wrong[0])
    return is_true if fits else None


def _wrong_said(answers: list[Chosen]) -> str:
    return next((answer.feedback for answer in answers if not answer.share), "")
