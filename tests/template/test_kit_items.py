"""The texts of the kit: held to their rules, each mistake at its place, and told in one language and form of address."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from voorlichter.languages import complete, shipped
from voorlichter.slots.names import Names
from voorlichter.template.kit_items import check_kit_items, check_kit_slots, describe_kit_items, localise_kit_items
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace


def said(nl: str, en: str = "text") -> dict[str, str]:
    return {"nl": nl, "en": en}


def whole() -> dict[str, Any]:
    return {
        "called": said("De  poster", "The poster"),
        "group": "hang",
        "files": ["text", "sheet"],
        "papers": ["a4"],
        "title": said("{Bel je|Belt u} nu?"),
        "about": said("Voor\nde muur, één"),
        "when": "org.public_body",
        "parts": [
            {
                "id": "call",
                "title": said("Bel"),
                "text": said("Een [[ org.name ]]\nzin.\n\n\n\nNog {een|een} zin."),
                "points": [{"text": said("punt  een"), "when": "backup"}, {"text": said("twee")}],
                "notes": said("Zeg dit."),
                "when": "org.from_50",
            },
            {"id": "mail"},
        ],
    }


Alter = Callable[[dict[str, Any]], object]


def lay(folder: Path, item: object) -> Workspace:
    (folder / "data/kit").mkdir(parents=True)
    (folder / "data/kit/poster.yml").write_text(json.dumps(item, indent=1), encoding="utf-8")
    (folder / "data/kit/poster.txt").write_text("no item", encoding="utf-8")
    return Workspace(folder, folder)


def told(folder: Path, alter: Alter, layouts: tuple[str, ...] = ("poster.typ",)) -> list[str]:
    """The key each problem stands at, what it concerns and the message."""
    item = whole()
    alter(item)
    items, sources, problems = check_kit_items(lay(folder, item), complete(shipped()), layouts)
    (source,) = sources
    problems = [*problems, *check_kit_slots(items, sources, Names({}), ())]
    places = {(mark.line, mark.column): path for marks in (source.keys, source.values) for path, mark in marks.items()}
    return [
        "  ".join((".".join(map(str, places[one.mark.line, one.mark.column][1:])), one.where, one.message.en))
        for one in problems
    ]


def put(*path: str | int, value: object) -> Alter:
    def alter(item: Any) -> None:
        for part in path[:-1]:
            item = item[part]
        item[path[-1]] = value

    return alter


NOPE = said("[[ org.nope ]]")
UNKNOWN = "[[ org.nope ]]  there is no org.nope"
CASES: dict[str, tuple[Alter, list[str]]] = {
    "nothing": (lambda item: None, []),
    "an id twice": (put("parts", 1, "id", value="call"), ["parts.1.id  parts[1].id  call stands there already"]),
    "an unknown flag of the whole": (put("when", value="org.nope"), ["when  when  there is no org.nope"]),
    "an unknown flag of a part": (
        put("parts", 0, "when", value="org.nope"),
        ["parts.0.when  parts[0].when  there is no org.nope"],
    ),
    "an unknown flag of a point": (
        put("parts", 0, "points", 0, "when", value="org.nope"),
        ["parts.0.points.0.when  parts[0].points[0].when  there is no org.nope"],
    ),
    "a slot in the name": (put("called", value=NOPE), [f"called.nl  {UNKNOWN}"]),
    "a slot in the title": (put("title", value=NOPE), [f"title.nl  {UNKNOWN}"]),
    "a slot in what it is for": (put("about", value=NOPE), [f"about.nl  {UNKNOWN}"]),
    "a slot in the title of a part": (put("parts", 0, "title", value=NOPE), [f"parts.0.title.nl  {UNKNOWN}"]),
    "a slot in the text of a part": (put("parts", 0, "text", value=NOPE), [f"parts.0.text.nl  {UNKNOWN}"]),
    "a slot in what is said": (put("parts", 0, "notes", value=NOPE), [f"parts.0.notes.nl  {UNKNOWN}"]),
    "a slot in a point": (
        put("parts", 0, "points", 1, "text", value=said("punt", "[[ org.nope ]]")),
        [f"parts.0.points.1.text.en  {UNKNOWN}"],
    ),
    "a form of address and HTML": (
        put("about", value=said("je <b>muur</b>")),
        [
            "about.nl  about.nl  “je” stands outside a form-of-address mark",
            "about.nl  about.nl  HTML does not belong in a data file",
        ],
    ),
    "words of a language that is not offered": (
        lambda item: item["about"].update(de="Für die Wand"),
        ["about.de  about.de  "],
    ),
    "no files": (put("files", value=[]), ["files  files  too few: at least 1"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_in_a_text_of_the_kit_is_told_at_its_place(case: str, tmp_path: Path) -> None:
    alter, problems = CASES[case]
    assert [line[: len(problem)] for line, problem in zip(told(tmp_path, alter), problems, strict=True)] == problems


def test_a_sheet_needs_its_layout(tmp_path: Path) -> None:
    assert told(tmp_path, lambda item: None, layouts=("card.typ",)) == [
        "files.1  files  there is no overrides/print/poster.typ"
    ]


def test_what_is_no_sheet_needs_none(tmp_path: Path) -> None:
    assert told(tmp_path, put("files", value=["text"]), layouts=()) == []


@pytest.mark.parametrize(("place", "flag"), [((), "when"), (("parts", 0), "when"), (("parts", 0, "points", 0), "when")])
def test_a_text_counts_on_the_flags_it_stands_under(place: tuple[str | int, ...], flag: str, tmp_path: Path) -> None:
    """Elsewhere it would have to ask whether there is a way to report."""
    text = put("parts", 0, "points", 0, "text", value=said("[[ speak_up.name ]]"))
    assert len(told(tmp_path / "without", text)) == 1
    flagged = put(*place, flag, value="speak_up")
    assert told(tmp_path / "with", lambda item: (text(item), flagged(item))) == []


def test_a_text_of_the_kit_is_told_in_one_language_and_form(tmp_path: Path) -> None:
    items, _, problems = check_kit_items(lay(tmp_path, whole()), complete(shipped()), ("poster.typ",))
    assert problems == []
    assert localise_kit_items(items, variant_for("nl", "u")) == {
        "poster": {
            "group": "hang",
            "rank": 100,
            "files": ["text", "sheet"],
            "papers": ["a4"],
            "by_location": False,
            "called": "De poster",
            "title": "Belt u nu?",
            "about": "Voor de muur, één",
            "when": "org.public_body",
            "parts": [
                {
                    "id": "call",
                    "title": "Bel",
                    "text": ["Een [[ org.name ]] zin.", "Nog een zin."],
                    "points": [{"text": "punt een", "when": "backup"}, {"text": "twee", "when": None}],
                    "notes": ["Zeg dit."],
                    "when": "org.from_50",
                },
                {"id": "mail", "title": None, "text": [], "points": [], "notes": [], "when": None},
            ],
        }
    }
    assert localise_kit_items(items, variant_for("en", "je"))["poster"]["called"] == "The poster"
    assert localise_kit_items(items, variant_for("nl", "je"))["poster"]["title"] == "Bel je nu?"


def test_what_a_language_lacks_or_has_stale_is_not_made(tmp_path: Path) -> None:
    items, _, _ = check_kit_items(lay(tmp_path, whole()), complete(shipped()), ("poster.typ",))
    english = variant_for("en", "je")
    assert localise_kit_items(items, variant_for("de", "je")) == {}
    assert localise_kit_items(items, english, ["kit/poster"]) == {}
    assert [*localise_kit_items(items, english, ["kit/card", "poster"])] == ["poster"]
    described = describe_kit_items(items, variant_for("nl", "u"), ())
    assert "één" in described
    assert json.loads(described) == localise_kit_items(items, variant_for("nl", "u"))
    assert describe_kit_items(items, english, ["kit/poster"]) == "{}"
