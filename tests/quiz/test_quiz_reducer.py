"""The learner's state, driven in a real browser with every kind of sequence: it is a value, and so are its rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from played import SCRIPTS
from playwright.sync_api import Browser, Page

from voorlichter.quiz import Module, check_module, read_module
from voorlichter.quiz.script_data import plan_script_data
from voorlichter.quiz.state import longest_state
from voorlichter.quiz.types import modules_of_types
from voorlichter.template.assets import render_scripts

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
# Each run gives the state after every event, or after the last alone, and what comes of saving and reading it there.
DRIVE = """([data, runs, last]) => {
  const quiz = window.voorlichter.quiz;
  const show = (state) => ({
    keys: state.questions.map((one) => one.key), marks: state.marks, answers: state.answers, seed: state.seed,
    screen: state.screen, ended: state.ended, score: quiz.score(state),
  });
  return runs.map(({ seed, mark, events }) => {
    let state = quiz.begin(Object.assign({}, data, { mark }), seed);
    const states = [state];
    for (const event of events) {
      // Some answer what stands on the screen, as a learner does.
      if (event.tries) Object.assign(event, { index: state.screen, answer: (event.tries[(state.questions[state.screen] || {}).key] || "") });
      [state, state.marks, state.answers].forEach(Object.freeze);
      states.push(state = quiz.reduce(state, event));
    }
    return [events, ...(last ? states.slice(-1) : states).map((one) => {
      const text = quiz.save(one);
      let on = one;
      for (const _ of one.questions) on = quiz.reduce(on, { type: "skip" });
      return { ...show(one), text, again: show(quiz.restore(one.data, text)), skipped: show(on) };
    })];
  });
}"""


def modules() -> list[Module]:
    """Ours, the tests' own with every type, and that with a draw."""
    paths = [Path(__file__).parent / "modules/all-types.yml", *sorted((ROOT / "quizzes").glob("*.yml"))]
    found = [module for path in paths if (module := check_module(read_module(path))[0])]
    first = found[0]
    some = tuple(one.model_copy(update={"group": "core"}) for one in first.questions[:5])
    return [*found, first.model_copy(update={"draw": {"core": 2}, "questions": (*some, *first.questions[5:])})]


MODULES = modules()
DATA: list[dict[str, Any]] = [json.loads(plan_script_data(module)) for module in MODULES]


def paths_of(question: dict[str, Any]) -> list[str]:
    """Every way through a story, finished or not."""
    steps = [step.split() for step in question["steps"]]

    def walk(step: int) -> list[str]:
        return [
            "",
            *(f"{place}{rest}" for place, choice in enumerate(steps[step]) for rest in walk(int(choice.split(",")[0]))),
        ]

    return walk(0)


def answers_to(question: dict[str, Any]) -> st.SearchStrategy[str]:
    if "steps" in question:
        return st.sampled_from(paths_of(question))
    digits = [str(number) for number in range(question["parts"])]
    length = len(question["right"])
    match question["type"]:
        case "single" | "true-false":
            return st.sampled_from(["", *digits])
        case "multiple":
            return st.sets(st.sampled_from(digits)).map(lambda chosen: "".join(sorted(chosen)))
        case "order":
            return st.permutations(digits).map("".join)
        case "match" | "sort":
            return st.text(["-", *digits], min_size=length, max_size=length)
    return st.just("")


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, list[dict[str, Any]]]:
    """A module, and some learners of it."""
    number = draw(st.integers(0, len(DATA) - 1))
    questions = DATA[number]["questions"]
    tries = st.fixed_dictionaries(
        {question["key"]: answers_to(question) | st.just(question.get("right", "")) for question in questions}
    )
    asked = st.builds(lambda answers: {"type": "answer", "tries": answers}, tries)
    event = st.one_of(
        asked,
        st.fixed_dictionaries(
            {"type": st.just("answer"), "index": st.integers(-1, 40), "answer": st.text("012-az", max_size=7)}
        ),
        asked,
        st.just({"type": "check"}),
        st.just({"type": "check"}),
        st.just({"type": "skip"}),
        st.fixed_dictionaries({"type": st.just("go"), "to": st.integers(-2, len(questions) + 2)}),
        st.just({"type": "again"}) if draw(st.integers(0, 3)) == 0 else asked,
    )
    run = st.fixed_dictionaries({
        "seed": st.integers(0, 2**32 - 1), "mark": st.sampled_from([None, 1, 80, 100]), "events": st.lists(event, min_size=8, max_size=40),
    })  # fmt: skip
    return number, draw(st.lists(run, min_size=3, max_size=8))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate(render_scripts(SCRIPTS[:-1]))  # the last one looks for questions on the page
    yield page
    page.close()


