"""One organisation in, for whatever is made of it: read, checked, with its pictures and the templates that are filled. Once, for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from voorlichter.cache import Cache, open_cache
from voorlichter.languages import Code, Languages
from voorlichter.own.files import OwnFiles, find_own
from voorlichter.problems import InputError, Problem, has_errors
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import OrganisationSection, Profile
from voorlichter.profile.read import ProfileSource, read_profile
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media, read_media
from voorlichter.site.unworded import Unworded
from voorlichter.slots import model as slots
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import value_at


@dataclass(frozen=True, slots=True)
class Organisation:
    """What every artefact is planned from; `notes` are warnings, `templates` go by the language of the pages."""

    slug: str
    source: ProfileSource
    profile: Profile
    media: Media
    templates: Mapping[Code, Template]
    today: date
    notes: tuple[Problem, ...] = ()
    own: OwnFiles = field(default_factory=OwnFiles)

    @property
    def languages(self) -> Sequence[Code]:
        """Those in which the site has everything, the first at its root."""
        return self.profile.organisation.languages

    def slots(
        self,
        language: Code,
        kit: slots.KitSlots | None = None,
        report: slots.AnnualReportSlots | None = None,
        shared: str = "",
        unworded: Unworded | None = None,
    ) -> slots.Slots:
        """For a page of its own, or one that stands in a site: `shared` then leads to what the languages share."""
        facts = self.templates[language].facts
        return plan_slots(self.profile, facts, self.media, self.today, kit, report, shared, unworded)

    def unworded(self, site_code: str) -> Unworded:
        """What holds in every language of a site, to be handed to the slots of each; `site_code` tells it from every other."""
        called = next(iter(self.templates.values())).facts.languages
        return Unworded(self.profile, self.media, self.today, called, site_code)


@dataclass(frozen=True, slots=True)
class Checked:
    """An organisation as far as it can be read; `profile` and `media` are None where an error stands in the way."""

    source: ProfileSource
    profile: Profile | None
    media: Media | None
    problems: list[Problem] = field(default_factory=list)
    own: OwnFiles = field(default_factory=OwnFiles)

    def refuse(self, more: Sequence[Problem] = ()) -> tuple[Profile, Media]:
        """Raises InputError with all problems where one of them, or of `more`, is an error."""
        problems = [*self.problems, *more]
        if self.profile is None or self.media is None or has_errors(problems):
            raise InputError(problems)
        return self.profile, self.media


def check_organisation(workspace: Workspace, slug: str, vocabulary: Vocabulary, today: date, cache: Cache) -> Checked:
    """With its pictures where its profile has no errors; all problems are told."""
    checked = check_written(workspace, slug, vocabulary, today)
    if checked.profile is None:
        return checked
    media, mistakes = read_media(workspace, checked.source, checked.profile, cache)
    return replace(checked, media=media, problems=[*checked.problems, *mistakes])


def check_written(workspace: Workspace, slug: str, vocabulary: Vocabulary, today: date) -> Checked:
    """Without its pictures."""
    source = read_profile(workspace, slug)
    own = find_own(workspace, slug)
    if own.modules:
        from voorlichter.own.modules import with_own

        vocabulary = with_own(vocabulary, own, languages_named(source.data, vocabulary.languages))
    profile, problems = check_profile(source, vocabulary, today)
    return Checked(source, profile, None, problems, own)


def languages_named(data: Any, known: Languages) -> list[Code]:
    """Those with every page that a profile names, before it is known to be right; where it names none, those it has then."""
    named = value_at(data, ("organisation", "languages"))
    codes = (
        [code for code in named if isinstance(code, str) and code in known and known[code].level == "complete"]
        if isinstance(named, list)
        else []
    )
    return codes or [*_SITE]


_SITE: list[Code] = OrganisationSection.model_fields["languages"].get_default(call_default_factory=True)
"""Where a profile names none."""


@dataclass(slots=True)
class Organisations:
    """Reads one organisation after another; what they share is loaded once."""

    workspace: Workspace
    stage_one: StageOne
    today: date
    _cache: Cache = field(init=False)

    def __post_init__(self) -> None:
        self._cache = open_cache(self.stage_one.fresh)

    def read(self, slug: str, more: Sequence[Problem] = ()) -> Organisation:
        """Raises InputError where profile, sources, or what else was found (`more`) have errors."""
        checked = check_organisation(self.workspace, slug, self.stage_one.vocabulary(), self.today, self._cache)
        profile, media = checked.refuse(more)
        return Organisation(
            slug,
            checked.source,
            profile,
            media,
            templates_for(self.workspace, slug, checked.own, profile, self.stage_one),
            self.today,
            tuple(checked.problems),
            checked.own,
        )


def templates_for(
    workspace: Workspace, slug: str, own: OwnFiles, profile: Profile, stage_one: StageOne
) -> Mapping[Code, Template]:
    """By language: those that all share, or those in the organisation's own words. Raises InputError where either has errors."""
    templates = stage_one.templates(profile)
    if not own:
        return templates
    from voorlichter.own.template import own_templates

    return own_templates(workspace, slug, own, profile, stage_one)
