"""One page with every example of every component, for the eye and for the tests; it is built and never published.

An example stands in `overrides/components/<name>/examples.yml`:

    - name: {nl: Drie stappen, en: Three steps}
      text: {nl: Markdown as a page holds it, en: …}    # or one text for both; left out: it is part of every page
      shown: .steps > ol > li                           # what must be in sight where the example stands
      only: kiekeboe                                    # optional: the one organisation that has it
      page: index.html                                  # optional: shown there, because it cannot stand in an article
      waiting: true                                     # optional: it is there, and hidden until it is needed
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from built import KIT_OF, built_once
from support import copy_linked

from .style_sheets import COMPONENTS, REPOSITORY

LANGUAGES = ("nl", "en")
ORGANISATIONS = {
    "vuurtoren": REPOSITORY / "profiles" / "vuurtoren",
    "kiekeboe": REPOSITORY / "tests" / "browser" / "profiles" / "kiekeboe",
    "vlieger": REPOSITORY / "tests" / "browser" / "profiles" / "vlieger",
}
"""Usual names; names as long as they come, with photos; formal, discreet, a colour that cannot be read as it is."""
WITH_MATERIAL = KIT_OF
"""It has a kit, and an annual report from these counts."""
_COUNTS = f"""\
organisation: {WITH_MATERIAL}
publish: true
years:
  2024: {{reports: 31}}
  2025:
    reports: 61
    persons: 53
    by_topic: {{bullying: 21, intimidation: 13, sexual_harassment: 9, discrimination: 4, aggression: 8, power: 2, integrity: 4}}
    by_relation: {{colleague: 30, manager: 22, client: 9}}
    voorlichting: [{{what: presentation, times: 3, reached: 120}}]
    signals: [{{nl: "Nieuwe medewerkers kennen de vertrouwenspersoon vaak niet.", en: "Newcomers often do not know the advisor."}}]
    advice: [{{text: {{nl: "Maak tijd vrij.", en: "Make time."}}, follow_up: taken_up}}]
"""

PAGE = "gallery.html"
_FRONT_MATTER = "---\ntitle: {title}\ndescription: {title}.\n---\n\n# {title}\n\n{lead}\n"
_HEAD = {
    "nl": ("Galerij", "Elk onderdeel, met zijn voorbeelden."),
    "en": ("Gallery", "Every component, with its examples."),
}


@dataclass(frozen=True, slots=True)
class Example:
    component: str
    number: int
    name: dict[str, str]
    text: dict[str, str]
    shown: str
    only: str | None
    page: str
    waiting: bool

    @property
    def anchor(self) -> str:
        return f"example-{self.component}-{self.number}"

    @property
    def place(self) -> str:
        """Where to look for it: in its own piece of the gallery, or anywhere on the page."""
        return f"#{self.anchor} {self.shown}" if self.text else self.shown

    def __str__(self) -> str:
        return f"{self.component} {self.number}"


def component_names() -> list[str]:
    return sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir() and not path.name.startswith("_"))


def read_examples() -> list[Example]:
    """Every example of every component, in the order they are written."""
    examples = []
    for component in component_names():
        path = COMPONENTS / component / "examples.yml"
        written = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
        for number, one in enumerate(written, 1):
            text = one.get("text") or {}
            examples.append(
                Example(
                    component=component,
                    number=number,
                    name=one["name"],
                    text=dict.fromkeys(LANGUAGES, text) if isinstance(text, str) else text,
                    shown=one["shown"],
                    only=one.get("only"),
                    page=one.get("page", PAGE),
                    waiting=one.get("waiting") is True,
                )
            )
    return examples


def render_gallery(examples: list[Example], language: str) -> str:
    """The gallery as the Markdown of a page."""
    title, lead = _HEAD[language]
    parts = [_FRONT_MATTER.format(title=title, lead=lead)]
    component = ""
    for one in examples:
        if one.component != component:
            component = one.component
            parts.append(f"## {component} {{#component-{component}}}\n")
        parts.append(f"### {one.name[language]} {{#name-{one.component}-{one.number}}}\n")
        if one.page != PAGE:
            # A page that only some organisations have cannot be led to from all of them.
            parts.append(f"{one.page}\n" if one.only else f"[{one.page}]({one.page.replace('.html', '.md')})\n")
        if one.text:
            parts.append(
                f'<div class="md-typeset" id="{one.anchor}" markdown>\n\n{one.text[language].strip()}\n\n</div>\n'
            )
    return "\n".join(parts)


def write_gallery(folder: Path, date: str, organisations: list[str] | None = None, kit: Path | None = None) -> Path:
    """Build the sites with the gallery in them; returns the folder they stand in. What stays as it is in a kit that somebody made is not made again."""
    workspace, sites = folder / "workspace", folder / "sites"
    shutil.copytree(REPOSITORY / "advisors", workspace / "advisors")
    for slug in organisations or ORGANISATIONS:
        shutil.copytree(ORGANISATIONS[slug], workspace / "profiles" / slug)
    if kit:
        copy_linked(kit, workspace / "kit" / WITH_MATERIAL)
    from browser.sites import draw_portrait

    if (workspace / "profiles" / "kiekeboe").is_dir():
        draw_portrait(workspace / "profiles" / "kiekeboe" / "portrait.jpg")
    examples = read_examples()
    for language in LANGUAGES:
        page = workspace / "docs" / language / PAGE.replace(".html", ".md")
        page.parent.mkdir(parents=True)
        page.write_text(render_gallery(examples, language), encoding="utf-8")
    command = shutil.which("voorlichter", path=str(Path(sys.executable).parent)) or "voorlichter"
    (folder / "counts.yml").write_text(_COUNTS, encoding="utf-8")
    material = [["kit", WITH_MATERIAL], ["annual-report", WITH_MATERIAL, "--counts", str(folder / "counts.yml")]]
    for words in (
        *(material if (workspace / "profiles" / WITH_MATERIAL).is_dir() else ()),
        ["build", "-o", str(sites)],
    ):
        run = subprocess.run(
            [command, *words, "-C", str(workspace), "--date", date, "--lang", "en"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if run.returncode:
            raise SystemExit(run.stdout + run.stderr)
    return sites


def built_gallery(factory: pytest.TempPathFactory, kit: Path | None = None) -> Path:
    """The gallery of all organisations, built once in a run of the tests."""
    return built_once(factory, "gallery", lambda folder: write_gallery(folder, "2026-11-23", kit=kit)) / "sites"
