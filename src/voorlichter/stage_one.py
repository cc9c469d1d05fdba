"""Stage 1 on demand: the templates of a workspace, built when a site first needs one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from voorlichter.problems import InputError, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.profile.rules import Vocabulary
from voorlichter.site.fill import Template
from voorlichter.template.build import TemplateFolder, build_template, cached_template, hash_sources
from voorlichter.template.sources import Sources, check_sources
from voorlichter.template.variant import ALL, Variant, variant_for
from voorlichter.workspace import Workspace


@dataclass(slots=True)
class StageOne:
    """The sources are checked once, and only where a template is not in the cache yet."""

    workspace: Workspace
    hash: str = ""
    _sources: Sources | None = None
    _templates: dict[Variant, Template] = field(default_factory=dict)
    _vocabulary: Vocabulary | None = None

    def __post_init__(self) -> None:
        self.hash = self.hash or hash_sources(self.workspace)

    def templates(self, profile: Profile) -> dict[str, Template]:
        """The template of each language of a site. Raises InputError where the sources have errors."""
        organisation = profile.organisation
        return {code: self.template(variant_for(code, organisation.form_of_address)) for code in organisation.languages}

    def template(self, variant: Variant) -> Template:
        if variant not in self._templates:
            self._templates[variant] = Template(self.folder(variant).path)
        return self._templates[variant]

    def folder(self, variant: Variant) -> TemplateFolder:
        return cached_template(self.workspace, self.hash, variant) or build_template(self.workspace, self.sources(), self.hash, variant)

    def sources(self) -> Sources:
        if self._sources is None:
            self._sources, problems = check_sources(self.workspace)
            if has_errors(problems):
                raise InputError(sort_problems(problem for problem in problems if problem.severity == "error"))
        return self._sources

    def vocabulary(self) -> Vocabulary:
        """The ids that profiles may name, from a cached template where there is one."""
        if self._vocabulary is None:
            cached = next((folder for variant in ALL if (folder := cached_template(self.workspace, self.hash, variant))), None)
            if cached is not None:
                described = json.loads((cached.path / "template.json").read_text(encoding="utf-8"))
                self._vocabulary = Vocabulary(tuple(described["topics"]), tuple(described["modules"]))
            else:
                sources = self.sources()
                self._vocabulary = Vocabulary(tuple(topic.id for topic in sources.data.topics), tuple(sources.modules))
        return self._vocabulary
