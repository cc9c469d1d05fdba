"""A first client in the studio's page, in a browser: from the first page to the zip, by pointer and by the keys alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image
from support import run

from .first_client import walk
from .hands import Hands, new_workspace, running_chromium, studio_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MOST_ACTIONS = 80
MOST_QUESTIONS = 1
CODE = re.compile(r"\b[a-z]+_[a-z]+\b|\.yml\b|VUL IN|FILL IN|YAML|^\s*- \w+:|\{\w+:", re.M)
"""What shows that a file lies behind the page."""
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    logo, photo = tmp_path / "Ons logo.svg", tmp_path / "Noor (2).jpg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z" fill="#0b5fa5"/></svg>'
    )
    Image.new("RGB", (600, 600), "#cc99aa").save(photo)
    return {"logo": logo, "photo": photo}


@pytest.mark.parametrize(("language", "by"), [("nl", "pointer"), ("en", "keys")])
@pytest.mark.sampled(2)
def test_a_first_client_takes_few_actions_no_file_and_no_terminal(
    chromium: Browser, tmp_path: Path, examples: Path, files: dict[str, Path], language: str, by: Literal["pointer", "keys"]
) -> None:  # fmt: skip
    workspace = new_workspace(tmp_path / "workspace")
    with studio_at(workspace) as studio:
        context = chromium.new_context(locale=language, viewport={"width": 1280, "height": 800}, accept_downloads=True)
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(studio.address)
        hands = Hands(page, by)
        before_site: list[int] = []
        zipped = zipfile.ZipFile(io.BytesIO(walk(hands, language, files, before_site)))
        kept = page.evaluate(STORED)
        context.close()

        assert hands.actions <= MOST_ACTIONS
        assert [actions - 1 for actions in before_site] == [MOST_QUESTIONS]  # the click on Begin asks nothing
        assert hands.faults == []
        assert [text for seen in hands.seen for text in CODE.findall(seen)] == []
        assert said == []
        own = (studio.origin, studio.shown_origin, "data:", "blob:")
        assert [url for url in asked if not url.startswith(own)] == []
        assert kept == [0] * 6

    names = {name.partition("/")[2] for name in zipped.namelist()}
    assert {"index.html", "en/index.html"} <= names
    assert any(name.endswith((".jpg", ".webp")) for name in names), "her photo"
    assert run("check", "-C", workspace, "--date", "2026-11-02").code == 0
