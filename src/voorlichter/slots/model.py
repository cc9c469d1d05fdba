"""Every slot there is. A name that is not here cannot be used in a page; `X | None` must stand under an `if`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from voorlichter.slots.types import Color, Html, Json, Mail, Tel, Url

Value = TypeVar("Value")
Plan = TypeVar("Plan")


class ByName(SimpleNamespace, Generic[Value]):
    """Values of one kind under the ids that the data files give: `doors.hr`, `help.csg`."""


class Late:
    """Its values may be worked out when they are first asked for: of all that pages can name, those of a short language name little."""

    __slots__ = ("_plan", "_values")

    @classmethod
    def late(cls, values: Mapping[str, Callable[[Plan], object]], plan: Plan, **known: object) -> Self:
        """Each value by its name, as what works it out of a plan; or as it is, where it is known."""
        told = object.__new__(cls)
        for name, value in {"_values": values, "_plan": plan, **known}.items():
            object.__setattr__(told, name, value)
        return told

    if TYPE_CHECKING:
        _values: Mapping[str, Callable[[Any], object]]
    else:

        def __getattr__(self, name: str) -> object:
            """Of a value that is not there yet."""
            if name.startswith("_") or name not in self._values:
                raise AttributeError(name)
            try:
                value = self._values[name](self._plan)
            except (
                AttributeError,
                LookupError,
                TypeError,
            ) as error:  # by these, filling knows a part that an organisation lacks
                raise RuntimeError(f"the slot {name} cannot be worked out") from error
            object.__setattr__(self, name, value)
            return value


@dataclass(frozen=True, slots=True)
class PictureSlots:
    """A processed picture; width and height in CSS pixels."""

    src: Url
    src_2x: Url
    width: str
    height: str
    alt: str


@dataclass(frozen=True, slots=True)
class OrganisationSlots:
    name: str
    short_name: str
    """Alone, as a title."""
    in_sentence: str
    """Within a sentence: the police."""
    at_start: str
    """The same at the beginning of one: The police."""
    public_body: bool
    care: bool
    education: bool
    higher_education: bool
    childcare: bool
    culture: bool
    sport: bool
    from_10: bool
    """At least 10 working persons."""
    from_50: bool
    """At least 50 working persons: the threshold of the Wet bescherming klokkenluiders."""
    emergency_number: Tel | None


@dataclass(frozen=True, slots=True)
class ReachSlots:
    """How to get hold of somebody, in words that fit the ways there are.

    Of one person the words follow the first way there is: phone, app, e-mail. Of the team they follow the first way
    that everybody has; where none has them all, the words name no way. A flag of the team says that somebody has it.
    """

    verb: str
    """`Bel`, `App`, `Mail` or `Neem contact op met`; what follows is a name."""
    verb_small: str
    to_verb: str
    """`te bellen`, with nobody after it."""
    phone: bool
    app: bool
    mail: bool
    write: bool
    """By app, e-mail or text message."""


@dataclass(frozen=True, slots=True)
class PersonSlots:
    """Somebody in a sentence about another: who stands in for them, and what not for. Never a whole advisor, whose own stand-ins would follow."""

    id: str
    name: str
    call_name: str
    """Within a sentence: mevrouw Van Dam."""
    at_start: str
    """The same at the beginning of one: Mevrouw Van Dam."""
    phone: Tel | None
    email: Mail | None
    whatsapp: Url | None
    signal: Url | None
    reach: ReachSlots
    only_for: str | None
    """What for, where that is less than whom they stand in for is there for."""


@dataclass(frozen=True, slots=True)
class CertificateSlots:
    register: str
    valid_until: str


@dataclass(frozen=True, slots=True)
class StandInSlots:
    """Somebody who stands in, or nobody; `words` begin the sentence and tell the days, where not all are alike."""

    words: str
    person: PersonSlots | None


@dataclass(frozen=True, slots=True)
class AbsenceSlots:
    """In a sentence for each: `soon` until its first day, `now` while it goes on."""

    since: str
    """Its first day, for the script."""
    soon: str | None
    now: str
    next: bool
    """The one that is going on or comes next: of any other, nothing is in sight."""
    stand_ins: tuple[StandInSlots, ...]


@dataclass(frozen=True, slots=True)
class AdvisorSlots(Late):
    id: str
    name: str
    call_name: str
    """Within a sentence: mevrouw Van Dam."""
    at_start: str
    """The same at the beginning of one: Mevrouw Van Dam."""
    initials: str
    role: str
    independence: str
    internal: bool
    external: bool
    conduct: bool
    integrity: bool
    only_for: str | None
    """What for, where others of the team are there for something else too. Their role says it as well."""
    official: bool
    phone: Tel | None
    sms: Tel | None
    """A number that takes text messages: a mobile one."""
    email: Mail | None
    whatsapp: Url | None
    signal: Url | None
    reach: ReachSlots
    ways: tuple[str, ...]
    """Each way as a text for paper, the first to try first."""
    photo: PictureSlots | None
    languages: str
    language_codes: tuple[str, ...]
    hours: str | None
    reply_within: str | None
    locations: str | None
    about: Html | None
    certificate: CertificateSlots | None
    backup: PersonSlots | None
    absences: tuple[AbsenceSlots, ...]
    """Those the site knows; merged, in order."""
    absent: bool
    """On the day of the build, as is the next. A page that must be right on other days loops over a desk's `in_turn`."""
    comes_first: bool
    """At the desk where it is asked; elsewhere at `desk.all`."""
    stands_in_for: str | None
    """The call name of that desk's lead, where a day may come on which this one stands in while the site stands as it is."""


