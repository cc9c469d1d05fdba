"""Who is right for what. A desk is a subject and a place; behind it stand the advisors whose work that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from voorlichter.profile.absences import can_be_reached
from voorlichter.profile.model import Advisor, Location, OrganisationSection

Subject = Literal["all", "conduct", "integrity"]
"""`all` is a subject too: whatever the reader has in mind, as long as nobody asked."""


@dataclass(frozen=True, slots=True)
class Desk:
    id: str
    place: Location | None
    """None where the reader's place is not known, or does not matter."""
    advisors: tuple[Advisor, ...]
    """First those who are nobody's backup, in the profile's order, then the backups in their turn."""
    lead: Advisor | None
    """The one who may be named alone: all others are backups, and everybody is right for all that the desk stands for."""
    places: tuple[Desk, ...] = ()
    """Where places differ in their advisors: a desk for each."""

    @property
    def other(self) -> Advisor | None:
        """Whom somebody goes to when the lead helps the other side."""
        return self.advisors[1] if self.lead and len(self.advisors) > 1 else None


@dataclass(frozen=True, slots=True)
class Desks:
    all: Desk
    conduct: Desk
    integrity: Desk

    def each(self) -> Iterator[Desk]:
        """Every desk once, those of places too."""
        for desk in {id(desk): desk for desk in (self.all, self.conduct, self.integrity)}.values():
            yield desk
            yield from desk.places


def plan_desks(organisation: OrganisationSection, advisors: Sequence[Advisor]) -> Desks:
    """Of an organisation's advisors. Subjects that the same people stand for in the same places share one desk."""
    reached = [advisor for advisor in advisors if can_be_reached(advisor)]
    all_ = _across("all", organisation.locations, reached)
    own = [_across(subject, organisation.locations, reached) for subject in ("conduct", "integrity")]
    conduct, integrity = (all_ if _people(desk) == _people(all_) else desk for desk in own)
    return Desks(all_, conduct, integrity)


def _across(subject: Subject, locations: Sequence[Location], team: Sequence[Advisor]) -> Desk:
    places = tuple(_desk(subject, place, locations, team) for place in locations)
    if all(desk.advisors == places[0].advisors for desk in places):
        places = ()
    return _desk(subject, None, locations, team, places)


def _desk(
    subject: Subject,
    place: Location | None,
    locations: Sequence[Location],
    team: Sequence[Advisor],
    places: tuple[Desk, ...] = (),
) -> Desk:
    subjects = {part for advisor in team for part in advisor.scope if subject in ("all", part)}
    asked = {location.id for location in ([place] if place else locations)}
    served = {advisor.id: asked.intersection(advisor.locations or asked) for advisor in team}
    right = [advisor for advisor in team if subjects.intersection(advisor.scope) and (served[advisor.id] or not asked)]
    behind = {second for advisor in right for second in _backups(advisor, team)}
    front = [advisor for advisor in right if advisor.id not in behind]
    chain = [second for advisor in front for second in _backups(advisor, team)]
    advisors = [
        *front,
        *sorted((advisor for advisor in right if advisor.id in behind), key=lambda advisor: chain.index(advisor.id)),
    ]
    whole = all(subjects.issubset(advisor.scope) and served[advisor.id] == asked for advisor in right)
    return Desk(
        f"{subject}:{place.id}" if place else subject,
        place,
        tuple(advisors),
        front[0] if whole and len(front) == 1 else None,
        places,
    )


def _backups(advisor: Advisor, team: Sequence[Advisor]) -> list[str]:
    """Whoever takes over by the profile's word: the backup, the backup's backup and so on."""
    named = {other.id: other.backup for other in team}
    chain: list[str] = []
    following = advisor.backup
    while following in named and following not in chain and following != advisor.id:
        chain.append(following)
        following = named[following]
    return chain


def _people(desk: Desk) -> list[object]:
    return [(here.advisors, here.lead) for here in (desk, *desk.places)]


def take_over(advisor: Advisor, organisation: OrganisationSection, team: Sequence[Advisor]) -> list[Advisor]:
    """The advisor, and those of the team who can stand in: backups by the profile's word, and whoever is there for all of the same."""
    everywhere = {place.id for place in organisation.locations}
    backups = _backups(advisor, team)
    return [
        other
        for other in team
        if other is advisor
        or other.id in backups
        or (
            set(advisor.scope).issubset(other.scope)
            and set(advisor.locations or everywhere).issubset(other.locations or everywhere)
        )
    ]
