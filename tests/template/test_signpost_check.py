"""A signpost is held to be whole: whatever somebody chooses, it ends at a person, soon and never in a ring."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from voorlichter.languages import complete, shipped
from voorlichter.template.data import Data, DoorData, HelpData, TopicData
from voorlichter.template.signpost_check import check_signpost
from voorlichter.text import Text
from voorlichter.workspace import Workspace


def said(word: str) -> dict[str, str]:
    return {"nl": word, "en": word}


def to(end: str) -> dict[str, Any]:
    return {"text": said("Dat"), "to": end}


def step(name: str, *ends: str, unknown: str | None = "advisor") -> dict[str, Any]:
    further = {"unknown": {"to": unknown}} if unknown else {}
    return {"id": name, "ask": said("Wat?"), "choices": [to(end) for end in ends], **further}


def end(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, **more}


def whole() -> dict[str, Any]:
    """A signpost with nothing wrong."""
    return {
        "start": "about",
        "steps": [step("about", "danger", "noise", "more"), step("more", "pay", "money", "advisor")],
        "ends": [
            end("danger", who="danger", text=said("Bel 112.")),
            end("advisor", who="advisor", text=said("Bel gerust.")),
            end("noise", topic="noise", read={"page": "gedrag.md#lawaai", "text": said("Lees")}),
            end("pay", topic="pay"),
            end("money", topic="money", doors=["line"], read={"page": "gedrag.md", "text": said("Lees")}),
        ],
    }


def topic(name: str, inside: str, *doors: str, scope: str | None = None) -> TopicData:
    text = Text.model_validate(said(name))
    return TopicData.model_validate(
        {"id": name, "inside": inside, "title": text, "text": text, "doors": doors, "scope": scope}
    )


def around() -> Data:
    """The topics and doors that it is held against."""
    text = Text.model_validate(said("tekst"))
    return Data(
        offered=complete(shipped()),
        topics=[topic("noise", "yes"), topic("pay", "no", "hr"), topic("money", "yes", scope="integrity")],
        doors={"hr": DoorData(name=text)},
        help=[HelpData(id="line", name=text, text=text, source="lijn.example")],
    )


PAGES = {"gedrag.md": frozenset({"lawaai", "geluid"}), "index.md": frozenset[str]()}
Alter = Callable[[dict[str, Any]], object]


def told(folder: Path, signpost: object, sound: bool = True, data: Data | None = None) -> list[str]:
    """What is wrong, each as the key it stands under, what it concerns, the message and the advice."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/signpost.yml").write_text(json.dumps(signpost, indent=1), encoding="utf-8")
    data = data or around()
    _, problems = check_signpost(Workspace(folder, folder), data, PAGES, sound)
    source = data.sources["signpost"]
    places = {(mark.line, mark.column): path for marks in (source.keys, source.values) for path, mark in marks.items()}
    return [
        "  ".join(
            (
                ".".join(map(str, places[problem.mark.line, problem.mark.column][1:])),
                problem.where,
                problem.message.en,
                problem.fix.en,
            )
        )
        for problem in problems
    ]


def ring(signpost: dict[str, Any]) -> None:
    signpost["steps"][1]["choices"][2]["to"] = "about"


def long_way(*, steps: int) -> Alter:
    def alter(signpost: dict[str, Any]) -> None:
        names = [f"way{number}" for number in range(steps)]
        signpost["steps"][1]["choices"].append(to(names[0]))
        signpost["steps"] += [step(name, then) for name, then in zip(names, [*names[1:], "advisor"], strict=True)]

    return alter


def choices(*, many: int) -> Alter:
    return lambda signpost: signpost["steps"][1].update(choices=[to("pay"), to("money"), *many * [to("advisor")]])


def put(*path: str | int, value: object) -> Alter:
    def alter(signpost: Any) -> None:
        for part in path[:-1]:
            signpost = signpost[part]
        signpost[path[-1]] = value

    return alter


def all_of(*alters: Alter) -> Alter:
    return lambda signpost: [alter(signpost) for alter in alters]


