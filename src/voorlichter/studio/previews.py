"""Organisations as the preview shows them, each until a file changes: made whole where something lacks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Thread

from voorlichter.cache import Cache
from voorlichter.organisation import Checked, templates_for
from voorlichter.own.files import OwnFiles
from voorlichter.problems import InputError, Language
from voorlichter.profile.model import Profile
from voorlichter.reading.trace import TracedTemplate, traced_template
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media, read_media
from voorlichter.slots.model import Slots
from voorlichter.stage_one import StageOne, variants_of
from voorlichter.studio.draft import draft_profile
from voorlichter.studio.shown import Assets
from voorlichter.template.stored import cached_template
from voorlichter.workspace import Workspace


@dataclass(slots=True)
class Previewed:
    """An organisation with what its pages are filled from; the rest by language, when it is first asked for."""

    profile: Profile
    media: Media
    templates: Mapping[str, Template]
    slots: dict[str, Slots] = field(default_factory=dict)
    assets: dict[str, Assets] = field(default_factory=dict)


def with_modules(profile: Profile, there: Collection[str]) -> Profile:
    """With those of its modules that are there to be shown."""
    chosen = [name for name in profile.training.modules if name in there]
    return profile.model_copy(update={"training": profile.training.model_copy(update={"modules": chosen})})


class Previews:
    def __init__(self, workspace: Workspace, stage_one: StageOne, today: date, cache: Cache) -> None:
        self._workspace = workspace
        self._stage_one = stage_one
        self._today = today
        self._cache = cache
        self._previewed: dict[str, Previewed] = {}
        self._preparing: Thread | None = None

    def clear(self) -> None:
        """A file changed."""
        self._previewed.clear()

    def drafted(self, checked: Checked, language: Language) -> Profile:
        """The profile, made whole where something lacks. Raises InputError where it cannot be read at all."""
        vocabulary = self._stage_one.vocabulary()
        profile = checked.profile or draft_profile(checked.source, vocabulary, checked.problems, language)
        if profile is None:
            raise InputError(checked.problems)
        return profile

    def of(self, slug: str, checked: Checked, language: Language) -> Previewed:
        """An own file with a mistake is left out, and a module that is nowhere.

        Raises InputError where the profile cannot be read at all.
        """
        if slug not in self._previewed:
            profile = self.drafted(checked, language)
            media = self.media(checked, profile)
            templates = self._templates(slug, checked.own, profile)
            there = set[str].intersection(*({*template.facts.modules} for template in templates.values()))
            self._previewed[slug] = Previewed(with_modules(profile, there), media, templates)
        return self._previewed[slug]

    def _templates(self, slug: str, own: OwnFiles, profile: Profile) -> Mapping[str, Template]:
        """What leads to a file that is left out has a mistake itself by that, and goes in its turn."""
        while own:
            try:
                return templates_for(self._workspace, slug, own, profile, self._stage_one)
            except InputError as error:
                wrong = {problem.mark.path for problem in error.problems if problem.severity == "error"}
            sound = own.without(wrong)
            if sound == own:  # of a list that stands beside them, such as that of released ids
                sound = own.without({path.parent for path in wrong})
            own = sound if sound != own else OwnFiles()
        return templates_for(self._workspace, slug, own, profile, self._stage_one)

    def media(self, checked: Checked, profile: Profile) -> Media:
        return checked.media or read_media(self._workspace, checked.source, profile, self._cache)[0]

    def slots(self, previewed: Previewed, code: str) -> Slots:
        if code not in previewed.slots:
            facts = previewed.templates[code].facts
            previewed.slots[code] = plan_slots(previewed.profile, facts, previewed.media, self._today)
        return previewed.slots[code]

    def traced(self, template: Template) -> TracedTemplate:
        """The same template with marks around what its values give."""
        return traced_template(template.folder)

    def are_ready(self, profile: Profile) -> bool:
        """Are the pages of its languages at hand? Where they are not, they are made beside whatever else is asked."""
        stage_one = self._stage_one
        lacking = [
            variant
            for variant in variants_of(profile, stage_one.languages)
            if cached_template(self._workspace, stage_one.hashes[variant], variant) is None
        ]
        if lacking and (self._preparing is None or not self._preparing.is_alive()):
            apart = StageOne(self._workspace, stage_one.hashes)
            self._preparing = Thread(target=lambda: [apart.folder(variant) for variant in lacking], daemon=True)
            self._preparing.start()
        return not lacking