@dataclass(frozen=True, slots=True)
class DeskSlots:
    """Whom to go to with a subject, and at a place where it says so. Whoever names or rings an advisor does it by a desk.

    Exactly one holds: it has a `lead`, or `places` to choose from, or there are `several` who are equal, or nobody is `there`.
    """

    id: str
    """For `data-desk`."""
    place: str
    """Its name; empty where the place is not known, or does not matter."""
    there: bool
    lead: AdvisorSlots | None
    """The one who may be named alone."""
    several: bool
    two: bool
    advisors: tuple[AdvisorSlots, ...]
    """Everybody who is right for it; on the day of the build the absent come last."""
    in_turn: tuple[AdvisorSlots, ...]
    """Whoever may be named alone while the site stands as it is: the lead, then those who stand in. Empty without a lead."""
    other: AdvisorSlots | None
    """Whom to go to when the lead helps the other side."""
    reach: ReachSlots
    """Of all its advisors."""
    nobody: bool
    """Everybody of it is away today."""
    may_be_empty: bool
    """A day may come, while the site stands as it is, on which nobody of it is there."""
    places: tuple[DeskSlots, ...]
    """A desk for each place, where they differ."""


@dataclass(frozen=True, slots=True)
class DesksSlots:
    """By subject; `all` where the subject is not known. The same desk where the same people are right."""

    all: DeskSlots
    conduct: DeskSlots
    integrity: DeskSlots
    differ: bool
    """With the subject."""


@dataclass(frozen=True, slots=True)
class TeamSlots(Late):
    several: bool
    internal: bool
    external: bool
    both: bool
    free_choice: bool
    """Each is there for all that any of them is there for, and everywhere: whoever comes may choose among all."""
    either_kind: bool
    """And between inside and outside."""
    official: bool
    conduct: bool
    integrity: bool
    contacts: str
    """Everybody by name, with every way to them; what for and where, where they differ in that. For a text without a loop."""
    people: str
    """The same with their role in place of the ways to them."""
    registers: str | None
    """Who of several is in a register, which one, and until when."""
    several_locations: bool
    nobody: bool
    """Every advisor is away today and nobody stands in."""
    may_be_empty: bool
    """A day may come, while the site stands as it is, on which nobody is there."""


@dataclass(frozen=True, slots=True)
class EngagementSlots:
    appointed_by: str | None
    since: str | None
    term: str | None
    answers_to: str | None
    secrecy_in_contract: bool
    board_access: bool
    board_bound_to_secrecy: bool


@dataclass(frozen=True, slots=True)
class PracticeSlots:
    name: str
    url: Url | None
    logo: PictureSlots | None


@dataclass(frozen=True, slots=True)
class ScenesSlots:
    """The organisation's own drawing; decorative."""

    talk: Html
    path: Html
    door: Html


@dataclass(frozen=True, slots=True)
class BrandSlots(Late):
    logo: PictureSlots | None
    favicon: Url
    color: Color
    """As it is: a ground."""
    on_color: Color
    accent_light: Color
    """As text, clamped."""
    accent_dark: Color
    tint_light: Color
    tint_dark: Color
    second: Color
    """Drawn with; no text stands on it."""
    first_screen: str
    """shelter, band or porch: how the first page is composed."""
    scene: ScenesSlots


