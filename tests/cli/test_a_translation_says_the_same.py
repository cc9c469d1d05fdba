"""A translation denies, asks, allows and limits what the Dutch does, and no more; numbers are those of the Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, run

from voorlichter.languages import shipped
from voorlichter.polarity import check_polarity, differences
from voorlichter.translated import Segment, read_segments, safety_texts
from voorlichter.workspace import Workspace

WORKSPACE = Workspace.at(REPOSITORY)
POLARITY, MISTAKES = check_polarity(WORKSPACE)
SHORT = {code: row.level for code, row in shipped().items() if row.level != "complete"}
SEGMENTS = {code: list(read_segments(WORKSPACE, code, level)) for code, level in SHORT.items()}
DENIED = (
    "strings_short.short_what_proof",
    "strings_short.short_secret_except",
    "strings_short.short_secret_first",
    "kit:poster.parts.yours.text",
)


def told(segment: Segment, code: str, target: str | None) -> list[tuple[str, bool]]:
    return list(differences(POLARITY, segment, code, target or ""))


@pytest.mark.parametrize("code", SHORT)
def test_every_translation_that_ships_says_what_the_dutch_says(code: str) -> None:
    assert MISTAKES == []
    assert {segment.id: told(segment, code, segment.target) for segment in SEGMENTS[code]} == {
        segment.id: [] for segment in SEGMENTS[code]
    }


def test_a_french_mark_stays_with_its_word() -> None:
    said = {segment.id: segment.target or "" for segment in SEGMENTS["fr"]}
    assert {
        id_ for id_, text in said.items() if re.search(r"(?<![\u00a0\u202f])[:;?!»](?!/)|«(?!\u00a0)", text)
    } == set()


def test_the_english_says_it_too() -> None:
    for segment in SEGMENTS["pl"]:
        assert [kind for kind in told(segment, "en", segment.english) if kind[0] != "numbers"] == [], segment.id


@pytest.mark.parametrize("kind", POLARITY.kinds)
def test_every_language_has_words_for_it(kind: str) -> None:
    assert {*POLARITY.kinds[kind]} == {"nl", "en", *SHORT}  # type: ignore[index]


@pytest.mark.parametrize("code", SHORT)
def test_a_denial_that_is_lost_or_added_is_noticed(code: str) -> None:
    denial = re.compile(POLARITY.kinds["denies"][code], re.I)
    tried = 0
    for segment in SEGMENTS[code]:
        target = segment.target or ""
        if segment.id in DENIED:
            assert ("denies", True) in told(segment, code, denial.sub("", target)), segment.id
            tried += 1
        elif segment.id == "strings_short.short_secret_stays":
            other = next(one.target or "" for one in SEGMENTS[code] if one.id == "strings_short.short_what_proof")
            assert ("denies", False) in told(segment, code, f"{target} {other}")
            tried += 1
    assert tried == len(DENIED) + 1


@pytest.mark.parametrize("code", SHORT)
def test_what_holds_only_then_what_is_needed_and_a_number_are_noticed(code: str) -> None:
    by_id = {segment.id: segment for segment in SEGMENTS[code]}
    for kind, id_ in (
        ("only", "strings_short.short_secret_yes"),
        ("needs", "strings_short.short_what_proof"),
        ("sometimes", "strings_short.short_secret_except"),
        ("allows", "strings_short.short_what_free"),
        ("counts", "strings.urgent_sexual"),
    ):
        segment = by_id[id_]
        without = re.sub(POLARITY.kinds[kind][code], "", segment.target or "", flags=re.I)  # type: ignore[index]
        assert (kind, True) in told(segment, code, without), id_
    cost = by_id["strings_short.short_help_cost"]
    assert ("numbers", True) in told(cost, code, (cost.target or "").replace("0900", "0800"))


def test_a_text_said_otherwise_is_one_that_is_there_and_no_text_of_safety() -> None:
    places = {segment.place: segment.id for segments in SEGMENTS.values() for segment in segments}
    assert {*POLARITY.otherwise} <= {*places}
    assert {places[place] for place in POLARITY.otherwise}.isdisjoint(safety_texts(WORKSPACE))


def test_check_stops_at_a_text_of_safety_and_warns_of_another(tmp_path: Path) -> None:
    words = (REPOSITORY / "data/words/pl.yml").read_text(encoding="utf-8")
    (tmp_path / "data/words").mkdir(parents=True)
    (tmp_path / "profiles/zeester").mkdir(parents=True)
    (tmp_path / "profiles/zeester/profile.yml").write_text(
        """organisation: {name: De Zeester, workforce: 30, languages: [nl, pl]}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", languages: [nl]}]
engagement: {since: 2026-03-01}
""",
        encoding="utf-8",
    )
    for old, new, text, code in (
        ("tylko wtedy, gdy się zgodzisz.", "gdy się zgodzisz.", "strings_short.short_secret_yes", 1),
        ("Powód nie jest potrzebny. Powiedz", "Powiedz", "strings_short.short_talk_contact", 0),
    ):
        assert old in words
        (tmp_path / "data/words/pl.yml").write_text(words.replace(old, new), encoding="utf-8")
        answer = run("check", "-C", tmp_path, "--lang", "en", "--date", TODAY)
        assert answer.code == code, answer.out + answer.err
        assert text in answer.out + answer.err
        assert "and this translation does not" in answer.out + answer.err
