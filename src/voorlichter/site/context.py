"""From a checked profile to the slot values of one language: every value of an organisation passes through here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from voorlichter import __version__
from voorlichter.languages import Code
from voorlichter.profile import model
from voorlichter.profile.called import at_start, door_called, people_served
from voorlichter.profile.model import Profile
from voorlichter.profile.topics import TopicStatus, modules_for, status_of
from voorlichter.site.advisor import plan_advisor
from voorlichter.site.desks import Desk
from voorlichter.site.facts import Facts
from voorlichter.site.lasting import Lasting, lasting
from voorlichter.site.media import Media
from voorlichter.site.phrases import say_list
from voorlichter.site.presence import boundaries_of, plan_knowledge
from voorlichter.site.unworded import Unworded
from voorlichter.site.voice import Voice
from voorlichter.slots import model as slots
from voorlichter.slots.names import name_for
from voorlichter.slots.types import Color, Json, Url, render_json


def lasting_for(profile: Profile, facts: Facts, today: date) -> Lasting:
    """How long a site made today stays right without a change to its profile."""
    return lasting([*boundaries_of(profile.advisors, today), *(day for day in facts.laws.values() if day)], today)


def known_until(profile: Profile, today: date) -> date | None:
    """The day on which the knowledge of absences ends of a site made today; None where it has nothing to say about now."""
    return plan_knowledge(profile.advisors, profile.publication.absences_ahead, today).until


def plan_slots(
    profile: Profile,
    facts: Facts,
    media: Media,
    today: date,
    kit: slots.KitSlots | None = None,
    annual_report: slots.AnnualReportSlots | None = None,
    shared: str = "",
    unworded: Unworded | None = None,
) -> slots.Slots:
    """The values of every slot, in the facts' language, on this day. `shared` leads from a page to what all languages share.

    `unworded` is what was worked out of this profile on this day, where another language asked before.
    """
    unworded = unworded or Unworded(profile, media, today, facts.languages)
    return slots.Slots.late(_SLOTS, _Plan(Voice(facts, unworded, shared), kit, annual_report))


class _Plan:
    def __init__(
        self,
        voice: Voice,
        kit: slots.KitSlots | None,
        annual_report: slots.AnnualReportSlots | None,
    ) -> None:
        self.voice = voice
        self.facts = voice.facts
        self.t = voice.t
        self.unworded = unworded = voice.unworded
        self.profile = unworded.profile
        self.media = unworded.media
        self.today = unworded.today
        self.knowledge = unworded.knowledge
        self.desks = unworded.desks
        self.covered = unworded.covered
        self.kit = kit
        self.annual_report = annual_report
        self.served = people_served(unworded.profile.organisation)

    # What several values rest on

    @cached_property
    def advisors(self) -> tuple[slots.AdvisorSlots, ...]:
        return tuple(plan_advisor(self.voice, advisor) for advisor in self.profile.advisors)

    @cached_property
    def by_id(self) -> dict[str, slots.AdvisorSlots]:
        return {advisor.id: advisor for advisor in self.advisors}

    @cached_property
    def statuses(self) -> dict[str, TopicStatus]:
        """Of each topic, here."""
        own = {key: topic.inside for key, topic in self.profile.topics.items()}
        return {key: status_of(kind, own.get(key), self.covered) for key, kind in self.facts.topics.items()}

    # Sections

    def organisation(self) -> slots.OrganisationSlots:
        return slots.OrganisationSlots(
            name=self.voice.name(self.profile.organisation.name),
            short_name=self.voice.short_name,
            in_sentence=self.voice.in_sentence,
            at_start=at_start(self.voice.in_sentence),
            **self.unworded.of_organisation,
        )

    def brand(self) -> slots.BrandSlots:
        alt = self.profile.brand.logo_alt or self.voice.name(self.profile.organisation.name)
        return slots.BrandSlots.late(
            _COLORS,
            self.unworded,
            logo=self.voice.picture(self.media.logo, alt),
            favicon=self.voice.file(self.media.favicon),
            first_screen=self.unworded.house.first_screen,
            scene=self.unworded.scenes,
        )

    def practice(self) -> slots.PracticeSlots | None:
        practice = (
            self.profile.practice if any(advisor.kind == "external" for advisor in self.profile.advisors) else None
        )
        return (
            slots.PracticeSlots(
                name := self.voice.name(practice.name), practice.url, self.voice.picture(self.media.practice_logo, name)
            )
            if practice
            else None
        )

    def engagement(self) -> slots.EngagementSlots:
        engagement = self.profile.engagement
        return slots.EngagementSlots(
            appointed_by=self.voice.text(engagement.appointed_by),
            since=self.voice.day(engagement.since),
            term=self.voice.text(engagement.term),
            answers_to=self.voice.text(engagement.answers_to),
            secrecy_in_contract=engagement.secrecy_in_contract,
            board_access=engagement.board_access,
            board_bound_to_secrecy=engagement.board_bound_to_secrecy,
        )

    def desk_of_each_subject(self) -> slots.DesksSlots:
        desks = self.desks
        all_ = self.desk(desks.all)
        conduct, integrity = (
            all_ if desk is desks.all else self.desk(desk) for desk in (desks.conduct, desks.integrity)
        )
        return slots.DesksSlots(all_, conduct, integrity, differ=conduct is not integrity or conduct is not all_)

    def desk(self, desk: Desk) -> slots.DeskSlots:
        turns = self.unworded.turns(desk)
        may_come = turns.may_come if desk.lead else []

        here = {advisor.id: self.at_desk(desk, advisor) for advisor in desk.advisors}
        several = bool(desk.advisors) and not desk.lead and not desk.places
        return slots.DeskSlots(
            id=desk.id,
            place=at_start(self.voice.name(desk.place.name)) if desk.place else "",
            there=bool(desk.advisors),
            lead=here[desk.lead.id] if desk.lead else None,
            several=several,
            two=len(desk.advisors) == 2,
            advisors=tuple(here[advisor.id] for advisor in self.unworded.ranked(desk) if advisor.id in here),
            in_turn=tuple(here[advisor.id] for advisor in may_come),
            other=here[desk.other.id] if desk.other else None,
            reach=self.voice.reach(desk.advisors),
            nobody=bool(desk.advisors) and turns.first is None,
            may_be_empty=bool(desk.advisors) and turns.may_be_nobody,
            places=tuple(self.desk(local) for local in desk.places),
        )

    def at_desk(self, desk: Desk, advisor: model.Advisor) -> slots.AdvisorSlots:
        shown = self.by_id[advisor.id]
        if desk is self.desks.all:
            return shown
        first = desk.lead is not None and advisor is self.unworded.turns(desk).first
        lead = self.unworded.stands_in_for(advisor, desk)
        if (shown.comes_first, shown.stands_in_for) == (first, lead):
            return shown
        return replace(shown, comes_first=first, stands_in_for=lead)

    def presence(self) -> Json | None:
        """Of anybody's calendar never more than the absences that a site may know of."""
        profile = self.profile
        until = self.knowledge.until
        if len(profile.advisors) == 1 and until is None:
            return None
        years = range(self.today.year, until.year + 1 if until else 0)
        return Json(f"{self.unworded.presence},{self.facts.told_of_presence(years)[1:]}")

    def choices(self) -> Json | None:
        if len(self.profile.advisors) == 1:
            return None
        return render_json(
            {
                "label": self.t["choose_label"],
                "count": self.t["choose_count"],
                "advisors": {
                    advisor.id: [
                        [self.t[f"lang_{code}"] for code in advisor.languages],
                        [self.voice.places[key] for key in advisor.locations],
                        [self.t[f"choose_{advisor.kind}"]],
                    ]
                    for advisor in self.profile.advisors
                },
            }
        )

    def team(self) -> slots.TeamSlots:
        return slots.TeamSlots.late(_TEAM, self, **self.unworded.team)

    def contacts(self) -> str:
        advisors = self.profile.advisors
        return "; ".join(self.contact(advisor) for advisor in advisors if self.unworded.told_of(advisor)["ways"])

    def people(self) -> str:
        return "; ".join(
            f"{shown.name}, {shown.role}{f' ({shown.locations})' if shown.locations else ''}" for shown in self.advisors
        )

    def registers(self) -> str | None:
        if len(self.advisors) == 1:
            return None
        registered = [
            f"{shown.name} ({held.register}, {self.t['register_until']} {held.valid_until})"
            for shown in self.advisors
            if (held := shown.certificate)
        ]
        return "; ".join(registered) or None

    def contact(self, advisor: model.Advisor) -> str:
        places = [name for key, name in self.voice.places.items() if key in advisor.locations]
        differs = [*([] if self.covered.issubset(advisor.scope) else [self.voice.only_for(advisor)]), *places]
        told = self.unworded.told_of(advisor)
        name = f"{told['name']} ({', '.join(differs)})" if differs else told["name"]
        return f"{name}: {', '.join(told['ways'])}"

    def locations(self) -> tuple[slots.LocationSlots, ...]:
        return tuple(
            slots.LocationSlots(
                place.id,
                at_start(self.voice.name(place.name)),
                tuple(
                    self.by_id[advisor.id]
                    for advisor in self.profile.advisors
                    if not advisor.locations or place.id in advisor.locations
                ),
            )
            for place in self.profile.organisation.locations
        )

    @cached_property
    def modules(self) -> dict[str, slots.TrainingModuleSlots]:
        """The chosen modules by id, in the profile's order; made from the last one on, so that each knows its next."""
        made: dict[str, slots.TrainingModuleSlots] = {}
        following = None
        offered = modules_for(self.profile, {key: module["scope"] for key, module in self.facts.modules.items()})
        for number, key in reversed(list(enumerate(offered, 1))):
            module = self.facts.modules[key]
            own = self.profile.training.renamed.get(key)
            page = f"training-{key}.html"
            following = made[key] = slots.TrainingModuleSlots(
                key,
                (self.voice.text(own.title) if own else None) or module["title"],
                (self.voice.text(own.about) if own else None) or module["about"],
                module["minutes"],
                page=Url(page, page),
                number=str(number),
                next=following,
            )
        return dict(reversed(made.items()))

    def training(self) -> slots.TrainingSlots:
        data, modules = self.profile.training, tuple(self.modules.values())
        return slots.TrainingSlots(
            modules=modules,
            first=modules[0] if modules else None,
            several=len(modules) > 1,
            pass_mark=str(data.pass_mark) if data.pass_mark else None,
            certificate=data.certificate,
        )

    def who_may_call(self) -> str:
        t = self.t
        kinds = self.profile.who_may_call
        return say_list([t[f"served_{self.served}_many" if kind == "clients" else f"who_{kind}"] for kind in kinds], t)

    def site(self) -> slots.SiteSlots:
        languages = self.unworded.languages(self.facts.language)
        return slots.SiteSlots(
            self.media.slug,
            __version__,
            len(languages) > 1,
            tuple(languages.values()),
            Url(self.voice.shared, self.voice.shared),
            languages[self.unworded.fuller.get(self.facts.language, self.profile.organisation.languages[0])],
            self.unworded.site_code,
        )

    def publication(self) -> slots.PublicationSlots:
        published, qr = self.profile.publication, self.media.qr
        return slots.PublicationSlots(
            url=published.url,
            pages=address_of_pages(self.profile, self.facts.language),
            noindex=published.noindex,
            date=self.voice.day(published.date),
            qr=self.voice.file(qr) if qr else None,
            code=self.unworded.code,
        )

    def accessibility(self) -> slots.AccessibilitySlots | None:
        data = self.profile.accessibility
        if data is None:
            return None
        # A and B rest on an audit: without the statement that holds it, the status is not shown.
        shown = data.status if data.status not in ("A", "B") or data.statement_url else None
        return slots.AccessibilitySlots(
            self.t[f"status_{shown.lower()}" if shown else "status_none"],
            data.statement_url,
            self.voice.day(data.checked_on),
            data.email,
        )

    def door(self, label: str, door: model.Door | None) -> slots.DoorSlots | None:
        if door is None:
            return None
        name = self.voice.name(door.name)
        return slots.DoorSlots(name, door.phone, door.email, door.url, *door_called(label, name))

    def notes(self) -> slots.ByName[str | None]:
        own = self.profile.topics
        return (
            slots.ByName(**{key: self.voice.text(own[key].note) if key in own else None for key in self.facts.topics})
            if own
            else self.facts.no_notes
        )

    def topics_that_are(self, status: TopicStatus) -> slots.ByName[bool]:
        return slots.ByName(**{key: here == status for key, here in self.statuses.items()})

    def usual(self) -> slots.UsualSlots:
        topics = all(topic.inside is None for topic in self.profile.topics.values())
        return slots.UsualSlots(
            topics, topics and "conduct" in self.covered, topics and self.profile.organisation.workforce >= 10
        )

    def procedure(
        self, data: model.ComplaintsProcedure | model.SpeakUpProcedure | model.CodeOfConduct | None, name: str
    ) -> slots.ProcedureSlots | None:
        if data is None:
            return None
        known = vars(data)
        return slots.ProcedureSlots(
            name=self.voice.text(data.name) or self.t[name],
            url=data.url,
            contact=self.voice.text(known.get("contact")),
            officer=self.voice.name(officer) if (officer := known.get("officer")) else None,
            phone=known.get("phone"),
            email=known.get("email"),
        )


