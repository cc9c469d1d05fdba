"""Lay defaults and workspace together into one MkDocs project for one variant."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voorlichter.template.kit_items import localise_kit_items
from voorlichter.template.passages import read_reviewed
from voorlichter.template.settings import read_settings
from voorlichter.template.signpost import localise_signpost
from voorlichter.template.sources import Sources
from voorlichter.template.variant import Variant
from voorlichter.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Project:
    """An MkDocs project: its folder, and what its mkdocs.yml would hold."""

    folder: Path
    settings: dict[str, Any]


def write_project(workspace: Workspace, sources: Sources, variant: Variant, folder: Path) -> Project:
    """Under `folder` docs/, overrides/ and modules/."""
    (folder / "docs").mkdir()
    for name, path in workspace.files(f"docs/{variant.language}").items():
        _copy(path, folder / "docs" / name)
    for name, text in (sources.made_texts(variant) | sources.texts_beside(variant)).items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    for name, path in workspace.files("overrides").items():
        _copy(path, folder / "overrides" / name)
    write_modules(sources, variant, folder / "modules")
    return Project(folder, complete_settings(read_settings(workspace), sources, variant, folder))


def complete_settings(base: dict[str, Any], sources: Sources, variant: Variant, folder: Path) -> dict[str, Any]:
    """The root's mkdocs.yml, pointed at the project and without our plugin: slots stay slots in stage 1."""
    pages = list(sources.pages_in(variant.language))
    listed = [name for name in base.get("nav", []) if name in pages]
    return {
        **base,
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "plugins": [],
        "nav": listed + [name for name in pages if name not in listed],
        "theme": {**base["theme"], "custom_dir": str(folder / "overrides"), "language": variant.language},
        "markdown_extensions": {
            **base["markdown_extensions"],
            "voorlichter.markdown": extension_options(variant, folder / "modules"),
        },
        "extra": {**base.get("extra", {}), **page_values(sources, variant)},
    }


def extension_options(variant: Variant, modules: Path) -> dict[str, Any]:
    return {"address": variant.form, "modules": str(modules)}


def template_values(sources: Sources, variant: Variant) -> dict[str, Any]:
    """What components and the pieces of a kit see as `config.extra`."""
    return {**page_values(sources, variant), "kit": localise_kit_items(sources.kit, variant)}


def page_values(sources: Sources, variant: Variant) -> dict[str, Any]:
    """What pages see of it."""
    data = sources.data.localised(variant.language, variant.form)
    if sources.signpost:
        data["signpost"] = localise_signpost(sources.signpost, sources.data, variant.language, variant.form)
    reviewed = read_reviewed(sources)
    data["reviewed"] = reviewed.told()
    for kind in ("help", "law"):
        for entry in data[kind]:
            entry["reviewed"] = [
                {"by": review.by, "on": review.on} for review in reviewed.of(f"{kind}.yml#{entry['id']}")
            ]
    row = sources.data.offered[variant.language]
    return {
        "language": variant.language,
        "name": row.name,
        "direction": row.direction,
        "letters": row.letters,
        "level": row.level,
        "fallen": sources.data.fallen.get(variant.language, []),
        "read_over": row.read_over is not None,
        "languages": list(sources.data.offered),
        "short": {
            code: sorted(f"{Path(name).stem}.html" for name in made if name != "index.md")
            for code, made in sources.short.items()
        },
        "address": variant.form,
        "t": sources.data.strings_in(variant.language, variant.form),
        "data": data,
        "bundles": sources.bundles.for_theme(),
    }


def write_modules(sources: Sources, variant: Variant, folder: Path) -> None:
    """The training modules as HTML, for the `::: quiz` blocks of pages."""
    folder.mkdir(parents=True, exist_ok=True)
    strings = sources.data.strings_in(variant.language, variant.form)
    for name, html in sources.render_modules(variant.language, strings).items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
