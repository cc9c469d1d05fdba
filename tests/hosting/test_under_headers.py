"""Under everything that a server is told a site does all it does: scripts run, the search finds, and nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import running_chromium
from browser.server import serving
from browser.sites import EVERY_PAGE
from browser.watch import is_called_off
from hosting.servers import shown_by
from kit.test_web import pieces
from support import copy_linked, lay, template_of

from voorlichter.hosting.model import Hosting
from voorlichter.hosting.page import FOR_IT, render_files
from voorlichter.site.fill import Template

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(examples: Path) -> Path:
    return examples / "site/vuurtoren"


def settings(hosting: Hosting) -> dict[str, str]:
    files = render_files(hosting, "nl")
    return {name.removeprefix(f"{FOR_IT.nl}/"): data.decode() for name, data in files.items()}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def page(site: Path, chromium: Browser) -> Iterator[Page]:
    hosting = Hosting()
    with shown_by("nginx", site, hosting.path, settings(hosting)) as address:
        context = chromium.new_context(base_url=address + hosting.path)
        yield context.new_page()
        context.close()


def test_every_page_is_shown_without_a_word_in_the_console(page: Page, site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on(
        "requestfailed",
        lambda one: None if is_called_off(one.url, one.failure or "") else said.append(f"{one.url}: {one.failure}"),
    )
    for path in sorted(site.rglob("*.html"))[:: 1 if EVERY_PAGE else 3]:
        page.goto(path.relative_to(site).as_posix())
    assert said == []


@pytest.mark.parametrize(("tree", "word"), [("", "pesten"), ("en/", "bullying")])
def test_the_search_loads_its_scripts_by_the_one_policy_that_is_allowed(page: Page, tree: str, word: str) -> None:
    page.goto(f"{tree}index.html")
    page.locator("[data-search] button").click()
    page.locator("#search-field").fill(word)
    page.locator("[data-results] a").first.wait_for()
    assert page.evaluate(
        "() => { try { document.createElement('script').src = 'x'; return false } catch (error) { return true } }"
    ), "no other script can be asked for"
    assert page.evaluate(
        "() => { try { document.body.innerHTML = '<p>'; return false } catch (error) { return true } }"
    )


def test_the_small_page_alone_is_framed_and_by_whom_the_profile_names(
    site: Path, examples: Path, chromium: Browser, tmp_path: Path
) -> None:
    (tmp_path / "intranet").mkdir()
    copy_linked(site, tmp_path / "site")
    for root, language in (("", "nl-je"), ("en/", "en")):
        card = pieces(Template(template_of(examples, language)))["embed.html"]
        lay(tmp_path / "site", {f"{root}kit/embed.html": card})
    with serving(tmp_path / "intranet") as intranet, serving(tmp_path / "intranet") as stranger:
        hosting = Hosting(framed_by=(intranet.rstrip("/"),))
        names = (*hosting.framed, "index.html", "en/index.html", "materialen.html", "404.html")
        with shown_by("nginx", tmp_path / "site", hosting.path, settings(hosting)) as address:
            frames = "".join(f'<iframe name="{name}" src="{address}{hosting.path}{name}"></iframe>' for name in names)
            lay(tmp_path / "intranet", {"index.html": f"<!doctype html><title>Intranet</title>{frames}"})
            shown = {where: framed(chromium, where) for where in (intranet, stranger)}
    assert shown == {intranet: {*hosting.framed}, stranger: set()}


def framed(chromium: Browser, where: str) -> set[str]:
    """The names of the frames in which something stands; a browser shows a page of its own where it was refused."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(where)
    found = {
        frame.name
        for frame in page.frames[1:]
        if not frame.url.startswith("chrome-error:") and frame.locator("h1").count()
    }
    assert len(page.frames) > 3, "each is asked for"
    context.close()
    return found
