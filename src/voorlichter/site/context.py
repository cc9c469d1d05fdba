"""From a checked profile to the slot values of one language: every value of an organisation passes through here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from voorlichter import __version__
from voorlichter.languages import Code
from voorlichter.person_names import read_name
from voorlichter.profile import model
from voorlichter.profile.absences import Days, is_away
from voorlichter.profile.called import at_start, door_called, name_in, people_served, shown_name
from voorlichter.profile.model import LocalName, LocalProse, LocalText, Profile
from voorlichter.profile.topics import TopicKind, TopicStatus, modules_for, status_of
from voorlichter.profile.values.telephone import is_alarm, takes_messages
from voorlichter.prose import render_prose
from voorlichter.site.desks import Desk
from voorlichter.site.illustration import plan_scenes
from voorlichter.site.lasting import Lasting, lasting
from voorlichter.site.media import Media, PlacedPicture
from voorlichter.site.phrases import Strings, say_day, say_days, say_hours, say_list
from voorlichter.site.presence import Cover, DeskTurns, boundaries_of, plan_knowledge
from voorlichter.site.unworded import Unworded
from voorlichter.slots import model as slots
from voorlichter.slots.names import name_for
from voorlichter.slots.types import Color, Html, Json, Mail, Tel, Url, render_json

_PRESENCE_WORDS = (
    *("now_open", "now_closed", "now_holiday"),
    *("again_today", "again_tomorrow", "again_on", "again_elsewhere"),
)
"""A script calls them by their last word."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a template knows of its language: the ids, texts and dates of its data files."""

    language: Code
    languages: dict[Code, str]
    """Every language there is, by what it calls itself."""
    tag: str
    """The language with its region."""
    whole: bool
    """Whether a site has every page in it."""
    direction: str
    letters: str | None
    """Beside those of Dutch."""
    strings: Strings
    topics: dict[str, TopicKind]
    doors: dict[str, str]
    """What each is called."""
    help: slots.ByName[slots.DoorSlots]
    laws: dict[str, date | None]
    holidays: dict[str, str]
    """By year, as `01-01 04-05`."""
    modules: dict[str, dict[str, Any]]
    """Of each training module what tells about it."""
    own_pages: slots.OwnPagesSlots
    no_notes: slots.ByName[str | None] = field(init=False)
    """For the many organisations that add nothing to a topic."""
    _current: dict[date, slots.ByName[bool]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "no_notes", slots.ByName(**dict.fromkeys(self.topics)))

    def current(self, today: date) -> slots.ByName[bool]:
        """Which statements of law have not lapsed: the same for every site of a day."""
        if today not in self._current:
            self._current[today] = slots.ByName(
                **{key: lapses is None or today < lapses for key, lapses in self.laws.items()}
            )
        return self._current[today]


def facts_from(description: dict[str, Any]) -> Facts:
    """Read back what template.json holds."""

    def address(kind: Any, pair: list[str] | None) -> Any:
        return kind(*pair) if pair else None

    return Facts(
        language=description["language"],
        languages=description["languages"],
        tag=description["tag"],
        whole=description["level"] == "complete",
        direction=description["direction"],
        letters=description["letters"],
        strings=description["strings"],
        topics={key: TopicKind(*kind) for key, kind in description["topics"].items()}
        | dict.fromkeys(description["dropped"], TopicKind("no")),
        doors={key: name for key, (name, *_) in description["doors"].items()},
        help=slots.ByName(
            **{
                key: slots.DoorSlots(
                    line["name"], address(Tel, line["phone"]), address(Mail, line["email"]), address(Url, line["url"])
                )
                for key, line in description["help"].items()
            }
        ),
        laws={key: date.fromisoformat(day) if day else None for key, day in description["laws"].items()},
        holidays=description["holidays"],
        modules=description["modules"],
        own_pages=_own_pages(description["own_pages"]),
    )


