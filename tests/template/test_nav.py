"""The order of the menu is told to whoever keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import lay

from voorlichter.template.theme_check import check_nav
from voorlichter.workspace import Workspace

PAGES = ("index.md", "training-role.md", "wie.md")


def told(root: Path, nav: str) -> list[tuple[int, str, str]]:
    lay(root, {"profiles/zeester/profile.yml": "", **({"mkdocs.yml": f"site_name: Ours\n{nav}"} if nav else {})})
    return [
        (one.mark.line, one.message.en, one.fix.en)
        for one in check_nav(Workspace.at(root), PAGES, {"training-role.md"})
    ]


@pytest.mark.parametrize("nav", ["nav: [index.md, wie.md]", "nav: [training-role.md, wie.md, index.md]", "", "nav: {}"])
def test_a_whole_nav_and_none_are_silent(tmp_path: Path, nav: str) -> None:
    assert told(tmp_path, nav) == []


def test_pages_without_a_place_are_told_in_one_go(tmp_path: Path) -> None:
    assert told(tmp_path, "nav: []") == [
        (
            2,
            "without a place in nav, so they come last: index.md, wie.md",
            "write under nav, where it belongs: - index.md",
        )
    ]


@pytest.mark.parametrize(
    ("written", "fix"),
    [("wei.md", "write: - wie.md"), ("niets-zo.md", "remove the line"), ("Wie: wie.md", "write: - wie.md")],
)
def test_a_place_without_a_page_is_told(tmp_path: Path, written: str, fix: str) -> None:
    (one,) = told(tmp_path, f"nav:\n  - index.md\n  - {written}\n  - wie.md\n")
    assert (one[0], one[2]) == (4, fix)
