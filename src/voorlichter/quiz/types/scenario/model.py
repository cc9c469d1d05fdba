"""A story with choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

from voorlichter.problems import Say
from voorlichter.quiz.parts import (
    MOST_PARTS,
    Id,
    ModulePart,
    Placed,
    Question,
    feedback_key,
    id_key,
    key,
    misconception_key,
    text_key,
    type_key,
)
from voorlichter.quiz.types.scenario import graph
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath

_CHOSEN = Say("wie dit kiest, krijgt geen uitleg", "who chooses this gets no feedback")


class ScenarioChoice(ModulePart):
    """Something to do at a step, and what comes of it."""

    id: Id = id_key("de id van de keuze", "the choice's id", "ask")
    text: Text = text_key(
        "text", ("de keuze", "Wat iemand doet of zegt."), ("the choice", "What somebody does or says.")
    )
    to: Id = key(
        "to: later",
        ("de stap die volgt", "De id van een van de steps."),
        ("the step that follows", "The id of one of the steps."),
    )
    feedback: Text | None = feedback_key("Verplicht: wat deze keuze doet.", "Compulsory: what this choice does.")
    points: int = key(
        "points: 1",
        ("de punten voor deze keuze", "0 tot 9. Nergens punten: het verhaal telt niet mee."),
        ("the points for this choice", "0 to 9. None anywhere: the story does not count."),
        0,
        ge=0,
        le=9,
    )
    misconception: Id | None = misconception_key("deze keuze", "this choice")


class ScenarioStep(ModulePart):
    """A moment in a story; one without choices is an end."""

    id: Id = id_key("de id van de stap", "the step's id", "start")
    text: Text = text_key("text", ("wat er gebeurt", "Een paar zinnen."), ("what happens", "A few sentences."))
    choices: tuple[ScenarioChoice, ...] = key(
        "choices: [{id: ask, text: {nl: …, en: …}, to: later}, …]",
        ("de keuzes", "Weglaten: hier eindigt het verhaal."),
        ("the choices", "Left out: the story ends here."),
        (),
        max_length=MOST_PARTS,
    )


class Scenario(Question):
    """A story with choices; the first step begins it. It counts towards a score where choices have points."""

    rank: ClassVar[int] = 7
    type: Literal["scenario"] = type_key("scenario", "Een verhaal met keuzes.", "A story with choices.")
    steps: tuple[ScenarioStep, ...] = key(
        "steps: [{id: start, text: {nl: …, en: …}, choices: […]}, …]",
        ("de stappen van het verhaal", "De eerste is het begin."),
        ("the steps of the story", "The first one begins it."),
        min_length=2,
    )
    why: Text | None = text_key(
        "why",
        ("wat hieruit te leren valt", "Verplicht waar keuzes punten hebben."),
        ("what this teaches", "Compulsory where choices have points."),
        None,
    )

    def fingerprint(self) -> Iterable[str]:
        return [f"{step.id} {choice.id} {choice.to} {choice.points}" for step in self.steps for choice in step.choices]

    def script_data(self) -> dict[str, Any]:
        """For each step, where its choices lead and what they bring."""
        places = {step.id: index for index, step in enumerate(self.steps)}
        return {
            "right": "",
            "steps": [
                " ".join(f"{places[choice.to]},{choice.points}" for choice in step.choices) for step in self.steps
            ],
        }

    @property
    def longest_answer(self) -> int:
        return graph.most_choices(self)

    @property
    def counts(self) -> bool:
        return any(choice.points for step in self.steps for choice in step.choices)

    @property
    def most_points(self) -> int:
        return graph.best_points(self)

    def beside_each_other(self) -> Iterator[list[Placed]]:
        for number, step in enumerate(self.steps):
            yield [
                (("steps", number, "choices", index, "text"), choice.text) for index, choice in enumerate(step.choices)
            ]

    def to_choose_from(self) -> Iterator[tuple[KeyPath, int]]:
        for number, step in enumerate(self.steps):
            yield ("steps", number, "choices"), len(step.choices)

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        for number, step in enumerate(self.steps):
            for index, choice in enumerate(step.choices):
                if choice.feedback is None:
                    yield ("steps", number, "choices", index, "feedback"), _CHOSEN

    def guesses(self) -> Iterator[tuple[str, list[Text], list[int]]]:
        for step in self.steps:
            yield (
                f"{self.id} {step.id}",
                [choice.text for choice in step.choices],
                [choice.points for choice in step.choices],
            )
