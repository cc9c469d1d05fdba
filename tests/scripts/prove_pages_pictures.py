"""The studio can be walked through as the manual tells it, and every picture of the manual is taken on the way."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from browser.conftest import skip_or_fail
from PIL import Image
from support import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "scripts"))
from pages import lay_workspace  # noqa: E402
from pages_pictures import take_pictures  # noqa: E402

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OF_FILES = {"learning-poster.png", "learning-module.png"}
"""Pictures of a kit and of a finished site, which are not made here."""


def test_every_picture_of_the_studio_is_taken_and_shows_something(tmp_path: Path, examples: Path) -> None:
    lay_workspace(tmp_path / "workspace", [])
    skip_or_fail(take_pictures(tmp_path / "pictures", tmp_path / "workspace", None, ["nl"]))
    named = {
        name
        for path in (REPOSITORY / "manual" / "docs" / "nl").glob("*.md")
        for name in re.findall(r"\]\(pictures/([^)]+)\)", path.read_text(encoding="utf-8"))
    }
    taken = {path.name: path for path in (tmp_path / "pictures" / "nl").iterdir()}
    assert taken.keys() == named - OF_FILES
    for name, path in taken.items():
        with Image.open(path) as picture:
            assert len(picture.convert("RGB").getcolors(1 << 20)) > 40, name
