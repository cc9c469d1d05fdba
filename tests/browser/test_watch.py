"""The watch sees what it is there to see: each page here does one thing that no page may do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

FAULTS = {
    "console: hello": "<script>console.log('hello')</script>",
    "error: lost": "<script>throw 'lost'</script>",
    "reached for localStorage": "<script>try { localStorage.x = 1 } catch {}</script>",
    "reached for cookie": "<script>try { document.cookie = 'x=1' } catch {}</script>",
    "reached for indexedDB": "<script>try { indexedDB.open('x') } catch {}</script>",
    "reached for fetch": "<script>try { fetch('x') } catch {}</script>",
    "history holds answer": "<script>history.replaceState({answer: 1}, '')</script>",
    "window.name": "<script>window.name = 'visitor'</script>",
    "foreign request: https://example.org/x.png": "<img src='https://example.org/x.png'>",
    "404": "<img src='missing.png'>",
    "Content Security Policy": (
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'\"><script>alert(1)</script>"
    ),
}


@pytest.mark.sampled(2)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(chromium: Browser, served: Path, origin: str, fault: str) -> None:
    folder = served / "faults"
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(f"<!doctype html><title>x</title>{FAULTS[fault]}", encoding="utf-8")
    with watched(chromium, f"{origin}faults/") as it:
        it.open("page.html")
        assert any(fault in line for line in it.seen())


LEFT: dict[str, Callable[[Watched], object]] = {
    "nothing": lambda it: None,
    "a clock that stands still": lambda it: it.page.clock.set_fixed_time("2024-11-23T10:00:00+01:00"),
    "a size": lambda it: it.page.set_viewport_size({"width": 555, "height": 555}),
    "paper": lambda it: it.page.emulate_media(media="print"),
    "a script": lambda it: it.page.add_init_script("window.left = true"),
    "an answer of its own": lambda it: it.page.route("**/page.html", lambda route: route.fulfill(body="left")),
    "a name": lambda it: it.page.evaluate("window.name = 'left'"),
    "a window": lambda it: it.page.context.new_page(),
}
FOUND = """() => [innerWidth, matchMedia('print').matches, window.left, window.name, document.title,
    new Date().getFullYear() > 2024]"""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("trace", LEFT)
def test_who_comes_after_somebody_finds_nothing_of_them(chromium: Browser, served: Path, trace: str) -> None:
    folder = served / "left"
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text("<!doctype html><title>page</title>", encoding="utf-8")
    with watched(chromium, f"{folder.as_uri()}/", locale="nl") as it:
        it.open("page.html")
        LEFT[trace](it)
    with watched(chromium, f"{folder.as_uri()}/", locale="nl") as it:
        it.open("page.html")
        assert it.page.evaluate(FOUND) == [1280, False, None, "", "page", True]
        assert len(it.page.context.pages) == 1
