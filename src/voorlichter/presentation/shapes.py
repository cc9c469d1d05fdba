"""What stands on a slide beside its texts."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

from voorlichter.presentation.fit import SMALLEST
from voorlichter.presentation.layouts import LOGO_BOX, Box
from voorlichter.presentation.master import DECORATIVE, emu
from voorlichter.presentation.model import SlidePicture


def describe(picture: Any, alt: str) -> None:
    picture._element._nvXxPr.cNvPr.set("descr", alt)


def add_initials(drawn: Any, initials: str, box: Box) -> None:
    """Beside a name that is told in full: a drawing, not text."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    circle = drawn.shapes.add_shape(MSO_SHAPE.OVAL, *map(emu, box))
    circle._element.remove(circle._element.find("{*}style"))
    circle.fill.solid()
    circle.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    circle.line.fill.background()
    frame = circle.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = initials, Pt(max(SMALLEST, round(box[2] * 25))), True
    run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    circle._element._nvXxPr.cNvPr.append(parse_xml(DECORATIVE))


def add_logo(drawn: Any, logo: SlidePicture) -> None:
    left, top, width, height = LOGO_BOX
    picture = drawn.shapes.add_picture(BytesIO(logo.data), emu(left), emu(top))
    scale = min(emu(width) / picture.width, emu(height) / picture.height)
    picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
    picture.top = emu(top) + (emu(height) - picture.height) // 2
    describe(picture, logo.alt)


def add_number(drawn: Any) -> None:
    """The layout's own, as PowerPoint does it: where it stands and how it looks is the layout's affair."""
    number = deepcopy(drawn.slide_layout._element.xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='sldNum']")[0])
    number._nvXxPr.cNvPr.set("id", str(max(map(int, drawn._element.xpath(".//p:cNvPr/@id"))) + 1))
    for part in (number.spPr, number.find(".//{*}lstStyle")):
        for child in list(part):
            part.remove(child)
    drawn.shapes._spTree.append(number)
