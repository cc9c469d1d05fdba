"""Questions as Moodle's two formats write them, to the letter: what is right, what it is worth, and what is said to whom."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from voorlichter.artefacts.training.formats import gift, moodle_xml
from voorlichter.artefacts.training.questions import Questions, name_of, percent, pictures_of, render_prose
from voorlichter.quiz.bank import Answer, BankChoice, BankPicture, BankQuestion, Link, Matching, Reading, Statement

from .asked import ASKED

WRITTEN = Path(__file__).parent / "banks"
"""As they are handed out."""
QUESTIONS = Questions("$course$/top/The role: a {test} (en)", "What an <advisor> does & does not.", ASKED)


def test_moodle_xml_is_written_as_moodle_reads_it() -> None:
    written = (WRITTEN / "questions.xml").read_text(encoding="utf-8")
    assert moodle_xml.render_questions(QUESTIONS).decode() == written


def test_gift_is_written_as_moodle_reads_it() -> None:
    written = (WRITTEN / "questions.gift").read_text(encoding="utf-8")
    assert gift.render_questions(QUESTIONS).decode() == written


def in_gift(question: BankQuestion) -> list[str]:
    return gift.render_questions(Questions("", "", (question,))).decode().splitlines()[2:]


def choice(*answers: Answer, single: bool = True) -> BankChoice:
    return BankChoice("a", ("Ask?",), single, answers, ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a ~ b = c # d : e", "a \\~ b \\= c \\# d \\: e"),
        ("{a} \\ b", "&\\#123;a&\\#125; &\\#92; b"),
        ("%50% of it", "&\\#37;50% of it"),
        ("[html] it", "&\\#91;html] it"),
        ("a %50% [b]", "a %50% [b]"),
        ("a < b & c", "a &lt; b &amp; c"),
        ('"a"', '"a"'),
    ],
)
def test_a_sign_of_the_format_is_no_sign_in_an_answer(text: str, written: str) -> None:
    lines = in_gift(choice(Answer(text, Fraction(1), text), Answer("no", Fraction(0), "")))
    assert lines[2:] == [f"={written}#{written}", "~no", "}", ""]


def test_of_several_right_answers_each_has_its_share_and_one_that_is_half_right_has_no_sign_of_being_right() -> None:
    third = Fraction(1, 3)
    lines = in_gift(choice(Answer("a", third, ""), Answer("b", 2 * third, ""), Answer("c", -third, "no"), single=False))
    assert lines[2:5] == ["~%33.33333%a", "~%66.66667%b", "~%-33.33333%c#no"]
    assert in_gift(choice(Answer("a", Fraction(1), ""), single=False))[2] == "~%100%a"
    assert in_gift(choice(Answer("a", Fraction(1, 2), ""), single=True))[2] == "~%50%a"


@pytest.mark.parametrize(
    ("correct", "if_true", "if_false", "written"),
    [
        (True, "Yes.", "No.", "TRUE#No.#Yes."),
        (False, "Yes.", "No.", "FALSE#Yes.#No."),
        (True, "", "No.", "TRUE#No."),
        (False, "", "No.", "FALSE##No."),
    ],
)
def test_of_a_statement_what_is_said_to_the_wrong_answer_comes_first(
    correct: bool, if_true: str, if_false: str, written: str
) -> None:
    assert in_gift(Statement("a", ("Ask?",), correct, if_true, if_false, ()))[2] == written


def test_what_is_only_to_be_read_has_no_answers_and_what_has_no_reason_no_line_for_it() -> None:
    assert in_gift(Reading("a", ("Think.",))) == ["// [id:a]", "::Think.::[html]<p>Think.</p>", ""]
    assert in_gift(Matching("a", ("Ask?",), (("x", "y: z"),), ("w",), ("Why.",)))[2:] == [
        *("=x -> y\\: z", "= -> w", "####<p>Why.</p>", "}", ""),
    ]


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (Fraction(1), "100"),
        (Fraction(1, 2), "50"),
        (Fraction(1, 3), "33.33333"),
        (Fraction(-1, 3), "-33.33333"),
        (Fraction(1, 8), "12.5"),
        (Fraction(1, 10), "10"),
        (Fraction(0), "0"),
    ],
)
def test_a_share_is_told_by_which_moodle_knows_it(share: Fraction, told: str) -> None:
    assert percent(share) == told


def test_prose_is_paragraphs_lists_links_and_pictures() -> None:
    picture = BankPicture("ring.png", 'A "red" telephone & more', b"")
    prose = ("a < b", ("one & two", "three"), Link("Read <it>", "https://a.example/?a=1&b=2"), picture)
    text = (
        "<p>a &lt; b</p><ul><li>one &amp; two</li><li>three</li></ul>"
        '<p><a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noreferrer noopener">Read &lt;it&gt;</a></p>'
    )
    assert render_prose(prose) == f'{text}<p>[A "red" telephone &amp; more]</p>'
    assert render_prose(prose, "files/") == (
        f'{text}<p><img src="files/ring.png" alt="A &quot;red&quot; telephone &amp; more"></p>'
    )
    assert pictures_of(Reading("a", prose)) == [picture] and pictures_of(Reading("a", ("b",))) == []


def test_a_question_is_called_by_its_first_words() -> None:
    assert name_of(Reading("a", ("word " * 30,))) == f"{'word ' * 15}word…"
    assert name_of(Reading("a", ("Short?", "More."))) == "Short?"


def test_how_many_are_only_to_be_read_decides_whether_a_bank_has_anything_to_ask() -> None:
    read, asked = Reading("a", ("Think.",)), Statement("b", ("True?",), True, "", "", ())
    assert (Questions("", "", (read, asked)).to_read, Questions("", "", (read, asked)).asks) == (1, True)
    assert (Questions("", "", (read,)).asks, Questions("", "", ()).asks) == (False, False)
