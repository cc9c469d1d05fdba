"""What an organisation says in its own words is held to its profile: nobody is sent to a way, door, place or person that is not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from voorlichter.claim_words import shipped_claim_words
from voorlichter.own.claims import check_claims
from voorlichter.problems import Mark
from voorlichter.profile.model import Profile
from voorlichter.profile.topics import TopicKind

PATH = Path("texts/nl/gedrag.md")
ADVISOR: dict[str, Any] = {"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "scope": ["conduct"]}
OTHER: dict[str, Any] = {"id": "sam", "name": "Sam Elders", "kind": "internal"}
WAYS: dict[str, Any] = {"phone": "020 000 00 01", "email": "noor@zeester.example", "whatsapp": "020 000 00 02"}
TOPICS = {
    "bullying": TopicKind("yes", "conduct"),
    "pay": TopicKind("no"),
    "integrity": TopicKind("yes", "integrity"),
    "conflict": TopicKind("grey"),
}


def a_profile(*advisors: dict[str, Any], **more: Any) -> Profile:
    organisation = {"name": "De Zeester", "workforce": "20", **more.pop("organisation", {})}
    return Profile.model_validate({"organisation": organisation, "advisors": advisors or (ADVISOR,), **more})


def told(
    text: str, profile: Profile | None = None, first: int = 1, english: bool = False
) -> list[tuple[int, int, str]]:
    """The line, column and words of each sentence that is not so."""
    found = check_claims(
        PATH, text, first, "en" if english else "nl", profile or a_profile(), shipped_claim_words(), TOPICS
    )
    problems = list(found)
    assert all(one.severity == "warning" and one.mark.path == PATH for one in problems)
    return [(one.mark.line, one.mark.column, one.where) for one in problems]


NO_WAY, NO_DOOR = "no advisor can be reached in this way here", "the profile has no such door"
NO_TOPIC, NOBODY = "the advisor does not help with this here", "the profile has nobody like that"
CLAIMED = {
    "Bel Noor gerust.": ("Bel", NO_WAY, "name another way, or fill in phone at an advisor"),
    "Stuur Noor een e-mail.": ("e-mail", NO_WAY, "name another way, or fill in email at an advisor"),
    "App Noor gerust.": ("App", NO_WAY, "name another way, or fill in whatsapp at an advisor"),
    "Stuur een sms.": ("sms", NO_WAY, "name another way, or fill in phone at an advisor"),
    "Zij zit op WhatsApp.": ("WhatsApp", NO_WAY, "name another way, or fill in whatsapp at an advisor"),
    "Zij zit op Signal.": ("Signal", NO_WAY, "name another way, or fill in signal at an advisor"),
    "Ga naar personeelszaken.": ("personeelszaken", NO_DOOR, "fill in doors.hr, or do not name it here"),
    "Ga naar de vakbond.": ("vakbond", NO_DOOR, "fill in doors.union, or do not name it here"),
    "Ga naar de klachtencommissie.": (
        "klachtencommissie", NO_DOOR, "fill in complaints_procedure, or do not name it here",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", CLAIMED)
def test_what_the_profile_does_not_have_is_told_with_what_to_write(text: str) -> None:
    found = list(check_claims(PATH, text, 1, "nl", a_profile(), shipped_claim_words(), TOPICS))
    assert (found[0].where, found[0].message.en, found[0].fix.en) == CLAIMED[text]
    assert found[0].mark == Mark(PATH, 1, 1) and found[0].message.nl and found[0].fix.nl


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Bel Noor gerust.", "phone", WAYS["phone"]),
        ("Stuur een sms.", "phone", WAYS["phone"]),
        ("Stuur een sms.", "whatsapp", WAYS["whatsapp"]),
        ("Stuur een sms.", "signal", WAYS["whatsapp"]),
        ("App gerust.", "whatsapp", WAYS["whatsapp"]),
        ("App gerust.", "signal", WAYS["whatsapp"]),
        ("Mail gerust.", "email", WAYS["email"]),
        ("Zij zit op WhatsApp.", "whatsapp", WAYS["whatsapp"]),
        ("Zij zit op Signal.", "signal", WAYS["whatsapp"]),
    ],
)
def test_a_way_that_one_of_the_advisors_has_may_be_named(text: str, key: str, value: str) -> None:
    assert len(told(text)) == 1
    assert told(text, a_profile(ADVISOR, {**OTHER, key: value})) == []


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Ga naar personeelszaken.", "doors", {"hr": {"name": "Personeelszaken"}}),
        ("Ga naar de klachtencommissie.", "complaints_procedure", {"name": {"nl": "Klachtenregeling"}, "url": "https://zeester.example/klacht"}),
    ],
)  # fmt: skip
def test_a_door_that_the_profile_has_may_be_named(text: str, key: str, value: object) -> None:
    assert len(told(text)) == 1
    assert told(text, a_profile(**{key: value})) == []


def test_a_topic_is_the_advisors_where_the_profile_or_their_work_says_so() -> None:
    words = shipped_claim_words()
    said = {topic: words.topic[topic].nl[0] for topic in TOPICS if topic in words.topic}
    assert said.keys() >= {"bullying", "pay", "integrity"}

    def outside(profile: Profile) -> set[str]:
        found = {
            topic: check_claims(PATH, f"Ook {word} hoort hier.", 1, "nl", profile, words, TOPICS)
            for topic, word in said.items()
        }
        return {topic for topic, problems in found.items() for one in problems if one.message.en == NO_TOPIC}

    both = ADVISOR | {"scope": ["conduct", "integrity"]}
    assert outside(a_profile()) == {"pay", "integrity"}
    assert outside(a_profile(both)) == {"pay"}
    assert outside(a_profile(both, topics={"pay": {"inside": True}})) == set()
    assert outside(a_profile(both, topics={"bullying": {"note": {"nl": "Altijd."}}})) == {"pay"}
    (one,) = check_claims(PATH, f"Ook {said['pay']} hoort hier.", 1, "nl", a_profile(), words, TOPICS)
    assert one.fix.en == "name who does help, or set topics.pay.inside in the profile"


def test_people_and_places_are_those_of_the_profile() -> None:
    words = shipped_claim_words()

    def wrong(profile: Profile) -> set[str]:
        found = set()
        for kind, ids in (("person", ("internal", "external", "backup", "several")), ("place", ("several",))):
            for id_ in ids:
                text = f"Er is {getattr(words, kind)[id_].nl[0]} hier."
                if any(
                    one.message.en in (NOBODY, "this organisation does not have two locations")
                    for one in check_claims(PATH, text, 1, "nl", profile, words, {})
                ):
                    found.add(f"{kind} {id_}")
        return found

    one, two = ADVISOR, [ADVISOR | {"backup": "sam"}, OTHER]
    places = [{"id": "werf", "name": "Werf"}, {"id": "kade", "name": "Kade"}]
    assert wrong(a_profile(one)) == {"person internal", "person backup", "person several", "place several"}
    assert wrong(a_profile(OTHER)) == {"person external", "person backup", "person several", "place several"}
    assert wrong(a_profile(*two)) == {"place several"}
    assert wrong(a_profile(*two, organisation={"locations": places[:1]})) == {"place several"}
    assert wrong(a_profile(*two, organisation={"locations": places})) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bel Noor op [[ advisor.phone ]].",
        'Bel of kijk bij [% include "contacts.html" %].',
        "Bel 020 000 00 01.",
        "[% if advisor.phone %]Bel Noor gerust.[% endif %]",
        "Bel Noor gerust. [# claims channel #]",
        "[# claims: door, channel #]\nBel Noor gerust.",
        "Noor beldt.",
        "De tweebel gaat.",
        "",
    ],
)
def test_what_is_accounted_for_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bel Noor in [[ org.name ]].",
        "[% if advisor.phone %]Ja.[% endif %] Bel Noor gerust.",
        "Bel Noor gerust. [# claims door #]",
        "Bel Noor gerust. [# wie claims channel #]",
        "Iets anders. [# claims channel #]\n\nBel Noor gerust.",
        "Bel Noor om 9.",
        "Op [[ advisor.phone ]] is niemand. Bel Noor gerust.",
        "BEL Noor gerust.",
    ],
)
def test_what_stands_elsewhere_accounts_for_nothing(text: str) -> None:
    assert [words.lower() for _, _, words in told(text)] == ["bel"]


def test_each_sentence_is_told_where_it_begins() -> None:
    text = "Er is een weg. Bel Noor gerust.\n\nGa naar personeelszaken en bel.\n"
    assert told(text, first=7) == [(7, 16, "Bel"), (9, 1, "bel"), (9, 1, "personeelszaken")]


def test_words_are_those_of_the_language() -> None:
    assert told("Call Noor by phone.", english=True) == [(1, 1, "Call")]
    assert told("Call Noor by phone.") == [] and told("Bel Noor gerust.", english=True) == []
