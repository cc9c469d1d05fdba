from __future__ import annotations

from collections.abc import Iterator

from voorlichter.quiz.types.rating_scale.model import RatingScale

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule


def the_right_number_is_on_the_scale(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.of(RatingScale):
        if question.correct > question.highest:
            yield lesson.problem(
                (*at, "correct"),
                Say("dit getal staat niet op de schaal", "this number is not on the scale"),
                Say(f"schrijf hooguit {question.highest}", f"write {question.highest} at most"),
            )


RULES: tuple[Rule, ...] = (the_right_number_is_on_the_scale,)
