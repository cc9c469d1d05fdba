"""The training with a script: one question a screen, and nothing is judged before the button."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Play

from voorlichter.quiz import Module

pytestmark = pytest.mark.browser


def test_one_question_a_screen(play: Play) -> None:
    it = play()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.said() == "Vraag 1 van 8"
    assert it.page.get_by_role("status").count() == 1
    assert not it.button("Vorige").is_visible()
    it.press("Overslaan")
    assert it.said() == "Vraag 2 van 8"
    assert it.focused() == "quiz-several"


def test_the_button_judges_and_moves_the_focus_to_the_result(play: Play) -> None:
    it = play()
    it.choose("one_advisor")
    assert (it.result(), it.feedback()) == ("", [])
    it.press("Controleer")
    assert it.focused() == "result"
    assert (it.result(), it.feedback()) == ("Niet helemaal", ["Toch niet. Die denkt mee en kiest niet."])
    assert it.part("result").get_attribute("aria-describedby") == "quiz-one_advisor-wrong"
    assert it.page.get_by_text("Iedere stap begint met een ja.").is_visible()


def test_another_choice_takes_the_result_away_until_the_button(play: Play) -> None:
    it = play()
    it.answer("one_advisor")
    it.choose("one_you")
    assert (it.result(), it.feedback()) == ("", [])
    it.press("Controleer")
    assert it.result() == "Goed"


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("question", "message", "first"),
    [
        ("one", "Kies eerst een antwoord", ""),
        ("several", "Kies eerst een antwoord", ""),
        ("statement", "Kies eerst een antwoord", "quiz-statement_true"),
        ("order", "Verplaats eerst een stap", "up"),
        ("match", "Kies eerst iets bij elke regel", "quiz-match_danger"),
        ("sort", "Kies eerst iets bij elke regel", "quiz-sort_call_secret"),
    ],
)
def test_no_choice_gives_an_error_that_leads_to_the_question(
    play: Play, question: str, message: str, first: str
) -> None:
    it = play()
    it.skip_to(question)
    it.press("Controleer")
    assert it.focused() == "empty"
    assert it.page.locator(f"#quiz-{question}").get_attribute("aria-describedby") == it.part("empty").get_attribute(
        "id"
    )
    it.page.get_by_role("link", name=message).press("Enter")
    topmost = it.page.locator(f"#quiz-{question} .quiz__option input").first  # options stand in another order each time
    assert it.focused() == (first or topmost.get_attribute("id"))
    it.press("Overslaan")
    it.press("Vorige")
    assert not it.part("empty").is_visible()
    assert it.page.locator(f"#quiz-{question}").get_attribute("aria-describedby") is None


def test_several_answers_are_judged_in_whatever_order_they_stand(play: Play) -> None:
    it = play()
    seen = set()
    for _ in range(6):
        it.skip_to("several")
        texts = it.page.locator("#quiz-several .quiz__option").all_inner_texts()
        seen.add(tuple(texts))
        it.answer("several_staff", "several_intern", "several_temp")
        assert it.result() == "Goed"
        it.skip_to("thought")
        it.press("Afronden", "Opnieuw beginnen")
    assert len(seen) > 1, "another round has another order"


def test_of_rows_every_one_needs_a_choice(play: Play) -> None:
    it = play()
    it.skip_to("sort")
    it.answer("sort_call_secret", "sort_danger_act")
    assert it.focused() == "empty"
    it.part("gap").click()
    assert it.focused() == "quiz-sort_manager_secret"
    it.answer("sort_manager_secret")
    assert it.result() == "Deels goed: 2 van de 3 goed"


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("ticked", "result"),
    [
        (("staff", "intern", "temp"), "Goed"),
        (("staff", "intern"), "Deels goed"),
        (("staff", "intern", "customer"), "Deels goed"),
        (("staff", "customer"), "Niet helemaal"),
        (("customer",), "Niet helemaal"),
    ],
)
def test_of_several_right_answers_a_wrong_one_undoes_a_right_one(
    play: Play, ticked: tuple[str, ...], result: str
) -> None:
    it = play()
    it.skip_to("several")
    it.answer(*(f"several_{one}" for one in ticked))
    assert it.result() == result


def test_the_browsers_back_goes_a_screen_back_and_the_address_stays(play: Play) -> None:
    it = play()
    it.answer("one_you")
    it.press("Volgende")
    assert it.page.evaluate("history.state") == {"screen": 1}
    it.page.go_back()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.result() == "Goed"
    assert it.focused() == "quiz-one"
    it.page.go_forward()
    it.press("Controleer")
    it.page.go_back()
    assert not it.part("empty").is_visible()
    it.skip_to("story")
    it.page.get_by_text("Vragen wat er bedoeld wordt").click()
    it.page.go_back()
    it.page.go_forward()
    assert it.page.get_by_text("De grap stopt.").is_visible(), "a choice in a story stays"
    it.press("Overslaan", "Afronden")
    assert it.part("end").is_visible()
    it.page.go_back()
    assert it.asked() == ["Wat maakt een plek veilig?"]
    it.page.go_forward()
    assert it.part("end").is_visible()
    assert it.stored() == [0, 0, ""]


def test_where_history_is_closed_only_the_browsers_back_is_lost(play: Play) -> None:
    it = play(port="history.pushState = history.replaceState = () => { throw new DOMException('no') }")
    it.answer("one_you")
    it.press("Volgende", "Vorige")
    assert it.result() == "Goed"


def test_the_end_lists_what_to_read_again(play: Play) -> None:
    it = play()
    it.answer("one_you")
    it.press("Volgende")
    it.answer("several_customer")
    it.press("Volgende")
    it.skip_to("thought")
    it.press("Afronden")
    assert it.focused() == "end"
    assert it.part("list").get_by_role("link").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        "waarvoor.html#wel", "gesprek.html#contact", "gesprek.html#stappen", "waarvoor.html#niet",
        "vertrouwelijk.html#geheim", "collega.html#helpen",
    ]  # fmt: skip
    assert it.part("score").inner_text() == "Gedaan: 2 van de 7. Helemaal goed: 1."
    assert not any(it.part(name).is_visible() for name in ("passed", "failed"))
    it.press("Opnieuw beginnen")
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.focused() == "quiz-one"
    assert it.page.locator("input:checked").count() == 0
    assert it.stored() == [0, 0, ""]


def test_a_doubt_adds_to_what_is_worth_reading_and_changes_no_score(play: Play) -> None:
    it = play(pass_mark=10)
    it.press("Ik twijfel hierover")
    assert it.button("Ik twijfel hierover").get_attribute("aria-pressed") == "true"
    it.answer("one_you")
    it.press("Volgende")
    assert it.button("Ik twijfel hierover").get_attribute("aria-pressed") == "false"
    for name in ("staff", "intern", "temp"):
        it.choose(f"several_{name}")
    it.press("Controleer")
    it.skip_to("thought")
    it.press("Afronden")
    links = it.part("list").inner_text()
    assert "Wie kiest de volgende stap?" in links
    assert "Wie kan bellen?" not in links
    assert "Score: 25 procent" in it.part("end").inner_text()


def test_a_page_that_was_left_and_opened_again_is_empty_at_the_same_question(play: Play) -> None:
    it = play()
    it.answer("one_you")
    it.press("Volgende")
    it.page.goto(it.address.replace("training.html", "other.html"))
    it.page.go_back()
    assert it.asked() == ["Wie kan bellen?"]
    it.press("Vorige")
    assert it.page.locator("input:checked").count() == 0
    assert it.result() == ""


def test_a_page_kept_whole_by_the_browser_comes_back_empty(play: Play) -> None:
    it = play()
    it.answer("one_you")
    it.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert it.page.locator("input:checked").count() == 0
    assert it.result() == ""
    it.press("Overslaan")
    assert it.asked() == ["Wie kan bellen?"]


def test_questions_that_a_site_leaves_out_are_not_counted(play: Play, every_type: Module) -> None:
    questions = tuple(
        one.model_copy(update={"when": "org.care"}) if one.id in ("one", "sort") else one
        for one in every_type.questions
    )
    it = play(every_type.model_copy(update={"questions": questions}))
    address = it.address.replace("training.html", "filled.html")
    page = Path(it.address.removeprefix("file://"))
    html = page.read_text(encoding="utf-8")
    for part in html.split("[% if org.care %]")[1:]:
        html = html.replace("[% if org.care %]" + part.partition("[% endif %]")[0] + "[% endif %]", "")
    page.with_name("filled.html").write_text(html, encoding="utf-8")
    it.page.goto(address)
    assert it.said() == "Vraag 1 van 6"
    it.skip_to("thought")
    it.press("Afronden")
    assert it.part("end").is_visible()
    it.page.goto(it.address)


def test_a_draw_takes_some_of_a_group_and_all_of_the_rest(play: Play, every_type: Module) -> None:
    group = [one.model_copy(update={"group": "core"}) for one in every_type.questions[:3]]
    it = play(every_type.model_copy(update={"draw": {"core": 2}, "questions": (*group, *every_type.questions[3:])}))
    assert it.said() == "Vraag 1 van 7"


@pytest.mark.sampled(2)
@pytest.mark.parametrize("script", [True, False])
def test_every_target_is_large_enough_and_nothing_overflows(play: Play, script: bool) -> None:
    it = play(script=script, context={"viewport": {"width": 320, "height": 256}})
    last = it.page.locator("#quiz-thought")
    while True:
        for target in (
            it.page.locator("label:has(input), summary, button, select, .quiz__end a, .quiz__empty a")
            .filter(visible=True)
            .all()
        ):
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 44, target.inner_text()
            assert box["width"] >= 44, target.inner_text()
        assert it.page.evaluate("document.documentElement.scrollWidth") <= 320
        if not script or last.is_visible():
            break
        if it.button("Controleer").is_visible():
            it.press("Controleer")
            assert it.page.evaluate("document.documentElement.scrollWidth") <= 320
        it.page.locator("[data-kit=skip]").click()


def test_the_button_needs_no_submitting_which_some_frames_forbid(play: Play) -> None:
    it = play(port="window.addEventListener('submit', () => { window.submitted = true; }, true);")
    it.answer("one_advisor")
    assert it.result() == "Niet helemaal"
    it.choose("one_you")
    it.page.keyboard.press("Enter")
    assert it.result() == "Goed"
    assert it.page.evaluate("window.submitted") is None


def test_the_page_says_when_the_training_is_done(play: Play) -> None:
    it = play(
        pass_mark=50,
        port="document.addEventListener('voorlichter:finished', (event) => { window.done = event.detail });",
    )
    assert it.page.evaluate("window.done") is None
    it.answer("one_you")
    it.skip_to("thought")
    it.press("Afronden")
    assert it.page.evaluate("window.done") == {
        "module": "all-types", "score": 13, "passed": False, "done": 1, "total": 7, "right": 1,
    }  # fmt: skip
    assert it.page.locator(".quiz__end .quiz__after").count() == 1
