"""What a training module may hold. A new type of question is one class here, and its name in `Question`."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt, WithJsonSchema

from voorlichter.model_problems import Refused
from voorlichter.problems import Language, Say

MOST_PARTS = 36
"""A saved answer says which one with one base-36 digit."""
MOST_BINS = 9
_ID = r"[a-z0-9-]{2,40}"
_SOURCE = r"[a-z0-9-]+\.md(#[a-z0-9-]+)?"
_FLAG = r"[a-z_0-9]+(\.[a-z_0-9]+)*"


def _checked_id(text: str) -> str:
    if not re.fullmatch(_ID, text):
        raise Refused(
            Say(
                f'"{text}" kan geen id zijn: 2 tot 40 tekens, alleen a-z, 0-9 en -',
                f'"{text}" cannot be an id: 2 to 40 characters, only a-z, 0-9 and -',
            ),
            Say(f"schrijf: {_as_id(text)}", f"write: {_as_id(text)}"),
        )
    return text


def _as_id(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:40]
    return plain if len(plain) > 1 else "role-01"


def _checked_source(text: str) -> str:
    if not re.fullmatch(_SOURCE, text):
        raise Refused(Say(f'"{text}" is geen plaats op een pagina', f'"{text}" is not a place on a page'))
    return text


def _checked_flag(text: str) -> str:
    if not re.fullmatch(_FLAG, text):
        raise Refused(
            Say(f'"{text}" is niet de naam van een gegeven', f'"{text}" is not the name of a slot'),
            Say("schrijf één naam, zoals: when: org.from_50", "write one name, such as: when: org.from_50"),
        )
    return text


def _written(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


Id = Annotated[str, AfterValidator(_checked_id), _written(_ID)]
Source = Annotated[str, AfterValidator(_checked_source), _written(_SOURCE)]
Flag = Annotated[str, AfterValidator(_checked_flag), _written(_FLAG)]

_Words = tuple[str, str]
"""What a key is called, and what to know about it."""


def _key(example: str, nl: _Words, en: _Words, default: Any = ..., **limits: Any) -> Any:
    """A key with a line as it may stand in a file, and its explanation in both languages."""
    return Field(default, json_schema_extra={"example": example, "nl": list(nl), "en": list(en)}, **limits)


def _text(key: str, nl: _Words, en: _Words, default: Any = ...) -> Any:
    return _key(f'{key}: {{nl: "…", en: "…"}}', nl, en, default)


def _id(nl: str, en: str, example: str = "talk") -> Any:
    return _key(f"id: {example}", (nl, "Blijft altijd hetzelfde."), (en, "Stays the same for ever."))


def _type(name: str, nl: str, en: str) -> Any:
    return _key(f"type: {name}", ("het soort vraag", nl), ("the type of question", en))


def _feedback(nl: str, en: str) -> Any:
    return _text("feedback", ("de uitleg hierbij", nl), ("the feedback on this", en), None)


def _misconception(nl: str = "een fout", en: str = "a mistake") -> Any:
    return _key(
        "misconception: advisor-solves",
        (f"het misverstand achter {nl}", "Een paar Engelse woorden, met streepjes."),
        (f"the misconception behind {en}", "A few English words, with hyphens."),
        None,
    )


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Part):
    """One text in every language; slots and marks like {je|u} stay in it."""

    nl: str = _key(
        'nl: "…"',
        ("de Nederlandse tekst", "Met {je|u} waar de aanspreekvorm verschilt."),
        ("the Dutch text", "With {je|u} where the form of address differs."),
        min_length=1,
    )
    en: str = _key(
        'en: "…"',
        ("de Engelse tekst", "Even volledig als de Nederlandse."),
        ("the English text", "As complete as the Dutch one."),
        min_length=1,
    )

    def to(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


class Option(_Part):
    """An answer to choose."""

    id: Id = _id("de id van het antwoord", "the option's id", "colleague")
    text: Text = _text("text", ("het antwoord", "Hooguit 25 woorden."), ("the answer", "At most 25 words."))
    correct: bool = _key(
        "correct: true",
        ("of dit een goed antwoord is", "Weglaten mag bij een fout antwoord."),
        ("whether this is a correct answer", "May be left out for a wrong answer."),
        False,
    )
    feedback: Text | None = _feedback(
        "Wie dit kiest, leest het. Verplicht bij een fout antwoord.",
        "Who chooses this reads it. Compulsory on a wrong answer.",
    )
    misconception: Id | None = _misconception("dit antwoord", "this option")


class Verdicts(_Part):
    """Feedback on both answers to a statement."""

    true: Text | None = _text(
        "true",
        ("de uitleg bij waar", "Verplicht als de stelling niet klopt."),
        ("the feedback on true", "Compulsory where the statement is false."),
        None,
    )
    false: Text | None = _text(
        "false",
        ("de uitleg bij niet waar", "Verplicht als de stelling klopt."),
        ("the feedback on false", "Compulsory where the statement is true."),
        None,
    )


class Step(_Part):
    """One step of a sequence."""

    id: Id = _id("de id van de stap", "the step's id")
    text: Text = _text("text", ("de stap", "Hooguit 25 woorden."), ("the step", "At most 25 words."))
    feedback: Text | None = _feedback("Waarom deze stap hier komt.", "Why this step comes here.")


class Pair(_Part):
    """Two texts that belong together."""

    id: Id = _id("de id van het paar", "the pair's id", "pay")
    text: Text = _text(
        "text",
        ("wat er staat", "Hier wordt iets bij gekozen."),
        ("what is given", "Something is chosen to go with it."),
    )
    match: Text = _text("match", ("wat erbij hoort", "Een paar woorden."), ("what belongs with it", "A few words."))
    feedback: Text | None = _feedback(
        "Verplicht: waarom deze twee bij elkaar horen.", "Compulsory: why these two belong together."
    )
    misconception: Id | None = _misconception()


class Distractor(_Part):
    """Something to choose that belongs with nothing."""

    id: Id = _id("de id van de afleider", "the distractor's id", "nobody")
    text: Text = _text("text", ("de afleider", "Een paar woorden."), ("the distractor", "A few words."))


class Bin(_Part):
    """A group to sort into."""

    id: Id = _id("de id van de groep", "the bin's id", "inside")
    text: Text = _text("text", ("de naam van de groep", "Een paar woorden."), ("the bin's name", "A few words."))


class Item(_Part):
    """Something to sort."""

    id: Id = _id("de id van het onderdeel", "the item's id", "gossip")
    text: Text = _text(
        "text", ("wat er gesorteerd wordt", "Hooguit 25 woorden."), ("what is sorted", "At most 25 words.")
    )
    bin: Id = _key(
        "bin: inside",
        ("de groep waar dit in hoort", "De id van een van de bins."),
        ("the bin this belongs in", "The id of one of the bins."),
    )
    feedback: Text | None = _feedback("Verplicht: waarom dit hier hoort.", "Compulsory: why this belongs here.")
    misconception: Id | None = _misconception()


class ScenarioChoice(_Part):
    """Something to do at a step, and what comes of it."""

    id: Id = _id("de id van de keuze", "the choice's id", "ask")
    text: Text = _text("text", ("de keuze", "Wat iemand doet of zegt."), ("the choice", "What somebody does or says."))
    to: Id = _key(
        "to: later",
        ("de stap die volgt", "De id van een van de steps."),
        ("the step that follows", "The id of one of the steps."),
    )
    feedback: Text | None = _feedback("Verplicht: wat deze keuze doet.", "Compulsory: what this choice does.")
    points: int = _key(
        "points: 1",
        ("de punten voor deze keuze", "0 tot 9. Nergens punten: het verhaal telt niet mee."),
        ("the points for this choice", "0 to 9. None anywhere: the story does not count."),
        0,
        ge=0,
        le=9,
    )
    misconception: Id | None = _misconception("deze keuze", "this choice")


class ScenarioStep(_Part):
    """A moment in a story; one without choices is an end."""

    id: Id = _id("de id van de stap", "the step's id", "start")
    text: Text = _text("text", ("wat er gebeurt", "Een paar zinnen."), ("what happens", "A few sentences."))
    choices: tuple[ScenarioChoice, ...] = _key(
        "choices: [{id: ask, text: {nl: …, en: …}, to: later}, …]",
        ("de keuzes", "Weglaten: hier eindigt het verhaal."),
        ("the choices", "Left out: the story ends here."),
        (),
        max_length=MOST_PARTS,
    )


class _Question(_Part):
    id: Id = _key(
        "id: role-01",
        ("de id van de vraag", "Blijft altijd van deze vraag."),
        ("the question's id", "Stays this question's for ever."),
    )
    group: Id | None = _key(
        "group: core",
        ("de groep", "Waaruit `draw` vragen kiest."),
        ("the group", "From which `draw` takes questions."),
        None,
    )
    when: Flag | None = _key(
        "when: speak_up",
        ("wanneer deze vraag er is", "De naam van een gegeven. Weglaten: altijd."),
        ("when this question is there", "The name of a slot. Left out: always."),
        None,
    )
    ask: Text = _text(
        "ask", ("de vraag", "Eén zin, of een stelling."), ("the question", "One sentence, or a statement.")
    )
    source: Source | None = _key(
        "source: gesprek.md#stappen",
        ("waar dit staat", "De pagina en het kopje die het uitleggen."),
        ("where this is taught", "The page and heading that explain it."),
        None,
    )


class Scored(_Question):
    """A question with right and wrong answers."""

    why: Text = _text(
        "why",
        ("de uitleg", "Waarom het goede antwoord goed is."),
        ("the explanation", "Why the right answer is right."),
    )


class Choice(Scored):
    """A question with options to choose from."""

    options: tuple[Option, ...] = _key(
        "options: [{id: you, text: {nl: …, en: …}, correct: true}, …]",
        ("de antwoorden", "Twee tot vier."),
        ("the options", "Two to four."),
        min_length=2,
        max_length=MOST_PARTS,
    )


class Single(Choice):
    """One option is right."""

    type: Literal["single"] = _type("single", "Eén antwoord is goed.", "One option is right.")


class Multiple(Choice):
    """Several options are right, or one, but neither none nor all."""

    type: Literal["multiple"] = _type("multiple", "Meer antwoorden kunnen goed zijn.", "Several options can be right.")


class TrueFalse(Scored):
    """A statement that is true or false."""

    type: Literal["true-false"] = _type("true-false", "Een stelling: waar of niet waar.", "A statement: true or false.")
    correct: bool = _key(
        "correct: true",
        ("of de stelling klopt", "true of false."),
        ("whether the statement is true", "true or false."),
    )
    feedback: Verdicts = _key(
        "feedback: {true: {nl: …, en: …}, false: {nl: …, en: …}}",
        ("de uitleg bij elk antwoord", "Verplicht bij het foute antwoord."),
        ("the feedback on each answer", "Compulsory on the wrong one."),
        Verdicts(),
    )
    misconception: Id | None = _misconception("het foute antwoord", "the wrong answer")


class Order(Scored):
    """Steps to put in order; the file holds them in the right one."""

    type: Literal["order"] = _type("order", "Stappen in de goede volgorde zetten.", "Put steps in the right order.")
    steps: tuple[Step, ...] = _key(
        "steps: [{id: talk, text: {nl: …, en: …}}, …]",
        ("de stappen, in de goede volgorde", "De pagina zet ze door elkaar."),
        ("the steps, in the right order", "The page mixes them."),
        min_length=2,
        max_length=MOST_PARTS,
    )


class Match(Scored):
    """Texts to be given what belongs with them."""

    type: Literal["match"] = _type("match", "Bij elkaar zoeken wat bij elkaar hoort.", "Find what belongs together.")
    pairs: tuple[Pair, ...] = _key(
        "pairs: [{id: pay, text: {nl: …, en: …}, match: {nl: …, en: …}, feedback: {nl: …, en: …}}, …]",
        ("de paren", "Twee tot vijf."),
        ("the pairs", "Two to five."),
        min_length=2,
        max_length=MOST_PARTS,
    )
    distractors: tuple[Distractor, ...] = _key(
        "distractors: [{id: nobody, text: {nl: …, en: …}}]",
        ("wat nergens bij hoort", "Staat tussen de keuzes; mag weg."),
        ("what belongs with nothing", "Stands among the choices; may be left out."),
        (),
    )


class Sort(Scored):
    """Items to put into bins."""

    type: Literal["sort"] = _type("sort", "Sorteren in groepen.", "Sort into bins.")
    bins: tuple[Bin, ...] = _key(
        "bins: [{id: inside, text: {nl: …, en: …}}, …]",
        ("de groepen", "Twee tot vier."),
        ("the bins", "Two to four."),
        min_length=2,
        max_length=MOST_BINS,
    )
    items: tuple[Item, ...] = _key(
        "items: [{id: gossip, text: {nl: …, en: …}, bin: inside, feedback: {nl: …, en: …}}, …]",
        ("wat er gesorteerd wordt", "Drie tot zes."),
        ("what is sorted", "Three to six."),
        min_length=2,
        max_length=MOST_PARTS,
    )


class Scenario(_Question):
    """A story with choices; the first step begins it. It counts towards a score where choices have points."""

    type: Literal["scenario"] = _type("scenario", "Een verhaal met keuzes.", "A story with choices.")
    steps: tuple[ScenarioStep, ...] = _key(
        "steps: [{id: start, text: {nl: …, en: …}, choices: […]}, …]",
        ("de stappen van het verhaal", "De eerste is het begin."),
        ("the steps of the story", "The first one begins it."),
        min_length=2,
    )
    why: Text | None = _text(
        "why",
        ("wat hieruit te leren valt", "Verplicht waar keuzes punten hebben."),
        ("what this teaches", "Compulsory where choices have points."),
        None,
    )

    @property
    def counts(self) -> bool:
        """Whether it counts towards a score."""
        return any(choice.points for step in self.steps for choice in step.choices)


class Reflection(_Question):
    """Something to think about: never scored, stored or sent; there is nothing to fill in."""

    type: Literal["reflection"] = _type("reflection", "Iets om over na te denken.", "Something to think about.")
    thoughts: Text | None = _text(
        "thoughts",
        ("wat anderen hierbij bedenken", "Verschijnt na een tik."),
        ("what others think of", "Appears at a tap."),
        None,
    )


Question = Annotated[
    Single | Multiple | TrueFalse | Order | Match | Sort | Scenario | Reflection, Field(discriminator="type")
]


class Module(_Part):
    """A training module: quizzes/<id>.yml."""

    id: Id = _key(
        "id: role",
        ("de id van de module", "Gelijk aan de bestandsnaam."),
        ("the module's id", "The same as the file name."),
    )
    title: Text = _text("title", ("de titel", "Een paar woorden."), ("the title", "A few words."))
    about: Text | None = _text(
        "about", ("wat iemand hier leert", "Eén zin."), ("what one learns here", "One sentence."), None
    )
    minutes: PositiveInt = _key(
        "minutes: 5",
        ("hoe lang het duurt", "In minuten. Weglaten: 5."),
        ("how long it takes", "In minutes. Left out: 5."),
        5,
    )
    scope: Literal["conduct", "integrity"] | None = _key(
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
    pass_mark: int | None = _key(
        "pass_mark: 80",
        ("de grens om te slagen, in procenten", "Weglaten: er is geen score."),
        ("the pass mark, in percent", "Left out: there is no score."),
        None,
        ge=1,
        le=100,
    )
    draw: dict[str, PositiveInt] = _key(
        "draw: {core: 5}",
        ("hoeveel vragen uit elke groep", "Weglaten: alle vragen komen."),
        ("how many questions from each group", "Left out: all questions come."),
        {},
    )
    questions: tuple[Question, ...] = _key(
        "questions: [{id: role-01, type: single, …}, …]",
        ("de vragen", "Ten minste één."),
        ("the questions", "At least one."),
        min_length=1,
    )
