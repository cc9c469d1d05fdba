"""The question list for a client, opened from a disk: filled in by keyboard, saved, opened again, and nothing sent or kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import REPOSITORY

from voorlichter.intake.answers import read_intake
from voorlichter.intake.page import render_intake
from voorlichter.intake.questions import words_of
from voorlichter.problems import LANGUAGES
from voorlichter.workspace import Workspace

from .checkers import in_page
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WORDS = words_of(Workspace.at(REPOSITORY))


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("intake")
    for language in LANGUAGES:
        (folder / f"{language}.html").write_text(render_intake(language, WORDS), encoding="utf-8")
    return folder


@pytest.mark.sampled(6)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light"), (1280, "dark")])
def test_everybody_can_read_and_fill_it_in(
    chromium: Browser, lists: Path, language: str, width: int, scheme: str
) -> None:
    with watched(chromium, f"file://{lists}/", viewport={"width": width, "height": 700}, color_scheme=scheme) as it:
        it.open(f"{language}.html")
        wide = it.page.evaluate("document.documentElement.scrollWidth")
        in_page.bring(it.page)
        in_page.start(it.page)
        found = list(in_page.findings(it.page))
        seen = it.seen()
    assert wide <= width
    assert found == []
    assert seen == []


def save(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_half_a_list_is_saved_opened_again_and_read(chromium: Browser, lists: Path, tmp_path: Path) -> None:
    with watched(chromium, f"file://{lists}/", viewport={"width": 360, "height": 700}) as it:
        it.open("en.html")
        page = it.page
        page.get_by_label("What is the organisation's full name?").focus()
        page.keyboard.type("Stichting 't Ankér")
        page.get_by_label("How many people work there?").fill("20")
        page.get_by_label("Is it a public body?").select_option("true")
        page.get_by_role("checkbox", name="Dutch").check()
        page.locator("summary", has_text="HR").focus()
        page.keyboard.press("Enter")
        page.locator("[name='doors.hr.name']").fill("Team HR")
        assert page.locator("#count").inner_text() == "Answers: 5"
        first = save(page, tmp_path)
        assert first.name == "answers-stichting-t-anker.json"
        assert "Saved as" in page.get_by_role("status").inner_text()
        values, problems = read_intake(first.read_bytes(), WORDS)
        assert problems == []
        assert {".".join(map(str, path)): value for path, value in values.items()} == {
            "organisation.name": "Stichting 't Ankér",
            "organisation.public_body": True,
            "organisation.workforce": 20,
            "organisation.languages": ["nl"],
            "doors.hr.name": "Team HR",
        }
        it.open("en.html")
        page.locator("#earlier").set_input_files(first)
        page.get_by_text("5 answers opened").wait_for()
        assert page.locator("[name='doors.hr.name']").is_visible()
        (tmp_path / "again").mkdir()
        assert save(page, tmp_path / "again").read_bytes() == first.read_bytes()
        strange = tmp_path / "strange.json"
        for text in ("{", json.dumps({"voorlichter": "intake", "answers": {"__proto__": 1}})):
            strange.write_text(text, encoding="utf-8")
            page.get_by_label("How many people work there?").fill("21")
            page.locator("#earlier").set_input_files(strange)
            page.get_by_text("This file holds no answers").wait_for()
        assert page.get_by_label("How many people work there?").input_value() == "21"
        assert [one for one in it.seen() if "blob:" not in one] == []
