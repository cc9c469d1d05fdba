"""SCORM 1.2: a package with its imsmanifest.xml."""

from __future__ import annotations

from collections.abc import Collection

from voorlichter.artefacts.training.manifest import MANIFEST, add_item, add_pages, begin_manifest
from voorlichter.artefacts.training.package import Course, add, plan_package, render_xml
from voorlichter.zip_file import render_zip

RANK = 1
_NAMESPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
}


def render(course: Course) -> dict[str, bytes]:
    files = plan_package(course, "scorm12")
    return {f"{course.name}-scorm12.zip": render_zip({**files, MANIFEST: render_manifest(course, files)})}


def render_manifest(course: Course, files: Collection[str]) -> bytes:
    """Without a mastery score: with one, some systems make a status of their own from the score."""
    manifest, metadata = begin_manifest(course, _NAMESPACES, "1.2")
    general = add(add(metadata, "imsmd:lom"), "imsmd:general")
    for name in ("title", "description"):
        texts = add(general, f"imsmd:{name}")
        for version in course.versions:
            add(
                texts,
                "imsmd:langstring",
                version.title if name == "title" else version.about,
                xml__lang=version.language,
            )
    add_item(manifest, course)
    add_pages(manifest, course, files, adlcp__scormtype="sco")
    return render_xml(manifest)
