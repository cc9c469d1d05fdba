"""What a visit leaves behind: a browser of its own, a walk through everything on every page, and then its folder is read."""

from __future__ import annotations

import sqlite3
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .chromium import FLAGS, find_chromium
from .sites import find_trees, sampled_pages
from .states import STATES, enter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.slug == "vuurtoren" and tree.day == "usual"]
TYPED = "Robijnvink"
"""A word that stands on no page."""

STORES = ("Local Storage", "Session Storage", "IndexedDB", "Service Worker", "File System", "databases")
MOST_STEPS = 12
"""Of one state; every step uses the same few lines of script."""

_TRACES = """<!doctype html><title>x</title><input type="text"><script>
    document.cookie = "x=1; max-age=9999";
    window.stored = new Promise((resolve) => { indexedDB.open("x").onsuccess = resolve; });
    document.querySelector("input").oninput = (event) => { localStorage.x = event.target.value; };
</script>"""
_EVERYTHING = """async (word) => {
    window.print = () => {};
    for (let round = 0; round < 3; round++) {
        for (const one of document.querySelectorAll("summary, button, label:not(.device label)")) if (one.checkVisibility()) one.click();
        for (const field of document.querySelectorAll("input[type='text'], input[type='search'], textarea")) {
            field.value = word;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }
    }
    await window.stored;
}"""
"""A page that stores says when it has; ours do not."""


def visit(chromium: Browser, folder: Path, addresses: list[str]) -> Path:
    """See everything there is on some pages with a browser of one's own, and close it."""
    # By the same Playwright that runs the other browser: there can be one at a time.
    context = chromium.browser_type.launch_persistent_context(
        str(folder), executable_path=find_chromium(), args=list(FLAGS)
    )
    page = context.pages[0]
    for address in addresses:
        page.goto(address)
        for state in STATES:
            if address.endswith("/" + state.page):
                list(islice(enter(page, state), MOST_STEPS))
        page.evaluate(_EVERYTHING, TYPED)
    context.close()
    return folder / "Default"


@pytest.fixture(scope="module")
def visited(chromium: Browser, served: Path, origin: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [f"{origin}{tree.path}/{name}" for tree in TREES for name in sampled_pages(served, tree, TREES)]
    return visit(chromium, tmp_path_factory.mktemp("visitor"), pages)


def rows(database: Path, query: str) -> list[tuple[str, ...]]:
    """Of a file as it was left; Chromium may not have made it at all."""
    if not database.is_file():
        return []
    with sqlite3.connect(f"file:{database}?immutable=1", uri=True) as connection:
        return connection.execute(query).fetchall()


def find_cookies(folder: Path) -> list[tuple[str, ...]]:
    return [
        row
        for place in (folder, folder / "Network")
        for row in rows(place / "Cookies", "SELECT host_key, name FROM cookies")
    ]


def find_stored(folder: Path) -> list[str]:
    files = [file for kind in STORES for file in (folder / kind).rglob("*") if file.is_file()]
    return [
        file.relative_to(folder).parts[0]
        for file in files
        if b"127.0.0.1" in file.read_bytes() or "127.0.0.1" in file.as_posix()
    ]


def find_typed(folder: Path) -> list[Path]:
    forms = [TYPED.encode(), TYPED.casefold().encode(), TYPED.encode("utf-16-le")]
    return [file for file in folder.rglob("*") if file.is_file() and any(form in file.read_bytes() for form in forms)]


def test_there_is_no_cookie(visited: Path) -> None:
    assert not find_cookies(visited)


def test_nothing_is_stored(visited: Path) -> None:
    assert not find_stored(visited)


def test_the_history_holds_plain_addresses_of_pages_alone(visited: Path) -> None:
    addresses = [address for (address,) in rows(visited / "History", "SELECT url FROM urls")]
    assert len(addresses) > 30
    assert not [address for address in addresses if not address.endswith(".html")]


def test_what_was_typed_is_written_down_nowhere(visited: Path) -> None:
    assert not find_typed(visited)


def test_a_trace_is_found(chromium: Browser, served: Path, origin: str, tmp_path: Path) -> None:
    """The tests above look where a browser writes."""
    (served / "faults").mkdir(exist_ok=True)
    (served / "faults" / "traces.html").write_text(_TRACES, encoding="utf-8")
    folder = visit(chromium, tmp_path, [f"{origin}faults/traces.html", "about:blank"])
    assert find_cookies(folder)
    assert {"Local Storage", "IndexedDB"} <= set(find_stored(folder))
    assert find_typed(folder)
