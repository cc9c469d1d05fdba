"""A page in the browser, with everything it says, asks for and keeps written down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_TRAPS = Path(__file__).with_name("traps.js")
_MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
_LASTING = {
    "page": "add_init_script emulate_media expose_binding expose_function on once route set_default_timeout set_viewport_size",
    "clock": "install pause_at run_for set_fixed_time set_system_time",
    "context": "add_cookies add_init_script clear_permissions expose_binding expose_function grant_permissions new_page on route set_offline",
}
"""What outlives the page it is asked of, by whom it is asked."""
_MOST_READ = 20
"""A browser counts up to fifty pages that were read before; whoever has read fewer can be seen to open one more."""


def is_called_off(url: str, failure: str) -> bool:
    """The icon and letters come last; leaving the page calls them off."""
    return url.endswith(("favicon.png", ".woff2")) and "ERR_ABORTED" in failure


class Watched:
    """One page object for many pages of one tree, at `base`; what lies outside its site is foreign."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.lasting: list[str] = []
        """What was asked for that outlives a page."""
        self.come_to(base)
        page.on("console", lambda message: self._seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self._seen.append(f"error: {error}"))
        page.on("request", lambda request: self._note_request(request.url))
        page.on("requestfailed", lambda request: self._note_failure(request.url, str(request.failure)))
        page.on("response", lambda answer: answer.status < 400 or self._seen.append(f"{answer.status}: {answer.url}"))
        page.on("popup", lambda popup: self._seen.append(f"opened: {popup.url}"))
        for whom, asked in (("page", page), ("clock", page.clock), ("context", page.context)):
            for name in _LASTING[whom].split():
                setattr(asked, name, self._noting(name, getattr(asked, name)))

    def _noting(self, name: str, method: Any) -> Any:
        """The method, which says in `lasting` that it was asked."""

        def noted(*arguments: Any, **options: Any) -> Any:
            self.lasting.append(name)
            return method(*arguments, **options)

        return noted

    def come_to(self, base: str) -> None:
        self.base = base
        self.site = re.sub(r"/[a-z]{2}/$", "/", base)
        """A second language's pages take styles, scripts and pictures from the root of their site."""
        self.requests: list[str] = []
        self._seen: list[str] = []

    def leave(self) -> bool:
        """Go away from the page; may somebody else sit down here and find nothing of it?"""
        page = self.page
        is_marked = self.lasting or len(page.context.pages) > 1 or page.url.startswith("about:")
        if is_marked or self.seen() or page.evaluate("history.length") > _MOST_READ:
            return False
        page.goto("about:blank")
        return True

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
        if not is_called_off(url, failure):
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


_FREE: dict[tuple[object, ...], list[Watched]] = defaultdict(list)
"""Who left, by browser and options."""


@contextmanager
def watched(browser: Browser, base: str, moment: datetime | None = None, **options: Any) -> Iterator[Watched]:
    """A visitor of their own, for whom it stays one moment where one is given: nothing is shared with others.

    In the place of one who left nothing behind somebody else may come; a place of its own costs a browser twice what it costs to read a page.
    """
    free = _FREE[browser, moment is None, *sorted((name, repr(option)) for name, option in options.items())]
    while free and free[-1].page.is_closed():
        free.pop()
    visitor = free.pop() if free else _new(browser, options)
    visitor.come_to(base)
    if moment:  # another takes its place
        visitor.page.clock.set_fixed_time(moment)
        visitor.lasting.clear()
    left = False
    try:
        yield visitor
        left = visitor.leave()
    finally:
        if left:
            free.append(visitor)
        else:
            visitor.page.context.close()


def _new(browser: Browser, options: dict[str, Any]) -> Watched:
    context = browser.new_context(**options)
    if options.get("java_script_enabled", True):
        context.add_init_script(path=_TRAPS)
    return Watched(context.new_page(), "")
