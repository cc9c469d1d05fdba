"""cmi5: a package with its cmi5.xml, for a learning system that speaks xAPI."""

from __future__ import annotations

import uuid
from xml.etree.ElementTree import Element

from voorlichter.artefacts.training.package import Course, add, plan_package, render_xml
from voorlichter.zip_file import render_zip

RANK = 3
STRUCTURE = "cmi5.xml"


def render(course: Course) -> dict[str, bytes]:
    files = plan_package(course, "cmi5", connects=True)
    return {f"{course.name}-cmi5.zip": render_zip({**files, STRUCTURE: render_structure(course)})}


def render_structure(course: Course) -> bytes:
    """A course of one assignable unit, which needs no window of its own. Whoever changes the language stays in it."""
    structure = Element("courseStructure", {"xmlns": "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"})
    _add_texts(add(structure, "course", id=_name(course, "course")), course)
    mark = course.first.slots.package.pass_mark
    judged = {"masteryScore": str(int(mark) / 100)} if mark else {}
    unit = add(
        structure,
        "au",
        id=_name(course, "unit"),
        launchMethod="AnyWindow",
        moveOn="CompletedAndPassed" if mark else "Completed",
        **judged,
    )
    _add_texts(unit, course)
    add(unit, "url", course.first.page)
    return render_xml(structure)


def _name(course: Course, part: str) -> str:
    """An address of its own that leads nowhere, the same for each export of this module at this organisation."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"voorlichter/{course.name}/{part}").urn


def _add_texts(parent: Element, course: Course) -> None:
    for name in ("title", "description"):
        texts = add(parent, name)
        for version in course.versions:
            add(texts, "langstring", version.title if name == "title" else version.about, lang=version.language)
