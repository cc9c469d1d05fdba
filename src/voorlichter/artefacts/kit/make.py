"""Make the files of a kit; one that was made before from the same things is taken over."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from voorlichter import __version__
from voorlichter.artefacts.kit.context import Edition, describe_edition
from voorlichter.artefacts.kit.materials import Material, MaterialKind, plan_materials
from voorlichter.artefacts.kit.slides import render_slide, render_slides
from voorlichter.cache import open_cache
from voorlichter.ics import Reminder, render_calendar
from voorlichter.json_read import read_json
from voorlichter.languages import Code
from voorlichter.organisation import Organisation
from voorlichter.problems import Say
from voorlichter.qr import render_qr, render_qr_png
from voorlichter.site.media import Media, enlarge
from voorlichter.typesetting import IN_TAB, Typesetter
from voorlichter.workspace import KIT, OutsideError, Workspace, read_inside

_AT_ONCE = min(4, os.cpu_count() or 1)
LEFT_OUT: Mapping[MaterialKind, Say] = (
    {
        "slides": Say(
            "Een presentatie maakt het programma op een computer; in een tabblad van een browser kan dat niet.",
            "Slides are made by the program on a computer; a tab of a browser cannot make them.",
        )
    }
    if IN_TAB
    else {}
)
"""What cannot be made here, and why."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file as kit.json lists it. `key` is the hash of all that it was made from."""

    name: str
    kind: MaterialKind
    item: str
    language: Code
    title: str
    about: str
    location: str | None
    advisor: str | None
    paper: str | None
    sha256: str
    key: str


@dataclass(frozen=True, slots=True)
class Kit:
    """The files of one organisation by path, and what each is; nothing is on disk yet."""

    files: Mapping[str, bytes]
    made: tuple[Made, ...]
    bleed: bool
    left_out: Mapping[str, Say] = field(default_factory=dict)
    """Files that belong to it and cannot be made here, by path, each with why."""

    def render_list(self) -> bytes:
        """kit.json."""
        listed = {"voorlichter": __version__, "bleed": self.bleed, "files": [asdict(made) for made in self.made]}
        if self.left_out:
            listed["left_out"] = [{"name": name, **asdict(why)} for name, why in self.left_out.items()]
        return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Planned:
    path: str
    material: Material
    edition: Edition
    key: str


class _InTurn(Executor):
    """Where there are no threads."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class KitMaker:
    """Makes kits one after another; Typst and its fonts are loaded when the first sheet is made.

    Sheets are set beside each other, in threads: Typst does not hold up Python, which makes slides and codes meanwhile.
    """

    def __init__(self, workspace: Workspace, bleed: bool = False) -> None:
        self._templates = workspace.files("overrides/print")
        self._cache = open_cache()
        self._bleed = bleed
        self._typesetters: list[Typesetter] = []
        self._idle: list[Typesetter] = []

    @cached_property
    def code(self) -> str:
        """The hash of the templates and fonts that sheets are made with, and of this program's version."""
        hashes = (
            f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for name, path in sorted(self._templates.items())
        )
        return hashlib.sha256("\n".join([__version__, str(self._bleed), *hashes]).encode()).hexdigest()

    def make(self, organisation: Organisation, before: Mapping[str, tuple[str, bytes]]) -> Kit:
        """A kit in the languages of the templates. `before`: the key and bytes of files made earlier, by path.

        Raises MachineError where the extra `kit` is missing.
        """
        media = enlarge(organisation.media, self._cache)
        planned: list[_Planned] = []
        files: dict[str, bytes] = {}
        sheets: dict[str, Future[bytes]] = {}
        left_out: dict[str, Say] = {}
        with _InTurn() if IN_TAB else ThreadPoolExecutor(_AT_ONCE) as pool:
            for file in self._plan(organisation, media):
                key, data = before.get(file.path, ("", b""))
                if key != file.key and (why := LEFT_OUT.get(file.material.kind)):
                    left_out[file.path] = why
                    continue
                planned.append(file)
                if key == file.key:
                    files[file.path] = data
                elif file.material.kind == "print":
                    sheets[file.path] = pool.submit(self.render, file.material, file.edition)
            files |= {
                file.path: self.render(file.material, file.edition)
                for file in planned
                if file.path not in files and file.path not in sheets
            }
            files |= {path: sheet.result() for path, sheet in sheets.items()}
        made = tuple(_listed(file, files[file.path]) for file in planned)
        return Kit({file.path: files[file.path] for file in planned}, made, self._bleed, left_out)

    def _plan(self, organisation: Organisation, media: Media) -> Iterator[_Planned]:
        for language, template in organisation.templates.items():
            edition = describe_edition(organisation.slots(language), template, media)
            pictures = "\n".join(
                f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in sorted(edition.pictures.items())
            )
            for material in plan_materials(edition):
                yield _Planned(f"{language}/{material.name}", material, edition, self._key(material, pictures))

    def close(self) -> None:
        for typesetter in self._typesetters:
            typesetter.__exit__()

    def render(self, material: Material, edition: Edition) -> bytes:
        """The bytes of one file."""
        if material.kind == "print":
            return self._set(material, edition)
        return _MAKERS[material.source](material.data, edition)

    def _set(self, material: Material, edition: Edition) -> bytes:
        """By a typesetter that no other thread is using."""
        try:
            typesetter = self._idle.pop()
        except IndexError:
            typesetter = Typesetter(self._templates)
            self._typesetters.append(typesetter)
        try:
            return typesetter.render_pdf(material.source, material.data, edition.pictures, self._bleed)
        finally:
            self._idle.append(typesetter)

    def _key(self, material: Material, pictures: str) -> str:
        written = json.dumps(material.data, ensure_ascii=False, sort_keys=True)
        shown = pictures if material.kind in ("print", "slides") else ""
        return hashlib.sha256("\n".join([self.code, material.source, written, shown]).encode()).hexdigest()


def _listed(planned: _Planned, data: bytes) -> Made:
    material, edition = planned.material, planned.edition
    item = edition.items.get(material.item)
    title = item["title"] if item else edition.words[f"{material.item.replace('-', '_')}_title"]
    about = item["about"] if item else edition.words[f"{material.item.replace('-', '_')}_about"]
    return Made(
        planned.path,
        material.kind,
        material.item,
        edition.template.facts.language,
        title,
        about,
        material.location,
        material.advisor,
        material.data.get("paper", "a4") if material.kind == "print" else None,
        hashlib.sha256(data).hexdigest(),
        planned.key,
    )


_Maker = Callable[[Mapping[str, Any], Edition], bytes]
_MAKERS: dict[str, _Maker] = {
    "text": lambda data, _: data["text"].encode(),
    "qr-svg": lambda data, _: render_qr(data["text"]).encode(),
    "qr-png": lambda data, _: render_qr_png(data["text"]),
    "slides": render_slides,
    "slide": render_slide,
    "calendar": lambda data, _: render_calendar(data["name"], (Reminder(**reminder) for reminder in data["reminders"])),
}
"""What is no sheet, by the `source` of its material."""


def read_kit(folder: Path) -> dict[str, tuple[str, bytes]]:
    """The key and bytes of every file of a kit that is still as it was made; empty where there is none."""
    try:
        listed = read_json((folder / KIT).read_bytes())["files"]
        earlier = {str(entry["name"]): (str(entry["key"]), entry["sha256"]) for entry in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    kept = {}
    for name, (key, sha256) in earlier.items():
        try:
            data = read_inside(folder, name)
        except (OSError, OutsideError):
            continue
        if hashlib.sha256(data).hexdigest() == sha256:
            kept[name] = (key, data)
    return kept
