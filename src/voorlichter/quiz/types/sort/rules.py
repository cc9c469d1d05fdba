from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.types.sort.model import Sort


def a_sort_uses_its_bins(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.of(Sort):
        bins = [bin_.id for bin_ in question.bins]
        unknown = [(i, item.bin) for i, item in enumerate(question.items) if item.bin not in bins]
        for index, name in unknown:
            near = get_close_matches(name, bins, n=1)
            every = ", ".join(bins)
            yield lesson.problem(
                (*at, "items", index, "bin"),
                Say(f"er is geen groep {name}", f"there is no bin {name}"),
                Say(f"schrijf: bin: {near[0]}", f"write: bin: {near[0]}")
                if near
                else Say(f"kies bij bin uit: {every}", f"choose for bin: {every}"),
            )
        used = {item.bin for item in question.items}
        for index, name in enumerate(bins):
            if name not in used and not unknown:  # what has no bin yet may belong in this one
                yield lesson.problem(
                    (*at, "bins", index, "id"),
                    Say("in deze groep hoort niets", "nothing belongs in this bin"),
                    Say(
                        f"schrijf een onderdeel met bin: {name}, of haal de groep weg",
                        f"write an item with bin: {name}, or remove the bin",
                    ),
                )


RULES: tuple[Rule, ...] = (a_sort_uses_its_bins,)
