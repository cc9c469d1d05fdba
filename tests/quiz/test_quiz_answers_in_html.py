"""What somebody may answer to each type of question, as it stands in the page: by it the style sheet judges without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from conftest import Strings

from voorlichter.quiz import Module, render_module

Html = dict[str, str]


@pytest.fixture(scope="module")
def asked(every_type: Module, strings: Strings) -> Html:
    """Each question by its id."""
    return by_id(render_module(every_type, "en", strings("en")))


def by_id(html: str) -> Html:
    starts = [*re.finditer(r'<fieldset class="quiz__question" id="quiz-([a-z-]+)"', html), None]
    found: Html = {}
    for here, after in zip(starts, starts[1:], strict=False):
        assert here
        found[here[1]] = html[here.start() : after.start() if after else html.index('<div class="quiz__learned"')]
    return found


def rows(question: str) -> Iterator[tuple[str, str]]:
    """Each select by its name, with what it holds."""
    yield from re.findall(r'<select id="([^"]*)" name="\1">(.*?)</select>', question)


def test_a_match_offers_every_text_at_each_row_and_knows_its_own(asked: Html) -> None:
    found = dict(rows(asked["match"]))
    assert [*found] == ["quiz-match_danger", "quiz-match_pay", "quiz-match_bully"]
    for own, choices in enumerate(found.values()):
        values = re.findall(r'<option value="(\w+)"', choices)
        assert sorted(values) == ["0", "1", "2", "3"] != values
        assert re.findall(r'<option value="(\w*)" data-right>', choices) == [str(own)]
        assert choices.startswith('<option value="">Choose…</option>')
    texts = re.findall(r'<option value="\w+"(?: data-right)?>([^<]*)', next(iter(found.values())))
    paper = re.findall(r"<li>([^<]*)</li>", asked["match"])
    assert paper == texts
    assert sorted(paper) == ["A manager or HR", "Call 112", "Nobody", "The confidential advisor"]
    assert '<div class="quiz__part"><label for="quiz-match_pay">The pay is wrong</label>' in asked["match"]


def test_steps_stand_mixed_each_with_its_number_and_its_buttons(asked: Html) -> None:
    start = re.findall(r'<ol class="quiz__order" data-start="(\w+)">', asked["order"])
    stand = re.findall(r'<li class="quiz__part" data-index="(\w)"><label for="quiz-order_(\w+)">', asked["order"])
    ids = ["contact", "meet", "options", "choose"]
    assert start == ["".join(index for index, _ in stand)] != ["0123"]
    assert [name for _, name in stand] == [ids[int(index)] for index, _ in stand]
    for (index, _), (_, numbers) in zip(stand, rows(asked["order"]), strict=True):
        assert re.findall(r'<option value="(\w+)"[^>]*>(\d)</option>', numbers) == [
            ("0", "1"), ("1", "2"), ("2", "3"), ("3", "4"),
        ]  # fmt: skip
        assert re.findall(r'<option value="(\w*)" data-right>', numbers) == [index]
        assert numbers.startswith('<option value="">–</option>')
    moves = re.findall(r'data-kit="(\w+)" hidden><span class="heard">([^<]*)</span>', asked["order"])
    assert len(moves) == 8
    assert ("up", "Up: Meeting in a quiet place") in moves
    assert ("down", "Down: Meeting in a quiet place") in moves


def test_an_item_may_go_into_each_bin_and_one_is_right(asked: Html) -> None:
    fields = re.findall(
        r'<input type="radio" id="quiz-sort_(\w+)_(\w+)" name="quiz-sort_(\w+)" value="(\w)"( data-right)?>',
        asked["sort"],
    )
    assert [(item, bin_, value) for item, bin_, name, value, _ in fields if item == name] == [
        (item, bin_, value)
        for item in ("call", "manager", "danger")
        for bin_, value in (("secret", "0"), ("consent", "1"), ("act", "2"))
    ]
    assert [(item, bin_) for item, bin_, _, _, right in fields if right] == [
        ("call", "secret"), ("manager", "consent"), ("danger", "act"),
    ]  # fmt: skip
    assert '<legend class="quiz__item">That somebody called</legend>' in asked["sort"]


def test_what_is_right_is_told_in_the_form_of_the_question(asked: Html) -> None:
    said = {
        name: found[1]
        for name, html in asked.items()
        if (found := re.search(r'<div class="quiz__answer"><strong>[^<]*</strong> (.*)</div>', html))
    }
    assert said["one"] == "<p>You</p>"
    assert said["several"] == "<ul><li>A permanent colleague</li><li>An intern</li><li>A temporary worker</li></ul>"
    assert said["order"] == (
        "<ol><li>Getting in touch</li><li>Meeting in a quiet place</li>"
        "<li>Looking at the options</li><li>Choosing what happens</li></ol>"
    )
    assert said["match"].startswith("<dl><dt>There is danger now</dt><dd>Call 112</dd><dt>")
    assert said["match"].count("<dd>") == 3
    assert said["sort"] == (
        "<dl><dt>Stays secret</dt><dd>That somebody called</dd><dt>Only with a yes</dt><dd>A talk with the manager</dd>"
        "<dt>Must sometimes be told</dt><dd>Somebody&#39;s life in danger</dd></dl>"
    ).replace("&#39;", "'")


def test_a_verdict_has_its_sign_and_word_before_what_is_said(asked: Html) -> None:
    right, wrong = (
        re.findall(
            rf'<p class="quiz__feedback"{mark} id="quiz-one_[^"]*-(\w+)">.*? <span>(.*?)</span></p>', asked["one"]
        )
        for mark in (" data-right", "")
    )
    assert right == [("right", "<strong>Right.</strong> You choose the step and the moment.")]
    assert wrong == [
        ("wrong", "<strong>Not quite.</strong> They think along and do not choose."),
        ("wrong", "<strong>Not quite.</strong> They need not know of a conversation."),
    ]
    row = "<strong>Right.</strong> <strong>Not quite.</strong> This is part of the role.</span>"
    assert row in asked["match"]


def test_a_story_says_that_its_choices_count_where_there_is_a_pass_mark(every_type: Module, strings: Strings) -> None:
    said = '<p class="quiz__hint">Each choice can bring points.</p>'
    story = every_type.questions[6]
    for mark, expected in ((None, f"[% if training.pass_mark %]{said}[% endif %]"), (80, said)):
        html = render_module(every_type.model_copy(update={"pass_mark": mark}), "en", strings("en"))
        assert f'</legend>\n{expected}\n<p class="quiz__scene">' in by_id(html)[story.id]


def test_a_story_goes_on_within_each_choice(asked: Html) -> None:
    story = asked["story"]
    assert re.findall(r'<summary data-kit="choice"><span>([^<]*)', story) == [
        "Laugh along", "Ask what is meant", "Go back to work", "Ask how they are",
    ]  # fmt: skip
    assert re.findall(r'<p class="quiz__(?:said|scene)">([^<]*)</p>', story) == [
        "In the canteen somebody jokes about origin. It goes quiet.",
        "It feels safe and leaves somebody alone.",
        "The colleague goes home and says nothing.",
        "A question is enough to stop it.",
        "The joking stops. Afterwards a colleague sits in silence.",
        "The other is left with it.",
        "The colleague goes home and says nothing.",
        "Listening helps.",
        "The colleague talks and feels heard.",
    ]
    assert "print-only" not in story, "an end is short enough to stand there twice"
