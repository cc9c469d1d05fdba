"""Browsers of some years ago, such as that of iOS 12: a page works to its end there. test_lint.py says that every script can be read there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from .sites import find_trees
from .states import STATES, State, enter
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

TREE = next(tree for tree in find_trees() if str(tree) == "vuurtoren-nl")

NEWER = [
    "AggregateError",
    "BigInt",
    "CompressionStream",
    "FinalizationRegistry",
    "PointerEvent",
    "ResizeObserver",
    "WeakRef",
    "globalThis",
    "queueMicrotask",
    "reportError",
    "structuredClone",
    "scheduler",
    "navigation",
    "Array.fromAsync",
    "Array.prototype.at",
    "Array.prototype.findLast",
    "Array.prototype.findLastIndex",
    "Array.prototype.toReversed",
    "Array.prototype.toSorted",
    "Array.prototype.toSpliced",
    "Array.prototype.with",
    "AbortSignal.any",
    "AbortSignal.timeout",
    "CSSStyleSheet.prototype.replaceSync",
    "Crypto.prototype.randomUUID",
    "Document.prototype.startViewTransition",
    "Element.prototype.animate",
    "Element.prototype.checkVisibility",
    "Element.prototype.getAnimations",
    "Element.prototype.getHTML",
    "Element.prototype.moveBefore",
    "Element.prototype.replaceChildren",
    "Element.prototype.setHTML",
    "Element.prototype.setHTMLUnsafe",
    "Element.prototype.toggleAttribute",
    "DocumentFragment.prototype.replaceChildren",
    "Document.prototype.adoptedStyleSheets",
    "HTMLDialogElement.prototype.showModal",
    "HTMLElement.prototype.attachInternals",
    "HTMLElement.prototype.inert",
    "HTMLElement.prototype.hidePopover",
    "HTMLElement.prototype.showPopover",
    "HTMLElement.prototype.togglePopover",
    "HTMLFormElement.prototype.requestSubmit",
    "Map.groupBy",
    "Object.fromEntries",
    "Object.groupBy",
    "Object.hasOwn",
    "Intl.DisplayNames",
    "Intl.DurationFormat",
    "Intl.ListFormat",
    "Intl.Locale",
    "Intl.PluralRules",
    "Intl.RelativeTimeFormat",
    "Intl.Segmenter",
    "Intl.supportedValuesOf",
    "Intl.DateTimeFormat.prototype.formatRange",
    "Promise.allSettled",
    "Promise.any",
    "Promise.try",
    "Promise.withResolvers",
    "Set.prototype.difference",
    "Set.prototype.intersection",
    "Set.prototype.isSubsetOf",
    "Set.prototype.isSupersetOf",
    "Set.prototype.symmetricDifference",
    "Set.prototype.union",
    "String.prototype.at",
    "String.prototype.isWellFormed",
    "String.prototype.matchAll",
    "String.prototype.replaceAll",
    "SubmitEvent.prototype.submitter",
    "URL.canParse",
]
"""What came after them, and what a script of ours might be tempted to use."""

ASKED_FOR = ["IntersectionObserver", "Navigator.prototype.clipboard"]
"""Newer too; a script looks whether it is there."""

_DRIVEN_BY = "globalThis"
"""Playwright cannot do without."""

_WITHOUT = """
for (const path of %s) {
    const names = path.split(".");
    const last = names.pop();
    const owner = names.reduce((one, name) => one && one[name], window);
    if (owner) delete owner[last];
}"""


def make_note(page: Page) -> Iterator[str]:
    """Straight to an end of the signpost, and the note on paper."""
    choices = page.locator("[data-signpost] .signpost__choice").filter(visible=True)
    while choices.count():
        choices.first.click()
    page.locator(".signpost__bar .link-button").filter(visible=True).last.click()
    yield "a note"


WAYS = [
    *(one for one in STATES if str(one) in ("search-wie", "message-bericht", "end-training-role")),
    State("note", "wegwijzer.html", "main", make_note),
]


@pytest.mark.sampled(2)
@pytest.mark.browser
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_without_all_of_that_a_page_works_to_its_end(chromium: Browser, served: Path, way: State) -> None:
    with watched(chromium, f"{served.as_uri()}/{TREE.path}/") as it:
        it.page.add_init_script(_WITHOUT % json.dumps([name for name in (*NEWER, *ASKED_FOR) if name != _DRIVEN_BY]))
        it.open(way.page)
        assert it.page.evaluate("[typeof Element.prototype.replaceChildren, typeof navigator.clipboard]") == [
            "undefined",
            "undefined",
        ]
        assert list(enter(it.page, way))
        assert it.seen() == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_without_has_the_first_page_says_nothing_twice(
    chromium: Browser, served: Path, origin: str, width: int
) -> None:
    """Firefox before 121 and Safari before 15.4 leave such a rule out."""
    with watched(chromium, f"{origin}{TREE.path}/", viewport={"width": width, "height": 640}) as it:

        def as_it_was(route: Route) -> None:
            answer = route.fetch()
            assert ":has(" in answer.text()
            route.fulfill(body=answer.text().replace(":has(", ":had("), content_type="text/css")

        it.page.route("**/assets/*.css", as_it_was)
        it.open("index.html")
        assert it.page.locator(".hero__sure").filter(visible=True).count() == 1


_COVERED = """[...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()).filter((one) => {
    const own = getComputedStyle(one), mark = getComputedStyle(one, "::before");
    return mark.content.includes("counter") && mark.position === "absolute" && parseFloat(mark.left) + parseFloat(mark.width) > parseFloat(own.paddingLeft);
}).map((one) => one.innerText)"""
"""What has a numeral over its words."""

_YOUNGER = re.compile(
    r"(?<=[{;])(?:inset[-a-z]*|(?:scroll-)?(?:margin|padding)-(?:block|inline)|border-(?:block|inline)):[^;}]*;?"
)
"""Properties that came with iOS 14.5, Chrome 87 and Firefox 66."""


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize(
    "name", ["index.html", "wie.html", "gesprek.html", "kort.html", "wegwijzer.html", "training-role.html"]
)
def test_without_the_younger_properties_the_bar_is_in_reach_and_the_text_keeps_its_edge(
    chromium: Browser, served: Path, name: str
) -> None:
    with watched(chromium, f"{served.as_uri()}/{TREE.path}/") as it:

        def as_it_was(route: Route) -> None:
            sheet = Path(unquote(urlsplit(route.request.url).path)).read_text(encoding="utf-8")
            route.fulfill(body=_YOUNGER.sub("", sheet), content_type="text/css")

        it.page.route("**/assets/*.css", as_it_was)
        it.page.set_viewport_size({"width": 360, "height": 700})
        it.open(name)
        assert it.page.evaluate("document.documentElement.scrollWidth") == 360
        edge = it.page.locator("main h1").first.evaluate("one => one.getBoundingClientRect().left")
        assert edge >= 16
        assert it.page.evaluate(_COVERED) == []
        it.page.evaluate("scrollTo(0, (document.body.scrollHeight - innerHeight) / 3)")
        bar = it.page.locator("[data-contact-bar]")
        assert bar.evaluate("one => Math.round(one.getBoundingClientRect().bottom)") == 700
