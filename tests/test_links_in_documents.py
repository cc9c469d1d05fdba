"""What the documents for people lead to is there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
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
