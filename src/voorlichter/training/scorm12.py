"""SCORM 1.2: a package with its imsmanifest.xml."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

from voorlichter.publish.zip_file import render_zip
from voorlichter.training.package import Course, add, plan_package, render_xml

MANIFEST = "imsmanifest.xml"


def render_scorm12(course: Course) -> dict[str, bytes]:
    files = plan_package(course, "assets/scorm12.js")
    return {f"{course.name}-scorm12.zip": render_zip({**files, MANIFEST: render_manifest(course, files)})}


def render_manifest(course: Course, files: Collection[str]) -> bytes:
    """Without a mastery score: with one, some systems make a status of their own from the score."""
    manifest = Element("manifest", {
        "identifier": f"voorlichter-{course.name}",
        "version": course.first.slots.site.version,
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    })
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", "1.2")
    general = add(add(metadata, "imsmd:lom"), "imsmd:general")
    for name in ("title", "description"):
        texts = add(general, f"imsmd:{name}")
        for version in course.versions:
            add(texts, "imsmd:langstring", version.title if name == "title" else version.about, xml__lang=version.language)
    organizations = add(manifest, "organizations", default="training")
    organization = add(organizations, "organization", identifier="training")
    add(organization, "title", course.first.title)
    add(add(organization, "item", identifier="module", identifierref="pages"), "title", course.first.title)
    resource = add(add(manifest, "resources"), "resource", identifier="pages", type="webcontent", adlcp__scormtype="sco", href=course.first.page)
    for name in sorted(files):
        add(resource, "file", href=name)
    return render_xml(manifest)
