"""Tells which kind of file or text it is, and reads it."""

from __future__ import annotations

import re

from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.quiz.importing.archive import Archive
from voorlichter.quiz.importing.check_boxes import FOUND, read_check_boxes
from voorlichter.quiz.importing.forms import NotUnderstoodError
from voorlichter.quiz.importing.gift import read_gift
from voorlichter.quiz.importing.h5p import CONTENT, read_h5p
from voorlichter.quiz.importing.moodle_xml import read_moodle
from voorlichter.quiz.importing.qti import ITEM, read_qti_item, read_qti_zip, refuse_old
from voorlichter.quiz.importing.result import Imported
from voorlichter.quiz.importing.table import read_table
from voorlichter.quiz.importing.workbook import read_workbook
from voorlichter.quiz.importing.xml_tree import LARGEST, TOO_LARGE, local, read_xml

_GIFT = re.compile(r"^[^\S\n]*(?:::|\$CATEGORY\s*:|//)|(?<!\\)\{\s*(?:[=~#}]|(?:TRUE|FALSE|T|F)\s*[#}])", re.M | re.I)
"""A line that only GIFT begins so, or braces with answers; `{je|u}` in a cell is neither."""
_XML = re.compile(
    r"\s*<(?:\?xml|!DOCTYPE|quiz>|quiz\s[^>]*>\s*<question|(?:\w+:)?assessmentItem|questestinterop)\b|\s*<quiz>\s*<",
    re.I,
)
_PDF = (
    Say("dit is een PDF", "this is a PDF"),
    Say("kopieer de vragen en plak ze hier", "copy the questions and paste them here"),
)
_OTHER_ZIP = (
    Say("in deze zip staan geen vragen", "there are no questions in this zip"),
    Say(
        "kies een werkmap (.xlsx), H5P (.h5p) of QTI 2.1; een SCORM-pakket is niet terug te lezen",
        "choose a workbook (.xlsx), H5P (.h5p) or QTI 2.1; a SCORM package cannot be read back",
    ),
)
_OTHER_XML = (
    Say("deze XML is niet van Moodle, en geen QTI 2.1", "this XML is not Moodle's, and no QTI 2.1"),
    Say("exporteer de vragen als Moodle XML, GIFT of QTI 2.1", "export the questions as Moodle XML, GIFT or QTI 2.1"),
)
_NOTHING = (
    Say("hier staat geen vraag", "there is no question here"),
    Say(
        "plak de cellen van een blad: vraag, goed antwoord, foute antwoorden; of GIFT uit Moodle",
        "paste the cells of a sheet: question, right answer, wrong answers; or GIFT from Moodle",
    ),
)


def import_file(data: bytes, language: Code) -> Imported:
    """What a file holds, whatever it is called: a workbook, H5P, QTI, XML or a text. Its texts are in this language."""
    result = Imported()
    try:
        if data.startswith(b"PK\x03\x04"):
            _read_zip(data, language, result)
        elif data.startswith(b"%PDF"):
            result.refuse(1, "", *_PDF)
        elif len(data) > LARGEST:
            result.refuse(1, "", *TOO_LARGE)
        else:
            text = _decoded(data)
            return _import_xml(data, language) if _XML.match(text) else import_questions(text, language)
    except NotUnderstoodError as refused:
        result.refuse(1, "", refused.message, refused.fix)
    return _told(result)


def import_questions(text: str, language: Code) -> Imported:
    """Of a text. Nothing is lost: each part comes in, or stands in `rest` with a problem at its line."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _XML.match(text):
        return _import_xml(
            re.sub(r"^(\s*<\?xml[^>]*?)\s+encoding=([\"'])[^\"']*\2", r"\1", text).lstrip().encode(), language
        )
    result = Imported()
    if not text.strip():
        result.refuse(1, text, *_NOTHING)
    elif FOUND.search(text):
        read_check_boxes(text, language, result)
    elif _GIFT.search(text):
        read_gift(text, language, result)
    else:
        read_table(text, language, result)
    return _told(result, text)


def _told(result: Imported, text: str = "") -> Imported:
    if not result.questions and not result.problems:
        result.refuse(1, text, *_NOTHING)
    return result


def _import_xml(data: bytes, language: Code) -> Imported:
    result = Imported()
    try:
        tree = read_xml(data)
    except NotUnderstoodError as refused:
        result.refuse(1, "", refused.message, refused.fix)
        return result
    kind = local(tree.root)
    if kind == "quiz":
        read_moodle(tree, language, result)
    elif kind == ITEM:
        read_qti_item(tree, language, result)
    elif kind == "questestinterop":
        refuse_old(result, "")
    else:
        result.refuse(1, "", *_OTHER_XML)
    return _told(result)


def _read_zip(data: bytes, language: Code, result: Imported) -> None:
    archive = Archive(data)
    names = {*archive.names}
    if CONTENT in names:
        read_h5p(archive, language, result)
    elif "xl/workbook.xml" in names or "content.xml" in names:
        read_table(read_workbook(archive, data), language, result)
    elif any(_holds_items(archive, name) for name in archive.ending(".xml")):
        read_qti_zip(archive, language, result)
    else:
        result.refuse(1, "", *_OTHER_ZIP)


def _holds_items(archive: Archive, name: str) -> bool:
    """By the first signs of a file; whether it can be read is seen later."""
    return bool(re.search(rb"<(?:\w+:)?(?:assessmentItem|questestinterop)\b", archive.begin(name)))


def _decoded(data: bytes) -> str:
    """However a spreadsheet wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