_SLOTS: Mapping[str, Callable[[_Plan], object]] = {
    "org": _Plan.organisation,
    "brand": _Plan.brand,
    "practice": _Plan.practice,
    "engagement": _Plan.engagement,
    "desk": _Plan.desk_of_each_subject,
    "advisor": lambda plan: plan.advisors[0] if len(plan.advisors) == 1 else None,
    "advisors": lambda plan: plan.advisors,
    "by_presence": lambda plan: tuple(plan.by_id[advisor.id] for advisor in plan.unworded.ranked(plan.desks.all)),
    "presence": _Plan.presence,
    "choices": _Plan.choices,
    "backup": lambda plan: plan.by_id[plan.desks.all.lead.id].backup if plan.desks.all.lead else None,
    "spoken": lambda plan: plan.unworded.spoken,
    "team": _Plan.team,
    "reach": lambda plan: plan.voice.reach(plan.profile.advisors),
    "locations": _Plan.locations,
    "complaints": lambda plan: plan.procedure(plan.profile.complaints_procedure, "complaints_name"),
    "speak_up": lambda plan: plan.procedure(plan.profile.speak_up_procedure, "speak_up_name"),
    "code_of_conduct": lambda plan: plan.procedure(plan.profile.code_of_conduct, "code_of_conduct_name"),
    "notes_kept": lambda plan: plan.voice.text(plan.profile.notes_kept),
    "served": lambda plan: slots.ServedSlots(
        *(plan.t[f"served_{plan.served}_{form}"] for form in ("one", "many", "the"))
    ),
    "who_may_call": _Plan.who_may_call,
    "who": lambda plan: plan.unworded.who,
    "meeting_places": lambda plan: (
        say_list([plan.t[f"place_{place}"] for place in plan.profile.meeting_places], plan.t) or None
    ),
    "doors": lambda plan: slots.ByName(
        **{key: plan.door(label, plan.profile.doors.get(key)) for key, label in plan.facts.doors.items()}
    ),
    "help": lambda plan: plan.facts.help,
    "inside": lambda plan: plan.topics_that_are("inside"),
    "grey": lambda plan: plan.topics_that_are("grey"),
    "outside": lambda plan: plan.topics_that_are("outside"),
    "usual": _Plan.usual,
    "note": _Plan.notes,
    "current": lambda plan: plan.facts.current(plan.today),
    "safety": lambda plan: plan.unworded.safety,
    "accessibility": _Plan.accessibility,
    "maintained_by": lambda plan: plan.voice.name(plan.profile.maintained_by) if plan.profile.maintained_by else None,
    "review_by": lambda plan: plan.voice.day(plan.profile.review_by),
    "publication": _Plan.publication,
    "introduction": lambda plan: plan.voice.prose(plan.profile.introduction),
    "training": _Plan.training,
    "module": lambda plan: slots.ByName(**{name_for(key): plan.modules.get(key) for key in plan.facts.modules}),
    "package": lambda _: slots.PackageSlots(),
    "kit": lambda plan: plan.kit,
    "annual_report": lambda plan: plan.annual_report,
    "site": _Plan.site,
    "own": lambda plan: plan.facts.own_pages,
}
_COLORS: Mapping[str, Callable[[Unworded], object]] = {
    "color": lambda site: Color(site.media.palette.color),
    "on_color": lambda site: Color(site.media.palette.on_color),
    "accent_light": lambda site: Color(site.media.palette.accent_light),
    "accent_dark": lambda site: Color(site.media.palette.accent_dark),
    "tint_light": lambda site: Color(site.media.palette.tint_light),
    "tint_dark": lambda site: Color(site.media.palette.tint_dark),
    "second": lambda site: Color(site.house.second_color),
}
"""Of a brand: only style sheets ask for them, and those are the same in every language."""
_TEAM: Mapping[str, Callable[[_Plan], object]] = {
    "contacts": _Plan.contacts,
    "people": _Plan.people,
    "registers": _Plan.registers,
}
"""What is said of it; the rest holds in whatever language."""


def address_of_pages(profile: Profile, language: Code) -> Url | None:
    """Where the pages in a language are published: as people write it, and as an address with a slash at the end."""
    published = profile.publication.url
    if published is None:
        return None
    folder = "" if language == profile.organisation.languages[0] else f"/{language}"
    return Url(published.rstrip("/") + folder, published.href.rstrip("/") + folder + "/")
