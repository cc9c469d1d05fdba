"""Two checked profiles, value by value; and the new one with a single value put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from voorlichter.profile.fields import Section
from voorlichter.profile.model import (
    Absence,
    Advisor,
    Brand,
    Certificate,
    LocalName,
    Location,
    Practice,
    Profile,
    Topic,
    WeekHours,
)

Path = tuple[str, ...]
"""Keys from the profile down; in a list, what its items are told apart by."""

_WHOLE = (Absence, Certificate, LocalName, WeekHours)
"""Sections that are one value to a reader."""
_PICTURES = {(Brand, "logo"), (Practice, "logo"), (Advisor, "photo")}
"""Names of files: the picture counts, and it is compared where the pictures are."""

_FORM = (Profile, "form")
"""Nobody reads it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not what it was; None where there was or is nothing."""

    path: Path
    was: Any
    now: Any


def compare_profiles(was: Profile, now: Profile) -> list[Difference]:
    """In the order of the profile; pictures excepted."""
    return list(_compare_sections(was, now, ()))


def _compare_sections(was: Section, now: Section, path: Path) -> Iterator[Difference]:
    for name in type(now).model_fields:
        if (type(now), name) not in (*_PICTURES, _FORM):
            yield from _compare(getattr(was, name), getattr(now, name), (*path, name))


def _compare(was: Any, now: Any, path: Path) -> Iterator[Difference]:
    if _is_listed(was) or _is_listed(now):
        yield from _compare_lists(was, now, path)
    elif path == ("topics",):
        for key in {**now, **was}:
            yield from _compare_sections(was.get(key, Topic()), now.get(key, Topic()), (*path, key))
    elif path == ("doors",):
        for key in {**now, **was}:
            yield from _compare(was.get(key), now.get(key), (*path, key))
    elif isinstance(was, Section) and type(was) is type(now) and not isinstance(was, _WHOLE):
        yield from _compare_sections(was, now, path)
    elif was != now or getattr(was, "href", None) != getattr(now, "href", None):
        yield Difference(path, was, now)


def _compare_lists(was: list[Any], now: list[Any], path: Path) -> Iterator[Difference]:
    before, after = _by_key(was), _by_key(now)
    for key in {**after, **before}:
        if key in before and key in after:
            yield from _compare(before[key], after[key], (*path, key))
        else:
            yield Difference((*path, key), before.get(key), after.get(key))
    kept = [key for key in before if key in after]
    if kept != [key for key in after if key in before]:
        yield Difference(path, was, now)


def _is_listed(value: Any) -> bool:
    """A list of things with a key of their own; lists of words are one value."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Section)


def _by_key(items: list[Any]) -> dict[str, Any]:
    return {key_of(item): item for item in items}


def key_of(item: Advisor | Location | Absence) -> str:
    return item.from_.isoformat() if isinstance(item, Absence) else item.id


def put_back(now: Profile, was: Profile, path: Path) -> Profile:
    """The new profile with the value at one place of the old one."""
    return _settle(_put_back(now, was, path), was)


def _put_back(now: Any, was: Any, path: Path) -> Any:
    if not path:
        return _reorder(now, was) if _is_listed(now) and _is_listed(was) else was
    name, *rest = path
    if isinstance(now, list):
        return _put_back_item(now, was, name, tuple(rest))
    if isinstance(now, dict):
        nothing = Topic() if rest else None
        return {**now, name: _put_back(now.get(name, nothing), was.get(name, nothing), tuple(rest))}
    return now.model_copy(update={name: _put_back(getattr(now, name), getattr(was, name), tuple(rest))})


def _put_back_item(now: list[Any], was: list[Any], key: str, rest: Path) -> list[Any]:
    before = _by_key(was)
    if key not in before:
        return [item for item in now if key_of(item) != key]
    if key not in _by_key(now):
        position = list(before).index(key)
        return [*now[:position], before[key], *now[position:]]
    return [_put_back(item, before[key], rest) if key_of(item) == key else item for item in now]


def _reorder(now: list[Any], was: list[Any]) -> list[Any]:
    """What both have, in the old order; what is new stays behind it."""
    order = list(_by_key(was))
    return sorted(now, key=lambda item: order.index(key_of(item)) if key_of(item) in order else len(order))


def _settle(profile: Profile, was: Profile) -> Profile:
    """One value put back may leave others without what they need: nobody there, or a location that is not there."""
    known = {location.id for location in profile.organisation.locations}
    advisors = [
        advisor.model_copy(update={"locations": [id_ for id_ in advisor.locations if id_ in known]})
        for advisor in profile.advisors or was.advisors
    ]
    return profile.model_copy(update={"advisors": advisors})
