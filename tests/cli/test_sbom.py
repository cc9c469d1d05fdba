"""`voorlichter sbom`: what a site and the program are made of, as others read it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from fontTools.ttLib import TTFont
from support import REPOSITORY, run, run_here

from voorlichter.sbom import bom_of_program, bom_of_site
from voorlichter.shipped import FONTS, ICONS, SCRIPTS
from voorlichter.verify.listed import Listed

FOLDERS = ("overrides/assets", "overrides/print/fonts", "src/voorlichter/studio/page/vendor")


def told(text: str) -> dict[str, dict[str, object]]:
    """Its parts by name, once nobody who reads the format finds a fault in it."""
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert wrong is None, wrong
    return {part["name"]: part for part in json.loads(text)["components"]}


def test_a_site_names_its_fonts_its_icons_and_every_file_with_its_hash(examples: Path) -> None:
    site = examples / "site/vuurtoren"
    answer = run("sbom", site, "--lang", "en")
    assert answer.code == 0, answer.err
    parts = told(answer.out)
    listed = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    files = {name: part["hashes"] for name, part in parts.items() if part["type"] == "file"}
    assert files == {name: [{"alg": "SHA-256", "content": hash_}] for name, hash_ in listed["files"].items()}
    for font in FONTS:
        assert (font.name in parts) == any(font.begins in name for name in files)
    assert {"Figtree", "Material Design Icons", "Material for MkDocs", "voorlichter"} <= parts.keys()
    assert run("sbom", site, "--lang", "nl").out == answer.out, "it says nothing in words"


def test_the_program_names_every_package_it_needs_with_its_licence(tmp_path: Path) -> None:
    answer = run_here(["sbom", "--lang", "en", "-o", "program.json"], tmp_path)
    assert (answer.code, answer.out) == (0, "")
    parts = told((tmp_path / "program.json").read_text(encoding="utf-8"))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(name for extra in ("kit", "verify", "webdav") for name in extras[extra])]
    plain = {name.lower().replace("_", "-") for name in parts}
    for requirement in wanted:
        if ";" not in requirement:
            assert requirement.split(">")[0].split("[")[0].lower() in plain
    without = [name for name, part in parts.items() if not part.get("licenses")]
    assert without == [], "a licence is not told"


FIGTREE = "Figtree 2.002 OFL-1.1 https://github.com/erikdkennedy/figtree"
ATKINSON = "Atkinson Hyperlegible Next 2.001 OFL-1.1 https://github.com/googlefonts/atkinson-hyperlegible-next"
SOURCE = "Source Sans 3 3.052 OFL-1.1 https://github.com/adobe-fonts/source-sans"
ARABIC = "Noto Sans Arabic 2.012 OFL-1.1 https://github.com/notofonts/arabic"
PICTOGRAMS = "Material Design Icons - Apache-2.0 https://pictogrammers.com/library/mdi/"
THEME = "Material for MkDocs - MIT https://squidfunk.github.io/mkdocs-material/"


def others(bom: dict[str, Any]) -> list[str]:
    """What others made, each as its name, version, licence and where it comes from."""
    return [
        f"{part['name']} {part.get('version', '-')} {part['licenses'][0]['license']['id']} {reference['url']}"
        for part in bom["components"]
        for reference in part.get("externalReferences", ())
    ]


def test_what_others_made_is_told_with_its_licence_and_where_it_comes_from() -> None:
    assert others(bom_of_program()) == [
        *(FIGTREE, ATKINSON, SOURCE, ARABIC, PICTOGRAMS),
        "htm 3.1.1 Apache-2.0 https://github.com/developit/htm",
        "preact - MIT https://github.com/preactjs/preact",
    ]


@pytest.mark.parametrize(
    ("file", "fonts"),
    [
        ("assets/fonts/figtree-latin.woff2", [FIGTREE]),
        ("assets/figtree-latin.woff2", [FIGTREE]),
        ("assets/fonts/atkinson-hyperlegible-next-latin.woff2", [ATKINSON]),
        ("assets/fonts/source-sans-3-latin.woff2", [SOURCE]),
        ("assets/fonts/noto-sans-arabic-arabic.woff2", [ARABIC]),
        ("assets/fonts/my-figtree-latin.woff2", []),
        ("assets/fonts/figtree.woff2", []),
        ("assets/figtree-a/b.woff2", []),
        ("en/assets/figtree-latin.woff2", []),
        ("figtree-latin.woff2", []),
    ],
)
def test_a_site_holds_a_font_where_a_file_among_its_assets_begins_as_it_does(file: str, fonts: list[str]) -> None:
    site = bom_of_site("site", Listed(b"", "1.0", None, {file: "0" * 64}))
    assert others(site) == [*fonts, THEME, PICTOGRAMS]


@pytest.mark.parametrize("folder", FOLDERS)
def test_whatever_others_made_is_named_in_its_own_version_with_its_licence_beside_it(folder: str) -> None:
    for path in sorted((REPOSITORY / folder).rglob("*")):
        if path.suffix not in (".woff2", ".ttf", ".js"):
            continue
        shipped = [part for part in (*FONTS, *SCRIPTS) if path.name.startswith(part.begins)]
        assert shipped, f"{path.name} is not in voorlichter/shipped.py"
        assert all((path.parent / part.text).is_file() for part in shipped)
        if path.suffix != ".js":
            assert shipped[0].version in str(TTFont(path)["name"].getDebugName(5))


def test_the_licences_themselves_can_be_had(tmp_path: Path) -> None:
    answer = run_here(["sbom", "--notices", "--lang", "en"], tmp_path)
    assert answer.code == 0
    for part in (*FONTS, ICONS, *SCRIPTS):
        assert f"{part.name}: {part.licence}" in answer.out
    assert "SIL OPEN FONT LICENSE" in answer.out and "Jason Miller" in answer.out
    assert answer.out.count("Its package holds no text of its licence.") < 5


def test_the_licences_are_not_asked_of_a_site(examples: Path) -> None:
    answer = run("sbom", examples / "site/vuurtoren", "--notices", "--lang", "en")
    assert answer.code == 2 and "colophon" in answer.err