@dataclass(frozen=True, slots=True)
class ProcedureSlots:
    """A written arrangement of the organisation; each way to it is optional."""

    name: str
    url: Url | None
    contact: str | None
    officer: str | None
    phone: Tel | None
    email: Mail | None


@dataclass(frozen=True, slots=True)
class DoorSlots:
    """Who helps instead, inside the organisation or outside it."""

    name: str
    phone: Tel | None
    email: Mail | None
    url: Url | None
    heading: str = ""
    """What it is called, by the profile where that says as much."""
    beside: str | None = None
    """The name in the profile, where the heading says something else."""


@dataclass(frozen=True, slots=True)
class ServedSlots:
    """The people an organisation works for, after `een`, without an article, and with its own."""

    one: str
    many: str
    the: str


@dataclass(frozen=True, slots=True)
class WhoSlots:
    volunteers: bool
    former_staff: bool
    contractors: bool
    clients: bool
    workers_only: bool
    """Employees, temporary workers and interns among others, and nobody whom the organisation works for."""


@dataclass(frozen=True, slots=True)
class UsualSlots:
    """Is it as `data/topics.yml` has it? A question whose answer leans on that stands under one of these."""

    topics: bool
    """The profile moves no topic."""
    conduct: bool
    """And somebody is there for conduct."""
    offices: bool
    """And ten people or more work there: fewer have no HR to go to."""


@dataclass(frozen=True, slots=True)
class SafetySlots:
    quick_exit: bool
    exit: Url
    discreet: bool


@dataclass(frozen=True, slots=True)
class AccessibilitySlots:
    status: str
    statement_url: Url | None
    checked_on: str | None
    email: Mail | None


@dataclass(frozen=True, slots=True)
class PublicationSlots:
    url: Url | None
    pages: Url | None
    """Where the pages in this language are published; its address has a slash at the end."""
    noindex: bool
    date: str | None
    qr: Url | None
    code: Html | None
    """The same picture, to stand in the page itself: nothing is asked for when it is unfolded."""


@dataclass(frozen=True, slots=True)
class SiteSlots:
    id: str
    """The organisation's slug."""
    version: str
    several_languages: bool
    languages: tuple[LanguageSlots, ...]
    """In the order in which they are offered."""
    shared: Url
    """Leads from a page to what the languages share: styles, scripts, pictures."""
    fuller: LanguageSlots
    """The language that has what this one lacks; itself where it has everything."""
    code: str | None = None
    """Tells this site from every other by all that is in it; known only once all of it is made."""


@dataclass(frozen=True, slots=True)
class LanguageSlots:
    """A language of the site; `root` leads from a page to the pages in it."""

    name: str
    root: Url
    code: str
    whole: bool
    """Whether the site has every page in it."""


@dataclass(frozen=True, slots=True)
class LocationSlots:
    id: str
    name: str
    advisors: tuple[AdvisorSlots, ...]


@dataclass(frozen=True, slots=True)
class TrainingModuleSlots:
    """A module that the organisation chose."""

    id: str
    title: str
    about: str | None
    minutes: str
    page: Url
    number: str
    """Its place among those chosen, from 1 up."""
    next: TrainingModuleSlots | None


@dataclass(frozen=True, slots=True)
class TrainingSlots:
    modules: tuple[TrainingModuleSlots, ...]
    first: TrainingModuleSlots | None
    several: bool
    pass_mark: str | None
    certificate: bool


@dataclass(frozen=True, slots=True)
class PackageLanguageSlots:
    name: str
    code: str
    page: Url
    current: bool


@dataclass(frozen=True, slots=True)
class PackageSlots:
    """What a page must know that is packed for a learning system; on a site there is nothing to know."""

    languages: tuple[PackageLanguageSlots, ...] = ()
    """To choose from, where there are several."""
    pass_mark: str | None = None
    failed: str = "incomplete"
    """The status of somebody below the pass mark."""
    connects: bool = False
    """The page itself talks with the system: over https, or at its own origin."""
    lms_origin: str | None = None
    """The one other origin that it may talk with over http."""


@dataclass(frozen=True, slots=True)
class KitFileSlots:
    """A file of the kit, as a link; `name` tells it from the others of its material."""

    file: Url
    name: str
    size: str
    opens: bool
    """A browser shows it; any other is saved."""


@dataclass(frozen=True, slots=True)
class KitMaterialSlots:
    title: str
    about: str
    files: tuple[KitFileSlots, ...]


@dataclass(frozen=True, slots=True)
class KitGroupSlots:
    title: str
    materials: tuple[KitMaterialSlots, ...]


