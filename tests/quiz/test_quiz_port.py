"""Where answers may be kept elsewhere: whatever that other side does, the training goes on and says so once."""

from __future__ import annotations

import pytest
from conftest import Play
from played import Played

from voorlichter.quiz import Module
from voorlichter.quiz.state import key_of

pytestmark = pytest.mark.browser

LOST = "Bewaren lukt nu niet. Je kunt gewoon verder."
UNSENT = "Het resultaat is niet aangekomen. Probeer het later nog eens."
KEEPS = """
window.calls = [];
window.voorlichter = { port: {
  waits: false,
  start() { return Promise.resolve({ text: TEXT, review: REVIEW }); },
  save(text) { window.calls.push(text); return Promise.resolve(); },
  finish(outcome) { window.calls.push(outcome); return Promise.resolve(); },
} };
"""


def port(text: str | None = None, *, review: bool = False, **methods: str) -> str:
    """A port that keeps what it is told in `calls`; `methods` are other bodies for its functions."""
    script = KEEPS.replace("TEXT", f"'{text}'" if text else "null").replace("REVIEW", "true" if review else "false")
    for name, body in methods.items():
        script += f"window.voorlichter.port.{name} = function (value) {{ {body} }};\n"
    return script


def calls(it: Played) -> list[object]:
    return list(it.page.evaluate("window.calls"))


def told(score: int | None, passed: bool | None, done: int = 1, right: int = 1) -> dict[str, object]:
    return {"module": "all-types", "score": score, "passed": passed, "done": done, "total": 7, "right": right}


def to_the_end(it: Played) -> None:
    it.skip_to("thought")
    it.press("Afronden")
    assert it.part("end").is_visible()


def test_every_answer_check_and_skip_is_kept_and_the_end_is_told_once(play: Play, every_type: Module) -> None:
    keys = [key_of(question) for question in every_type.questions]
    it = play(pass_mark=10, port=port())
    assert calls(it) == []
    it.choose("one_you")
    [saved] = calls(it)
    assert str(saved).startswith("1.")
    seed = str(saved).split(".")[1]
    assert saved == f"1.{seed}.0.{keys[0]}a1"
    it.press("Controleer", "Volgende", "Overslaan")
    assert calls(it)[1:] == [f"1.{seed}.0.{keys[0]}c1", f"1.{seed}.1.{keys[0]}c1", f"1.{seed}.2.{keys[0]}c1.{keys[1]}s"]
    to_the_end(it)
    results = [call for call in calls(it) if not isinstance(call, str)]
    assert results == [told(13, True)]
    it.press("Vorige")
    it.page.go_back()
    assert it.part("end").is_visible()
    assert [call for call in calls(it) if not isinstance(call, str)] == results, "an end is told once"
    it.press("Opnieuw beginnen", "Lees het antwoord")
    to_the_end(it)
    assert [call for call in calls(it) if not isinstance(call, str)] == [*results, told(0, False, right=0)]


def test_without_a_pass_mark_no_score_is_told(play: Play) -> None:
    it = play(port=port())
    it.answer("one_you")
    to_the_end(it)
    assert [call for call in calls(it) if not isinstance(call, str)] == [told(None, None)]


def test_it_goes_on_where_it_was(play: Play, every_type: Module) -> None:
    one, _, _, order, match, sort, story, _ = (key_of(question) for question in every_type.questions)
    text = f"1.7.4.{one}c0.{order}a1032.{match}a3-0.{sort}c021.{story}a1"
    it = play(port=port(text))
    assert it.said() == "Vraag 5 van 8"
    assert it.page.locator("#quiz-match option:checked").all_inner_texts() == ["Niemand", "Kies…", "112 bellen"]
    assert it.result() == ""
    it.press("Vorige")
    assert (
        it.page.locator(".quiz__order > li").evaluate_all("all => all.map(one => one.dataset.index).join('')") == "1032"
    )
    it.press("Overslaan", "Overslaan")
    assert it.result() == "Deels goed: 1 van de 3 goed"
    it.press("Volgende")
    assert it.page.get_by_text("De grap stopt.").is_visible()
    for _ in range(6):
        it.press("Vorige")
    assert it.result() == "Niet helemaal"


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    "text",
    [
        *("rubbish", "2.7.0.", "1..0", "1.7.9", "1.7.1.zzzzzc0.yyyyyc1"),
        *("1.7.0.{one}c9", "1.7.0.{story}c", "1.7.0.{one}s1", "1.7.0.{order}a0000", "1.7.0.{story}a19"),
    ],
)
def test_a_stored_state_from_an_older_quiz_restarts_what_it_does_not_know(
    play: Play, every_type: Module, text: str
) -> None:
    keys = {question.id: key_of(question) for question in every_type.questions}
    it = play(pass_mark=50, port=port(text.format(**keys), review=True))
    assert it.page.locator("input:checked, details[data-path][open]").count() == 0
    assert it.result() == ""
    assert not it.part("end").is_visible(), "no score of other questions"
    while it.button("Vorige").is_visible():
        it.press("Vorige")
    it.answer("one_you")
    assert it.result() == "Goed"


