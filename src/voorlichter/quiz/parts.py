"""What every question is written with: ids, texts, keys with their explanation; and what each type tells of itself."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, WithJsonSchema

from voorlichter.model_problems import Refused
from voorlichter.model_problems.described import described
from voorlichter.picture_file import PICTURES
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Say
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST_PARTS = len(DIGITS)
"""A saved answer says which one with one base-36 digit."""
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
    plain = hyphenated(text, 40)
    return plain if len(plain) > 1 else "role-01"


def _checked_source(text: str) -> str:
    if not re.fullmatch(_SOURCE, text):
        raise Refused(Say(f'"{text}" is geen plaats op een pagina', f'"{text}" is not a place on a page'))
    return text


def _checked_picture(text: str) -> str:
    if "/" in text or "\\" in text or not text.lower().endswith(PICTURES):
        raise Refused(
            Say(f'"{text}" is geen afbeelding naast deze module', f'"{text}" is no picture beside this module'),
            Say(
                "noem een bestand in dezelfde map, van het soort " + ", ".join(PICTURES),
                "name a file in the same folder, of the kind " + ", ".join(PICTURES),
            ),
        )
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
PictureName = Annotated[str, AfterValidator(_checked_picture)]
Flag = Annotated[str, AfterValidator(_checked_flag), _written(_FLAG)]

_Words = tuple[str, str]
"""What a key is called, and what to know about it."""


def key(example: str, nl: _Words, en: _Words, default: Any = ..., **limits: Any) -> Any:
    """A key with a line as it may stand in a file, and its explanation in both languages."""
    return described(default, nl=nl, en=en, example=example, **limits)


def text_key(name: str, nl: _Words, en: _Words, default: Any = ...) -> Any:
    return key(f'{name}: {{nl: "…", en: "…"}}', nl, en, default)


def id_key(nl: str, en: str, example: str = "talk") -> Any:
    return key(f"id: {example}", (nl, "Blijft altijd hetzelfde."), (en, "Stays the same for ever."))


def type_key(name: str, nl: str, en: str) -> Any:
    return key(f"type: {name}", ("het soort vraag", nl), ("the type of question", en))


def feedback_key(nl: str, en: str) -> Any:
    return text_key("feedback", ("de uitleg hierbij", nl), ("the feedback on this", en), None)


def misconception_key(nl: str = "een fout", en: str = "a mistake") -> Any:
    return key(
        "misconception: advisor-solves",
        (f"het misverstand achter {nl}", "Een paar Engelse woorden, met streepjes."),
        (f"the misconception behind {en}", "A few English words, with hyphens."),
        None,
    )


class ModulePart(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Placed = tuple[KeyPath, Text]
"""A text and where it stands."""


def placed(name: str, parts: Iterable[object], text: str = "text") -> list[Placed]:
    """One text of each of a question's parts, with its place in the question."""
    return [((name, index, text), getattr(part, text)) for index, part in enumerate(parts)]


def digits(numbers: Iterable[int]) -> str:
    """As they stand in a saved answer."""
    return "".join(DIGITS[number] for number in numbers)


class QuestionPicture(ModulePart):
    """What is seen with a question, and what it shows for who does not see it."""

    file: PictureName = key(
        "file: balie.png",
        ("de afbeelding", "Een bestand naast de module: SVG, PNG, JPEG of WebP."),
        ("the picture", "A file beside the module: SVG, PNG, JPEG or WebP."),
    )
    alt: Text = text_key(
        "alt",
        ("wat erop te zien is", "Voor wie haar niet ziet. Eén of twee zinnen, waarmee de vraag ook te beantwoorden is."),
        ("what it shows", "For whoever does not see it. One or two sentences by which the question can be answered too."),
    )  # fmt: skip


