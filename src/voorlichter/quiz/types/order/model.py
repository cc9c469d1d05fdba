"""Steps to put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

from voorlichter.quiz.parts import (
    MOST_PARTS,
    Id,
    ModulePart,
    Placed,
    Scored,
    digits,
    feedback_key,
    id_key,
    key,
    placed,
    text_key,
    type_key,
)
from voorlichter.text import Text


class Step(ModulePart):
    """One step of a sequence."""

    id: Id = id_key("de id van de stap", "the step's id")
    text: Text = text_key("text", ("de stap", "Hooguit 25 woorden."), ("the step", "At most 25 words."))
    feedback: Text | None = feedback_key("Waarom deze stap hier komt.", "Why this step comes here.")


class Order(Scored):
    """Steps to put in order; the file holds them in the right one."""

    rank: ClassVar[int] = 4
    type: Literal["order"] = type_key("order", "Stappen in de goede volgorde zetten.", "Put steps in the right order.")
    steps: tuple[Step, ...] = key(
        "steps: [{id: talk, text: {nl: …, en: …}}, …]",
        ("de stappen, in de goede volgorde", "De pagina zet ze door elkaar."),
        ("the steps, in the right order", "The page mixes them."),
        min_length=2,
        max_length=MOST_PARTS,
    )

    def fingerprint(self) -> Iterable[str]:
        return [step.id for step in self.steps]

    def script_data(self) -> dict[str, Any]:
        return {"right": digits(range(len(self.steps))), "parts": len(self.steps)}

    @property
    def longest_answer(self) -> int:
        return len(self.steps)

    def beside_each_other(self) -> Iterator[list[Placed]]:
        yield placed("steps", self.steps)
