"""The counts of an advisor: aggregates only, read from a file outside the workspace and never kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from voorlichter.artefacts.report.figures import CountedYear as Counted
from voorlichter.languages import Code
from voorlichter.model_problems.described import described
from voorlichter.profile.fields import Identifier, Section, YesNo
from voorlichter.text import IN_LANGUAGES, InLanguages

ActivityKind = Literal["presentation", "team_talk", "managers", "newcomers", "training", "board_talk", "other"]
FollowUp = Literal["open", "taken_up", "done", "declined"]
ReportLine = Annotated[str, Field(min_length=1, max_length=300)]


class Told(InLanguages, Section):
    """A sentence to the board, in each language of the site."""

    __pydantic_extra__: dict[str, ReportLine]
    model_config = IN_LANGUAGES

    nl: ReportLine | None = described(
        None,
        nl=("Nederlands", "De zin in het Nederlands."),
        en=("Dutch", "The sentence in Dutch."),
        example='nl: "Leidinggevenden weten niet altijd waar zij terechtkunnen."',
    )
    en: ReportLine | None = described(
        None,
        nl=("Engels", "De zin in het Engels."),
        en=("English", "The sentence in English."),
        example='en: "Managers do not always know where to turn."',
    )

    def to(self, language: Code) -> str | None:
        return getattr(self, language, None)


class Advice(Section):
    text: Told = described(
        nl=("Advies", "De zin aan het bestuur."),
        en=("Advice", "The sentence to the board."),
        example='text: {nl: "…", en: "…"}',
    )
    follow_up: FollowUp = described(
        "open",
        nl=("Wat ervan kwam", "open, taken_up, done of declined; staat in het verslag van een jaar later."),
        en=("What became of it", "open, taken_up, done or declined; stands in the report of a year later."),
        example="follow_up: taken_up",
    )


class GivenVoorlichting(Section):
    """Voorlichting that was given; who came is no secret, and is not suppressed."""

    what: ActivityKind = described(
        nl=("Wat", "Het soort voorlichting."), en=("What", "The kind of session."), example="what: presentation"
    )
    times: int = described(
        nl=("Hoe vaak", "Het aantal keren dit jaar."),
        en=("How often", "The number of times this year."),
        example="times: 3",
        ge=1,
        le=10_000,
    )
    reached: int | None = described(
        None,
        nl=("Bereikt", "Hoeveel mensen er samen waren."),
        en=("Reached", "How many people were there altogether."),
        example="reached: 60",
        ge=1,
        le=1_000_000,
    )


def _cell(
    key: str, nl: str, en: str, *, more_nl: str = "Hoe vaak dit jaar.", more_en: str = "How often this year."
) -> int:
    result: int = described(0, nl=(nl, more_nl), en=(en, more_en), example=f"{key}: 0", ge=0, le=100_000)
    return result


class ByTopic(Section):
    """Every report once, under what it was mostly about. The order of the keys is that of the report, the last joins small numbers first."""

    bullying: int = _cell("bullying", "pesten", "bullying")
    intimidation: int = _cell("intimidation", "intimidatie", "intimidation")
    sexual_harassment: int = _cell("sexual_harassment", "seksuele intimidatie", "sexual harassment")
    discrimination: int = _cell("discrimination", "discriminatie", "discrimination")
    aggression: int = _cell("aggression", "agressie en geweld", "aggression and violence")
    power: int = _cell("power", "machtsmisbruik", "abuse of power")
    integrity: int = _cell("integrity", "integriteit", "integrity")
    wrongdoing: int = _cell("wrongdoing", "misstand", "wrongdoing")
    outside_role: int = _cell(
        "outside_role",
        "buiten de rol",
        "outside the role",
        more_nl="Waar iemand anders voor is.",
        more_en="What somebody else is there for.",
    )


class ByRelation(Section):
    """Every report once, under whom it was about, seen from who came."""

    colleague: int = _cell("colleague", "collega", "colleague")
    manager: int = _cell("manager", "leidinggevende", "manager")
    client: int = _cell("client", "cliënt of klant", "client or customer")
    other: int = _cell("other", "anders of niet gezegd", "otherwise or not said")


class ByRoute(Section):
    """Every report once, under the route that was taken in the end."""

    directly: int = _cell("directly", "zelf aangesproken", "raised it oneself")
    manager: int = _cell("manager", "leidinggevende ingeschakeld", "took it to a manager")
    mediation: int = _cell("mediation", "bemiddeling", "mediation")
    complaint: int = _cell("complaint", "klacht ingediend", "made a complaint")
    speak_up: int = _cell(
        "speak_up", "gemeld bij de meldfunctionaris of buiten", "reported to the speak-up officer or outside"
    )
    referred: int = _cell("referred", "doorverwezen", "referred")
    undecided: int = _cell("undecided", "nog niet gekozen", "not chosen yet")
    talk_only: int = _cell("talk_only", "gesprek was genoeg", "a talk was enough")


class ByStatus(Section):
    """Every report once, as it stood at the end of the year."""

    ongoing: int = _cell("ongoing", "loopt nog", "ongoing")
    closed: int = _cell("closed", "afgesloten", "closed")


class WrittenYear(Section):
    reports: int = described(
        nl=("Meldingen", "Hoeveel meldingen er dit jaar bij kwamen."),
        en=("Reports", "How many reports came in this year."),
        example="reports: 24",
        ge=0,
        le=100_000,
    )
    persons: int | None = described(
        None,
        nl=("Melders", "Hoeveel mensen die deden."),
        en=("Persons", "How many people made them."),
        example="persons: 19",
        ge=0,
        le=100_000,
    )
    by_topic: ByTopic | None = described(
        None,
        nl=("Naar onderwerp", "Telt op tot reports."),
        en=("By topic", "Adds up to reports."),
        example="by_topic: {bullying: 9, power: 6, outside_role: 9}",
    )
    by_relation: ByRelation | None = described(
        None,
        nl=("Naar relatie", "Telt op tot reports."),
        en=("By relation", "Adds up to reports."),
        example="by_relation: {colleague: 13, manager: 11}",
    )
    by_route: ByRoute | None = described(
        None,
        nl=("Naar route", "Telt op tot reports."),
        en=("By route", "Adds up to reports."),
        example="by_route: {talk_only: 14, directly: 10}",
    )
    by_status: ByStatus | None = described(
        None,
        nl=("Naar stand", "Telt op tot reports."),
        en=("By status", "Adds up to reports."),
        example="by_status: {closed: 18, ongoing: 6}",
    )
    voorlichting: list[GivenVoorlichting] = described(
        [],
        nl=("Voorlichting", "Wat er dit jaar gegeven is."),
        en=("Voorlichting", "What was given this year."),
        example="voorlichting: [{what: presentation, times: 3, reached: 60}]",
    )
    training_hours: int | None = described(
        None,
        nl=("Uren scholing", "Van de vertrouwenspersonen samen."),
        en=("Hours of training", "Of the advisors together."),
        example="training_hours: 16",
        ge=0,
        le=10_000,
    )
    peer_sessions: int | None = described(
        None,
        nl=("Keren intervisie", "Van de vertrouwenspersonen samen."),
        en=("Peer review sessions", "Of the advisors together."),
        example="peer_sessions: 4",
        ge=0,
        le=1_000,
    )
    signals: list[Told] = described(
        [],
        nl=("Signalen", "Wat het bestuur moet weten, in het algemeen."),
        en=("Signals", "What the board should know, in general."),
        example='signals: [{nl: "Nieuwe collega\'s kennen de vertrouwenspersoon niet.", en: "Newcomers do not know the advisor."}]',
        max_length=12,
    )
    advice: list[Advice] = described(
        [],
        nl=("Adviezen", "Wat het bestuur kan doen."),
        en=("Advice", "What the board can do."),
        example="advice: [{text: {nl: …, en: …}, follow_up: open}]",
        max_length=12,
    )


TABLES = ("by_topic", "by_relation", "by_route", "by_status")


class Counts(Section):
    organisation: Identifier = described(
        nl=("Organisatie", "De map van het profiel."),
        en=("Organisation", "The folder of the profile."),
        example="organisation: vuurtoren",
    )
    publish: YesNo = described(
        False,
        nl=(
            "Op de site",
            "true als bestuur en ondernemingsraad ermee instemmen: dan staat het verslag ook op de site.",
        ),
        en=("On the site", "true once board and works council agreed: the report then stands on the site as well."),
        example="publish: true",
    )
    years_together: int = described(
        1,
        nl=("Jaren samen", "Over hoeveel jaar samen verteld wordt; meer voor een kleine organisatie."),
        en=("Years together", "Over how many years together the numbers are told; more for a small organisation."),
        example="years_together: 3",
        ge=1,
        le=5,
    )
    years: dict[str, WrittenYear] = described(
        nl=("Jaren", "Elk jaar met zijn aantallen, zonder gat ertussen."),
        en=("Years", "Every year with its numbers, without a gap."),
        example="years: {2026: {reports: 24}}",
        min_length=1,
    )


def as_counted(year: WrittenYear) -> Counted:
    """The numbers alone, every table with all its cells."""
    tables = {name: table.model_dump() for name in TABLES if (table := getattr(year, name)) is not None}
    return Counted(year.reports, year.persons, tables)
