"""SCORM 2004, third edition, which nearly every system takes: a package with its imsmanifest.xml."""

from __future__ import annotations

from collections.abc import Collection

from voorlichter.artefacts.training.manifest import MANIFEST, add_item, add_pages, begin_manifest
from voorlichter.artefacts.training.package import Course, add, plan_package, render_xml
from voorlichter.zip_file import render_zip

RANK = 2
_NAMESPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
}


def render(course: Course) -> dict[str, bytes]:
    files = plan_package(course, "scorm2004")
    return {f"{course.name}-scorm2004.zip": render_zip({**files, MANIFEST: render_manifest(course, files)})}


def render_manifest(course: Course, files: Collection[str]) -> bytes:
    """The training sets its own status: left to itself, a system calls whoever opened it done."""
    manifest, _ = begin_manifest(course, _NAMESPACES, "2004 3rd Edition")
    sequencing = add(add_item(manifest, course), "imsss:sequencing")
    add(sequencing, "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    add_pages(manifest, course, files, adlcp__scormType="sco")
    return render_xml(manifest)
