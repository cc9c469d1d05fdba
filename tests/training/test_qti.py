"""QTI 2.1: packages whose parts all refer to what is there, in the order that the standard wants."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from voorlichter.artefacts.training.formats.qti import render, render_package, tell
from voorlichter.artefacts.training.questions import Questions

from .asked import ASKED
from .every_type import courses, every_type, in_language

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


WRITTEN = Path(__file__).parent / "qti"
"""A package as it is handed out, to be read beside the standard."""


def packages(root: Path) -> list[dict[str, bytes]]:
    found = []
    for course in (*courses(root), every_type(root)):
        for data in render(course).values():
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                found.append({name: archive.read(name) for name in archive.namelist()})
    return found


def test_a_manifest_names_every_file_and_nothing_else(examples: Path) -> None:
    for files in packages(examples):
        manifest = ElementTree.fromstring(files["imsmanifest.xml"])
        assert [part.tag for part in manifest] == [f"{CP}metadata", f"{CP}organizations", f"{CP}resources"]
        named = {str(file.get("href")) for file in manifest.iter(f"{CP}file")}
        assert named == {*files} - {"imsmanifest.xml"}
        resources = {resource.get("identifier") for resource in manifest.iter(f"{CP}resource")}
        assert {one.get("identifierref") for one in manifest.iter(f"{CP}dependency")} == resources - {"test"}
        test = ElementTree.fromstring(files["test.xml"])
        refs = [str(one.get("href")) for one in test.iter(f"{QTI}assessmentItemRef")]
        assert sorted(refs) == sorted(name for name in files if name.startswith("items/"))


def test_a_package_is_written_as_a_learning_system_reads_it(examples: Path) -> None:
    """Each kind of question with what is right, its marks, what is said to which answer, and its picture."""
    course = every_type(examples)
    with zipfile.ZipFile(
        io.BytesIO(render_package(course, in_language(course, "en"), Questions("", "", ASKED)))
    ) as archive:
        made = {name: archive.read(name) for name in archive.namelist()}
    assert made.pop("items/ring.png") == b"picture"
    assert {name: data.decode() for name, data in made.items()} == {
        path.relative_to(WRITTEN).as_posix(): path.read_text(encoding="utf-8") for path in WRITTEN.rglob("*.xml")
    }


def test_only_a_module_that_asks_something_has_a_package_and_it_is_named_after_its_language(examples: Path) -> None:
    assert [*render(every_type(examples))] == ["vuurtoren-every-type-nl-qti.zip", "vuurtoren-every-type-en-qti.zip"]
    course = every_type(examples)
    thought = {**course.first.lesson, "questions": [course.first.lesson["questions"][8]]}
    assert thought["questions"][0]["type"] == "reflection"
    only = replace(course, versions=tuple(replace(version, lesson=thought) for version in course.versions))
    assert render(only) == {}
    assert [said.en for said in tell(only)] == ["every-type: no file, as a question bank can ask nothing of it"]


def test_whoever_exports_hears_that_what_cannot_be_asked_is_left_out(examples: Path) -> None:
    assert [said.en for said in tell(every_type(examples))] == [
        "every-type: 4 left out; a question bank cannot ask a story, a line of one's own or something to think about"
    ]


def test_an_item_has_its_parts_in_the_order_of_the_standard(examples: Path) -> None:
    for item in items(examples):
        places = [ORDER.index(child.tag.removeprefix(QTI)) for child in item]
        assert places == sorted(places)


def test_whatever_is_right_or_told_is_about_something_to_choose(examples: Path) -> None:
    for item in items(examples):
        names = {
            one.get("identifier")
            for kind in ("simpleChoice", "simpleAssociableChoice")
            for one in item.iter(QTI + kind)
        }
        declared = {one.get("identifier") for one in item.findall(f"{QTI}outcomeDeclaration")}
        right = [
            str(value.text)
            for value in item.iter(f"{QTI}value")
            if value in [*item.findall(f".//{QTI}correctResponse/{QTI}value")]
        ]
        assert right
        assert {part for value in right for part in value.split()} <= names
        mapped = {part for entry in item.iter(f"{QTI}mapEntry") for part in str(entry.get("mapKey")).split()}
        assert mapped <= names
        for feedback in item.findall(f"{QTI}modalFeedback"):
            assert feedback.get("outcomeIdentifier") in declared
            assert feedback.get("identifier") in names | {"why"}
            assert "".join(feedback.itertext()).strip()


def test_the_whole_mark_is_one(examples: Path) -> None:
    for item in items(examples):
        shares = [float(str(entry.get("mappedValue"))) for entry in item.iter(f"{QTI}mapEntry")]
        assert not shares or sum(share for share in shares if share > 0) == pytest.approx(1, abs=1e-4)


def test_the_files_are_the_same_bytes_each_time(examples: Path) -> None:
    assert render(every_type(examples)) == render(every_type(examples))


def items(root: Path) -> list[Element]:
    found = [
        ElementTree.fromstring(data)
        for files in packages(root)
        for name, data in files.items()
        if name.startswith("items/")
    ]
    assert len(found) > 30
    return found