class Question(ModulePart):
    """What every type of question has, and what each of them tells; every place is one within the question."""

    rank: ClassVar[int] = 99
    """Where it stands among the types, wherever all of them are named to an author."""
    answers_word: ClassVar[str] = "answer"
    """The word of the interface before all that is right."""

    if TYPE_CHECKING:

        @property
        def type(self) -> str: ...

    id: Id = key(
        "id: role-01",
        ("de id van de vraag", "Blijft altijd van deze vraag."),
        ("the question's id", "Stays this question's for ever."),
    )
    group: Id | None = key(
        "group: core",
        ("de groep", "Waaruit `draw` vragen kiest."),
        ("the group", "From which `draw` takes questions."),
        None,
    )
    when: Flag | None = key(
        "when: speak_up",
        ("wanneer deze vraag er is", "De naam van een gegeven. Weglaten: altijd."),
        ("when this question is there", "The name of a slot. Left out: always."),
        None,
    )
    bank: bool = key(
        "bank: false",
        ("of een vragenbank deze vraag ook krijgt", "Weglaten: ja. False waar het antwoord alleen klopt als niemand de antwoorden ziet."),
        ("whether question banks get this question too", "Left out: yes. False where the answer holds only if nobody sees the answers."),
        True,
    )  # fmt: skip
    ask: Text = text_key(
        "ask", ("de vraag", "Eén zin, of een stelling."), ("the question", "One sentence, or a statement.")
    )
    picture: QuestionPicture | None = key(
        'picture: {file: balie.png, alt: {nl: "…", en: "…"}}',
        ("een afbeelding", "Bij de vraag. Weglaten: geen."),
        ("a picture", "With the question. Left out: none."),
        None,
    )
    source: Source | None = key(
        "source: gesprek.md#stappen",
        ("waar dit staat", "De pagina en het kopje die het uitleggen."),
        ("where this is taught", "The page and heading that explain it."),
        None,
    )

    @abstractmethod
    def fingerprint(self) -> Iterable[str]:
        """The ids of its parts in the file's order, and what is right; no texts."""

    @abstractmethod
    def script_data(self) -> dict[str, Any]:
        """`right` is the right answer as it would be saved, `parts` the number of things each digit chooses from."""

    @property
    @abstractmethod
    def longest_answer(self) -> int:
        """The digits of the longest answer; 0: there is nothing to answer."""

    @property
    def counts(self) -> bool:
        """Whether it counts towards a score."""
        return False

    @property
    def most_points(self) -> int:
        """What the best answer brings; 0: it does not count towards a score."""
        return int(self.counts)

    def beside_each_other(self) -> Iterator[list[Placed]]:
        """The texts that a learner tells apart: the options of a question, the choices at a step."""
        yield from ()

    def to_choose_from(self) -> Iterator[tuple[KeyPath, int]]:
        """Each list of which one is chosen at a glance, and its length."""
        yield from ()

    def unexplained(self) -> Iterator[tuple[KeyPath, Say]]:
        """The feedback that is missing where somebody can go wrong."""
        yield from ()

    def guesses(self) -> Iterator[tuple[str, list[Text], list[int]]]:
        """Where one text is the best: what it is called, all the texts, and what each is worth."""
        yield from ()

    def id_lists(self) -> Iterator[list[tuple[KeyPath, str]]]:
        """The ids that must differ from each other: those of each list of parts."""
        yield from _id_lists(self, ())


class Unanswered(Question):
    """Nothing is filled in: never scored, stored or sent."""

    def fingerprint(self) -> Iterable[str]:
        return ()

    def script_data(self) -> dict[str, Any]:
        return {"right": "", "parts": 0}

    @property
    def longest_answer(self) -> int:
        return 0


class Scored(Question):
    """A question with right and wrong answers."""

    why: Text = text_key(
        "why",
        ("de uitleg", "Waarom het goede antwoord goed is."),
        ("the explanation", "Why the right answer is right."),
    )

    @property
    def counts(self) -> bool:
        return True


WRONG = Say("dit foute antwoord krijgt geen uitleg", "this wrong answer gets no feedback")
MISPLACED = Say("wie dit verkeerd doet, krijgt geen uitleg", "who gets this wrong gets no feedback")


def misplaced(name: str, parts: Iterable[object]) -> Iterator[tuple[KeyPath, Say]]:
    """The rows without feedback."""
    for index, part in enumerate(parts):
        if getattr(part, "feedback", None) is None:
            yield (name, index, "feedback"), MISPLACED


def _id_lists(part: BaseModel, at: KeyPath) -> Iterator[list[tuple[KeyPath, str]]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        parts = [item for item in value if isinstance(item, BaseModel)] if isinstance(value, tuple) else []
        yield [((*at, name, index, "id"), item.id) for index, item in enumerate(parts) if hasattr(item, "id")]
        for index, item in enumerate(parts):
            yield from _id_lists(item, (*at, name, index))
