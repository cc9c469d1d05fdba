"""Tells which kind of text it is, and reads it."""

from __future__ import annotations

import re

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.gift import read_gift
from voorlichter.quiz.importing.result import Imported
from voorlichter.quiz.importing.table import read_table

_GIFT = re.compile(r"^\s*(?:::|\$CATEGORY\s*:|//)|(?<!\\)\{\s*(?:[=~#}]|(?:TRUE|FALSE|T|F)\s*[#}])", re.M | re.I)
"""A line that only GIFT begins so, or braces with answers; `{je|u}` in a cell is neither."""
_KINDS = (
    (
        b"PK\x03\x04",
        Say("dit is een werkmap (Excel, LibreOffice), geen tekst", "this is a workbook (Excel, LibreOffice), no text"),
        Say("kopieer de cellen en plak ze hier, of bewaar het blad als CSV", "copy the cells and paste them here, or save the sheet as CSV"),
    ),
    (
        b"%PDF",
        Say("dit is een PDF", "this is a PDF"),
        Say("kopieer de vragen en plak ze hier", "copy the questions and paste them here"),
    ),
)  # fmt: skip
_XML = (
    Say("dit is XML", "this is XML"),
    Say("exporteer de vragen uit Moodle als GIFT", "export the questions from Moodle as GIFT"),
)
_NOTHING = (
    Say("hier staat geen vraag", "there is no question here"),
    Say(
        "plak de cellen van een blad: vraag, goed antwoord, foute antwoorden; of GIFT uit Moodle",
        "paste the cells of a sheet: question, right answer, wrong answers; or GIFT from Moodle",
    ),
)


def import_questions(text: str, language: Code) -> Imported:
    """Its texts are in this language. Nothing is lost: each part comes in, or stands in `rest` with a problem at its line."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    result = Imported()
    if not text.strip():
        result.refuse(1, text, *_NOTHING)
    elif re.match(r"\s*<\?xml|\s*<quiz\b", text):
        result.refuse(1, text, *_XML)
    elif _GIFT.search(text):
        read_gift(text, language, result)
    else:
        read_table(text, language, result)
    if not result.questions and not result.problems:
        result.refuse(1, text, *_NOTHING)
    return result


def decode_questions(data: bytes) -> str | Imported:
    """The text of a file, however a spreadsheet wrote it; or why it holds none."""
    for begin, message, fix in _KINDS:
        if data.startswith(begin):
            result = Imported()
            result.refuse(1, "", message, fix)
            return result
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
