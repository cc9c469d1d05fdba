"""Build the template of one variant."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import traceback
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from voorlichter.markdown.address import resolve_address
from voorlichter.problems import InputError, Mark, Problem, Say, has_errors
from voorlichter.quiz.model import Module
from voorlichter.quiz.pictures import files_of
from voorlichter.slots.check import check_slots
from voorlichter.slots.model import DoorSlots
from voorlichter.slots.places import place_of
from voorlichter.slots.scan import scan
from voorlichter.template.assets import plan_assets, plan_package_assets
from voorlichter.template.compose import template_values, write_modules, write_project
from voorlichter.template.easy_reading import KEY as EASY
from voorlichter.template.engine import run_engine
from voorlichter.template.kit_items import describe_kit_items
from voorlichter.template.lend import find_lender, made_from
from voorlichter.template.module_pages import PACKED
from voorlichter.template.module_texts import describe_module
from voorlichter.template.outside import close_links, lead_to_site, link_ways
from voorlichter.template.page import Page
from voorlichter.template.public_holidays import read_public_holidays
from voorlichter.template.render import PageRenderer, with_content
from voorlichter.template.sandbox import Sandbox
from voorlichter.template.search_index import describe_index, describe_words, read_index
from voorlichter.template.short_page import SHORT_PAGES, lead_elsewhere
from voorlichter.template.sources import DOOR, INCLUDED_IN_LOOPS, PIECES, Sources
from voorlichter.template.stored import TemplateFolder, forget_old, put_in_place, template_folder
from voorlichter.template.theme_check import NO_PROGRAM
from voorlichter.template.variant import Variant
from voorlichter.workspace import Workspace

_NUMBERS = (".phone", ".emergency_number", ".email")
_SVG = ' xmlns="http://www.w3.org/2000/svg"'
_SAYS_ITSELF = re.compile(r'<a( href="(\[\[ [\w.]+\.url \]\])"(?:(?! class=)[^>])*>\2</a>)')
"""A link whose words are its address: on paper that stands there once."""
_NUMBER_AND_STOP = re.compile(r'<a href="(?:tel:|\[\[ [\w.]+\.phone \]\])[^>]*>(?:(?!</a>).)*</a>[.,;:!?)]', re.S)


def build_template(
    workspace: Workspace, sources: Sources, hash_: str, variant: Variant, fresh: bool = False
) -> TemplateFolder:
    """Run stage 1 for one variant and put the result in the cache, whole or not at all; a fresh one takes nothing from there."""
    target = template_folder(hash_, variant)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=target.parent) as temporary:
        project, result = Path(temporary, "project"), Path(temporary, "result")
        project.mkdir()
        own = made_from(workspace, sources, variant)
        lender = None if fresh else find_lender(target.parent, variant, own)
        wanted = own.changed_since(lender[1]) if lender else None
        read: Mapping[str, dict[str, Any]] = {}
        try:
            if lender:
                shutil.copytree(lender[0], result)
                os.utime(result)  # it is as new as any
                done = _renew_pages(workspace, sources, variant, wanted or (), result, project)
                wanted = {*(wanted or ())} - done
                read = read_index(result, {*wanted, *done})
            made = (
                run_engine(write_project(workspace, sources, variant, project), workspace.file("mkdocs.yml"), wanted)
                if wanted or not lender
                else {}
            )
            if not lender:
                write_shared(workspace, sources, variant, project / "overrides", result)
                for name, module in sources.modules.items():
                    _write(result / "modules" / f"{name}.json", describe_module(module, variant).encode())
        except jinja2.TemplateError as error:
            raise InputError([_problem_of(error, workspace, project / "overrides")]) from None
        _write_pages(sources, variant, made, result)
        pages = {path.name: path.read_text(encoding="utf-8") for path in (result / "pages").glob("*.html")}
        _write(result / "search.json", describe_index(sources, variant, pages, result, read).encode())
        own.write(result)
        _write(result / "template.json", describe_template(sources, variant, result).encode())
        put_in_place(result, target, fresh)
    forget_old(target.parent)
    return TemplateFolder(target, hash_, variant)


def _problem_of(error: jinja2.TemplateError, workspace: Workspace, overrides: Path) -> Problem:
    """What a template asked for that is not there, at the innermost line of the theme that asked."""
    places = [
        (Path(frame.filename).relative_to(overrides).as_posix(), frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(overrides)
    ]
    name, line = places[-1] if places else ("main.html", 1)
    if isinstance(error, SecurityError):
        return Problem(Mark(workspace.file(f"overrides/{name}"), line), name, *NO_PROGRAM)
    return Problem(
        Mark(workspace.file(f"overrides/{name}"), line),
        name,
        Say(f"dit sjabloon vraagt naar wat er niet is: {error}", f"this template asks for what is not there: {error}"),
        Say(
            "vraag alleen naar config.extra, en in een sjabloon van pagina's ook naar page en nav",
            "ask for config.extra only, and in a template of pages for page and nav too",
        ),
    )


def _renew_pages(
    workspace: Workspace, sources: Sources, variant: Variant, wanted: Collection[str], result: Path, project: Path
) -> set[str]:
    """Pages of which the text alone changed, put into their old skeletons; an easy page holds its pictograms around it."""
    pages = sources.pages_in(variant.language)
    plain = {f"{Path(name).stem}.html": page for name, page in pages.items() if EASY not in page.meta}
    renewed = {name: plain[name] for name in wanted if name in plain}
    if not renewed:
        return set()
    write_modules(sources, variant, project / "modules")
    renderer = PageRenderer(workspace, variant, project / "modules")
    problems: list[Problem] = []
    for name, page in renewed.items():
        html = renderer.render(page.body)
        problems += _check_output(name, html, sources, variant)
        path = result / "pages" / name
        path.write_text(renew_page(path.read_text(encoding="utf-8"), html, sources, variant), encoding="utf-8")
    if has_errors(problems):
        raise InputError(problems)
    return {*renewed}


def renew_page(page: str, html: str, sources: Sources, variant: Variant) -> str:
    """A page of a template with other HTML, as Markdown gives it, in the place of its content."""
    return with_content(page, prepare_page(html, sources, variant))


def _write_pages(sources: Sources, variant: Variant, made: Mapping[str, str], result: Path) -> None:
    problems: list[Problem] = []
    for name, html in sorted(made.items()):
        if skeleton := sources.skeletons.get(variant.language, {}).get(f"{Path(name).stem}.md"):
            html = lead_to_site(html) if skeleton.meta.get("template") == PACKED else html
            _write(result / "skeletons" / name, prepare_page(html, sources, variant).encode())
            continue
        problems += _check_output(name, html, sources, variant)
        packed = sources.packed.get(variant.language, {}).get(f"{Path(name).stem}.md")
        if packed:
            _write(packed_page(result, packed), prepare_page(lead_to_site(html), sources, variant).encode())
        else:
            _write(result / "pages" / name, prepare_page(html, sources, variant).encode())
    if has_errors(problems):
        raise InputError(problems)


def packed_page(template: Path, page: Page) -> Path:
    """Where a template holds the page of a module for packages."""
    return template / "package/pages" / f"{page.meta['module']}.html"


def write_shared(
    workspace: Workspace, sources: Sources, variant: Variant, overrides: Path, result: Path
) -> dict[str, str]:
    """All of a template but its pages, which need an engine; returns the components in the variant's language.

    Raises InputError where a component has a slot that does not exist or stands where it may not.
    """
    theme = _theme(overrides, template_values(sources, variant))
    components = _localise_components(theme, sources)
    help_lines = sources.data.help_lines(variant.language)
    problems: list[Problem] = []
    for name, text in components.items():
        if name not in INCLUDED_IN_LOOPS:
            problems += check_slots(sources.components[name], text, sources.names, components, "component")
        marked = sources.data.mark_spoken(
            variant.language, settle(_led(close_links(text), sources, variant), help_lines)
        )
        _write(result / "components" / name, marked.encode())
    pieces = {} if variant.language in sources.short else workspace.files(f"overrides/{PIECES}")
    for name, path in pieces.items():
        text = tidy(theme.get_template(f"{PIECES}{name}").render())
        problems += check_slots(path, text, sources.names, components, "component", styled=True)
        _write(result / PIECES / name, settle(close_links(link_ways(text)), help_lines).encode())
    if has_errors(problems):
        raise InputError(problems)
    _write(
        result / "kit.json",
        describe_kit_items(sources.kit, variant, sources.data.fallen.get(variant.language, ())).encode(),
    )
    files = workspace.files("overrides")
    for name, data in plan_assets(files, sources.bundles).items():
        _write(result / "files" / name, data)
    _write(result / "files" / "assets" / "search-words.js", describe_words(sources).encode())
    write_figures(sources, sources.modules, result)
    for name, data in plan_package_assets(files).items():
        _write(result / "package" / name, data)
    _write(result / "brand.css", re.sub(rb"\s*([{}:;])\s*", rb"\1", files["brand.css"].read_bytes()))
    return components


def write_figures(sources: Sources, modules: Iterable[str], result: Path) -> None:
    """The pictures with the questions of these modules."""
    for module in modules:
        for name, data in files_of(sources.figures[module]).items():
            _write(result / "files" / name, data)


def prepare_page(html: str, sources: Sources, variant: Variant) -> str:
    """An engine's page as the fill stage wants it."""
    settled = settle(_led(close_links(tidy(html)), sources, variant), sources.data.help_lines(variant.language))
    return sources.data.mark_spoken(variant.language, settled)


