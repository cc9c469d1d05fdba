"""For the tests that lie beside what they test: the gallery of all examples, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import running_chromium
from browser.server import serving
from components.gallery import built_gallery

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the folder with the sites; each has a page gallery.html."""
    folder: Path = built_gallery(tmp_path_factory)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser
