"""Every state of the studio's page is accessible: axe, HTML_CodeSniffer and IBM's checker find nothing, and nothing is wider than the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browser.checkers import in_page, missing
from browser.conftest import skip_or_fail
from browser.sites import EVERY_PAGE, expect_none
from publish.test_folder import site

from voorlichter.publish.online import put_online
from voorlichter.publish.places import find_place
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import find_shelf, open_shelf
from voorlichter.workspace import Workspace

from .hands import new_workspace, running_chromium, studio_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from voorlichter.studio.server import StudioServer

pytestmark = pytest.mark.browser

PROFILE = """
organisation: {name: Stichting De Zeester, workforce: 120, languages: [nl, en], locations: [{id: noord, name: Noord}, {id: zuid, name: Zuid}]}
brand: {color: blauw}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020", hours: {mon: "09:00-17:00"}, absences: [{from: "2026-12-24", until: "2026-12-20"}]}
  - {id: sam, name: VUL IN, kind: internal, email: sam@elders.example, locations: [noord]}
topics: {collective: {inside: true}}
doors: {hr: {name: Team HR, phone: "020 000 00 10"}, union: {name: {nl: Vakbond}}}
introduction: {nl: Welkom.}
"""
MODULE = """
id: huis
title: {nl: Ons huis}
questions:
  - {id: huis-01, type: sort, ask: {nl: Wat hoort waar?}, bins: [{id: one, text: {nl: Hier}}, {id: two, text: {nl: Daar}}], items: [{id: a, text: {nl: Een ding}, bin: three}, {id: b, text: {nl: Een ding}, bin: one}]}
  - {id: huis-02, type: true-false, correct: true}
"""
LOOKS: list[tuple[int, Literal["light", "dark"], str]] = [
    (360, "light", "nl"), (1280, "dark", "en"), (1280, "light", "nl"), (360, "dark", "en"),
]  # fmt: skip
STATES = ["home", *range(12), "module", "places", "broken"]
SAMPLE = {0: ["home", 0, 2, 4, 8], 1: [2, 5, "module", 9, 10, 11, "places", "broken"]}
"""By the turn of a look; scripts/prove.py takes them all."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Iterator[StudioServer]:
    root = new_workspace(tmp_path_factory.mktemp("states") / "workspace")
    for slug, text in (("zeester", PROFILE), ("kapot", "organisation:\n  name: [Kapot\n")):
        (root / "profiles" / slug).mkdir()
        (root / "profiles" / slug / "profile.yml").write_text(text, encoding="utf-8")
    (root / "profiles" / "zeester" / "quizzes").mkdir()
    (root / "profiles" / "zeester" / "quizzes" / "huis.yml").write_text(MODULE, encoding="utf-8")
    publish_twice(Workspace.at(root))
    with studio_at(root) as running:
        yield running


def publish_twice(workspace: Workspace) -> None:
    """A folder that has been published to, with an earlier version, and a server that asks for a password."""
    place = find_place(str(workspace.root.parent / "www"), workspace.root)
    shelf = find_shelf(workspace, "zeester", place)
    open_shelf(workspace, shelf)
    for number in "12":
        put_online(Outgoing("zeester", site(number), dict), place, shelf)
    far = find_shelf(workspace, "zeester", find_place("http://noor@127.0.0.1:9/vp", workspace.root))
    open_shelf(workspace, far)


def bring_about(page: Page, state: str | int) -> None:
    """The state, from wherever the page is."""
    back = page.locator(".bar .link")
    if state in ("home", "broken"):
        if back.count():
            back.click()
        page.locator(".client").nth(1).wait_for()
        if state == "broken":
            page.locator(".client__open", has_text="kapot").click()
            page.locator(".raw").wait_for()
        return
    if not back.count():
        page.locator(".client__open", has_text="Zeester").click()
    page.locator(".steps button").nth({"module": 6, "places": 10}.get(str(state)) or int(state)).click()
    page.locator(".group h1").wait_for()
    if state in (10, "places"):
        page.locator(".place").nth(1).wait_for()
    if state == "module":
        page.locator(".module__tools button").click()
        page.locator(".asked .link").first.click()
        page.locator(".asked select").first.wait_for()
    if state == "places":
        for button in (".place .small >> nth=1", ".place >> nth=1 >> .small >> nth=2", ".group > p > .button"):
            page.locator(button).click()
        page.locator("#password").wait_for(timeout=60_000)
        page.locator(".place__differences").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(_SETTLED)


@pytest.mark.parametrize(
    "turn", range(len(LOOKS)) if EVERY_PAGE else SAMPLE, ids=lambda turn: "-".join(map(str, LOOKS[turn]))
)
@pytest.mark.sampled(4)
def test_no_checker_finds_anything(chromium: Browser, studio: StudioServer, turn: int) -> None:
    skip_or_fail(missing())
    width, scheme, language = LOOKS[turn]
    height = 900 if width > 1000 else 9000  # there a bar lies over whatever is at the bottom, and one scrolls
    context = chromium.new_context(locale=language, color_scheme=scheme, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(studio.address)
    page.locator(".client").first.wait_for()
    in_page.bring(page)
    found = []
    for state in STATES if EVERY_PAGE else SAMPLE[turn]:
        bring_about(page, state)
        in_page.start(page)
        found += [f"{state}: {tool} {one}" for tool, one in in_page.findings(page)]
    context.close()
    expect_none(found)


@pytest.mark.parametrize("width", [320, 360, 1280] if EVERY_PAGE else [320])
def test_nothing_is_wider_than_the_window_and_every_target_can_be_hit(
    chromium: Browser, studio: StudioServer, width: int
) -> None:
    context = chromium.new_context(locale="nl", viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(studio.address)
    page.locator(".client").first.wait_for()
    found = []
    for state in STATES:
        bring_about(page, state)
        found += [f"{state}: {one}" for one in page.evaluate(_MISFITS)]
    context.close()
    expect_none(found)


# A checker looks at what stands: what is still being drawn has parts that stand nowhere.
_SETTLED = """() => new Promise((done) => {
    let timer = setTimeout(done, 300);
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 300); }).observe(document, { subtree: true, childList: true, attributes: true });
})"""
_MISFITS = """() => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll('button, select, input, summary, textarea, a[href]')) {
        const box = (one.matches('[type=checkbox], [type=radio], [type=file]') ? one.parentElement : one).getBoundingClientRect();
        if (box.width && !one.matches('[tabindex="-1"]') && (box.height < 43.5 || box.width < 43.5)) found.push(`small: ${box.width} × ${box.height} ${one.outerHTML.slice(0, 90)}`);
        if (box.width && box.right > innerWidth + 1) found.push(`outside: ${one.outerHTML.slice(0, 90)}`);
    }
    return found;
}"""
