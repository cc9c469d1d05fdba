"""What must hold between the answers to any question."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, folded
from voorlichter.yaml_source import KeyPath, dotted


def alternatives_differ(lesson: Lesson) -> Iterator[Problem]:
    for group in lesson.beside_each_other():
        for language in lesson.languages:
            first: dict[str, KeyPath] = {}
            for at, text in group:
                earlier = first.setdefault(folded(text.to(language)), at)
                if earlier != at:
                    line = lesson.source.value_mark((*earlier, language)).line
                    yield lesson.problem(
                        (*at, language),
                        Say(f"hier staat hetzelfde als op regel {line}", f"this says the same as line {line}"),
                        Say(
                            "haal een van de twee weg, of maak het verschil duidelijk",
                            "remove one of the two, or make the difference clear",
                        ),
                    )


def mistakes_explain_themselves(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        for within, message in asked.question.unexplained():
            path = (*asked.at, *within)
            line = f'{path[-1]}: {{nl: "…", en: "…"}}'
            fix = Say(f"schrijf: {line}", f"write: {line}")
            yield Problem(lesson.source.key_mark(path), dotted(path), message, fix)
