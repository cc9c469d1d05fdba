"""What a reviewer reads, piece by piece: where it stands, what it says in both languages, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from voorlichter.quiz.model import Module
from voorlichter.template.data import Data, DoorData, HelpData, LawData, TopicData
from voorlichter.template.kit_items import KitItem
from voorlichter.template.messages import Message
from voorlichter.template.page import Page
from voorlichter.template.passages import Passage, count_lapsed, plan_passages, read_aloud
from voorlichter.template.signpost import Signpost
from voorlichter.template.sources import Sources
from voorlichter.text import Text
from voorlichter.yaml_source import YamlSource

ALOUD = {
    "{Heb je|Hebt u} tijd?": ("Heb je tijd?", "Heb je tijd?"),
    'Zeg {"u bent"} dan.': ("Zeg u bent dan.", "Zeg u bent dan."),
    "Bel [[ org.name | title ]].": ("Bel ‹org.name | title›.", "Bel ‹org.name | title›."),
    "[% if a.b %]Ja[% else %]Nee[% endif %]": ("‹als a.b:›Ja‹anders›Nee‹tot hier›", "‹if a.b:›Ja‹otherwise›Nee‹end›"),
    "[% for a in b %]x[% endfor %]": ("‹voor elke b:›x‹tot hier›", "‹for each b:›x‹end›"),
    '[% include "wie.html" %]': ("‹wie›", "‹wie›"),
    "[# niet #]wel": ("wel", "wel"),
    "[een](a.md) [twee]([[ help.csg.phone ]])": ("een twee", "een twee"),
    "# Kop {#kop}\n\nTekst": ("Kop\n\nTekst", "Kop\n\nTekst"),
    '??? question "Vraag?"\n    Antwoord': ('"Vraag?"\n    Antwoord', '"Vraag?"\n    Antwoord'),
    "!!! note\n    Let op": ("Let op", "Let op"),
    "**vet** en {.klas}": ("vet en", "vet en"),
    "<b>x</b> a < b": ("x a < b", "x a < b"),
    "a  \nb\n\n\n\nc": ("a\nb\n\nc", "a\nb\n\nc"),
    "[% if a %]\n\nx\n\n[% endif %]\n\ny": ("‹als a:›\nx\n‹tot hier›\ny", "‹if a:›\nx\n‹end›\ny"),
    "[% set x = 1 %]z": ("‹›z", "‹›z"),
    "A\n\n[% if x %]\n\n\nb": ("A\n‹als x:›\nb", "A\n‹if x:›\nb"),
}


@pytest.mark.parametrize("text", ALOUD)
def test_a_text_is_read_without_its_notation(text: str) -> None:
    assert (read_aloud(text, "nl"), read_aloud(text, "en")) == ALOUD[text]


def said(word: str) -> dict[str, str]:
    return {"nl": f"{word}, Nederlands", "en": f"{word}, English"}


def a_page(language: str, body: str, **meta: str) -> Page:
    given = {"title": f"Titel {language}", "description": "Zin", "menu": "main", **meta}
    return Page(Path("wie.md"), language, given, YamlSource(Path("wie.md")), body, body, frozenset())


def whole() -> Sources:
    """One of each thing that has passages."""
    law = LawData.model_validate(
        {
            "id": "rule", "title": said("regel"), "text": said("wet"), "source": "Wet art. 1", "state": said("stand"),
            "told": ["wie.md#nu", "kit/poster.yml#call", "nowhere"],
        }
    )  # fmt: skip
    line = HelpData.model_validate(
        {"id": "line", "name": said("lijn"), "phone": "020 000 00 01", "dial": "0200000001", "text": said("bel"),
         "source": "lijn.example", "cost": said("gratis"), "urgent": "yes", "when": "org.sport"}
    )  # fmt: skip
    topic = TopicData.model_validate(
        {
            "id": "noise",
            "inside": "no",
            "title": said("lawaai"),
            "text": said("hinder"),
            "doors": ["hr"],
            "scope": "integrity",
        }
    )
    message = {
        "name": "Nederlands", "hello": "Hoi %(name)s", "call": "bel", "meet": "kom", "morning": "ochtend",
        "afternoon": "middag", "evening": "avond", "regards": "Groet %(name)s", "direction": "rtl",
    }  # fmt: skip
    return Sources(
        Data(
            topics=[topic],
            doors={"hr": DoorData.model_validate({"name": said("hr"), "when": "org.from_10"})},
            help=[line],
            law=[law],
            messages={"nl": Message.model_validate(message), "ar": Message.model_validate(message | {"call": "اتصل"})},
            strings={"hello": Text.model_validate(said("dag"))},
        ),
        signpost=Signpost.model_validate(
            {
                "start": "about",
                "steps": [{"id": "about", "ask": said("wat"), "choices": [{"text": said("zo"), "to": "end"}]}],
                "ends": [{"id": "end", "who": "advisor", "text": said("klaar")}],
            }
        ),
        pages={
            "nl": {
                "wie.md": a_page("nl", "Boven\n\n## Nu {#nu}\n\nBel.\n", tab="Tab"),
                "een.md": a_page("nl", "Alleen hier"),
                "training-a.md": a_page("nl", "x"),
            },
            "en": {
                "wie.md": a_page("en", "Above\n\n## Now {#nu}\n\nCall.\n"),
                "training-a.md": a_page("en", "x"),
            },
        },
        made={"nl": {"training-a.md": a_page("nl", "x")}, "en": {}},
        kit={
            "poster": KitItem.model_validate(
                {
                    "called": said("poster"), "group": "hang", "files": ["text"], "title": said("titel"),
                    "about": said("doel"), "when": "org.sport",
                    "parts": [{"id": "call", "title": said("bel"), "points": [{"text": said("punt"), "when": "backup"}]}],
                }
            )
        },
    )  # fmt: skip


@pytest.fixture(scope="module")
def passages() -> Mapping[str, Passage]:
    return {passage.where: passage for passage in plan_passages(whole())}


def test_every_text_is_a_passage_in_the_order_of_its_files(passages: Mapping[str, Passage]) -> None:
    assert [*passages] == [
        "wie.md",
        "wie.md#nu",
        "kit/poster.yml",
        "kit/poster.yml#call",
        "help.yml#line",
        "law.yml#rule",
        "topics.yml#noise",
        "doors.yml#hr",
        "signpost.yml#about",
        "signpost.yml#end",
        "messages.yml#ar",
        "strings.yml#hello",
    ]


@pytest.mark.parametrize(
    ("where", "nl"),
    [
        ("wie.md", "Titel nl\nTab\nZin\n\nBoven"),
        ("wie.md#nu", "## Nu {#nu}\n\nBel."),
        ("kit/poster.yml", "poster, Nederlands\ntitel, Nederlands\ndoel, Nederlands"),
        ("kit/poster.yml#call", "bel, Nederlands\n(als: backup) punt, Nederlands"),
        ("help.yml#line", "(als: org.sport) lijn, Nederlands\n020 000 00 01\nbel, Nederlands\ngratis, Nederlands"),
        ("law.yml#rule", "regel, Nederlands\nwet, Nederlands"),
        ("topics.yml#noise", "lawaai, Nederlands\nhinder, Nederlands\nhr"),
        ("doors.yml#hr", "(als: org.from_10) hr, Nederlands"),
        ("signpost.yml#about", "wat, Nederlands\nzo, Nederlands\nend"),
        ("signpost.yml#end", "advisor\nklaar, Nederlands"),
        ("messages.yml#ar", "Nederlands\nHoi %(name)s\nbel\nkom\nochtend\nmiddag\navond\nGroet %(name)s"),
        ("strings.yml#hello", "dag, Nederlands"),
    ],
)
def test_a_passage_says_all_that_somebody_reads_of_it(passages: Mapping[str, Passage], where: str, nl: str) -> None:
    assert passages[where].texts["nl"] == nl


def test_both_languages_stand_side_by_side(passages: Mapping[str, Passage]) -> None:
    assert passages["wie.md#nu"].texts["en"] == "## Now {#nu}\n\nCall."
    assert passages["wie.md"].texts["en"] == "Titel en\nZin\n\nAbove"
    assert passages["doors.yml#hr"].texts["en"] == "(if: org.from_10) hr, English"
    assert "اتصل" in passages["messages.yml#ar"].texts["en"] and "rtl" not in passages["messages.yml#ar"].texts["en"]


def test_a_heading_of_one_language_alone_stands_beside_nothing() -> None:
    found = whole()
    found.pages["nl"]["wie.md"] = a_page("nl", "Boven\n\n## Nu {#nu}\n\n## Later {#later}\n\nMail.\n")
    (later,) = [passage for passage in plan_passages(found) if passage.where == "wie.md#later"]
    assert later.texts == {"nl": "## Later {#later}\n\nMail.", "en": ""}


def test_a_claim_about_the_law_brings_its_source(passages: Mapping[str, Passage]) -> None:
    resting = {where: [entry.id for entry in passage.law] for where, passage in passages.items() if passage.law}
    assert resting == {
        "wie.md#nu": ["rule"],
        "kit/poster.yml#call": ["rule"],
        "help.yml#line": ["line"],
        "law.yml#rule": ["rule"],
    }


def test_a_signpost_and_first_messages_need_not_be_there() -> None:
    bare = whole()
    bare.signpost = None
    bare.data.messages = {"ar": bare.data.messages["ar"]}
    found = [passage.where for passage in plan_passages(bare)]
    assert not [where for where in found if where.startswith(("signpost", "messages"))]


def test_what_decides_the_meaning_of_a_text_stands_before_it() -> None:
    written = {
        "id": "role",
        "title": said("rol"),
        "questions": [
            {
                "id": "role-01",
                "type": "single",
                "ask": said("wie"),
                "options": [
                    {"id": "one", "text": said("zij"), "correct": True, "feedback": said("ja")},
                    {"id": "other", "text": said("hij"), "feedback": said("nee"), "misconception": "other"},
                ],
                "why": said("zo"),
            }
        ],
    }
    modules = {"role": Module.model_validate(written)}
    (whole_one, question) = plan_passages(Sources(Data(), pages={"nl": {}, "en": {}}, modules=modules))
    assert (whole_one.where, whole_one.texts["en"]) == ("quizzes/role.yml", "rol, English")
    assert question.where == "quizzes/role.yml#role-01"
    for language, right in (("Nederlands", "goed"), ("English", "right")):
        lines = question.texts["nl" if right == "goed" else "en"].splitlines()
        assert [f"({right}) zij, {language}", f"ja, {language}", f"hij, {language}", f"nee, {language}"] == [
            line for line in lines if line.split(",")[0].split()[-1] in ("zij", "hij", "ja", "nee")
        ]


def a_passage(nl: str, **more: Any) -> Passage:
    return Passage("law.yml#rule", {"nl": nl, "en": "English"}, **more)


def test_a_number_follows_from_the_place_and_a_hash_from_the_words() -> None:
    one = Passage("gedrag.md#pesten", {"nl": "a  b", "en": "c"})
    assert (one.number, one.hash) == ("JHK-UUN", "6fd15da2b2c1")
    assert a_passage("een").number == a_passage("twee").number
    assert all(not set("ILOQ") & set(Passage(f"a.md#{at}", {}).number) for at in range(50))
    assert a_passage("Bel [[ a ]][# zo #].").hash == a_passage("Bel\n[[  a  ]].").hash
    assert len({a_passage(text).hash for text in ("Bel", "Bel.", "Bel [[ a ]]", "Bel [[ b ]]", "[% if a %]Bel")}) == 5


def test_another_source_asks_for_another_review_of_the_law_itself_alone() -> None:
    def law(id_: str = "rule", **more: object) -> LawData:
        return LawData.model_validate({"id": id_, "title": said("a"), "text": said("b"), "source": "Wet", **more})

    hashes = {
        a_passage("x", law=laws).hash
        for laws in ((), (law(),), (law(state=said("2025")),), (law(source="Besluit"),), (law("other"), law()))
    }
    assert len(hashes) == 4
    assert a_passage("x", law=(law("other"), law())).hash == a_passage("x", law=(law(),)).hash
    assert a_passage("x", law=(law("other"),)).hash == a_passage("x").hash


def test_without_a_review_nothing_has_lapsed() -> None:
    assert count_lapsed(whole()) == 0


def test_where_something_is_sorted_its_group_stands_before_it() -> None:
    written = {
        "id": "role",
        "title": said("rol"),
        "about": said("over"),
        "questions": [
            {
                "id": "role-01",
                "type": "sort",
                "when": "org.care",
                "ask": said("waar"),
                "bins": [{"id": "in", "text": said("hier")}, {"id": "out", "text": said("daar")}],
                "items": [
                    {"id": "one", "text": said("een"), "bin": "in", "feedback": said("want")},
                    {"id": "two", "text": said("twee"), "bin": "out"},
                ],
                "why": said("zo"),
            }
        ],
    }
    modules = {"role": Module.model_validate(written)}
    (whole_one, question) = plan_passages(Sources(Data(), pages={"nl": {}, "en": {}}, modules=modules))
    assert whole_one.texts["nl"] == "rol, Nederlands\nover, Nederlands"
    assert question.texts["nl"].replace(", Nederlands", "").splitlines() == [
        *("(als: org.care) waar", "zo", "hier", "daar"),
        *("(groep: in) een", "want", "(groep: out) twee"),
    ]
    assert question.texts["en"].replace(", English", "").splitlines() == [
        *("(if: org.care) waar", "zo", "hier", "daar"),
        *("(group: in) een", "want", "(group: out) twee"),
    ]
