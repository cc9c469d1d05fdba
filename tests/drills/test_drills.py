"""What CONTRIBUTING tells to add takes no more than it says, and works."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from support import words_of

from .program import ADDITIONS, Program, compare

pytestmark = pytest.mark.slow

each = pytest.mark.parametrize("addition", sorted(path.name for path in ADDITIONS.iterdir()))


@each
def test_it_touches_two_files_at_most_and_a_slot_three(program: Program, addition: str) -> None:
    assert len(program.touched[addition].files) <= (3 if addition == "slot" else 2), program.touched[addition].files


@each
def test_outside_a_new_folder_it_takes_three_lines_at_most(program: Program, addition: str) -> None:
    assert sum(program.touched[addition].lines.values()) <= 3, program.touched[addition].lines


@each
def test_it_stands_in_no_list(program: Program, addition: str) -> None:
    assert program.touched[addition].lists == []


def test_files_lines_and_lists_are_counted() -> None:
    before = {"a/b.py": b"RULES = (\n    one,\n)\n\ndef one(): ...\n", "a/same.yml": b"x: 1\n"}
    after = before | {"a/b.py": b"RULES = (\n    one,\n    two,\n)\n\ndef one(): return\n"}
    touched = compare(before, after | {"a/new.py": b"", "a/folder/new.py": b"", "other/deep/new.py": b""})
    assert (touched.files, touched.lines, touched.lists) == (["a/b.py", "a/new.py"], {"a/b.py": 2}, ["a/b.py"])


@pytest.mark.parametrize(
    "command", ["schema", "schema module", "kit", "build", "info-desk", "gift", "moodle-xml", "check"]
)
def test_the_program_takes_it(program: Program, command: str) -> None:
    assert program.answers[command].code == 0, program.answers[command].err


def test_the_value_of_a_slot_stands_on_a_page_and_its_key_in_the_schema(program: Program) -> None:
    assert "Samen sterk" in words_of(program.site / "proef.html")
    organisation = program.answers["schema"].json["definitions"]["OrganisationSection"]
    assert organisation["properties"]["motto"]["title"] == "Motto"


def test_a_page_is_in_the_site_and_its_menu_in_both_languages(program: Program) -> None:
    for folder, title in (("", "Werken in de nacht"), ("en/", "Working at night")):
        assert title in words_of(program.site / f"{folder}nachtdienst.html")
        assert 'href="nachtdienst.html"' in (program.site / f"{folder}index.html").read_text(encoding="utf-8")


def test_a_page_without_a_place_in_nav_is_told_until_it_has_one(program: Program) -> None:
    told, then = (program.answers[command] for command in ("check", "check of mistakes"))
    assert re.search(
        r"mkdocs\.yml:\d+:\d+ .* without a place in nav, .*: nachtdienst\.md, proef\.md  write under nav, .*: - nachtdienst\.md",
        told.out + told.err,
    )
    assert "nav" not in then.out + then.err


def test_a_component_stands_where_it_is_included_and_its_style_is_loaded_there(program: Program) -> None:
    page = (program.site / "proef.html").read_text(encoding="utf-8")
    assert '<p class="hourglass">De Zeester' in page
    styles = re.findall(r'href="(assets/[\w-]+\.css)', page)
    assert any(".hourglass{" in (program.site / name).read_text(encoding="utf-8") for name in styles)


def test_a_rule_refuses_what_breaks_it(program: Program) -> None:
    told = program.answers["check of mistakes"]
    assert told.code == 1
    assert "advisors  one advisor is not enough for a thousand people  add somebody" in told.out + told.err
    assert "a thousand people" not in program.answers["check"].out + program.answers["check"].err


def test_a_file_of_the_kit_is_made_and_offered(program: Program) -> None:
    kit = program.root / "kit/zeester"
    made = [one["name"] for one in json.loads((kit / "kit.json").read_bytes())["files"] if one["item"] == "coaster"]
    assert made == [f"{code}/coaster{ending}" for code in ("nl", "en") for ending in ("-a4.pdf", ".txt")]
    assert (kit / "nl/coaster-a4.pdf").read_bytes().startswith(b"%PDF")
    assert "Een gesprek bij De Zeester mag altijd." in (kit / "nl/coaster.txt").read_text(encoding="utf-8")
    assert "Onderzetter" in words_of(program.site / "materialen.html")


def test_a_format_of_the_training_is_exported_with_its_port(program: Program) -> None:
    with zipfile.ZipFile(program.root / "export/zeester-weigh-info-desk.zip") as package:
        names = package.namelist()
        assert b"Promise.resolve({text:null,review:false})" in package.read("assets/lms.js")
    assert {Path(name).suffix for name in names if "ports" in name} == set()
