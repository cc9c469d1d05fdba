"""What must hold for the steps and choices of a story."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.types.scenario.graph import MOST_STEPS, ending, loops, reachable, unrolled_steps
from voorlichter.quiz.types.scenario.model import Scenario, ScenarioChoice
from voorlichter.yaml_source import KeyPath


def choices_lead_to_a_step(lesson: Lesson) -> Iterator[Problem]:
    for at, scenario in lesson.of(Scenario):
        steps = [step.id for step in scenario.steps]
        for place, choice in _astray(scenario):
            near = get_close_matches(choice.to, steps, n=1)
            every = ", ".join(steps)
            yield lesson.problem(
                (*at, *place, "to"),
                Say(f"er is geen stap {choice.to}", f"there is no step {choice.to}"),
                Say(f"schrijf: to: {near[0]}", f"write: to: {near[0]}")
                if near
                else Say(f"kies bij to uit: {every}", f"choose for to: {every}"),
            )


def steps_are_reached(lesson: Lesson) -> Iterator[Problem]:
    for at, scenario in _linked(lesson):
        reached = reachable(scenario)
        for number, step in enumerate(scenario.steps):
            if step.id not in reached:
                yield lesson.problem(
                    (*at, "steps", number, "id"),
                    Say("vanaf het begin komt niemand bij deze stap", "from the beginning nobody comes to this step"),
                    Say(
                        f"schrijf bij een keuze: to: {step.id}, of haal de stap weg",
                        f"write at a choice: to: {step.id}, or remove the step",
                    ),
                )


def steps_lead_to_an_end(lesson: Lesson) -> Iterator[Problem]:
    for at, scenario in _linked(lesson):
        leads_on = ending(scenario)
        for number, step in enumerate(scenario.steps):
            if step.id not in leads_on:
                yield lesson.problem(
                    (*at, "steps", number, "id"),
                    Say("vanaf deze stap eindigt het verhaal nooit", "from this step the story never ends"),
                    Say(
                        "laat een keuze naar een einde leiden: een stap zonder choices",
                        "let a choice lead to an end: a step without choices",
                    ),
                )


def stories_go_forward(lesson: Lesson) -> Iterator[Problem]:
    """Every branch is written out on the page, so a way back would have no end."""
    for at, scenario in lesson.of(Scenario):
        numbers = {step.id: number for number, step in enumerate(scenario.steps)}
        for loop in loops(scenario):
            number = numbers[loop[-1]]
            for index, choice in enumerate(scenario.steps[number].choices):
                if choice.to == loop[0]:
                    way = " → ".join([*loop, loop[0]])
                    yield lesson.problem(
                        (*at, "steps", number, "choices", index, "to"),
                        Say(f"deze keuze leidt terug: {way}", f"this choice leads back: {way}"),
                        Say(
                            "laat haar naar een stap leiden die nog niet geweest is",
                            "let it lead to a step that has not been yet",
                        ),
                    )


def every_branch_fits_on_a_page(lesson: Lesson) -> Iterator[Problem]:
    for at, scenario in lesson.of(Scenario):
        if loops(scenario):
            continue
        number = unrolled_steps(scenario)
        if number > MOST_STEPS:
            yield lesson.problem(
                (*at, "steps"),
                Say(
                    f"met elke keuze uitgeschreven telt dit verhaal {number} stappen; er passen er {MOST_STEPS}",
                    f"with every choice written out this story has {number} steps; {MOST_STEPS} fit",
                ),
                Say(
                    "laat keuzes eerder eindigen, of maak er twee verhalen van",
                    "let choices end sooner, or make it two stories",
                ),
            )


def choices_lead_apart(lesson: Lesson) -> Iterator[Problem]:
    """A choice after which the story goes on as it would have gone is none; that all end alike is told by their feedback."""
    for at, scenario in lesson.of(Scenario):
        going_on = {step.id for step in scenario.steps if step.choices}
        for number, step in enumerate(scenario.steps):
            to = {choice.to for choice in step.choices}
            if len(step.choices) > 1 and len(to) == 1 and to <= going_on:
                (same,) = to
                yield lesson.problem(
                    (*at, "steps", number, "choices"),
                    Say(f"elke keuze leidt hier naar {same}", f"every choice here leads to {same}"),
                    Say(
                        "laat een van de keuzes naar een andere stap leiden, dan maakt kiezen verschil",
                        "let one of the choices lead to another step, so that choosing makes a difference",
                    ),
                    "warning",
                )


def a_score_is_explained(lesson: Lesson) -> Iterator[Problem]:
    for at, scenario in lesson.of(Scenario):
        if scenario.counts and scenario.why is None:
            yield Problem(
                lesson.source.key_mark((*at, "why")),
                f"questions[{at[-1]}].why",
                Say(
                    "keuzes hebben punten, maar de uitleg ontbreekt",
                    "choices have points, but the explanation is missing",
                ),
                Say('schrijf: why: {nl: "…", en: "…"}', 'write: why: {nl: "…", en: "…"}'),
            )


def _linked(lesson: Lesson) -> Iterator[tuple[KeyPath, Scenario]]:
    """The scenarios whose choices all lead somewhere: of the others the mistake would be told twice."""
    for at, scenario in lesson.of(Scenario):
        if not any(_astray(scenario)):
            yield at, scenario


def _astray(scenario: Scenario) -> Iterator[tuple[KeyPath, ScenarioChoice]]:
    """The choices that lead to no step."""
    steps = {step.id for step in scenario.steps}
    for number, step in enumerate(scenario.steps):
        for index, choice in enumerate(step.choices):
            if choice.to not in steps:
                yield ("steps", number, "choices", index), choice


RULES: tuple[Rule, ...] = (
    choices_lead_to_a_step,
    steps_are_reached,
    steps_lead_to_an_end,
    stories_go_forward,
    every_branch_fits_on_a_page,
    choices_lead_apart,
    a_score_is_explained,
)
