"""Items to put into bins."""

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

MOST_BINS = 9


class Bin(ModulePart):
    """A group to sort into."""

    id: Id = id_key("de id van de groep", "the bin's id", "inside")
    text: Text = text_key("text", ("de naam van de groep", "Een paar woorden."), ("the bin's name", "A few words."))


class Item(ModulePart):
    """Something to sort."""

    id: Id = id_key("de id van het onderdeel", "the item's id", "gossip")
    text: Text = text_key(
        "text", ("wat er gesorteerd wordt", "Hooguit 25 woorden."), ("what is sorted", "At most 25 words.")
    )
    bin: Id = key(
        "bin: inside",
        ("de groep waar dit in hoort", "De id van een van de bins."),
        ("the bin this belongs in", "The id of one of the bins."),
    )
    feedback: Text | None = feedback_key("Verplicht: waarom dit hier hoort.", "Compulsory: why this belongs here.")
    misconception: Id | None = misconception_key()


class Sort(Scored):
    """Items to put into bins."""

    rank: ClassVar[int] = 6
    type: Literal["sort"] = type_key("sort", "Sorteren in groepen.", "Sort into bins.")
    bins: tuple[Bin, ...] = key(
        "bins: [{id: inside, text: {nl: …, en: …}}, …]",
        ("de groepen", "Twee tot vier."),
        ("the bins", "Two to four."),
        min_length=2,
        max_length=MOST_BINS,
    )
    items: tuple[Item, ...] = key(
        "items: [{id: gossip, text: {nl: …, en: …}, bin: inside, feedback: {nl: …, en: …}}, …]",
        ("wat er gesorteerd wordt", "Drie tot zes."),
        ("what is sorted", "Three to six."),
        min_length=2,
        max_length=MOST_PARTS,
    )

    def fingerprint(self) -> Iterable[str]:
        return [*(bin_.id for bin_ in self.bins), "", *(f"{item.id} {item.bin}" for item in self.items)]

    def script_data(self) -> dict[str, Any]:
        bins = [bin_.id for bin_ in self.bins]
        return {"right": digits(bins.index(item.bin) for item in self.items), "parts": len(bins)}

    @property
    def longest_answer(self) -> int:
        return len(self.items)

    def beside_each_other(self) -> Iterator[list[Placed]]:
        yield placed("bins", self.bins)
        yield placed("items", self.items)

    def to_choose_from(self) -> Iterator[tuple[KeyPath, int]]:
        yield ("bins",), len(self.bins)

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        return misplaced("items", self.items)
