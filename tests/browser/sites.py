"""The sites the browser tests look at, built once with the command, each language a tree of pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from PIL import Image
from support import MANY_LANGUAGES

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "profiles"
MORE = Path(__file__).with_name("profiles")
"""Organisations unlike the examples: other sectors, long names, a photo, hardly anything filled in."""

TELLING = ("404", "collega", "hulp", "index", "leiding", "regels", "vertrouwelijk", "waarvoor", "wie")
"""The pages that differ between sectors and teams."""

UNLIKE = ("vuurtoren-nl", "ooverlaar-en", "kiekeboe-nl", "vlieger-nl")

EVERY_PAGE = os.environ.get("EVERY_PAGE") == "true"

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
    discreet: bool = False

    def __str__(self) -> str:
        return "-".join([self.slug, self.language, *([self.day] if self.day != "usual" else [])])

    @property
    def example(self) -> bool:
        return (EXAMPLES / self.slug).is_dir()

    @property
    def site(self) -> str:
        return f"{SUB_PATH}/{self.day}/{self.slug}"

    @property
    def path(self) -> str:
        """The tree's folder under the served one."""
        return self.site if self.root else f"{self.site}/{self.language}"


def profile_folders() -> list[Path]:
    """All but the example in many languages: its pages in ten of them are looked at by themselves."""
    folders = (file.parent for base in (EXAMPLES, MORE) for file in base.glob("*/profile.yml"))
    return sorted(folder for folder in folders if folder.name != MANY_LANGUAGES)


def find_trees() -> list[Tree]:
    """Every language of every profile; on the second day only the sites it changes."""
    return list(_read_trees())


@cache
def _read_trees() -> tuple[Tree, ...]:
    trees = []
    for folder in profile_folders():
        source = (folder / "profile.yml").read_text(encoding="utf-8")
        profile = yaml.load(source, yaml.BaseLoader)
        organisation = profile["organisation"]
        discreet = profile.get("safety", {}).get("discreet") == "true"
        for day in DAYS:
            if day == "away" and "use: noor" not in source:
                continue
            for number, language in enumerate(organisation.get("languages", ["nl"])):
                form = organisation.get("form_of_address", "je")
                trees.append(Tree(folder.name, language, form, number == 0, day, discreet))
    return tuple(trees)


def sampled_trees() -> list[Tree]:
    """Four on the usual day that differ most: both languages and forms of address, one advisor and several, open and discreet, short names and long.

    With EVERY_PAGE=true, as in `scripts/prove.py`, all of that day.
    """
    return [tree for tree in find_trees() if tree.day == "usual" and (EVERY_PAGE or str(tree) in UNLIKE)]


def read_ways(tree: Tree) -> list[str]:
    """For each advisor the end of the address that reaches them: of a telephone number, or else of a mail."""
    folder = next(folder for base in (EXAMPLES, MORE) if (folder := base / tree.slug).is_dir())
    ways = []
    for own in yaml.load((folder / "profile.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["advisors"]:
        shared = REPOSITORY / "advisors" / f"{own.get('use')}.yml"
        advisor = {**(yaml.load(shared.read_text(encoding="utf-8"), yaml.BaseLoader) if "use" in own else {}), **own}
        # Without the nought in front, which a link with +31 leaves out.
        ways.append("".join(filter(str.isdigit, advisor["phone"]))[1:] if "phone" in advisor else advisor["email"])
    return ways


def build_in_languages(workspace: Path, served: Path, codes: Sequence[str]) -> list[Tree]:
    """The example in many languages, in Dutch and these: its trees in these."""
    shutil.copytree(REPOSITORY / "advisors", workspace / "advisors")
    shutil.copytree(EXAMPLES / MANY_LANGUAGES, workspace / "profiles" / MANY_LANGUAGES)
    profile = workspace / "profiles" / MANY_LANGUAGES / "profile.yml"
    named = f"  languages: [{', '.join(['nl', *codes])}]"
    text, count = re.subn(r"(?m)^  languages: \[nl, en, .*\]$", named, profile.read_text(encoding="utf-8"), count=1)
    assert count == 1
    profile.write_text(text, encoding="utf-8")
    build(workspace, served / SUB_PATH / "usual", DAYS["usual"])
    return [Tree(MANY_LANGUAGES, code, "je", False, "usual") for code in codes]


def draw_portrait(path: Path) -> None:
    """As much detail as a photo has, so that its weight is told fairly."""
    noise = Image.effect_noise((600, 800), 40).resize((1200, 1600))
    Image.merge("RGB", (noise, noise.rotate(180), Image.linear_gradient("L").resize(noise.size))).save(path)


def build_sites(workspace: Path, served: Path) -> None:
    """Build every profile for both days with the command, from a workspace of copies."""
    shutil.copytree(REPOSITORY / "advisors", workspace / "advisors")
    for folder in profile_folders():
        shutil.copytree(folder, workspace / "profiles" / folder.name)
    draw_portrait(workspace / "profiles" / "kiekeboe" / "portrait.jpg")
    for day, date in DAYS.items():
        build(workspace, served / SUB_PATH / day, date)


def build(workspace: Path, output: Path, date: str) -> None:
    command = shutil.which("voorlichter", path=str(Path(sys.executable).parent)) or "voorlichter"
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
    """The pages to open in a browser: of the examples all, elsewhere those that differ from theirs."""
    names = page_names(served, tree)
    if tree.day == "away":
        return ["404.html", "gesprek.html", "index.html", "wie.html"]
    return names if tree.example else [name for name in names if name.removesuffix(".html") in TELLING]


def sampled_pages(served: Path, tree: Tree, among: Sequence[Tree] = (), times: int = 1) -> list[str]:
    """What a test of some minutes opens of them: the examples among the trees it looks at take turns, and each page is opened in `times` of those that have it, on either day.

    So every page is opened, and something of every site. With EVERY_PAGE=true, as in `scripts/prove.py`, it is no sample.
    """
    if EVERY_PAGE or not tree.example:
        return opened_pages(served, tree)
    pages = {one: opened_pages(served, one) for one in among or find_trees() if one.example and one.day == tree.day}
    own = []
    for number, name in enumerate(sorted({name for names in pages.values() for name in names})):
        having = [one for one, names in pages.items() if name in names]
        if tree in [having[(number + turn) % len(having)] for turn in range(min(times, len(having)))]:
            own.append(name)
    return own


def expect_none(problems: Iterable[str]) -> None:
    """Fail with all problems at once, a line each."""
    found = list(problems)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
