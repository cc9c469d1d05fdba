"""A page in the browser, with everything it says, asks for and keeps written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_TRAPS = Path(__file__).with_name("traps.js")
_MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")


class Watched:
    """One page object for many pages of one tree, at `base`; what lies outside its site is foreign."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.site = re.sub(r"/[a-z]{2}/$", "/", base)
        """A second language's pages take styles, scripts and pictures from the root of their site."""
        self.requests: list[str] = []
        self._seen: list[str] = []
        page.on("console", lambda message: self._seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self._seen.append(f"error: {error}"))
        page.on("request", lambda request: self._note_request(request.url))
        page.on("requestfailed", lambda request: self._note_failure(request.url, str(request.failure)))
        page.on("response", lambda answer: answer.status < 400 or self._seen.append(f"{answer.status}: {answer.url}"))
        page.on("popup", lambda popup: self._seen.append(f"opened: {popup.url}"))

    def _note_request(self, url: str) -> None:
        self.requests.append(url)
        if not url.startswith(self.site):
            self._seen.append(f"foreign request: {url}")

    def asked(self) -> list[str]:
        """The files asked for since the page was opened or this was asked; a browser takes the icon when it likes."""
        found = [url.removeprefix(self.base).removeprefix(self.site) for url in self.requests if "favicon" not in url]
        self.requests.clear()
        return found

    def open(self, address: str) -> None:
        self.requests.clear()
        self.page.goto(self.base + address)

    def _note_failure(self, url: str, failure: str) -> None:
        # The icon comes last; leaving the page calls it off.
        if not (url.endswith("favicon.png") and "ERR_ABORTED" in failure):
            self._seen.append(f"failed: {url} {failure}")

    def measure(self) -> None:
        """Give the open page `window.measure`."""
        self.page.evaluate(_MEASURE)

    def seen(self) -> list[str]:
        """What happened since the last time, and what is kept now; letters on their way are waited for."""
        kept = self.page.evaluate("document.fonts.ready.then(() => window.traps ? window.traps() : [])")
        found = [*self._seen, *kept]
        self._seen.clear()
        if self.page.context.cookies():
            found.append(f"cookies: {self.page.context.cookies()}")
        return found


@contextmanager
def watched(browser: Browser, base: str, **options: Any) -> Iterator[Watched]:
    """A visitor of their own: nothing is shared with others."""
    context = browser.new_context(**options)
    if options.get("java_script_enabled", True):
        context.add_init_script(path=_TRAPS)
    try:
        yield Watched(context.new_page(), base)
    finally:
        context.close()
