"""A module that is being written can be shown, whatever stands at any place of it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.problems import Language
from voorlichter.quiz.model import Module
from voorlichter.studio.module_draft import draft_module
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath

from .test_wrong_inputs import places_in, with_instead


def a_question_of_each_type() -> dict[str, Any]:
    """As the modules that all share have them, together one module."""
    modules = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / "quizzes").glob("*.yml"))
    ]
    by_type = {question["type"]: question for module in reversed(modules) for question in module["questions"]}
    return {"id": "huis", "title": {"nl": "Huis"}, "minutes": 5, "questions": list(by_type.values())}


@pytest.mark.parametrize(
    "instead", [None, "iets", ["iets"], [None], {}], ids=["nothing", "a word", "a list", "a hole", "no keys"]
)
@pytest.mark.sampled(6)
def test_a_module_is_shown_whatever_stands_at_a_place(instead: Any) -> None:
    whole = a_question_of_each_type()
    places = [*places_in(whole)]
    assert len(places) > 200
    for path in places:
        written = with_instead(whole, path, instead)
        shown = draft_module(written, "huis", (), (), shipped(), ("nl", "en"), "nl")
        assert shown is not None or not isinstance(written, dict), path


ASK = {"nl": "Wat nu?", "en": "What now?"}
QUESTION: dict[str, Any] = {
    "id": "huis-01",
    "type": "single",
    "ask": ASK,
    "options": [
        {"id": "boven", "text": {"nl": "Boven", "en": "Up"}, "correct": True, "feedback": {"nl": "Ja", "en": "Yes"}},
        {"id": "onder", "text": {"nl": "Onder", "en": "Down"}, "feedback": {"nl": "Nee", "en": "No"}},
    ],
    "why": {"nl": "Zo is het.", "en": "So it is."},
}


def drafted(
    data: Any,
    *,
    site: Sequence[str] = ("nl", "en"),
    language: Language = "nl",
    wrong: Sequence[KeyPath] = (),
    unfit: Sequence[int] = (),
    only: int | None = None,
) -> Module:
    shown = draft_module(data, "huis", wrong, unfit, shipped(), site, language, only)
    assert shown is not None
    return shown


def said(text: Text) -> dict[str, str]:
    return dict(text.items())


def test_what_is_no_module_is_not_shown() -> None:
    for data in (None, list[Any](), "title"):
        assert draft_module(data, "huis", (), (), shipped(), ("nl",), "nl") is None


def test_of_nothing_there_is_a_title_and_a_question_to_fill_in() -> None:
    for questions in (None, [], "x", [None], [{"type": "nope"}]):
        module = drafted({"questions": questions} if questions is not None else {})
        (question,) = module.questions
        assert (module.id, said(module.title)) == ("huis", {"nl": "⟦de titel⟧", "en": "⟦de titel⟧"})
        assert (question.type, said(question.ask)) == ("reflection", {"nl": "⟦de vraag⟧", "en": "⟦de vraag⟧"})


def test_stand_ins_are_in_the_language_of_the_page_and_of_each_language_of_the_site() -> None:
    module = drafted({}, site=("nl", "de"), language="en")
    assert said(module.title) == dict.fromkeys(("nl", "en", "de"), "⟦the title⟧")


def test_what_is_right_stays_and_the_rest_is_of_its_kind() -> None:
    (question,) = drafted(
        {"title": {"nl": "Huis"}, "questions": [{"type": "single", "ask": ASK}]}, language="en"
    ).questions
    plain = question.model_dump()
    assert (question.type, said(question.ask)) == ("single", ASK)
    assert [option["text"]["en"] for option in plain["options"]] == ["⟦the answer 1⟧", "⟦the answer 2⟧"]
    assert len({option["id"] for option in plain["options"]}) == 2
    assert plain["why"]["nl"] == "⟦the explanation⟧"


def test_a_whole_question_is_shown_as_it_is_whatever_its_condition() -> None:
    data = {"title": {"nl": "Huis"}, "minutes": "many", "draw": 3, "questions": [{**QUESTION, "when": "org.care"}]}
    module = drafted(data)
    (question,) = module.questions
    assert said(module.title) == {"nl": "Huis", "en": "⟦de titel⟧"} and module.minutes == 5
    plain = question.model_dump(exclude_none=True)
    assert {key: plain[key] for key in ("id", "type", "ask", "why")} == {
        key: QUESTION[key] for key in ("id", "type", "ask", "why")
    }
    assert [option["id"] for option in plain["options"]] == ["boven", "onder"]
    assert [option["correct"] for option in plain["options"]] == [True, False]
    assert question.when is None and data["questions"][0]["when"] == "org.care"  # type: ignore[index]


def test_a_text_that_cannot_stand_is_covered() -> None:
    data = {"title": {"nl": "Huis", "en": "House"}, "questions": [QUESTION]}
    module = drafted(
        data, wrong=[("questions", 0, "ask", "nl"), ("title", "nl"), ("questions", 0, "options", 1, "text", "en")]
    )
    assert said(module.title) == {"nl": "⟦de titel⟧", "en": "House"}
    assert said(module.questions[0].ask) == {"nl": "⟦de vraag⟧", "en": "What now?"}
    options = module.questions[0].model_dump()["options"]
    assert [option["text"]["en"] for option in options] == ["Up", "⟦het antwoord 2⟧"]


def test_one_question_can_be_shown_alone() -> None:
    other = {**QUESTION, "id": "huis-02"}
    data = {"title": {"nl": "Huis"}, "questions": [QUESTION, other]}
    assert [question.id for question in drafted(data, only=1).questions] == ["huis-02"]
    assert [question.id for question in drafted(data, only=0).questions] == ["huis-01"]
    assert [question.id for question in drafted(data, only=2).questions] == ["huis-01", "huis-02"]


def test_of_a_question_whose_parts_do_not_fit_the_text_alone_is_shown() -> None:
    other = {**QUESTION, "id": "huis-02"}
    data = {"title": {"nl": "Huis"}, "questions": [QUESTION, other]}
    first, second = drafted(data, unfit=[1]).questions
    assert (first.type, second.type) == ("single", "reflection")
    assert (second.id, said(second.ask)) == ("huis-02", ASK)


def test_a_picture_without_a_file_is_left_out_and_its_question_is_not() -> None:
    data = {"title": {"nl": "Huis"}, "questions": [{**QUESTION, "picture": {"alt": {"nl": "Huis"}}}]}
    (question,) = drafted(data).questions
    assert (question.type, question.id, question.picture) == ("single", "huis-01", None)


def test_what_is_no_question_stands_beside_the_others_as_one_to_fill_in() -> None:
    data = {"title": {"nl": "Huis"}, "questions": ["tekst", QUESTION, {**QUESTION, "id": "huis-02", "type": "nope"}]}
    before = copy.deepcopy(data)
    first, second, third = drafted(data).questions
    assert [question.type for question in (first, second, third)] == ["reflection", "single", "reflection"]
    assert (said(first.ask)["nl"], second.id, third.id) == ("⟦de vraag⟧", "huis-01", "huis-02")
    assert data == before, "what somebody is writing stays as it is"
