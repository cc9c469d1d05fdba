"""The two types that compare nobody: where to draw a line, and a sentence in one's own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Play
from test_quiz_states import bring_axe, look

from voorlichter.quiz import Module

pytestmark = pytest.mark.browser

MODULE = Path(__file__).parent / "modules/own-words.yml"
PORT = """window.voorlichter = { port: { saved: [], start: () => Promise.resolve({}),
    save(text) { this.saved.push(text); return Promise.resolve(); }, finish: () => Promise.resolve() } };"""


@pytest.fixture
def own_words(read: Callable[[Path], Module]) -> Module:
    return read(MODULE)


def test_a_line_is_explained_and_neither_right_nor_wrong(play: Play, own_words: Module) -> None:
    it = play(own_words)
    question = it.page.locator("#quiz-line")
    question.locator("input").first.focus()
    it.page.keyboard.press("ArrowDown")
    assert it.feedback() == [], "the arrow chooses, and nothing more"
    it.page.get_by_role("button", name="Controleer").click()
    assert it.page.locator("[data-kit=result]").inner_text() == "Klaar. Hier is geen goed of fout."
    assert it.feedback() == ["Het wordt veel."]
    assert question.locator(".quiz__feedback svg, .quiz__feedback [data-right]").count() == 0
    assert it.page.get_by_text("Wat het met de ander doet telt.").is_visible()


def test_a_line_that_nobody_draws_can_be_read_about(play: Play, own_words: Module) -> None:
    it = play(own_words)
    it.page.get_by_role("button", name="Lees het antwoord").click()
    assert it.page.get_by_text("Wat het met de ander doet telt.").is_visible()
    assert it.page.locator("[data-kit=result]").is_hidden()


def test_what_is_typed_is_kept_nowhere_and_gone_with_another_round(play: Play, own_words: Module) -> None:
    it = play(own_words)
    it.page.get_by_role("button", name="Overslaan").click()
    field = it.page.locator("textarea")
    field.fill("Gaat het?")
    field.blur()
    assert it.page.evaluate("[...new FormData(document.querySelector('form.quiz'))]") == []
    it.page.locator("#quiz-sentence summary").click()
    assert it.page.get_by_text("Die vond ik niet leuk.").is_visible()
    assert field.input_value() == "Gaat het?", "the examples stand beside it"
    it.page.get_by_role("button", name="Afronden").click()
    it.page.get_by_role("button", name="Opnieuw beginnen").click()
    assert field.input_value() == ""


def test_a_page_that_the_browser_kept_whole_comes_back_without_it(play: Play, own_words: Module) -> None:
    it = play(own_words)
    it.page.get_by_role("button", name="Overslaan").click()
    it.page.locator("textarea").fill("Gaat het?")
    it.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert it.page.locator("textarea").input_value() == ""


def test_without_a_script_a_choice_shows_what_to_think_of_and_the_examples_fold_out(
    play: Play, own_words: Module
) -> None:
    it = play(own_words, script=False)
    it.choose("line_on")
    assert it.feedback() == ["Een nee is een nee."]
    it.page.locator("#quiz-sentence summary").click()
    assert it.page.get_by_text("Een korte zin is genoeg.").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_either(play: Play, own_words: Module, width: int) -> None:
    it = play(own_words)
    bring_axe(it.page)
    it.answer("line_daily")
    found = look(it.page, "line", width)
    it.press("Volgende")
    assert found + look(it.page, "sentence", width) == []
    assert it.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
