from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.types.single.model import Single


def single_has_one_correct_option(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.of(Single):
        correct = [i for i, option in enumerate(question.options) if option.correct]
        if len(correct) == 1:
            continue
        if correct:
            yield lesson.problem(
                (*at, "options", correct[1], "correct"),
                Say(
                    f"{len(correct)} antwoorden zijn goed; bij single is dat er één",
                    f"{len(correct)} options are correct; single has one",
                ),
                Say(
                    "haal `correct` weg waar het niet hoort, of schrijf: type: multiple",
                    "remove `correct` where it does not belong, or write: type: multiple",
                ),
            )
        else:
            yield lesson.problem(
                (*at, "options"),
                Say("geen antwoord is goed; bij single is dat er één", "no option is correct; single has one"),
                Say(
                    "schrijf bij het goede antwoord: correct: true",
                    "write at the correct option: correct: true",
                ),
            )


RULES: tuple[Rule, ...] = (single_has_one_correct_option,)
