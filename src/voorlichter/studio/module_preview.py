"""The page of a module as it is written, from one key to the next: that page is made, and no other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from voorlichter.cache import open_cache
from voorlichter.languages import Code
from voorlichter.own.template import render_module_page
from voorlichter.profile.model import Profile
from voorlichter.quiz.model import Module
from voorlichter.quiz.pictures import check_pictures, files_of
from voorlichter.reading.trace import trace
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.site.pieces import cut
from voorlichter.stage_one import StageOne
from voorlichter.studio.previews import with_modules
from voorlichter.studio.shown import Assets, Scheme, show_page
from voorlichter.template.build import about_module
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource


@dataclass(frozen=True, slots=True)
class ModulePreview:
    """`ours` is the template that all organisations share, in the language of the page."""

    workspace: Workspace
    stage_one: StageOne
    ours: Template
    traced: Template

    def render(
        self,
        profile: Profile,
        media: Media,
        module: Module,
        source: YamlSource,
        code: Code,
        today: date,
        moment: datetime | None,
        scheme: Scheme | None,
    ) -> str:
        """Shown as if it were ticked, whoever the advisors are."""
        variant = variant_for(code, profile.organisation.form_of_address, self.stage_one.languages)
        sources = self.stage_one.sources()
        figures, _ = check_pictures(source, module, sources.data.languages, open_cache())
        text = render_module_page(self.workspace, sources, self.ours.folder, module, source, figures, variant)
        about: dict[str, Any] = {**about_module(module, variant), "scope": None}
        facts = replace(self.ours.facts, modules={**self.ours.facts.modules, module.id: about})
        training = profile.training.model_copy(
            update={"modules": list(dict.fromkeys((*profile.training.modules, module.id)))}
        )
        profile = with_modules(profile.model_copy(update={"training": training}), facts.modules)
        slots = plan_slots(profile, facts, media, today)
        assets = Assets(self.ours, self.ours.fill_styles(slots), media.files | files_of(figures))
        # Cut here and kept nowhere: it is another text at each key.
        form = cut(trace(text), self.traced.register, ())
        return show_page(self.traced, form, slots, profile, assets, code, moment, scheme, ".quiz-frame")
