"""The days that come at an organisation, and those that have gone by without anybody acting on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voorlichter.problems import Say
from voorlichter.profile.absences import DAY, days_away
from voorlichter.profile.called import shown_name
from voorlichter.profile.model import Profile
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath

DateKind = Literal["absence_begins", "absence_ends", "certificate", "review_by", "law", "build_by", "changes_by_itself"]

_MUST_BE_DONE = ("certificate", "review_by", "build_by", "law")
"""Kinds that are told after their day too."""


@dataclass(frozen=True, slots=True)
class ComingDate:
    """`path`: the key in the profile, where one says it."""

    day: date
    kind: DateKind
    what: Say
    path: KeyPath = ()


def coming_dates(
    profile: Profile, build_by: date | None, changes_on: date | None, today: date, horizon: timedelta
) -> tuple[ComingDate, ...]:
    """The soonest first. `build_by`: the day its knowledge of absences ends; `changes_on`: the day the built site is another by itself."""
    return _within([*_of_profile(profile), *_of_site(build_by, changes_on)], today, horizon)


def coming_laws(workspace: Workspace, today: date, horizon: timedelta) -> tuple[ComingDate, ...]:
    """The rules whose text leaves every site on a day, unless somebody has checked it again."""
    data, _ = check_data(workspace)
    return _within(
        [
            ComingDate(
                law.lapses,
                "law",
                Say(
                    f"{law.title.nl}: verdwijnt die dag van elke site, tenzij iemand de tekst heeft nagekeken",
                    f"{law.title.en}: leaves every site that day, unless somebody has checked the text",
                ),
            )
            for law in data.law
            if law.lapses
        ],
        today,
        horizon,
    )


def _within(dates: Iterable[ComingDate], today: date, horizon: timedelta) -> tuple[ComingDate, ...]:
    coming = [one for one in dates if one.day <= today + horizon and (one.day >= today or one.kind in _MUST_BE_DONE)]
    return tuple(sorted(coming, key=lambda one: one.day))


def _of_profile(profile: Profile) -> Iterator[ComingDate]:
    for index, advisor in enumerate(profile.advisors):
        name = shown_name(advisor)
        path: KeyPath = ("advisors", index)
        for away in days_away(advisor.absences):
            yield ComingDate(
                away.first,
                "absence_begins",
                Say(f"{name} is afwezig vanaf deze dag", f"{name} is away from this day on"),
                (*path, "absences"),
            )
            yield ComingDate(
                away.last + DAY, "absence_ends", Say(f"{name} is er weer", f"{name} is back"), (*path, "absences")
            )
        if advisor.certificate:
            yield ComingDate(
                advisor.certificate.valid_until,
                "certificate",
                Say(
                    f"het certificaat van {name} geldt tot en met deze dag",
                    f"the certificate of {name} is valid up to and including this day",
                ),
                (*path, "certificate", "valid_until"),
            )
    if profile.review_by:
        yield ComingDate(
            profile.review_by,
            "review_by",
            Say("kijk voor deze dag alles na", "check everything by this day"),
            ("review_by",),
        )


def _of_site(build_by: date | None, changes_on: date | None) -> Iterator[ComingDate]:
    if build_by:
        yield ComingDate(
            build_by,
            "build_by",
            Say(
                "maak de site uiterlijk deze dag opnieuw; daarna zegt zij niet meer wie er nu is",
                "build the site again by this day; after it the site no longer says who is there now",
            ),
        )
    if changes_on and changes_on != build_by:
        yield ComingDate(
            changes_on,
            "changes_by_itself",
            Say("de site is vanaf deze dag vanzelf anders", "the site is another one by itself from this day on"),
        )
