"""On paper: every question, and with a tick the answers too; with a script as without."""

from __future__ import annotations

import pytest
from conftest import Play

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_the_questions_print_without_answers(play: Play, script: bool) -> None:
    it = play(script=script)
    it.choose("one_advisor")
    it.page.emulate_media(media="print")
    assert len(it.asked()) == 8
    assert it.feedback() == []
    for hidden in (
        "button",
        ".quiz__progress",
        ".quiz__explanation",
        ".quiz__answer",
        ".quiz__thoughts",
        ".quiz__then",
        ".quiz__paper",
        ".quiz__end",
    ):
        assert it.page.locator(hidden).filter(visible=True).count() == 0, hidden
    assert it.page.get_by_text("Niemand").filter(visible=True).count(), "what can be chosen stands there"
    assert it.page.get_by_text("Vragen wat er bedoeld wordt").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_with_a_tick_the_answers_print_too(play: Play, script: bool) -> None:
    it = play(script=script)
    if script:
        it.skip_to("thought")
        it.press("Afronden")
    it.page.get_by_label("Print ook de antwoorden").check()
    it.page.emulate_media(media="print")
    assert len(it.asked()) == 8
    assert it.page.locator(".quiz__explanation").filter(visible=True).count() == 7
    assert len(it.feedback()) == 9, "what is said about every option"
    assert it.page.locator(".quiz__then").filter(visible=True).count() == 4
    assert it.page.get_by_text("Dat iemand luistert").is_visible()
    assert it.page.locator("button, .quiz__end").filter(visible=True).count() == 0


def test_without_a_script_the_tick_is_on_the_page(play: Play) -> None:
    assert play(script=False).page.get_by_label("Print ook de antwoorden").is_visible()
