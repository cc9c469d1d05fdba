"""From the slots of a sentence to the keys of a profile that they are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from voorlichter.profile.model import Profile
from voorlichter.yaml_source import KeyPath

_WAYS = ("phone", "whatsapp", "signal", "email")

KEYS: dict[str, tuple[str, ...]] = {
    "org.name": ("organisation.name",),
    "org.short_name": ("organisation.short_name", "organisation.name"),
    "org.in_sentence": ("organisation.in_sentence", "organisation.short_name", "organisation.name"),
    "org.at_start": ("organisation.in_sentence", "organisation.short_name", "organisation.name"),
    "org.public_body": ("organisation.public_body",),
    "org.from_10": ("organisation.workforce",),
    "org.from_50": ("organisation.workforce",),
    "org.emergency_number": ("internal_emergency_number",),
    "org": ("organisation.sector",),
    "brand": ("brand.logo_alt", "organisation.name"),
    "practice": ("practice",),
    "engagement": ("engagement",),
    "locations": ("organisation.locations",),
    "complaints": ("complaints_procedure",),
    "speak_up": ("speak_up_procedure",),
    "code_of_conduct": ("code_of_conduct",),
    "notes_kept": ("notes_kept",),
    "served": ("organisation.people_served", "organisation.sector"),
    "who_may_call": ("who_may_call",),
    "who": ("who_may_call",),
    "meeting_places": ("meeting_places",),
    "doors": ("doors",),
    "inside": ("topics", "advisors.scope"),
    "note": ("topics",),
    "safety": ("safety",),
    "accessibility": ("accessibility",),
    "maintained_by": ("maintained_by",),
    "review_by": ("review_by",),
    "publication": ("publication.url", "publication.date"),
    "introduction": ("introduction",),
    "training": ("training",),
    "module": ("training.modules",),
    "package.pass_mark": ("training.pass_mark",),
    "spoken": ("advisors.languages",),
    "team.internal": ("advisors.kind",),
    "team.external": ("advisors.kind",),
    "team.both": ("advisors.kind",),
    "team.free_choice": ("advisors.scope", "advisors.locations"),
    "team.either_kind": ("advisors.kind", "advisors.scope", "advisors.locations"),
    "team.official": ("advisors.is_official",),
    "team.conduct": ("advisors.scope",),
    "team.integrity": ("advisors.scope",),
    "team.contacts": ("advisors.name", *(f"advisors.{way}" for way in _WAYS)),
    "team.people": ("advisors.name", "advisors.kind", "advisors.scope", "advisors.locations"),
    "team.registers": ("advisors.certificate", "advisors.name"),
    "team.several_locations": ("organisation.locations",),
    "team.nobody": ("advisors.absences",),
    "team.may_be_empty": ("advisors.absences",),
    "team": ("advisors",),
    "choices": ("advisors.scope", "advisors.locations", "advisors.backup"),
    "desk": ("advisors.scope", "advisors.locations", "advisors.backup"),
    "reach": tuple(f"advisors.{way}" for way in _WAYS),
    "usual.topics": ("topics",),
    "usual.conduct": ("topics", "advisors.scope"),
    "usual.offices": ("topics", "organisation.workforce"),
    "grey": ("topics", "advisors.scope"),
    "outside": ("topics", "advisors.scope"),
    "presence": ("advisors.absences", "advisors.hours"),
    "backup": ("advisors.backup",),
    "site.several_languages": ("organisation.languages",),
}
"""The longest beginning of a slot's name decides; keys of an advisor stand without one's place."""

OF_ADVISOR: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "call_name": ("call_name", "name"),
    "at_start": ("call_name", "name"),
    "initials": ("name",),
    "role": ("kind", "scope"),
    "independence": ("kind",),
    "internal": ("kind",),
    "external": ("kind",),
    "conduct": ("scope",),
    "integrity": ("scope",),
    "only_for": ("scope",),
    "official": ("is_official",),
    "sms": ("phone",),
    "reach": _WAYS,
    "ways": _WAYS,
    "language_codes": ("languages",),
    "absences": ("absences",),
    "absent": ("absences",),
    "comes_first": ("absences",),
    "stands_in_for": ("absences",),
}
"""Where the slot is called otherwise than the key."""

NOT_OF_THE_PROFILE = ("help", "current", "kit", "annual_report", "site", "tree", "package", "brand.scene")
"""What the data files, the day, the program or the workspace decides."""


def keys_of(slot: str, profile: Profile) -> list[KeyPath]:
    """The places in the profile that a slot, by its full name, is made from; those that are written there come first."""
    name = slot.removeprefix("not ")
    if name.startswith("advisors."):
        return _of_advisor(name, profile)
    if name.startswith(NOT_OF_THE_PROFILE) and _longest(name) is None:
        return []
    longest = _longest(name)
    if longest is None:
        return []
    paths: list[KeyPath] = []
    for key in KEYS[longest]:
        first, *rest = key.split(".")
        if first == "advisors" and rest:
            paths += [("advisors", number, *rest) for number in range(len(profile.advisors))]
        elif key in _WHOLE:
            paths += list(_within(key, name.removeprefix(longest).strip("."), profile))
        else:
            paths.append((first, *rest))
    return paths


_WHOLE = (
    "practice",
    "engagement",
    "complaints_procedure",
    "speak_up_procedure",
    "code_of_conduct",
    "doors",
    "safety",
    "accessibility",
    "training",
    "topics",
)
"""Sections whose slots are called as the keys in them are."""


def _within(key: str, rest: str, profile: Profile) -> Iterator[KeyPath]:
    here: Any = getattr(profile, key)
    path: KeyPath = (key,)
    for part in rest.split(".") if rest else ():
        fields = here if isinstance(here, dict) else getattr(type(here), "model_fields", {})
        if part not in fields:
            break
        path = (*path, part)
        here = here[part] if isinstance(here, dict) else getattr(here, part)
    yield path


def _longest(name: str) -> str | None:
    parts = name.split(".")
    return next((known for end in range(len(parts), 0, -1) if (known := ".".join(parts[:end])) in KEYS), None)


def _of_advisor(name: str, profile: Profile) -> list[KeyPath]:
    _, *rest = name.split(".")
    number = next((index for index, member in enumerate(profile.advisors) if rest and member.id == rest[0]), 0)
    rest = rest[1:]
    if not rest:
        return [("advisors", number)]
    return [("advisors", number, key) for key in OF_ADVISOR.get(rest[0], (rest[0],))]
