"""What a training module may hold. A new type of question is one class here, and its name in `Question`."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt

from voorlichter.model_problems import Refused
from voorlichter.problems import Language, Say


def _checked_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]{2,40}", text):
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
    if not re.fullmatch(r"[a-z0-9-]+\.md(#[a-z0-9-]+)?", text):
        raise Refused(Say(f'"{text}" is geen plaats op een pagina', f'"{text}" is not a place on a page'))
    return text


Id = Annotated[str, AfterValidator(_checked_id)]
Source = Annotated[str, AfterValidator(_checked_source)]


def _about(example: str, nl: tuple[str, str], en: tuple[str, str]) -> Any:
    return {"example": example, "nl": list(nl), "en": list(en)}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Part):
    """One text in every language; slots and marks like {je|u} stay in it."""

    nl: str = Field(
        min_length=1,
        json_schema_extra=_about(
            'nl: "…"',
            ("de Nederlandse tekst", "Met {je|u} waar de aanspreekvorm verschilt."),
            ("the Dutch text", "With {je|u} where the form of address differs."),
        ),
    )
    en: str = Field(
        min_length=1,
        json_schema_extra=_about(
            'en: "…"',
            ("de Engelse tekst", "Even volledig als de Nederlandse."),
            ("the English text", "As complete as the Dutch one."),
        ),
    )

    def to(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


class Option(_Part):
    """An answer to choose."""

    id: Id = Field(
        json_schema_extra=_about(
            "id: colleague",
            ("de id van het antwoord", "Blijft altijd hetzelfde."),
            ("the option's id", "Stays the same for ever."),
        )
    )
    text: Text = Field(
        json_schema_extra=_about(
            'text: {nl: "…", en: "…"}',
            ("het antwoord", "Kort, hooguit 25 woorden."),
            ("the answer", "Short, at most 25 words."),
        )
    )
    correct: bool = Field(
        False,
        json_schema_extra=_about(
            "correct: true",
            ("goed antwoord", "Weglaten mag bij een fout antwoord."),
            ("correct answer", "May be left out for a wrong answer."),
        ),
    )
    feedback: Text | None = Field(
        None,
        json_schema_extra=_about(
            'feedback: {nl: "…", en: "…"}',
            ("de uitleg bij dit antwoord", "Verplicht bij een fout antwoord."),
            ("the feedback on this option", "Compulsory on a wrong answer."),
        ),
    )
    misconception: Id | None = Field(
        None,
        json_schema_extra=_about(
            "misconception: vp-solves",
            ("het misverstand achter dit antwoord", "Een kort Engels woord."),
            ("the misconception behind this option", "A short English word."),
        ),
    )


class Verdicts(_Part):
    """Feedback on both answers to a statement."""

    true: Text | None = None
    false: Text | None = None


def _text(key: str, nl: tuple[str, str], en: tuple[str, str]) -> Any:
    return Field(json_schema_extra=_about(f'{key}: {{nl: "…", en: "…"}}', nl, en))


def _feedback() -> Any:
    return Field(
        None,
        json_schema_extra=_about(
            'feedback: {nl: "…", en: "…"}',
            ("de uitleg hierbij", "Waarom dit hier hoort."),
            ("the feedback on this", "Why this belongs here."),
        ),
    )


def _misconception() -> Any:
    return Field(
        None,
        json_schema_extra=_about(
            "misconception: vp-solves",
            ("het misverstand achter een fout", "Een kort Engels woord."),
            ("the misconception behind a mistake", "A short English word."),
        ),
    )


def _own_id(nl: str, en: str) -> Any:
    return Field(
        json_schema_extra=_about("id: talk", (nl, "Blijft altijd hetzelfde."), (en, "Stays the same for ever."))
    )


class Step(_Part):
    """One step of a sequence."""

    id: Id = _own_id("de id van de stap", "the step's id")
    text: Text = _text("text", ("de stap", "Kort."), ("the step", "Short."))
    feedback: Text | None = _feedback()


class Pair(_Part):
    """Two texts that belong together."""

    id: Id = _own_id("de id van het paar", "the pair's id")
    text: Text = _text("text", ("wat er staat", "Krijgt er iets bij gekozen."), ("what is given", "Gets something chosen with it."))
    match: Text = _text("match", ("wat erbij hoort", "Kort."), ("what belongs with it", "Short."))
    feedback: Text | None = _feedback()
    misconception: Id | None = _misconception()


class Distractor(_Part):
    """Something to choose that belongs with nothing."""

    id: Id = _own_id("de id van de afleider", "the distractor's id")
    text: Text = _text("text", ("de afleider", "Kort."), ("the distractor", "Short."))


class Bin(_Part):
    """A group to sort into."""

    id: Id = _own_id("de id van de groep", "the bin's id")
    text: Text = _text("text", ("de naam van de groep", "Een paar woorden."), ("the bin's name", "A few words."))


class Item(_Part):
    """Something to sort."""

    id: Id = _own_id("de id van het onderdeel", "the item's id")
    text: Text = _text("text", ("wat er gesorteerd wordt", "Kort."), ("what is sorted", "Short."))
    bin: Id = Field(
        json_schema_extra=_about(
            "bin: inside",
            ("de groep waar dit in hoort", "De id van een van de bins."),
            ("the bin this belongs in", "The id of one of the bins."),
        )
    )
    feedback: Text | None = _feedback()
    misconception: Id | None = _misconception()


class ScenarioChoice(_Part):
    """Something to do at a step, and what comes of it."""

    id: Id = _own_id("de id van de keuze", "the choice's id")
    text: Text = _text("text", ("de keuze", "Wat iemand doet of zegt."), ("the choice", "What somebody does or says."))
    to: Id = Field(
        json_schema_extra=_about(
            "to: later",
            ("de stap die volgt", "De id van een van de steps."),
            ("the step that follows", "The id of one of the steps."),
        )
    )
    feedback: Text | None = _feedback()
    points: int = Field(
        0,
        ge=0,
        le=9,
        json_schema_extra=_about(
            "points: 1",
            ("de punten voor deze keuze", "0 tot 9; nergens punten: geen score."),
            ("the points for this choice", "0 to 9; none anywhere: no score."),
        ),
    )
    misconception: Id | None = _misconception()


class ScenarioStep(_Part):
    """A moment in a story; one without choices is an end."""

    id: Id = _own_id("de id van de stap", "the step's id")
    text: Text = _text("text", ("wat er gebeurt", "Een paar zinnen."), ("what happens", "A few sentences."))
    choices: tuple[ScenarioChoice, ...] = Field(
        (),
        json_schema_extra=_about(
            "choices: [{id: ask, text: {nl: …, en: …}, to: later}, …]",
            ("de keuzes", "Weglaten: hier eindigt het."),
            ("the choices", "Left out: here it ends."),
        ),
    )


class _Question(_Part):
    id: Id = Field(
        json_schema_extra=_about(
            "id: role-01",
            ("de id van de vraag", "Wordt nooit opnieuw gebruikt."),
            ("the question's id", "Never used again for another one."),
        )
    )
    group: Id | None = Field(
        None,
        json_schema_extra=_about(
            "group: core",
            ("de groep", "Waaruit `draw` vragen kiest."),
            ("the group", "From which `draw` takes questions."),
        ),
    )
    when: str | None = Field(
        None,
        json_schema_extra=_about(
            "when: speak_up",
            ("wanneer deze vraag er is", "Een slot, zoals bij een pagina; weglaten: altijd."),
            ("when this question is there", "A slot, as with a page; left out: always."),
        ),
    )
    ask: Text = Field(
        json_schema_extra=_about('ask: {nl: "…", en: "…"}', ("de vraag", "Eén zin."), ("the question", "One sentence."))
    )
    source: Source | None = Field(
        None,
        json_schema_extra=_about(
            "source: gesprek.md#stappen",
            ("waar dit staat", "De passage die het uitlegt."),
            ("where this is taught", "The passage that explains it."),
        ),
    )


class Scored(_Question):
    """A question with right and wrong answers."""

    why: Text = Field(
        json_schema_extra=_about(
            'why: {nl: "…", en: "…"}',
            ("de uitleg", "Waarom het goede antwoord goed is."),
            ("the explanation", "Why the right answer is right."),
        )
    )


class Choice(Scored):
    """A question with options to choose from."""

    options: tuple[Option, ...] = Field(
        json_schema_extra=_about(
            "options: [{id: you, text: {nl: …, en: …}, correct: true}, …]",
            ("de antwoorden", "Twee tot vier."),
            ("the options", "Two to four."),
        )
    )


class Single(Choice):
    """One option is right."""

    type: Literal["single"]


class Multiple(Choice):
    """Several options are right, or one, but neither none nor all."""

    type: Literal["multiple"]


class TrueFalse(Scored):
    """A statement that is true or false."""

    type: Literal["true-false"]
    correct: bool = Field(
        json_schema_extra=_about(
            "correct: true",
            ("of de stelling klopt", "true of false."),
            ("whether the statement is true", "true or false."),
        )
    )
    feedback: Verdicts = Field(
        Verdicts(),
        json_schema_extra=_about(
            "feedback: {true: {nl: …, en: …}, false: {nl: …, en: …}}",
            ("de uitleg bij elk antwoord", "Verplicht bij het foute antwoord."),
            ("the feedback on each answer", "Compulsory on the wrong one."),
        ),
    )
    misconception: Id | None = Field(
        None,
        json_schema_extra=_about(
            "misconception: works-for-boss",
            ("het misverstand achter het foute antwoord", "Een kort Engels woord."),
            ("the misconception behind the wrong answer", "A short English word."),
        ),
    )


class Order(Scored):
    """Steps to put in order; the file holds them in the right one."""

    type: Literal["order"]
    steps: tuple[Step, ...] = Field(
        json_schema_extra=_about(
            "steps: [{id: talk, text: {nl: …, en: …}}, …]",
            ("de stappen, in de goede volgorde", "De pagina zet ze door elkaar."),
            ("the steps, in the right order", "The page mixes them."),
        )
    )


class Match(Scored):
    """Texts to be given what belongs with them."""

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(
        json_schema_extra=_about(
            "pairs: [{id: pay, text: {nl: …, en: …}, match: {nl: …, en: …}}, …]",
            ("de paren", "Twee tot vijf."),
            ("the pairs", "Two to five."),
        )
    )
    distractors: tuple[Distractor, ...] = Field(
        (),
        json_schema_extra=_about(
            "distractors: [{id: nobody, text: {nl: …, en: …}}]",
            ("wat nergens bij hoort", "Mag weg."),
            ("what belongs with nothing", "May be left out."),
        ),
    )


class Sort(Scored):
    """Items to put into bins."""

    type: Literal["sort"]
    bins: tuple[Bin, ...] = Field(
        json_schema_extra=_about(
            "bins: [{id: inside, text: {nl: …, en: …}}, …]",
            ("de groepen", "Twee tot vier."),
            ("the bins", "Two to four."),
        )
    )
    items: tuple[Item, ...] = Field(
        json_schema_extra=_about(
            "items: [{id: gossip, text: {nl: …, en: …}, bin: inside}, …]",
            ("wat er gesorteerd wordt", "Drie tot zes."),
            ("what is sorted", "Three to six."),
        )
    )


class Scenario(_Question):
    """A story with choices; the first step begins it. It counts towards a score where choices have points."""

    type: Literal["scenario"]
    steps: tuple[ScenarioStep, ...] = Field(
        json_schema_extra=_about(
            "steps: [{id: start, text: {nl: …, en: …}, choices: […]}, …]",
            ("de stappen van het verhaal", "De eerste is het begin."),
            ("the steps of the story", "The first one begins it."),
        )
    )
    why: Text | None = Field(
        None,
        json_schema_extra=_about(
            'why: {nl: "…", en: "…"}',
            ("wat hieruit te leren valt", "Verplicht waar keuzes punten hebben."),
            ("what this teaches", "Compulsory where choices have points."),
        ),
    )


class Reflection(_Question):
    """Something to think about: never scored, stored or sent; there is nothing to fill in."""

    type: Literal["reflection"]
    thoughts: Text | None = Field(
        None,
        json_schema_extra=_about(
            'thoughts: {nl: "…", en: "…"}',
            ("wat anderen hierbij bedenken", "Verschijnt na een tik."),
            ("what others think of", "Appears at a tap."),
        ),
    )


Question = Annotated[
    Single | Multiple | TrueFalse | Order | Match | Sort | Scenario | Reflection, Field(discriminator="type")
]


class Module(_Part):
    """A training module: quizzes/<id>.yml."""

    id: Id = Field(
        json_schema_extra=_about(
            "id: role",
            ("de id van de module", "Gelijk aan de bestandsnaam."),
            ("the module's id", "The same as the file name."),
        )
    )
    title: Text = Field(
        json_schema_extra=_about('title: {nl: "…", en: "…"}', ("de titel", "Kort."), ("the title", "Short."))
    )
    about: Text | None = Field(
        None,
        json_schema_extra=_about(
            'about: {nl: "…", en: "…"}',
            ("wat iemand hier leert", "Eén zin."),
            ("what one learns here", "One sentence."),
        ),
    )
    minutes: PositiveInt = Field(
        5,
        json_schema_extra=_about(
            "minutes: 5",
            ("hoe lang het duurt", "In minuten."),
            ("how long it takes", "In minutes."),
        ),
    )
    pass_mark: int | None = Field(
        None,
        ge=1,
        le=100,
        json_schema_extra=_about(
            "pass_mark: 80",
            ("de grens om te slagen, in procenten", "Weglaten: er is geen score."),
            ("the pass mark, in percent", "Left out: there is no score."),
        ),
    )
    draw: dict[str, PositiveInt] = Field(
        {},
        json_schema_extra=_about(
            "draw: {core: 5}",
            ("hoeveel vragen uit elke groep", "Weglaten: alle vragen komen."),
            ("how many questions from each group", "Left out: all questions come."),
        ),
    )
    questions: tuple[Question, ...] = Field(
        min_length=1,
        json_schema_extra=_about(
            "questions: [{id: role-01, type: single, …}, …]",
            ("de vragen", "Ten minste één."),
            ("the questions", "At least one."),
        ),
    )
