"""What the documents for people lead to is there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from support import REPOSITORY

DOCUMENTS = sorted(
    path for pattern in ("*.md", "guide/*.md", "decisions/*.md", "publish/*.md") for path in REPOSITORY.glob(pattern)
)
LONGEST = 120
"""Lines of the README: what somebody reads who has never heard of this."""


def anchors(path: Path) -> set[str]:
    """As GitHub and GitLab make them of headings."""
    headings = re.findall(r"(?m)^#+ (.+)$", path.read_text(encoding="utf-8"))
    return {
        re.sub(r"[^\w -]", "", unicodedata.normalize("NFC", heading).lower()).replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_link_leads_to_a_file_and_a_heading_that_are_there(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.S)
    for address in re.findall(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"", text):
        target, _, anchor = (address[0] or address[1]).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), address
        assert not anchor or anchor in anchors(file), address


def test_the_readme_is_read_in_one_sitting() -> None:
    assert len((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_station_of_the_walk_is_there_and_each_walk_is_short() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    walk = text.partition("### A walk through the house\n")[2].partition("\n### ")[0]
    named = [name for name in re.findall(r"`([^`\n]+)`", walk) if "/" in name]
    assert len(named) > 20
    assert [name for name in named if not (REPOSITORY / name).exists()] == []
    for way in walk.split("\n\n**")[1:]:
        assert 3 <= len(re.findall(r"(?m)^\d+\. ", way)) <= 8, way.splitlines()[0]


@pytest.mark.parametrize(("name", "not_yet"), [("README.md", "not live yet"), ("README.nl.md", "nog niet online")])
def test_a_readme_names_the_address_once_and_says_as_long_as_it_is_not_live(name: str, not_yet: str) -> None:
    there = yaml.safe_load((REPOSITORY / "manual" / "address.yml").read_text(encoding="utf-8"))
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert text.count(there["address"]) == 1
    line = next(line for line in text.splitlines() if there["address"] in line)
    assert (not_yet in line) is not there["live"]


def test_the_dutch_readme_begins_with_the_studio() -> None:
    text = (REPOSITORY / "README.nl.md").read_text(encoding="utf-8")
    first = re.findall(r"(?m)^## (.+)$", text)[:3]
    assert first == ["Met de studio", "Liever met opdrachten?", "1 Installeren"]