def _led(html: str, sources: Sources, variant: Variant) -> str:
    """As its language has it: with the pages that are there, and numbers that stay as they are dialled."""
    if variant.language in sources.short:
        level = sources.data.offered[variant.language].level
        html = lead_elsewhere(html, sources.short[variant.language].keys(), level)
    return isolate_numbers(html) if sources.data.offered[variant.language].direction == "rtl" else html


def sheet_of(page: str, sources: Sources, variant: Variant) -> str:
    """By which name a page is known for what it loads."""
    made = sources.short.get(variant.language, {}).get(f"{Path(page).stem}.md")
    return str(made.meta["template"]) if made else page


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _localise_components(theme: jinja2.Environment, sources: Sources) -> dict[str, str]:
    """The fill-time components with the language's texts in them; their slots are still slots."""
    doors = {f"door-{id_}.html": id_ for id_ in sources.data.doors}
    own = {
        name: tidy(theme.get_template(f"components/{Path(name).stem}/{name}").render())
        for name in sources.components
        if name not in doors
    }
    # One door is part of a sentence: no line end after it.
    return own | {name: tidy(theme.get_template(DOOR).render(id=id_)).strip() for name, id_ in doors.items()}


def _theme(overrides: Path, values: Mapping[str, Any]) -> jinja2.Environment:
    """The theme's templates outside pages, with `values` as their `config.extra`."""
    import material

    loader = jinja2.FileSystemLoader([str(overrides), str(Path(material.__file__).parent / "templates")])
    environment = Sandbox(loader=loader, undefined=jinja2.StrictUndefined, autoescape=False)
    environment.globals["config"] = {"extra": values}
    return environment


