"""What was found to hurt, to be untrue or to read as translated stays away: phrases.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from support import REPOSITORY

PHRASES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).with_name("phrases.yml")).read_text(encoding="utf-8")
)
EVERY = [(language, phrase) for language, phrases in PHRASES.items() for phrase in phrases]
SOURCES = sorted(
    path
    for pattern in ("docs/*/*.md", "data/**/*.yml", "quizzes/*.yml", "overrides/**/*.html", "overrides/print/*.typ")
    for path in REPOSITORY.glob(pattern)
    if path.name != "synonyms.yml"  # what people type
)
REMARKS = re.compile(r"\{#.*?#\}|\[#.*?#\]|^\s*//.*?$|\s//\s.*?$|^\s*#.*?$", re.S | re.M)


def read(path: Path) -> str:
    """What is said in a file; a heading of a page begins like a remark of YAML."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\[#.*?#\]", "", text, flags=re.S) if path.suffix == ".md" else REMARKS.sub("", text)


def said_in(text: str, phrase: dict[str, str]) -> Iterator[str]:
    text = re.sub(phrase["but"], "", text, flags=re.I) if "but" in phrase else text
    yield from (found[0] for found in re.finditer(phrase["not"], text, re.I))


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("language", "phrase"), EVERY, ids=[phrase["not"] for _, phrase in EVERY])
def test_a_phrase_that_was_bettered_stands_nowhere(language: str, phrase: dict[str, str]) -> None:
    other = {"nl": "en", "en": "nl"}[language]
    found = [
        f"{path.relative_to(REPOSITORY)}: {said}; write: {phrase['better']}"
        for path in SOURCES
        if path.parent.name != other
        for said in said_in(read(path), phrase)
    ]
    assert not found


def test_a_phrase_is_found_wherever_a_line_breaks_and_whatever_its_capitals() -> None:
    (phrase,) = [phrase for phrase in PHRASES["en"] if "whoever" in phrase["not"]]
    assert list(said_in("Whoever saw it", phrase)) == ["Whoever"]
    (phrase,) = [phrase for phrase in PHRASES["nl"] if phrase["not"] == "intrekken kan niet"]
    assert list(said_in("Een aangifte intrekken kan niet.", phrase)) == []
    assert list(said_in("Intrekken kan niet.", phrase)) == ["Intrekken kan niet"]
