from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.parts import MOST_PARTS
from voorlichter.quiz.types.match.model import Match


def there_are_figures_for_all_that_can_be_matched(lesson: Lesson) -> Iterator[Problem]:
    """Pairs and distractors are chosen from one list; a saved answer has one figure for each."""
    for at, question in lesson.of(Match):
        number = len(question.pairs) + len(question.distractors)
        if number > MOST_PARTS:
            yield lesson.problem(
                (*at, "distractors"),
                Say(
                    f"met de paren erbij zijn dit {number} keuzes; er passen er {MOST_PARTS}",
                    f"together with the pairs these are {number} choices; {MOST_PARTS} fit",
                ),
                Say("haal afleiders weg", "remove distractors"),
            )


RULES: tuple[Rule, ...] = (there_are_figures_for_all_that_can_be_matched,)