def _check_output(name: str, html: str, sources: Sources, variant: Variant) -> list[Problem]:
    """The sources were checked; this checks what the engine and the theme made of them."""
    source = name.removesuffix(".html") + ".md"
    page = sources.pages_in(variant.language).get(source) or sources.packed.get(variant.language, {}).get(source)
    path = page.path if page else Path(name)
    mistakes = check_slots(
        path.with_suffix(".html"),
        html,
        sources.names,
        sources.components,
        "component",
        when=page.when if page else None,
    )
    return [replace(problem, mark=Mark(path)) for problem in mistakes]


def tidy(html: str) -> str:
    """Without indentation, empty lines, and the name space of drawings, which no page needs; no line begins with the full stop after a number."""
    lean = re.sub(r"\s*\n\s*", "\n", html.replace(_SVG, "")).strip() + "\n"
    return _NUMBER_AND_STOP.sub(r'<span class="whole">\g<0></span>', _SAYS_ITSELF.sub(r'<a class="address"\1', lean))


def settle(html: str, help_lines: Mapping[str, DoorSlots]) -> str:
    """Slots as the fill stage wants them.

    One in an address gives its address: `href="[[ a.phone ]]"` becomes `[[ a.phone.href ]]`. A help line is
    the same for every organisation, so its slots become what they stand for.
    """
    parts, end = [], 0
    for tag in scan(html):
        if tag.kind != "value":
            continue
        in_address = place_of(html, tag.start) == "address"
        first, *rest = tag.expression.split(".")
        if first == "help" and len(rest) == 2:
            value = getattr(help_lines[rest[0]], rest[1])
            parts += [html[end : tag.start], escape(value.href if in_address else value)]
        elif in_address:
            parts += [html[end : tag.start], f"[[ {tag.expression}.href ]]"]
        else:
            continue
        end = tag.end
    return "".join([*parts, html[end:]])


