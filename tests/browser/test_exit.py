"""Leaving quickly: blank at once, the page replaced, and a plain link without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest

from .sites import EXAMPLES, Tree, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

TREES = [
    tree
    for tree in find_trees()
    if tree.day == "usual"
    and tree.example
    and "quick_exit: true" in (EXAMPLES / tree.slug / "profile.yml").read_text(encoding="utf-8")
]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
LEAVE = {
    "click": lambda it: it.page.locator(".exit").click(),
    "keyboard": lambda it: [it.page.keyboard.press("Shift") for _ in range(3)],
    "hidden link": lambda it: [it.page.keyboard.press(key) for key in ("Tab", "Tab", "Enter")],
}
STATUS = "[data-exit-status]"
TOLD = {
    "nl": ["Shift, nog 2 keer", "Shift, nog 1 keer", "Sluit snel is gestopt"],
    "en": ["Shift, 2 more times", "Shift, 1 more time", "Leave quickly has stopped"],
}


def meet(it: Watched, requests: list[dict[str, str]]) -> str:
    """Stand in for the neutral page outside; returns its address."""

    def answer(route: Route) -> None:
        requests.append(route.request.headers)
        route.fulfill(content_type="text/html", body="<title>weather</title>")

    it.open("index.html")
    address = str(it.page.locator(".exit").get_attribute("href"))
    it.page.route(address, answer)
    return address


@pytest.mark.sampled(6)
@pytest.mark.parametrize("way", LEAVE)
@EVERY_TREE
def test_leaving_replaces_the_page_and_tells_nobody(chromium: Browser, origin: str, tree: Tree, way: str) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        requests: list[dict[str, str]] = []
        it.page.goto("about:blank")
        address = meet(it, requests)
        LEAVE[way](it)
        it.page.wait_for_url(address)
        assert "referer" not in requests[0]
        it.page.go_back()
        assert it.page.url == "about:blank"


@pytest.mark.sampled(2)
@EVERY_TREE
def test_the_page_is_blank_before_the_other_answers(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        meet(it, [])
        left = it.page.evaluate("""() => {
            document.querySelector("[data-exit]").click();
            return [document.body.checkVisibility(), document.title.trim()];
        }""")
        assert left == [False, ""]


@pytest.mark.sampled(4)
@EVERY_TREE
def test_shift_counts_aloud_and_only_for_five_seconds(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.page.clock.install()
        it.open("index.html")
        status = it.page.locator(STATUS)
        assert status.get_attribute("role") == "status" and status.inner_text() == ""
        two, one, stopped = TOLD[tree.language]
        it.page.keyboard.press("Shift")
        assert status.inner_text() == two
        it.page.keyboard.press("Shift")
        assert status.inner_text() == one
        it.page.clock.run_for(5001)
        assert status.inner_text() == stopped
        it.page.keyboard.press("Shift")
        assert status.inner_text() == two, "after the pause it begins anew"
        it.page.clock.run_for(1000)
        it.page.keyboard.press("a")
        assert status.inner_text() == "", "another key means nobody is leaving"
        assert it.page.url.endswith("/index.html")


_TURNED = """() => new Promise((done) => {
    const look = () => window.turned ? done(window.turned = false) : setTimeout(look, 5);
    look();
})"""


def _with(key: str) -> Callable[[Page], object]:
    return lambda page: page.keyboard.press(f"{key}+Shift")


_ALT_GRAPH = """() => ["keydown", "keyup"].forEach((name) => {
    document.dispatchEvent(new KeyboardEvent(name, { key: "Shift", modifierAltGraph: true }));
})"""
"""A driver has no such key."""


def _click(page: Page) -> None:
    page.keyboard.down("Shift")
    page.locator("h1").click()
    page.keyboard.up("Shift")


def _scroll(page: Page) -> None:
    page.keyboard.down("Shift")
    page.mouse.wheel(0, 1)
    page.evaluate(_TURNED)
    page.keyboard.up("Shift")


ELSEWHERE = {
    **{key: _with(key) for key in ("Alt", "Control", "Meta")},
    "AltGraph": lambda page: page.evaluate(_ALT_GRAPH),
    "a letter": lambda page: page.keyboard.press("Shift+A"),
    "a click": _click,
    "the wheel": _scroll,
}


@pytest.mark.parametrize("what", ELSEWHERE)
@pytest.mark.sampled(2)
def test_shift_together_with_anything_else_never_leaves(chromium: Browser, origin: str, what: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/") as it:
        meet(it, [])
        it.page.evaluate("addEventListener('wheel', () => { window.turned = true })")
        for _ in range(4):
            ELSEWHERE[what](it.page)
            assert it.page.locator(STATUS).inner_text() == ""
        it.page.keyboard.press("Shift")
        assert it.page.locator(STATUS).inner_text() == TOLD[TREES[0].language][0], "alone it counts again"


@pytest.mark.sampled(4)
@EVERY_TREE
def test_back_from_the_other_page_this_one_is_whole_again(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        meet(it, [])
        title = it.page.title()
        it.page.evaluate("""() => {
            document.querySelector("[data-exit]").addEventListener("click", event => event.stopImmediatePropagation());
            document.body.hidden = true;
            document.title = " ";
            window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }""")
        assert it.page.evaluate("document.body.checkVisibility()")
        assert it.page.title() == title


@pytest.mark.sampled(2)
@EVERY_TREE
def test_what_it_does_is_told_on_every_page_before_the_text(chromium: Browser, origin: str, tree: Tree) -> None:
    words = "geschiedenis" if tree.language == "nl" else "history"
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False) as it:
        for name in ("index.html", "collega.html", "404.html"):
            it.open(name)
            before = it.page.locator(".exit-note, .hero").all_inner_texts()
            assert any(words in text for text in before), name


_NOTE = """() => {
    const words = document.querySelector(".exit-note span"), style = getComputedStyle(words);
    const exit = document.querySelector(".exit").getBoundingClientRect();
    return {
        ground: style.backgroundColor === getComputedStyle(document.body).backgroundColor,
        lines: Array.from(words.getClientRects(), (box) => box.left >= 0 && box.right <= innerWidth
            && (box.top >= exit.bottom || box.bottom <= exit.top || box.right <= exit.left)),
    };
}"""


@pytest.mark.sampled(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@EVERY_TREE
def test_its_explanation_stands_whole_on_a_ground_of_its_own(
    chromium: Browser, origin: str, tree: Tree, scheme: Literal["light", "dark"]
) -> None:
    """The edge of the arch runs behind it."""
    with watched(chromium, f"{origin}{tree.path}/", color_scheme=scheme) as it:
        it.open("collega.html")
        for width in (320, 360, 500, 740, 895, 897, 1280):
            it.page.set_viewport_size({"width": width, "height": 640})
            seen = it.page.evaluate(_NOTE)
            assert seen["ground"] and seen["lines"] and all(seen["lines"]), width


_TELEPHONES = ((360, 640), (640, 360), (320, 480))
_IN_REACH = """() => {
    const box = document.querySelector(".exit").getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return [box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth, box.height >= 44, hit && hit.className];
}"""


@pytest.mark.sampled(2)
@EVERY_TREE
def test_on_a_telephone_it_stays_in_reach_however_far_one_has_read(chromium: Browser, origin: str, tree: Tree) -> None:
    """Motion is reduced: a smooth scroll would be looked at before it got anywhere."""
    with watched(chromium, f"{origin}{tree.path}/", reduced_motion="reduce") as it:
        for name in ("index.html", "vertrouwelijk.html", "kort-wie.html", "404.html"):
            it.open(name)
            for width, height in _TELEPHONES:
                it.page.set_viewport_size({"width": width, "height": height})
                for share in (0, 0.5, 1):
                    it.page.evaluate("share => scrollTo(0, share * document.documentElement.scrollHeight)", share)
                    assert it.page.evaluate(_IN_REACH) == [True, True, "exit"], (name, width, height, share)


_COVERED = """() => {
    const one = document.activeElement, exit = document.querySelector(".exit");
    if (!one || one === document.body || one.hasAttribute("data-exit")) return null;
    const way = exit.getBoundingClientRect();
    const hit = Array.from(one.getClientRects()).some(box => box.left < way.right && box.right > way.left && box.top < way.bottom && box.bottom > way.top);
    return hit ? one.textContent.trim() : null;
}"""


@pytest.mark.parametrize("size", _TELEPHONES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tree", TREES[:1], ids=str)
@pytest.mark.sampled(2)
def test_it_never_covers_what_has_the_focus(chromium: Browser, origin: str, tree: Tree, size: tuple[int, int]) -> None:
    """Motion is reduced: on the way there a smooth scroll passes under it."""
    with watched(
        chromium, f"{origin}{tree.path}/", viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
    ) as it:
        for name in ("index.html", "hulp.html"):
            it.open(name)
            for key in ("Tab", "Shift+Tab"):
                for _ in range(70):
                    it.page.keyboard.press(key)
                    assert it.page.evaluate(_COVERED) is None, (name, key)


@pytest.mark.sampled(4)
@EVERY_TREE
def test_it_is_not_printed(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("collega.html")
        it.page.emulate_media(media="print")
        for one in it.page.locator("[data-exit], [data-exit-status], .exit-note").all():
            assert not one.is_visible()


@pytest.mark.sampled(4)
@EVERY_TREE
def test_without_a_script_it_is_a_plain_link(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False) as it:
        requests: list[dict[str, str]] = []
        address = meet(it, requests)
        it.page.locator(".exit").click()
        assert it.page.url == address
        assert "referer" not in requests[0]
