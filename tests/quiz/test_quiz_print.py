"""On paper: every question, and with a tick the answers too; with a script as without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Play

from voorlichter.quiz import Module

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
    it.page.get_by_label("Print ook de antwoorden").check()
    it.page.emulate_media(media="print")
    assert len(it.asked()) == 8
    assert it.page.locator(".quiz__explanation").filter(visible=True).count() == 7
    assert len(it.feedback()) == 9, "what is said about every option"
    assert it.page.locator(".quiz__then").filter(visible=True).count() == 4
    assert it.page.get_by_text("Dat iemand luistert").is_visible()
    assert it.page.locator("button, .quiz__end").filter(visible=True).count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_the_tick_is_on_the_page_from_the_start(play: Play, script: bool) -> None:
    assert play(script=script).page.get_by_label("Print ook de antwoorden").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_of_a_story_whose_branches_come_together_each_step_is_unfolded_once(
    play: Play, read: Callable[[Path], Module], root: Path, script: bool
) -> None:
    it = play(read(root / "quizzes/act.yml"), script=script)
    it.page.get_by_label("Print ook de antwoorden").check()
    on_screen = it.page.locator(".quiz__choice").count()
    it.page.emulate_media(media="print")
    story = it.page.locator("#quiz-act-01")
    hallway = story.get_by_text("Hoe is het met je?")
    assert hallway.count() == 2 and hallway.filter(visible=True).count() == 1
    assert story.get_by_text("Hoe het dan verdergaat, staat hierboven.").filter(visible=True).count() >= 1
    assert it.page.locator(".quiz__choice").count() == on_screen
