"""The preview follows what is saved, and keeps the last good version."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from voorlichter.preview import Preview
from voorlichter.problems import InputError
from voorlichter.workspace import Workspace

TODAY = date(2026, 11, 21)
PATIENCE = 60


@pytest.fixture
def profile(workspace: Path) -> Path:
    return next(workspace.glob("profiles/*/profile.yml"))


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def preview(workspace: Path, profile: Path, told: list[str]) -> Iterator[Preview]:
    with Preview(Workspace.at(workspace), profile.parent.name, 0, TODAY) as running:
        threading.Thread(target=running.run, args=(told.append,), daemon=True).start()
        time.sleep(0.5)  # the watcher looks at the folders as they are now
        yield running


def get(preview: Preview, path: str) -> str:
    with urllib.request.urlopen(preview.address + path) as answer:
        return answer.read().decode()


def wait_until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_a_saved_profile_is_in_the_page(preview: Preview, profile: Path) -> None:
    text = profile.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.strip().startswith("name:"))
    profile.write_text(text.replace(name, name.split("name:")[0] + 'name: "Nieuwe Naam"', 1), encoding="utf-8")
    assert wait_until(lambda: "Nieuwe Naam" in get(preview, "colofon.html"))


def test_a_saved_mistake_is_told_and_the_last_good_version_stays(
    preview: Preview, profile: Path, told: list[str]
) -> None:
    before = get(preview, "index.html")
    profile.write_text(profile.read_text(encoding="utf-8") + "nonsense: true\n", encoding="utf-8")
    assert wait_until(lambda: any("nonsense" in line for line in told))
    assert get(preview, "index.html") == before


def test_only_the_preview_may_listen_for_changes(preview: Preview) -> None:
    assert "connect-src 'self'" in get(preview, "index.html")
    assert "connect-src" not in (preview.order.output / preview.slug / "index.html").read_text(encoding="utf-8")


def test_a_page_that_is_not_there_shows_the_error_page(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        get(preview, "geheim.html")
    assert error.value.code == 404
    assert "tel:" in error.value.read().decode()


def test_nothing_outside_the_site_is_served(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError):
        get(preview, "../../../../etc/hostname")


def test_a_profile_with_errors_is_not_previewed(workspace: Path, profile: Path) -> None:
    profile.write_text(profile.read_text(encoding="utf-8") + "nonsense: true\n", encoding="utf-8")
    with pytest.raises(InputError):
        Preview(Workspace.at(workspace), profile.parent.name, 0, TODAY)
