"""Everything stage 1 is made of, checked before any engine runs: pages, quizzes, data and theme."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorlichter.languages import LETTERS, Code
from voorlichter.markdown.address import check_address, resolve_address
from voorlichter.markdown.extension import QUIZ
from voorlichter.model_problems import Refused
from voorlichter.problems import Mark, Problem, Say, has_errors, relative
from voorlichter.profile.topics import TopicKind
from voorlichter.profile.values.addresses import check_url
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.quiz.model import Module
from voorlichter.quiz.pictures import Figures, files_of
from voorlichter.quiz.render import render_module
from voorlichter.quiz.state import is_scored
from voorlichter.slots.check import ONE_ADVISOR, TagPlace, check_slots, conditions_at
from voorlichter.slots.names import KnownSlot, Names, name_for
from voorlichter.slots.scan import line_and_column
from voorlichter.template.bundles import Bundles, Component, plan_bundles, read_components
from voorlichter.template.cldr import COMMA
from voorlichter.template.data import Data, check_data
from voorlichter.template.easy_reading import check_easy_pages
from voorlichter.template.file_state import FileState, state_of
from voorlichter.template.kit_items import KitItem, check_kit_items, check_kit_slots
from voorlichter.template.module_check import check_modules, module_files, passages_of
from voorlichter.template.module_pages import PACKED, make_pages, make_skeletons
from voorlichter.template.page import Page, choose_page, read_page
from voorlichter.template.page_html import check_html
from voorlichter.template.reviews import Review, check_reviews
from voorlichter.template.settings import check_settings
from voorlichter.template.short_page import SHORT, SHORT_PAGES, SHORT_SIGNPOST, make_short_pages
from voorlichter.template.signpost import Signpost
from voorlichter.template.signpost_check import check_signpost
from voorlichter.template.synonyms import check_synonyms
from voorlichter.template.theme import Theme, includes_in, read_theme, signs_of_page, template_of
from voorlichter.template.theme_check import check_nav, check_readable, check_templates
from voorlichter.template.variant import Variant
from voorlichter.worded import OF_SIGNPOST
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource

_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s<>()]+)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<reference>[^\s<>]+)|\bhref=\"(?P<href>[^\"]+)\"",
    re.M,
)
_TARGET = re.compile(r"(?:(?P<page>[\w-]+)\.(?:md|html))?(?:#(?P<anchor>[\w-]+))?")
_ELSEWHERE = ("https://", "mailto:", "tel:", "[[", "[%")
_NO_PAGE = ("404.html", "base.html", PACKED, *SHORT_PAGES)
DOOR = "partials/door-line.html"
"""One template for all doors: `[% include "door-hr.html" %]` is the door `hr` in a sentence."""
PIECES = "kit/"
"""Where overrides/ has the HTML that is handed out: by itself, with its own styles and no script."""
INCLUDED_IN_LOOPS = ("advisor-card.html", "stand-ins.html")
"""Components whose `a` belongs to the loop of the component that includes them; checked there."""


@dataclass(slots=True)
class Sources:
    """All of stage 1's input; without errors it can be built."""

    data: Data
    signpost: Signpost | None = None
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    made: dict[str, dict[str, Page]] = field(default_factory=dict)
    """Those of them that no file holds."""
    packed: dict[str, dict[str, Page]] = field(default_factory=dict)
    """Pages for the training packages; the engine makes them with the others, and no site has them."""
    skeletons: dict[str, dict[str, Page]] = field(default_factory=dict)
    """Pages with nothing on them, for what an organisation adds."""
    own: dict[str, dict[str, Page]] = field(default_factory=dict)
    """Those of the pages that one organisation alone has."""
    short: dict[str, dict[str, Page]] = field(default_factory=dict)
    """The few pages of each language in which a site does not have everything."""
    modules: dict[str, Module] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)
    """The pictures with the questions of a module, by its id."""
    module_ids: list[str] = field(default_factory=list)
    kit: dict[str, KitItem] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    components: dict[str, Path] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    templates: frozenset[str] = frozenset()
    """What a page may name as its `template`."""
    names: Names = field(default_factory=lambda: Names({}))
    theme: Theme = field(default_factory=lambda: Theme({}))
    styled: dict[str, Component] = field(default_factory=dict)
    """Components that have a style or a script."""
    bundles: Bundles = field(default_factory=Bundles)
    one_advisor: list[TagPlace] = field(default_factory=list)
    """Where a text names the only advisor, whether there is one or not."""

    @property
    def first(self) -> dict[str, Page]:
        """The pages in the first language."""
        return self.pages[next(iter(self.data.languages))]

    def pages_in(self, language: Code) -> Mapping[str, Page]:
        """All pages of a site in a language, by file name."""
        return self.short[language] if language in self.short else self.pages[language]

    @property
    def vocabulary(self) -> Vocabulary:
        """The ids that profiles may name; topics are unknown where their file could not be read."""
        topics = (
            None if self.data.unread else {topic.id: TopicKind(topic.inside, topic.scope) for topic in self.data.topics}
        )
        scored = [name for name, module in self.modules.items() if is_scored(module)]
        return Vocabulary(
            topics,
            self.module_ids,
            scored if len(self.modules) == len(self.module_ids) else None,
            {name: module.scope for name, module in self.modules.items()},
            None if "doors" in self.data.unread else self.data.called_doors,
            self.data.offered,
            self.data.case_words,
        )

    def made_texts(self, variant: Variant) -> dict[str, str]:
        """The made pages by file name, as the engine takes them; titles and all are in the variant's form of address."""
        short = variant.language in self.short
        return _texts(self.pages_in(variant.language) if short else self.made[variant.language], variant)

    def texts_beside(self, variant: Variant) -> dict[str, str]:
        """What the engine makes besides the pages of a site: for packages, and the skeletons."""
        language = variant.language
        return _texts({**self.packed.get(language, {}), **self.skeletons.get(language, {})}, variant)

    def render_modules(self, language: Code, strings: Mapping[str, str]) -> dict[str, str]:
        titles = {name: page.meta["title"] for name, page in self.pages_in(language).items()}
        return {
            name: render_module(module, language, strings, titles, self.figures[name])
            for name, module in self.modules_in(language).items()
        }

    def modules_in(self, language: Code) -> Mapping[str, Module]:
        """Those that are there in a language."""
        if language in self.data.languages:
            return self.modules
        return {name: module for name, module in self.modules.items() if language in dict(module.title.items())}

    def loaded_by(self, name: str, page: Page | None) -> list[str]:
        """What the files of a page are that no other may need: style sheet, scripts, and the pictures of its questions."""
        module = str(page.meta.get("module")) if page else ""
        return [*self.bundles.of_page(name), *files_of(self.figures.get(module, {}))]


