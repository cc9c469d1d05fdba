"""Without JavaScript: every question, what is said about every answer, and the explanation can be reached."""

from __future__ import annotations

import pytest
from conftest import Play

pytestmark = pytest.mark.browser


def test_all_questions_stand_there_with_their_number_and_no_button(play: Play) -> None:
    it = play(script=False)
    assert len(it.asked()) == 8
    assert it.page.locator("button, .quiz__progress").filter(visible=True).count() == 0
    numbers = it.page.locator(".quiz__count").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content)"
    )
    assert len(numbers) == 8
    assert all("counter(question)" in number for number in numbers)


def test_a_tick_shows_what_is_said_about_that_answer_and_no_other(play: Play) -> None:
    it = play(script=False)
    assert it.feedback() == []
    it.choose("one_advisor")
    assert it.feedback() == ["Toch niet. Die denkt mee en kiest niet."]
    it.choose("one_you")
    assert it.feedback() == ["Goed. Jij kiest de stap, en het moment."]
    it.choose("several_staff", "several_customer", "statement_false")
    assert [said.partition(".")[0] for said in it.feedback()] == ["Goed", "Goed", "Toch niet", "Toch niet"]


def test_a_number_or_a_pick_shows_whether_it_is_right(play: Play) -> None:
    it = play(script=False)
    it.page.locator("#quiz-order_contact").select_option(label="2")
    assert it.feedback() == ["Toch niet. Bellen of mailen is genoeg."]
    it.page.locator("#quiz-order_contact").select_option(label="1")
    assert it.feedback() == ["Goed. Bellen of mailen is genoeg."]
    it.page.locator("#quiz-order_contact").select_option(label="–")
    it.page.locator("#quiz-match_pay").select_option(label="112 bellen")
    it.page.locator("#quiz-match_danger").select_option(label="112 bellen")
    assert it.feedback() == ["Goed. Gevaar gaat voor alles.", "Toch niet. Arbeidsvoorwaarden horen daar."]
    it.page.locator("#quiz-match_pay").select_option(label="Kies…")
    it.choose("sort_call_act", "sort_danger_act")
    assert it.feedback()[1:] == ["Toch niet. Ook als een baas ernaar vraagt.", "Goed. Dan gaat veiligheid voor."]


def test_the_steps_to_put_in_order_never_begin_in_the_right_one(play: Play) -> None:
    it = play(script=False)
    places = it.page.locator(".quiz__order > li").evaluate_all("all => all.map(one => one.dataset.index)")
    assert sorted(places) == ["0", "1", "2", "3"]
    assert places != sorted(places)


def test_a_story_folds_out_down_to_each_of_its_ends(play: Play) -> None:
    it = play(script=False)
    story = it.page.locator("#quiz-story")
    assert story.locator("details[data-path]").count() == 4
    story.get_by_text("Vragen wat er bedoeld wordt").click()
    assert story.get_by_text("Een vraag is al genoeg om te stoppen.").is_visible()
    story.get_by_text("Weer aan het werk gaan").click()
    assert story.get_by_text("De collega gaat naar huis en zegt niets.").last.is_visible()
    story.get_by_text("Meelachen").click()
    assert not story.get_by_text("Een vraag is al genoeg om te stoppen.").is_visible()


def test_explanations_and_thoughts_fold_out(play: Play) -> None:
    it = play(script=False)
    for summary in it.page.locator(".quiz__why > summary, .quiz__thoughts > summary").all():
        summary.click()
    assert it.page.locator(".quiz__explanation").filter(visible=True).count() == 7
    assert it.page.get_by_text("Dat iemand luistert").is_visible()
    assert it.page.locator("#quiz-sort dd").all_inner_texts() == [
        "Dat iemand belde", "Een gesprek met de leidinggevende", "Levensgevaar voor iemand",
    ]  # fmt: skip


def test_nothing_is_sent_whatever_the_policy(play: Play) -> None:
    it = play(script=False, policy="style-src 'self'")
    it.choose("one_you")
    it.page.keyboard.press("Enter")
    it.page.evaluate("document.forms[0].submit()")
    it.page.wait_for_timeout(300)
