"""mkdocs.yml as stage 1 takes it: of what somebody wrote, only what is data counts.

A workspace may come from anywhere, and to open it is not to run it. `mkdocs build` at its root does all that its
mkdocs.yml says, as MkDocs does; what we make of it has no hooks, no plugins and no extension that runs or reads what is not in the workspace,
unless whoever works with it has said that she trusts it.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from voorlichter.model_problems.samples import closest_word
from voorlichter.problems import Problem, Say
from voorlichter.trusted import is_trusted, trust
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_kept_yaml, value_at

SETTINGS = "mkdocs.yml"

_OURS = "voorlichter.markdown"
_KEPT = ("site_name", "site_description", "site_author", "copyright", "use_directory_urls", "nav", "extra")
"""What the engine gets as it is written."""
_REPLACED = ("docs_dir", "site_dir", "theme", "markdown_extensions")
"""What it gets made of it, or pointed at the composed project."""
_OF_THE_THEME = ("font", "palette", "icon", "features", "logo", "favicon")
_THEME = {"name": "material", "custom_dir": "overrides"}
_ONLY_FOR_MKDOCS = (
    *("plugins", "hooks", "site_url", "repo_url", "repo_name", "edit_uri", "edit_uri_template", "dev_addr", "watch"),
    *("strict", "validation", "extra_css", "extra_javascript", "extra_templates", "exclude_docs", "draft_docs"),
    *("not_in_nav", "remote_branch", "remote_name"),
)
"""What MkDocs reads by itself, and nothing is done with here."""

_EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "abbr": (),
    "admonition": (),
    "attr_list": (),
    "def_list": (),
    "fenced_code": (),
    "footnotes": ("BACKLINK_TEXT", "BACKLINK_TITLE", "PLACE_MARKER", "SEPARATOR", "UNIQUE_IDS"),
    "md_in_html": (),
    "nl2br": (),
    "sane_lists": (),
    "smarty": ("smart_angled_quotes", "smart_dashes", "smart_ellipses", "smart_quotes", "substitutions"),
    "tables": ("use_align_attribute",),
    "toc": ("anchorlink", "baselevel", "marker", "permalink", "title", "toc_depth"),
    "pymdownx.betterem": ("smart_enable",),
    "pymdownx.caret": ("insert", "smart_insert", "superscript"),
    "pymdownx.details": (),
    "pymdownx.mark": ("smart_mark",),
    "pymdownx.smartsymbols": (),
    "pymdownx.tilde": ("delete", "smart_delete", "subscript"),
    _OURS: (),
}
"""Extensions that open no file and run nothing, each with the options that are plain data."""
_BY_ANOTHER_NAME = {f"markdown.extensions.{name}": name for name in _EXTENSIONS if "." not in name}


def read_settings(workspace: Workspace) -> dict[str, Any]:
    """What counts of a mkdocs.yml in which `check_settings` finds no error; extensions with their options by name."""
    written = yaml.safe_load(workspace.file(SETTINGS).read_text(encoding="utf-8"))
    trusts = is_trusted(workspace.root, _programs(workspace))
    theme = {key: written["theme"][key] for key in _OF_THE_THEME if key in written["theme"]}
    return {
        **{key: written[key] for key in _KEPT if key in written},
        "theme": {**theme, **_THEME},
        "markdown_extensions": {
            name: options or {}
            for name, options in written["markdown_extensions"].items()
            if trusts or _is_data(name, options)
        },
    }


def trust_settings(workspace: Workspace) -> list[str]:
    """Remember that this mkdocs.yml may run what it names; returns the names. Raises OSError where the disk refuses."""
    source = read_kept_yaml(workspace.file(SETTINGS))
    wanted = value_at(source.data, ("markdown_extensions",))
    named = [name for name in wanted if not _is_data(name, wanted[name])] if isinstance(wanted, dict) else []
    if named:
        trust(workspace.root, _programs(workspace))
    return named


def _is_data(name: str, options: Any) -> bool:
    known = _EXTENSIONS.get(_BY_ANOTHER_NAME.get(name, name))
    return known is not None and isinstance(options or {}, dict) and {*(options or {})}.issubset(known)


def _programs(workspace: Workspace) -> Mapping[str, bytes]:
    """The files that say which programs run: trust holds for these very bytes."""
    path = workspace.file(SETTINGS)
    return {SETTINGS: path.read_bytes()}


def check_settings(workspace: Workspace) -> list[Problem]:
    """mkdocs.yml: what the engine cannot do without, and what does not count."""
    source = read_kept_yaml(workspace.file(SETTINGS))
    if source.problems:
        return source.problems
    settings = source.data if isinstance(source.data, dict) else {}
    if lacking := [*_check_needed(source, settings)]:
        return lacking
    return [
        *_check_keys(source, settings),
        *_check_theme(source, settings["theme"]),
        *_check_extensions(workspace, source, settings["markdown_extensions"]),
    ]


def _check_needed(source: YamlSource, settings: Mapping[str, Any]) -> Iterator[Problem]:
    needed = (
        (
            "theme",
            dict,
            Say("theme: {name: material, custom_dir: overrides}", "theme: {name: material, custom_dir: overrides}"),
        ),
        (
            "markdown_extensions",
            dict,
            Say(
                "markdown_extensions: met eronder attr_list: {} en de andere",
                "markdown_extensions: with attr_list: {} and the others below it",
            ),
        ),
        ("nav", list, Say("nav: met eronder - index.md", "nav: with - index.md below it")),
        ("extra", dict, Say("extra: {naam: waarde}", "extra: {name: value}")),
    )
    for key, kind, fix in needed:
        if not isinstance(settings.get(key, kind() if key in ("nav", "extra") else None), kind):
            yield Problem(
                source.value_mark((key,)),
                key,
                Say("ontbreekt of is iets anders", "is missing or something else"),
                Say(f"zet in mkdocs.yml: {fix.nl}", f"put into mkdocs.yml: {fix.en}"),
            )


def _check_keys(source: YamlSource, settings: Mapping[str, Any]) -> Iterator[Problem]:
    known = (*_KEPT, *_REPLACED, *_ONLY_FOR_MKDOCS)
    for key, value in settings.items():
        if key in (*_KEPT, *_REPLACED) or (key == "plugins" and _names(value) <= {"voorlichter"}):
            continue
        meant = closest_word(key, known)
        yield Problem(
            source.key_mark((key,)),
            key,
            Say(
                "dit telt alleen voor MkDocs zelf (mkdocs build); voorlichter doet er niets mee",
                "this counts for MkDocs itself only (mkdocs build); voorlichter does nothing with it",
            )
            if key in _ONLY_FOR_MKDOCS
            else Say("deze sleutel telt hier niet", "this key does not count here"),
            Say(f"schrijf: {meant}", f"write: {meant}")
            if meant and key not in known
            else Say("haal het weg als u het niet zelf schreef", "remove it if you did not write it yourself"),
            "warning",
        )


def _names(value: Any) -> set[str]:
    """The names in a list or mapping of plugins."""
    items = value if isinstance(value, list | dict) else [value]
    return {str(name) for item in items for name in (item if isinstance(item, dict) else [item])}


def _check_theme(source: YamlSource, theme: Mapping[str, Any]) -> Iterator[Problem]:
    for key, value in theme.items():
        if key in _OF_THE_THEME or (key in _THEME and value == _THEME[key]):
            continue
        yield Problem(
            source.key_mark(("theme", key)),
            f"theme.{key}",
            Say("dit telt hier niet", "this does not count here"),
            Say(f"schrijf: {key}: {_THEME[key]}", f"write: {key}: {_THEME[key]}")
            if key in _THEME
            else Say("haal het weg", "remove it"),
            "warning" if key not in _THEME else "error",
        )


def _check_extensions(workspace: Workspace, source: YamlSource, wanted: Mapping[str, Any]) -> Iterator[Problem]:
    if is_trusted(workspace.root, _programs(workspace)):
        return
    for name in wanted:
        path = ("markdown_extensions", name)
        options = value_at(source.data, path)
        if options is not None and not isinstance(options, dict):
            yield Problem(
                source.value_mark(path),
                f"markdown_extensions.{name}",
                Say("hier horen opties te staan, of niets", "options belong here, or nothing"),
                Say(f"schrijf: {name}: {{}}", f"write: {name}: {{}}"),
            )
        elif not _is_data(name, options):
            foreign = _BY_ANOTHER_NAME.get(name, name) not in _EXTENSIONS
            yield Problem(
                source.key_mark(path),
                name,
                Say(
                    "deze uitbreiding is een programma, en kan op deze computer alles lezen en doen",
                    "this extension is a program, which can read and do everything on this computer",
                )
                if foreign
                else Say(
                    "een van deze opties kan een bestand lezen of iets uitvoeren",
                    "one of these options can read a file or run something",
                ),
                NEEDS_TRUST,
            )


_COMMAND = shlex.join(["voorlichter", "check", "--trust"])
NEEDS_TRUST = Say(
    f"haal de regel weg; of, als u weet wie dit schreef en het vertrouwt, eenmaal: {_COMMAND}",
    f"remove the line; or, if you know who wrote this and trust it, once: {_COMMAND}",
)
