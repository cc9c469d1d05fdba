"""What an advisor reads aloud: every sentence of the site that depends on the profile, and where it came from."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support import TODAY, run

from voorlichter.profile import model as profile_model
from voorlichter.profile.fields import Section
from voorlichter.reading.keys import KEYS, NOT_OF_THE_PROFILE, OF_ADVISOR
from voorlichter.reading.sentences import read_marked_lines, read_marked_page
from voorlichter.reading.trace import trace
from voorlichter.slots import model

PROFILE = """\
organisation: {name: Stichting De Zeester, short_name: De Zeester, workforce: 60, languages: [nl]}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", reply_within: 2}
maintained_by: Praktijk Luister
"""


@pytest.fixture
def told(new_workspace: Callable[..., Path]) -> dict[str, dict[str, Any]]:
    """Every sentence that `read` tells of a small organisation, by its text."""
    root = new_workspace({"profiles/zeester/profile.yml": PROFILE})
    answer = run("read", "zeester", "-C", root, "--date", TODAY, "--format", "json", "--lang", "en")
    assert answer.code == 0, answer.err
    return {
        sentence["text"]: {**sentence, "page": part["page"]}
        for part in json.loads(answer.out)
        for sentence in part["sentences"]
    }


def test_a_sentence_with_a_value_tells_its_key_and_the_line_it_stands_on(told: dict[str, dict[str, Any]]) -> None:
    sentence = told["Antwoord binnen 2 werkdagen."]
    assert {"key": "advisors[0].reply_within", "file": "profiles/zeester/profile.yml", "line": 3} in sentence["keys"]
    assert told["Bijgehouden door Praktijk Luister"]["keys"] == [
        {"key": "maintained_by", "file": "profiles/zeester/profile.yml", "line": 4}
    ]


def test_a_sentence_that_only_depends_on_a_flag_is_told_too(told: dict[str, dict[str, Any]]) -> None:
    assert any(sentence["flags"] == ["team.integrity"] and not sentence["values"] for sentence in told.values())


def test_what_is_the_same_for_every_organisation_is_not_told(told: dict[str, dict[str, Any]]) -> None:
    assert all(sentence["values"] or sentence["flags"] for sentence in told.values())
    assert "Luisteren, zonder haast en zonder oordeel." not in told


def test_texts_of_the_kit_are_told_without_a_kit(told: dict[str, dict[str, Any]]) -> None:
    assert any(str(sentence["page"]).startswith("kit/") for sentence in told.values())


def test_as_text_each_sentence_stands_above_its_keys(new_workspace: Callable[..., Path]) -> None:
    root = new_workspace({"profiles/zeester/profile.yml": PROFILE})
    answer = run("read", "zeester", "-C", root, "--date", TODAY, "--lang", "nl")
    lines = answer.out.splitlines()
    place = next(number for number, line in enumerate(lines) if line == "  Bijgehouden door Praktijk Luister")
    assert lines[place + 1] == "      maintained_by (profiles/zeester/profile.yml:4)"


def test_marks_stand_in_running_text_only() -> None:
    page = '<a href="[[ advisor.phone ]]"[% if advisor.absent %] hidden[% endif %]>[[ advisor.name ]]</a>[% if org.care %]zorg[% else %]iets anders[% endif %]'
    unmarked = trace(page)
    for mark in ("\ufdd0", "\ufdd1"):
        assert mark not in unmarked.split(">")[0]
    assert unmarked.count("\ufdd0end\ufdd1") == 3


def claims_of(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    slots: Any = None
    return [(one.text, one.claims) for one in read_marked_lines(map(trace, lines), slots)]


def test_a_claim_is_of_its_sentence_and_of_those_after_it_in_the_line() -> None:
    assert claims_of("Niets. [# claims inside bullying #]Word je gepest? Bel dan.", "Niets meer.") == [
        ("Niets.", ()),
        ("Word je gepest?", ("inside bullying",)),
        ("Bel dan.", ("inside bullying",)),
        ("Niets meer.", ()),
    ]


def test_a_claim_under_a_condition_is_of_all_that_stands_under_it() -> None:
    filled = ["\ufdd0if org.care\ufdd1[# claims sector care #]Een.", "Twee.\ufdd0end\ufdd1", "Drie."]
    assert claims_of(*filled) == [("Een.", ("sector care",)), ("Twee.", ("sector care",)), ("Drie.", ())]


def test_what_a_page_hides_is_a_sentence_apart() -> None:
    page = "<body><p><span>Praat met iemand.</span><span hidden>Bel iemand.</span><span>Of schrijf.</span></p></body>"
    _, sentences = read_marked_page(page, model.Slots.__new__(model.Slots))
    assert [(one.text, one.sometimes) for one in sentences] == [
        ("Praat met iemand.", False),
        ("Bel iemand.", True),
        ("Of schrijf.", False),
    ]


def test_a_condition_needs_a_claim_unless_its_text_shows_the_value() -> None:
    slots: Any = None
    shown, hidden = (
        trace("[% if maintained_by %]Door [[ maintained_by ]].[% endif %]"),
        trace("[% if maintained_by %]Iemand.[% endif %]"),
    )
    assert "given maintained_by" in shown and "if maintained_by" in hidden
    each = "[% if maintained_by and review_by %][[ maintained_by ]][% endif %]"
    assert "if maintained_by and review_by" in trace(each) and "given" in trace(
        each.replace("[% endif", "[[ review_by ]][% endif")
    )
    filled = [text.split("%]", 1)[1].rsplit("[%", 1)[0] for text in (shown, hidden)]
    assert [one.unclaimed for one in read_marked_lines(filled, slots)] == [(), ("maintained_by",)]


def slot_names(kind: Any, prefix: str = "") -> Iterator[str]:
    for field in dataclasses.fields(kind):
        yield f"{prefix}{field.name}"


def test_every_slot_comes_from_a_key_or_from_elsewhere() -> None:
    lists_of_advisors = {"advisor", "advisors", "by_presence"}
    for name in slot_names(model.Slots):
        known = (
            name in lists_of_advisors
            or name in NOT_OF_THE_PROFILE
            or any(key == name or key.startswith(f"{name}.") for key in KEYS)
            or name in profile_model.Profile.model_fields
        )
        assert known, f"say in reading/keys.py which keys {name} comes from"


def test_every_slot_of_the_organisation_comes_from_one_of_its_keys() -> None:
    for name in slot_names(model.OrganisationSlots, "org."):
        assert name in KEYS or name.removeprefix("org.") in profile_model.OrganisationSection.model_fields, name


def test_every_slot_of_an_advisor_comes_from_a_key_of_an_advisor() -> None:
    for name in slot_names(model.AdvisorSlots):
        assert set(OF_ADVISOR.get(name, (name,))) <= set(profile_model.Advisor.model_fields), (
            f"say in reading/keys.py which key of an advisor {name} comes from"
        )


@pytest.mark.parametrize("key", sorted({key for keys in KEYS.values() for key in keys}))
def test_every_key_that_is_told_is_a_key_of_a_profile(key: str) -> None:
    kinds: list[Any] = [profile_model.Profile]
    for part in key.split("."):
        fields = next(
            kind.model_fields
            for kind in kinds
            if isinstance(kind, type) and issubclass(kind, Section) and part in kind.model_fields
        )
        kinds, pending = [], [fields[part].annotation]
        while pending:
            kind = pending.pop()
            kinds.append(kind)
            pending += getattr(kind, "__args__", ())
