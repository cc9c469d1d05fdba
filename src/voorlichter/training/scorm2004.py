"""SCORM 2004, third edition, which nearly every system takes: a package with its imsmanifest.xml."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

from voorlichter.publish.zip_file import render_zip
from voorlichter.training.package import Course, add, plan_package, render_xml
from voorlichter.training.scorm12 import MANIFEST


def render_scorm2004(course: Course) -> dict[str, bytes]:
    files = plan_package(course, "assets/scorm2004.js")
    return {f"{course.name}-scorm2004.zip": render_zip({**files, MANIFEST: render_manifest(course, files)})}


def render_manifest(course: Course, files: Collection[str]) -> bytes:
    """The training sets its own status: left to itself, a system calls whoever opened it done."""
    manifest = Element("manifest", {
        "identifier": f"voorlichter-{course.name}",
        "version": course.first.slots.site.version,
        "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    })
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", "2004 3rd Edition")
    organizations = add(manifest, "organizations", default="training")
    organization = add(organizations, "organization", identifier="training")
    add(organization, "title", course.first.title)
    item = add(organization, "item", identifier="module", identifierref="pages")
    add(item, "title", course.first.title)
    sequencing = add(item, "imsss:sequencing")
    add(sequencing, "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    resource = add(add(manifest, "resources"), "resource", identifier="pages", type="webcontent", adlcp__scormType="sco", href=course.first.page)
    for name in sorted(files):
        add(resource, "file", href=name)
    return render_xml(manifest)
