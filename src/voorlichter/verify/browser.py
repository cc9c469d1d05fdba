"""What a browser does with a site, page by page: what it asks for, what it keeps, and under which policy.

Chromium is driven by Playwright, an extra of the package (`voorlichter[verify]`); nothing that is asked of another server goes out.
"""

from __future__ import annotations

import mimetypes
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from voorlichter.hosting.model import TYPES
from voorlichter.problems import MachineError, Say
from voorlichter.verify.places import Answered

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PATIENCE = 20_000
"""Milliseconds for one page."""


@dataclass(slots=True)
class Browsed:
    """What was seen on all pages together."""

    program: str
    pages: int = 0
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Each address that was asked for and is not of the site, with a page that asked."""
    kept: dict[str, str] = field(default_factory=dict)
    """What was kept (a cookie, local storage …), with a page after which it was there."""
    refused: dict[str, str] = field(default_factory=dict)
    """What the policy, or anything else, made the browser complain of, with the page."""
    policies: set[str] = field(default_factory=set)
    without_policy: list[str] = field(default_factory=list)
    heaviest: tuple[int, int, str] = (0, 0, "")
    """Bytes, requests and name of the page that costs most."""


def browse(base: str, pages: Iterable[str]) -> Browsed:
    """Open every page at an address. Raises MachineError where there is no Chromium to do so."""
    with chromium(base) as browser:
        browsed = Browsed(_program())
        context = browser.new_context(service_workers="allow")
        context.route(lambda url: not url.startswith(base), lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        for name in sorted(pages):
            _look(page, base, name, browsed)
    return browsed


@contextmanager
def chromium(base: str) -> Iterator[Browser]:
    """One that asks only the server of this address. Raises MachineError where there is none, or where it stops."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise MachineError(_NO_PLAYWRIGHT) from error
    flags = [
        f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {urlsplit(base).hostname}",
        "--disable-background-networking",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_program(), args=flags)
            yield browser
            browser.close()
    except Error as error:
        why = " ".join(str(error).split())[:200]
        raise MachineError(Say(f"Chromium houdt op ({why})", f"Chromium stops ({why})")) from error


def _program() -> str:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MachineError(_NO_CHROMIUM)
    return program


_KEPT = """async () => {
    const found = [];
    if (document.cookie) found.push("cookie");
    for (const name of ["localStorage", "sessionStorage"]) {
        try { if (window[name].length) found.push(name); } catch (error) { /* there is none */ }
    }
    if (window.indexedDB && indexedDB.databases && (await indexedDB.databases()).length) found.push("indexedDB");
    if (window.caches && (await caches.keys()).length) found.push("cache");
    if (navigator.serviceWorker && (await navigator.serviceWorker.getRegistrations()).length) found.push("service worker");
    return found;
}"""
_POLICY = "() => [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].map(one => one.content).join(', ')"


def _look(page: Page, base: str, name: str, browsed: Browsed) -> None:
    asked: list[str] = []
    sizes: list[int] = []
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    handlers: list[tuple[str, Callable[..., object]]] = [
        ("request", lambda request: asked.append(request.url)),
        ("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"])),
        ("console", hear),
        ("pageerror", lambda error: complaints.append(str(error))),
    ]
    for event, handler in handlers:
        page.on(event, handler)  # type: ignore[call-overload]
    answer = page.goto(base + name, wait_until="load")
    kept = page.evaluate(_KEPT) + [f"cookie {cookie.get('name', '')}" for cookie in page.context.cookies()]
    policy = ", ".join(
        filter(None, [(answer.headers if answer else {}).get("content-security-policy"), page.evaluate(_POLICY)])
    )
    for event, handler in handlers:
        page.remove_listener(event, handler)
    browsed.pages += 1
    for url in asked:
        if not url.startswith((base, "data:", "blob:")):
            browsed.elsewhere.setdefault(url[:200], name)
    for what in kept:
        browsed.kept.setdefault(what, name)
    for text in complaints:
        browsed.refused.setdefault(" ".join(text.split())[:200], name)
    if policy:
        browsed.policies.add(policy)
    else:
        browsed.without_policy.append(name)
    browsed.heaviest = max(browsed.heaviest, (sum(sizes), len(asked), name))


@contextmanager
def shown_here(read: Callable[[str], Answered]) -> Iterator[str]:
    """The address on this computer alone under which the files of a folder or zip are to be had for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/")
            data = read(name).data if self.headers.get("Host", "").startswith("127.0.0.1:") else None
            kind = TYPES.get(name.rpartition(".")[2]) or mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.send_response(200 if data is not None else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


_NO_PLAYWRIGHT = Say(
    "kijken met een browser vraagt een aanvulling; installeer die met: pip install 'voorlichter[verify]'",
    "looking with a browser needs an extra; install it with: pip install 'voorlichter[verify]'",
)
_NO_CHROMIUM = Say(
    "er is geen Chromium; installeer die (Debian: sudo apt-get install chromium), of zet het pad in CHROMIUM",
    "there is no Chromium; install it (Debian: sudo apt-get install chromium), or put its path into CHROMIUM",
)