def _texts(pages: Mapping[str, Page], variant: Variant) -> dict[str, str]:
    return {name: resolve_address(page.text, variant.form) for name, page in pages.items()}


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of data/ and quizzes/ in one state, with all that they are held against."""

    state: FileState
    passages: tuple[tuple[str, str | None], ...]
    """What a question may name as its source, each with the slot under which it is there."""
    components: tuple[str, ...]
    layouts: tuple[str, ...]
    """The sheets that can be set."""
    data: Data = field(compare=False)
    names: Names = field(compare=False)


@dataclass(frozen=True, slots=True)
class _CheckedTexts:
    modules: Sequence[tuple[YamlSource, Module, Figures]]
    kit: Mapping[str, KitItem]
    problems: Sequence[Problem]


@lru_cache(maxsize=2)
def _check_data(state: FileState) -> tuple[Data, tuple[Problem, ...]]:
    data, problems = check_data(state.workspace)
    return data, tuple(problems)


@lru_cache(maxsize=2)  # whoever changes a page or a profile changes none of these
def _check_texts(texts: _Texts) -> _CheckedTexts:
    workspace = texts.state.workspace
    modules, problems = check_modules(
        workspace, texts.data.offered, dict(texts.passages), texts.names, texts.components
    )
    problems += _check_data_slots(texts)
    kit, read, mistakes = check_kit_items(workspace, texts.data.offered, texts.layouts)
    problems += [*mistakes, *check_kit_slots(kit, read, texts.names, texts.components)]
    return _CheckedTexts(modules, kit, problems)


def check_sources(workspace: Workspace) -> tuple[Sources, list[Problem]]:
    """Read and check everything under docs/, quizzes/, data/ and overrides/."""
    state = state_of(workspace, "data", "quizzes", LETTERS)
    data, told = _check_data(state)
    problems = [*told]
    sources = Sources(data)
    sources.reviews, mistakes = check_reviews(workspace)
    problems += mistakes
    sources.components = {
        Path(name).name: path for name, path in workspace.files("overrides/components").items() if _is_component(name)
    }
    sources.module_ids = [Path(name).stem for name in module_files(workspace)]
    sources.names = _names(data, sources.module_ids)
    overrides, mistakes = check_readable(workspace.files("overrides"))
    problems += [*mistakes, *check_settings(workspace)]
    sources.components = {name: path for name, path in sources.components.items() if path in overrides.values()}
    sources.components |= {f"door-{id_}.html": overrides[DOOR] for id_ in data.doors if DOOR in overrides}
    sources.assets = frozenset(name for name in overrides if name.startswith("assets/"))
    sources.templates = frozenset(
        name for name in overrides if name.endswith(".html") and "/" not in name and name not in _NO_PAGE
    )
    for language in data.languages:
        sources.pages[language], sources.made[language], sources.packed[language] = {}, {}, {}
        sources.skeletons[language] = {}
        for name, path in workspace.files(f"docs/{language}").items():
            page, mistakes = (
                read_page(path, language, data.languages)
                if name == path.name and path.suffix == ".md"
                else (None, [_no_page(path, language)])
            )
            problems += mistakes
            if page is not None:
                sources.pages[language][name] = page
    if data.unread:
        return sources, problems  # most slots in the texts would seem unknown
    everywhere = {name: page.anchors for name, page in sources.first.items() if not page.when}
    sources.signpost, mistakes = check_signpost(workspace, data, everywhere, sound=not problems)
    problems += mistakes
    problems += _check_languages(sources, workspace)
    passages = tuple(place for page in sources.first.values() for place in passages_of(page))
    layouts = tuple(workspace.files("overrides/print"))
    texts = _check_texts(_Texts(state, passages, tuple(sources.components), layouts, data, sources.names))
    for source, module, figures in texts.modules:
        add_module(module, source, figures, sources)
    for language in data.languages:
        sources.skeletons[language] = dict(make_skeletons(language, data.words_in(language)))
    sources.kit = dict(texts.kit)
    problems += texts.problems
    if "synonyms" in data.sources:
        lines = [line.id for line in data.help if line.phone]
        problems += check_synonyms(
            data.synonyms,
            data.sources["synonyms"],
            lines,
            {name: page.anchors for name, page in sources.first.items()},
        )
    for pages in sources.pages.values():
        problems += check_easy_pages(pages, sources.components, overrides)
        for page in pages.values():
            problems += check_page(page, pages, sources)
            problems += check_html(page.path, page.body)
    for name, path in overrides.items():
        if (path.suffix == ".html" or path.name == "brand.css") and path.name not in INCLUDED_IN_LOOPS:
            problems += check_slots(
                path,
                path.read_text(encoding="utf-8"),
                sources.names,
                sources.components,
                "component",
                css=path.suffix == ".css",
                styled=name.startswith(PIECES),
            )
    for language, row in data.offered.items():
        if language not in data.languages:
            fallen = data.fallen.get(language, ())
            signpost = row.level == "essential" and {*OF_SIGNPOST}.isdisjoint(fallen)
            modules = [
                module for name, module in sources.modules_in(language).items() if f"quizzes/{name}" not in fallen
            ]
            sources.short[language] = make_short_pages(language, signpost, modules, sources.data.words_in(language))
    problems += _check_theme(sources, overrides)
    problems += check_templates(overrides, {*data.strings, COMMA})
    problems += check_nav(
        workspace,
        sorted({name for pages in sources.pages.values() for name in pages}),
        {name for pages in sources.made.values() for name in pages},
    )
    sources.one_advisor = [
        (relative(problem.mark.path, workspace.root), problem.mark.line, problem.mark.column, problem.where)
        for problem in problems
        if problem.message == ONE_ADVISOR
    ]
    return sources, problems


def _check_theme(sources: Sources, overrides: Mapping[str, Path]) -> list[Problem]:
    """What includes what: no rings, and which files each page loads."""
    sources.theme = theme = read_theme(overrides, DOOR)
    sources.styled, problems = read_components(overrides)
    signs: dict[str, set[str]] = {"404.html": theme.signs_of(("404.html", ""))}
    for made in sources.short.values():
        signs |= {page.meta["template"]: signs_on(page, theme, whole=False) for page in made.values()}
    signs.get(SHORT_SIGNPOST, set()).discard(".search")  # as partials/short-header.html has it
    for pages in (*sources.pages.values(), *sources.skeletons.values()):
        for name, page in pages.items():
            if page.meta.get("template") != PACKED:
                signs.setdefault(f"{Path(name).stem}.html", set()).update(signs_on(page, theme))
    sources.bundles = plan_bundles(sources.styled, signs, apart={SHORT, SHORT_SIGNPOST}, light={SHORT})
    return [*problems, *theme.rings()]


def signs_on(page: Page, theme: Theme, whole: bool = True) -> set[str]:
    """What a page shows, with its template and its includes."""
    parts = [(template_of(component, theme.paths, DOOR), "") for component, _ in includes_in(page.body)]
    start = (page.meta.get("template", "main.html"), "")
    return theme.signs_of(start, *parts, whole=whole) | signs_of_page(page.body)


def _is_component(name: str) -> bool:
    folder, _, file = name.partition("/")
    return file == f"{folder}.html"


def _names(data: Data, modules: list[str]) -> Names:
    help_ids = [line.id for line in data.help]
    always: set[str] = set()
    never: set[str] = set()
    for line in data.help:
        for key in ("phone", "url", "email"):
            (always if getattr(line, key) else never).add(f"help.{line.id}.{key}")
    topics = (*(topic.id for topic in data.topics), *data.dropped)
    ids = {
        "help": tuple(help_ids),
        "doors": tuple(data.doors),
        "inside": topics,
        "grey": topics,
        "outside": topics,
        "note": topics,
        "current": tuple(law.id for law in data.law),
        "module": tuple(map(name_for, modules)),
    }
    return Names(ids, frozenset(always), frozenset(never))


def _no_page(path: Path, language: Code) -> Problem:
    return Problem(
        Mark(path),
        path.name,
        Say(
            f"in docs/{language} staan alleen pagina's, zonder mappen ertussen",
            f"docs/{language} holds pages only, without folders between",
        ),
        Say(
            "verplaats een pagina (.md) naar boven, en een plaatje naar overrides/assets",
            "move a page (.md) up, and a picture to overrides/assets",
        ),
    )


def check_page(page: Page, pages: Mapping[str, Page], sources: Sources) -> list[Problem]:
    """Slots, forms of address, links and quiz blocks of one page."""
    problems = check_slots(page.path, page.body, sources.names, sources.components, when=page.when)
    if sources.data.languages[page.language].forms:
        problems += check_address(page.path, page.body)
    if page.when is not None:
        flag = sources.names.resolve(page.when, {})
        if not isinstance(flag, KnownSlot):
            problems.append(Problem(page.source.value_mark(("when",)), "when", *_no_flag(page.when)))
    template = page.meta.get("template", "main.html")
    if template not in sources.templates:
        known = ", ".join(sorted(sources.templates))
        problems.append(
            Problem(
                page.source.value_mark(("template",)),
                "template",
                Say(f"er is geen sjabloon {template} in overrides/", f"there is no template {template} in overrides/"),
                Say(f"kies uit: {known}", f"choose from: {known}"),
            )
        )
    for match in _LINK.finditer(page.body):
        problems += _check_link(page, match, pages, sources.assets)
    for match in QUIZ.finditer(page.body):
        if match["id"] not in sources.module_ids:
            problems.append(
                Problem(
                    Mark(page.path, *line_and_column(page.body, match.start())),
                    match["id"],
                    Say("deze module bestaat niet", "there is no such module"),
                    Say("kies uit: " + ", ".join(sources.module_ids), "choose from: " + ", ".join(sources.module_ids)),
                )
            )
    return problems


def links_in(body: str) -> Iterator[tuple[str, int]]:
    """The pages that a text links to, by file name, each with its place."""
    for match in _LINK.finditer(body):
        link = _TARGET.fullmatch(match[match.lastgroup or 0])
        if link and link["page"]:
            yield f"{link['page']}.md", match.start()


def _check_link(page: Page, match: re.Match[str], pages: Mapping[str, Page], assets: Collection[str]) -> list[Problem]:
    written = match[match.lastgroup or 0]
    if written in assets:
        return []
    mark = Mark(page.path, *line_and_column(page.body, match.start(match.lastgroup or 0)))
    if written.startswith(_ELSEWHERE):
        return check_address_elsewhere(mark, written)
    link = _TARGET.fullmatch(written)
    if written.startswith("http://"):
        return [
            Problem(
                mark,
                written,
                Say("een webadres begint hier met https://", "a web address begins with https:// here"),
                Say(
                    f"schrijf: https://{written.removeprefix('http://')}",
                    f"write: https://{written.removeprefix('http://')}",
                ),
            )
        ]
    if link is None:
        return [
            Problem(
                mark,
                written,
                Say("dit adres leidt vanaf deze site nergens heen", "this address leads nowhere from this site"),
                Say(
                    "schrijf een pagina (gesprek.md), een kopje (#stappen) of een adres dat met https:// begint",
                    "write a page (gesprek.md), a heading (#stappen) or an address that begins with https://",
                ),
            )
        ]
    name, anchor = link["page"] and f"{link['page']}.md", link["anchor"]
    target = pages.get(name) if name else page
    if target is None:
        return [
            Problem(
                mark,
                written,
                Say("deze pagina bestaat niet", "there is no such page"),
                choose_page(name, pages),
            )
        ]
    if anchor and anchor not in target.anchors:
        known = ", ".join(sorted(target.anchors))
        return [
            Problem(
                mark,
                written,
                Say("dit kopje bestaat niet op die pagina", "there is no such heading on that page"),
                Say(f"kies uit: {known}", f"choose from: {known}")
                if known
                else Say(f"geef het kopje {{#{anchor}}}", f"give the heading {{#{anchor}}}"),
            )
        ]
    if (
        target.when
        and target is not page
        and target.when != page.when
        and target.when not in conditions_at(page.body, match.start())
    ):
        return [
            Problem(
                mark,
                name,
                Say(f"die pagina is er alleen bij {target.when}", f"that page is there only with {target.when}"),
                Say(
                    f"zet de link tussen [% if {target.when} %] en [% endif %]",
                    f"put the link between [% if {target.when} %] and [% endif %]",
                ),
            )
        ]
    return []


def check_address_elsewhere(mark: Mark, written: str) -> list[Problem]:
    """Can this address be opened, and is it what it seems? Held to what a profile's addresses are held to."""
    if not written.startswith("https://") or "[[" in written or "[%" in written:
        return []
    try:
        check_url(written)
    except Refused as refused:
        meant = refused.value
        return [
            Problem(
                mark,
                written,
                refused.message,
                refused.fix
                or (
                    Say(f"schrijf: {meant}", f"write: {meant}")
                    if meant
                    else Say("neem het adres over uit de browser", "copy the address from the browser")
                ),
            )
        ]
    return []


