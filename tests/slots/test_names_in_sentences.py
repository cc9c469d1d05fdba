"""An organisation has a form for a title, for within a sentence and for its beginning; each text uses the right one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import REPOSITORY

SOURCES = sorted(
    path
    for folder in ("docs", "quizzes", "data")
    for path in (REPOSITORY / folder).rglob("*")
    if path.suffix in (".md", ".yml")
)
_BEGINS = re.compile(r"""(?:^|[.!?]["”)]*\s|^\s*(?:[-*>#|]+|\w+:)\s+["'{|>-]*|\*\*|\[% (?:if [^%]*|else) %\])$""")


def sentences_of(text: str) -> list[tuple[str, str]]:
    """What stands before each form of the name on its line, and the form."""
    return [
        (text[text.rfind("\n", 0, found.start()) + 1 : found.start()], found[1])
        for found in re.finditer(r"\[\[ *org\.(\w*(?:name|sentence|start)) *\]\]", text)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_text_uses_the_form_that_fits_its_place(path: Path) -> None:
    text = (
        re.sub(r"(?m)^\s*#.*$", "", path.read_text(encoding="utf-8"))
        if path.suffix == ".yml"
        else path.read_text(encoding="utf-8")
    )
    for before, form in sentences_of(text):
        # A condition may begin a sentence or go on with it; then what stands before it tells.
        plain = re.sub(r"\[%.*?%\]", "", before)
        assert form == ("at_start" if _BEGINS.search(plain) else "in_sentence"), f"…{before[-40:]}[[ org.{form} ]]"