def isolate_numbers(html: str) -> str:
    """Between words that run from the right, `0800-0188` would be read as `0188-0800`."""
    parts, end = [], 0
    for tag in scan(html):
        if (
            tag.kind == "value"
            and tag.expression.endswith(_NUMBERS)
            and place_of(html, tag.start) == "text"
            and not html[: tag.start].endswith("<bdi>")
        ):
            parts += [html[end : tag.start], f'<bdi dir="ltr">{html[tag.start : tag.end]}</bdi>']
            end = tag.end
    return "".join([*parts, html[end:]])


def describe_template(sources: Sources, variant: Variant, result: Path) -> str:
    """template.json: the pages and files of a template, and what its data files hold."""
    pages = {}
    for path in sorted((result / "pages").glob("*.html")):
        page = sources.pages_in(variant.language).get(path.stem + ".md")
        pages[path.name] = {
            "when": page.when if page else None,
            "loads": sources.loaded_by(sheet_of(path.name, sources, variant), page),
        }
    files = {
        path.relative_to(result / "files").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in _files(result / "files")
    }
    data = sources.data
    elsewhere = tuple(f"docs/{language}/" for language in data.offered if language != variant.language)
    return json.dumps(
        {
            "language": variant.language,
            "level": data.offered[variant.language].level,
            "direction": data.offered[variant.language].direction,
            "letters": data.offered[variant.language].letters,
            "languages": {code: row.name for code, row in data.offered.items()},
            "tag": data.offered[variant.language].tag,
            "pages": pages,
            "short": [name for page in SHORT_PAGES if sources.short for name in sources.bundles.of_page(page)],
            "files": files,
            "strings": data.strings_in(variant.language, variant.form),
            "topics": {topic.id: [topic.inside, topic.scope] for topic in data.topics},
            "dropped": data.dropped,
            "modules": {name: about_module(module, variant) for name, module in sources.modules.items()},
            "scored": list(sources.vocabulary.scored or ()),
            "doors": {
                key: [
                    resolve_address(door.name.to(variant.language), variant.form),
                    door.called.nl,
                    door.called.en,
                ]
                for key, door in data.doors.items()
            },
            "help": {key: _plain_door(door) for key, door in data.help_lines(variant.language).items()},
            "laws": {law.id: law.lapses.isoformat() if law.lapses else None for law in data.law},
            "holidays": read_public_holidays(),
            "own_pages": [
                {"menu": page.meta["menu"], "title": page.meta["title"], "page": f"{Path(name).stem}.html"}
                for name, page in sources.own.get(variant.language, {}).items()
                if "menu" in page.meta
            ],
            "one_advisor": [place for place in sources.one_advisor if not place[0].startswith(elsewhere)],
        },
        ensure_ascii=False,
        indent=1,
    )


def about_module(module: Module, variant: Variant) -> dict[str, str | None]:
    """What a site tells of a module before its questions."""
    title, about = (
        resolve_address(text.to(variant.language), variant.form) if text else None
        for text in (module.title, module.about)
    )
    return {"title": title, "about": about, "minutes": str(module.minutes), "scope": module.scope}


def _plain_door(door: DoorSlots) -> dict[str, list[str] | str | None]:
    plain: dict[str, list[str] | str | None] = {"name": door.name}
    for key in ("phone", "email", "url"):
        value = getattr(door, key)
        plain[key] = [str(value), value.href] if value is not None else None
    return plain


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
