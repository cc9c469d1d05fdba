"""Our own modules: whole, sound, and each mistake with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support import REPOSITORY

from voorlichter.languages import TOGETHER, shipped
from voorlichter.quiz import Module, check_module, read_module
from voorlichter.quiz.lesson import one_form
from voorlichter.quiz.options import OptionsQuestion
from voorlichter.quiz.parts import Question
from voorlichter.quiz.types import modules_of_types
from voorlichter.quiz.types.match.model import Match
from voorlichter.quiz.types.reflection.model import Reflection
from voorlichter.quiz.types.scenario.model import Scenario
from voorlichter.quiz.types.sort.model import Sort
from voorlichter.quiz.types.true_false.model import TrueFalse

FIVE = ("role", "limits", "doors", "confidential", "act")
DILEMMAS = ("dilemmas", "dilemmas-managers")
PATHS = {path.stem: path for path in sorted((REPOSITORY / "quizzes").glob("*.yml"))}


def module_of(name: str) -> Module:
    module, problems = check_module(read_module(PATHS[name]))
    assert module is not None, problems
    return module


def scenarios(name: str) -> int:
    return sum(isinstance(question, Scenario) for question in module_of(name).questions)


def test_there_are_five_modules_and_seven_dilemmas() -> None:
    assert {*FIVE, *DILEMMAS} <= set(PATHS)
    assert (scenarios("dilemmas"), scenarios("dilemmas-managers")) == (3, 4)


def test_there_are_questions_of_every_type() -> None:
    asked = [question for name in (*FIVE, *DILEMMAS) for question in module_of(name).questions]
    assert len(asked) >= 34
    assert {question.type for question in asked} == set(modules_of_types("model"))


@pytest.mark.parametrize("name", FIVE)
def test_a_module_has_five_to_eight_questions_of_which_everybody_gets_some(name: str) -> None:
    module = module_of(name)
    asked = [question for question in module.questions if question.group not in module.draw]
    assert 5 <= len(asked) + sum(module.draw.values()) <= 8
    assert len([question for question in asked if not question.when]) >= 3


@pytest.mark.parametrize("name", PATHS)
def test_nothing_is_wrong_with_it_and_nothing_could_be_better(name: str) -> None:
    _, problems = check_module(read_module(PATHS[name]))
    assert [problem.render("en", REPOSITORY) for problem in problems] == []


def pools() -> Iterator[tuple[str, int, list[Question]]]:
    for name in PATHS:
        module = module_of(name)
        for group, number in module.draw.items():
            yield f"{name} {group}", number, [question for question in module.questions if question.group == group]


def test_a_second_try_of_a_pool_can_be_of_other_questions() -> None:
    assert len({name.split()[0] for name, _, _ in pools()}) >= 3
    assert [name for name, number, questions in pools() if len(questions) < 1.5 * number] == []


def test_whatever_is_drawn_from_a_pool_counts_as_much() -> None:
    assert [name for name, _, questions in pools() if len({question.most_points for question in questions}) > 1] == []


@pytest.mark.parametrize("name", PATHS)
def test_it_says_what_one_learns(name: str) -> None:
    assert module_of(name).about is not None
    assert len(module_of(name).learned) == (0 if name == "dilemmas-managers" else 3), "that page has no room for more"


@pytest.mark.parametrize("name", PATHS)
def test_every_question_names_the_passage_that_teaches_it(name: str) -> None:
    assert [question.id for question in module_of(name).questions if question.source is None] == []


def unnamed(question: Question) -> Iterator[str]:
    """What can go wrong here without its misconception being named."""
    match question:
        case OptionsQuestion():
            yield from (option.id for option in question.options if not option.correct and not option.misconception)
        case TrueFalse():
            yield from () if question.misconception else ("the wrong verdict",)
        case Match():
            yield from (pair.id for pair in question.pairs if not pair.misconception)
        case Sort():
            yield from (item.id for item in question.items if not item.misconception)
        case Scenario() if question.counts:
            for step in question.steps:
                best = max((choice.points for choice in step.choices), default=0)
                yield from (
                    f"{step.id} {choice.id}"
                    for choice in step.choices
                    if choice.points < best and not choice.misconception
                )


def unexplained(question: Question) -> Iterator[str]:
    """The answers that get no feedback; the rules ask it of wrong ones only."""
    match question:
        case OptionsQuestion():
            yield from (option.id for option in question.options if option.feedback is None)
        case TrueFalse():
            yield from () if question.feedback.true and question.feedback.false else ("a verdict",)


@pytest.mark.parametrize("name", PATHS)
def test_every_mistake_has_a_named_misconception_behind_it(name: str) -> None:
    assert {question.id: left for question in module_of(name).questions if (left := list(unnamed(question)))} == {}


@pytest.mark.parametrize("name", PATHS)
def test_every_answer_is_explained_the_right_one_too(name: str) -> None:
    assert {question.id: left for question in module_of(name).questions if (left := list(unexplained(question)))} == {}


def test_each_question_to_think_about_comes_with_thoughts_of_others() -> None:
    every = [question for name in PATHS for question in module_of(name).questions if isinstance(question, Reflection)]
    assert every
    assert [question.id for question in every if question.thoughts is None] == []


def _choices() -> list[OptionsQuestion]:
    """With one right answer, of all modules together."""
    asked = (question for name in PATHS for question in module_of(name).questions)
    return [one for one in asked if isinstance(one, OptionsQuestion) and one.type == "single"]


@pytest.mark.parametrize("language", TOGETHER)
def test_a_right_answer_is_not_known_by_its_length(language: str) -> None:
    def is_longest(question: OptionsQuestion) -> bool:
        lengths = {len(one_form(option.text.to(language))): option.correct for option in question.options}
        return lengths[max(lengths)]

    longest = [question.id for question in _choices() if is_longest(question)]
    assert len(longest) <= 0.25 * len(_choices()), longest


@pytest.mark.parametrize("language", TOGETHER)
def test_a_right_answer_is_not_known_by_being_careful(language: str) -> None:
    hedges = re.compile(shipped()[language].hedges or "", re.I)

    def is_careful(question: OptionsQuestion) -> bool:
        careful = [option.correct for option in question.options if hedges.search(one_form(option.text.to(language)))]
        return careful == [True]

    careful = [question.id for question in _choices() if is_careful(question)]
    assert len(careful) <= 0.2 * len(_choices()), careful


def test_as_many_statements_are_true_as_false() -> None:
    asked = (question for name in PATHS for question in module_of(name).questions)
    verdicts = [one.correct for one in asked if isinstance(one, TrueFalse)]
    assert abs(sum(verdicts) - len(verdicts) / 2) <= 0.5
