"""What an organisation and its advisors are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from voorlichter.languages import TOGETHER, Code
from voorlichter.person_names import read_name
from voorlichter.profile.model import Advisor, LocalName, OrganisationSection, Sector, Served


def call_names(advisors: Iterable[Advisor]) -> dict[str, str]:
    """By id: as the profile says, else by the first name, and by the whole name where two first names are the same."""
    written = {advisor.id: advisor for advisor in advisors}
    short = {id_: advisor.call_name or read_name(advisor.name).called for id_, advisor in written.items()}
    taken = [name.casefold() for name in short.values()]
    return {
        id_: name if taken.count(name.casefold()) == 1 else written[id_].call_name or read_name(written[id_].name).plain
        for id_, name in short.items()
    }


def shown_name(advisor: Advisor) -> str:
    """The name as written, its surname last."""
    name = read_name(advisor.name)
    return name.plain if name.surname_first else advisor.name


def name_in(name: str | LocalName, language: Code) -> str:
    """A name that may differ from language to language; the English one stands for a language without."""
    return name if isinstance(name, str) else str(getattr(name, language, getattr(name, TOGETHER[-1])))


def names_of(name: str | LocalName | None) -> tuple[str, ...]:
    """In every language."""
    return () if name is None else (name,) if isinstance(name, str) else tuple(said for _, said in name.items())


def at_start(name: str) -> str:
    """At the beginning of a sentence: `De politie`. What has a capital elsewhere, as iMove, stays as it is."""
    first = name.split()[0]
    return name[0].upper() + name[1:] if first.islower() else name


@lru_cache(maxsize=4096)
def door_called(label: str, name: str) -> tuple[str, str | None]:
    """What stands above a door, and beside it: a name that says what it is, as `de OR` does, takes the label's place."""
    says = {word.casefold() for word in re.findall(r"\w+", label) if word.isupper() or len(word) > 4}
    return (at_start(name), None) if says & {word.casefold() for word in re.findall(r"\w+", name)} else (label, name)


_SERVED: dict[Sector, Served] = {
    "care": "clients",
    "childcare": "parents",
    "education": "pupils",
    "higher_education": "students",
    "government": "residents",
    "culture": "visitors",
    "sport": "members",
    "business": "customers",
    "logistics": "customers",
    "industry": "customers",
    "nonprofit": "participants",
    "other": "customers",
}


def people_served(organisation: OrganisationSection) -> Served:
    """The word for the people an organisation works for."""
    return organisation.people_served or _SERVED[organisation.sector]
