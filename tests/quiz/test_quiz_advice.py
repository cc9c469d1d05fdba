"""What lets a learner guess or reads badly: each limit exactly, and one beyond it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from voorlichter.languages import shipped
from voorlichter.problems import Language
from voorlichter.quiz import check_module, read_module

KINDS: dict[str, tuple[str, str]] = {
    "L": ("Jij kiest dat zelf", "De baas"),
    "S": ("Jij", "De baas kiest dat"),
    "E": ("Jij kiest", "Hij kiest"),
    "C": ("Jij soms", "De baas kiest dat"),
    "M": ("{Je kiest vaak|U kiest}", "De baas kiest dat"),
    "U": ("{Je kiest|U kiest vaak}", "De baas kiest dat"),
    "B": ("Jij soms", "De baas kiest dat soms"),
    "W": ("Jij", "De baas kiest dat soms"),
}
"""The right answer and a wrong one: by its length, or by who of both is careful."""


def both(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


def option(number: int, text: str, correct: bool) -> dict[str, Any]:
    return {"id": f"option-{number}", "text": both(text), "feedback": both("Uitleg."), "correct": correct}


def single(number: int, right: str, *wrong: str, place: int = 0, **more: Any) -> dict[str, Any]:
    texts = [*wrong[:place], right, *wrong[place:]]
    return {
        "id": f"asked-{number}",
        "type": "single",
        "ask": both("Wie kiest?"),
        "options": [option(index, text, text == right) for index, text in enumerate(texts)],
        "why": both("Zo is het."),
        **more,
    }


def told(*questions: dict[str, Any], language: Language = "nl") -> list[tuple[str, str]]:
    """Where something is and what is said of it, as an English author reads it."""
    module = {"id": "module", "title": both("Rol"), "about": both("Rol"), "minutes": 3, "questions": [*questions]}
    source = read_module(Path("module.yml"), json.dumps(module, ensure_ascii=False).encode())
    read, problems = check_module(source, languages={language: shipped()[language]})
    assert read is not None and {one.severity for one in problems} <= {"warning"}, problems
    return [(one.where, one.message.en) for one in problems]


def habits(kinds: str) -> list[str]:
    """Of questions of which the right answer stands in turn first and second."""
    asked = [single(index, *KINDS[kind], place=index % 2) for index, kind in enumerate(kinds)]
    found = told(*asked)
    assert {where for where, _ in found} <= {"questions"}
    return [said for _, said in found]


LONGEST, ALONE = "the correct option is the longest", "the correct option alone is careful"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("LL", []),
        ("LLS", [f"in Dutch {LONGEST} in 2 of 3 questions (asked-0, asked-1)"]),
        ("SLL", [f"in Dutch {LONGEST} in 2 of 3 questions (asked-1, asked-2)"]),
        ("LSS", []),
        ("LEL", [f"in Dutch {LONGEST} in 2 of 3 questions (asked-0, asked-2)"]),
        ("LEE", []),
        ("LLSS", []),
        ("LLLSS", []),
        ("LLLLS", [f"in Dutch {LONGEST} in 4 of 5 questions (asked-0, asked-1, asked-2, asked-3)"]),
        ("CC", []),
        ("CSC", [f"in Dutch {ALONE} in 2 of 3 questions (asked-0, asked-2)"]),
        ("CSS", []),
        ("CMS", [f"in Dutch {ALONE} in 2 of 3 questions (asked-0, asked-1)"]),
        ("CUS", []),
        ("CBB", []),
        ("CCB", [f"in Dutch {ALONE} in 2 of 3 questions (asked-0, asked-1)"]),
        ("WWW", []),
        ("CCCSS", []),
        ("CCCCS", [f"in Dutch {ALONE} in 4 of 5 questions (asked-0, asked-1, asked-2, asked-3)"]),
    ],
)
def test_a_habit_is_told_from_three_questions_and_more_than_three_fifths_of_them_on(
    kinds: str, said: list[str]
) -> None:
    assert habits(kinds) == said


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([0, 0], []),
        ([0, 0, 0], ["the correct option is always number 1"]),
        ([1, 1, 1], ["the correct option is always number 2"]),
        ([0, 0, 1], []),
        ([2, 2, 2, 2], ["the correct option is always number 3"]),
    ],
)
def test_an_answer_that_always_stands_in_one_place_is_told_from_three_questions_on(
    places: list[int], said: list[str]
) -> None:
    asked = [single(index, "Jij", "De baas", "De buren", place=place) for index, place in enumerate(places)]
    assert told(*asked) == [("questions", one) for one in said]


def test_the_longest_of_three_is_longer_than_both_others() -> None:
    asked = [single(index, "Jij kiest", "Hij", "De hele baas", place=index % 2) for index in range(3)]
    assert told(*asked) == []
    asked[0]["options"][2]["text"] = asked[1]["options"][2]["text"] = both("De baas!")
    assert told(*asked) == [("questions", f"in Dutch {LONGEST} in 2 of 3 questions (asked-0, asked-1)")]


def test_what_has_several_right_answers_or_none_is_no_habit() -> None:
    several = [single(index, "Jij kiest dat zelf", "Zij kiezen", "De baas") for index in range(3)]
    for question in several:
        question["type"] = "multiple"
        question["options"][1]["correct"] = True
    assert told(*several) == []


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([1, 0], [f"in Dutch {LONGEST} in 3 of 3 questions (asked-0 start, asked-1 start, asked-2 start)", "the correct option is always number 1"]),
        ([0, 1], ["the correct option is always number 2"]),
        ([1, 1], []),
        ([2], []),
    ],
)  # fmt: skip
def test_a_step_of_a_story_is_a_guess_where_one_choice_brings_most(points: list[int], said: list[str]) -> None:
    choices = [
        {"id": f"choice-{place}", "text": both(text), "to": to, "feedback": both("Uitleg."), "points": number}
        for place, (number, text, to) in enumerate(
            zip(points, ("Jij kiest dat zelf", "De baas"), ("good", "bad"), strict=False)
        )
    ]
    ends = [{"id": choice["to"], "text": both("Klaar.")} for choice in choices]
    stories = [
        {
            "id": f"asked-{index}",
            "type": "scenario",
            "ask": both("Wat nu?"),
            "steps": [{"id": "start", "text": both("Begin."), "choices": choices}, *ends],
            "why": both("Zo is het."),
        }
        for index in range(3)
    ]
    assert told(*stories) == [("questions", one) for one in said]


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("nl", "Kiest niemand niet?", True),
        ("nl", "Kiest niemand? Niet de baas?", False),
        ("nl", "Kiest niemand. Niet de baas?", False),
        ("nl", "Kiest niemand! Niet de baas?", False),
        ("nl", "Kiest niemand; niet de baas?", False),
        ("nl", "Kiest niemand?! Niet de baas?", False),
        ("nl", "Kiest niemand, niet de baas?", True),
        ("nl", "Kiest niemand?Niet de baas?", True),
        ("nl", "Zeker. KIEST NIEMAND NIET?", True),
        ("nl", "Kiest niemand bij [[ org.niet ]]?", False),
        ("nl", "Kiest {niet|niemand niet} iemand?", False),
        ("nl", "Kiest {niemand niet|iemand}?", True),
        ("nl", "Can nobody not choose?", False),
        ("en", "Can nobody not choose?", True),
        ("en", "Kiest niemand niet?", False),
    ],
)
def test_two_negatives_are_told_within_one_sentence_of_the_language(
    language: Language, text: str, denied: bool
) -> None:
    place, said = f".{language}", "two negatives in one sentence"
    assert told(single(0, "Ja", "Nee", ask=both(text)), language=language) == (
        [(f"questions[0].ask{place}", said)] if denied else []
    )
    assert told(single(0, text, "Nee hoor, dat kan hier"), language=language) == (
        [(f"questions[0].options[0].text{place}", said)] if denied else []
    )


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Alle bovenstaande", True),
        ("Geen van de ondergenoemde", True),
        ("Al het onderstaande", True),
        ("Alle boven", False),
        ("Kalle bovenstaande", False),
        ("Alle boeken bovenstaande", False),
        ("Alle antwoorden", True),
        ("Allemaal opties", True),
        ("Alle andere opties", False),
        ("Alle optiesommen", False),
        ("none of above", True),
        ("all of these answers", True),
        ("all these", False),
        ("All of the rest", False),
        ("Both of the above", True),
        ("both above", False),
    ],
)
def test_an_option_about_the_others_is_told(text: str, other: bool) -> None:
    assert told(single(0, text, "Niet zo lang als de andere optie")) == (
        [("questions[0].options[0].text.nl", f'"{text}" is about the other options')] if other else []
    )


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("Heb je ooit gebeld?", True),
        ("Hebt u zelf gebeld?", True),
        ("Ben jij weleens bang?", True),
        ("Bent u wel eens bang?", True),
        ("Werd je zelf gebeld?", True),
        ("Heeft zij ooit gebeld?", False),
        (f"Heb je {'a' * 28} ooit gebeld?", True),
        (f"Heb je {'a' * 29} ooit gebeld?", False),
        ("Heb {je|u} ooit gebeld?", True),
        ("Wat is er meegemaakt?", True),
        ("Wat is haar overkomen?", True),
        ("Have you ever called?", True),
        (f"Were you {'a' * 18} yourself?", True),
        (f"Were you {'a' * 19} yourself?", False),
        ("Are you there?", False),
        ("What happened to you?", True),
        ("Is it your own experience?", True),
        ("Wie belt er zelf?", False),
    ],
)
def test_a_question_about_what_somebody_went_through_is_told(text: str, personal: bool) -> None:
    assert told(single(0, "Ja", "Nee", ask=both(text))) == (
        [("questions[0].ask.nl", "this question asks for personal experience")] if personal else []
    )


@pytest.mark.parametrize(
    ("number", "said"), [(25, []), (26, ["this text has 26 words"]), (27, ["this text has 27 words"])]
)
def test_an_option_has_no_more_than_25_words(number: int, said: list[str]) -> None:
    text = " ".join(["{je zelf|u}", *["ja"] * (number - 2)])
    assert told(single(0, text, "nee", shuffle=False)) == [("questions[0].options[0].text.nl", one) for one in said]


@pytest.mark.parametrize(("number", "said"), [(4, []), (5, ["5 are many to choose from"])])
def test_there_are_no_more_than_four_to_choose_from(number: int, said: list[str]) -> None:
    wrong = ("Hij", "Zij", "Wij", "Jullie")[: number - 1]
    assert told(single(0, "Jij", *wrong)) == [("questions[0].options", one) for one in said]
