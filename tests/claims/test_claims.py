"""What a site claims about a topic, a person, a channel, a place or a day agrees with the profile, whatever the profile.

Here a sample of the covering set; `scripts/prove.py claims` takes all of it.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from reading.test_sheets import PROFILES
from support import TODAY

from claims.bite import PLANTED, finds, noticed
from claims.covering import FACTORS, all_pairs, can_meet, covering_rows, profile_of, sample_of
from claims.inverted import COSMETIC, find_conditions, is_cosmetic
from claims.made import ALL
from claims.said import Case, false_in, read_case, with_more, wrong_with
from claims.truth import Facts, holds
from claims.workspace import write_profiles
from voorlichter.reading.plan import read_kit, read_pages
from voorlichter.reading.sentences import ReadSentence
from voorlichter.reading.trace import traced_template
from voorlichter.site.context import plan_slots
from voorlichter.stage_one import StageOne, variants_of
from voorlichter.workspace import Workspace

pytestmark = pytest.mark.slow

WHOLE = os.environ.get("EVERY_CLAIM") == "true"
_DAY = date.fromisoformat(TODAY)
_SAMPLE = 2
_PLANTED = None if WHOLE else 12


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    return covering_rows()


@pytest.fixture(scope="module")
def stage_one(examples: Path, tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]) -> StageOne:
    """On a workspace with the profiles, and the templates of this session."""

    root = tmp_path_factory.mktemp("claims")
    if WHOLE:
        shutil.copytree(PROFILES, root / "profiles")
    write_profiles(
        root, ((number, rows[number]) for number in (range(len(rows)) if WHOLE else sample_of(rows, _SAMPLE)))
    )
    return StageOne(Workspace.at(root))


@pytest.fixture(scope="module")
def cases(stage_one: StageOne) -> list[Case]:
    return [read_case(stage_one.workspace, stage_one, slug, _DAY) for slug in stage_one.workspace.slugs()]


def test_the_set_holds_every_pair_of_values_that_can_meet(rows: list[dict[str, object]]) -> None:
    assert len(rows) >= 60
    met = {(one, row[one], other, row[other]) for row in rows for one, other in itertools.combinations(FACTORS, 2)}
    assert not [pair for pair in all_pairs() if pair not in met]
    assert all(
        can_meet(one, row[one], other, row[other]) for row in rows for one, other in itertools.combinations(FACTORS, 2)
    )


def test_the_set_is_the_same_every_time(rows: list[dict[str, object]]) -> None:
    assert covering_rows() == rows


@pytest.mark.parametrize(("factor", "value"), [("ways", "signal"), ("scope", "integrity"), ("team", 7), ("places", 5)])
def test_what_a_row_asks_for_stands_in_its_profile(rows: list[dict[str, object]], factor: str, value: object) -> None:
    profile = profile_of(
        next(row for row in rows if row[factor] == value and row["team"] != 1 or row[factor] == value == 7)
    )
    advisors = profile["advisors"]
    assert {
        "ways": all(one.keys() & {"phone", "email", "whatsapp", "signal"} == {"signal"} for one in advisors),
        "scope": all(one.get("scope") == ["integrity"] for one in advisors),
        "team": len(advisors) == 7,
        "places": len(profile["organisation"].get("locations", [])) == 5,
    }[factor]


def test_no_sentence_contradicts_its_profile(cases: list[Case], stage_one: StageOne) -> None:
    false = [str(one) for case in with_more(cases, ALL if WHOLE else ALL[:1]) for one in false_in(case, stage_one)]
    assert not false, f"{len(false)} sentences:\n" + "\n".join(list(dict.fromkeys(false))[:40])


_OFFICES = {
    "hr": r"HR|personeelszaken",
    "works_council": r"OR|ondernemingsraad|works council",
    "incident_team": r"opvangteam|support team",
    "social_work": r"bedrijfsmaatschappelijk werk|company social worker",
    "privacy_officer": r"privacy officer",
    "": r"intranet|bestuur|the board",
}
"""By the door that a profile may name."""
_BOARD = ("bestuur", "the board")
"""A school of any size has one, and by law it must be told of some crimes: a sentence that stands there for schools only may say so."""


def test_where_fewer_than_ten_work_nobody_is_sent_to_an_office_that_only_others_have(
    cases: list[Case], stage_one: StageOne
) -> None:
    """But by the profile's own words. The law, and what tells of a year, speak of all that there could be."""
    small = [case for case in cases if case.facts.profile["organisation"]["workforce"] < 10]
    assert small
    for case in small:
        words = [word for door, word in _OFFICES.items() if not case.facts.given(f"doors.{door}")]
        office = re.compile(rf"\b(?:{'|'.join(words)})\b".replace("OR", "(?-i:OR)"), re.IGNORECASE)
        own = str(
            [
                case.facts.profile.get(key)
                for key in ("engagement", "complaints_procedure", "speak_up_procedure", "maintained_by")
            ]
        )
        for variant in variants_of(case.profile):
            template = traced_template(stage_one.folder(variant).path)
            slots = plan_slots(case.profile, template.facts, case.media, _DAY)
            for part in (*read_pages(variant.language, template, slots), *read_kit(variant.language, template, slots)):
                if part.name not in (
                    "jaarverslag.html",
                    "materialen.html",
                    "regels.html",
                ):
                    told = [
                        sentence.text
                        for sentence in part.sentences
                        for said in office.finditer(sentence.text)
                        if said[0] not in own and not ("org.education" in sentence.flags and said[0] in _BOARD)
                    ]
                    assert not told, f"{case.slug} {variant.name} {part.name}"


