"""The sheet that is signed as it is set: with the organisation's own template, what all sheets are told, and a logo as dense as its file allows."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
from compared import EXAMPLES
from PIL import Image
from support import REPOSITORY, lay
from test_changed_pictures import NOW
from test_sheet_to_sign import row, sheet

from voorlichter.artefacts.changes.sheet import render_sheet
from voorlichter.pictures import render_logo
from voorlichter.problems import Language
from voorlichter.site.media import Original, PlacedPicture
from voorlichter.workspace import Workspace

OWN = """#let data = json(bytes(sys.inputs.data))
#set document(title: data.said.title, author: data.org.name)
#set text(font: "Atkinson Hyperlegible Next", lang: data.language)
#data.words.practice / #data.words.scan / #data.words.at("month_1", default: "-")
#for line in data.rows [/ #line.what: #line.was > #line.becomes]
#image(data.brand.logo, alt: data.brand.logo_alt)
"""


SAID: list[tuple[str, Language, str]] = [
    ("vuurtoren", "nl", "Externe praktijk: / Scan met je eigen telefoon"),
    ("ooverlaar", "nl", "Externe praktijk: / Scan met uw eigen telefoon"),
    ("ooverlaar", "en", "External practice: / Scan with your own phone"),
]


def png(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#7b1e3b").save(target, "PNG")
    return target.getvalue()


def test_it_is_set_by_a_template_that_somebody_may_change_with_the_words_of_all_sheets_and_a_dense_logo(
    tmp_path: Path,
) -> None:
    workspace = Workspace(lay(tmp_path, {"overrides/print/change-sheet.typ": OWN}), REPOSITORY)
    logo = PlacedPicture("media/logo.png", "media/logo@2x.png", 100, 50)
    original = Original(png(3000, 1500), render_logo)
    media = replace(NOW, logo=logo, files={logo.name_2x: png(8, 4)}, originals={logo.name_2x: original})
    for slug, language, said in SAID:
        made = render_sheet(workspace, sheet(row("organisation", "name")), EXAMPLES[slug], media, language)
        page = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
        assert " ".join(page.split()) == f"{said} / - organisation.name was > wordt"
        with pikepdf.open(io.BytesIO(made)) as file:
            (picture,) = file.pages[0].Resources.XObject.values()
            assert (int(picture.Width), int(picture.Height)) == (768, 384), "six times what a page shows"