def _check_languages(sources: Sources, workspace: Workspace) -> list[Problem]:
    """Every page exists in every language, with the same anchors and the same condition."""
    problems = []
    everything = sorted({name for pages in sources.pages.values() for name in pages})
    on_disk = {language: set(workspace.files(f"docs/{language}")) for language in sources.data.languages}
    for name in everything:
        there = [language for language in sources.data.languages if name in sources.pages[language]]
        for language, row in sources.data.languages.items():
            if name not in on_disk[language]:
                other = sources.pages[there[0]][name]
                problems.append(
                    Problem(
                        Mark(other.path),
                        name,
                        Say(
                            f"deze pagina is er niet in het {row.called.nl}",
                            f"this page is not there in {row.called.en}",
                        ),
                        Say(f"schrijf ook docs/{language}/{name}", f"write docs/{language}/{name} as well"),
                    )
                )
        first, *others = (sources.pages[language][name] for language in there)
        called = sources.data.languages[there[0]].called
        for page, translation in ((first, other) for other in others):
            for key in ("when", "menu", "easy_version_of", "protected"):
                if page.meta.get(key) != translation.meta.get(key):
                    problems.append(
                        Problem(
                            translation.source.value_mark((key,)),
                            key,
                            Say(f"verschilt van de {called.nl}e pagina", f"differs from the {called.en} page"),
                            Say("schrijf hetzelfde in beide", "write the same in both"),
                        )
                    )
            for anchor in sorted(page.anchors ^ translation.anchors):
                lacking = translation if anchor in page.anchors else page
                problems.append(
                    Problem(
                        Mark(lacking.path),
                        f"#{anchor}",
                        Say("dit kopje staat alleen in de andere taal", "this heading is in the other language only"),
                        Say(f"geef het kopje hier ook {{#{anchor}}}", f"give the heading here {{#{anchor}}} too"),
                    )
                )
    return problems