@dataclass(frozen=True, slots=True)
class KitSlots:
    """What there is to hang, hand out, present and send, where it was made."""

    groups: tuple[KitGroupSlots, ...]
    bleed: bool
    """The sheets are for a print shop: with crop marks and a margin to cut off."""
    frame: str | None
    """The address of the page for a frame on another site."""


@dataclass(frozen=True, slots=True)
class ReportRowSlots:
    """A row of a chart; `width` of its bar, in percent of the longest."""

    label: str
    number: str
    share: str | None
    width: str


@dataclass(frozen=True, slots=True)
class ReportChartSlots:
    """`remark` says what is left out, or taken together."""

    title: str
    explanation: str | None
    of_years: bool
    rows: tuple[ReportRowSlots, ...]
    remark: str | None


@dataclass(frozen=True, slots=True)
class ReportGivenSlots:
    what: str
    times: str
    reached: str


@dataclass(frozen=True, slots=True)
class ReportLineSlots:
    text: str


@dataclass(frozen=True, slots=True)
class ReportOutcomeSlots:
    """What became of an older advice."""

    advice: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ReportNumberSlots:
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class AnnualReportSlots:
    """The newest one that board and works council agreed to show. No number in it is small."""

    period: str
    numbers: tuple[ReportNumberSlots, ...]
    remarks: tuple[ReportLineSlots, ...]
    charts: tuple[ReportChartSlots, ...]
    given: tuple[ReportGivenSlots, ...]
    development: tuple[ReportLineSlots, ...]
    signals: tuple[ReportLineSlots, ...]
    advice: tuple[ReportLineSlots, ...]
    earlier: tuple[ReportOutcomeSlots, ...]
    privacy: tuple[ReportLineSlots, ...]


@dataclass(frozen=True, slots=True)
class OwnPageSlots:
    """A page that one organisation added, in a menu."""

    title: str
    page: Url


@dataclass(frozen=True, slots=True)
class OwnPagesSlots:
    """By the menu they stand in."""

    main: tuple[OwnPageSlots, ...] = ()
    who: tuple[OwnPageSlots, ...] = ()
    more: tuple[OwnPageSlots, ...] = ()
    footer: tuple[OwnPageSlots, ...] = ()


@dataclass(frozen=True, slots=True)
class Slots(Late):
    """The root: what a page of one site, in one language, can name."""

    org: OrganisationSlots
    brand: BrandSlots
    practice: PracticeSlots | None
    engagement: EngagementSlots
    desk: DesksSlots
    advisor: AdvisorSlots | None
    """The only one there is; where there are several, nobody. Whom to go to with a subject, at a place, is the `lead` of a desk."""
    advisors: tuple[AdvisorSlots, ...]
    by_presence: tuple[AdvisorSlots, ...]
    """The same: first whoever comes first today, then who is there, then who is away."""
    presence: Json | None
    """What the scripts need to judge all this at the moment of reading; they are told it in their own file."""
    choices: Json | None
    """The language, place and kind of each, where there are several to choose from."""
    backup: PersonSlots | None
    spoken: tuple[str, ...]
    """Codes of the languages that somebody of the team speaks, after those of the site itself."""
    team: TeamSlots
    reach: ReachSlots
    """Of the team. Of one advisor: `a.reach` in a loop."""
    locations: tuple[LocationSlots, ...]
    complaints: ProcedureSlots | None
    speak_up: ProcedureSlots | None
    code_of_conduct: ProcedureSlots | None
    notes_kept: str | None
    served: ServedSlots
    who_may_call: str
    who: WhoSlots
    meeting_places: str | None
    doors: ByName[DoorSlots | None]
    help: ByName[DoorSlots]
    inside: ByName[bool]
    """What an advisor here is there for."""
    grey: ByName[bool]
    """What belongs to another, and to an advisor here once the way people behave is the problem."""
    outside: ByName[bool]
    usual: UsualSlots
    note: ByName[str | None]
    current: ByName[bool]
    safety: SafetySlots
    accessibility: AccessibilitySlots | None
    maintained_by: str | None
    review_by: str | None
    publication: PublicationSlots
    introduction: Html | None
    training: TrainingSlots
    module: ByName[TrainingModuleSlots | None]
    """Every module there is, where the organisation chose it; in its name `_` stands for `-`."""
    package: PackageSlots
    kit: KitSlots | None
    annual_report: AnnualReportSlots | None
    site: SiteSlots
    own: OwnPagesSlots