KNOWN = "about, more, danger, advisor, noise, pay, money"
LATER = "this way comes back to the same question  let the choice lead to a later step or an end"
TO_ADVISOR = (
    "whoever does not know does not always get to the advisor here  let unknown lead to an end with who: advisor"
)
TWICE = "this id is there twice  give each step and each end an id of its own"
ANSWERED: dict[str, tuple[Alter, Sequence[str]]] = {
    "nothing is wrong": (lambda signpost: None, []),
    "a way of five choices": (long_way(steps=3), []),
    "a way of six choices": (
        long_way(steps=4),
        ["start  start  the longest way takes 6 choices  keep it at 5 at most"],
    ),
    "seven choices": (choices(many=5), []),
    "eight choices": (
        choices(many=6),
        ["steps.1.choices  more  8 choices are too many to take in  keep 7 at most, or make it two questions"],
    ),
    "a ring": (ring, [f"steps.0.choices.2.to  about  {LATER}"]),
    "a way of a question to itself": (
        put("steps", 1, "choices", 2, "to", value="more"),
        [f"steps.1.choices.2.to  more  {LATER}"],
    ),
    "who does not know is sent on to a choice of doors": (
        put("steps", 0, "unknown", "to", value="more"),
        [f"steps.0.unknown.to  about.unknown  {TO_ADVISOR}"],
    ),
    "who does not know comes to a door": (
        put("steps", 1, "unknown", "to", value="pay"),
        [f"steps.1.unknown.to  more.unknown  {TO_ADVISOR}"],
    ),
    "no way on for who does not know": (
        lambda signpost: signpost["steps"][1].pop("unknown"),
        [
            "steps.1.id  more  whoever does not know cannot go on here  "
            "write for this question: unknown: {to: advisor}"
        ],
    ),
    "a question without choices": (
        lambda signpost: (signpost["steps"].append(step("last")), signpost["steps"][1]["choices"].append(to("last"))),
        [
            "steps.2.id  last  this question has no choices: whoever gets here is stuck  "
            "write choices, or make it an end"
        ],
    ),
    "danger after two choices": (
        lambda signpost: signpost["steps"][1]["choices"].append(signpost["steps"][0]["choices"].pop(0)),
        [
            "start  start  whoever is in danger does not find help here with one choice  "
            "give the first question a choice that leads to an end with who: danger"
        ],
    ),
    "a step and an end that nobody reaches": (
        lambda signpost: (signpost["steps"].append(step("alone", "there")), signpost["ends"].append(end("there", who="advisor", text=said("Bel.")))),
        [
            "steps.2.id  alone  nobody gets here  let a choice lead here (to: alone), or remove it",
            "ends.5.id  there  nobody gets here  let a choice lead here (to: there), or remove it",
        ],
    ),
    "an id that a step and an end have": (
        lambda signpost: signpost["ends"].append(end("more", who="advisor", text=said("Bel."))),
        [f"ends.5.id  more  {TWICE}"],
    ),
    "ways to nowhere": (
        all_of(
            put("start", value="gone"),
            put("steps", 0, "choices", 1, "to", value="nowhere"),
            put("steps", 1, "unknown", "to", value="lost"),
        ),
        [
            f"start  start  there is no step or end gone  choose from: {KNOWN}",
            f"steps.0.choices.1.to  about  there is no step or end nowhere  choose from: {KNOWN}",
            f"steps.1.unknown.to  more  there is no step or end lost  choose from: {KNOWN}",
        ],
    ),
    "it starts with an end": (
        put("start", value="advisor"),
        ["start  start  a signpost starts with a question  choose from: about, more"],
    ),
    "a page that not every organisation has": (
        put("ends", 4, "read", "page", value="sport.md#kop"),
        [
            "ends.4.read.page  money.read  not every organisation has a page sport.md  "
            "choose a page of docs/en without when"
        ],
    ),
    "a heading that is not there": (
        put("ends", 2, "read", "page", value="gedrag.md#stil"),
        ["ends.2.read.page  noise.read  there is no such heading on that page  choose from: geluid, lawaai"],
    ),
    "an end that names nobody": (
        lambda signpost: signpost["ends"][1].pop("who"),
        [
            f"steps.0.unknown.to  about.unknown  {TO_ADVISOR}",
            f"steps.1.unknown.to  more.unknown  {TO_ADVISOR}",
            "ends.1.id  advisor  an end has either a topic or a who  "
            "write for example: topic: noise, or: who: advisor",
        ],
    ),
    "an end with a topic and doors": (
        put("ends", 3, "who", value="doors"),
        ["ends.3.id  pay  an end has either a topic or a who  write for example: topic: noise, or: who: advisor"],
    ),
    "a topic that is the advisor's": (put("ends", 3, "who", value="advisor"), []),
    "a topic that does not exist": (
        put("ends", 3, "topic", value="wages"),
        [
            "ends.3.topic  pay.topic  there is no topic wages  choose from: noise, pay, money",
            "ends  pay  this topic has no end: whoever comes with it does not find the door  "
            "add an end with topic: pay, and a choice that leads to it",
        ],
    ),
    "a door that does not exist": (
        put("ends", 4, "doors", value=["line", "chef"]),
        ["ends.4.doors.1  money.doors  there is no door chef  choose from: hr, line"],
    ),
    "an end without a topic that says nothing": (
        lambda signpost: signpost["ends"][0].pop("text"),
        ["ends.0.id  danger  this end says nothing  write for example: text: {nl: …, en: …}"],
    ),
    "an end that may be outside and shows no door": (
        lambda signpost: signpost["ends"][4].pop("doors"),
        ["ends.4.id  money  this end shows nobody a door  write for example: doors: [hr]"],
    ),
    "doors of nobody": (
        all_of(put("ends", 0, "who", value="doors"), put("steps", 0, "choices", 2, "to", value="more")),
        [
            "start  start  whoever is in danger does not find help here with one choice  "
            "give the first question a choice that leads to an end with who: danger",
            "ends.0.id  danger  this end shows nobody a door  write for example: doors: [hr]",
        ],
    ),
    "words of one language": (
        lambda signpost: signpost["steps"][1]["ask"].update(nl="je <b>weet</b>"),
        [
            "steps.1.ask.nl  steps[1].ask.nl  “je” stands outside a form-of-address mark  "
            'write {je|u} with its verb, or {"…"} around a quotation',
            "steps.1.ask.nl  steps[1].ask.nl  HTML does not belong in a data file  write plain text",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERED)
def test_a_signpost_is_told_where_somebody_would_get_lost(case: str, tmp_path: Path) -> None:
    alter, problems = ANSWERED[case]
    signpost = copy.deepcopy(whole())
    alter(signpost)
    assert told(tmp_path, signpost) == problems


def test_topics_and_doors_are_judged_only_where_their_own_files_are_sound(tmp_path: Path) -> None:
    signpost = whole()
    signpost["ends"][3]["topic"] = "wages"
    assert told(tmp_path, signpost, sound=False) == []


def test_without_topics_none_is_advised(tmp_path: Path) -> None:
    signpost = whole()
    signpost["ends"][0].pop("who")
    first = [
        line
        for line in told(tmp_path, signpost, data=Data(offered=complete(shipped())))
        if line.startswith("ends.0.id")
    ]
    assert first == [
        "ends.0.id  danger  an end has either a topic or a who  write for example: topic: …, or: who: advisor"
    ]


def test_a_mistake_in_its_form_is_told_by_its_place_and_nothing_else_is(tmp_path: Path) -> None:
    signpost = whole()
    signpost["steps"][0]["hints"] = "x"
    signpost["ends"][2]["read"]["page"] = "Gedrag.html"
    signpost["start"] = "gone"
    places = [line.split("  ")[1] for line in told(tmp_path, signpost)]
    assert sorted(places) == ["ends[2].read.page", "steps[0].hints"]
    assert check_signpost(Workspace(tmp_path, tmp_path), around(), PAGES, True)[0] is None


def test_a_signpost_comes_back_with_its_problems(tmp_path: Path) -> None:
    told(tmp_path, whole())
    found, problems = check_signpost(Workspace(tmp_path, tmp_path), around(), PAGES, True)
    assert problems == [] and found is not None
    assert [one.id for one in found.ends] == ["danger", "advisor", "noise", "pay", "money"]


def test_words_of_a_language_that_is_not_offered_are_told(tmp_path: Path) -> None:
    signpost = whole()
    signpost["steps"][0]["ask"]["de"] = "Was?"
    (line,) = told(tmp_path, signpost)
    assert line.startswith("steps.0.ask.de  steps[0].ask.de  ")
