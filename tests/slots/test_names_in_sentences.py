"""An organisation and a person have a form for within a sentence and one for its beginning; each text uses the right one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import REPOSITORY

SOURCES = sorted(
    path
    for folder in ("docs", "quizzes", "data", "overrides")
    for path in (REPOSITORY / folder).rglob("*")
    if path.suffix in (".md", ".yml", ".html") and path.name != "examples.yml"
)
_BEGINS = re.compile(
    r"""(?:^|[.!?]["”)]*\s|^\s*(?:[-*>#|]+|\w+:|- \w+:)\s+["'{|>-]*|\*\*|\[% (?:if [^%]*|else) %\])$"""
)
_ORGANISATION = r"\[\[ *org\.(\w*(?:name|sentence|start)) *\]\]"
_PERSON = r"\[\[ *(?!org\.)[\w.]+\.(call_name|at_start) *\]\]"
_NAME_IN_FULL = r"\[\[ *(?:desk\.|advisor\.|backup\.)(?:[\w.]+\.)?name *\]\](?!\[% else %\]|\"\n)"
"""But for an answer that is a name alone."""


def sentences_of(text: str, form: str) -> list[tuple[str, str]]:
    """What stands before each form of the name on its line, and the form."""
    return [
        (text[text.rfind("\n", 0, found.start()) + 1 : found.start()], found[1] if found.groups() else "")
        for found in re.finditer(form, text)
    ]


def begins(before: str) -> bool:
    """A condition or a tag may begin a sentence or go on with it; then what stands before it tells."""
    return bool(_BEGINS.search(re.sub(r"\[%.*?%\]|\[#.*?#\]|\{#.*?#\}|\{%.*?%\}|<[^<>{]*>", "", before).lstrip()))


def read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*#.*$", "", text) if path.suffix == ".yml" else text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_text_uses_the_form_that_fits_its_place(path: Path) -> None:
    text = read(path)
    for before, form in [] if path.suffix == ".html" else sentences_of(text, _ORGANISATION):
        assert form == ("at_start" if begins(before) else "in_sentence"), f"…{before[-40:]}[[ org.{form} ]]"
    for before, form in sentences_of(text, _PERSON):
        assert form == ("at_start" if begins(before) else "call_name"), f"…{before[-40:]}[[ ….{form} ]]"


@pytest.mark.parametrize(
    "path",
    [path for path in SOURCES if path.suffix != ".html"],
    ids=lambda path: path.relative_to(REPOSITORY).as_posix(),
)
def test_no_sentence_begins_with_a_name_in_full_which_may_begin_with_a_title(path: Path) -> None:
    for before, _ in sentences_of(read(path), _NAME_IN_FULL):
        assert not begins(before), f"…{before[-40:]}[[ ….name ]]; write ….at_start"
