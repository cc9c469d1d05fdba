"""A table in its placeholder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from voorlichter.presentation.fit import SMALLEST, lines_of
from voorlichter.presentation.layouts import LAYOUTS, TABLE, TEXT, Box
from voorlichter.presentation.master import emu
from voorlichter.presentation.model import Slide
from voorlichter.presentation.theme import TABLE_STYLE

_Step = tuple[int, float]
_STEPS: tuple[_Step, ...] = ((24, 0.09), (20, 0.06), (SMALLEST, 0.03))
"""The size of the letters, and what is kept free above and below them."""
_FIGURE = 7
"""A column whose texts are no longer than this holds figures, which stand to the right."""


def table_box(slide: Slide) -> Box:
    """Where nothing is said about it, a table begins higher."""
    left, top, width, height = LAYOUTS["table"].place(TABLE).box
    lead = 0.0 if slide.text else top - LAYOUTS["table"].place(TEXT).box[1]
    return left, top - lead, width, height + lead


def split_tables(slides: Iterable[Slide]) -> Iterator[Slide]:
    """A table that is too long goes on on the next slide, under the same heads."""
    for slide in slides:
        if not slide.table:
            yield slide
            continue
        _, _, width, height = table_box(slide)
        head, *rows = slide.table
        high, *heights = _heights(slide.table, _widths(slide.table, width), _STEPS[-1])
        part: list[tuple[str, ...]] = []
        used = high
        for row, more in zip(rows, heights, strict=True):
            if part and used + more > height:
                yield replace(slide, table=(head, *part))
                part, used = [], high
            part.append(row)
            used += more
        yield replace(slide, table=(head, *part))


def add_table(shape: Any, rows: Sequence[Sequence[str]], box: Box) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Emu, Pt

    left, top, width, _ = map(emu, box)
    frame = shape.insert_table(rows=len(rows), cols=len(rows[0]))
    frame.left, frame.top, frame.width = left, top, width
    frame._element.find(".//{*}tableStyleId").text = TABLE_STYLE
    table = frame.table
    table.horz_banding = False
    columns = list(zip(*rows, strict=True))
    widths = _widths(rows, box[2])
    step = next((step for step in _STEPS if sum(_heights(rows, widths, step)) <= box[3]), _STEPS[-1])
    size, margin = step
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Emu(emu(wide))
    for row, texts, high in zip(table.rows, rows, _heights(rows, widths, step), strict=True):
        row.height = Emu(emu(high))
        for cell, text, column in zip(row.cells, texts, columns, strict=True):
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_top = cell.margin_bottom = Emu(emu(margin))
            paragraph = cell.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text, run.font.size = text, Pt(size)
            if all(len(other) <= _FIGURE for other in column[1:]):
                paragraph.alignment = PP_ALIGN.RIGHT


def _widths(rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Of each column in inches, by its longest text."""
    shares = [max(map(len, column)) + 4 for column in zip(*rows, strict=True)]
    return [width * share / sum(shares) for share in shares]


def _heights(rows: Sequence[Sequence[str]], widths: Sequence[float], step: _Step) -> list[float]:
    """Of each row in inches."""
    size, margin = step
    lines = (max(lines_of(text, size, width - 0.2) for text, width in zip(row, widths, strict=True)) for row in rows)
    return [high * 1.2 * size / 72 + 2 * margin for high in lines]
