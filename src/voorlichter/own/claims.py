"""Hold what an organisation says in its own words to its profile: sentences that name a way, door, topic or place that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from voorlichter.claim_words import OTHER, ClaimWords
from voorlichter.languages import Code
from voorlichter.problems import Mark, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.profile.topics import TopicKind, status_of
from voorlichter.slots.check import conditions_at
from voorlichter.slots.scan import line_and_column, scan
from voorlichter.template.sentences import find_sentences

_PROCEDURES = ("complaints_procedure", "speak_up_procedure", "code_of_conduct")
_BY_VALUE = {
    "channel": re.compile(r"phone|email|whatsapp|signal|sms|reach|contacts|help\."),
    "door": re.compile(r"doors|door-|complaints|speak_up|code_of_conduct|help\."),
    "topic": re.compile(r"contacts|people|note\.|only_for|role|module"),
    "place": re.compile(r"people|locations|place"),
    "person": re.compile(r"people|registers|advisor|desk|team|engagement|practice"),
}
"""What a value in a sentence accounts for by itself."""
_CLAIM = re.compile(r"\[# ?claims\b(?P<said>[^#]*)#\]")
_NUMBER = re.compile(r"\d[\d -]+\d")
"""Whoever names a number says whom to ring."""


def check_claims(
    path: Path,
    text: str,
    first: int,
    language: Code,
    profile: Profile,
    words: ClaimWords,
    topics: Mapping[str, TopicKind],
) -> Iterator[Problem]:
    """Of an own text of which the first line has the number `first`. What stands under a condition was thought of; what is marked was read."""
    false = dict(_false_claims(profile, topics, words))
    if not false:
        return
    sentences = find_sentences(text)
    places = [*(sentence.offset for sentence in sentences), len(text)]
    for sentence, end in zip(sentences, places[1:], strict=True):
        if conditions_at(text, sentence.offset):
            continue
        written, said = text[sentence.offset : end], " ".join(sentence.words)
        before = text[text.rfind("\n\n", 0, sentence.offset) + 1 : end]
        for kind in _BY_VALUE:
            if _accounted(kind, written, before):
                continue
            for id_, pattern in words.groups(kind, language).items():
                found = pattern.search(said)
                if found and (kind, id_) in false:
                    line, column = line_and_column(text, sentence.offset)
                    message, fix = false[kind, id_]
                    yield Problem(Mark(path, line + first - 1, column), found.group(), message, fix, "warning")


def _accounted(kind: str, written: str, before: str) -> bool:
    """By a value in the sentence, by a mark in the paragraph up to it, or by a telephone number."""
    values = " ".join(tag.expression for tag in scan(written) if tag.kind in ("value", "include"))
    marked = any(kind in claim["said"] for claim in _CLAIM.finditer(before))
    return bool(_BY_VALUE[kind].search(values)) or marked or (kind == "channel" and bool(_NUMBER.search(written)))


def _false_claims(
    profile: Profile, topics: Mapping[str, TopicKind], words: ClaimWords
) -> Iterator[tuple[tuple[str, str], tuple[Say, Say]]]:
    """By kind and id, each with what is wrong with it and what to write."""
    advisors = profile.advisors
    has = {
        "phone": any(one.phone for one in advisors),
        "email": any(one.email for one in advisors),
        "app": any(one.whatsapp or one.signal for one in advisors),
        "sms": any(one.phone or one.whatsapp or one.signal for one in advisors),
        "whatsapp": any(one.whatsapp for one in advisors),
        "signal": any(one.signal for one in advisors),
    }
    for way, there in has.items():
        if not there:
            key = "phone" if way == "sms" else "whatsapp" if way == "app" else way
            yield (
                ("channel", way),
                (
                    Say("zo is hier geen vertrouwenspersoon te bereiken", "no advisor can be reached in this way here"),
                    Say(
                        f"noem een andere weg, of vul {key} in bij een vertrouwenspersoon",
                        f"name another way, or fill in {key} at an advisor",
                    ),
                ),
            )
    for door in words.door:
        given = getattr(profile, door) if door in _PROCEDURES else profile.doors.get(door)
        if door != OTHER and given is None:
            key = door if door in _PROCEDURES else f"doors.{door}"
            yield (
                ("door", door),
                (
                    Say("deze deur staat niet in het profiel", "the profile has no such door"),
                    Say(f"vul {key} in, of noem haar hier niet", f"fill in {key}, or do not name it here"),
                ),
            )
    scopes = {scope for one in advisors for scope in one.scope}
    for topic, kind in topics.items():
        own = profile.topics.get(topic)
        if status_of(kind, own.inside if own else None, scopes) == "outside":
            yield (
                ("topic", topic),
                (
                    Say("hierbij helpt de vertrouwenspersoon hier niet", "the advisor does not help with this here"),
                    Say(
                        f"noem wie wel helpt, of zet topics.{topic}.inside in het profiel",
                        f"name who does help, or set topics.{topic}.inside in the profile",
                    ),
                ),
            )
    if len(profile.organisation.locations) < 2:
        yield (
            ("place", "several"),
            (
                Say("deze organisatie heeft geen twee locaties", "this organisation does not have two locations"),
                Say(
                    "vul organisation.locations in, of laat het weg", "fill in organisation.locations, or leave it out"
                ),
            ),
        )
    people = {
        "internal": any(one.kind == "internal" for one in advisors),
        "external": any(one.kind == "external" for one in advisors),
        "backup": any(one.backup for one in advisors),
        "several": len(advisors) > 1,
    }
    for id_, there in people.items():
        if not there:
            yield (
                ("person", id_),
                (
                    Say("zo iemand staat niet in het profiel", "the profile has nobody like that"),
                    Say("noem wie er wel is, of vul het profiel aan", "name who is there, or add to the profile"),
                ),
            )
