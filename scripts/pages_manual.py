"""The product's documentation: MkDocs with Material, a project for each language, with what is made or taken in as it is built."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from environment import ROOT
from pages_reference import page_names, render_reference
from pages_sources import pictures_in, plan_pages, take

from voorlichter.brand import plan_palette
from voorlichter.problems import LANGUAGES, Language
from voorlichter.profile.model import Brand
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

MANUAL = ROOT / "manual"
_REFERENCE = {f"reference/{name}": turn for turn, name in enumerate(page_names())}
_UNPUBLISHED = ("404.html", "sitemap.xml.gz")
"""What MkDocs adds for a site that stands at the root of a server, and nobody asks for elsewhere."""
_PICTURE = re.compile(r"!\[([^\]]*)\]\((pictures/[^)]+)\)(\{[^}]*\})?")


def write_manual(tree: Path, pictures: Path | None, gallery: bool) -> None:
    """`docs/nl/` and `docs/en/` in the tree. Without a folder of pictures, each leaves its description in its place."""
    with tempfile.TemporaryDirectory() as name:
        sources = Path(name)
        for language in LANGUAGES:
            write_sources(sources / language, language, pictures, gallery)
        pages = {
            code: [path.relative_to(sources / code).as_posix() for path in (sources / code).rglob("*.md")]
            for code in LANGUAGES
        }
        for language in LANGUAGES:
            _build(language, sources / language, tree / "docs" / language, pages)


def write_sources(folder: Path, language: Language, pictures: Path | None, gallery: bool) -> None:
    """All pages of one language, as Markdown."""
    shutil.copytree(MANUAL / "docs" / language, folder)
    if pictures:
        shutil.copytree(pictures / language, folder / "pictures")
    taken = {document: page for document, page in plan_pages().items() if page.startswith(f"{language}/")}
    for document, page in taken.items():
        if document.startswith("manual/"):
            continue
        text = (ROOT / document).read_text(encoding="utf-8")
        _write(folder.parent / page, take(document, text, plan_pages()))
        for picture in pictures_in(document, text):
            target = folder / picture
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / picture, target)
    named = Session(Workspace.at(ROOT), date.today()).named()
    for name, text in render_reference(language, named).items():
        _write(folder / "reference" / name, text)
    if language == "en":
        _write(folder / "makers" / "gallery.md", _gallery_page(gallery))
    for path in folder.rglob("*.md"):
        path.write_text(with_pictures(path.read_text(encoding="utf-8"), folder), encoding="utf-8")


def _gallery_page(there: bool) -> str:
    links = "[Every component in English](../../../gallery/vuurtoren/en/gallery.html), [in Dutch](../../../gallery/vuurtoren/gallery.html)."
    return (
        "# Every component\n\nEach part of a site has named examples, in both languages. They stand on one page, and are tested there.\n\n"
        + (links if there else "That page was not made for this folder. `python3 scripts/gallery.py` makes it.")
        + "\n"
    )


def with_pictures(text: str, folder: Path) -> str:
    """A picture leads to itself, for it is small on a telephone; one that was not made leaves what it would show."""

    def described(found: re.Match[str]) -> str:
        if not (folder / found[2]).is_file():
            return f'<span class="no-picture">{found[1]}</span>'
        return f"[{found[0]}]({found[2]})"

    return _PICTURE.sub(described, text)


def _build(language: Language, sources: Path, target: Path, pages: Mapping[str, list[str]]) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config: Any = load_config(str(MANUAL / f"{language}.yml"), docs_dir=str(sources), site_dir=str(target), strict=True)
    config.extra["pages"] = pages
    config.nav = _listed(config.nav, pages[language])
    build(config)
    for name in _UNPUBLISHED:
        (target / name).unlink(missing_ok=True)


def _listed(nav: list[Any], pages: Iterable[str]) -> list[Any]:
    """Where the navigation names a folder, all its pages stand."""
    listed = []
    for item in nav:
        ((title, inside),) = item.items() if isinstance(item, dict) else ((None, item),)
        if isinstance(inside, list):
            listed.append({title: _listed(inside, pages)})
        elif inside.endswith("/"):
            found = sorted(page for page in pages if page.startswith(inside))
            listed.append({title: sorted(found, key=lambda page: _REFERENCE.get(page, 0))})
        else:
            listed.append(item)
    return listed


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def render_colours() -> str:
    """The theme's own colours and letters, with the colour of a site for which nobody chose one."""
    palette = plan_palette(Brand().color)
    shades = ":root { --md-typeset-a-color: %s; --md-primary-fg-color--light: %s; }"
    light = shades % (palette.accent_light, palette.tint_light)
    dark = shades % (palette.accent_dark, palette.tint_dark)
    brand = f":root {{ --md-primary-fg-color: {palette.color}; --md-primary-bg-color: {palette.on_color}; }}"
    components = ROOT / "overrides" / "components"
    letters = re.findall(r"@font-face \{[^}]*\}", (components / "type" / "type.css").read_text(encoding="utf-8"))
    tokens = (components / "tokens" / "tokens.css").read_text(encoding="utf-8")
    return "\n\n".join([*letters, tokens, brand, light, f"@media (prefers-color-scheme: dark) {{ {dark} }}"]) + "\n"
