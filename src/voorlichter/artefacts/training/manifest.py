"""What both editions of SCORM have in common: one item, the pages it opens, and a list of every file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element

from voorlichter.artefacts.training.package import Course, add

MANIFEST = "imsmanifest.xml"


def begin_manifest(course: Course, namespaces: Mapping[str, str], edition: str) -> tuple[Element, Element]:
    """The manifest, and its metadata."""
    manifest = Element(
        "manifest",
        {"identifier": f"voorlichter-{course.name}", "version": course.first.slots.site.version, **namespaces},
    )
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", edition)
    return manifest, metadata


def add_item(manifest: Element, course: Course) -> Element:
    """The one thing that a learning system lists."""
    organization = add(add(manifest, "organizations", default="training"), "organization", identifier="training")
    add(organization, "title", course.first.title)
    item = add(organization, "item", identifier="module", identifierref="pages")
    add(item, "title", course.first.title)
    return item


def add_pages(manifest: Element, course: Course, files: Collection[str], **kind: str) -> None:
    """What the item opens; `kind` is the attribute by which an edition knows pages that speak to it."""
    resource = add(
        add(manifest, "resources"), "resource", identifier="pages", type="webcontent", **kind, href=course.first.page
    )
    for name in sorted(files):
        add(resource, "file", href=name)