def _check_data_slots(texts: _Texts) -> Iterator[Problem]:
    """The slots in data texts, and the flags that doors, help lines and laws stand under."""
    for kind, source in texts.data.sources.items():
        yield from _check_text_slots(source, texts)
        entries = (
            texts.data.doors.items()
            if kind == "doors"
            else [(index, entry) for index, entry in enumerate(getattr(texts.data, kind))]
            if kind in ("help", "law")
            else ()
        )
        for key, entry in entries:
            if entry.when not in (None, "named") and not isinstance(texts.names.resolve(entry.when, {}), KnownSlot):
                yield Problem(
                    source.value_mark(("items", key, "when")),
                    f"{getattr(entry, 'id', key)}.when",
                    *_no_flag(entry.when),
                )


def _check_text_slots(source: YamlSource, texts: _Texts) -> Iterator[Problem]:
    for path, mark in source.values.items() if not has_errors(source.problems) else ():
        value: Any = source.data
        for part in path:
            value = value[part]
        if path and path[-1] in texts.data.offered and isinstance(value, str):
            for problem in check_slots(source.path, value, texts.names, texts.components):
                yield replace(problem, mark=mark)


def _no_flag(name: str) -> tuple[Say, Say]:
    return Say(f"{name} bestaat niet", f"there is no {name}"), Say(
        "schrijf bijvoorbeeld: when: org.public_body", "write for example: when: org.public_body"
    )


def add_module(
    module: Module, source: YamlSource, figures: Figures, sources: Sources, languages: Collection[Code] = ()
) -> None:
    """With its pages, in all languages or in these. Where docs/ holds a page of that name, that one stays."""
    sources.modules[module.id] = module
    sources.figures[module.id] = figures
    for language in languages or sources.data.languages:
        for name, page in make_pages(module, source, language, sources.data.words_in(language)):
            if page.meta["template"] == PACKED:
                sources.packed[language][name] = page
            elif sources.pages[language].setdefault(name, page) is page:
                sources.made[language][name] = page