def points(question: dict[str, Any], answer: str) -> Fraction:
    """What an answer is worth, told once more in another language."""
    if "steps" in question:
        step, total = 0, 0
        for digit in answer:
            to, worth = question["steps"][step].split()[int(digit, 36)].split(",")
            step, total = int(to), total + int(worth)
        return Fraction(total)
    right = question["right"]
    if question["type"] == "multiple":
        hits = len(set(answer) & set(right))
        return max(Fraction(0), Fraction(hits - (len(answer) - hits), len(right)))
    return (
        Fraction(sum(given == wanted for given, wanted in zip(answer, right, strict=True)), len(right))
        if answer
        else Fraction(0)
    )


# A sequence that fails is told as it was found: to look for a shorter one takes minutes here. Add Phase.shrink for that.
FEW = settings(
    max_examples=25, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@FEW
@given(learners=runs())
def test_no_sequence_loses_an_answer_or_scores_wrong_or_cannot_finish(
    page: Page, learners: tuple[int, list[dict[str, Any]]]
) -> None:
    number, learning = learners
    data = DATA[number]
    about = {question["key"]: question for question in data["questions"]}
    longest = longest_state(MODULES[number])
    for learner, (events, *states) in zip(learning, page.evaluate(DRIVE, [data, learning]), strict=True):
        for event, before, after in zip([None, *events], [states[0], *states], states, strict=False):
            asked = [about[key] for key in after["keys"]]
            total = len(asked)
            if event and event["type"] != "again":
                for index in range(total):
                    if event["type"] != "answer" or event["index"] != index:
                        assert after["answers"][index] == before["answers"][index], "an answer was lost"
                    if learner["mark"] and (before["ended"] or before["marks"][index] == "c"):
                        assert after["answers"][index] == before["answers"][index], "what counted was changed"
                        assert after["marks"][index] == before["marks"][index]
                    if learner["mark"] and "steps" in asked[index]:
                        assert after["answers"][index].startswith(before["answers"][index]), (
                            "a choice in a story was taken back"
                        )
                assert after["ended"] or not before["ended"]
            if event and event["type"] == "check":
                assert after["screen"] == before["screen"]
            assert 0 <= after["screen"] <= total
            got = sum(
                (
                    points(one, answer)
                    for one, mark, answer in zip(asked, after["marks"], after["answers"], strict=True)
                    if mark == "c"
                ),
                Fraction(0),
            )
            most = sum(one["max"] for one in asked)
            if learner["mark"] and most:
                assert 0 <= after["score"] <= 100
                assert abs(after["score"] - 100 * got / most) <= Fraction(1, 2)
            else:
                assert after["score"] is None
            assert after["skipped"]["ended"], "passing over everything leads to the end"
            assert after["skipped"]["answers"] == after["answers"]
            assert len(after["text"]) <= longest
            assert after["text"].isascii()
            assert after["again"] == {
                key: total if key == "screen" and after["ended"] else value
                for key, value in after.items()
                if key not in ("text", "again", "skipped")
            }
        drawn = states[0]["keys"]
        assert [key for key in about if key in drawn] == drawn, "in the order of the file"
        for group, wanted in data["draw"].items():
            assert sum(about[key].get("group") == group for key in drawn) == wanted


@FEW
@given(learners=runs(), changed=st.integers(0, 20))
def test_a_question_that_changed_begins_anew_and_the_others_stay(
    page: Page, learners: tuple[int, list[dict[str, Any]]], changed: int
) -> None:
    number, learning = learners
    data = DATA[number] | {"draw": {}}
    questions = data["questions"]
    changed %= len(questions)
    newer = data | {
        "questions": [one | {"key": "zzzzz"} if index == changed else one for index, one in enumerate(questions)]
    }
    ends = [states[-1] for states in page.evaluate(DRIVE, [data, learning, True])]
    restore = "([data, texts]) => texts.map((text) => { const it = window.voorlichter.quiz.restore(data, text); return [it.marks, it.answers, it.ended, it.screen]; })"
    for state, (marks, answers, ended, screen) in zip(
        ends, page.evaluate(restore, [newer, [one["text"] for one in ends]]), strict=True
    ):
        for index in range(len(questions)):
            kept = index != changed
            assert marks[index] == (state["marks"][index] if kept else "")
            assert answers[index] == (state["answers"][index] if kept else "")
        assert not ended
        assert screen < len(questions)


@FEW
@given(
    texts=st.lists(
        st.text(st.characters(codec="utf-8"), max_size=40)
        | st.from_regex(r"1\.[0-9a-z]{1,8}\.[0-9a-z]{1,3}(\.[0-9a-z]{5}[cas][0-9a-z-]{0,5}){0,9}", fullmatch=True),
        max_size=30,
    )
)
def test_whatever_is_read_gives_a_training_that_can_be_done(page: Page, texts: list[str]) -> None:
    read = """([data, texts]) => texts.map((text) => {
      const quiz = window.voorlichter.quiz;
      let state = quiz.restore(Object.assign({}, data, { mark: 50 }), text);
      const score = quiz.score(state);
      for (const _ of state.questions) state = quiz.reduce(state, { type: "skip" });
      return [score, state.ended];
    })"""
    assert all(result == [0, True] for result in page.evaluate(read, [DATA[0], texts]))


def test_an_end_reached_with_a_question_that_is_gone_is_none(page: Page) -> None:
    older, newer = DATA[0], DATA[0] | {"questions": DATA[0]["questions"][1:]}
    ended = """([older, newer]) => {
      const quiz = window.voorlichter.quiz;
      let state = quiz.begin(older, 7);
      for (const _ of state.questions) state = quiz.reduce(state, { type: "skip" });
      return [quiz.restore(older, quiz.save(state)).ended, quiz.restore(newer, quiz.save(state)).ended];
    }"""
    assert page.evaluate(ended, [older, newer]) == [True, False]


def test_a_question_put_between_never_takes_the_place_of_one_that_was_answered(page: Page) -> None:
    drawn = DATA[-1]
    one = drawn["questions"][0]
    newer = drawn | {
        "questions": [one | {"key": f"zzzz{number}", "id": f"new{number}"} for number in range(9)] + drawn["questions"]
    }
    keys = """([data, newer]) => Array.from({ length: 50 }, (_, seed) => {
      const quiz = window.voorlichter.quiz;
      let state = quiz.begin(data, seed);
      for (const _ of state.questions) state = quiz.reduce(state, { type: "skip" });
      const again = quiz.restore(newer, quiz.save(state));
      return [state.questions.map((one) => one.key), again.questions.map((one) => one.key), again.ended];
    })"""
    seen = page.evaluate(keys, [drawn, newer])
    assert all(before == after for before, after, _ in seen)
    assert all(ended for _, _, ended in seen)
    assert len({tuple(before) for before, _, _ in seen}) > 4, "a draw is a draw"


def test_the_modules_here_hold_every_type() -> None:
    types = {question["type"] for question in DATA[0]["questions"]}
    assert types == {*modules_of_types("model")} - {"fill", "scale"}, "these two need nothing of the reducer"
