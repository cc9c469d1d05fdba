"""The folder that is put online: whole under any address, on a server that sends nothing but files, and asking nobody else for anything."""

from __future__ import annotations

import os
import posixpath
import re
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browser.conftest import running_chromium
from built import built_once
from support import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "scripts"))
from pages import PARTS, write_tree, write_zip  # noqa: E402
from pages_links import find_dead_links, links_of  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SUB_PATH = "some/path"
WHOLE = os.environ.get("WHOLE_TREE") == "true"
"""As `scripts/prove.py tree` asks: every part of it, of all examples."""
EACH_KIND = [
    *(["gallery/vuurtoren/gallery.html", "demo/vuurtoren/materialen.html"] if WHOLE else []),
    "index.html",
    "studio/index.html",
    "demo/index.html",
    "demo/vuurtoren/index.html",
    "docs/index.html",
    "docs/nl/index.html",
    "docs/nl/first-site.html",
    "docs/nl/reference/advisors.html",
    "docs/nl/guide/terminal.html",
    "docs/en/reference/module.html",
    "docs/en/makers/decisions/0001-build-once-fill-many.html",
]
TESTED_WITH_AXE = ["index.html", "docs/nl/reference/advisors.html", "docs/en/makers/figures.html"]


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """One demonstration without its kit, unless all is wanted."""

    def build(folder: Path) -> None:
        parts = set(PARTS) if WHOLE else {"demo"}
        slugs = [] if WHOLE else ["vuurtoren"]
        assert write_tree(folder / SUB_PATH, parts, slugs) == []

    return built_once(tmp_path_factory, "pages", build) / SUB_PATH


class _Files(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def origin(tree: Path) -> Iterator[str]:
    root = tree.parents[SUB_PATH.count("/")]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


def test_every_page_and_whatever_it_asks_for_is_there(tree: Path, origin: str) -> None:
    assert list(find_dead_links(tree)) == []
    pages = [path.relative_to(tree).as_posix() for path in tree.rglob("*.html")]
    assert set(EACH_KIND) <= set(pages)
    asked = dict.fromkeys(pages)
    for page in EACH_KIND:
        links = [link.partition("#")[0] for link in links_of(tree / page) if not re.match(r"[a-z]+:|#", link)]
        asked |= dict.fromkeys(posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in links)
    missing = []
    for name in asked:
        try:
            urlopen(origin + name).read()
        except HTTPError as error:
            missing.append(f"{name}: {error.code}")
    assert missing == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('<a href="gone.html">', "gone.html leads to no file"),
        ('<a href="other.html#gone">', "other.html#gone leads to no such place on that page"),
        ('<a href="#gone">', "#gone leads to no such place on that page"),
        ('<img src="../../outside.png">', "../../outside.png leads to no file"),
        ('<a href="/root.html">', "/root.html begins at the server's root, where this need not stand"),
        ('<link href="gone.css">', "gone.css leads to no file"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path.parent / "outside.png").touch()
    (tmp_path / "sub" / "page.html").write_text(f'<h1 id="here">{written}<a href="#here"><a href="other.html#there">')
    (tmp_path / "sub" / "other.html").write_text('<a id="there" href="https://example.org/gone">')
    assert list(find_dead_links(tmp_path)) == [f"sub/page.html: {told}"]


@pytest.mark.proof
def test_a_page_of_each_kind_asks_and_keeps_nothing_elsewhere(chromium: Browser, origin: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in EACH_KIND:
        assert page.goto(origin + name, wait_until="networkidle").status == 200
        assert (
            page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join('')")
            == ""
        ), name
    # The studio's worker begins as a blob of its own page.
    own = (origin, "data:", f"blob:{origin.removesuffix(f'/{SUB_PATH}/')}/")
    assert [url for url in asked if not url.startswith(own)] == []
    assert said == []
    context.close()


def test_the_manual_is_read_from_a_folder_too(chromium: Browser, tree: Path) -> None:
    page = chromium.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((tree / "docs" / "nl" / "index.html").as_uri())
    assert page.locator("h1").is_visible()
    assert not page.locator(".md-search").is_visible(), "which asks for a file"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert failed == []
    page.close()


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        (name, scheme)
        for number, name in enumerate(TESTED_WITH_AXE)
        for turn, scheme in enumerate(("light", "dark"))
        if WHOLE or number % 2 == turn
    ],
)
@pytest.mark.sampled(3)
def test_it_can_be_read_and_used_by_everybody(chromium: Browser, origin: str, name: str, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = chromium.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page.goto(origin + name)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_each_language_leads_to_the_same_page_in_the_other(tree: Path) -> None:
    for name in ("reference/who.html", "first-site.html", "guide/kit.html"):
        assert f'href="{"../" * name.count("/")}../en/{name}"' in (tree / "docs" / "nl" / name).read_text(
            encoding="utf-8"
        )
    dutch_alone = (tree / "docs" / "nl" / "guide" / "site.html").read_text(encoding="utf-8")
    assert 'href="../../en/index.html"' in dutch_alone


if WHOLE:  # the studio's parts for a tab are gathered for `scripts/prove.py tree`

    def test_the_studio_runs_where_it_stands(chromium: Browser, origin: str) -> None:
        page = chromium.new_page(locale="nl")
        page.goto(f"{origin}studio/index.html")
        page.locator("#whom").fill("Bakkerij De Korenaar")
        page.locator("#whom").press("Enter")
        shown = page.locator(".preview iframe:not(.behind)").content_frame
        shown.get_by_text("Bakkerij De Korenaar").first.wait_for(timeout=60_000)
        page.close()

else:

    def test_what_was_left_out_says_so_where_it_would_stand(tree: Path) -> None:
        assert "De studio staat niet in deze map" in (tree / "studio" / "index.html").read_text(encoding="utf-8")
        assert "niet meegemaakt" in (tree / "demo" / "index.html").read_text(encoding="utf-8")
        assert "was not made" in (tree / "docs" / "en" / "makers" / "gallery.html").read_text(encoding="utf-8")


def test_the_zip_is_the_folder(tmp_path: Path, tree: Path) -> None:
    write_zip(tree, tmp_path / "pages.zip")
    with zipfile.ZipFile(tmp_path / "pages.zip") as packed:
        names = {name.removeprefix("pages/") for name in packed.namelist()}
    assert names == {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
