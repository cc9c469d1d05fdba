"""The watch sees what it is there to see: each page here does one thing that no page may do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .watch import watched

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


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(chromium: Browser, served: Path, origin: str, fault: str) -> None:
    folder = served / "faults"
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(f"<!doctype html><title>x</title>{FAULTS[fault]}", encoding="utf-8")
    with watched(chromium, f"{origin}faults/") as it:
        it.open("page.html")
        assert any(fault in line for line in it.seen())
