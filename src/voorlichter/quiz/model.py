"""A training module, with questions of every type that has a folder in types/."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, PositiveInt

from voorlichter.quiz import parts
from voorlichter.quiz.parts import (
    Id,
    ModulePart,
    key,
    text_key,
)
from voorlichter.quiz.types import modules_of_types
from voorlichter.text import Text

_TYPES: list[type[parts.Question]] = sorted(
    (
        getattr(module, "".join(word.capitalize() for word in name.split("-")))
        for name, module in modules_of_types("model").items()
    ),
    key=lambda kind: kind.rank,
)
"""The class of each type: of true-false it is `TrueFalse`."""


if TYPE_CHECKING:
    Question = parts.Question
else:
    Question = Annotated[reduce(or_, _TYPES), Field(discriminator="type")]


class Module(ModulePart):
    """A training module: quizzes/<id>.yml."""

    id: Id = key(
        "id: role",
        ("de id van de module", "Gelijk aan de bestandsnaam."),
        ("the module's id", "The same as the file name."),
    )
    title: Text = text_key("title", ("de titel", "Een paar woorden."), ("the title", "A few words."))
    about: Text | None = text_key(
        "about", ("wat iemand hier leert", "Eén zin."), ("what one learns here", "One sentence."), None
    )
    minutes: PositiveInt = key(
        "minutes: 5",
        ("hoe lang het duurt", "In minuten. Weglaten: 5."),
        ("how long it takes", "In minutes. Left out: 5."),
        5,
    )
    scope: Literal["conduct", "integrity"] | None = key(
        "scope: conduct",
        (
            "waar deze module over gaat",
            "Zonder vertrouwenspersoon daarvoor is de module er niet. Weglaten: die is er altijd.",
        ),
        (
            "what this module is about",
            "Without an advisor for that there is no such module. Left out: it is always there.",
        ),
        None,
    )
    pass_mark: int | None = key(
        "pass_mark: 80",
        ("de grens om te slagen, in procenten", "Weglaten: er is geen score."),
        ("the pass mark, in percent", "Left out: there is no score."),
        None,
        ge=1,
        le=100,
    )
    draw: dict[str, PositiveInt] = key(
        "draw: {core: 5}",
        ("hoeveel vragen uit elke groep", "Weglaten: alle vragen komen."),
        ("how many questions from each group", "Left out: all questions come."),
        {},
    )
    learned: tuple[Text, ...] = key(
        'learned: [{nl: "…", en: "…"}]',
        ("wat iemand daarna weet", "Een paar zinnen, die aan het eind staan. Weglaten: dat staat er niet."),
        ("what one knows afterwards", "A few sentences, which stand at the end. Left out: they do not."),
        (),
        max_length=5,
    )
    questions: tuple[Question, ...] = key(
        "questions: [{id: role-01, type: single, …}, …]",
        ("de vragen", "Ten minste één."),
        ("the questions", "At least one."),
        min_length=1,
    )
