"""The built sites, a web server under a sub-path, and Debian's Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built import built_once

from .chromium import FLAGS, INSTALL, find_shell
from .server import serving
from .sites import build_sites

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The folder the web server serves; the sites stand some way down in it."""

    def build(folder: Path) -> None:
        build_sites(tmp_path_factory.mktemp("workspace"), folder)

    return built_once(tmp_path_factory, "served", build)


@pytest.fixture(scope="session")
def origin(served: Path) -> Iterator[str]:
    """The address under which `served` is to be had."""
    with serving(served) as address:
        yield address


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Closed after these tests: in one thread, Playwright runs once at a time."""
    with running_chromium() as browser:
        yield browser


_RUNNING: list[str] = []


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """For a module's or a package's tests, never for a session's: the next package starts one of its own."""
    if _RUNNING:
        pytest.fail("a browser of other tests still runs: its fixture lasts longer than its package")
    program = find_shell()
    if program is None:
        skip_or_fail(f"no Chromium found; install it with: {INSTALL} (or set CHROMIUM to its path)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        _RUNNING.append(program)
        try:
            yield browser
        finally:
            _RUNNING.clear()
        browser.close()


def skip_or_fail(reason: str | None) -> None:
    """Leave out what cannot run here, and say why; in CI that is a failure."""
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
