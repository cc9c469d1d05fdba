"""The preview follows what is saved, and keeps the last good version."""

from __future__ import annotations

import http.client
import re
import threading
import time
import urllib.error
import urllib.parse
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


@pytest.mark.parametrize("path", ["wie/", "wie/nog/dieper.html", "media/geen.png", "en/wie/", "en/nog/dieper.html"])
def test_a_page_that_is_not_there_has_its_style_and_a_way_home_at_any_depth(
    preview: Preview, workspace: Path, path: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(preview, path)
    assert missing.value.code == 404
    page = missing.value.read().decode()
    assert f'lang="{"en" if path.startswith("en/") and "en/index.html" in preview.files else "nl"}"' in page
    for address in re.findall(r'(?:href|src)="((?!https:|tel:|mailto:|#)[^"]+)"', page):
        target = urllib.parse.urljoin(missing.value.url, address)
        with urllib.request.urlopen(target) as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    "path", ["%00", "a" * 5000, "a" * 300 + ".html", "%ff%fe", "..%2f..%2fetc%2fhostname", "%5c%5cx"]
)
def test_whatever_is_asked_there_is_an_answer(preview: Preview, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        get(preview, path)
    assert error.value.code == 404


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1:{}", 200), ("localhost:{}", 200), ("evil.example:{}", 403), ("127.0.0.1", 403)]
)
def test_only_who_asks_this_computer_by_its_own_name_is_answered(preview: Preview, host: str, status: int) -> None:
    """Another name may have been pointed here, and its page would read along."""
    port = preview.server.server_address[1]
    for path in ("/", "/-/changes", "/-/reload.js"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", host.format(port))
        connection.endheaders()
        assert connection.getresponse().status == status
        connection.close()


def listen(preview: Preview, seen: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server.server_address[1], timeout=PATIENCE)
    connection.request("GET", f"/-/changes?{seen}")
    return connection.getresponse()


def test_browsers_that_wait_are_no_threads_and_have_a_bound(preview: Preview) -> None:
    before = threading.active_count()
    waiting = [listen(preview, preview.streams.version) for _ in range(300)]
    assert wait_until(lambda: threading.active_count() <= before + 2)
    assert waiting[-1].read() == b"", "the last ones are sent away"
    preview.streams.renew()
    assert b"data: new\n" in iter(waiting[0].readline, b"")


def test_a_version_made_while_a_page_was_loading_is_told_at_once(preview: Preview) -> None:
    page = get(preview, "index.html")
    preview.streams.renew()
    script = re.search(r"/-/(reload\.js\?\w+)", page)
    assert script
    address = re.search(r"/-/changes\?(\w+)", get(preview, f"-/{script[1]}"))
    assert address
    assert listen(preview, address[1]).readline() == b"data: new\n"


HALF_WRITTEN: dict[str, bytes] = {
    "docs/nl/extra.md": b"---\ntitle: Extra\n---\n\n# Extra\n\n[% if org.",
    "docs/nl/colofon.md": "# Colofon".encode("utf-16"),
    "overrides/404.html": b"{% extends 'main.html",
    "overrides/partials/footer.html": b"{% include 'partials/footer.html' %}",
    "data/strings.yml": b"not_found_title: {nl: 'half",
    "data/doors.yml": "doors: []".encode("utf-16"),
    "quizzes/role.yml": b"\x00\x01",
    "mkdocs.yml": b"theme: [",
    "profiles/zeester/profile.yml": "organisation:".encode("utf-16"),
}


def test_whatever_is_half_written_the_preview_goes_on(
    preview: Preview, workspace: Path, profile: Path, told: list[str]
) -> None:
    whole = profile.read_bytes()
    home = get(preview, "index.html")
    for name, data in HALF_WRITTEN.items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        told.clear()
        path.write_bytes(data)
        assert wait_until(
            lambda: any("the previous version stays" in line or "vorige versie blijft" in line for line in told)
        ), name
        assert re.sub(r"\?\w{8}", "", get(preview, "index.html")) == re.sub(r"\?\w{8}", "", home)
        told.clear()
        if path == profile:
            path.write_bytes(whole)
        else:
            path.unlink()
        assert wait_until(lambda: any("bijgewerkt" in line or "updated" in line for line in told)), (name, told)


def test_the_settings_and_a_folder_that_appears_are_followed(
    preview: Preview, workspace: Path, told: list[str]
) -> None:
    (workspace / "mkdocs.yml").write_text("nonsense: [", encoding="utf-8")
    assert wait_until(lambda: any("mkdocs.yml" in line for line in told))
    (workspace / "mkdocs.yml").unlink()
    assert wait_until(lambda: any("bijgewerkt" in line or "updated" in line for line in told))
    assert not (workspace / "docs").exists()
    page = "---\ntitle: Extra\ndescription: Extra.\n---\n\n# Extra\n\nHier.\n"
    for code in ("nl", "en"):
        (workspace / "docs" / code).mkdir(parents=True)
        (workspace / "docs" / code / "extra.md").write_text(page, encoding="utf-8")
    assert wait_until(lambda: "extra.html" in preview.files)


def test_nothing_outside_the_site_is_served(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError):
        get(preview, "../../../../etc/hostname")


def test_a_profile_with_errors_is_not_previewed(workspace: Path, profile: Path) -> None:
    profile.write_text(profile.read_text(encoding="utf-8") + "nonsense: true\n", encoding="utf-8")
    with pytest.raises(InputError):
        Preview(Workspace.at(workspace), profile.parent.name, 0, TODAY)
