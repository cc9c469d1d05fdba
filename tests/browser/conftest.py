"""The built sites, a web server under a sub-path, and Debian's Chromium."""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built import built_once

from .chromium import FLAGS, INSTALL, find_shell
from .server import serving
from .sites import build_sites

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    """With storage as browsers have it."""
    context = chromium.new_context()
    yield context
    context.close()


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The one of this process: to start it takes longer than most tests. What was opened in it is closed again."""
    if find_shell() is None:
        skip_or_fail(f"no Chromium found; install it with: {INSTALL} (or set CHROMIUM to its path)")
    browser = _start_chromium()
    yield browser
    for context in browser.contexts:
        context.close()


@cache
def _start_chromium() -> Browser:
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(executable_path=find_shell(), args=list(FLAGS))


def skip_or_fail(reason: str | None) -> None:
    """Leave out what cannot run here, and say why; in CI that is a failure."""
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
