"""What the studio shows about a profile is said in words of its form: no key, code, bracket or name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from support import BASE, TESTS

from voorlichter.problems import LANGUAGES, Language, Mark, Problem, Say
from voorlichter.studio.form import plan_form
from voorlichter.studio.session import Session
from voorlichter.studio.told import FormWords, Sentences, fields_by_path, in_words, keys_of, lacks, people_in, tell
from voorlichter.workspace import Workspace

NAMES = {
    "advisors": [{"id": id_, "name": f"{id_.title()} Elders"} for id_ in ("noor", "sam", "iz", "ans", "kim", "ria")],
    "organisation": {"locations": [{"id": id_, "name": id_.title()} for id_ in ("noord", "zuid", "kade", "werf")]},
}
LINE = re.compile(r"(?P<file>profiles/[^/]+/profile\.yml|advisors/[^/]+\.yml):(?P<line>\d+):\d+  (?P<said>.*)")
NOTES = ("let op: ", "note: ")
CODE = re.compile(r"\w_\w|[{}\[\]<>`]|\w\.yml|\bYAML\b|: \w+: |\btrue\b|\bfalse\b|→ \w+ →.*\b[a-z]+$")
SLUGS = re.compile(r"(?<![\w.@/-])(?:noor|sam|iz|kim|noord|zuid|kade|werf)(?![\w.@-])")


@cache
def words(language: Language) -> FormWords:
    named = Session(Workspace.at(BASE), date(2026, 11, 2)).named()
    return FormWords(language, fields_by_path(plan_form(language, named)), people_in(NAMES, language))


@cache
def all_problems() -> list[Problem]:
    """Everything `check` says of a profile in the golden cases, each sentence once."""
    found: dict[tuple[str, ...], Problem] = {}
    for expected in sorted((TESTS / "golden").rglob("expected.txt")):
        lines = [line for line in map(LINE.fullmatch, expected.read_text(encoding="utf-8").splitlines()) if line]
        for nl, en in zip(lines[: len(lines) // 2], lines[len(lines) // 2 :], strict=True):
            dutch, english = nl["said"].split("  "), en["said"].split("  ")
            if len(dutch) == len(english) == 3:
                severity = "warning" if dutch[1].startswith(NOTES) else "error"
                message, fix = (
                    Say(a.removeprefix(NOTES[0]), b.removeprefix(NOTES[1]))
                    for a, b in zip(dutch[1:], english[1:], strict=True)
                )
                found[tuple(dutch)] = Problem(Mark(Path(nl["file"]), int(nl["line"])), dutch[0], message, fix, severity)
    return list(found.values())


def outside_quotes(text: str) -> str:
    """What we say ourselves: between quotes stands what somebody typed, or a title."""
    return re.sub("“[^”]*”|https?://\\S+", "", text)


def told() -> Iterator[tuple[Problem, Language, Sentences]]:
    for problem in all_problems():
        for language in LANGUAGES:
            yield problem, language, tell(problem, words(language))


def test_nothing_that_is_shown_holds_a_key_a_code_or_a_bracket() -> None:
    wrong = []
    for problem, language, said in told():
        own = [outside_quotes(text) for text in (said.title, said.message, said.fix)]
        if any(CODE.search(text) or SLUGS.search(text) for text in own):
            wrong.append(f"{language} {problem.where}: {said}")
    assert wrong == []


def test_what_a_question_asks_is_seldom_left_to_the_file() -> None:
    asked = [(problem, said) for problem, language, said in told() if language == "nl" and said.title]
    left = sorted(
        {problem.message.nl for problem, said in asked if "regel" in said.message and "bestand" in said.message}
    )
    assert len(asked) > 200
    assert len(left) < 20, left


@pytest.mark.parametrize(
    ("where", "message", "fix", "shown"),
    [
        (
            "advisors[0].backup",
            Say("er is geen vertrouwenspersoon jan in dit profiel", "there is no advisor jan in this profile"),
            Say("schrijf: backup: sam", "write: backup: sam"),
            Sentences("Noor Elders: Vervanger", "er is geen vertrouwenspersoon jan in dit profiel", "", "Sam Elders"),
        ),
        (
            "advisors[0].hours",
            Say("hier horen uren per dag", "hours for each day belong here"),
            Say('schrijf: hours: {mon: "09:00-17:00", tue: "09:00-17:00"}', 'write: hours: {mon: "09:00-17:00", tue: "09:00-17:00"}'),
            Sentences("Noor Elders: Meestal bereikbaar", "hier horen uren per dag", "", "ma-di 09:00-17:00"),
        ),
        (
            "doors.hr.phone",
            Say("is leeg", "is empty"),
            Say('schrijf bijvoorbeeld: phone: "020 000 00 01", of haal de regel weg', "write for example: …"),
            Sentences("HR: Telefoon", "nog invullen", "bijvoorbeeld: “020 000 00 10”", ""),
        ),
        (
            "organisation.kleur",
            Say("onbekende sleutel", "unknown key"),
            Say("hier mogen staan: name", "allowed here: name"),
            Sentences("", "op regel 7 van het bestand staat iets wat geen vraag kent", "kijk bij “Als tekst”", ""),
        ),
    ],
)  # fmt: skip
def test_a_field_is_called_by_its_title_and_a_person_by_their_name(where: str, message: Say, fix: Say, shown: Sentences) -> None:  # fmt: skip
    assert tell(Problem(Mark(Path("profile.yml"), 7), where, message, fix), words("nl")) == shown


def test_a_place_is_read_as_the_keys_that_lead_there() -> None:
    assert keys_of("advisors[0].hours.mon") == ("advisors", 0, "hours", "mon")


def told_of(where: str, message: Say, fix: Say, language: Language) -> tuple[str, str, str, str]:
    """The title, what is wrong, what to do, and the value that goes there."""
    said = tell(Problem(Mark(Path("profile.yml"), 7), where, message, fix), words(language))
    return said.title, said.message, said.fix, said.value


_SHORTER = Say("maak het korter", "make it shorter")
_LONG = Say("te lang", "too long")
IN_BOTH: dict[str, tuple[str, Say, Say, tuple[str, ...], tuple[str, ...]]] = {
    "a value that is certain, on a day and by its hours": (
        "advisors[1].hours",
        Say("hier horen uren per dag", "hours for each day belong here"),
        Say('schrijf: hours: {mon: "09:00-17:00", tue: "09:00-17:00", thu: "9:00-12:00"}', 'write: hours: {mon: "09:00-17:00", tue: "09:00-17:00", thu: "9:00-12:00"}'),
        ("Sam Elders: Meestal bereikbaar", "hier horen uren per dag", "", "ma-di 09:00-17:00, do 9:00-12:00"),
        ("Sam Elders: Usually reachable", "hours for each day belong here", "", "Mon-Tue 09:00-17:00, Thu 9:00-12:00"),
    ),
    "an advisor without a name yet": (
        "advisors[9].name", Say("ontbreekt", "is missing"), Say("x", "x"),
        ("Vertrouwenspersoon 10: Naam", "nog invullen", "bijvoorbeeld: “Noor Voorbeeld”", ""),
        ("Advisor 10: Name", "still to fill in", "for example: “Noor Voorbeeld”", ""),
    ),
    "an advisor as a whole": (
        "advisors[0]", Say("ontbreekt", "is missing"), Say("x", "x"),
        ("Noor Elders", "nog invullen", "", ""), ("Noor Elders", "still to fill in", "", ""),
    ),
    "what a new file still asks": (
        "organisation.name", Say("hier staat nog VUL IN", "this still says FILL IN"), Say("x", "x"),
        ("Naam", "nog invullen", "bijvoorbeeld: “Stichting Zorggroep De Vuurtoren”", ""),
        ("Name", "still to fill in", "for example: “Stichting Zorggroep De Vuurtoren”", ""),
    ),
    "an example of its own": (
        "advisors[0].phone",
        Say("dit is geen nummer: “abc”", "this is no number: “abc”"),
        Say('schrijf bijvoorbeeld: phone: "12", of haal de regel weg', 'write for example: phone: "12", or remove the line'),
        ("Noor Elders: Telefoon", "dit is geen nummer: “abc”", "bijvoorbeeld: “020 000 00 01”", ""),
        ("Noor Elders: Telephone", "this is no number: “abc”", "for example: “020 000 00 01”", ""),
    ),
    "an example of another field": (
        "advisors[0].whatsapp",
        Say("dit is geen mobiel nummer", "this is no mobile number"),
        Say("schrijf bijvoorbeeld: phone: 12", "write for example: phone: 12"),
        ("Noor Elders: WhatsApp", "dit is geen mobiel nummer", "vul “Telefoon” in", ""),
        ("Noor Elders: WhatsApp", "this is no mobile number", "fill in “Telephone”", ""),
    ),
    "a word that was meant": (
        "advisors[0].scope[0]",
        Say("onbekend: conducts (conduct, integrity)", "unknown: conducts (conduct, integrity)"),
        Say("bedoelt u conduct?", "do you mean conduct?"),
        ("Noor Elders: Waarvoor", "onbekend: conducts", "bedoel je “Ongewenst gedrag”?", ""),
        ("Noor Elders: Scope", "unknown: conducts", "do you mean “Undesirable behaviour”?", ""),
    ),
    "a person that was meant": (
        "advisors[0].backup", _LONG, Say("bedoelt u sam?", "do you mean sam?"),
        ("Noor Elders: Vervanger", "te lang", "bedoel je “Sam Elders”?", ""),
        ("Noor Elders: Backup", "too long", "do you mean “Sam Elders”?", ""),
    ),
    "a choice": (
        "advisors[0].scope", _LONG, Say("kies uit: conduct, integrity", "choose from: conduct, integrity"),
        ("Noor Elders: Waarvoor", "te lang", "kies uit: Ongewenst gedrag, Integriteit", ""),
        ("Noor Elders: Scope", "too long", "choose from: Undesirable behaviour, Integrity", ""),
    ),
    "a line of the file": (
        "organisation.name",
        Say("let op: uw naam is lang", "note: your name is long"),
        Say("haal deze regel weg", "remove this line"),
        ("Naam", "je naam is lang", "maak dit leeg", ""),
        ("Name", "your name is long", "clear this", ""),
    ),
    "yes or no": (
        "organisation.public_body",
        Say("hier hoort ja of nee (true of false)", "yes or no belongs here (true or false)"),
        Say("schrijf: public_body: true, of public_body: false", "write: public_body: true, or public_body: false"),
        ("Overheid", "hier hoort ja of nee", "kies ja of nee", ""),
        ("Public body", "yes or no belongs here", "choose yes or no", ""),
    ),
    "a module": (
        "training.modules[0]",
        Say("er is geen module role", "there is no module role"),
        Say("haal role hier weg", "remove role here"),
        ("Modules", "er is geen module “Ken je de vertrouwenspersoon?”", "maak “Ken je de vertrouwenspersoon?” hier leeg", ""),
        ("Modules", "there is no module “Do you know the confidential advisor?”", "clear “Do you know the confidential advisor?” here", ""),
    ),
    "a door": ("doors.hr.name", _LONG, _SHORTER, ("HR: Naam", "te lang", "maak het korter", ""), ("HR: Name", "too long", "make it shorter", "")),
    "a topic": (
        "topics.pay.note", _LONG, _SHORTER,
        ("Salaris, rooster of verlof: Toevoeging", "te lang", "maak het korter", ""),
        ("Pay, working hours or leave: Note", "too long", "make it shorter", ""),
    ),
    "a picture": (
        "brand.logo",
        Say("dit bestand is er niet: logo.png", "this file is not there: logo.png"),
        Say("zet het naast profile.yml", "put it next to profile.yml"),
        ("Logo", "dit bestand is er niet: logo.png", "kies het bestand hier opnieuw", ""),
        ("Logo", "this file is not there: logo.png", "choose the file here again", ""),
    ),
    "keys within a sentence": (
        "advisors[0].call_name",
        Say("zet call_name en backup erbij", "add call_name and backup"),
        Say("schrijf call_name: Noor", "write call_name: Noor"),
        ("Noor Elders: Roepnaam", "zet “Roepnaam” en “Vervanger” erbij", "schrijf “Roepnaam”: Noor", ""),
        ("Noor Elders: Call name", "add “Call name” and backup", "write “Call name”: Noor", ""),
    ),
    "marks that somebody typed": (
        "advisors[0].email",
        Say("tekst met [[ org.name ]] en {je|u}", "text with [[ org.name ]] and {je|u}"),
        Say('haal "x" weg', 'remove "x" here'),
        ("Noor Elders: E-mail", "tekst met “[[ org.name ]]” en “{je|u}”", "maak “x” leeg", ""),
        ("Noor Elders: E-mail", "text with “[[ org.name ]]” and “{je|u}”", "clear “x” here", ""),
    ),
    "a day and people within a sentence": (
        "advisors[0].absences",
        Say("afwezig sinds 2026-11-02, en sam ook; “2026-11-02” blijft staan", "away since 2026-11-02, and sam too; “2026-11-02” stays"),
        Say("kies werf of ans.example", "choose werf or ans.example"),
        ("Noor Elders: Afwezigheid", "afwezig sinds 2 november 2026, en Sam Elders ook; “2026-11-02” blijft staan", "kies Werf of ans.example", ""),
        ("Noor Elders: Absences", "away since 2 November 2026, and Sam Elders too; “2026-11-02” stays", "choose Werf or ans.example", ""),
    ),
    "a value that goes somewhere": (
        "organisation.workforce", Say("dit zijn er te veel", "these are too many"), Say("schrijf: workforce: 40", "write: workforce: 40"),
        ("Aantal werkenden", "dit zijn er te veel", "", "40"), ("Working persons", "these are too many", "", "40"),
    ),
    "words of a file that have none in the form": (
        "organisation.workforce", Say("schrijf YAML op regel 3", "write YAML at line 3"), Say("schrijf: workforce: 40", "write: workforce: 40"),
        ("Aantal werkenden", "op regel 7 van het bestand staat iets wat geen vraag kent", "kijk bij “Als tekst”", "40"),
        ("Working persons", "on line 7 of the file stands something that no question asks", "look under “As text”", "40"),
    ),
    "a key by its whole path": (
        "publication.url", Say("zet publication.date erbij", "add publication.date"), Say("zet training.modules erbij", "add training.modules"),
        ("Webadres", "zet “Datum” erbij", "zet “Modules” erbij", ""), ("Web address", "add “Date”", "add “Modules”", ""),
    ),
    "an advisor's work by its code": (
        "advisors[0].backup",
        Say("sam heeft scope conduct niet", "sam has no scope conduct"),
        Say("schrijf: scope: [conduct, integrity] bij noor", "write: scope: [conduct, integrity] for noor"),
        ("Noor Elders: Vervanger", "Sam Elders heeft “Waarvoor” “Ongewenst gedrag” niet", "“Waarvoor”: Ongewenst gedrag, Integriteit bij Noor Elders", ""),
        ("Noor Elders: Backup", "Sam Elders has no scope “Undesirable behaviour”", "“Scope”: Undesirable behaviour, Integrity for Noor Elders", ""),
    ),
    "a part of a value": (
        "advisors[0].hours.mon", _LONG, _SHORTER,
        ("Noor Elders: Meestal bereikbaar", "te lang", "maak het korter", ""), ("Noor Elders: Usually reachable", "too long", "make it shorter", ""),
    ),
    "a door that nobody knows": ("doors.zz.name", _LONG, _SHORTER, ("Naam", "te lang", "maak het korter", ""), ("Name", "too long", "make it shorter", "")),
    "an example of what no question asks": (
        "advisors[0].phone", _LONG, Say("schrijf bijvoorbeeld: kleur: rood", "write for example: kleur: rood"),
        ("Noor Elders: Telefoon", "te lang", "", ""), ("Noor Elders: Telephone", "too long", "", ""),
    ),
    "the program and a folder": (
        "advisors[0].phone",
        Say("`voorlichter kit` doet dit (<b>) onder organisation", "`voorlichter kit` does this (<b>)"),
        Say("haal de regel weg; een map schrijft u met /", "remove the line; a folder is written with /"),
        ("Noor Elders: Telefoon", "het programma doet dit bij de organisatie", "maak dit leeg", ""),
        ("Noor Elders: Telephone", "the program does this", "clear this", ""),
    ),
    "a value between quotes, and titles of a form that are words too": (
        "advisors[0].call_name",
        Say("er staat call_name: “Noor E”", "it says call_name: “Noor E”"),
        Say("laat practice staan", "keep the practice, the advisors and a name"),
        ("Noor Elders: Roepnaam", "er staat “Roepnaam”: Noor E", "laat “Bureau” staan", ""),
        ("Noor Elders: Call name", "it says “Call name”: Noor E", "keep the practice, the advisors and a name", ""),
    ),
    "a key that no question asks": (
        "organisation.kleur", _LONG, Say("schrijf: kleur: 40", "write: kleur: 40"),
        ("", "op regel 7 van het bestand staat iets wat geen vraag kent", "kijk bij “Als tekst”", ""),
        ("", "on line 7 of the file stands something that no question asks", "look under “As text”", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", IN_BOTH)
def test_a_problem_is_told_in_both_languages(case: str) -> None:
    where, message, fix, dutch, english = IN_BOTH[case]
    assert told_of(where, message, fix, "nl") == dutch
    assert told_of(where, message, fix, "en") == english


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "ja"),
        (False, "nee"),
        (["sam", True, "werf"], "Sam Elders, ja, Werf"),
        ("conduct", "Ongewenst gedrag"),
        ("2026-11-02", "2 november 2026"),
        ("2026-02-30", "2026-02-30"),
        ("op 2026-11-02", "op 2026-11-02"),
        (3, "3"),
        ({}, ""),
        ({"nl": "tekst"}, ""),
        ({"mon": "9:00-12:00", "nl": "tekst"}, ""),
        ({"wed": "9:00-12:00", "mon": "9:00-12:00"}, "ma 9:00-12:00, wo 9:00-12:00"),
        (dict.fromkeys(("mon", "tue", "wed", "fri"), "9:00-12:00"), "ma-wo 9:00-12:00, vr 9:00-12:00"),
        ({"sat": "9:00-12:00", "sun": "9:00-13:00"}, "za 9:00-12:00, zo 9:00-13:00"),
        (dict.fromkeys(("thu", "fri", "sat", "sun"), "closed"), "do-zo closed"),
    ],
)
def test_a_value_is_shown_as_the_form_shows_it(value: object, shown: str) -> None:
    assert in_words(value, words("nl").fields["advisors", "*", "scope"], words("nl")) == shown


def test_a_value_of_no_field_is_shown_too() -> None:
    english = words("en")
    assert [in_words(value, None, english) for value in (True, "conduct", {"sun": "9-12"})] == [
        "yes",
        "conduct",
        "Sun 9-12",
    ]


def test_people_are_called_by_the_name_that_the_language_has() -> None:
    named = {
        "advisors": [
            {"id": "noor", "name": "Noor Elders"},
            {"use": "sam", "name": "Sam Elders"},
            {"id": "kim", "name": "VUL IN"},
            {"id": "iz", "name": ""},
            {"name": "Ria Elders"},
            "ans",
            {"id": "ans", "name": 3},
        ],
        "organisation": {
            "locations": [
                {"id": "zuid", "name": {"nl": "Zuid", "en": "South"}},
                {"id": "kade", "name": {"nl": "Kade"}},
                {"id": "leeg", "name": {}},
            ]
        },
    }

    def by_id(language: Language) -> dict[str, str]:
        return {id_: name for id_, name in people_in(named, language).items() if id_.isalpha()}

    assert by_id("nl") == {"noor": "Noor Elders", "sam": "Sam Elders", "zuid": "Zuid", "kade": "Kade"}
    assert by_id("en") == {"noor": "Noor Elders", "sam": "Sam Elders", "zuid": "South", "kade": "Kade"}
    english = FormWords("en", words("en").fields, people_in(named, "en"))
    missing = Say("ontbreekt", "is missing")
    titles = [
        tell(Problem(Mark(Path("profile.yml")), f"advisors[{place}].phone", missing, missing), english).title
        for place in range(5)
    ]
    assert [title.partition(":")[0] for title in titles] == [
        "Noor Elders", "Sam Elders", "Advisor 3", "Advisor 4", "Ria Elders",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [None, [], {"advisors": None}, {"advisors": {}, "organisation": []}])
def test_a_file_that_says_something_else_names_nobody(data: object) -> None:
    assert people_in(data, "nl") == {}


@pytest.mark.parametrize(
    ("message", "is_lacking"),
    [
        ("is missing", True),
        ("is empty, as it seems", True),
        ("this still says FILL IN", True),
        ("here is missing a name", False),
        ("too long", False),
    ],
)
def test_what_is_still_to_come_is_no_mistake(message: str, is_lacking: bool) -> None:
    assert lacks(Problem(Mark(Path("profile.yml")), "practice", Say("fout", message), Say("", ""))) is is_lacking


def test_a_field_is_found_for_a_value_and_for_the_items_of_its_list() -> None:
    form = words("en")

    def found(where: str) -> str | None:
        field = form.field_at(keys_of(where))
        return ".".join(field["path"]) if field is not None else None

    assert found("advisors[3].phone") == "advisors.*.phone"
    assert found("advisors[3]") == "advisors"
    assert found("advisors[3].kleur") is None
    assert found("advisors[3].hours.mon") == "advisors.*.hours"
    assert found("brand.logo_alt.nl") == "brand.logo_alt"
    assert found("practice") == "practice" and found("practice.kleur") is None
    assert found("doors.hr") == "doors" and found("doors.hr.phone") == "doors.*.phone"
    assert found("kleur") is None and found("") is None


def test_a_key_is_the_one_beside_the_place_before_one_elsewhere() -> None:
    form = words("en")

    def called(key: str, where: str) -> str | None:
        field = form.field_called(key, keys_of(where))
        return ".".join(field["path"]) if field is not None else None

    assert called("name", "practice.url") == "practice.name"
    assert called("name", "advisors[1].phone") == "advisors.*.name"
    assert called("call_name", "practice.url") == "advisors.*.call_name"
    assert called("publication.date", "practice.url") == "publication.date"
    assert called("kleur", "practice.url") is None
