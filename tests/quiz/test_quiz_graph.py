"""Stories as graphs, held against every path walked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from voorlichter.quiz.types.scenario.graph import (
    best_points,
    ending,
    ends,
    loops,
    most_choices,
    reachable,
    unrolled_steps,
)
from voorlichter.quiz.types.scenario.model import Scenario, ScenarioChoice, ScenarioStep
from voorlichter.text import Text

TEXT = Text(nl="tekst", en="text")


def story(*steps: list[tuple[int, int]]) -> Scenario:
    """Each step a list of choices: the number of the step it leads to, and its points."""
    return Scenario(
        type="scenario",
        id="story",
        ask=TEXT,
        why=TEXT,
        steps=tuple(
            ScenarioStep(
                id=f"at-{number}",
                text=TEXT,
                choices=tuple(
                    ScenarioChoice(id=f"c-{i}", text=TEXT, to=f"at-{to}", feedback=TEXT, points=points)
                    for i, (to, points) in enumerate(choices)
                ),
            )
            for number, choices in enumerate(steps)
        ),
    )


def forward_story(chance: Random) -> Scenario:
    """Choices lead to later steps only, and the last step is an end."""
    size = chance.randint(2, 7)
    steps = [
        [(chance.randint(number + 1, size - 1), chance.randint(0, 9)) for _ in range(chance.randint(0, 3))]
        for number in range(size - 1)
    ]
    return story(*steps, [])


def any_story(chance: Random) -> Scenario:
    size = chance.randint(2, 6)
    return story(*([(chance.randint(0, size - 1), 0) for _ in range(chance.randint(0, 3))] for _ in range(size)))


def paths(scenario: Scenario) -> Iterator[list[ScenarioChoice]]:
    """Every way from the beginning to an end."""
    steps = {step.id: step for step in scenario.steps}

    def walk(step: ScenarioStep, taken: list[ScenarioChoice]) -> Iterator[list[ScenarioChoice]]:
        if not step.choices:
            yield taken
        for choice in step.choices:
            yield from walk(steps[choice.to], [*taken, choice])

    return walk(scenario.steps[0], [])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(100))
def test_the_best_and_the_longest_path_are_those_found_by_walking_all(seed: int) -> None:
    scenario = forward_story(Random(seed))
    every = list(paths(scenario))
    assert best_points(scenario) == max(sum(choice.points for choice in path) for path in every)
    assert most_choices(scenario) == max(len(path) for path in every)
    prefixes = {tuple(choice.id for choice in path[:end]) for path in every for end in range(len(path) + 1)}
    assert unrolled_steps(scenario) == len(prefixes)
    assert loops(scenario) == []
    assert ending(scenario) == {step.id for step in scenario.steps}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", range(100))
def test_a_step_is_reached_and_leads_to_an_end_exactly_where_a_walk_says_so(seed: int) -> None:
    scenario = any_story(Random(seed))
    following = {step.id: {choice.to for choice in step.choices} for step in scenario.steps}

    def walked(start: str) -> set[str]:
        seen = {start}
        while (more := seen | {to for step in seen for to in following[step]}) != seen:
            seen = more
        return seen

    assert reachable(scenario) == walked("at-0")
    assert ending(scenario) == {step for step in following if walked(step) & ends(scenario)}
    rings = {step for step in following if any(step in walked(to) for to in following[step])}
    found = loops(scenario)
    assert bool(found) == bool(rings)
    for loop in found:
        assert all(after in following[step] for step, after in zip(loop, [*loop[1:], loop[0]], strict=True))


def test_each_choice_that_leads_back_is_found() -> None:
    found = loops(story([(1, 0)], [(0, 0), (1, 0), (2, 0)], [(1, 0)]))
    assert found == [["at-0", "at-1"], ["at-1"], ["at-1", "at-2"]]


@pytest.mark.parametrize("count", [loops, best_points, most_choices, unrolled_steps, ending])
def test_a_very_long_story_is_no_problem(count: object) -> None:
    chain = story(*([(number + 1, 1)] for number in range(3000)), [])
    assert callable(count)
    assert count(chain) is not None


def test_a_number_of_branches_that_no_page_holds_is_counted_all_the_same() -> None:
    assert unrolled_steps(story(*([(number + 1, 0), (number + 1, 0)] for number in range(200)), [])) == 2**201 - 1
