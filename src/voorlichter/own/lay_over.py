"""An organisation's own words laid over the sources that all sites share, and everything that is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from voorlichter.languages import Code, Languages
from voorlichter.markdown.address import Form
from voorlichter.own.check import check_composed, check_languages
from voorlichter.own.files import OwnFiles
from voorlichter.own.left_out import read_left_out
from voorlichter.own.modules import lay_modules
from voorlichter.own.ours import Below, below_of
from voorlichter.own.passages import Composed, PagePiece, lay_passages
from voorlichter.problems import Mark, Problem, Say, relative
from voorlichter.slots.check import ONE_ADVISOR, TagPlace
from voorlichter.template.page import Page, choose_page, read_page
from voorlichter.template.sources import Sources
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, decode

_FIXED = ("template", "easy_version_of", "when", "protected")
"""What a page of an organisation's own cannot choose."""


@dataclass(slots=True)
class LaidOver:
    """`sources` with everything that is said in own words; `changed` are the pages of ours that differ, by language."""

    sources: Sources
    changed: dict[Code, list[str]] = field(default_factory=dict)
    modules: list[str] = field(default_factory=list)
    one_advisor: list[TagPlace] = field(default_factory=list)
    """Where an own text names the only advisor."""
    left_out: dict[str, Mark] = field(default_factory=dict)
    """Pages of ours that are not there, and where the list says so."""
    said: list[tuple[Code, PagePiece]] = field(default_factory=list)
    """All that is said in own words, by language."""
    below: list[Below] = field(default_factory=list)
    """What is not shown, for theirs stands in its place."""

    def added(self, code: Code) -> list[str]:
        """The pages of a language that ours lack."""
        return [*self.sources.own.get(code, ()), *(f"training-{name}.md" for name in self.modules)]


def lay_over(
    workspace: Workspace, sources: Sources, files: OwnFiles, site: Sequence[Code], form: Form
) -> tuple[LaidOver, list[Problem]]:
    """`site` are the languages of the organisation, `form` is how it speaks to its readers. The sources given stay as they are."""
    laid = LaidOver(
        replace(
            sources,
            pages={code: dict(pages) for code, pages in sources.pages.items()},
            made={code: dict(pages) for code, pages in sources.made.items()},
            packed={code: dict(pages) for code, pages in sources.packed.items()},
            own={},
            modules=dict(sources.modules),
            figures=dict(sources.figures),
            module_ids=[*sources.module_ids],
        )
    )
    rows = sources.data.languages
    laid.left_out, problems = read_left_out(files.left_out, sources.first)
    for pages in laid.sources.pages.values():
        for name in laid.left_out:
            pages.pop(name, None)
    problems += files.check_places({code: row.said for code, row in rows.items()}, tuple(site))
    composed: list[tuple[Code, Composed]] = []
    for code in site:
        for name, path in files.pages.get(code, {}).items():
            lacks = [other for other in rows if name not in files.pages.get(other, {})]
            page, mistakes = read_own_page(path, code, laid.sources.pages[code], rows, lacks)
            problems += mistakes
            if page is not None:
                laid.sources.pages[code][name] = page
                laid.sources.own.setdefault(code, {})[name] = page
                composed.append((code, Composed(page, [PagePiece(page.body, path, 1, ("", "replaced"))])))
    problems += lay_modules(laid.sources, files, site, form)
    laid.modules = [name for name in laid.sources.modules if name not in sources.modules]
    laid.below = list(below_of(files, laid.sources.pages))
    for code in site:
        for name, path in files.texts.get(code, {}).items():
            composition, mistakes = _compose(path, name, laid.sources.pages[code], sources.made[code])
            problems += mistakes
            if composition is not None:
                laid.sources.pages[code][name] = composition.page
                laid.changed.setdefault(code, []).append(name)
                composed.append((code, composition))
    for code, composition in composed:
        laid.said += ((code, piece) for piece in composition.own)
        problems += check_composed(workspace, composition, code, laid.sources, form)
    problems += check_languages(composed, site, rows)
    for problem in problems:
        if problem.message == ONE_ADVISOR:
            mark = problem.mark
            laid.one_advisor.append((relative(mark.path, workspace.root), mark.line, mark.column, problem.where))
    laid.sources.one_advisor = [*sources.one_advisor, *laid.one_advisor]
    return laid, [problem for problem in problems if problem.message != ONE_ADVISOR]


def read_own_page(
    path: Path, code: Code, ours: Collection[str], rows: Languages, lacks: list[Code], raw: bytes | None = None
) -> tuple[Page | None, list[Problem]]:
    """A page that this organisation alone has, beside ours; `lacks` are the languages it is not there in, `raw` is what its file would hold."""
    if path.name in ours:
        return None, [
            Problem(
                Mark(path),
                path.name,
                Say("een pagina met deze naam is er al", "there is a page of this name already"),
                Say(
                    f"zet uw passages in texts/{code}/{path.name}, of geef de pagina een andere naam",
                    f"put your passages in texts/{code}/{path.name}, or give the page another name",
                ),
            )
        ]
    page, problems = read_page(path, code, rows, raw)
    fixed = [
        Problem(
            page.source.value_mark((key,)),
            key,
            Say("dit kan een eigen pagina niet kiezen", "a page of your own cannot choose this"),
            Say("haal deze regel weg", "remove this line"),
        )
        for key in _FIXED
        if page is not None and key in page.meta
    ]
    return None if fixed or page is None else _as_own(page, lacks), [*problems, *fixed]


def _as_own(page: Page, lacks: list[Code]) -> Page:
    """With what the theme asks of it: that it stands in the menu by itself, and the languages that lack it."""
    said = {"own": True, "lacks": lacks}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in said.items())
    return replace(page, meta={**page.meta, **said}, text=page.text.replace("---\n", f"---\n{lines}", 1))


def _compose(
    path: Path, name: str, pages: Mapping[str, Page], made: Mapping[str, Page]
) -> tuple[Composed | None, list[Problem]]:
    page = pages.get(name)
    if page is None or name in made:
        written = sorted(set(pages) - set(made))
        return None, [
            Problem(
                Mark(path),
                path.name,
                Say("er is geen pagina met deze naam", "there is no page of this name"),
                choose_page(name, written),
            )
        ]
    source = YamlSource(path)
    text = decode(path.read_bytes(), source)
    if text is None:
        return None, source.problems
    composition = lay_passages(page, path, text.replace("\r\n", "\n"))
    return composition, [*source.problems, *composition.problems]
