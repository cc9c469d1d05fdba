"""A workbook of Excel or LibreOffice: its first sheet, as the text that its cells would be when pasted."""

from __future__ import annotations

import csv
import io
from importlib.util import find_spec

from voorlichter.problems import Say
from voorlichter.quiz.importing.archive import Archive
from voorlichter.quiz.importing.forms import NotUnderstoodError

_CELLS = 200_000
_UNREADABLE = (
    Say("deze werkmap is niet te lezen", "this workbook cannot be read"),
    Say("open haar, en bewaar het blad als CSV", "open it, and save the sheet as CSV"),
)
_NO_READER = (
    Say("een werkmap kan hier niet worden gelezen", "a workbook cannot be read here"),
    Say(
        "kopieer de cellen en plak ze, of bewaar het blad als CSV; op de opdrachtregel helpt ook: python -m pip install 'voorlichter[kit]'",
        "copy the cells and paste them, or save the sheet as CSV; on the command line this helps too: python -m pip install 'voorlichter[kit]'",
    ),
)


def read_workbook(archive: Archive, data: bytes) -> str:
    """Raises NotUnderstoodError. What the workbook unpacks to is measured before anything reads it."""
    for name in archive.ending(".xml"):
        archive.read(name)
    if find_spec("python_calamine") is None:
        raise NotUnderstoodError(*_NO_READER)
    import python_calamine

    try:
        rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    except (python_calamine.CalamineError, IndexError, OSError) as error:
        raise NotUnderstoodError(*_UNREADABLE) from error
    if sum(map(len, rows)) > _CELLS:
        raise NotUnderstoodError(*_UNREADABLE)
    written = io.StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows([map(_text, row) for row in rows])
    return written.getvalue()


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "waar" if cell else "niet waar"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
