"""Groups of words that mean the same: as the search reads them, and what is wrong with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from voorlichter.template.data import wrapped
from voorlichter.template.synonyms import Synonyms, check_synonyms
from voorlichter.yaml_source import read_yaml

WORDS = {"nl": ["een", "twee"], "en": ["one"]}
ANCHORS = {"gedrag.md": {"pesten", "kop"}, "leeg.md": set[str]()}


def group(**more: Any) -> dict[str, Any]:
    return WORDS | more


def test_without_words_that_say_nothing_two_are_left_out() -> None:
    assert Synonyms().plain(["nl", "en"]) == {"stop": "de the", "groups": []}


def test_the_search_gets_the_words_of_its_languages_and_where_each_group_leads() -> None:
    synonyms = Synonyms.model_validate(
        {
            "stop": {"nl": ["de", "het"], "en": ["the"], "de": ["der"]},
            "groups": [
                group(),
                group(page="gedrag.md#pesten"),
                group(line="csg", de=["eins"]),
                group(contact="yes"),
                group(line="csg", contact="yes", page="leeg.md"),
                group(line="alarm"),
            ],
        }
    )
    both = {"nl": "een,twee", "en": "one"}
    assert synonyms.plain(["nl", "en"]) == {
        "stop": "de het the",
        "groups": [
            both,
            both | {"page": "gedrag.html#pesten"},
            both | {"line": "csg", "contact": 1},
            both | {"contact": 1},
            both | {"page": "leeg.html", "line": "csg", "contact": 1},
            both | {"line": "alarm", "contact": 1},
        ],
    }
    assert synonyms.plain(["nl", "de"])["stop"] == "de het der"
    assert synonyms.plain(["de"])["groups"][2] == {"de": "eins", "line": "csg", "contact": 1}
    assert synonyms.groups_in("de") == [{"de": "eins", "line": "csg", "contact": 1}]
    assert [one["en"] for one in synonyms.groups_in("en")] == ["one"] * 6
    assert synonyms.groups_in("fr") == []
    assert synonyms.lines() == ["alarm", "csg"]


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ("{nl: [een], en: [one]}, {nl: [twee], en: [een]}", []),
        ("{nl: [een, een], en: [one]}", ["een at groups[0].nl[1]: een stands there already, at groups[0].nl[0]"]),
        (
            "{nl: [Cliënt], en: [one]}, {nl: [CLIENT], en: [two]}, {nl: [client], en: [three]}",
            [
                "CLIENT at groups[1].nl[0]: CLIENT stands there already, at groups[0].nl[0]",
                "client at groups[2].nl[0]: client stands there already, at groups[0].nl[0]",
            ],
        ),
        ("{nl: [straße], en: [one]}, {nl: [STRASSE], en: [two]}", ["STRASSE at groups[1].nl[0]: STRASSE stands there already, at groups[0].nl[0]"]),
        ("{line: csg, nl: [een], en: [one]}", []),
        ("{line: none, nl: [een], en: [one]}", ["none at groups[0].line: there is no help line none with a telephone number"]),
        ("{page: gedrag.md, nl: [een], en: [one]}", []),
        ("{page: 'gedrag.md#kop', nl: [een], en: [one]}", []),
        ("{page: 'weg.md#kop', nl: [een], en: [one]}", ["'weg.md#kop' at groups[0].page: there is no such page"]),
        ("{page: 'leeg.md#kop', nl: [een], en: [one]}", ["'leeg.md#kop' at groups[0].page: there is no such heading on that page"]),
        (
            "{nl: [een], en: [one]}, {page: weg.md, line: none, nl: [twee], en: [two]}",
            [
                "none at groups[1].line: there is no help line none with a telephone number",
                "weg.md at groups[1].page: there is no such page",
            ],
        ),
    ],
)  # fmt: skip
def test_a_word_of_two_groups_and_what_leads_nowhere_are_told(groups: str, told: list[str]) -> None:
    text = f"groups: [{groups}]\n"
    source = wrapped(read_yaml(Path("synonyms.yml"), text.encode()))
    problems = check_synonyms(Synonyms.model_validate(source.data["items"]), source, ["csg", "alarm"], ANCHORS)
    at = [re.split(r"[],}]", text[one.mark.column - 1 :])[0] for one in problems]
    assert [f"{there} at {one.where}: {one.message.en}" for there, one in zip(at, problems, strict=True)] == told


@pytest.mark.parametrize(
    ("groups", "message", "fix"),
    [
        (
            "{nl: [een, Een], en: [one]}",
            "Een staat er al, bij groups[0].nl[0]",
            ("laat het in één groep staan", "leave it in one group"),
        ),
        (
            "{line: none, nl: [een], en: [one]}",
            "er is geen hulplijn none met een telefoonnummer",
            ("kies uit: csg, alarm", "choose from: csg, alarm"),
        ),
        (
            "{page: weg.md, nl: [een], en: [one]}",
            "deze pagina bestaat niet",
            (
                "schrijf een pagina of een kopje ervan: gedrag.md of gedrag.md#pesten",
                "write a page or a heading on it: gedrag.md or gedrag.md#pesten",
            ),
        ),
        (
            "{page: 'gedrag.md#nee', nl: [een], en: [one]}",
            "dit kopje bestaat niet op die pagina",
            ("kies uit: kop, pesten", "choose from: kop, pesten"),
        ),
    ],
)
def test_whoever_keeps_the_words_is_told_what_to_write(groups: str, message: str, fix: tuple[str, str]) -> None:
    source = wrapped(read_yaml(Path("synonyms.yml"), f"groups: [{groups}]\n".encode()))
    (one,) = check_synonyms(Synonyms.model_validate(source.data["items"]), source, ["csg", "alarm"], ANCHORS)
    assert (one.message.nl, (one.fix.nl, one.fix.en)) == (message, fix)
