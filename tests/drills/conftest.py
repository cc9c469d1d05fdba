"""The program with everything in it that CONTRIBUTING tells to add."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser.conftest import running_chromium
from built import built_once

from .program import Program, build, read

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return read(built_once(tmp_path_factory, "drills", build))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    pytest.importorskip("playwright.sync_api")
    with running_chromium() as opened:
        yield opened
