"""The template of one organisation: ours, with the pages that say something in its own words made anew, without the engine."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import escape

from voorlichter.languages import Code
from voorlichter.markdown.address import resolve_address
from voorlichter.own.claims import check_claims
from voorlichter.own.files import OwnFiles
from voorlichter.own.lay_over import LaidOver, lay_over
from voorlichter.own.left_out import check_left_out, take_out
from voorlichter.own.ours import check_below
from voorlichter.problems import InputError, Problem, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.profile.one_advisor import check_places
from voorlichter.quiz.model import Module
from voorlichter.quiz.pictures import Figures
from voorlichter.quiz.render import render_module
from voorlichter.scratch import Scratch
from voorlichter.site.fill import Template
from voorlichter.slots.names import name_for
from voorlichter.stage_one import StageOne, refuse_unfit, variants_of
from voorlichter.template.build import describe_template, packed_page, renew_page, write_figures
from voorlichter.template.compose import write_modules
from voorlichter.template.module_pages import OWN, OWN_PAGE, make_pages
from voorlichter.template.module_texts import describe_module
from voorlichter.template.outside import lead_to_site
from voorlichter.template.page import Page
from voorlichter.template.render import PageRenderer
from voorlichter.template.search_index import describe_index, read_index
from voorlichter.template.sources import Sources
from voorlichter.template.stored import is_whole, put_in_place
from voorlichter.template.variant import Variant
from voorlichter.user_folders import cache_folder
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource


def own_templates(
    workspace: Workspace, slug: str, files: OwnFiles, profile: Profile, stage_one: StageOne
) -> dict[Code, Template]:
    """For each language of the site. Raises InputError with all that is wrong with the organisation's own words."""
    everyone = variants_of(profile, stage_one.languages)
    variants = [variant for variant in everyone if variant.language in profile.organisation.languages]
    read = (f"{name} {hash_}" for name, hash_ in sorted(files.inputs(workspace.root).items()))
    inputs = "\n".join([*read, *map(str, files.strays)])
    kept = kept_templates(workspace, slug)
    folders = {variant: kept / f"{_hash(stage_one.hashes[variant], inputs)}-{variant.name}" for variant in variants}
    if stage_one.fresh or not all(is_whole(folder) for folder in folders.values()):
        laid, problems = check_own(workspace, slug, files, profile, stage_one.sources())
        if has_errors(problems):
            raise InputError(sort_problems(problems))
        for variant, folder in folders.items():
            _write(workspace, laid, variant, stage_one.template(variant).folder, folder)
    templates = {variant.language: stage_one.template(variant) for variant in everyone} | {
        variant.language: Template(folder, stage_one.template(variant)) for variant, folder in folders.items()
    }
    refuse_unfit(templates, profile, workspace.root)
    return templates


def kept_templates(workspace: Workspace, slug: str) -> Path:
    """Where those of one organisation are kept, one a language and form of address."""
    return cache_folder() / "own" / f"{slug}-{_hash(str(workspace.root), '')}"


def check_own(
    workspace: Workspace, slug: str, files: OwnFiles, profile: Profile, sources: Sources
) -> tuple[LaidOver, list[Problem]]:
    """All there is to say about an organisation's own words."""
    organisation = profile.organisation
    laid, problems = lay_over(workspace, sources, files, organisation.languages, organisation.form_of_address)
    data, topics = sources.data, sources.vocabulary.topics or {}
    return laid, [
        *problems,
        *(
            problem
            for code, piece in laid.said
            for problem in check_claims(piece.path, piece.text, piece.line, code, profile, data.claim_words, topics)
        ),
        *check_places(laid.one_advisor, profile, workspace.root),
        *check_below(slug, laid.below),
        *check_left_out(
            workspace,
            laid.left_out,
            sources.first,
            {code: laid.sources.pages[code] for code in profile.organisation.languages},
            sources,
            profile.training.modules,
        ),
    ]


