"""Under everything that a server is told a site does all it does: scripts run, the search finds, and nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import running_chromium
from hosting.servers import shown_by

from voorlichter.hosting.model import Hosting
from voorlichter.hosting.page import FOLDER, render_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(examples: Path) -> Path:
    return examples / "site/vuurtoren"


@pytest.fixture(scope="module")
def page(site: Path) -> Iterator[Page]:
    hosting = Hosting()
    settings = {name.removeprefix(f"{FOLDER}/"): data.decode() for name, data in render_files(hosting).items()}
    with shown_by("nginx", site, hosting.path, settings) as address, running_chromium() as browser:
        context = browser.new_context(base_url=address + hosting.path)
        yield context.new_page()


def test_every_page_is_shown_without_a_word_in_the_console(page: Page, site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("requestfailed", lambda request: said.append(f"{request.url}: {request.failure}"))
    for path in sorted(site.rglob("*.html")):
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
