"""A module as a package that runs in a learning system: its files by path, planned before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from xml.etree import ElementTree

from voorlichter.json_read import read_json
from voorlichter.languages import Code
from voorlichter.organisation import Organisation
from voorlichter.site.fill import Template, render_told
from voorlichter.slots import model as slots
from voorlichter.slots.model import Slots
from voorlichter.slots.types import Url
from voorlichter.well_formed import well_formed

HEAVIEST = 250_000
"""Bytes that a package may weigh, its pictures left out."""

Failed = Literal["incomplete", "failed"]
"""What a learning system hears of somebody below the pass mark; after `failed` some allow no second try."""

_PORTS = "assets/ports/"
"""Of the scripts here a package takes one, under the name that its pages load."""
_PORT = "assets/lms.js"
_TITLE, _DESCRIPTION = 200, 1000
"""Characters that every learning system takes."""


@dataclass(frozen=True, slots=True)
class Version:
    """A module in one language. `lesson` is the module as data, slots still in its texts."""

    language: Code
    page: str
    """Its file in a package."""
    template: Template
    slots: Slots
    lesson: Mapping[str, Any]

    @property
    def title(self) -> str:
        return str(self.lesson["title"])[:_TITLE]

    @property
    def about(self) -> str:
        return str(self.lesson["about"] or self.lesson["title"])[:_DESCRIPTION]

    def fill(self, name: str) -> bytes:
        return self.template.fill_file(name, self.slots)


@dataclass(frozen=True, slots=True)
class Course:
    """One module of one organisation in its chosen languages: what every format is made from."""

    slug: str
    module: str
    versions: tuple[Version, ...]
    """The first one is what a learning system opens."""
    media: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """Of the module at this organisation: the same in every format."""
        return f"{self.slug}-{self.module}"

    @property
    def first(self) -> Version:
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for, checked against the profile."""

    modules: Sequence[str]
    languages: Sequence[Code]
    failed: Failed = "incomplete"
    lms_origin: str | None = None
    """Of a learning system within a network that has no https."""


def plan_courses(organisation: Organisation, wishes: Wishes) -> Iterator[Course]:
    """A course for each module."""
    filled = {code: organisation.slots(code) for code in wishes.languages}
    for module in wishes.modules:
        versions = []
        for code in wishes.languages:
            lesson = read_lesson(organisation.templates[code], module)
            told = next((one for one in filled[code].training.modules if one.id == module), None)
            if told:
                lesson = {**lesson, "title": told.title, "about": told.about}
            package = slots.PackageSlots(
                languages=tuple(_choices(wishes.languages, code, filled[code])),
                pass_mark=_said(organisation.profile.training.pass_mark or lesson["pass_mark"]),
                failed=wishes.failed,
                connects=False,
                lms_origin=wishes.lms_origin,
            )
            versions.append(
                Version(
                    code,
                    _page_of(code, wishes.languages),
                    organisation.templates[code],
                    replace(filled[code], package=package),
                    lesson,
                )
            )
        media = organisation.media.files | versions[0].template.pictures
        yield Course(organisation.slug, module, tuple(versions), media)


def read_lesson(template: Template, module: str) -> Mapping[str, Any]:
    lesson: Mapping[str, Any] = read_json((template.folder / "modules" / f"{module}.json").read_text(encoding="utf-8"))
    return lesson


def _page_of(code: Code, languages: Sequence[Code]) -> str:
    return "index.html" if code == languages[0] else f"{code}.html"


def _choices(languages: Sequence[Code], own: Code, filled: Slots) -> Iterator[slots.PackageLanguageSlots]:
    names = {language.code: language.name for language in filled.site.languages}
    for code in languages if len(languages) > 1 else ():
        page = _page_of(code, languages)
        yield slots.PackageLanguageSlots(names[code], code, Url(page, page), code == own)


def _said(pass_mark: int | None) -> str | None:
    return str(pass_mark) if pass_mark else None


def plan_package(course: Course, port: str, connects: bool = False) -> dict[str, bytes]:
    """The pages and all that they load; each standard adds a file that lists them. `port` is how the pages talk with the system."""
    files: dict[str, bytes] = {}
    for version in course.versions:
        packed = replace(
            version, slots=replace(version.slots, package=replace(version.slots.package, connects=connects))
        )
        files[version.page] = packed.fill(f"package/pages/{course.module}.html")
    pages = b"".join(files.values())
    assets = course.first.template.packed_files
    files |= {name: data for name, data in assets.items() if not name.startswith(_PORTS)}
    files[_PORT] = assets[f"{_PORTS}{port}.js"]
    files["assets/package.css"] += b"\n" + course.first.fill("brand.css")
    told = render_told({version.language: version.slots.presence for version in course.versions})
    files["assets/package.js"] = told + files["assets/package.js"]
    return files | {name: data for name, data in course.media.items() if name.encode() in pages}


def weigh(files: Mapping[str, bytes]) -> int:
    """The bytes of a package without its pictures."""
    return sum(len(data) for name, data in files.items() if not name.startswith("media/"))


def render_xml(root: ElementTree.Element) -> bytes:
    """With namespaces as the elements' own names and attributes say them."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return well_formed(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n').encode()


def add(parent: ElementTree.Element, name: str, text: str = "", /, **attributes: str) -> ElementTree.Element:
    """A child element; `__` in an attribute's name stands for the colon after its prefix."""
    child = ElementTree.SubElement(parent, name, {key.replace("__", ":"): value for key, value in attributes.items()})
    child.text = text or None
    return child
