"""What holds of an organisation on a day in whatever language: worked out once for a whole site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from voorlichter.languages import Code
from voorlichter.person_names import read_name
from voorlichter.profile.absences import Days, is_away
from voorlichter.profile.called import at_start, call_names, shown_name
from voorlichter.profile.model import Advisor, Profile
from voorlichter.profile.values.telephone import is_alarm
from voorlichter.site.desks import Desk, plan_desks, take_over
from voorlichter.site.house import House, plan_house
from voorlichter.site.illustration import plan_scenes
from voorlichter.site.media import Media
from voorlichter.site.phrases import HoursOfDays, group_hours
from voorlichter.site.presence import Cover, DeskTurns, plan_cover, plan_knowledge
from voorlichter.site.ways import app_link, text_number, ways_to
from voorlichter.slots.model import LanguageSlots, SafetySlots, ScenesSlots, WhoSlots
from voorlichter.slots.types import Html, Json, Url, render_json

ZONE = "Europe/Amsterdam"


class Reached(NamedTuple):
    """The first way that all of some advisors have, else `any`; and whether any of them has each way."""

    way: str
    phone: bool
    app: bool
    mail: bool
    write: bool


class Unworded:
    """Each part when it is first asked for."""

    def __init__(
        self, profile: Profile, media: Media, today: date, called: Mapping[Code, str], site_code: str | None = None
    ) -> None:
        """`called` is what every language there is calls itself; `site_code` tells the site from every other, where it is to have one."""
        self.profile = profile
        self.media = media
        self.site_code = site_code
        self.today = today
        self.knowledge = plan_knowledge(profile.advisors, profile.publication.absences_ahead, today)
        self.covered = {part for advisor in profile.advisors for part in advisor.scope}
        self.desks = plan_desks(profile.organisation, profile.advisors)
        self.called = call_names(profile.advisors)
        self._languages = called
        self._hours = {id(advisor): group_hours(advisor.hours) for advisor in profile.advisors if advisor.hours}
        self._turns: dict[str, DeskTurns] = {}
        self._covers: dict[tuple[str, Days], list[Cover]] = {}
        # By which object it is, for in a profile that is being written two may have one id.
        self._told: dict[int, Mapping[str, Any]] = {}
        self._reached: dict[tuple[int, ...], Reached] = {}
        self._ranked: dict[str, Sequence[Advisor]] = {}

    def told_of(self, advisor: Advisor) -> Mapping[str, Any]:
        """What the slots of an advisor hold in whatever language, by name."""
        if id(advisor) not in self._told:
            called, desk = self.called[advisor.id], self.desks.all
            self._told[id(advisor)] = {
                "id": advisor.id,
                "name": shown_name(advisor),
                "call_name": called,
                "at_start": at_start(called),
                "initials": read_name(advisor.name).initials,
                "internal": advisor.kind == "internal",
                "external": advisor.kind == "external",
                "conduct": "conduct" in advisor.scope,
                "integrity": "integrity" in advisor.scope,
                "official": advisor.is_official,
                "phone": advisor.phone,
                "sms": text_number(advisor),
                "email": advisor.email,
                "whatsapp": app_link("whatsapp", advisor.whatsapp),
                "signal": app_link("signal", advisor.signal),
                "ways": ways_to(advisor),
                "language_codes": tuple(advisor.languages),
                "absent": is_away(advisor, self.today),
                "comes_first": desk.lead is not None and advisor is self.turns(desk).first,
                "stands_in_for": self.stands_in_for(advisor, desk),
            }
        return self._told[id(advisor)]

    def stands_in_for(self, advisor: Advisor, desk: Desk) -> str | None:
        """Whom they may have to take the place of there, by the name they are called."""
        lead = desk.lead
        if lead is None or advisor is lead:
            return None
        return self.called[lead.id] if any(other is advisor for other in self.turns(desk).may_come) else None

    def ranked(self, desk: Desk) -> Sequence[Advisor]:
        """Everybody, whoever comes first there today before the others, and who is away last."""
        if desk.id not in self._ranked:
            self._ranked[desk.id] = sorted(self.profile.advisors, key=self.turns(desk).rank)
        return self._ranked[desk.id]

    def reached(self, advisors: Sequence[Advisor]) -> Reached:
        key = tuple(map(id, advisors))
        if key not in self._reached:
            ways = {
                "phone": [bool(advisor.phone) for advisor in advisors],
                "app": [bool(advisor.whatsapp or advisor.signal) for advisor in advisors],
                "mail": [bool(advisor.email) for advisor in advisors],
            }
            way = next((way for way, has in ways.items() if all(has)), "any")
            phone, app, mail = map(any, ways.values())
            write = app or mail or any(text_number(advisor) for advisor in advisors)
            self._reached[key] = Reached(way, phone, app, mail, write)
        return self._reached[key]

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

    def hours(self, advisor: Advisor) -> Sequence[HoursOfDays]:
        return self._hours.get(id(advisor), ())

    @cached_property
    def team(self) -> Mapping[str, bool]:
        """What the slots of the team hold in whatever language, by name."""
        advisors, turns = self.profile.advisors, self.turns(self.desks.all)
        kinds = {advisor.kind for advisor in advisors}
        places = {place.id for place in self.profile.organisation.locations}
        free = len(advisors) > 1 and all(
            self.covered.issubset(advisor.scope) and places.issubset(advisor.locations or places)
            for advisor in advisors
        )
        return {
            "several": len(advisors) > 1,
            "internal": "internal" in kinds,
            "external": "external" in kinds,
            "both": len(kinds) > 1,
            "free_choice": free,
            "either_kind": free and len(kinds) > 1,
            "official": any(advisor.is_official and advisor.kind == "internal" for advisor in advisors),
            "conduct": "conduct" in self.covered,
            "integrity": "integrity" in self.covered,
            "several_locations": len(self.profile.organisation.locations) > 1,
            "nobody": turns.first is None,
            "may_be_empty": turns.may_be_nobody,
        }

    @cached_property
    def of_organisation(self) -> Mapping[str, Any]:
        """What the slots of the organisation hold in whatever language, by name."""
        organisation, number = self.profile.organisation, self.profile.internal_emergency_number
        sectors = ("care", "education", "higher_education", "childcare", "culture", "sport")
        return {
            "public_body": organisation.public_body,
            **{sector: organisation.sector == sector for sector in sectors},
            "from_10": organisation.workforce >= 10,
            "from_50": organisation.workforce >= 50,
            "emergency_number": number if number and not is_alarm(number) else None,
        }

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        theirs = (code for advisor in self.profile.advisors for code in advisor.languages)
        return tuple(dict.fromkeys([*self.profile.organisation.languages, *theirs]))

    @cached_property
    def who(self) -> WhoSlots:
        kinds = {*self.profile.who_may_call}
        return WhoSlots(
            volunteers="volunteers" in kinds,
            former_staff="former_staff" in kinds,
            contractors="contractors" in kinds,
            clients="clients" in kinds,
            workers_only="clients" not in kinds and {"employees", "temps", "interns"} <= kinds,
        )

    @cached_property
    def safety(self) -> SafetySlots:
        safety = self.profile.safety
        return SafetySlots(safety.quick_exit, safety.exit_url, safety.discreet)

    @cached_property
    def fuller(self) -> Mapping[Code, Code]:
        return self.profile.organisation.fuller_ones()

    def languages(self, own: Code) -> Mapping[Code, LanguageSlots]:
        """Each language's pages, seen from those of one: the first stands at the root, others in a folder each."""
        seen = dict(self._from_root if own == self._codes[0] else self._from_a_folder)
        seen[own] = LanguageSlots(self._languages[own], Url("", ""), own, own in self.profile.organisation.languages)
        return seen

    @cached_property
    def _codes(self) -> Sequence[Code]:
        return self.profile.organisation.all_languages

    @cached_property
    def _from_root(self) -> Mapping[Code, LanguageSlots]:
        return self._seen("")

    @cached_property
    def _from_a_folder(self) -> Mapping[Code, LanguageSlots]:
        return self._seen("../")

    def _seen(self, up: str) -> Mapping[Code, LanguageSlots]:
        first, *others = self._codes
        roots = {first: up, **{code: f"{up}{code}/" for code in others}}
        whole = self.profile.organisation.languages
        return {
            code: LanguageSlots(name, Url(roots[code], roots[code]), code, code in whole)
            for code, name in self._languages.items()
            if code in roots
        }

    @cached_property
    def code(self) -> Html | None:
        """The code that leads to the site, as a drawing."""
        return Html(self.media.files[self.media.qr].decode()) if self.media.qr else None

    @cached_property
    def house(self) -> House:
        return plan_house(self.profile.brand, self.media.slug)

    @cached_property
    def scenes(self) -> ScenesSlots:
        return plan_scenes(self.media.slug, self.house.motif)

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
