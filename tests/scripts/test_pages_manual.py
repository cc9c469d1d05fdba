"""What the manual says is what there is: it names buttons by their words, and takes documents along as they are."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from support import BASE, REPOSITORY

from voorlichter.problems import LANGUAGES, Language
from voorlichter.studio.form import fields_in, plan_form
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

sys.path.insert(0, str(REPOSITORY / "scripts"))
from pages_manual import with_pictures  # noqa: E402
from pages_sources import plan_pages, take  # noqa: E402

DOCS = REPOSITORY / "manual" / "docs"
PAGE = REPOSITORY / "src" / "voorlichter" / "studio" / "page"


def said_by_the_studio(language: Language) -> set[str]:
    block = (PAGE / "words.js").read_text(encoding="utf-8").partition(f"const {language} = {{")[2].partition("\n};")[0]
    form = plan_form(language, Session(Workspace.at(BASE), date(2026, 11, 2)).named())
    titles = {group["title"] for group in form} | {field["title"] for field in fields_in(form)}
    return titles | set(re.findall(r'\w+: "((?:[^"\\]|\\.)*)"', block))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_that_the_manual_names_is_called_so_in_the_studio(language: Language) -> None:
    named = {
        (path.name, name)
        for path in (DOCS / language).glob("*.md")
        for name in re.findall(r"\*\*(.+?)\*\*", path.read_text(encoding="utf-8"))
    }
    known = said_by_the_studio(language)
    assert len(named) > 20
    assert {(page, name) for page, name in named if name not in known} == set()


def test_both_languages_have_the_same_pages_pictures_and_headings() -> None:
    for dutch in sorted((DOCS / "nl").glob("*.md")):
        english = DOCS / "en" / dutch.name
        for pattern in (r"(?m)^#+ ", r"\]\((pictures/[^)]+)\)", r"(?m)^\d+\. "):
            found = [re.findall(pattern, path.read_text(encoding="utf-8")) for path in (dutch, english)]
            assert found[0] == found[1], dutch.name
    assert {path.name for path in (DOCS / "nl").iterdir()} == {path.name for path in (DOCS / "en").iterdir()}


def test_a_picture_of_the_manual_says_what_it_shows() -> None:
    for path in DOCS.glob("*/*.md"):
        for said in re.findall(r"!\[(.*?)\]", path.read_text(encoding="utf-8")):
            assert len(said) > 40, path.name


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("See [the kit](kit.md#here).", "See [the kit](kit.md#here)."),
        (
            "See [why](../decisions/0011-suppress-small-numbers-so-that-nothing-can-be-worked-out.md).",
            "See [why](../makers/decisions/0011-suppress-small-numbers-so-that-nothing-can-be-worked-out.md).",
        ),
        ("See [Dutch](training.nl.md#x).", "See [Dutch](../../nl/guide/training.html#x)."),
        (
            "See [`quizzes/`](../quizzes/) and [us](https://example.org).",
            "See `quizzes/` and [us](https://example.org).",
        ),
        ("Write `[a](b.md)`.", "Write `[a](b.md)`."),
        ("![Seen.](../pictures/one.png)", "![Seen.](../pictures/one.png)"),
        (
            "Do this:\n- one\n  more\n\n  ```\n  code\n  ```\n\nafter",
            "Do this:\n\n- one\n    more\n\n    ```\n    code\n    ```\n\nafter",
        ),
        (
            "1. one\n   more\n2. two\n\n   ```\n   - code\n   ```",
            "1. one\n    more\n2. two\n\n    ```\n    - code\n    ```",
        ),
        ("```\ntext\n- item\n```", "```\ntext\n- item\n```"),
    ],
)
def test_a_document_keeps_its_links_and_lists(written: str, taken: str) -> None:
    assert take("guide/training.md", written, plan_pages()) == f"{taken}\n"


def test_a_document_that_is_taken_along_is_there() -> None:
    assert [name for name in plan_pages() if not (REPOSITORY / name).is_file()] == []


def test_a_picture_leads_to_itself_and_one_that_was_not_made_leaves_what_it_would_show(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "there.png").touch()
    text = '![Seen.](pictures/there.png){ width="300" }\n\n![Told.](pictures/gone.png){ width="300" }\n'
    kept = (
        '[![Seen.](pictures/there.png){ width="300" }](pictures/there.png)\n\n<span class="no-picture">Told.</span>\n'
    )
    assert with_pictures(text, tmp_path) == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_accessibility_statement_calls_checked_has_a_test(language: Language) -> None:
    rows = re.findall(
        r"(?m)^\| (?!---).+ \| (.+) \|$", (DOCS / language / "accessibility.md").read_text(encoding="utf-8")
    )
    named = [
        re.fullmatch(r"`(tests/[^:`]+\.py)(?:::(\w+))?`", cell) for cell in rows if "tests/" in cell or "`" in cell
    ]
    assert len(named) > 8 and len(rows) - len(named) == 2, "of each table the first row is its heading"
    for found in named:
        assert found
        path = REPOSITORY / found[1]
        assert path.is_file(), found[0]
        assert not found[2] or f"def {found[2]}(" in path.read_text(encoding="utf-8"), found[0]


def test_both_accessibility_statements_name_the_same_tests() -> None:
    dutch, english = (
        re.findall(r"`(tests/.+?)`", (DOCS / language / "accessibility.md").read_text(encoding="utf-8"))
        for language in LANGUAGES
    )
    assert dutch == english
