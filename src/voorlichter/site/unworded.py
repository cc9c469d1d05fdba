"""What holds of an organisation on a day in whatever language: worked out once for a whole site."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from voorlichter.profile.absences import Days
from voorlichter.profile.called import call_names
from voorlichter.profile.model import Advisor, Profile
from voorlichter.site.desks import Desk, plan_desks, take_over
from voorlichter.site.house import House, plan_house
from voorlichter.site.media import Media
from voorlichter.site.presence import Cover, DeskTurns, plan_cover, plan_knowledge
from voorlichter.slots.types import Json, render_json

ZONE = "Europe/Amsterdam"


class Unworded:
    """Each part when it is first asked for."""

    def __init__(self, profile: Profile, media: Media, today: date) -> None:
        self.profile = profile
        self.media = media
        self.today = today
        self.knowledge = plan_knowledge(profile.advisors, profile.publication.absences_ahead, today)
        self.desks = plan_desks(profile.organisation, profile.advisors)
        self.called = call_names(profile.advisors)
        self._turns: dict[str, DeskTurns] = {}
        self._covers: dict[tuple[str, Days], list[Cover]] = {}

    def turns(self, desk: Desk) -> DeskTurns:
        if desk.id not in self._turns:
            self._turns[desk.id] = DeskTurns(list(desk.advisors), self.knowledge)
        return self._turns[desk.id]

    def covers(self, advisor: Advisor, away: Days) -> list[Cover]:
        """Who stands in on which days of an absence."""
        key = advisor.id, away
        if key not in self._covers:
            group = take_over(advisor, self.profile.organisation, self.profile.advisors)
            self._covers[key] = plan_cover(advisor, away, group)
        return self._covers[key]

    @cached_property
    def house(self) -> House:
        return plan_house(self.profile.brand, self.media.slug)

    @cached_property
    def presence(self) -> Json:
        """What a script is told of the advisors, without its last bracket: words come after it."""
        until = self.knowledge.until
        told = render_json(
            {
                "zone": ZONE,
                "known": until.isoformat() if until else "",
                "desks": {desk.id: [advisor.id for advisor in desk.advisors] for desk in self.desks.each()},
                "advisors": {advisor.id: self._present(advisor) for advisor in self.profile.advisors},
            }
        )
        return Json(told[:-1])

    def _present(self, advisor: Advisor) -> dict[str, object]:
        absences = self.knowledge.absences(advisor)
        known: dict[str, object] = {}
        if advisor.hours:
            known["hours"] = {day: span for day, span in advisor.hours if span is not None}
        if absences:
            known["away"] = [[away.first.isoformat(), away.last.isoformat()] for away in absences]
        return known
