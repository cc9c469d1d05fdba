"""From the slots of a sentence to the keys of a profile that they are made from."""

from __future__ import annotations

import re
from typing import Any

from voorlichter.profile.model import Profile
from voorlichter.yaml_source import KeyPath

_WAYS = ("phone", "whatsapp", "signal", "email")

_SECTORS = ("care", "education", "higher_education", "childcare", "culture", "sport")

KEYS: dict[str, tuple[str, ...]] = {
    **{f"org.{sector}": ("organisation.sector",) for sector in _SECTORS},
    "org.name": ("organisation.name",),
    "org.short_name": ("organisation.short_name", "organisation.name"),
    "org.in_sentence": ("organisation.in_sentence", "organisation.short_name", "organisation.name"),
    "org.at_start": ("organisation.in_sentence", "organisation.short_name", "organisation.name"),
    "org.from_10": ("organisation.workforce",),
    "org.from_50": ("organisation.workforce",),
    "org.emergency_number": ("internal_emergency_number",),
    "brand.first_screen": ("brand.first_screen",),
    "brand": ("brand.logo_alt", "organisation.name"),
    "locations": ("organisation.locations",),
    "complaints": ("complaints_procedure",),
    "speak_up": ("speak_up_procedure",),
    "served": ("organisation.people_served", "organisation.sector"),
    "who": ("who_may_call",),
    "inside": ("topics", "advisors.scope"),
    "note": ("topics",),
    "publication": ("publication.url", "publication.date"),
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
    "site.fuller": ("organisation.languages",),
}
"""Where a slot is called otherwise than the key. The longest beginning of its name decides; keys of an advisor stand without one's place."""

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

NOT_OF_THE_PROFILE = ("help", "current", "kit", "annual_report", "site", "package", "own", "brand.scene")
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
        path = _follow(re.sub(r"^org\.", "organisation.", name), profile)
        return [path] if path else []
    paths: list[KeyPath] = []
    for key in KEYS[longest]:
        first, *rest = key.split(".")
        if first == "advisors" and rest:
            paths += [("advisors", number, *rest) for number in range(len(profile.advisors))]
        elif key in _WHOLE:
            paths.append(_follow(key + name.removeprefix(longest), profile))
        else:
            paths.append((first, *rest))
    return paths


_WHOLE = ("complaints_procedure", "speak_up_procedure", "topics")
"""Sections whose slots are called as the keys in them are."""


def _follow(name: str, profile: Profile) -> KeyPath:
    """As far as the profile has keys of these names."""
    here: Any = profile
    path: KeyPath = ()
    for part in name.split("."):
        fields = here if isinstance(here, dict) else getattr(type(here), "model_fields", {})
        if part not in fields:
            break
        path = (*path, part)
        here = here[part] if isinstance(here, dict) else getattr(here, part)
    return path


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
