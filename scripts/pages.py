"""Make everything that is shown to whoever looks for Voorlichter as one folder: the studio, a demonstration, the documentation.

    python scripts/pages.py DIR                              all of it
    python scripts/pages.py DIR --without pictures kits      parts left out; each says so where it would stand
    python scripts/pages.py DIR --whole --zip FILE           stops where anything cannot be made; the same folder as a zip

The folder works on any web server, at any address, and from a zip; its links are relative, and it asks nothing of anybody else.
Needs no network. The pictures need Chromium, as the tests do; without one, each leaves its description.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from environment import ROOT, VENV, enter, program, say, stop
from pages_links import find_dead_links

PARTS = ("studio", "demo", "kits", "gallery", "pictures")
_LOOK = ("front.css", "manual.css")
_FRONT = {"index.html": "index.html", "demo/index.html": "demo.html", "docs/index.html": "docs.html"}
_MARK = Path("look") / "colours.css"
"""By which a folder is known as one of ours, that may be replaced."""


@dataclass(frozen=True, slots=True)
class Site:
    """A demonstration of one organisation: links from the page that lists them."""

    name: str
    pages: list[dict[str, str]]
    materials: dict[str, str]
    packages: list[dict[str, str]]


def read_options(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="new, empty, or made by this script before")
    parser.add_argument("--without", nargs="+", choices=PARTS, default=[], help="parts to leave out")
    parser.add_argument("--whole", action="store_true", help="fail where a part cannot be made")
    parser.add_argument("--zip", type=Path, metavar="FILE", help="pack the folder too")
    options = parser.parse_args(words)
    if options.whole and options.without:
        parser.error("--whole leaves nothing out: name one of --whole and --without")
    return options


def main() -> None:
    options = read_options()
    folder: Path = options.folder.resolve()
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        stop(f"{folder} holds something else; name a new folder, or an empty one.")
    with tempfile.TemporaryDirectory(dir=folder.parent if folder.parent.is_dir() else None) as name:
        tree = Path(name) / "tree"
        lacking = write_tree(tree, set(PARTS) - set(options.without))
        dead = list(find_dead_links(tree))
        if dead or (lacking and options.whole):
            stop("\n".join([*lacking, *dead]))
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(tree, folder)
    for sentence in lacking:
        say(sentence)
    say(f"{folder / 'index.html'}")
    if options.zip:
        write_zip(folder, options.zip)
        say(f"{options.zip} ({options.zip.stat().st_size // 1_000_000} MB)")


def write_tree(tree: Path, parts: Collection[str], slugs: Collection[str] = ()) -> list[str]:
    """Everything, links looked at by nobody yet. Returns a sentence for each part that was asked for and could not be made.

    The demonstration is of all examples, or of `slugs`.
    """
    from pages_manual import render_colours, write_manual

    lacking = []
    write_look(tree, render_colours())
    studio = "studio" in parts and write_studio(tree / "studio")
    if "studio" in parts and not studio:
        lacking.append("The studio's parts for a tab are not here: studio/ says how to start it on a computer.")
    gallery = "gallery" in parts
    if gallery:
        write_gallery_site(tree)
    with tempfile.TemporaryDirectory() as name:
        workspace, pictures = Path(name) / "workspace", Path(name) / "pictures"
        lay_workspace(workspace, slugs)
        sites = write_demo(tree / "demo", workspace, "kits" in parts) if "demo" in parts else []
        if "pictures" in parts:
            from pages_pictures import take_pictures

            reason = take_pictures(pictures, workspace, tree / "demo" if sites else None)
            lacking += [reason] if reason else []
        write_manual(tree, pictures if pictures.is_dir() else None, gallery)
    write_front(tree, sites, "kits" in parts, studio)
    return lacking


def write_look(tree: Path, colours: str) -> None:
    look = tree / "look"
    (look / "fonts").mkdir(parents=True)
    (look / "colours.css").write_text(colours, encoding="utf-8")
    for name in _LOOK:
        shutil.copy(ROOT / "manual" / "look" / name, look)
    shutil.copy(ROOT / "src" / "voorlichter" / "studio" / "page" / "icon.svg", look)
    for path in (ROOT / "overrides" / "assets" / "fonts").iterdir():
        shutil.copy(path, look / "fonts")


def write_studio(target: Path) -> bool:
    """What `voorlichter studio --write` makes of what scripts/studio.py gathered; False where it cannot, with what it says."""
    done = _voorlichter("studio", "--write", str(target), check=False)
    if done.returncode or not (target / "index.html").is_file():
        say(done.stderr.strip() or done.stdout.strip())
        shutil.rmtree(target, ignore_errors=True)
        return False
    return True


def lay_workspace(workspace: Path, slugs: Collection[str]) -> None:
    shutil.copytree(ROOT / "advisors", workspace / "advisors")
    for slug in slugs or [path.name for path in (ROOT / "profiles").iterdir()]:
        shutil.copytree(ROOT / "profiles" / slug, workspace / "profiles" / slug)


def write_demo(target: Path, workspace: Path, kits: bool) -> list[Site]:
    """The examples as the commands make them: kit first, for a site offers what its kit holds; then the training's packages."""
    place = ("-C", str(workspace))
    if kits:
        _voorlichter("kit", *place)
    _voorlichter("build", *place, "-o", str(target))
    if kits:
        _voorlichter("export", "--format", "scorm12", *place, "-o", str(target / "packages"))
    return [_site(target, path) for path in sorted(workspace.glob("profiles/*/profile.yml"))]


def _site(demo: Path, profile: Path) -> Site:
    from voorlichter.languages import shipped

    slug = profile.parent.name
    organisation: dict[str, Any] = yaml.safe_load(profile.read_text(encoding="utf-8"))["organisation"]
    languages = organisation.get("languages", ["nl"])
    roots = {code: slug if code == languages[0] else f"{slug}/{code}" for code in languages}
    offers = {
        code: f"{root}/materialen.html" for code, root in roots.items() if (demo / root / "materialen.html").is_file()
    }
    first = next(iter(offers.values()), "")
    return Site(
        name=str(organisation.get("short_name", organisation["name"])),
        pages=[
            {"code": code, "name": shipped()[code].name, "href": f"{root}/index.html"} for code, root in roots.items()
        ],
        materials={code: offers.get(code, first) for code in ("nl", "en")} if offers else {},
        packages=[
            {"name": path.name, "href": path.relative_to(demo).as_posix()}
            for path in sorted((demo / "packages").glob(f"{slug}-*.zip"))
        ],
    )


def write_gallery_site(tree: Path) -> None:
    sys.path.insert(0, str(ROOT / "tests"))
    from datetime import date

    from components.gallery import write_gallery

    with tempfile.TemporaryDirectory() as name:
        sites = write_gallery(Path(name), date.today().isoformat(), ["vuurtoren"])
        shutil.copytree(sites, tree / "gallery")


def write_front(tree: Path, sites: list[Site], kits: bool, studio: bool) -> None:
    """The pages before the doors."""
    import jinja2

    engine = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "manual" / "front"), autoescape=True)
    pages = {**_FRONT, **({} if studio else {"studio/index.html": "studio.html"})}
    for name, template in pages.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(engine.get_template(template).render(sites=sites, kits=kits, studio=studio), encoding="utf-8")


def write_zip(folder: Path, target: Path) -> None:
    from voorlichter.zip_file import render_zip

    files = {
        f"{target.stem}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(render_zip(files))


def _voorlichter(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [str(program(VENV, "voorlichter")), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if check and done.returncode:
        stop(f"This failed with code {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done


if __name__ == "__main__":
    enter("test")
    main()
