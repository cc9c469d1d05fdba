"""The proof that opens what a kit hands out in a program of others."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from environment import ROOT, VENV, program, say
from prove_pages import STATE

if TYPE_CHECKING:
    from browser.figures import Figures

_SMALLEST = 17.5
"""Points; a program that draws slides may round."""
_LATIN = re.compile("[0-9A-Za-zÀ-ÿ]+")
"""Words that a PDF keeps in one piece; other scripts it stores as shapes."""
_SLACK = 1.0
"""Points that a letter's box may stand out."""


def slides_open(_: Figures, only: str, __: bool) -> bool:
    """LibreOffice draws every presentation, also of long names, many advisors and other scripts: each slide a page, every word on it, large enough to read."""
    from PIL import Image

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        say("LibreOffice lacks; on Debian: apt-get install libreoffice-impress fonts-crosextra-carlito")
        return False
    proved = True
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for part in ("profiles", "advisors", "tests/kit/profiles"):
            shutil.copytree(ROOT / part, folder / Path(part).name, dirs_exist_ok=True)
        for profile in sorted((folder / "profiles").glob("*/profile.yml")):
            if "photo.png" in profile.read_text(encoding="utf-8") and not (profile.parent / "photo.png").exists():
                Image.new("RGB", (320, 320), "#8a9aa0").save(profile.parent / "photo.png")
        if subprocess.run(
            [str(program(VENV, "voorlichter")), "kit", "-C", scratch], stdout=subprocess.DEVNULL
        ).returncode:
            return False
        presentations = [path for path in sorted((folder / "kit").glob("*/*/slides.pptx")) if only in path.as_posix()]
        for path in presentations:
            name = "-".join(path.relative_to(folder / "kit").parts[:2])
            problems = list(_look(path, _draw(office, path, folder), STATE / "slides" / name))
            say(f"{name}: {'; '.join(problems) or 'every slide whole'}")
            proved = proved and not problems
    say(f"Pictures to look at: {STATE / 'slides'}")
    return proved and bool(presentations)


def _draw(office: str, path: Path, folder: Path) -> Path:
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=180)
    return path.with_suffix(".pdf")


def _look(path: Path, drawn: Path, pictures: Path) -> Iterator[str]:
    """What is wrong on the pages; each is also kept as a picture."""
    import pypdfium2
    from pptx import Presentation

    slides = list(Presentation(str(path)).slides)
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    document = pypdfium2.PdfDocument(drawn)
    if len(document) != len(slides):
        yield f"{len(slides)} slides became {len(document)} pages"
    for number, (slide, page) in enumerate(zip(slides, document, strict=False), 1):
        page.render(scale=1.5).to_pil().save(pictures / f"{number:02}.png")
        said = "".join(_LATIN.findall(page.get_textpage().get_text_range()))
        lacking = [word for word in _words(slide) if word not in said]
        if lacking:
            yield f"slide {number} lacks {', '.join(lacking)}"
        for letter, size, inside in _letters(page):
            if not inside or size < _SMALLEST:
                yield f"slide {number}: {letter!r} of {size:.1f} points{'' if inside else ' stands outside'}"
                break
    document.close()


def _words(slide: Any) -> Iterator[str]:
    for shape in slide.placeholders:
        cells = (
            [cell for row in shape.table.rows for cell in row.cells]
            if shape.has_table
            else [shape]
            if shape.has_text_frame
            else []
        )
        for holder in cells:
            yield from _LATIN.findall(holder.text_frame.text)


def _letters(page: Any) -> Iterator[tuple[str, float, bool]]:
    """Every letter with its size in points and whether it stands on the page."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            inside = left >= -_SLACK and bottom >= -_SLACK and right <= width + _SLACK and top <= height + _SLACK
            yield letter, pdfium.FPDFText_GetFontSize(text.raw, index), inside
