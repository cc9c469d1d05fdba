from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.types.multiple.model import Multiple


def multiple_has_some_correct_options(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.of(Multiple):
        correct = {option.correct for option in question.options}
        if len(correct) == 1:
            every = True in correct
            yield lesson.problem(
                (*at, "options"),
                Say(
                    "alle antwoorden zijn goed" if every else "geen antwoord is goed",
                    "every option is correct" if every else "no option is correct",
                ),
                Say(
                    "voeg een fout antwoord toe" if every else "schrijf bij elk goed antwoord: correct: true",
                    "add a wrong option" if every else "write at each correct option: correct: true",
                ),
            )


RULES: tuple[Rule, ...] = (multiple_has_some_correct_options,)