def _own_pages(described: Iterable[dict[str, str]]) -> slots.OwnPagesSlots:
    menus: dict[str, tuple[slots.OwnPageSlots, ...]] = {}
    for page in described:
        shown = slots.OwnPageSlots(page["title"], Url(page["page"], page["page"]))
        menus[page["menu"]] = (*menus.get(page["menu"], ()), shown)
    return slots.OwnPagesSlots(**menus)


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
    return _Plan(facts, unworded or Unworded(profile, media, today), kit, annual_report, shared).plan()


class _Plan:
    def __init__(
        self,
        facts: Facts,
        unworded: Unworded,
        kit: slots.KitSlots | None,
        annual_report: slots.AnnualReportSlots | None,
        shared: str,
    ) -> None:
        self.profile = profile = unworded.profile
        self.facts = facts
        self.unworded = unworded
        self.media = unworded.media
        self.today = unworded.today
        self.kit = kit
        self.annual_report = annual_report
        self.shared = shared
        self.t = facts.strings
        self.short_name = self.name(profile.organisation.short_name or profile.organisation.name)
        self.in_sentence = self.name(profile.organisation.in_sentence or self.short_name)
        self.served = people_served(profile.organisation)
        self.called = unworded.called
        self.knowledge = unworded.knowledge
        self.desks = unworded.desks
        self.turns = unworded.turns(self.desks.all)
        self.covered = {part for advisor in profile.advisors for part in advisor.scope}

    def plan(self) -> slots.Slots:
        profile, t = self.profile, self.t
        advisors = tuple(self.advisor(advisor) for advisor in profile.advisors)
        by_id = {advisor.id: advisor for advisor in advisors}
        chosen = self.modules()
        statuses = self.statuses()
        languages = {language.code: language for language in self.languages()}
        return slots.Slots(
            org=self.organisation(),
            brand=self.brand(),
            practice=self.practice(),
            engagement=self.engagement(),
            desk=self.desk_of_each_subject(by_id),
            advisor=advisors[0] if len(advisors) == 1 else None,
            advisors=advisors,
            by_presence=tuple(by_id[advisor.id] for advisor in sorted(profile.advisors, key=self.turns.rank)),
            presence=self.presence(),
            choices=self.choices(),
            backup=by_id[self.desks.all.lead.id].backup if self.desks.all.lead else None,
            spoken=tuple(
                dict.fromkeys(
                    [
                        *profile.organisation.languages,
                        *(code for advisor in profile.advisors for code in advisor.languages),
                    ]
                )
            ),
            team=self.team(advisors),
            reach=self.reach(profile.advisors),
            locations=self.locations(by_id),
            complaints=self.procedure(profile.complaints_procedure, "complaints_name"),
            speak_up=self.procedure(profile.speak_up_procedure, "speak_up_name"),
            code_of_conduct=self.procedure(profile.code_of_conduct, "code_of_conduct_name"),
            notes_kept=self.text(profile.notes_kept),
            served=slots.ServedSlots(*(t[f"served_{self.served}_{form}"] for form in ("one", "many", "the"))),
            who_may_call=say_list(
                [
                    t[f"served_{self.served}_many" if kind == "clients" else f"who_{kind}"]
                    for kind in profile.who_may_call
                ],
                t,
            ),
            who=slots.WhoSlots(
                volunteers="volunteers" in profile.who_may_call,
                former_staff="former_staff" in profile.who_may_call,
                contractors="contractors" in profile.who_may_call,
                clients="clients" in profile.who_may_call,
                workers_only="clients" not in profile.who_may_call
                and {"employees", "temps", "interns"} <= {*profile.who_may_call},
            ),
            meeting_places=say_list([t[f"place_{place}"] for place in profile.meeting_places], t) or None,
            doors=slots.ByName(
                **{key: self.door(label, profile.doors.get(key)) for key, label in self.facts.doors.items()}
            ),
            help=self.facts.help,
            inside=slots.ByName(**{key: status == "inside" for key, status in statuses.items()}),
            grey=slots.ByName(**{key: status == "grey" for key, status in statuses.items()}),
            outside=slots.ByName(**{key: status == "outside" for key, status in statuses.items()}),
            usual=self.usual(),
            note=slots.ByName(**{key: self.note(key) for key in self.facts.topics})
            if profile.topics
            else self.facts.no_notes,
            current=self.facts.current(self.today),
            safety=slots.SafetySlots(profile.safety.quick_exit, profile.safety.exit_url, profile.safety.discreet),
            accessibility=self.accessibility(),
            maintained_by=self.name(profile.maintained_by) if profile.maintained_by else None,
            review_by=self.day(profile.review_by),
            publication=self.publication(),
            introduction=self.prose(profile.introduction),
            training=self.training(chosen),
            module=slots.ByName(**{name_for(key): chosen.get(key) for key in self.facts.modules}),
            package=slots.PackageSlots(),
            kit=self.kit,
            annual_report=self.annual_report,
            site=slots.SiteSlots(
                self.media.slug,
                __version__,
                len(languages) > 1,
                tuple(languages.values()),
                Url(self.shared, self.shared),
                languages[profile.organisation.fuller(self.facts.language)],
            ),
            own=self.facts.own_pages,
        )

    # Sections

    def organisation(self) -> slots.OrganisationSlots:
        organisation = self.profile.organisation
        return slots.OrganisationSlots(
            name=self.name(organisation.name),
            short_name=self.short_name,
            in_sentence=self.in_sentence,
            at_start=at_start(self.in_sentence),
            public_body=organisation.public_body,
            care=organisation.sector == "care",
            education=organisation.sector == "education",
            higher_education=organisation.sector == "higher_education",
            childcare=organisation.sector == "childcare",
            culture=organisation.sector == "culture",
            sport=organisation.sector == "sport",
            from_10=organisation.workforce >= 10,
            from_50=organisation.workforce >= 50,
            emergency_number=number
            if (number := self.profile.internal_emergency_number) and not is_alarm(number)
            else None,
        )

    def brand(self) -> slots.BrandSlots:
        colors = self.media.palette
        house = self.unworded.house
        alt = self.profile.brand.logo_alt or self.name(self.profile.organisation.name)
        return slots.BrandSlots(
            logo=self.picture(self.media.logo, alt),
            favicon=self.file(self.media.favicon),
            color=Color(colors.color),
            on_color=Color(colors.on_color),
            accent_light=Color(colors.accent_light),
            accent_dark=Color(colors.accent_dark),
            tint_light=Color(colors.tint_light),
            tint_dark=Color(colors.tint_dark),
            second=Color(house.second_color),
            first_screen=house.first_screen,
            scene=plan_scenes(self.media.slug, house.motif),
        )

    def practice(self) -> slots.PracticeSlots | None:
        practice = (
            self.profile.practice if any(advisor.kind == "external" for advisor in self.profile.advisors) else None
        )
        return (
            slots.PracticeSlots(
                name := self.name(practice.name), practice.url, self.picture(self.media.practice_logo, name)
            )
            if practice
            else None
        )

    def engagement(self) -> slots.EngagementSlots:
        engagement = self.profile.engagement
        return slots.EngagementSlots(
            appointed_by=self.text(engagement.appointed_by),
            since=self.day(engagement.since),
            term=self.text(engagement.term),
            answers_to=self.text(engagement.answers_to),
            secrecy_in_contract=engagement.secrecy_in_contract,
            board_access=engagement.board_access,
            board_bound_to_secrecy=engagement.board_bound_to_secrecy,
        )

    def advisor(self, advisor: model.Advisor) -> slots.AdvisorSlots:
        t = self.t
        backup = next((other for other in self.profile.advisors if other.id == advisor.backup), None)
        certificate = advisor.certificate
        only_for = None if self.covered.issubset(advisor.scope) else t[f"only_{advisor.scope[0]}"]
        names = {place.id: self.name(place.name) for place in self.profile.organisation.locations}
        return slots.AdvisorSlots(
            id=advisor.id,
            name=shown_name(advisor),
            call_name=self.called[advisor.id],
            at_start=at_start(self.called[advisor.id]),
            initials=read_name(advisor.name).initials,
            role=" ".join([t[f"role_{advisor.kind}"], *([only_for] if only_for else [])]),
            independence=t[f"independence_{advisor.kind}"] % {"org": self.in_sentence},
            internal=advisor.kind == "internal",
            external=advisor.kind == "external",
            conduct="conduct" in advisor.scope,
            integrity="integrity" in advisor.scope,
            only_for=only_for,
            official=advisor.is_official,
            phone=advisor.phone,
            sms=text_number(advisor),
            email=advisor.email,
            whatsapp=app_link("whatsapp", advisor.whatsapp),
            signal=app_link("signal", advisor.signal),
            reach=self.reach([advisor]),
            ways=ways_to(advisor),
            photo=self.picture(self.media.photos.get(advisor.id), t["photo_alt"] % {"name": shown_name(advisor)}),
            languages=say_list([t[f"lang_{code}"] for code in advisor.languages], t),
            language_codes=tuple(advisor.languages),
            hours=say_hours(advisor.hours, t) if advisor.hours else None,
            reply_within=t["reply_day" if advisor.reply_within == 1 else "reply_days"] % {"n": advisor.reply_within}
            if advisor.reply_within
            else None,
            locations=say_list([names[key] for key in advisor.locations], t) or None,
            about=self.prose(advisor.about),
            certificate=slots.CertificateSlots(certificate.registry, say_day(certificate.valid_until, t))
            if certificate and certificate.valid_until >= self.today
            else None,
            backup=self.person(backup, advisor) if backup else None,
            absences=tuple(
                self.absence(advisor, away, number == 0) for number, away in enumerate(self.knowledge.absences(advisor))
            ),
            absent=is_away(advisor, self.today),
            comes_first=self.desks.all.lead is not None and advisor is self.turns.first,
            stands_in_for=self.stands_in_for(advisor, self.desks.all, self.turns),
        )

    def stands_in_for(self, advisor: model.Advisor, desk: Desk, turns: DeskTurns) -> str | None:
        return (
            self.called[desk.lead.id] if desk.lead and advisor in turns.may_come and advisor is not desk.lead else None
        )

    def desk_of_each_subject(self, by_id: dict[str, slots.AdvisorSlots]) -> slots.DesksSlots:
        desks = self.desks
        all_ = self.desk(desks.all, by_id)
        conduct, integrity = (
            all_ if desk is desks.all else self.desk(desk, by_id) for desk in (desks.conduct, desks.integrity)
        )
        return slots.DesksSlots(all_, conduct, integrity, differ=conduct is not integrity or conduct is not all_)

    def desk(self, desk: Desk, by_id: dict[str, slots.AdvisorSlots]) -> slots.DeskSlots:
        turns = self.unworded.turns(desk)
        may_come = turns.may_come if desk.lead else []

        def at_it(advisor: model.Advisor) -> slots.AdvisorSlots:
            shown, first, lead = (
                by_id[advisor.id],
                desk.lead is not None and advisor is turns.first,
                self.stands_in_for(advisor, desk, turns),
            )
            return (
                shown
                if (shown.comes_first, shown.stands_in_for) == (first, lead)
                else replace(shown, comes_first=first, stands_in_for=lead)
            )

        here = {advisor.id: at_it(advisor) for advisor in desk.advisors}
        several = bool(desk.advisors) and not desk.lead and not desk.places
        return slots.DeskSlots(
            id=desk.id,
            place=at_start(self.name(desk.place.name)) if desk.place else "",
            there=bool(desk.advisors),
            lead=here[desk.lead.id] if desk.lead else None,
            several=several,
            two=len(desk.advisors) == 2,
            advisors=tuple(
                here[advisor.id] for advisor in sorted(self.profile.advisors, key=turns.rank) if advisor.id in here
            ),
            in_turn=tuple(here[advisor.id] for advisor in may_come),
            other=here[desk.other.id] if desk.other else None,
            reach=self.reach(desk.advisors),
            nobody=bool(desk.advisors) and turns.first is None,
            may_be_empty=bool(desk.advisors) and turns.may_be_nobody,
            places=tuple(self.desk(local, by_id) for local in desk.places),
        )

    def absence(self, advisor: model.Advisor, away: Days, is_next: bool) -> slots.AbsenceSlots:
        name, covers = at_start(self.called[advisor.id]), self.unworded.covers(advisor, away)
        return slots.AbsenceSlots(
            since=away.first.isoformat(),
            soon=None
            if away.first <= self.today
            else self.t["away_soon"] % {"name": name, "days": say_days(away.first, away.last, self.t)},
            now=self.t["away_now"] % {"name": name, "until": say_day(away.last, self.t)},
            next=is_next,
            stand_ins=tuple(self.stand_in(cover, advisor, len(covers) == 1) for cover in covers),
        )

    def stand_in(self, cover: Cover, away: model.Advisor, always: bool) -> slots.StandInSlots:
        days = say_list([say_days(days.first, days.last, self.t) for days in cover.days], self.t)
        key = f"away_{'stand_in' if cover.by else 'alone'}{'' if always else '_days'}"
        return slots.StandInSlots(self.t[key] % {"days": days}, self.person(cover.by, away) if cover.by else None)

    def presence(self) -> Json | None:
        """Of anybody's calendar never more than the absences that a site may know of."""
        profile = self.profile
        until = self.knowledge.until
        if len(profile.advisors) == 1 and until is None:
            return None
        own = {
            "holidays": {
                str(year): self.facts.holidays[str(year)]
                for year in range(self.today.year, until.year + 1 if until else 0)
                if str(year) in self.facts.holidays
            },
            "words": {key.rpartition("_")[2]: self.t[key] for key in _PRESENCE_WORDS},
        }
        return Json(f"{self.unworded.presence},{render_json(own)[1:]}")

    def choices(self) -> Json | None:
        if len(self.profile.advisors) == 1:
            return None
        names = {place.id: self.name(place.name) for place in self.profile.organisation.locations}
        return render_json(
            {
                "label": self.t["choose_label"],
                "count": self.t["choose_count"],
                "advisors": {
                    advisor.id: [
                        [self.t[f"lang_{code}"] for code in advisor.languages],
                        [names[key] for key in advisor.locations],
                        [self.t[f"choose_{advisor.kind}"]],
                    ]
                    for advisor in self.profile.advisors
                },
            }
        )

    def team(self, team: Sequence[slots.AdvisorSlots]) -> slots.TeamSlots:
        advisors = self.profile.advisors
        kinds = {advisor.kind for advisor in advisors}
        scope = {part for advisor in advisors for part in advisor.scope}
        places = {place.id for place in self.profile.organisation.locations}
        free = len(advisors) > 1 and all(
            scope.issubset(advisor.scope) and places.issubset(advisor.locations or places) for advisor in advisors
        )
        registered = [
            f"{shown.name} ({held.register}, {self.t['register_until']} {held.valid_until})"
            for shown in team
            if (held := shown.certificate)
        ]
        return slots.TeamSlots(
            several=len(advisors) > 1,
            internal="internal" in kinds,
            external="external" in kinds,
            both=len(kinds) > 1,
            free_choice=free,
            either_kind=free and len(kinds) > 1,
            official=any(advisor.is_official and advisor.kind == "internal" for advisor in advisors),
            conduct="conduct" in scope,
            integrity="integrity" in scope,
            contacts="; ".join(self.contact(advisor) for advisor in advisors if ways_to(advisor)),
            people="; ".join(
                f"{shown.name}, {shown.role}{f' ({shown.locations})' if shown.locations else ''}" for shown in team
            ),
            registers="; ".join(registered) if registered and len(team) > 1 else None,
            several_locations=len(self.profile.organisation.locations) > 1,
            nobody=self.turns.first is None,
            may_be_empty=self.turns.may_be_nobody,
        )

    def contact(self, advisor: model.Advisor) -> str:
        places = [
            self.name(place.name) for place in self.profile.organisation.locations if place.id in advisor.locations
        ]
        differs = [*([] if self.covered.issubset(advisor.scope) else [self.t[f"only_{advisor.scope[0]}"]]), *places]
        name = f"{shown_name(advisor)} ({', '.join(differs)})" if differs else shown_name(advisor)
        return f"{name}: {', '.join(ways_to(advisor))}"

    def locations(self, by_id: dict[str, slots.AdvisorSlots]) -> tuple[slots.LocationSlots, ...]:
        return tuple(
            slots.LocationSlots(
                place.id,
                at_start(self.name(place.name)),
                tuple(
                    by_id[advisor.id]
                    for advisor in self.profile.advisors
                    if not advisor.locations or place.id in advisor.locations
                ),
            )
            for place in self.profile.organisation.locations
        )

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
                (self.text(own.title) if own else None) or module["title"],
                (self.text(own.about) if own else None) or module["about"],
                module["minutes"],
                page=Url(page, page),
                number=str(number),
                next=following,
            )
        return dict(reversed(made.items()))

    def training(self, chosen: dict[str, slots.TrainingModuleSlots]) -> slots.TrainingSlots:
        data, modules = self.profile.training, tuple(chosen.values())
        return slots.TrainingSlots(
            modules=modules,
            first=modules[0] if modules else None,
            several=len(modules) > 1,
            pass_mark=str(data.pass_mark) if data.pass_mark else None,
            certificate=data.certificate,
        )

    def publication(self) -> slots.PublicationSlots:
        published, qr = self.profile.publication, self.media.qr
        return slots.PublicationSlots(
            url=published.url,
            pages=address_of_pages(self.profile, self.facts.language),
            noindex=published.noindex,
            date=self.day(published.date),
            qr=self.file(qr) if qr else None,
            code=Html(self.media.files[qr].decode()) if qr else None,
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
            self.day(data.checked_on),
            data.email,
        )

    def languages(self) -> Iterator[slots.LanguageSlots]:
        """Each language's pages, seen from this one's: the first stands at the root, others in a folder."""
        organisation = self.profile.organisation
        codes: list[Code] = organisation.all_languages
        own = self.facts.language
        up = "" if own == codes[0] else "../"
        roots = {code: "" if code == own else up if code == codes[0] else f"{up}{code}/" for code in codes}
        for code, name in self.facts.languages.items():
            if code in codes:
                yield slots.LanguageSlots(name, Url(roots[code], roots[code]), code, code in organisation.languages)

    # Values

    def text(self, text: LocalText | None) -> str | None:
        return getattr(text, self.facts.language, None) if text else None

    def name(self, name: str | LocalName) -> str:
        return name_in(name, self.facts.language)

    def prose(self, text: LocalProse | None) -> Html | None:
        written = getattr(text, self.facts.language, None) if text else None
        return render_prose(written) if written else None

    def day(self, day: date | None) -> str | None:
        return say_day(day, self.t) if day else None

    def person(self, advisor: model.Advisor, stands_in_for: model.Advisor) -> slots.PersonSlots:
        return slots.PersonSlots(
            id=advisor.id,
            name=shown_name(advisor),
            call_name=self.called[advisor.id],
            at_start=at_start(self.called[advisor.id]),
            phone=advisor.phone,
            email=advisor.email,
            whatsapp=app_link("whatsapp", advisor.whatsapp),
            signal=app_link("signal", advisor.signal),
            reach=self.reach([advisor]),
            only_for=None if set(stands_in_for.scope).issubset(advisor.scope) else self.t[f"only_{advisor.scope[0]}"],
        )

    def reach(self, advisors: Sequence[model.Advisor]) -> slots.ReachSlots:
        ways = {
            "phone": [bool(advisor.phone) for advisor in advisors],
            "app": [bool(advisor.whatsapp or advisor.signal) for advisor in advisors],
            "mail": [bool(advisor.email) for advisor in advisors],
        }
        way = next((way for way, has in ways.items() if all(has)), "any")
        return slots.ReachSlots(
            verb=self.t[f"reach_{way}"],
            verb_small=self.t[f"reach_{way}_small"],
            to_verb=self.t[f"reach_{way}_to"],
            phone=any(ways["phone"]),
            app=any(ways["app"]),
            mail=any(ways["mail"]),
            write=any(
                advisor.email or advisor.whatsapp or advisor.signal or text_number(advisor) for advisor in advisors
            ),
        )

    def door(self, label: str, door: model.Door | None) -> slots.DoorSlots | None:
        if door is None:
            return None
        name = self.name(door.name)
        return slots.DoorSlots(name, door.phone, door.email, door.url, *door_called(label, name))

    def file(self, name: str) -> Url:
        """As a page asks for it."""
        return Url(self.shared + name, self.shared + name)

    def picture(self, placed: PlacedPicture | None, alt: str) -> slots.PictureSlots | None:
        if placed is None:
            return None
        return slots.PictureSlots(
            self.file(placed.name), self.file(placed.name_2x), str(placed.width), str(placed.height), alt
        )

    def note(self, topic: str) -> str | None:
        own = self.profile.topics.get(topic)
        return self.text(own.note) if own else None

    def statuses(self) -> dict[str, TopicStatus]:
        """Of each topic, here."""
        scopes = {scope for advisor in self.profile.advisors for scope in advisor.scope}
        own = {key: topic.inside for key, topic in self.profile.topics.items()}
        return {key: status_of(kind, own.get(key), scopes) for key, kind in self.facts.topics.items()}

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
            name=self.text(data.name) or self.t[name],
            url=data.url,
            contact=self.text(known.get("contact")),
            officer=self.name(officer) if (officer := known.get("officer")) else None,
            phone=known.get("phone"),
            email=known.get("email"),
        )


