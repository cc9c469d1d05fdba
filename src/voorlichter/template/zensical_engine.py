"""Zensical over a composed project. It is no library: it runs by itself, and reads mkdocs.yml and the project's folders."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection

import yaml

from voorlichter.problems import MachineError, Say
from voorlichter.template.compose import Project

NAME = "zensical"
_AS_JINJA = {"&#x27;": "&#39;", "&#x2f;": "/"}
"""It escapes these signs otherwise in a text, which browsers read as the same."""
_LONGEST_TOLD = 2000


def run_zensical(project: Project, wanted: Collection[str] | None = None) -> dict[str, str]:
    """The HTML of a project's pages by file name, or of those wanted; a warning is a failure."""
    theme = {**project.settings["theme"], "custom_dir": "overrides"}
    inside = {**project.settings, "docs_dir": "docs", "site_dir": "site", "theme": theme}
    settings, site = project.folder / "mkdocs.yml", project.folder / "site"
    settings.write_text(yaml.safe_dump(inside, allow_unicode=True, sort_keys=False), encoding="utf-8")
    # -P: a file of the project is not read in the place of a module.
    command = [sys.executable, "-P", "-m", NAME, "build", "--strict", "-f", str(settings)]
    ran = subprocess.run(  # noqa: S603
        command, cwd=project.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if ran.returncode:
        told = ran.stdout.decode(errors="replace").strip()[-_LONGEST_TOLD:]
        raise MachineError(
            Say(f"Zensical kon de pagina's niet maken: {told}", f"Zensical could not build the pages: {told}")
        )
    return {
        path.name: _as_jinja(path.read_text(encoding="utf-8"))
        for path in sorted(site.glob("*.html"))
        if wanted is None or path.name in wanted
    }


def _as_jinja(html: str) -> str:
    for sign, ours in _AS_JINJA.items():
        html = html.replace(sign, ours)
    return html
