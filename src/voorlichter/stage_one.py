"""Stage 1 on demand: the templates of a workspace, built when a site first needs one.

What checks sources and makes templates is read no earlier: most runs find theirs in the cache and start sooner without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from voorlichter.case_words import check_case_words
from voorlichter.json_read import read_json
from voorlichter.languages import Code, Languages, languages_of
from voorlichter.problems import InputError, Say, SharedError, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.profile.one_advisor import check_places
from voorlichter.profile.topics import TopicKind
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.site.fill import Template
from voorlichter.template.finished import facts_for, finished_sources
from voorlichter.template.stored import TemplateFolder, cached_template, hash_sources
from voorlichter.template.variant import Variant, variant_for
from voorlichter.workspace import Workspace

if TYPE_CHECKING:
    from voorlichter.template.sources import Sources


def _say_nothing(_: Variant) -> None:
    pass


@lru_cache(maxsize=16)
def _load(folder: Path, earlier: Template | None, beside: Template | None) -> Template:
    """Once for all workspaces of a process: what stands in a folder of its hash stays as it is."""
    return Template(folder, earlier, beside)


@dataclass(slots=True)
class StageOne:
    """The sources are checked once, and only where a template is not in the cache yet."""

    workspace: Workspace
    hashes: dict[Variant, str] = field(default_factory=dict)
    tell: Callable[[Variant], None] = _say_nothing
    """Called before a template is built, which takes a second or more."""
    languages: Languages = field(default_factory=dict)
    earlier: Mapping[Variant, Template] = field(default_factory=dict)
    """What was loaded before the sources changed."""
    fresh: bool = False
    """Is every template to be made anew, once, whatever the cache holds?"""
    made: set[Variant] = field(default_factory=set)
    """Those that this run made already."""
    _sources: Sources | None = None
    _templates: dict[Variant, Template] = field(default_factory=dict)
    _vocabulary: Vocabulary | None = None

    def __post_init__(self) -> None:
        self.languages = languages_of(self.workspace)
        self.hashes = self.hashes or hash_sources(self.workspace)

    def templates(self, profile: Profile) -> dict[Code, Template]:
        """The template of each language of a site. Raises InputError where the sources have errors, for any site or for this one."""
        variants = variants_of(profile, self.languages)
        self._build_together([variant for variant in variants if self._cached(variant) is None])
        templates: dict[Code, Template] = {variant.language: self.template(variant) for variant in variants}
        refuse_unfit(templates, profile, self.workspace.root)
        return templates

    def prepare(self) -> None:
        """Make what lacks of the templates with every page, for who fills sites in processes of their own: those of one page are soon made where one is wanted."""
        wanted = [one for one in self.hashes if self.languages[one.language].level == "complete"]
        self._build_together([variant for variant in wanted if self._cached(variant) is None])
        for variant in wanted:
            self.folder(variant)

    def _build_together(self, lacking: list[Variant]) -> None:
        """Several languages at a time, each in a process of its own: together they take little longer than one."""
        if len(lacking) < 2 or (os.cpu_count() or 1) < 2:
            return
        from concurrent.futures import ProcessPoolExecutor

        self.sources()  # what is wrong with them is told here, once
        for variant in lacking:
            self.tell(variant)
        with ProcessPoolExecutor(min(len(lacking), os.cpu_count() or 1)) as pool:
            others = [StageOne(self.workspace, self.hashes, fresh=self.fresh) for _ in lacking]
            list(pool.map(StageOne.folder, others, lacking))
        self.made.update(lacking)

    def hash_for(self, profile: Profile) -> str:
        """What stands in a site's manifest: the templates it was filled from."""
        return " ".join(f"{variant.name}:{self.hashes[variant]}" for variant in variants_of(profile, self.languages))

    def template(self, variant: Variant) -> Template:
        if variant not in self._templates:
            path, earlier = self.folder(variant).path, self.earlier.get(variant)
            beside = next(iter(self._templates.values()), None)
            self._templates[variant] = earlier if earlier and earlier.folder == path else _load(path, earlier, beside)
        return self._templates[variant]

    @property
    def loaded(self) -> Mapping[Variant, Template]:
        """The templates at hand, those from before the sources changed among them."""
        return {**self.earlier, **self._templates}

    def folder(self, variant: Variant) -> TemplateFolder:
        cached = self._cached(variant)
        if cached is not None:
            return cached
        from voorlichter.template.build import build_template

        sources = self.sources()
        self.tell(variant)
        made = build_template(self.workspace, sources, self.hashes[variant], variant, self.fresh)
        self.made.add(variant)
        return made

    def _cached(self, variant: Variant) -> TemplateFolder | None:
        if self.fresh and variant not in self.made and facts_for(self.workspace) is None:
            return None
        return cached_template(self.workspace, self.hashes[variant], variant)

    def sources(self) -> Sources:
        if self._sources is None and (finished := finished_sources(self.workspace)):
            self._sources = finished[0]
        if self._sources is None:
            from voorlichter.template.sources import check_sources

            self._sources, problems = check_sources(self.workspace)
            if has_errors(problems):
                raise SharedError(sort_problems(problem for problem in problems if problem.severity == "error"))
        return self._sources

    def vocabulary(self) -> Vocabulary:
        """The ids that profiles may name, from a cached template where there is one."""
        if self._vocabulary is None:
            cached = next(
                (
                    folder
                    for variant in self.hashes
                    if (folder := cached_template(self.workspace, self.hashes[variant], variant))
                ),
                None,
            )
            if cached is not None:
                described = read_json((cached.path / "template.json").read_text(encoding="utf-8"))
                self._vocabulary = Vocabulary(
                    {key: TopicKind(*kind) for key, kind in described["topics"].items()},
                    tuple(described["modules"]),
                    tuple(described["scored"]),
                    {name: module["scope"] for name, module in described["modules"].items()},
                    {key: Say(nl, en) for key, (_, nl, en) in described["doors"].items()},
                    self.languages,
                    check_case_words(self.workspace, self.languages)[0],
                )
            else:
                self._vocabulary = self.sources().vocabulary
        return self._vocabulary


def variants_of(profile: Profile, languages: Languages | None = None) -> list[Variant]:
    organisation = profile.organisation
    return [variant_for(code, organisation.form_of_address, languages) for code in organisation.all_languages]


def finish(workspace: Workspace, target: Path) -> None:
    """All that stage 2 asks of stage 1, into a folder that becomes the defaults' `finished/`."""
    from voorlichter.template.cldr import written
    from voorlichter.template.finished import FinishedFacts, write_finished
    from voorlichter.template.public_holidays import read_public_holidays
    from voorlichter.template.shared import check_shared

    stage_one = StageOne(workspace)
    templates = {variant.name: stage_one.folder(variant).path for variant in stage_one.hashes}
    told = FinishedFacts(
        {variant.name: hash_ for variant, hash_ in stage_one.hashes.items()},
        {row.locale: written(row.locale) for row in stage_one.languages.values()},
        read_public_holidays(),
    )
    write_finished(target, templates.items(), told, check_shared(workspace))


def refuse_unfit(templates: Mapping[Code, Template], profile: Profile, root: Path) -> None:
    """Raises InputError where a text in these templates names the only advisor, and the organisation has several."""
    places = [place for template in templates.values() for place in template.description["one_advisor"]]
    if problems := check_places(places, profile, root):
        raise InputError(sort_problems(problems))
