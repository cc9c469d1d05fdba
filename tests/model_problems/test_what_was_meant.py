"""What somebody meant by a wrong value, as far as that can be known: the line to write, and words that are told apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, RootModel, Tag, ValidationError
from pydantic_core import PydanticCustomError, PydanticKnownError
from typing_extensions import TypeAliasType

from voorlichter.model_problems import Refused, check_model, explain
from voorlichter.model_problems.described import described, example_of, explained, words_for
from voorlichter.model_problems.places import choices, homes, place_of, plain, union_members
from voorlichter.model_problems.samples import as_yaml, closest_key, closest_word, folded, quoted, sample, title
from voorlichter.model_problems.schema import DRAFT, localise
from voorlichter.problems import Say
from voorlichter.yaml_source import YamlSource, read_yaml


class Tide(Enum):
    EBB = "ebb"
    FLOOD = "flood"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Crew(Strict):
    name: str
    age: int = Field(18, ge=16, le=70)


class Buoys(RootModel[list[int]]):
    """A list that has a name of its own."""


def known_call(sign: str) -> str:
    if sign != "PA1234":
        raise Refused(Say("dit roepteken is onbekend", "this call sign is unknown"), value="PA1234")
    return sign


class Papers(Strict):
    number: str = described(nl=("Nummer van de brief", "…"), en=("Number of the letter", "…"), example='number: "7"')


class Boat(Strict):
    name: str = Field("Noor", min_length=2, max_length=6)
    people: int = Field(1, ge=1, le=1500)
    draught: float = Field(1.5, gt=0.5, lt=2.25)
    sails: list[Literal["main", "jib", "storm"]] = []
    rigging: set[str] = set()
    crew: list[Crew] = []
    tide: Tide = Tide.EBB
    only: Literal["wood"] = "wood"
    lights: list[bool] = []
    berths: tuple[int, str] = (1, "a")
    buoys: Buoys = Buoys([])
    call: Annotated[str, AfterValidator(known_call)] = "PA1234"
    rings: int = Field(8, multiple_of=4)
    cargo: dict[Tide, Crew] = {}
    watch: tuple[Crew, ...] = ()
    tags: list[str] = described([], nl=("Kenmerken", "…"), en=("Tags", "…"), example="tags: [quick, blue]")
    papers: list[Papers] = []


def problems(text: str, language: Literal["nl", "en"] = "en") -> list[str]:
    """Without the place in the file."""
    _, found = check_model(read_yaml(Path("boat.yml"), text.encode()), Boat)
    return [problem.render(language).partition("  ")[2] for problem in found]


A_NUMBER = "a whole number belongs here, and {} was found"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("ongeveer 35", "35"),
        ("Zo'n 35 mensen", "35"),
        ("zo’n 35", "35"),
        ("rond de 35", "35"),
        ("in totaal circa 35 medewerkers.", "35"),
        ("± 35", "35"),
        ("35+", "35"),
        ("35 people", "35"),
        ("approx. 35 staff", "35"),
        ("1.200", "1200"),
        ("1,200", "1200"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1200,00", "1200"),
        ("35,-", "35"),
        ("35 procent", "35"),
        ("20 werkdagen", "20"),
        ("٣٥ people", "35"),
        ("۳۵ people", "35"),
        ("1 person or so", None),
        ("thirty-five", None),
        ("2026-01-01", None),
        ("1.20", None),
        ("30 or 40", None),
    ],
)
def test_a_number_in_other_words_is_the_number_to_write(said: str, number: str | None) -> None:
    (line,) = problems(f'people: "{said}"\n')
    shown = A_NUMBER.format(f'"{" ".join(said.split())}"')
    fix = f"write: people: {number}" if number else "write for example: people: 1"
    assert line == f"people  {shown}  {fix}"


@pytest.mark.parametrize(
    ("said", "fits"), [("about 1", True), ("about 0", False), ("about 1500", True), ("about 1501", False)]
)
def test_a_number_that_may_not_stand_there_is_not_proposed(said: str, fits: bool) -> None:
    (line,) = problems(f"people: {said}\n")
    number = said.removeprefix("about ")
    assert line.endswith(f"write: people: {number}" if fits else "write for example: people: 1")


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("sails: main", "write: sails: [main]"),
        ("sails: main, jib", "write: sails: [main, jib]"),
        ("sails: 'main; jib'", "write: sails: [main, jib]"),
        ("sails: main en storm", "write: sails: [main, storm]"),
        ("sails: main and storm", "write: sails: [main, storm]"),
        ("sails: main & strom + jib", "write: sails: [main, storm, jib]"),
        ("sails: main, oars", "write for example: sails: […]"),
        ("sails: ' '", "write for example: sails: […]"),
        ("sails: 3", "write for example: sails: […]"),
        ("rigging: rope, two blocks", 'write: rigging: [rope, "two blocks"]'),
        ("crew: Noor", "write for example: crew: […]"),
        ("buoys: 3", "write: buoys: [3]"),
    ],
)
def test_words_where_a_list_belongs_become_that_list(line: str, fix: str) -> None:
    key, _, value = line.partition(": ")
    shown = value.strip("'") or ""
    shown = f'"{" ".join(shown.split())}"'
    assert problems(f"{line}\n") == [f"{key}  a list belongs here, and {shown} was found  {fix}"]


CASES = {
    "an item of a list has no key to write before it": (
        "lights: [true, maybe]",
        'lights[1]  yes or no (true or false) belongs here, and "maybe" was found  write: true, or false',
        'lights[1]  hier hoort ja of nee (true of false) en er staat "maybe"  schrijf: true, of false',
    ),
    "nor has a word in a list": (
        "sails: [boom]",
        'sails[0]  "boom" cannot stand here  choose from: main, jib, storm',
        'sails[0]  "boom" kan hier niet  kies uit: main, jib, storm',
    ),
    "a misspelt one is told in a list too": (
        "sails: [stom]",
        'sails[0]  "stom" cannot stand here; do you mean storm?  write: storm (main, jib, storm)',
        'sails[0]  "stom" kan hier niet; bedoelt u storm?  schrijf: storm (main, jib, storm)',
    ),
    "a single word is the one to write": (
        "only: steel",
        'only  "steel" cannot stand here  write: only: wood',
        'only  "steel" kan hier niet  schrijf: only: wood',
    ),
    "a word of a list of names": (
        "tide: flod",
        'tide  "flod" cannot stand here; do you mean flood?  write: tide: flood (ebb, flood)',
        'tide  "flod" kan hier niet; bedoelt u flood?  schrijf: tide: flood (ebb, flood)',
    ),
    "a text that is too short": (
        "name: Z",
        'name  "Z" is too short: at least 2 characters  write for example: name: "…"',
        'name  "Z" is te kort: ten minste 2 tekens  schrijf bijvoorbeeld: name: "…"',
    ),
    "an empty text": (
        "name: ''",
        'name  is empty  write for example: name: "…"',
        'name  is leeg  schrijf bijvoorbeeld: name: "…"',
    ),
    "a text that is too long": (
        "name: Zeester",
        "name  this text has 7 characters; 6 fit  write it shorter",
        "name  deze tekst telt 7 tekens; er passen er 6  schrijf het korter",
    ),
    "a bound that is not reached": (
        "draught: 0.5",
        'draught  "0.5" is too small: more than 0.5 belongs here  write for example: draught: 1.5',
        'draught  "0.5" is te klein: hier hoort meer dan 0.5  schrijf bijvoorbeeld: draught: 1.5',
    ),
    "a bound that is passed": (
        "draught: 2.25",
        'draught  "2.25" is too large: less than 2.25 belongs here  write for example: draught: 1.5',
        'draught  "2.25" is te groot: hier hoort minder dan 2.25  schrijf bijvoorbeeld: draught: 1.5',
    ),
    "a number that is no number": (
        "draught: deep",
        'draught  a number belongs here, and "deep" was found  write for example: draught: 1.5',
        'draught  hier hoort een getal en er staat "deep"  schrijf bijvoorbeeld: draught: 1.5',
    ),
    "a multiple": (
        "rings: 6",
        'rings  "6" is not a multiple of 4  write for example: rings: 1',
        'rings  "6" is geen veelvoud van 4  schrijf bijvoorbeeld: rings: 1',
    ),
    "the second of two kinds": (
        "berths: [1, [x]]",
        'berths[1]  text belongs here, and a list was found  write for example: "…"',
        'berths[1]  hier hoort tekst en er staat een lijst  schrijf bijvoorbeeld: "…"',
    ),
    "an item of a list with a name of its own": (
        "buoys: [1, x]",
        'buoys[1]  a whole number belongs here, and "x" was found  write for example: 1',
        'buoys[1]  hier hoort een heel getal en er staat "x"  schrijf bijvoorbeeld: 1',
    ),
    "what was certainly meant is written out": (
        "call: PH9",
        "call  this call sign is unknown  write: call: PA1234",
        "call  dit roepteken is onbekend  schrijf: call: PA1234",
    ),
    "an item of a list shows the example of the whole": (
        "tags: [quick, [blue]]",
        "tags[1]  text belongs here, and a list was found  write for example: tags: [quick, blue]",
        "tags[1]  hier hoort tekst en er staat een lijst  schrijf bijvoorbeeld: tags: [quick, blue]",
    ),
    "what is missing is called by its title": (
        "papers: [{}]",
        'papers[0].number  is missing (Number of the letter)  write for example: number: "7"',
        'papers[0].number  ontbreekt (Nummer van de brief)  schrijf bijvoorbeeld: number: "7"',
    ),
    "what is missing and has no title": (
        "crew: [{age: 20}]",
        'crew[0].name  is missing  write for example: name: "…"',
        'crew[0].name  ontbreekt  schrijf bijvoorbeeld: name: "…"',
    ),
    "a key without a value that may be left out": (
        "rings:",
        "rings  is empty  write for example: rings: 1, or remove the line",
        "rings  is leeg  schrijf bijvoorbeeld: rings: 1, of haal de regel weg",
    ),
    "a key without a value that may not": (
        "papers: [{number: }]",
        'papers[0].number  is empty  write for example: number: "7"',
        'papers[0].number  is leeg  schrijf bijvoorbeeld: number: "7"',
    ),
    "an item without a value": (
        "tags: [quick, ]\nrigging: [a, ~]",
        "rigging[1]  is empty  fill in or remove the line",
        "rigging[1]  is leeg  vul in of haal de regel weg",
    ),
    "a misspelt key beside the right one": (
        "rings: 4\nring: 8",
        "ring  unknown key; do you mean rings?  remove this line: rings is there already",
        "ring  onbekende sleutel; bedoelt u rings?  haal deze regel weg: rings staat er al",
    ),
    "a misspelt key with a text": (
        "cal: PA1234",
        "cal  unknown key; do you mean call?  write: call: PA1234 (allowed here: ",
        "cal  onbekende sleutel; bedoelt u call?  schrijf: call: PA1234 (hier mogen staan: ",
    ),
    "an unknown key": (
        "crew: [{name: Sam, xyz: 1}]",
        "crew[0].xyz  unknown key  allowed here: name, age",
        "crew[0].xyz  onbekende sleutel  hier mogen staan: name, age",
    ),
    "a key that belongs at the top": (
        "crew: [{name: Sam, draught: 1}]",
        "crew[0].draught  this key does not belong here but at the very left  move the line and look at its"
        " indentation (allowed here: name, age)",
        "crew[0].draught  deze sleutel hoort niet hier, maar helemaal links  verplaats de regel en kijk hoe ver zij"
        " inspringt (hier mogen staan: name, age)",
    ),
    "a key of a mapping with fixed keys": (
        "cargo: {flod: {name: Sam}}",
        "cargo.flod  unknown key; do you mean flood?  write: flood: (allowed here: ebb, flood)",
        "cargo.flod  onbekende sleutel; bedoelt u flood?  schrijf: flood: (hier mogen staan: ebb, flood)",
    ),
    "what stands under such a key": (
        "cargo: {ebb: {name: Sam, age: 12}}",
        'cargo.ebb.age  "12" is too small: at least 16 belongs here  write for example: age: 1',
        'cargo.ebb.age  "12" is te klein: hier hoort ten minste 16  schrijf bijvoorbeeld: age: 1',
    ),
    "a key that belongs in two places": (
        "age: 20",
        "age  this key does not belong here but under crew[] or under cargo.*",
        "age  deze sleutel hoort niet hier, maar onder crew[] of onder cargo.*",
    ),
    "a block where text belongs": (
        "name: {nl: Zee}",
        'name  text belongs here, and a block of keys was found  write for example: name: "…"',
        'name  hier hoort tekst en er staat een blok met sleutels  schrijf bijvoorbeeld: name: "…"',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_is_told_in_both_languages(case: str) -> None:
    text, english, dutch = CASES[case]
    for language, expected in (("en", english), ("nl", dutch)):
        (line,) = problems(f"{text}\n", "en" if language == "en" else "nl")
        assert line == expected or (line.startswith(expected) and line.endswith("tags, papers)"))


def test_spaces_alone_are_no_text() -> None:
    class Note(BaseModel):
        text: str = Field(min_length=4)

    _, found = check_model(YamlSource(Path("a.yml"), {"text": "   "}), Note)
    assert [(one.message.en, one.message.nl) for one in found] == [("is empty", "is leeg")]


SAID = {
    ("date_past",): ("is geen dag die voorbij is", "is not a day that has passed"),
    ("date_future",): ("is geen dag die nog komt", "is not a day to come"),
    ("time_type", "time_parsing"): ("is geen tijd (uren:minuten)", "is not a time (hours:minutes)"),
    ("url_type", "url_parsing", "url_syntax_violation", "url_scheme"): (
        "is geen webadres dat met https:// begint",
        "is not a web address that begins with https://",
    ),
    ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact", "datetime_type"): (
        "is geen datum die bestaat (jaar-maand-dag)",
        "is not a date that exists (year-month-day)",
    ),
    ("datetime_parsing", "datetime_from_date_parsing"): (
        "is geen datum die bestaat (jaar-maand-dag)",
        "is not a date that exists (year-month-day)",
    ),
    ("string_pattern_mismatch",): (
        "heeft niet de vorm die hier hoort",
        "does not have the form that belongs here",
    ),
    ("bytes_type", "complex_type"): ("past hier niet", "does not fit here"),
}
BELONGS = {
    ("string_type",): ("tekst", "text"),
    ("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"): ("een lijst", "a list"),
    ("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"): (
        "een blok met sleutels",
        "a block of keys",
    ),
    ("int_type", "int_parsing", "int_from_float", "int_parsing_size"): ("een heel getal", "a whole number"),
    ("float_type", "float_parsing", "decimal_type", "decimal_parsing", "finite_number"): ("een getal", "a number"),
    ("bool_type", "bool_parsing"): ("ja of nee (true of false)", "yes or no (true or false)"),
}
TOLD = [(kind, f'"x y" {nl}', f'"x y" {en}') for kinds, (nl, en) in SAID.items() for kind in kinds] + [
    (kind, f'hier hoort {nl} en er staat "x y"', f'{en} belongs here, and "x y" was found')
    for kinds, (nl, en) in BELONGS.items()
    for kind in kinds
]


@pytest.mark.parametrize(("kind", "nl", "en"), TOLD)
def test_every_kind_of_mistake_has_its_words(kind: str, nl: str, en: str) -> None:
    context = dict.fromkeys(("error", "pattern", "expected_schemes", "class_name"), "x")

    def fail(_: Any) -> Any:
        raise PydanticKnownError(kind, context)  # type: ignore[arg-type]

    class Thing(BaseModel):
        thing: Annotated[str, AfterValidator(fail)]

    with pytest.raises(ValidationError) as raised:
        Thing.model_validate({"thing": "x y"})
    [problem] = explain(raised.value, YamlSource(Path("a.yml"), {"thing": "x y"}), Thing)
    assert (problem.message.nl, problem.message.en) == (nl, en)


def test_words_that_fit_no_list_of_ours_are_read_from_the_mistake_itself() -> None:
    def fail(_: Any) -> Any:
        raise PydanticKnownError("enum", {"expected": "'ebb' or 'flood'"})

    class Thing(BaseModel):
        thing: Annotated[str, AfterValidator(fail)]

    with pytest.raises(ValidationError) as raised:
        Thing.model_validate({"thing": "eb"})
    [problem] = explain(raised.value, YamlSource(Path("a.yml"), {"thing": "eb"}), Thing)
    assert (problem.message.en, problem.fix.en) == (
        '"eb" cannot stand here; do you mean ebb?',
        "write: thing: ebb (ebb, flood)",
    )


def test_a_reason_that_a_check_gives_is_told_and_an_empty_one_leaves_no_brackets() -> None:
    def fail(value: str) -> str:
        assert value != "x", "salt in it"
        if value == "y":
            raise ValueError
        return value

    class Thing(BaseModel):
        thing: Annotated[str, AfterValidator(fail)]

    for value, said in (("x", '"x" does not fit here (salt in it'), ("y", '"y" does not fit here')):
        _, [problem] = check_model(YamlSource(Path("a.yml"), {"thing": value}), Thing)
        assert problem.message.en.partition("\n")[0] == said or problem.message.en == f"{said})"


def test_the_words_of_a_mistake_of_another_library_are_not_shown() -> None:
    def fail(_: Any) -> Any:
        raise PydanticCustomError("salty", "too much salt")

    class Thing(BaseModel):
        thing: Annotated[str, AfterValidator(fail)]

    with pytest.raises(ValidationError) as raised:
        Thing.model_validate({"thing": "x"})
    [problem] = explain(raised.value, YamlSource(Path("a.yml"), {"thing": "x"}), Thing)
    assert (problem.message.nl, problem.message.en) == ('"x" past hier niet', '"x" does not fit here')


SECTORS = (
    *("care", "childcare", "higher_education", "education", "government", "culture", "sport", "logistics"),
    *("industry", "business", "nonprofit", "other"),
)
PEOPLE = ("internal", "external", "conduct", "integrity")
WORKERS = ("employees", "temps", "contractors", "interns", "volunteers", "former_staff", "clients")
PLACES = ("work", "outside", "walk", "online", "phone", "home")
SPOKEN = (
    *("nl", "en", "de", "fr", "es", "it", "pt", "pl", "ro", "bg", "tr", "ar", "ber", "uk", "ru", "fa", "ti", "so"),
    *("hi", "id", "zh", "fy", "pap", "srn", "dse"),
)
CALLED = {
    SECTORS: (
        *("Zorg care", "hospital care", "kinderopvang childcare", "nursery childcare", "Hogeschool higher_education"),
        *("university higher_education", "basisonderwijs education", "schools education", "gemeente government"),
        *("municipality government", "theater culture", "arts culture", "sportclub sport", "vervoer logistics"),
        *("fabriek industry", "manufacturing industry", "mkb business", "company business", "stichting nonprofit"),
        *("charity nonprofit", "overig other", "anders other"),
    ),
    PEOPLE: ("intern internal", "Extern external", "omgangsvormen conduct", "integriteit integrity"),
    WORKERS: (
        *("personeel employees", "staff employees", "uitzendkrachten temps", "zzp contractors", "stagiairs interns"),
        *("trainees interns", "vrijwilligers volunteers", "oud-medewerkers former_staff", "cliënten clients"),
        *("patients clients", "freelancers contractors"),
    ),
    PLACES: (
        *("kantoor work", "elders outside", "wandelen walk", "walking walk", "video online", "bellen phone"),
        *("thuis home", "teams online"),
    ),
    ("je", "u"): ("jullie je", "uw u"),
    SPOKEN: (
        *("nederlands nl", "dutch nl", "engels en", "duits de", "german de", "frans fr", "spaans es", "italiaans it"),
        *("portugees pt", "pools pl", "roemeens ro", "bulgaars bg", "turks tr", "arabisch ar", "berbers ber"),
        *("oekraïens uk", "russisch ru", "farsi fa", "tigrinya ti", "somalisch so", "hindi hi", "indonesisch id"),
        *("mandarijn zh", "fries fy", "papiaments pap", "surinaams srn", "gebarentaal dse", "polish pl"),
    ),
}


@pytest.mark.parametrize(
    ("known", "said", "meant"), [(known, *row.split()) for known, rows in CALLED.items() for row in rows]
)
def test_what_people_call_a_word_of_ours_is_recognised(known: tuple[str, ...], said: str, meant: str) -> None:
    assert closest_word(said, known) == meant


@pytest.mark.parametrize(
    ("said", "known", "meant"),
    [
        ("universiteit", ("care", "education"), "education"),
        ("transport", ("care", "business"), "business"),
        ("voortgezet onderwijs", SECTORS, "education"),
        ("Op het werk", PLACES, "work"),
        ("carr", SECTORS, "care"),
        ("boat", SECTORS, None),
        ("", SECTORS, None),
        (3, SECTORS, None),
        (["care"], SECTORS, None),
        ("zorg", ("sport",), None),
    ],
)
def test_a_word_is_meant_only_where_it_may_stand(said: object, known: Iterable[str], meant: str | None) -> None:
    assert closest_word(said, known) == meant


class Called(BaseModel):
    pass_mark: int = described(60, nl=("Slaagnorm", "…"), en=("Pass mark", "…"), example="pass_mark: 60", ge=1)
    failed: bool = described(False, nl=("Gezakt", "…"), en=("Failed", "…"), example="true")
    phone: str = described(nl=("Telefoonnummer", "…"), en=("Telephone number", "…"), example="020 000 00 01")
    photo: str = described("", nl=("Foto van de voorkant", "…"), en=("Photo of the front", "…"), example="a.jpg")
    places: list[str] = described([], nl=("Locaties", "…"), en=("Locations", "…"), example="places: [here]")


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("pass-mark", "pass_mark"),
        ("slaagnorm", "pass_mark"),
        ("Slaag", "pass_mark"),
        ("gezakt", "failed"),
        ("telefoonnummer", "phone"),
        ("tele", "phone"),
        ("telephone", "phone"),
        ("Photo of the Front", "photo"),
        ("photo of the", "photo"),
        ("failed", "failed"),
        ("foto van de voorkant", "photo"),
        ("lo", "places"),
        ("fo", "photo"),
        ("l", None),
        ("zeil", None),
    ],
)
def test_a_key_is_recognised_by_its_title_or_how_that_begins(key: str, meant: str | None) -> None:
    assert closest_key(key, Called.model_fields) == meant


def test_a_beginning_that_two_titles_share_means_neither() -> None:
    class Two(BaseModel):
        one: int = described(1, nl=("Steiger noord", "…"), en=("North pier", "…"), example="1")
        two: int = described(2, nl=("Steiger zuid", "…"), en=("South pier", "…"), example="2")

    assert closest_key("steiger", Two.model_fields) is None
    assert closest_key("steiger zuid", Two.model_fields) == "two"


def test_a_described_key_keeps_its_words_example_limits_and_what_it_is_without() -> None:
    fields = Called.model_fields
    assert words_for(fields["pass_mark"], "nl") == ("Slaagnorm", "…")
    assert words_for(fields["pass_mark"], "en") == ("Pass mark", "…")
    assert explained("pass_mark: 60", fields["pass_mark"], "en") == f"{'pass_mark: 60':<44}  # Pass mark. …"
    assert example_of(fields["pass_mark"], "pass_mark") == "pass_mark: 60"
    assert example_of(fields["failed"], "failed") == "failed: true"
    assert fields["phone"].is_required() and not fields["pass_mark"].is_required()
    first, second = Called(phone="1"), Called(phone="2")
    assert (first.pass_mark, first.places) == (60, [])
    with pytest.raises(ValidationError):
        Called(phone="1", pass_mark=0)
    assert title(fields["photo"], "nl") == "Foto van de voorkant" and title(None, "nl") == ""
    assert second.model_dump() == {"pass_mark": 60, "failed": False, "phone": "2", "photo": "", "places": []}


class Shapes(BaseModel):
    yes: bool
    whole: int
    part: float
    day: date
    moment: datetime
    hour: time
    word: Literal["a", "b"]
    either: int | str
    maybe: date | None
    tide: Tide
    many: list[int]
    few: tuple[int, ...]
    some: set[int]
    fixed: frozenset[int]
    by: dict[str, int]
    crew: Crew
    fleet: Boat
    text: str
    other: Any


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("yes", "yes: true"),
        ("whole", "whole: 1"),
        ("part", "part: 1.5"),
        ("day", "day: 2026-03-31"),
        ("moment", "moment: 2026-03-31"),
        ("hour", 'hour: "09:00"'),
        ("word", "word: a"),
        ("either", "either: 1"),
        ("maybe", "maybe: 2026-03-31"),
        ("tide", "tide: ebb"),
        ("many", "many: […]"),
        ("few", "few: […]"),
        ("some", "some: […]"),
        ("fixed", "fixed: […]"),
        ("by", "by: {…}"),
        ("crew", 'crew: {name: "…"}'),
        ("fleet", "fleet: {}"),
        ("text", 'text: "…"'),
        ("other", 'other: "…"'),
    ],
)
def test_a_line_is_made_from_the_kind_of_value_that_belongs_there(name: str, line: str) -> None:
    assert sample(name, Shapes.model_fields[name]) == line


def test_a_block_in_a_block_is_not_written_out() -> None:
    class Ship(BaseModel):
        first: Crew
        crews: list[Crew]
        note: str = ""

    class Fleet(BaseModel):
        ship: Ship

    assert sample("ship", Fleet.model_fields["ship"]) == "ship: {first: {…}, crews: […]}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("care", "care"),
        ("pass_mark-2.5", "pass_mark-2.5"),
        ("12", "12"),
        ("0", "0"),
        ("020", '"020"'),
        ("1.200", '"1.200"'),
        ("yes", '"yes"'),
        ("No", '"No"'),
        ("on", '"on"'),
        ("off", '"off"'),
        ("y", '"y"'),
        ("N", '"N"'),
        ("null", '"null"'),
        ("two words", '"two words"'),
        ("één", '"één"'),
        ("", '""'),
    ],
)
def test_a_text_is_quoted_where_yaml_would_take_it_for_something_else(text: str, written: str) -> None:
    assert as_yaml(text) == written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a" * 40, f'"{"a" * 40}"'),
        ("a" * 41, f'"{"a" * 37}…"'),
        ("two\n  lines", '"two lines"'),
        (3, '"3"'),
        ([1], "a list"),
        ({"a": 1}, "a block of keys"),
    ],
)
def test_what_stands_there_is_shown_short(value: object, shown: str) -> None:
    assert quoted(value).en == shown
    assert quoted(value).nl == {"a list": "een lijst", "a block of keys": "een blok met sleutels"}.get(shown, shown)


def test_a_name_is_the_same_however_it_is_written() -> None:
    assert {folded(name) for name in ("Pass-Mark", "pass_mark", " pass  mark ", "PASS.MARK_")} == {"pass_mark"}


Kind = Annotated[
    Annotated[Crew, Tag("crew")] | Annotated[Boat, Tag("boat")],
    Discriminator(lambda value: "crew" if "age" in value else "boat"),
]


class Harbour(BaseModel):
    berth: str = Field(alias="ligplaats")
    there: list[Kind] = []
    either: Crew | list[int] | None = None
    twin: tuple[int, str] = (1, "")
    row: tuple[int, ...] = ()
    alone: tuple[bool] = (True,)
    three: tuple[int, str, bool] = (1, "", True)
    word: int | str = 1
    boats: dict[str, Boat] = {}


def test_a_place_is_found_behind_aliases_tags_and_the_members_of_a_union() -> None:
    at = place_of(("ligplaats",), Harbour)
    assert (at.path, at.name, at.annotation, at.owner, at.required) == (("ligplaats",), "ligplaats", str, Harbour, True)
    tagged = place_of(("there", 0, "boat", "people"), Harbour)
    assert (tagged.path, tagged.name, tagged.annotation, tagged.owner) == (("there", 0, "people"), "people", int, Boat)
    assert tagged.branches == ((("there", 0), "boat"),)
    assert place_of(("either", "Crew", "name"), Harbour).required
    assert not place_of(("either", "Crew", "age"), Harbour).required
    assert place_of(("either", "list[int]", 2), Harbour).annotation is int
    assert place_of(("either", "list[int]", 2), Harbour).path == ("either", 2)
    assert place_of(("either", "boat", "name"), Harbour).annotation is None
    wrapped = place_of(("either", "function-wrap[knows_its_keys()]", "name"), Harbour)
    assert (wrapped.annotation, wrapped.owner) == (str, Crew), "a model with a validator around it"
    tried = place_of(("either", "list[int]"), Harbour)
    assert (tried.path, tried.name, tried.field) == (("either",), "either", Harbour.model_fields["either"])


def test_a_place_in_a_list_or_a_mapping_is_of_the_kind_that_belongs_there() -> None:
    assert [place_of(("twin", number), Harbour).annotation for number in range(3)] == [int, str, str]
    assert [place_of(("row", number), Harbour).annotation for number in range(2)] == [int, int]
    assert place_of(("alone", 0), Harbour).annotation is bool
    assert [place_of(("three", number), Harbour).annotation for number in range(4)] == [int, str, bool, bool]
    assert [place_of(("word", kind), Harbour).annotation for kind in ("int", "str", "bool")] == [int, str, None]
    key = place_of(("boats", "zee", "[key]"), Harbour)
    assert (key.path, key.is_key, key.annotation) == (("boats", "zee"), True, None)
    for within in (("boats", "boats"), ("row", 0), ("either", "list[int]", 2)):
        item = place_of(within, Harbour)
        assert (item.name, item.required) == ("", False) and item.field is Harbour.model_fields[str(within[0])]
    inside = place_of(("boats", "zee", "name"), Harbour)
    assert (inside.name, inside.owner, inside.is_key) == ("name", Boat, False)
    unknown = place_of(("sail", "deeper"), Harbour)
    assert (unknown.path, unknown.annotation, unknown.field, unknown.owner) == (("sail", "deeper"), None, None, None)


def test_the_type_that_matters_is_what_stands_in_its_wrappings() -> None:
    assert plain(Annotated[int | None, "note"]) is int
    assert plain(Buoys) == list[int] and plain(TypeAliasType("Depth", float | None)) is float
    assert union_members(int | str | None) == (int, str)
    assert union_members(Annotated[int | str, "note"]) == (int, str) and union_members(int | None) == ()
    assert choices(Tide | None) == ["ebb", "flood"] and choices(Literal["a", 2]) == ["a", "2"] and choices(str) == []


def test_a_key_is_found_wherever_the_model_has_it() -> None:
    assert list(homes(Harbour, lambda key: key == "age")) == [
        *("there[]", "there[].crew[]", "there[].cargo.*", "there[].watch[]", "either"),
        *("boats.*.crew[]", "boats.*.cargo.*", "boats.*.watch[]"),
    ]
    assert list(homes(Boat, lambda key: key == "people")) == [""]
    assert list(homes(Crew, lambda key: key == "boat")) == []


def test_a_schema_says_it_in_one_language_as_draft_seven_asks() -> None:
    node = {
        "properties": {
            "age": {"type": "integer", "nl": ["Leeftijd", "Hoe oud."], "en": ["Age", "How old."], "example": "age: 20"},
            "nl": {"type": "string"},
            "crew": {"$ref": "#/Crew", "nl": ["B", "b"], "en": ["C", "c"], "example": "{}", "default": None},
            "only": {"$ref": "#/Only"},
            "depth": {"type": "number", "default": 2, "nl": ["D", "d"], "en": ["E", "e"], "example": "2"},
        },
        "anyOf": [{"type": "integer", "minimum": 1}, 3],
        "items": [{"nl": ["F", "f"], "en": ["G", "g"], "example": "when: from: 3"}],
        "near": {"$ref": "#/Near", "minItems": 1},
        "sides": {"en": ["left", "right"], "type": "array"},
    }
    number = {"type": ["integer", "string"], "pattern": "^[0-9]+$"}
    assert localise(node, "en") == {
        "properties": {
            "age": {**number, "title": "Age", "description": "How old.", "examples": ["20"]},
            "nl": {"type": "string"},
            "crew": {"title": "C", "description": "c", "examples": ["{}"], "allOf": [{"$ref": "#/Crew"}]},
            "only": {"$ref": "#/Only"},
            "depth": {"type": "number", "default": 2, "title": "E", "description": "e", "examples": ["2"]},
        },
        "anyOf": [{**number, "minimum": 1}, 3],
        "items": [{"title": "G", "description": "g", "examples": ["from: 3"]}],
        "near": {"minItems": 1, "allOf": [{"$ref": "#/Near"}]},
        "sides": {"en": ["left", "right"], "type": "array"},
    }
    assert DRAFT == "http://json-schema.org/draft-07/schema#"
    assert localise(node, "nl")["properties"]["age"]["title"] == "Leeftijd"
