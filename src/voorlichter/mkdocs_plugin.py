"""The thin MkDocs plugin: `mkdocs serve` and `mkdocs build` at the root show the site of one profile.

It fills the slots of MkDocs' own pages with the profile that VOORLICHTER_PROFILE names (otherwise the
first), in that profile's first language; `voorlichter build` gives the same pages, byte for byte but for the code of the whole site.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from voorlichter.artefacts.kit.folder import KitsOfSites
from voorlichter.artefacts.kit.offer import handed_out, plan_offers
from voorlichter.artefacts.report.offer import plan_page
from voorlichter.artefacts.site.plan import CODE_PLACE
from voorlichter.cache import Cache
from voorlichter.cli.language import LANGUAGE
from voorlichter.cli.options import today
from voorlichter.organisation import Organisation, check_organisation
from voorlichter.own.template import check_own
from voorlichter.problems import InputError, Problem, has_errors
from voorlichter.profile.one_advisor import check_places
from voorlichter.scratch import Scratch
from voorlichter.site.fill import Template, applies
from voorlichter.site.pieces import join
from voorlichter.site.search import SEARCH_INDEX
from voorlichter.template.build import describe_template, prepare_page, write_shared
from voorlichter.template.compose import extension_options, page_values, write_modules
from voorlichter.template.page import Page as MarkdownPage
from voorlichter.template.search_index import describe_index
from voorlichter.template.settings import NEEDS_TRUST
from voorlichter.template.sources import check_sources
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace

_LOG = logging.getLogger("mkdocs.plugins.voorlichter")


class VoorlichterConfig(Config):  # type: ignore[no-untyped-call]
    """No options: a profile holds them all."""


class VoorlichterPlugin(BasePlugin[VoorlichterConfig]):  # type: ignore[no-untyped-call]
    """Points MkDocs at one language, and fills what it makes."""

    own: Mapping[str, MarkdownPage] = MappingProxyType({})
    """The pages in the organisation's own words."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.workspace = Workspace.at(Path(config.config_file_path).parent)
        try:
            self._prepare(config)
        except InputError as error:
            lines = [problem.render(LANGUAGE, self.workspace.root) for problem in error.problems]
            raise PluginError("\n" + "\n".join(lines)) from None
        return config

    def _prepare(self, config: MkDocsConfig) -> None:
        sources, problems = check_sources(self.workspace)
        _refuse([problem for problem in problems if problem.fix != NEEDS_TRUST])  # MkDocs has loaded it already
        slug = os.environ.get("VOORLICHTER_PROFILE") or self.workspace.slugs()[0]
        checked = check_organisation(self.workspace, slug, sources.vocabulary, today(), Cache(None))
        profile, media = checked.refuse(
            check_places(sources.one_advisor, checked.profile, self.workspace.root) if checked.profile else ()
        )
        variant = variant_for(
            profile.organisation.languages[0], profile.organisation.form_of_address, sources.data.languages
        )
        if checked.own:
            laid, problems = check_own(self.workspace, slug, checked.own, profile, sources)
            _refuse(problems)
            sources = laid.sources
            self.own = {name: sources.pages[variant.language][name] for name in laid.changed.get(variant.language, ())}
            self.own |= sources.own.get(variant.language, {})
        self._scratch = Scratch("mkdocs")
        self.folder = self._scratch.path
        write_shared(self.workspace, sources, variant, self.workspace.root / "overrides", self.folder)
        (self.folder / "template.json").write_text(describe_template(sources, variant, self.folder), encoding="utf-8")
        write_modules(sources, variant, self.folder / "modules")
        self.sources, self.variant = sources, variant
        self.pages: dict[str, str] = {}
        self.template = Template(self.folder)
        organisation = Organisation(slug, checked.source, profile, media, {variant.language: self.template}, today())
        kit, problems = KitsOfSites(self.workspace).make(organisation)
        for problem in problems:
            _LOG.warning(problem.render(LANGUAGE, self.workspace.root))
        offers = plan_offers(kit, organisation) if kit else {}
        self.slots = organisation.slots(
            variant.language,
            offers.get(variant.language),
            plan_page(self.workspace, organisation).get(variant.language),
            unworded=organisation.unworded(CODE_PLACE),
        )
        self.answers = self.template.answers(self.slots)
        self.files = {**media.files, **(handed_out(kit, organisation.languages) if kit else {})}
        config.docs_dir = str(self.workspace.root / "docs" / variant.language)
        config.theme["language"] = variant.language
        config.mdx_configs["voorlichter.markdown"] = extension_options(variant, self.folder / "modules")
        config.extra.update(page_values(sources, variant))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """With the made pages; without Material's own scripts and styles, which are not part of a site."""
        texts = self.sources.made_texts(self.variant) | {name: page.text for name, page in self.own.items()}
        made = [File.generated(config, name, content=text) for name, text in texts.items()]
        there = self.sources.pages[self.variant.language].keys() - texts.keys()
        written = (file for file in files if file.is_documentation_page() and file.src_uri in there)
        return Files([*written, *made])

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        when = page.meta.get("when")
        prepared = self._prepared(output)
        self.pages[page.file.dest_uri] = prepared
        return self._fill(prepared) if when is None or applies(self.slots, when) else ""

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self._fill(self._prepared(output_content)) if template_name == "404.html" else ""

    def _prepared(self, html: str) -> str:
        return prepare_page(html, self.sources, self.variant)

    def _fill(self, prepared: str) -> str:
        return join(self.template.cut(prepared), self.answers).decode()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The files beside the pages: pictures, styles, scripts, and the search data of all pages."""
        (self.folder / SEARCH_INDEX).write_text(
            describe_index(self.sources, self.variant, self.pages, self.folder), encoding="utf-8"
        )
        filled = self.template.fill(self.slots)
        self.files |= self.template.files_for(self.template.loaded_by(filled)) | filled
        told = {self.variant.language: self.slots.presence}
        whole = self.template.fill_styles(self.slots) | self.template.fill_scripts(told)
        self.files |= {name: data for name, data in whole.items() if name in self.files}
        for name, data in self.files.items():
            path = Path(config.site_dir, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        for name in ("profiles", "advisors", "data", "quizzes", "overrides"):
            if (self.workspace.root / name).is_dir():
                server.watch(str(self.workspace.root / name))
        return server


def _refuse(problems: list[Problem]) -> None:
    if has_errors(problems):
        raise InputError(problem for problem in problems if problem.severity == "error")
