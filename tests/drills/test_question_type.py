"""A type of question is one folder, and one for its style and script; its hint stands with the words of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import REPOSITORY

from voorlichter.quiz.types import modules_of_types

from .program import Program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

THEMES = REPOSITORY / "overrides/components/quiz/types"


def test_it_takes_two_folders_and_its_hint(program: Program) -> None:
    assert program.touched["question_type"].lines == {"data/strings_quiz.yml": 3}


def test_no_file_of_ours_names_any_type_but_its_own() -> None:
    """Or a new one would have to be added there. What reads others' formats knows what those have, and a type of ours adds nothing to it."""
    names = [
        f'"{name}"' for name in modules_of_types("model") if name not in ("fill", "match", "order", "single", "sort")
    ]
    files = [*(REPOSITORY / "src/voorlichter").rglob("*.py"), *(REPOSITORY / "overrides/components/quiz").glob("*.*")]
    found = {
        path.relative_to(REPOSITORY).as_posix(): name
        for path in files
        for name in names
        if not {"types", "importing"}.intersection(path.parts) and name in path.read_text(encoding="utf-8")
    }
    assert found == {}


def test_every_type_has_its_parts_and_no_folder_belongs_to_none() -> None:
    types = modules_of_types("model")
    assert len(types) >= 8
    assert {name for name, html in modules_of_types("html").items() if callable(html.render)} == set(types)
    assert {name for name, bank in modules_of_types("bank").items() if callable(bank.plan)} == set(types)
    assert {path.name for path in THEMES.iterdir()} <= set(types)


def test_a_question_of_it_stands_on_the_page_with_its_style_and_script(program: Program) -> None:
    page = (program.site / "training-weigh.html").read_text(encoding="utf-8")
    assert 'data-type="rating-scale"' in page
    assert "Kies een getal." in page
    assert page.count('name="quiz-weigh-01"') == 5
    assert ".quiz__scale" in (program.site / "assets/quiz.css").read_text(encoding="utf-8")
    assert 'quiz.types["rating-scale"]' in (program.site / "assets/quiz.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["gift", "xml"])
def test_it_goes_into_a_question_bank(program: Program, ending: str) -> None:
    path = program.root / f"export/zeester-weigh-nl.{ending}"
    assert "Bellen mag altijd." in path.read_text(encoding="utf-8")


def test_its_schema_and_its_rule_are_there(program: Program) -> None:
    assert '"rating-scale"' in program.answers["schema module"].out
    told = program.answers["check of mistakes"]
    assert "this number is not on the scale" in told.out + told.err


@pytest.mark.browser
def test_its_own_script_judges_it(browser: Browser, program: Program) -> None:
    page: Page = browser.new_page()
    page.goto((program.site / "training-weigh.html").as_uri())
    for choice, verdict in (("3", "Deels goed"), ("4", "Goed"), ("1", "Niet helemaal")):
        page.locator(f"#quiz-weigh-01_{choice}").check()
        page.get_by_role("button", name="Controleer").click()
        assert page.locator("[data-kit=result]").inner_text() == verdict
    page.close()
