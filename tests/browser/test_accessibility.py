"""axe-core on every page: narrow and wide, light and dark, folded text and menu open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .sites import Tree, expect_none, find_trees, opened_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LANES = min(4, os.cpu_count() or 1)
"""Pages judged at a time; each has a process of its own in the browser."""

THOROUGH = os.environ.get("VOORLICHTER_PROVE") == "1"
"""Set by scripts/prove.py, which has the time."""

LOOKS = [(width, scheme) for width in ((320, 360, 768, 1280, 1920) if THOROUGH else (360, 1280)) for scheme in ("light", "dark")]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose outcome a colour scheme can change; without time only these run again in dark."""

OTHERS = ("index.html", "waarvoor.html", "wie.html")
"""Of the sites that are no example: the pages with long names, photos and colours of their own."""

MENU_PAGES = ("index.html", "gesprek.html")
"""The menu differs between pages in its current entry only."""

_PREPARE = """() => {
    for (const one of document.querySelectorAll("details:not([data-menu])")) one.open = true;
    // What is drawn behind a text hides its ground from axe; that ground is judged on its own below.
    document.styleSheets[0].insertRule("*::before, *::after { content: none !important }");
    // The bar at the bottom lies over whatever happens to be there; the walk by keyboard looks at that.
    document.styleSheets[0].insertRule(".contact-bar { position: static !important }");
}"""
_GROUND = """() => document.styleSheets[0].insertRule("body { background: var(--tint) !important }")"""
_START = """([context, rules]) => {
    const options = { preload: false, resultTypes: ["violations", "incomplete"], rules: { "target-size": { enabled: true } } };
    if (rules) options.runOnly = { type: "rule", values: rules };
    window.verdict = new Promise((resolve, reject) => setTimeout(() => axe.run(context, options).then(resolve, reject)));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


class Lane:
    """One page object; a run is started in all lanes before the first answer is awaited."""

    def __init__(self, page: Page, axe: str) -> None:
        self.page = page
        self.axe = axe
        self.name = ""

    def open(self, base: str, name: str) -> None:
        self.name = name
        self.page.goto(base + name)
        self.page.evaluate(self.axe)
        self.page.evaluate(_PREPARE)

    def start(self, width: int, scheme: Any, context: str, rules: list[str] | None) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate(_START, [context, rules])

    def problems(self, state: str) -> Iterator[str]:
        verdict = self.page.evaluate("window.verdict")
        unsure = [rule for rule in verdict["incomplete"] if rule["id"] in COLOURS]
        for kind, rules in (("violation", verdict["violations"]), ("cannot be told", unsure)):
            for rule in rules:
                for node in rule["nodes"]:
                    checks = node["any"] + node["all"] + node["none"]
                    if kind == "violation" or any(ground_is_hidden(check) for check in checks):
                        reasons = "; ".join(check["message"] for check in checks)
                        yield f"{self.name} {state}: {kind} {rule['id']}: {node['target']} {reasons}"


def ground_is_hidden(check: dict[str, Any]) -> bool:
    """A text whose ground axe cannot see; not one that it only finds hard to place where its lines wrap."""
    return (check["data"] or {}).get("messageKey") not in ("elmPartiallyObscured", "elmPartiallyObscuring")


@pytest.mark.parametrize("tree", find_trees(), ids=str)
def test_axe_finds_no_fault(chromium: Browser, served: Path, origin: str, axe: str, tree: Tree) -> None:
    found = []
    context = chromium.new_context()
    pages = [context.new_page() for _ in range(LANES)]
    base = f"{origin}{tree.path}/"
    names = opened_pages(served, tree) if tree.example else list(OTHERS)
    for first in range(0, len(names), LANES):
        batch = names[first : first + LANES]
        lanes = [Lane(page, axe) for page in pages[: len(batch)]]
        for lane, name in zip(lanes, batch, strict=True):
            lane.open(base, name)
        for width, scheme in LOOKS:
            for lane in lanes:
                lane.start(width, scheme, "html", COLOURS if scheme == "dark" and not THOROUGH else None)
            for lane in lanes:
                found += lane.problems(f"{width} {scheme}")
    context.close()
    expect_none(found)


@pytest.mark.parametrize("tree", [tree for tree in find_trees() if tree.day == "usual"], ids=str)
def test_axe_finds_no_fault_in_the_open_menu_and_on_the_tinted_ground(
    chromium: Browser, origin: str, axe: str, tree: Tree
) -> None:
    found = []
    context = chromium.new_context()
    lanes = [Lane(context.new_page(), axe) for _ in MENU_PAGES]
    for lane, name in zip(lanes, MENU_PAGES, strict=True):
        lane.open(f"{origin}{tree.path}/", name)
        lane.page.evaluate("document.querySelector('[data-menu]').open = true")
    for width, scheme in LOOKS:
        for lane in lanes:
            lane.start(width, scheme, "header", None)
        for lane in lanes:
            found += lane.problems(f"menu {width} {scheme}")
    for lane in lanes:
        lane.page.evaluate("document.querySelector('[data-menu]').open = false")
        lane.page.evaluate(_GROUND)
    for width, scheme in LOOKS:
        for lane in lanes:
            lane.start(width, scheme, "header, h1, h1 + p", COLOURS)
        for lane in lanes:
            found += lane.problems(f"on tint {width} {scheme}")
    context.close()
    expect_none(found)