def render_module_page(
    workspace: Workspace,
    sources: Sources,
    ours: Path,
    module: Module,
    source: YamlSource,
    figures: Figures,
    variant: Variant,
) -> str:
    """The page of one module by itself, for who writes it: nothing else is made. `ours` is the folder of the template that all share."""
    language = variant.language
    words = {key: text.to(language) for key, text in sources.data.strings.items()}
    page = dict(make_pages(module, source, language, words))[f"training-{module.id}.md"]
    titles = {name: str(other.meta["title"]) for name, other in sources.pages[language].items()}
    strings = sources.data.strings_in(language, variant.form)
    with Scratch("module") as temporary:
        quiz = render_module(module, language, strings, titles, figures)
        (temporary / f"{module.id}.html").write_text(quiz, encoding="utf-8")
        html = PageRenderer(workspace, variant, temporary).render(page.body)
    return renew_page(_own_module(ours, page, "training", variant), html, sources, variant)


def _hash(shared: str, inputs: str) -> str:
    return hashlib.sha256(f"{shared}\n{inputs}".encode()).hexdigest()[:20]


def _write(workspace: Workspace, laid: LaidOver, variant: Variant, ours: Path, target: Path) -> None:
    """In the place of what was made of earlier words, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=target.parent) as temporary:
        modules, result = Path(temporary, "modules"), Path(temporary, "result")
        shutil.copytree(ours, result)
        (result / "made-from.json").unlink(missing_ok=True)  # what it lends would be one organisation's
        write_modules(laid.sources, variant, modules)
        renderer = PageRenderer(workspace, variant, modules)
        made = _make_pages(laid, variant, renderer, result)
        write_figures(laid.sources, laid.modules, result)
        take_out(result, laid.left_out)
        known = read_index(result, made)
        pages = {path.name: path.read_text(encoding="utf-8") for path in (result / "pages").glob("*.html")}
        index = describe_index(laid.sources, variant, pages, result, known)
        (result / "search.json").write_text(index, encoding="utf-8")
        description = describe_template(laid.sources, variant, result)
        (result / "template.json").write_text(description, encoding="utf-8")
        for old in target.parent.glob(f"*-{variant.name}"):
            shutil.rmtree(old, ignore_errors=True)
        put_in_place(result, target)


def _make_pages(laid: LaidOver, variant: Variant, renderer: PageRenderer, result: Path) -> Sequence[str]:
    """The names of the pages that are not as they were."""
    sources, code = laid.sources, variant.language
    files: list[str] = []
    for name in [*laid.changed.get(code, ()), *laid.added(code)]:
        files.append(f"{Path(name).stem}.html")
        page, path = sources.pages[code][name], result / "pages" / files[-1]
        text = path.read_text(encoding="utf-8") if path.is_file() else _skeleton(result, name, page, variant)
        path.write_text(renew_page(text, renderer.render(page.body), sources, variant), encoding="utf-8")
    for id_ in laid.modules:
        page = sources.packed[code][f"package-{id_}.md"]
        html = lead_to_site(renderer.render(page.body))
        text = renew_page(_own_module(result, page, "package", variant), html, sources, variant)
        packed_page(result, page).write_text(text, encoding="utf-8")
        described = describe_module(sources.modules[id_], variant)
        (result / "modules" / f"{id_}.json").write_text(described, encoding="utf-8")
    return files


def _skeleton(result: Path, name: str, page: Page, variant: Variant) -> str:
    """The page with all but its content."""
    if "module" in page.meta:
        return _own_module(result, page, "training", variant)
    text = (result / "skeletons" / f"{OWN_PAGE}.html").read_text(encoding="utf-8")
    has_it = "".join(f' and not l.code == "{other}"' for other in page.meta["lacks"])
    text = text.replace(f"[% if l.whole %]{OWN_PAGE}", f"[% if l.whole{has_it} %]{OWN_PAGE}")
    values = {"title": page.meta["title"], "tab": page.meta.get("tab", page.meta["title"])}
    text = _say(text, {**values, "description": page.meta["description"]})
    return text.replace(f"{OWN_PAGE}.html", f"{Path(name).stem}.html")


def _own_module(result: Path, page: Page, kind: str, variant: Variant) -> str:
    text = (result / "skeletons" / f"{kind}-{OWN}.html").read_text(encoding="utf-8")
    said = {key: resolve_address(str(page.meta[key]), variant.form) for key in ("title", "minutes", "score")}
    text = _say(text, said)
    id_ = page.meta["module"]
    return text.replace(f"module.{name_for(OWN)}", f"module.{name_for(id_)}").replace(OWN, id_)


def _say(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\[\[ own\.(\w+) \]\]", lambda match: str(escape(values[match[1]])), text)
