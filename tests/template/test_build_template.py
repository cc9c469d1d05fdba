"""What is done to the engine's HTML before it becomes a template."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import BASE, TODAY, lay, run

from voorlichter.slots.model import DoorSlots
from voorlichter.slots.types import Tel, Url
from voorlichter.template.build import settle, tidy

HELP = {
    "csg": DoorSlots(
        "Centrum & Co", Tel("0800-0188", "tel:08000188"), None, Url("csg.example", "https://csg.example/?a=1&b=2")
    )
}


@pytest.mark.parametrize(
    ("html", "settled"),
    [
        ('<a href="[[ a.phone ]]">[[ a.phone ]]</a>', '<a href="[[ a.phone.href ]]">[[ a.phone ]]</a>'),
        (
            '<img src="[[ p.src ]]" srcset="[[ p.src_2x ]] 2x" alt="[[ p.alt ]]">',
            '<img src="[[ p.src.href ]]" srcset="[[ p.src_2x.href ]] 2x" alt="[[ p.alt ]]">',
        ),
        (
            '<a title="[[ a.phone ]]" href="gesprek.html">[[ a.name ]]</a>',
            '<a title="[[ a.phone ]]" href="gesprek.html">[[ a.name ]]</a>',
        ),
        ('[% if a %]<a href="[[ a ]]">[% endif %]', '[% if a %]<a href="[[ a.href ]]">[% endif %]'),
        ("<p>[[ a.phone ]]</p>", "<p>[[ a.phone ]]</p>"),
        ('<a href="[[ help.csg.phone ]]">[[ help.csg.name ]]</a>', '<a href="tel:08000188">Centrum &amp; Co</a>'),
        (
            '<a href="[[ help.csg.url ]]">[[ help.csg.url ]]</a>',
            '<a href="https://csg.example/?a=1&amp;b=2">csg.example</a>',
        ),
    ],
)
def test_slots_in_addresses_and_those_that_are_the_same_for_everybody_are_settled(html: str, settled: str) -> None:
    assert settle(html, HELP) == settled


def test_indentation_and_empty_lines_go_and_words_stay_apart() -> None:
    assert tidy("  <p>one\n   two</p>\n\n\n  <p>three</p>\n\n") == "<p>one\ntwo</p>\n<p>three</p>\n"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("overrides/components/zee/zee.html", "<p>Zee</p>\n<p>{{ page.title }}</p>\n", ":2:1"),
        (
            "mkdocs.yml",
            "site_name: Z\ntheme: {name: material, custom_dir: overrides}\nuse_directory_urls: misschien\nmarkdown_extensions:\n  attr_list: {}\n",
            ":3:1",
        ),
    ],
)
def test_what_only_the_engine_finds_is_told_with_its_place(tmp_path: Path, name: str, text: str, place: str) -> None:
    shutil.copytree(BASE, tmp_path / "w")
    lay(tmp_path / "w", {name: text})
    answer = run("build", "-C", tmp_path / "w", "--lang", "en", "--date", TODAY)
    assert answer.code == 1 and f"{name}{place}" in answer.err
