"""Errors of any pydantic model, told with their place and what to write."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, ValidationError
from pydantic_core import PydanticKnownError
from pydantic_core._pydantic_core import list_all_errors

from voorlichter.model_problems import Refused, check_model, explain
from voorlichter.problems import Say
from voorlichter.yaml_source import YamlSource, read_yaml


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


def even(number: int) -> int:
    if number % 2:
        raise Refused(Say("dit getal is oneven", "this number is odd"), Say("schrijf: 2", "write: 2"))
    return number


def ordinary(number: int) -> int:
    if number > 8:
        raise ValueError("too much of it")
    return number


def no_echo(words: list[str]) -> list[str]:
    if len(set(words)) < len(words):
        raise Refused(Say("staat er twee keer", "is there twice"), at=(len(words) - 1,))
    return words


class Phone(Strict):
    number: str = Field(
        json_schema_extra={
            "example": 'number: "020 000 00 01"',
            "nl": ["Telefoonnummer", "…"],
            "en": ["Phone number", "…"],
        }
    )
    label: str | None = None


class Circle(Strict):
    shape: Literal["circle"]
    radius: int


class Square(Strict):
    shape: Literal["square"]
    side: Annotated[int, AfterValidator(even), AfterValidator(ordinary)]


class House(Strict):
    name: str = Field(min_length=1, max_length=12)
    kind: Literal["terraced", "detached"] = "terraced"
    built: date | None = None
    heated: bool = True
    rooms: int = Field(3, ge=1, le=20)
    colour: str = Field("red", pattern="^[a-z]+$")
    phones: list[Phone] = Field(default=[], max_length=2)
    shapes: list[Annotated[Circle | Square, Field(discriminator="shape")]] = []
    doors: dict[Literal["front", "back"], Phone] = {}
    notes: dict[str, Phone] = {}
    caretaker: str | Phone | None = None
    words: Annotated[list[str], AfterValidator(no_echo)] = []
    garden: tuple[Phone, ...] = Field((), min_length=1)


def problems(text: str) -> list[str]:
    source = read_yaml(Path("house.yml"), text.encode())
    model, found = check_model(source, House)
    assert (model is None) == bool(found)
    return [problem.render("en") for problem in found]


def in_dutch(text: str) -> list[str]:
    return [problem.render("nl") for problem in check_model(read_yaml(Path("house.yml"), text.encode()), House)[1]]


def test_a_sound_file_gives_its_model() -> None:
    source = read_yaml(Path("house.yml"), b"name: Zee\nbuilt: 1931-05-01\nheated: no\nrooms: 4\n")
    model, found = check_model(source, House)
    assert found == []
    assert model is not None
    assert (model.built, model.heated, model.rooms) == (date(1931, 5, 1), False, 4)


def test_a_file_that_could_not_be_read_gives_its_own_problems() -> None:
    source = read_yaml(Path("house.yml"), b"name: a\nname: b\n")
    assert check_model(source, House) == (None, source.problems)


def test_all_errors_are_told_at_once_in_the_order_of_the_file() -> None:
    found = problems("rooms: many\nbuilt: 2026-02-30\nnam: Zee\n")
    assert [line.split("  ")[:2] for line in found] == [
        ["house.yml:1:8", "rooms"],
        ["house.yml:2:8", "built"],
        ["house.yml:3:1", "nam"],
    ]


EVERY_KEY = ", ".join(House.model_fields)

CASES = {
    "a missing key points at its parent and shows the field's example": (
        "name: Zee\nphones:\n- label: work\n",
        "3:3",
        "phones[0].number",
        "is missing (Phone number)",
        'write for example: number: "020 000 00 01"',
    ),
    "a missing key at the top shows a line made from its type": (
        "rooms: 2\n",
        "1:1",
        "name",
        "is missing",
        'write for example: name: "…"',
    ),
    "an unknown key points at itself, keeps what was written and lists what may stand there": (
        "name: Zee\nphones:\n- {number: '1', lable: work}\n",
        "3:17",
        "phones[0].lable",
        "unknown key; do you mean label?",
        "write: label: work (allowed here: number, label)",
    ),
    "a misspelt key is not missing as well": (
        "name: Zee\nphones:\n- {nummer: '1'}\n",
        "3:4",
        "phones[0].nummer",
        "unknown key; do you mean number?",
        "write: number: 1 (allowed here: number, label)",
    ),
    "a key called by its Dutch title is recognised": (
        "name: Zee\nphones:\n- {telefoonnummer: 020}\n",
        "3:4",
        "phones[0].telefoonnummer",
        "unknown key; do you mean number?",
        'write: number: "020" (allowed here: number, label)',
    ),
    "a misspelt key beside the right one has to go": (
        "name: Zee\nphones:\n- {number: '1', Number: '2'}\n",
        "3:17",
        "phones[0].Number",
        "unknown key; do you mean number?",
        "remove this line: number is there already",
    ),
    "a key that belongs deeper says where": (
        "name: Zee\nlabel: work\n",
        "2:1",
        "label",
        "this key does not belong here but under phones[] or under doors.*",
        f"move the line and look at its indentation (allowed here: {EVERY_KEY})",
    ),
    "a key that belongs at the top says so": (
        "name: Zee\nphones:\n- {number: '1', rooms: 2}\n",
        "3:17",
        "phones[0].rooms",
        "this key does not belong here but at the very left",
        "move the line and look at its indentation (allowed here: number, label)",
    ),
    "a key of another member of a union": (
        "name: Zee\nshapes:\n- {shape: circle, radius: 1, side: 2}\n",
        "3:30",
        "shapes[0].side",
        "this key belongs to another type",
        "allowed here: shape, radius",
    ),
    "a key unlike any other lists what may stand there": (
        "name: Zee\nphones:\n- {number: '1', xyz: 2}\n",
        "3:17",
        "phones[0].xyz",
        "unknown key",
        "allowed here: number, label",
    ),
    "a list of unsound items is not too short as well": (
        "name: Zee\ngarden:\n- {number: [1]}\n",
        "3:12",
        "garden[0].number",
        "text belongs here, and a list was found",
        'write for example: number: "020 000 00 01"',
    ),
    "too few of a list": (
        "name: Zee\ngarden: []\n",
        "2:9",
        "garden",
        "too few: at least 1 needed, there are 0",
        "write for example: garden: […]",
    ),
    "an unknown key of a mapping with fixed keys is told once, not with what stands under it": (
        "name: Zee\ndoors:\n  frnt: {label: x}\n",
        "3:3",
        "doors.frnt",
        "unknown key; do you mean front?",
        "write: front: (allowed here: front, back)",
    ),
    "a mapping with free keys names the key": (
        "name: Zee\nnotes:\n  any: {label: x}\n",
        "3:3",
        "notes.any.number",
        "is missing (Phone number)",
        'write for example: number: "020 000 00 01"',
    ),
    "a wrong value points at the value": (
        "name: Zee\nrooms: vier\n",
        "2:8",
        "rooms",
        'a whole number belongs here, and "vier" was found',
        "write for example: rooms: 1",
    ),
    "a value under its bound says the bound": (
        "name: Zee\nrooms: 0\n",
        "2:8",
        "rooms",
        '"0" is too small: at least 1 belongs here',
        "write for example: rooms: 1",
    ),
    "a value over its bound says the bound": (
        "name: Zee\nrooms: 99\n",
        "2:8",
        "rooms",
        '"99" is too large: at most 20 belongs here',
        "write for example: rooms: 1",
    ),
    "a yes or no in another language": (
        "name: Zee\nheated: ja\n",
        "2:9",
        "heated",
        'yes or no (true or false) belongs here, and "ja" was found',
        "write: heated: true, or heated: false",
    ),
    "a date that does not exist": (
        "name: Zee\nbuilt: 2026-02-30\n",
        "2:8",
        "built",
        '"2026-02-30" is not a date that exists (year-month-day)',
        "write for example: built: 2026-03-31",
    ),
    "a misspelt choice suggests the right one": (
        "name: Zee\nkind: detatched\n",
        "2:7",
        "kind",
        '"detatched" cannot stand here; do you mean detached?',
        "write: kind: detached (terraced, detached)",
    ),
    "a strange choice lists them all": (
        "name: Zee\nkind: boat\n",
        "2:7",
        "kind",
        '"boat" cannot stand here',
        "choose for kind: terraced, detached",
    ),
    "a text of the wrong form": (
        "name: Zee\ncolour: RED\n",
        "2:9",
        "colour",
        '"RED" does not have the form that belongs here',
        'write for example: colour: "…"',
    ),
    "a text that is too long": (
        "name: Zee van Tijd en Vlakte\n",
        "1:7",
        "name",
        "this text has 22 characters; 12 fit",
        "write it shorter",
    ),
    "an empty text": (
        'name: ""\n',
        "1:7",
        "name",
        "is empty",
        'write for example: name: "…"',
    ),
    "a list where text belongs": (
        "name: [a]\n",
        "1:7",
        "name",
        "text belongs here, and a list was found",
        'write for example: name: "…"',
    ),
    "text where a list belongs": (
        "name: Zee\nphones: 020\n",
        "2:9",
        "phones",
        'a list belongs here, and "020" was found',
        "write for example: phones: […]",
    ),
    "text where a block belongs": (
        "name: Zee\nphones:\n- 020\n",
        "3:3",
        "phones[0]",
        'a block of keys belongs here, and "020" was found',
        'write for example: {number: "…"}',
    ),
    "too many of a list": (
        "name: Zee\nphones: [{number: a}, {number: b}, {number: c}]\n",
        "2:9",
        "phones",
        "too many: at most 2, there are 3",
        "remove what is too many",
    ),
    "a required key without a value": (
        "name:\n",
        "1:1",
        "name",
        "is empty",
        'write for example: name: "…"',
    ),
    "an optional key without a value, though the model would take it": (
        "name: Zee\nbuilt:\n",
        "2:1",
        "built",
        "is empty",
        "write for example: built: 2026-03-31, or remove the line",
    ),
    "a list item without a value": (
        "name: Zee\nwords:\n- a\n-\n",
        "4:2",
        "words[1]",
        "is empty",
        "fill in or remove the line",
    ),
    "an unknown key without a value is told as unknown only": (
        "name: Zee\nphones:\n- {number: '1', lable: }\n",
        "3:17",
        "phones[0].lable",
        "unknown key; do you mean label?",
        "write: label: (allowed here: number, label)",
    ),
    "a missing key behind the tag of a union": (
        "name: Zee\nshapes:\n- shape: circle\n",
        "3:3",
        "shapes[0].radius",
        "is missing",
        "write for example: radius: 1",
    ),
    "an unknown key behind the tag of a union": (
        "name: Zee\nshapes:\n- {shape: circle, radius: 1, radios: 2}\n",
        "3:30",
        "shapes[0].radios",
        "unknown key; do you mean radius?",
        "remove this line: radius is there already",
    ),
    "an unknown tag": (
        "name: Zee\nshapes:\n- {shape: sqare, side: 2}\n",
        "3:11",
        "shapes[0].shape",
        '"sqare" cannot stand here; do you mean square?',
        "write: shape: square (circle, square)",
    ),
    "a tag that is not there": (
        "name: Zee\nshapes:\n- {side: 2}\n",
        "3:3",
        "shapes[0].shape",
        "is missing",
        "choose for shape: circle, square",
    ),
    "a tag without a value": (
        "name: Zee\nshapes:\n- {side: 2, shape: }\n",
        "3:13",
        "shapes[0].shape",
        "is empty",
        "choose for shape: circle, square",
    ),
    "a key without a value behind the tag of a union": (
        "name: Zee\nshapes:\n- {shape: square, side: }\n",
        "3:19",
        "shapes[0].side",
        "is empty",
        "write for example: side: 1",
    ),
    "an unknown key without a value behind the tag of a union": (
        "name: Zee\nshapes:\n- {shape: square, side: 2, radius: }\n",
        "3:28",
        "shapes[0].radius",
        "this key belongs to another type",
        "allowed here: shape, side",
    ),
    "a validator of ours says it itself": (
        "name: Zee\nshapes:\n- {shape: square, side: 3}\n",
        "3:25",
        "shapes[0].side",
        "this number is odd",
        "write: 2",
    ),
    "a validator of ours points into the value": (
        "name: Zee\nwords: [a, b, a]\n",
        "2:15",
        "words[2]",
        "is there twice",
        "write for example: words: […]",
    ),
    "any other validator's text is kept": (
        "name: Zee\nshapes:\n- {shape: square, side: 10}\n",
        "3:25",
        "shapes[0].side",
        '"10" does not fit here (too much of it)',
        "write for example: side: 1",
    ),
    "of a union the errors of the member that was meant": (
        "name: Zee\ncaretaker: {label: x}\n",
        "2:1",
        "caretaker.number",
        "is missing (Phone number)",
        'write for example: number: "020 000 00 01"',
    ),
    "of a union one error where no member was meant": (
        "name: Zee\ncaretaker: [x]\n",
        "2:12",
        "caretaker",
        "text belongs here, and a list was found",
        'write for example: caretaker: "…"',
    ),
    "a list instead of a file of keys": (
        "- name\n",
        "1:1",
        "a block of keys belongs here, and a list was found",
        f"write lines with key: value ({EVERY_KEY})",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_gives_one_line(case: str) -> None:
    text, *expected = CASES[case]
    assert [line.removeprefix("house.yml:").split("  ") for line in problems(text)] == [expected]


def test_the_same_lines_in_dutch() -> None:
    assert in_dutch("nam: Zee\nphones:\n- lable: work\n  number:\n- 3\nkind: boot\nbuilt:\n") == [
        f"house.yml:1:1  nam  onbekende sleutel; bedoelt u name?  schrijf: name: Zee (hier mogen staan: {EVERY_KEY})",
        "house.yml:3:3  phones[0].lable  onbekende sleutel; bedoelt u label?  "
        "schrijf: label: work (hier mogen staan: number, label)",
        'house.yml:4:3  phones[0].number  is leeg  schrijf bijvoorbeeld: number: "020 000 00 01"',
        'house.yml:5:3  phones[1]  hier hoort een blok met sleutels en er staat "3"  schrijf bijvoorbeeld: {number: "…"}',
        'house.yml:6:7  kind  "boot" kan hier niet  kies bij kind uit: terraced, detached',
        "house.yml:7:1  built  is leeg  schrijf bijvoorbeeld: built: 2026-03-31, of haal de regel weg",
    ]


def test_a_part_of_a_file_keeps_its_places() -> None:
    source = read_yaml(Path("house.yml"), b"houses:\n- name: Zee\n- rooms: x\n")
    _, found = check_model(source, House, root=("houses", 1))
    assert [problem.render("en") for problem in found] == [
        'house.yml:3:3  houses[1].name  is missing  write for example: name: "…"',
        'house.yml:3:10  houses[1].rooms  a whole number belongs here, and "x" was found  write for example: rooms: 1',
    ]


class Doors(RootModel[dict[Literal["front", "back"], Phone]]):
    """A file that is one mapping."""


class Note(Strict):
    text: str
    by: str | None = None


class Lamp(Strict):
    shape: Literal["lamp"]
    watt: int | None = None


class Beside(Strict):
    """What may be one of two blocks."""

    either: Phone | Note | None = None
    several: list[Annotated[Circle | Lamp, Field(discriminator="shape")]] = []


IN_A_FILE_OF_ITS_OWN = {
    "a misspelt key of a file that is one mapping, without what stands under it": (
        Doors,
        "frnt: {label: x}\nback: {label: x}\n",
        [
            "a.yml:1:1  frnt  unknown key; do you mean front?  write: front: (allowed here: front, back)",
            'a.yml:2:1  back.number  is missing (Phone number)  write for example: number: "020 000 00 01"',
        ],
    ),
    "keys without a value after one that is unknown": (
        Note,
        "txt:\nby:\n",
        [
            "a.yml:1:1  txt  unknown key; do you mean text?  write: text: (allowed here: text, by)",
            'a.yml:2:1  by  is empty  write for example: by: "…", or remove the line',
        ],
    ),
    "a key without a value in one of two blocks": (
        Beside,
        "either: {number: '1', label: }\n",
        ['a.yml:1:23  either.label  is empty  write for example: label: "…", or remove the line'],
    ),
    "and in the other": (
        Beside,
        "several:\n- {shape: circle, radius: 1}\n- {shape: lamp, watt: }\n",
        ["a.yml:3:17  several[1].watt  is empty  write for example: watt: 1, or remove the line"],
    ),
}


@pytest.mark.parametrize("case", IN_A_FILE_OF_ITS_OWN)
def test_a_mistake_is_told_in_any_shape_of_file(case: str) -> None:
    model, text, told = IN_A_FILE_OF_ITS_OWN[case]
    found, mistakes = check_model(read_yaml(Path("a.yml"), text.encode()), model)
    assert ([one.render("en") for one in mistakes], found) == (told, None)


@pytest.mark.parametrize("kind", list_all_errors(), ids=lambda kind: kind["type"])
def test_every_error_pydantic_knows_is_told_in_two_languages(kind: Any) -> None:
    def fail(value: Any) -> Any:
        example = kind["example_context"] or {}
        context = {name: "x" if isinstance(value, str) else 3 for name, value in example.items()}
        raise PydanticKnownError(kind["type"], context or None)

    class Thing(BaseModel):
        thing: Annotated[str, AfterValidator(fail)]

    with pytest.raises((ValidationError, TypeError)) as raised:
        Thing.model_validate({"thing": "x"})
    if isinstance(raised.value, TypeError):
        pytest.skip("cannot be raised from Python")
    [problem] = explain(raised.value, YamlSource(Path("a.yml"), {"thing": "x"}), Thing)
    dutch, english = problem.message.nl + problem.fix.nl, problem.message.en + problem.fix.en
    assert all((problem.message.nl, problem.message.en, problem.fix.nl, problem.fix.en))
    assert not re.search(r"\b(should|valid|input|write|belongs|the)\b", dutch)
    assert not re.search(r"\b(hier|hoort|schrijf|staat|geen)\b", english)
