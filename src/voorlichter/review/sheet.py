"""The sheet: a row for each passage, in a spreadsheet to fill in and as a PDF to read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from voorlichter.problems import Language, Say
from voorlichter.template.data import HelpData, LawData
from voorlichter.template.passages import Passage, read_aloud
from voorlichter.template.reviews import Reviewed, SignedAnswer, Verdict
from voorlichter.typesetting import Typesetter, check_extra
from voorlichter.workspace import Workspace

COLUMNS = {
    "number": Say("nummer", "number"),
    "where": Say("waar", "where"),
    "nl": Say("tekst (Nederlands)", "text (Dutch)"),
    "en": Say("tekst (Engels)", "text (English)"),
    "law": Say("wet of feit, bron, eerder antwoord", "law or fact, source, earlier answer"),
    "answer": Say("antwoord", "answer"),
    "remark": Say("opmerking", "remark"),
    "by": Say("door", "by"),
    "on": Say("op", "on"),
    "hash": Say("kenmerk (niet wijzigen)", "mark (leave as it is)"),
}
"""In the order they stand; each by the key that the answers are read under."""

VERDICTS: dict[Verdict, Say] = {
    "ok": Say("klopt", "ok"),
    "change": Say("wijzigen", "change"),
    "unsure": Say("twijfel", "unsure"),
}

_TO_FILL_IN = ("answer", "remark", "by", "on")
_WIDTHS = {
    "number": 10,
    "where": 22,
    "nl": 60,
    "en": 60,
    "law": 34,
    "answer": 11,
    "remark": 40,
    "by": 22,
    "on": 12,
    "hash": 15,
}
_MOST = 32_000
"""Signs in a cell; Excel takes 32,767."""
_TEMPLATE = "review.typ"
_WORDS = {
    "title": Say("De vaste teksten van de site, om na te kijken", "The fixed texts of the site, to review"),
    "about": Say(
        "Elk stuk heeft een nummer. Wat tussen ‹ en › staat, vult het programma in: een naam, een nummer, of tekst die er alleen onder een voorwaarde staat. "
        "Nederlands staat hier met je; dezelfde tekst bestaat met u. Vul uw antwoorden in het werkblad passages.xlsx in: klopt, wijzigen of twijfel, "
        "met een opmerking waar iets anders moet. Uw naam en de dag hoeven maar één keer.",
        "Every passage has a number. What stands between ‹ and › is filled in by the program: a name, a number, or text that is there under a condition only. "
        "Dutch stands here with je; the same text exists with u. Give your answers in the spreadsheet passages.xlsx: ok, change or unsure, "
        "with a remark where something must be different. Your name and the day are needed only once.",
    ),
    "source": Say("Bron", "Source"),
    "checked": Say("nagekeken op", "checked on"),
    "unchecked": Say("de bron is nog niet nagekeken", "nobody has checked the source yet"),
    "page": Say("Blad", "Page"),
    "of": Say("van", "of"),
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A passage as a reader of the sheet sees it, apart from the columns to fill in."""

    number: str
    where: str
    nl: str
    en: str
    law: str
    """And what was answered before."""
    hash: str


def plan_rows(passages: Sequence[Passage], reviewed: Reviewed, language: Language) -> list[SheetRow]:
    rows = []
    for passage in passages:
        notes = [
            *(tell_source(entry, language) for entry in passage.law),
            *(_tell_answer(answer, language) for answer in reviewed.latest.get(passage.where, {}).values()),
        ]
        rows.append(
            SheetRow(
                passage.number,
                passage.where,
                read_aloud(passage.texts["nl"], "nl"),
                read_aloud(passage.texts["en"], "en"),
                "\n".join(notes),
                passage.hash,
            )
        )
    return rows


def _tell_answer(signed: SignedAnswer, language: Language) -> str:
    """What somebody said of these words before; the next reviewer answers for themselves."""
    remark = f" ({signed.answer.remark})" if signed.answer.remark else ""
    return f"{VERDICTS[signed.answer.answer].to(language)}: {signed.by}, {signed.on}{remark}"


def tell_source(entry: LawData | HelpData, language: Language) -> str:
    """`title: source (text of …); checked on … `, and where nobody checked, that."""
    title = entry.title if isinstance(entry, LawData) else entry.name
    state = getattr(entry.state, language) if isinstance(entry, LawData) and entry.state else ""
    day = f"{_WORDS['checked'].to(language)} {entry.checked}" if entry.checked else _WORDS["unchecked"].to(language)
    return f"{getattr(title, language)}: {entry.source}{f' ({read_aloud(state, language)})' if state else ''}; {day}"


def render_spreadsheet(rows: Sequence[SheetRow], language: Language) -> bytes:
    """One sheet, in which only the answers can be changed; the same bytes for the same rows. Raises MachineError without XlsxWriter."""
    check_extra("xlsxwriter")
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": _WORDS["title"].to(language), "created": datetime(2026, 1, 1)})
    sheet = book.add_worksheet("passages")
    head = book.add_format({"bold": True, "bg_color": "#E7EEF1", "text_wrap": True, "valign": "top"})
    fixed = book.add_format({"text_wrap": True, "valign": "top"})
    open_ = book.add_format(
        {"text_wrap": True, "valign": "top", "locked": False, "bg_color": "#FFFBE6", "num_format": "@"}
    )
    for column, (key, name) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, _WIDTHS[key])
        sheet.write_string(0, column, name.to(language), head)
        for line, row in enumerate(rows, 1):
            sheet.write_string(
                line,
                column,
                "" if key in _TO_FILL_IN else getattr(row, key)[:_MOST],
                open_ if key in _TO_FILL_IN else fixed,
            )
    answer = list(COLUMNS).index("answer")
    sheet.data_validation(
        1,
        answer,
        max(len(rows), 1),
        answer,
        {"validate": "list", "source": [word.to(language) for word in VERDICTS.values()]},
    )
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return file.getvalue()


def render_pdf(workspace: Workspace, rows: Sequence[SheetRow], language: Language) -> bytes:
    """Raises MachineError where Typst is not installed."""
    told: dict[str, Any] = {
        "language": language,
        "rows": [{key: getattr(row, key) for key in ("number", "where", "nl", "en", "law")} for row in rows],
        "said": {key: text.to(language) for key, text in {**_WORDS, **COLUMNS}.items()},
        "org": {"name": "Voorlichter", "short_name": "Voorlichter"},
        "brand": {
            "accent": "#0B5FA5",
            "color": "#0B5FA5",
            "second": "#E7EEF1",
            "on_color": "#FFFFFF",
            "tint": "#E7EEF1",
        },
    }
    with Typesetter(workspace.files("overrides/print")) as typesetter:
        return typesetter.render_pdf(_TEMPLATE, told)
