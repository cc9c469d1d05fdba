"""A scenario as a graph: what can be reached, where it ends, and what its best path is worth.

Where a path is followed to its end, a loop raises graphlib's CycleError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voorlichter.quiz.types.scenario.model import Scenario

MOST_STEPS = 60
"""With every branch written out: without a script a page holds each of them."""


def followers(scenario: Scenario) -> dict[str, list[str]]:
    """For each step the steps its choices lead to; choices that lead nowhere are left out."""
    ids = {step.id for step in scenario.steps}
    return {step.id: [choice.to for choice in step.choices if choice.to in ids] for step in scenario.steps}


def ends(scenario: Scenario) -> set[str]:
    return {step.id for step in scenario.steps if not step.choices}


def reachable(scenario: Scenario) -> set[str]:
    """The steps that some choices from the beginning lead to."""
    return _spread([step.id for step in scenario.steps[:1]], followers(scenario))


def ending(scenario: Scenario) -> set[str]:
    """The steps from which some choices lead to an end."""
    leading_to: dict[str, list[str]] = {}
    for step, nexts in followers(scenario).items():
        for following in nexts:
            leading_to.setdefault(following, []).append(step)
    return _spread(ends(scenario), leading_to)


def loops(scenario: Scenario) -> list[list[str]]:
    """For each place where the story leads back, the steps from the one it leads back to."""
    following, rings, done = followers(scenario), list[list[str]](), set[str]()
    for start in following:
        path = [] if start in done else [start]
        ahead = [iter(following[step]) for step in path]
        while path:
            step = next(ahead[-1], None)
            if step is None:
                done.add(path.pop())
                ahead.pop()
            elif step in path:
                rings.append(path[path.index(step) :])
            elif step not in done:
                path.append(step)
                ahead.append(iter(following[step]))
    return rings


def best_points(scenario: Scenario) -> int:
    """What the best path brings; 0 where no choice has points."""
    choices = {step.id: step.choices for step in scenario.steps}
    best: dict[str, int] = {}
    for step in _ends_first(scenario):
        best[step] = max((choice.points + best.get(choice.to, 0) for choice in choices[step]), default=0)
    return best[scenario.steps[0].id]


def most_choices(scenario: Scenario) -> int:
    """How many choices the longest path takes."""
    following, most = followers(scenario), dict[str, int]()
    for step in _ends_first(scenario):
        most[step] = max((1 + most[following_step] for following_step in following[step]), default=0)
    return most[scenario.steps[0].id]


def unrolled_steps(scenario: Scenario) -> int:
    """How many steps there are with every branch written out."""
    following, size = followers(scenario), dict[str, int]()
    for step in _ends_first(scenario):
        size[step] = 1 + sum(size[following_step] for following_step in following[step])
    return size[scenario.steps[0].id]


def _ends_first(scenario: Scenario) -> list[str]:
    """Every step after those it leads to."""
    return list(TopologicalSorter(followers(scenario)).static_order())


def _spread(start: Iterable[str], to: Mapping[str, Iterable[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = list(start)
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead += to.get(step, ())
    return seen