def test_a_review_shows_the_result_and_keeps_nothing(play: Play, every_type: Module) -> None:
    keys = [key_of(question) for question in every_type.questions]
    text = f"1.7.8.{keys[0]}c1.{keys[1]}c023." + ".".join(f"{key}s" for key in keys[2:])
    it = play(pass_mark=20, port=port(text, review=True))
    assert "Score: 25 procent" in it.part("end").inner_text()
    assert "Je bent geslaagd." in it.part("end").inner_text()
    assert not it.button("Opnieuw beginnen").is_visible()
    for _ in range(8):
        it.press("Vorige")
    assert it.result() == "Goed"
    assert it.page.locator("input:enabled:visible:not(.quiz__print)").count() == 0
    assert calls(it) == []


def test_an_end_that_may_not_have_arrived_is_told_again(play: Play, every_type: Module) -> None:
    first, *others = (key_of(question) for question in every_type.questions)
    text = f"1.7.8.{first}c." + ".".join(f"{key}s" for key in others)
    assert calls(play(pass_mark=20, port=port(text))) == [told(0, False, right=0)]
    refused = play(pass_mark=20, port=port(text.replace(f"{first}c", f"{first}s")))
    assert calls(refused) == [], "who passed over everything has finished nothing"


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "body", ["throw new Error('full')", "return Promise.reject(new Error('gone'))", "return undefined.text"]
)
def test_a_port_that_fails_is_told_of_once_and_the_training_goes_on(play: Play, body: str) -> None:
    it = play(pass_mark=10, port=port(save=body, finish=body))
    assert it.part("trouble").inner_text() == ""
    it.choose("one_you")
    it.part("trouble").get_by_text(LOST).wait_for()
    assert LOST in it.said()
    it.press("Controleer", "Volgende", "Overslaan")
    assert LOST not in it.said()
    to_the_end(it)
    it.part("trouble").get_by_text(UNSENT).wait_for()
    assert it.part("trouble").inner_text().strip() == f"{LOST} {UNSENT}"
    assert "Score: 13 procent" in it.part("end").inner_text()


def test_a_port_that_vanishes_mid_way_is_told_of_from_then_on(play: Play) -> None:
    it = play(port=port())
    it.answer("one_you")
    it.page.evaluate("window.voorlichter.port.save = null")
    it.press("Volgende")
    it.part("trouble").get_by_text(LOST).wait_for()
    to_the_end(it)


@pytest.mark.parametrize("body", ["throw new Error('closed')", "return Promise.reject()"])
def test_where_nothing_can_be_read_nothing_is_written_either(play: Play, body: str) -> None:
    it = play(port=port(start=body))
    it.part("trouble").get_by_text(LOST).wait_for()
    assert LOST in it.said()
    it.answer("one_you")
    to_the_end(it)
    assert calls(it) == []


def test_a_result_is_told_also_where_the_end_cannot_be_shown(play: Play, every_type: Module) -> None:
    it = play(pass_mark=10, port=port())
    it.answer("one_you")
    it.skip_to("thought")
    it.page.evaluate("() => { DOMTokenList.prototype.toggle = () => { throw new Error('not here') } }")
    it.press("Afronden")
    assert told(13, True) in calls(it)
    assert set(it.complaints) == {"not here"}
    it.complaints.clear()
    again = play(
        pass_mark=10,
        port=port(
            f"1.7.8.{key_of(every_type.questions[0])}c1."
            + ".".join(f"{key_of(question)}s" for question in every_type.questions[1:])
        )
        + "DOMTokenList.prototype.toggle = () => { throw new Error('not here') };",
    )
    assert calls(again) == [told(13, True)]
    again.complaints.clear()


def test_a_port_that_waits_shows_nothing_until_it_is_told_to_start(play: Play) -> None:
    it = play(port=port() + "window.voorlichter.port.waits = true;")
    assert it.asked() == []
    it.page.evaluate("document.querySelector('voorlichter-quiz').start()")
    it.page.locator("#quiz-one").wait_for()
    assert it.focused() == "quiz-one"


def test_of_two_tabs_the_last_answer_stays_and_each_is_whole(play: Play) -> None:
    kept = port(
        start="return Promise.resolve({ text: localStorage.getItem('kept'), review: false });",
        save="localStorage.setItem('kept', value); return Promise.resolve();",
    )
    first = play(pass_mark=10, port=kept)
    first.answer("one_you")
    page = first.page.context.new_page()
    page.goto(first.address)
    second = Played(page, first.address)
    assert second.result() == "Goed"
    second.press("Volgende")
    second.answer("several_staff", "several_intern", "several_temp")
    first.press("Volgende", "Overslaan")
    assert first.said() == "Vraag 3 van 8"
    to_the_end(second)
    assert "Score: 25 procent" in second.part("end").inner_text()
    to_the_end(first)
    assert "Score: 13 procent" in first.part("end").inner_text()
    page.reload()
    assert "Score: 13 procent" in second.part("end").inner_text(), "what was written last, and no mixture"
