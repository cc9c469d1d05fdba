"""The sites the browser tests look at, built once with the command, each language a tree of pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "profiles"
MORE = REPOSITORY / "tests" / "profiles"
"""Organisations that no example shows, such as a school; each a folder with a profile.yml."""

SUB_PATH = "intranet/vp"
"""Where on the web server the sites stand: not at its root."""

DAYS = {"usual": "2026-11-23", "away": "2026-12-24"}
"""On the second day the advisor of two examples is on holiday."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One language of one site, as it is on one of the days."""

    slug: str
    language: str
    form: str
    root: bool
    day: str

    def __str__(self) -> str:
        return "-".join([self.slug, self.language, *([self.day] if self.day != "usual" else [])])

    @property
    def site(self) -> str:
        return f"{SUB_PATH}/{self.day}/{self.slug}"

    @property
    def path(self) -> str:
        """The tree's folder under the served one."""
        return self.site if self.root else f"{self.site}/{self.language}"


def profile_folders() -> list[Path]:
    return sorted(file.parent for base in (EXAMPLES, MORE) for file in base.glob("*/profile.yml"))


def find_trees() -> list[Tree]:
    """Every language of every profile; on the second day only the sites it changes."""
    trees = []
    for folder in profile_folders():
        source = (folder / "profile.yml").read_text(encoding="utf-8")
        organisation = yaml.load(source, yaml.BaseLoader)["organisation"]
        for day in DAYS:
            if day == "away" and "use: noor" not in source:
                continue
            for number, language in enumerate(organisation.get("languages", ["nl"])):
                form = organisation.get("form_of_address", "je")
                trees.append(Tree(folder.name, language, form, number == 0, day))
    return trees


def build_sites(workspace: Path, served: Path) -> None:
    """Build every profile for both days with the command, from a workspace of copies."""
    shutil.copytree(REPOSITORY / "advisors", workspace / "advisors")
    for folder in profile_folders():
        shutil.copytree(folder, workspace / "profiles" / folder.name)
    command = shutil.which("voorlichter", path=str(Path(sys.executable).parent)) or "voorlichter"
    for day, date in DAYS.items():
        output = served / SUB_PATH / day
        run = subprocess.run(
            [command, "build", "-C", str(workspace), "-o", str(output), "--date", date],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert run.returncode == 0, run.stdout + run.stderr


def page_names(served: Path, tree: Tree) -> list[str]:
    names = sorted(path.name for path in (served / tree.path).glob("*.html"))
    assert len(names) > 15, f"{tree}: only {names}"
    return names


def opened_pages(served: Path, tree: Tree) -> list[str]:
    """The pages to open in a browser; of the second day those that show the absence in their own way."""
    return page_names(served, tree) if tree.day == "usual" else ["404.html", "gesprek.html", "index.html", "wie.html"]


def expect_none(problems: Iterable[str]) -> None:
    """Fail with all problems at once, a line each."""
    found = list(problems)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
