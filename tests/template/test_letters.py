"""Until a font has come its place is held by letters as wide: measured in the fonts themselves, over the words of all pages."""

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
ADJUSTED = [
    float(number)
    for number in re.findall(
        r"size-adjust: ([\d.]+)%", (REPOSITORY / "overrides/components/type/type.css").read_text(encoding="utf-8")
    )
]


def arial(style: str) -> Path:
    """Made to be as wide as Arial, sign by sign."""
    skip_or_fail(lacks_arial())
    found = next(Path("/usr/share/fonts").rglob(f"LiberationSans-{style}.ttf"), None)
    if found is None:
        pytest.skip("no file of such letters is known here")
    return found


def width(path: Path, signs: Counter[str], alike: bool = False) -> float:
    """In ems; `alike` takes the digits that are all as wide."""
    font = TTFont(path)
    of, widths = font.getBestCmap(), font["hmtx"].metrics
    named = {sign: of[ord(sign)] for sign in signs if ord(sign) in of}
    return sum(signs[sign] * widths[f"{name}.tf" if alike else name][0] for sign, name in named.items()) / float(
        font["head"].unitsPerEm
    )


def test_heads_are_as_wide_as_figtree() -> None:
    ratio = width(FIGTREE, LETTERS) / width(arial("Bold"), LETTERS)
    assert ADJUSTED[0] == pytest.approx(100 * ratio, abs=1)


def test_numbers_lie_between_the_digits_of_a_sentence_and_those_of_a_button() -> None:
    sentence, button = (100 * width(FIGTREE, DIGITS, alike) / width(arial("Bold"), DIGITS) for alike in (False, True))
    assert sentence < ADJUSTED[1] < button


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_the_text_is_as_wide_as_arial_by_itself(weight: int, style: str) -> None:
    ours = FONTS / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
    assert width(ours, LETTERS) / width(arial(style), LETTERS) == pytest.approx(1, abs=0.02)
