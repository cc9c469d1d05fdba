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
from voorlichter.studio.told import FormWords, Sentences, fields_by_path, keys_of, people_in, tell
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
