from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.advice import FEW
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.types.true_false.model import TrueFalse


def statements_are_not_all_alike(lesson: Lesson) -> Iterator[Problem]:
    verdicts = [question.correct for _, question in lesson.of(TrueFalse)]
    if len(verdicts) >= FEW and len(set(verdicts)) == 1:
        nl, en = ("waar", "true") if verdicts[0] else ("niet waar", "false")
        yield lesson.problem(
            ("questions",),
            Say(f"elke stelling is {nl}", f"every statement is {en}"),
            Say("draai een van de stellingen om", "turn one of the statements round"),
            "warning",
        )


RULES: tuple[Rule, ...] = (statements_are_not_all_alike,)
