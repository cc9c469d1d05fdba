"""What nobody may take away from a reader is marked where it stands, so that a new page cannot forget it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from support import REPOSITORY

from voorlichter.template.page import BEGIN, Page, read_page, sections_in

_URGENT = "|".join(
    f"help[.]{line['id']}"
    for line in yaml.safe_load((REPOSITORY / "data/help.yml").read_text(encoding="utf-8"))
    if line["urgent"]
)
_NAMED = {
    "nl": rf"\b112\b|{_URGENT}|uitzondering|geheim[^.?]*\bniet\b|niet geheim|^#+ .*geheim|sluit snel|\bsafety[.]|\bprivacy",
    "en": rf"\b112\b|{_URGENT}|exception|^#+ .*(?:secret|confidential\b(?! advisor))|leave quickly|quick exit|\bsafety[.]|\bprivacy",
}
"""112, help in danger, secrecy that has its exceptions, the exit, privacy: as texts and slots name them."""
_WHOLE = ("hulp", "vertrouwelijk", "veilig", "privacy")
"""The pages that are about nothing else, and their easy versions."""


def _components() -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / "overrides/components").rglob("*.html")
    }


def _showing() -> set[str]:
    """The components that name it, or show one that does."""
    texts = _components()
    shown = {name for name, text in texts.items() if re.search(_NAMED["nl"], text, re.I | re.M)}
    while more := {name for name, text in texts.items() if any(f'include "{one}"' in text for one in shown)} - shown:
        shown |= more
    return shown


def _pages() -> list[Page]:
    read = [read_page(path, code)[0] for code in _NAMED for path in sorted((REPOSITORY / "docs" / code).glob("*.md"))]
    return [page for page in read if page is not None]


def _naming(page: Page, shown: set[str]) -> Iterator[str]:
    """The passages of a page that name it."""
    for anchor, (start, end) in sections_in(page.body).items():
        text = page.body[start:end]
        if re.search(_NAMED[page.language], text, re.I | re.M) or any(f'include "{name}"' in text for name in shown):
            yield anchor


def test_every_passage_on_secrecy_danger_the_exit_or_privacy_is_protected() -> None:
    shown = _showing()
    assert "urgent.html" in shown
    assert [
        f"{page.language}/{page.path.name} {anchor or BEGIN}"
        for page in _pages()
        for anchor in _naming(page, shown)
        if not page.protects(anchor)
    ] == []


def test_the_pages_that_are_about_nothing_else_are_protected_whole() -> None:
    about = {f"{easy}{name}.md" for name in _WHOLE for easy in ("", "kort-") if (easy, name) != ("kort-", "privacy")}
    whole = {page.path.name for page in _pages() if page.meta.get("protected") == "all"}
    assert whole == about


@pytest.mark.parametrize("named", ["pesten", "[]", "[pesten, roddelen]", "yes", "{pesten: all}"])
def test_protected_names_passages_of_its_page(named: str, tmp_path: Path) -> None:
    path = tmp_path / "gedrag.md"
    path.write_text(
        f"---\ntitle: Gedrag\ndescription: Over gedrag.\nprotected: {named}\n---\n\n# Gedrag\n\n## Pesten {{#pesten}}\n",
        encoding="utf-8",
    )
    page, problems = read_page(path, "nl")
    assert page is None
    assert [(problem.where, problem.mark.line, problem.fix.en) for problem in problems] == [
        ("protected", 4, "write all, or [begin, pesten]")
    ]


def test_what_comes_before_the_first_heading_is_protected_by_a_word_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "gedrag.md"
    path.write_text(
        "---\ntitle: Gedrag\ndescription: Over gedrag.\nprotected: [begin]\n---\n\n# Gedrag\n\n## Pesten {#pesten}\n",
        encoding="utf-8",
    )
    page, _ = read_page(path, "nl")
    assert page is not None
    assert page.protects("") and not page.protects("pesten")
