"""Every fixed passage has a number that stays and a hash of its own words; a review holds for these words and no others."""

from __future__ import annotations

from datetime import date

import pytest

from voorlichter.template.passages import Passage, read_aloud
from voorlichter.template.reviews import Review, ReviewAnswer, Reviewed, Verdict
from voorlichter.template.sources import Sources

ONE = Passage(
    "gesprek.md#stappen",
    {"nl": "{Je belt|U belt} [[ advisor.phone ]].\n[% if backup %]Of de ander.[% endif %]", "en": "You call."},
)


def changed(nl: str) -> Passage:
    return Passage(ONE.where, {"nl": nl, "en": "You call."})


def test_every_passage_has_a_number_and_a_place_of_its_own(passages: list[Passage]) -> None:
    assert (
        len({passage.number for passage in passages})
        == len({passage.where for passage in passages})
        == len(passages)
        > 1000
    )


def test_every_text_for_a_reader_is_among_the_passages(passages: list[Passage], sources: Sources) -> None:
    there = {passage.where for passage in passages}
    for name, page in sources.pages["nl"].items():
        if name not in sources.made["nl"]:
            assert {name, *(f"{name}#{anchor}" for anchor in page.anchors if f"{{#{anchor}}}" in page.body)} <= there
    assert {f"strings.yml#{key}" for key in sources.data.strings} <= there
    assert {
        f"quizzes/{name}.yml#{question.id}" for name, module in sources.modules.items() for question in module.questions
    } <= there
    assert {f"kit/{name}.yml#{part.id}" for name, item in sources.kit.items() for part in item.parts} <= there
    assert {f"help.yml#{line.id}" for line in sources.data.help} | {
        f"law.yml#{law.id}" for law in sources.data.law
    } <= there


def test_no_passage_is_empty_in_a_language(passages: list[Passage]) -> None:
    assert [
        passage.where
        for passage in passages
        if not all(read_aloud(text, language) for language, text in passage.texts.items())
    ] == []


@pytest.mark.parametrize(
    "nl",
    [
        "{Je belt|U belt} [[advisor.phone]].  [%if backup%]Of de ander.[%endif%]",
        "[# claims some way phone #]{Je belt|U belt} [[ advisor.phone ]].\n\n[% if backup %][# claims named backup #]Of de ander.[% endif %]",
    ],
)
def test_marks_of_claims_and_layout_change_nothing(nl: str) -> None:
    assert changed(nl).hash == ONE.hash


@pytest.mark.parametrize(
    "nl",
    [
        "{Je belt|U belt} [[ advisor.phone ]].\n[% if backup %]Of de andere.[% endif %]",
        "{Je belt|U bel} [[ advisor.phone ]].\n[% if backup %]Of de ander.[% endif %]",
        "{Je belt|U belt} [[ advisor.email ]].\n[% if backup %]Of de ander.[% endif %]",
        "{Je belt|U belt} [[ advisor.phone ]].\n[% if not backup %]Of de ander.[% endif %]",
    ],
)
def test_a_letter_a_value_or_a_condition_is_another_text(nl: str) -> None:
    assert changed(nl).hash != ONE.hash
    assert changed(nl).number == ONE.number


def test_who_reads_the_sheet_sees_no_notation(passages: list[Passage]) -> None:
    assert read_aloud(ONE.texts["nl"], "nl") == "Je belt ‹advisor.phone›.\n‹als backup:›Of de ander.‹tot hier›"
    left = [
        passage.where
        for passage in passages
        for language, text in passage.texts.items()
        for sign in ("[[", "[%", "[#", "{#", "**")
        if sign in read_aloud(text, language)
    ]
    assert left == []


def review(verdict: Verdict, by: str = "Mr. A. Voorbeeld", day: int = 1, hash_: str = ONE.hash) -> Review:
    return Review(
        by=by,
        on=date(2026, 11, day),
        answers=[ReviewAnswer(passage=ONE.where, hash=hash_, answer=verdict, remark=None)],
    )


def reviewed(*reviews: Review, now: Passage = ONE) -> Reviewed:
    return Reviewed(reviews, {now.where: now.hash, "gesprek.md": "0" * 12})


def test_nobody_is_said_to_have_reviewed_what_nobody_reviewed() -> None:
    assert reviewed().told() == {"total": 2, "by": []}


def test_a_review_is_told_with_who_and_when() -> None:
    assert reviewed(review("ok")).told() == {
        "total": 2,
        "by": [{"by": "Mr. A. Voorbeeld", "on": "2026-11-01", "count": 1}],
    }


def test_one_letter_later_the_review_has_lapsed_and_nothing_is_told() -> None:
    found = reviewed(review("ok"), now=changed(ONE.texts["nl"] + "!"))
    assert found.told()["by"] == []
    assert found.lapsed == {ONE.where}


@pytest.mark.parametrize("verdict", ["change", "unsure"])
def test_as_long_as_one_reviewer_wants_it_changed_or_doubts_nobody_has_approved_it(verdict: Verdict) -> None:
    assert reviewed(review("ok"), review(verdict, "Vereniging V", 2)).told()["by"] == []
    assert reviewed(review(verdict), review("ok", day=2)).told()["by"] == [
        {"by": "Mr. A. Voorbeeld", "on": "2026-11-02", "count": 1}
    ]


def test_what_was_reviewed_again_after_a_change_has_not_lapsed() -> None:
    now = changed("Bel.")
    assert reviewed(review("ok"), review("ok", day=2, hash_=now.hash), now=now).lapsed == set()
