"""Slides into the empty presentation, with python-pptx."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from voorlichter.presentation.fit import fitting_size, height_of, lines_of, size_of_points
from voorlichter.presentation.layouts import (
    CAPTION,
    CONTACTS,
    NUMBER,
    PICTURE,
    POINTS,
    TABLE,
    TEXT,
    TITLE,
    Drawn,
    Placeholder,
    Style,
    layouts_for,
)
from voorlichter.presentation.master import render_template
from voorlichter.presentation.model import Look, Slide, SlidePicture
from voorlichter.presentation.shapes import add_initials, add_logo, add_number, describe
from voorlichter.presentation.tables import add_table, split_tables, table_box
from voorlichter.typesetting import check_extra
from voorlichter.zip_file import render_zip

_NEW_LINE = "\v"
_DAY = datetime(2026, 1, 1)
"""What every presentation gives as the moment it was made. The day of a run may not change a byte."""


def render_presentation(slides: Sequence[Slide], look: Look) -> bytes:
    """A PPTX. Raises MachineError where python-pptx is not installed."""
    check_extra("pptx")
    from pptx import Presentation

    deck = Presentation(BytesIO(_template(look)))
    drawn = layouts_for(look.right_to_left)
    layouts = dict(zip(drawn, deck.slide_layouts, strict=True))
    for slide in _distinct(split_tables(slides)):
        name = f"contacts-{len(slide.contacts)}" if slide.layout == "contacts" else slide.layout
        _fill(deck.slides.add_slide(layouts[name]), slide, drawn[name], look)
    _tell_notes_master(deck)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by, about.language = (
        look.title,
        look.author,
        look.author,
        look.tag,
    )
    about.created = about.modified = _DAY
    about.revision = 1
    saved = BytesIO()
    deck.save(saved)
    with zipfile.ZipFile(saved) as packed:
        return render_zip({name: packed.read(name) for name in packed.namelist()})


def _distinct(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Each with a title of its own: it is how a screen reader finds a slide."""
    seen: Counter[str] = Counter()
    for slide in slides:
        seen[slide.title] += 1
        yield slide if seen[slide.title] == 1 else replace(slide, title=f"{slide.title} ({seen[slide.title]})")


@lru_cache(maxsize=4)
def _template(look: Look) -> bytes:
    return render_template(look)


def _fill(drawn: Any, slide: Slide, layout: Drawn, look: Look) -> None:
    texts: dict[int, tuple[str, ...]] = {TITLE: (slide.title,), TEXT: slide.text, POINTS: slide.points}
    pictures: dict[int, SlidePicture | None] = {PICTURE: slide.picture}
    if slide.picture:
        texts[CAPTION] = slide.picture.caption
    codes = [card.code for card in slide.contacts if card.code]
    if codes:
        texts[CAPTION] = codes[0].caption
    for first, card in zip(CONTACTS, slide.contacts, strict=False):
        pictures |= {first: card.photo, first + 3: card.code}
        texts |= {
            first + 1: (card.name, card.about),
            first + 2: tuple(filter(None, (card.phone, _in_lines(card.email, layout.place(first + 2))))),
        }
    shapes = {shape.placeholder_format.idx: shape for shape in drawn.placeholders}
    for place in layout.places:
        if place.idx == NUMBER:
            add_number(drawn)
            continue
        shape = shapes[place.idx]
        told = tuple(filter(None, texts.get(place.idx, ())))
        shown = pictures.get(place.idx)
        if told:
            _write(shape, told, place, levels=place.idx >= CONTACTS[0])
        elif shown:
            describe(shape.insert_picture(BytesIO(shown.data)), shown.alt)
        elif place.idx == TABLE and slide.table:
            add_table(shape, slide.table, table_box(slide))
        else:
            shape._element.getparent().remove(shape._element)
            if place.idx in CONTACTS:
                add_initials(drawn, slide.contacts[CONTACTS.index(place.idx)].initials, place.box)
    if slide.layout in ("title", "end") and look.logo:
        add_logo(drawn, SlidePicture(look.logo, look.logo_alt))
    if slide.notes:
        _write_notes(drawn, slide.notes)
    for run in _runs(drawn):
        run.set("lang", look.tag)


def _in_lines(email: str | None, place: Placeholder) -> str | None:
    """Too long for its line even when small, an address goes on before its @, and is not cut anywhere."""
    if email and lines_of(email, place.details.sizes[-1], place.box[2]) > 1:
        return email.replace("@", f"{_NEW_LINE}@")
    return email


def _write(shape: Any, texts: Sequence[str], place: Placeholder, levels: bool) -> None:
    """`levels`: the first text large, the others as its details."""
    frame = shape.text_frame
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for line, words in enumerate(text.split(_NEW_LINE)):
            if line:
                paragraph.add_line_break()
            paragraph.add_run().text = words
        paragraph.level = int(levels and number > 0)
    _, _, width, height = place.box
    if levels:
        details = place.details.sizes
        small = fitting_size(texts[1:], details, width, height * 0.6) if texts[1:] else details[0]
        large = fitting_size(
            texts[:1], place.style.sizes, width, height - height_of(texts[1:], small, width), bold=True
        )
        _set_size(shape, place.style, large, 1)
        _set_size(shape, place.details, small, 2)
    else:
        style = place.style
        if style.bullet == "none":
            size = fitting_size(texts, style.sizes, width, height, style.space, style.bold)
        else:
            size = size_of_points(texts, style.sizes, width - style.indent, height, style.space)
        _set_size(shape, style, size, 1)


def _set_size(shape: Any, style: Style, size: int, level: int) -> None:
    """For the whole placeholder, so that what somebody adds gets it too; nothing where the layout has it already."""
    if size == style.sizes[0]:
        return
    from pptx.oxml import parse_xml

    listed = shape.text_frame._txBody.find("{*}lstStyle")
    listed.append(
        parse_xml(
            f'<a:lvl{level}pPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:defRPr sz="{size * 100}"/></a:lvl{level}pPr>'
        )
    )


def _write_notes(drawn: Any, notes: Sequence[str]) -> None:
    frame = drawn.notes_slide.notes_text_frame
    for number, text in enumerate(notes):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.add_run().text = text


def _runs(drawn: Any) -> Iterator[Any]:
    parts = [drawn._element, drawn.notes_slide._element] if drawn.has_notes_slide else [drawn._element]
    for part in parts:
        for run in part.iter("{*}r", "{*}fld"):
            yield run.get_or_add_rPr()


def _tell_notes_master(deck: Any) -> None:
    """python-pptx adds the master of notes, and leaves the presentation without a word of it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    part = deck.part
    if any(slide.has_notes_slide for slide in deck.slides):
        relation = part.relate_to(part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        names = " ".join(
            f'xmlns:{prefix}="{address}"'
            for prefix, address in (
                ("p", "http://schemas.openxmlformats.org/presentationml/2006/main"),
                ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            )
        )
        masters = parse_xml(f'<p:notesMasterIdLst {names}><p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>')
        deck.element.find("{*}sldMasterIdLst").addnext(masters)
