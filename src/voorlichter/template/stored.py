"""Finished templates in the cache, each under the hash of all that went into it. What makes one is read only where it is needed: build.py."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.languages import languages_of
from voorlichter.problems import SharedError
from voorlichter.template.engines import engine_lacks, engine_name, is_chosen
from voorlichter.template.finished import facts_for, finished_template, without_engine
from voorlichter.template.variant import Variant, all_variants
from voorlichter.user_folders import cache_folder
from voorlichter.workspace import LAYERED, RELEASED, Workspace

_ENGINE = (
    "babel",
    "mkdocs-material",
    "Markdown",
    "pymdown-extensions",
    "Jinja2",
    "holidays",
    "rcssmin",
    "rjsmin",
)
_NOT_OF_IT = {"defaults", "cli", "studio"}
"""Folders of the package whose code plays no part: the defaults are told by themselves, the others only call."""
_KEPT = 40
"""Templates kept in the cache, of all workspaces; those that were used longest ago are removed."""
_ABANDONED = 24 * 3600
"""Seconds after which what is still being made belongs to nobody."""
_CONTENTS = "contents.json"
"""In a template: the length and hash of every other file."""


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A finished template: `pages/`, `components/`, `files/`, brand.css, search.json and template.json under `path`."""

    path: Path
    hash: str
    variant: Variant


def hash_sources(workspace: Workspace) -> dict[Variant, str]:
    """For each variant the hash of everything it is made from, this program's code and the engine's version included.

    Raises SharedError where templates must be made, and there is no engine.
    """
    facts, variants = facts_for(workspace), all_variants(languages_of(workspace))
    if facts is not None:
        return {variant: facts.hashes[variant.name] for variant in variants}
    known = _hash_files(workspace)
    try:
        return {variant: _hash_of(variant, known) for variant in variants}
    except PackageNotFoundError as error:
        told = engine_lacks(workspace.file("mkdocs.yml")) if is_chosen() else without_engine(workspace)
        raise SharedError(told) from error


def hash_surroundings(workspace: Workspace, variant: Variant) -> str:
    """The same, of one variant, without the pages."""
    known = _hash_files(workspace)
    return _hash_of(variant, {name: hash_ for name, hash_ in known.items() if not name.startswith("docs/")})


def _hash_files(workspace: Workspace) -> dict[str, str]:
    package = Path(__file__).parents[1]
    files = {
        f"code/{path.relative_to(package).as_posix()}": path
        for path in package.rglob("*.py")
        if not _NOT_OF_IT.intersection(path.relative_to(package).parts)
    }
    for folder in LAYERED:
        files |= {f"{folder}/{name}": path for name, path in workspace.files(folder).items()}
    files["mkdocs.yml"] = workspace.file("mkdocs.yml")
    files.pop(RELEASED, None)  # written when something is handed out; no page is made from it
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(files.items())}


def _hash_of(variant: Variant, known: dict[str, str]) -> str:
    """Another language's pages play no part, but for a review, which is of a passage in both."""
    own = "docs/" if any(name.startswith("data/reviews/") for name in known) else f"docs/{variant.language}/"
    engine = [*map(_pinned, (engine_name(), *_ENGINE)), f"python=={sys.version_info[:2]}"]
    lines = [f"{name} {hash_}" for name, hash_ in known.items() if not name.startswith("docs/") or name.startswith(own)]
    return hashlib.sha256("\n".join([variant.name, *engine, *lines]).encode()).hexdigest()


@cache  # to read what a package says of itself takes a millisecond or two
def _pinned(package: str) -> str:
    return f"{package}=={version(package)}"


def knows(hashes: dict[Variant, str], told: str) -> bool:
    """Do all templates that a manifest tells of still have the hash they had?"""
    return {f"{variant.name}:{value}" for variant, value in hashes.items()}.issuperset(told.split())


def cached_template(workspace: Workspace, hash_: str, variant: Variant) -> TemplateFolder | None:
    """One made for this workspace, or one that came finished."""
    told = facts_for(workspace)
    came = told is not None and told.hashes[variant.name] == hash_
    path = finished_template(variant.name) if came else template_folder(hash_, variant)
    there = (path / "template.json").is_file() if came else is_whole(path)
    return TemplateFolder(path, hash_, variant) if there else None


def template_folder(hash_: str, variant: Variant) -> Path:
    """Where a template belongs that was made from sources of this hash."""
    return cache_folder() / "templates" / f"{hash_[:20]}-{variant.name}"


_whole: set[Path] = set()
"""Templates that were looked through in this run."""


def is_whole(template: Path) -> bool:
    """Is every file there as it was made? One that was altered, cut off or emptied is as good as none."""
    if template not in _whole:
        try:
            told = read_json((template / _CONTENTS).read_bytes())
            if _describe(template) != told:
                return False
            os.utime(template)  # it was used
        except (OSError, ValueError):
            return False
        _whole.add(template)
    return (template / _CONTENTS).is_file()


def _describe(template: Path) -> dict[str, list[int | str]]:
    described: dict[str, list[int | str]] = {}
    for folder, _, names in os.walk(template):
        for name in names:
            path = Path(folder, name)
            data = path.read_bytes()
            described[path.relative_to(template).as_posix()] = [len(data), hashlib.sha256(data).hexdigest()]
    described.pop(_CONTENTS, None)
    return described


def put_in_place(made: Path, target: Path, fresh: bool = False) -> None:
    """A template that is finished, where it belongs; another run may have put the same there first, which a fresh one replaces."""
    (made / _CONTENTS).write_text(json.dumps(_describe(made), sort_keys=True), encoding="utf-8")
    try:
        made.rename(target)
    except OSError:
        if not target.exists():
            raise
        if fresh or not is_whole(target):
            target.rename(made.with_name("damaged"))  # goes with all that is around it
            made.rename(target)
    _whole.add(target)


def forget_old(folder: Path) -> None:
    """Keep the newest, and nothing of a run that was killed."""
    for path in folder.glob(".making-*"):
        if path.stat().st_mtime < time.time() - _ABANDONED:
            shutil.rmtree(path, ignore_errors=True)
    templates = sorted(
        (path for path in folder.iterdir() if not path.name.startswith(".")),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for path in templates[_KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
