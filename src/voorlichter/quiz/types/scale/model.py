"""Where somebody would draw a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

from voorlichter.quiz.parts import Id, ModulePart, Placed, Question, id_key, key, placed, text_key, type_key
from voorlichter.text import Text


class ScaleStep(ModulePart):
    """A place where the line may be."""

    id: Id = id_key("de id van de stap", "the step's id", "stares")
    text: Text = text_key(
        "text", ("wat er gebeurt", "Elke stap gaat verder."), ("what happens", "Each step goes further.")
    )
    feedback: Text = text_key(
        "feedback",
        ("wat bij deze grens te bedenken is", "Zonder oordeel over wie hier kiest."),
        ("what to think of with this line", "Without judging whoever chooses it."),
    )


class Scale(Question):
    """Steps that each go further, and where somebody would draw the line: never scored, and compared with nobody."""

    rank: ClassVar[int] = 9
    type: Literal["scale"] = type_key("scale", "Kiezen waar de grens ligt.", "Choose where to draw the line.")
    steps: tuple[ScaleStep, ...] = key(
        "steps: [{id: joke, text: {nl: …, en: …}, feedback: {nl: …, en: …}}, …]",
        ("de stappen, van licht naar zwaar", "Drie tot vijf. Ze staan zoals in het bestand."),
        ("the steps, from light to grave", "Three to five. They stand as in the file."),
        min_length=3,
        max_length=5,
    )
    why: Text = text_key(
        "why",
        ("de uitleg", "Waar de organisatie of de wet de grens legt."),
        ("the explanation", "Where the organisation or the law draws the line."),
    )

    def fingerprint(self) -> Iterable[str]:
        return [step.id for step in self.steps]

    def script_data(self) -> dict[str, Any]:
        """An answer has one digit, and no digit is right."""
        return {"right": "-", "parts": len(self.steps)}

    @property
    def longest_answer(self) -> int:
        return 1

    def beside_each_other(self) -> Iterator[list[Placed]]:
        yield placed("steps", self.steps)
