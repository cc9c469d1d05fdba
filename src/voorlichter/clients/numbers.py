"""One person with two numbers: at one organisation the number was changed, at another it was forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from voorlichter.person_names import read_name
from voorlichter.profile.model import Profile
from voorlichter.yaml_source import KeyPath


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """What stands here under a key, and what stands at the organisation `slug`. A door is one where the e-mail address is the same."""

    path: KeyPath
    who: str
    here: str
    slug: str
    there: str


@dataclass(frozen=True, slots=True)
class _Reached:
    path: KeyPath
    who: str
    known_by: frozenset[str]
    number: str
    dialled: str


def other_numbers(profiles: Mapping[str, Profile]) -> dict[str, tuple[OtherNumber, ...]]:
    """By slug, of every organisation where there is one."""
    people = {slug: list(_people(profile)) for slug, profile in profiles.items()}
    named: dict[str, list[tuple[str, _Reached]]] = {}
    for slug, reached in people.items():
        for one in reached:
            for name in one.known_by:
                named.setdefault(name, []).append((slug, one))
    found: dict[str, dict[OtherNumber, None]] = {}
    for same in named.values():
        for slug, one in same:
            for other_slug, other in same:
                if slug != other_slug and one.dialled != other.dialled:
                    number = OtherNumber(one.path, one.who, one.number, other_slug, other.number)
                    found.setdefault(slug, {})[number] = None
    return {slug: tuple(numbers) for slug, numbers in found.items()}


def _people(profile: Profile) -> Iterator[_Reached]:
    for index, advisor in enumerate(profile.advisors):
        if advisor.phone:
            known_by = {f"advisor {read_name(advisor.name).plain.casefold()}"}
            known_by |= {f"advisor {advisor.email.casefold()}"} if advisor.email else set()
            yield _Reached(
                ("advisors", index, "phone"),
                advisor.name,
                frozenset(known_by),
                advisor.phone,
                advisor.phone.href,
            )
    for key, door in profile.doors.items():
        if door and door.phone and door.email:
            yield _Reached(
                ("doors", key, "phone"),
                door.email,
                frozenset({f"door {door.email.casefold()}"}),
                door.phone,
                door.phone.href,
            )
