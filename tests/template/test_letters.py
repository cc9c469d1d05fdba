"""Until a font has come its place is held by letters as wide: measured in the fonts themselves, over the words of all pages. And what paper asks of a font."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from browser.conftest import skip_or_fail
from browser.test_shifts import lacks_arial
from fontTools.ttLib import TTFont
from support import REPOSITORY

FONTS = REPOSITORY / "overrides/assets/fonts"
FIGTREE = REPOSITORY / "overrides/print/fonts/figtree-latin-700.ttf"
"""Of the weight that heads have; the file of a site holds all weights."""
LETTERS = Counter(
    sign
    for page in (REPOSITORY / "docs").glob("*/*.md")
    for sign in re.sub(r"\[[\[%#].*?[\]%#]\]|\]\([^)]*\)", "", page.read_text(encoding="utf-8"))
    if sign.isalpha() or sign == " "
)
DIGITS = Counter("0123456789")
COMPONENTS = REPOSITORY / "overrides/components"
SCRIPTS = sorted((REPOSITORY / "overrides/assets/letters").glob("*/letters.css"))
TYPE = (COMPONENTS / "type/type.css").read_text(encoding="utf-8")
ADJUSTED = [float(number) for number in re.findall(r"(?<!text-)size-adjust: ([\d.]+)%", TYPE)]


def arial(style: str) -> Path:
    """Made to be as wide as Arial, sign by sign."""
    skip_or_fail(lacks_arial())
    found = next(Path("/usr/share/fonts").rglob(f"LiberationSans-{style}.ttf"), None)
    if found is None:
        pytest.skip("no file of such letters is known here")
    return found


def width(path: Path, signs: Counter[str]) -> float:
    """In ems."""
    font = TTFont(path)
    of, widths = font.getBestCmap(), font["hmtx"].metrics
    named = {sign: of[ord(sign)] for sign in signs if ord(sign) in of}
    return sum(signs[sign] * widths[name][0] for sign, name in named.items()) / float(font["head"].unitsPerEm)


@pytest.mark.parametrize(
    ("signs", "adjusted"), [*zip((LETTERS, DIGITS), ADJUSTED, strict=True)], ids=("words", "numbers")
)
def test_heads_and_numbers_are_as_wide_as_figtree(signs: Counter[str], adjusted: float) -> None:
    ratio = width(FIGTREE, signs) / width(arial("Bold"), signs)
    assert adjusted == pytest.approx(100 * ratio, abs=1)


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_the_text_is_as_wide_as_arial_by_itself(weight: int, style: str) -> None:
    ours = FONTS / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
    assert width(ours, LETTERS) / width(arial(style), LETTERS) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    "path", [COMPONENTS / "tokens/tokens.css", *SCRIPTS], ids=lambda path: str(path.relative_to(REPOSITORY))
)
def test_no_letters_on_paper_vary(path: Path) -> None:
    """Firefox writes a font with axes into a PDF as drawings: who saves a page can neither copy its number nor have it read aloud."""
    sheet = path.read_text(encoding="utf-8")
    faces = {}
    for source, text in ((COMPONENTS, TYPE), (path.parent, sheet)):
        for family, file in re.findall(r'@font-face \{\s*font-family: "([^"]+)";[^}]*src: url\("([^"]+)"\)', text):
            faces.setdefault(family, []).append(
                (REPOSITORY / "overrides/assets" if source == COMPONENTS else source) / file
            )
    paper = sheet[sheet.index("@media print") :]
    asked = {use: re.findall(r'"([^"]+)"', names) for use, names in re.findall(r"--(head|text): ([^;]+);", paper)}
    assert asked.keys() == {"head", "text"}
    varying = {
        file.name for names in asked.values() for name in names for file in faces[name] if "fvar" in TTFont(file)
    }
    assert varying == set()


def test_no_component_asks_for_signs_without_a_code() -> None:
    """Digits of one width, small capitals and the like: a PDF that Firefox writes does not know which letters they are."""
    asking = {
        path.name
        for path in COMPONENTS.rglob("*.css")
        if re.search("font-(variant|feature)", path.read_text(encoding="utf-8"))
    }
    assert asking == set()
