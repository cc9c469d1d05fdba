"""The checkers that run inside a page: axe-core, HTML_CodeSniffer and IBM's accessibility-checker-engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from . import FOLDER, MODULES, missing

if TYPE_CHECKING:
    from playwright.sync_api import Page

NAMES = ("axe", "htmlcs", "ibm")
QUICK = NAMES[:2]
"""Half the work: where all three look at one page, these look at another like it."""

# A page's script is not told of them: the policy that forbids foreign scripts holds for the page, not for the tests.
_FILES = {"htmlcs": "html_codesniffer/build/HTMLCS.js", "ibm": "accessibility-checker-engine/ace.js"}

_PREPARE = """() => {
    for (const one of document.querySelectorAll("details:not([data-menu], [data-search])")) one.open = true;
    const sheet = document.styleSheets[0];
    // What is drawn behind a text hides its ground from axe; that ground is judged on its own.
    sheet.insertRule("*::before, *::after { content: none !important }");
    // The bar at the bottom lies over whatever happens to be there; the walk by keyboard looks at that.
    sheet.insertRule(".contact-bar { position: static !important }");
    sheet.insertRule(".contact-bar__run { display: contents !important }");
}"""


@cache
def sources(*names: str) -> str:
    """The script of those of the named checkers that are installed."""
    parts = []
    if "axe" in names:
        parts.append((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    for name, path in _FILES.items():
        if name in names and missing() is None:
            parts.append((MODULES / path).read_text(encoding="utf-8"))
    # Playwright calls what a script ends with, if that can be called.
    return ";\n".join([*parts, (FOLDER / "judge.js").read_text(encoding="utf-8"), "null"])


def bring(page: Page, *only: str) -> None:
    """Put the checkers, or only those named, into the open page, unfold what is folded, and lay bare what they cannot see."""
    page.evaluate(sources(*(only or NAMES)))
    page.evaluate(_PREPARE)


def start(page: Page, context: str = "html", colours_only: bool = False) -> None:
    """Let them begin; `findings` waits for them. Several pages can be judged at a time."""
    options = {"context": context, "coloursOnly": colours_only}
    page.evaluate(
        "options => { window.verdict = new Promise(done => setTimeout(() => done(judge(options)))) }", options
    )


def findings(page: Page) -> Iterator[tuple[str, str]]:
    """What they found, each with the checker's name."""
    for name, found in page.evaluate("window.verdict").items():
        for one in found:
            unsure = "" if one["certain"] else "cannot be told: "
            yield name, f"{unsure}{one['rule']}: {one['place']} {one['message']}"