def address_of_pages(profile: Profile, language: Code) -> Url | None:
    """Where the pages in a language are published: as people write it, and as an address with a slash at the end."""
    published = profile.publication.url
    if published is None:
        return None
    folder = "" if language == profile.organisation.languages[0] else f"/{language}"
    return Url(published.rstrip("/") + folder, published.href.rstrip("/") + folder + "/")


_APPS = {"whatsapp": ("WhatsApp", "https://wa.me/", ""), "signal": ("Signal", "https://signal.me/#p/", "+")}


def app_link(app: Literal["whatsapp", "signal"], number: Tel | None) -> Url | None:
    """By the app's name, and where it opens with this number."""
    if number is None:
        return None
    name, address, sign = _APPS[app]
    return Url(name, address + sign + number.href.removeprefix("tel:").removeprefix("+"))


def ways_to(advisor: model.Advisor) -> tuple[str, ...]:
    ways = (
        advisor.phone,
        advisor.whatsapp and f"WhatsApp {advisor.whatsapp}",
        advisor.signal and f"Signal {advisor.signal}",
        advisor.email,
    )
    return tuple(str(way) for way in ways if way)


def text_number(advisor: model.Advisor) -> Tel | None:
    """Where a text message arrives: the telephone number, unless it is a landline of this country. A number given for an app is for that app."""
    number = advisor.phone
    if number and takes_messages(number) and not re.match(r"tel:\+31(?!6)", number.href):
        return Tel(number, number.href.replace("tel:", "sms:"))
    return None
