"""The answers that come back: a spreadsheet or a CSV as Excel, LibreOffice or Numbers writes it, checked whole before any is kept."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voorlichter.model_problems import Refused
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Mark, Problem, Say
from voorlichter.profile.values.days import check_date
from voorlichter.review.sheet import COLUMNS, VERDICTS
from voorlichter.template.passages import Passage
from voorlichter.template.reviews import Review, ReviewAnswer, Verdict
from voorlichter.typesetting import check_extra

_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_TEXTS = (".csv", ".txt", ".tsv")
_NEEDED = ("number", "answer", "hash")
_WORDS: dict[str, Verdict] = {
    word: verdict for verdict, say in VERDICTS.items() for word in (verdict, say.nl, say.en)
} | {"okay": "ok", "goed": "ok", "akkoord": "ok", "wijzig": "change"}
_EITHER = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}")
"""A day that is one in the Netherlands and may be another in an English Excel."""
_HEAD = "# Made by voorlichter review --answers. Each answer holds for the words with this hash; a passage that has changed since is no longer reviewed.\n"


@dataclass(frozen=True, slots=True)
class _FilledRow:
    """A filled row, with its place in the file."""

    number: int
    cells: Mapping[str, str]
    columns: Mapping[str, int]
    path: Path

    def mark(self, key: str) -> Mark:
        return Mark(self.path, self.number, self.columns.get(key, 0) + 1)


def read_answers(path: Path, passages: Sequence[Passage], today: date) -> tuple[list[Review], list[Problem]]:
    """By reviewer and day. Answers on words that have changed since are kept too: they hold for what was read, so for nothing now."""
    table, problems = _read_table(path)
    lines = list(_lines(path, table, problems))
    by_number = {passage.number: passage for passage in passages}
    given: dict[tuple[str, date], list[ReviewAnswer]] = {}
    only_by, only_on = (_only(line.cells[key] for line in lines) for key in ("by", "on"))
    for line in lines:
        wrong = list(_check(line, by_number))
        by = line.cells["by"] or only_by
        on, refused = _day(line, line.cells["on"] or only_on, today)
        wrong += refused if line.cells["on"] else []
        verdict = _WORDS.get(line.cells["answer"].casefold())
        if line.cells["answer"] and not by:
            wrong.append(
                Problem(
                    line.mark("by"),
                    line.cells["number"],
                    Say("hier ontbreekt wie dit nakeek", "who reviewed this is missing here"),
                    Say(
                        "schrijf de naam in de kolom door; één keer is genoeg waar één naam voor alles geldt",
                        "write the name in the column by; once is enough where one name is of everything",
                    ),
                )
            )
        if line.cells["answer"] and not line.cells["on"] and not only_on:
            wrong.append(
                Problem(
                    line.mark("on"),
                    line.cells["number"],
                    Say("hier ontbreekt de dag", "the day is missing here"),
                    Say(
                        f"schrijf de dag in de kolom op: {today}; één keer is genoeg waar één dag voor alles geldt",
                        f"write the day in the column on: {today}; once is enough where one day is of everything",
                    ),
                )
            )
        problems += wrong
        passage = by_number.get(line.cells["number"].upper())
        if not wrong and verdict and by and on and passage:
            given.setdefault((by, on), []).append(
                ReviewAnswer(
                    passage=passage.where, hash=line.cells["hash"], answer=verdict, remark=line.cells["remark"] or None
                )
            )
    if not problems and not given:
        problems.append(
            Problem(
                Mark(path),
                "",
                Say("er staat nog geen antwoord in", "there is no answer in it yet"),
                Say(
                    "vul de kolom antwoord in: klopt, wijzigen of twijfel",
                    "fill in the column answer: ok, change or unsure",
                ),
            )
        )
    return [Review(by=name, on=day, answers=answers) for (name, day), answers in given.items()], problems


def _check(line: _FilledRow, by_number: Mapping[str, Passage]) -> Iterator[Problem]:
    """What is wrong with a row by itself; one without an answer may hold nothing else."""
    cells = line.cells
    if cells["number"].upper() not in by_number:
        yield Problem(
            line.mark("number"),
            cells["number"] or "number",
            Say("er is geen stuk tekst met dit nummer", "there is no passage with this number"),
            Say(
                "neem het nummer over uit het werkblad dat `voorlichter review` maakt, of laat deze rij weg",
                "take the number from the spreadsheet that `voorlichter review` makes, or leave this row out",
            ),
        )
    if cells["answer"].casefold() not in ("", *_WORDS):
        yield Problem(
            line.mark("answer"),
            cells["number"],
            Say(f"“{cells['answer']}” is geen antwoord", f"“{cells['answer']}” is no answer"),
            Say("schrijf klopt, wijzigen of twijfel", "write ok, change or unsure"),
        )
    if not cells["answer"] and cells["remark"]:
        yield Problem(
            line.mark("answer"),
            cells["number"],
            Say("bij deze opmerking ontbreekt het antwoord", "the answer to this remark is missing"),
            Say("schrijf klopt, wijzigen of twijfel", "write ok, change or unsure"),
        )
    if _WORDS.get(cells["answer"].casefold(), "ok") != "ok" and not cells["remark"]:
        yield Problem(
            line.mark("remark"),
            cells["number"],
            Say("hier ontbreekt wat er anders moet", "what must be different is missing here"),
            Say("schrijf het in de kolom opmerking", "write it in the column remark"),
        )
    if cells["answer"] and not re.fullmatch(r"[0-9a-f]{12}", cells["hash"]):
        yield Problem(
            line.mark("hash"),
            cells["number"],
            Say("het kenmerk van deze rij is weg of veranderd", "the mark of this row is gone or was changed"),
            Say("neem het over uit het werkblad dat u kreeg", "take it from the spreadsheet you were given"),
        )
    if re.search(r"[<>\[\]{}|]", cells["by"]) or len(cells["by"]) == 1 or len(cells["by"]) > 120:
        yield Problem(
            line.mark("by"),
            cells["number"],
            Say(f"“{cells['by']}” is geen naam", f"“{cells['by']}” is no name"),
            Say("schrijf een naam zonder haken", "write a name without brackets"),
        )


def _only(given: Iterable[str]) -> str:
    """What stands in a column once and for all; of two names none is of a row without one."""
    different = set(filter(None, given))
    return different.pop() if len(different) == 1 else ""


def _day(line: _FilledRow, text: str, today: date) -> tuple[date | None, list[Problem]]:
    either = _EITHER.fullmatch(text)
    day: date | None = None
    if not (either and int(either[1]) <= 12 and int(either[2]) <= 12 and either[1] != either[2]):
        try:
            day = check_date(text)
        except Refused as refused:
            day = date.fromisoformat(str(refused.value)) if refused.value else None
    if day is None or day > today:
        message = (
            Say(f"de dag {day} moet nog komen", f"the day {day} is still to come")
            if day
            else Say(f"“{text}” is geen dag, of kan er twee zijn", f"“{text}” is no day, or can be two")
        )
        return None, [
            Problem(
                line.mark("on"),
                line.cells["number"],
                message,
                Say(f"schrijf jaar-maand-dag, zoals {today}", f"write year-month-day, like {today}"),
            )
        ]
    return day, []


def _lines(path: Path, table: Sequence[Sequence[str]], problems: list[Problem]) -> Iterator[_FilledRow]:
    """The rows with something in them, under the names of the columns in either language."""
    names = {_plain(name): key for key, say in COLUMNS.items() for name in (key, say.nl, say.en)}
    for number, row in enumerate(table, 1):
        columns = {names[_plain(cell)]: index for index, cell in enumerate(row) if _plain(cell) in names}
        if all(key in columns for key in _NEEDED):
            for line, cells in enumerate(table[number:], number + 1):
                filled = {
                    key: " ".join(cells[columns[key]].split()) if key in columns and columns[key] < len(cells) else ""
                    for key in COLUMNS
                }
                if any(filled[key] for key in ("answer", "remark", "by", "on")):
                    yield _FilledRow(line, filled, columns, path)
            return
    if not problems:
        needed = [COLUMNS[key] for key in _NEEDED]
        problems.append(
            Problem(
                Mark(path),
                "",
                Say(
                    "de rij met de namen van de kolommen ontbreekt", "the row with the names of the columns is missing"
                ),
                Say(
                    "de eerste rij heeft ten minste: " + ", ".join(say.nl for say in needed),
                    "the first row has at least: " + ", ".join(say.en for say in needed),
                ),
            )
        )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _read_table(path: Path) -> tuple[list[list[str]], list[Problem]]:
    kind = path.suffix.lower()
    if kind in _BOOKS:
        return _read_book(path)
    if kind in _TEXTS:
        return _read_text(path.read_bytes()), []
    return [], [
        Problem(
            Mark(path),
            "",
            Say("dit is geen werkblad", "this is no spreadsheet"),
            Say("sla het op als .xlsx, .ods of .csv", "save it as .xlsx, .ods or .csv"),
        )
    ]


def _read_book(path: Path) -> tuple[list[list[str]], list[Problem]]:
    check_extra("python_calamine")
    import python_calamine

    try:
        rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except python_calamine.CalamineError:
        return [], [
            Problem(
                Mark(path),
                "",
                Say("dit werkblad is niet te lezen", "this spreadsheet cannot be read"),
                Say("open het, en sla het opnieuw op als .xlsx", "open it, and save it again as .xlsx"),
            )
        ]
    return [[_as_text(cell) for cell in row] for row in rows], []


def _as_text(cell: object) -> str:
    """A day of Excel's is a moment at midnight."""
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell)


def _read_text(raw: bytes) -> list[list[str]]:
    """In UTF-8, UTF-16 or what a Dutch Windows writes; divided by what divides the first row most."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count)))


def file_name(review: Review) -> str:
    return f"{review.on}-{hyphenated(review.by, 60) or 'review'}.yml"


def merged(review: Review, earlier: Review | None) -> Review:
    """What was said later on the same day takes the place of what was said of the same passage."""
    answers = {answer.passage: answer for answer in [*(earlier.answers if earlier else ()), *review.answers]}
    return Review(by=review.by, on=review.on, answers=list(answers.values()))


def render_review(review: Review) -> str:
    def quoted(text: object) -> str:
        return json.dumps(str(text), ensure_ascii=False)

    lines = [_HEAD, f"by: {quoted(review.by)}\n", f"on: {quoted(review.on)}\n", "answers:\n"]
    for answer in review.answers:
        lines += [
            f"- passage: {quoted(answer.passage)}\n",
            f"  hash: {quoted(answer.hash)}\n",
            f"  answer: {answer.answer}\n",
        ]
        lines += [f"  remark: {quoted(answer.remark)}\n"] if answer.remark else []
    return "".join(lines)