@pytest.fixture(scope="module")
def folders(stage_one: StageOne) -> dict[str, Path]:
    from voorlichter.template.variant import all_variants

    return {variant.name: stage_one.folder(variant).path for variant in all_variants()}


@pytest.mark.proof
def test_false_sentences_are_found_wherever_they_are_planted(cases: list[Case], folders: dict[str, Path]) -> None:
    """At least 95 of 100."""
    planted = [
        (place, language, text)
        for place, languages in PLANTED.items()
        for language, texts in languages.items()
        for text in texts
    ]
    chosen = planted if WHOLE else random.Random(12).sample(planted, _PLANTED or 0)
    missed = [
        text
        for place, language, text in chosen
        if finds(place, text, folders["nl-je" if language == "nl" else "en"], cases, random.Random(text)) is None
    ]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} planted sentences found")
    assert len(planted) == 100
    assert len(missed) * 20 <= len(chosen), "\n".join(missed)


_CONDITIONS = 40


@pytest.fixture(scope="module")
def all_cases(
    stage_one: StageOne, rows: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> list[Case]:
    """Of the whole set, whatever the sample."""
    workspace = Workspace.at(tmp_path_factory.mktemp("all"))
    return [read_case(workspace, stage_one, slug, _DAY) for slug in write_profiles(workspace.root, enumerate(rows))]


@pytest.mark.parametrize("name", ["nl-je", "en"])
@pytest.mark.proof
def test_a_condition_that_is_turned_round_is_noticed(
    all_cases: list[Case], folders: dict[str, Path], name: str
) -> None:
    """A sample of them, on all profiles; all are for `scripts/prove.py claims`."""
    chosen = random.Random(11).sample(
        [one for one in find_conditions(folders[name]) if not is_cosmetic(one)], _CONDITIONS
    )
    missed = [str(condition) for condition, found in noticed(chosen, folders[name], all_cases) if not found]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} inverted conditions noticed")
    assert not missed, "\n".join(missed)


def test_what_counts_as_cosmetic_is_still_there_and_little(folders: dict[str, Path]) -> None:
    conditions = list(find_conditions(folders["nl-je"]))
    assert all(any(pattern.match(str(one)) for one in conditions) for pattern, _ in COSMETIC)
    assert sum(map(is_cosmetic, conditions)) * 100 <= 3 * len(conditions)


FACTS = Facts(
    {
        "organisation": {"workforce": 60, "sector": "care", "locations": []},
        "advisors": [
            {"id": "anna", "name": "Anna", "kind": "external", "scope": ["conduct"], "phone": "06 12345670"},
            {"id": "ben", "name": "Ben", "kind": "internal", "email": "ben@zeester.example"},
        ],
        "topics": {"workload": {"inside": True}},
    },
    {"bullying": ("yes", "conduct"), "workload": ("grey", None), "legal": ("no", None)},
    date(2026, 6, 1),
    frozenset({"package mark"}),
    {"bill": date(2027, 1, 1), "old_bill": date(2026, 6, 1)},
)


@pytest.mark.parametrize(
    "claim",
    [
        "inside bullying",
        "inside workload",
        "outside legal",
        "not grey legal",
        "covered integrity",
        "some way phone",
        "not every way phone",
        "some way write",
        "no way signal",
        "two advisors",
        "some internal advisor",
        "sector care or childcare",
        "not public body",
        "from 50",
        "who temps",
        "not who clients",
        "given topics",
        "lacks practice",
        "no backup",
        "one place",
        "one module",
        "general channel door",
        "current bill",
        "with package mark",
        "without package languages",
    ],
)
def test_a_true_claim_holds_and_its_opposite_does_not(claim: str) -> None:
    assert holds(claim, FACTS, [])


@pytest.mark.parametrize(
    "claim",
    [
        "outside bullying",
        "grey workload",
        "uncovered conduct",
        "every way phone",
        "one advisor",
        "every internal advisor",
        "sector education",
        "public body",
        "under 50",
        "who clients",
        "given practice",
        "named backup",
        "several places",
        "no modules",
        "some internal official",
        "one kind",
        "subjects are one",
        "current old_bill",
        "without package mark",
    ],
)
def test_a_false_claim_does_not_hold(claim: str) -> None:
    assert not holds(claim, FACTS, [])


def test_whoever_is_named_must_be_right_for_the_subject() -> None:
    anna, ben = FACTS.advisors
    assert holds("for integrity", FACTS, [ben])
    assert not holds("for integrity", FACTS, [anna, ben])
    assert holds("their only_for", FACTS, [anna])
    assert not holds("their only_for", FACTS, [anna, ben])
    assert holds("their phone", FACTS, [anna])
    assert not holds("their phone", FACTS, [ben])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Voor HR kun je hier terecht: .", ": ."),
        ("Het nummer is .", " ."),
        ("Praat met Anna (, Noord).", "(,"),
        ("Praat met Anna: zij luistert.", None),
        ("Dit kan helpen:", None),
    ],
)
def test_a_sentence_with_a_hole_in_it_is_told(text: str, missing: str | None) -> None:
    why = wrong_with(ReadSentence(text), FACTS, "nl")
    assert missing is None or (why and missing in why)
    assert missing or why is None


def test_a_claim_that_nobody_knows_is_told() -> None:
    with pytest.raises(LookupError, match="no such claim: inside out of"):
        holds("inside out of", FACTS, [])
