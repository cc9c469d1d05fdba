"""Texts that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

from voorlichter.problems import Say
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
    misconception_key,
    misplaced,
    placed,
    text_key,
    type_key,
)
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath


class Pair(ModulePart):
    """Two texts that belong together."""

    id: Id = id_key("de id van het paar", "the pair's id", "pay")
    text: Text = text_key(
        "text",
        ("wat er staat", "Hier wordt iets bij gekozen."),
        ("what is given", "Something is chosen to go with it."),
    )
    match: Text = text_key("match", ("wat erbij hoort", "Een paar woorden."), ("what belongs with it", "A few words."))
    feedback: Text | None = feedback_key(
        "Verplicht: waarom deze twee bij elkaar horen.", "Compulsory: why these two belong together."
    )
    misconception: Id | None = misconception_key()


class Distractor(ModulePart):
    """Something to choose that belongs with nothing."""

    id: Id = id_key("de id van de afleider", "the distractor's id", "nobody")
    text: Text = text_key("text", ("de afleider", "Een paar woorden."), ("the distractor", "A few words."))


class Match(Scored):
    """Texts to be given what belongs with them."""

    rank: ClassVar[int] = 5
    type: Literal["match"] = type_key("match", "Bij elkaar zoeken wat bij elkaar hoort.", "Find what belongs together.")
    pairs: tuple[Pair, ...] = key(
        "pairs: [{id: pay, text: {nl: …, en: …}, match: {nl: …, en: …}, feedback: {nl: …, en: …}}, …]",
        ("de paren", "Twee tot vijf."),
        ("the pairs", "Two to five."),
        min_length=2,
        max_length=MOST_PARTS,
    )
    distractors: tuple[Distractor, ...] = key(
        "distractors: [{id: nobody, text: {nl: …, en: …}}]",
        ("wat nergens bij hoort", "Staat tussen de keuzes; mag weg."),
        ("what belongs with nothing", "Stands among the choices; may be left out."),
        (),
    )

    def fingerprint(self) -> Iterable[str]:
        return [*(pair.id for pair in self.pairs), "", *(distractor.id for distractor in self.distractors)]

    def script_data(self) -> dict[str, Any]:
        return {"right": digits(range(len(self.pairs))), "parts": len(self.pairs) + len(self.distractors)}

    @property
    def longest_answer(self) -> int:
        return len(self.pairs)

    def beside_each_other(self) -> Iterator[list[Placed]]:
        yield placed("pairs", self.pairs)
        yield [*placed("pairs", self.pairs, "match"), *placed("distractors", self.distractors)]

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        return misplaced("pairs", self.pairs)

    def id_lists(self) -> Iterator[list[tuple[KeyPath, str]]]:
        """One list, as one is chosen from."""
        pairs = [(("pairs", index, "id"), pair.id) for index, pair in enumerate(self.pairs)]
        yield [
            *pairs,
            *((("distractors", index, "id"), distractor.id) for index, distractor in enumerate(self.distractors)),
        ]
