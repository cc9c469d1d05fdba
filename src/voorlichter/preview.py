"""A site on this computer that follows its sources: save a file, and the browser shows it.

Only the preview adds a reload script and lets it listen to this computer; no built site has either.
"""

from __future__ import annotations

import mimetypes
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

import watchfiles

from voorlichter.build import Builder, BuildOrder
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import InputError, MachineError, Problem, Say, SharedError, has_errors
from voorlichter.publish.built import read_site
from voorlichter.scratch import Scratch
from voorlichter.turns import Turns
from voorlichter.workspace import LAYERED, Workspace

_POLICY = b"default-src 'none'"
_MOST_STREAMS = 200
_SETTINGS = "mkdocs.yml"
_LOOK = 500
"""Milliseconds between two looks at what no folder that is watched holds."""


class Streams:
    """The browsers that wait for a new version: each a connection, and none a thread. `version` names what stands now."""

    def __init__(self) -> None:
        self.version = secrets.token_hex(4)
        self._open: set[socket] = set()
        self._turn = threading.Lock()

    def add(self, connection: socket, seen: str) -> bool:
        """Keep a connection whose head was sent; False where it is not kept. One that missed a version is told at once."""
        with self._turn:
            if len(self._open) >= _MOST_STREAMS:
                self._open = {stream for stream in self._open if self._send(stream, b": here\n\n")}
            if len(self._open) >= _MOST_STREAMS or (seen != self.version and not self._send(connection, _NEW)):
                return False
            self._open.add(connection)
            return True

    def renew(self) -> None:
        with self._turn:
            self.version = secrets.token_hex(4)
            self._open = {stream for stream in self._open if self._send(stream, _NEW)}

    def holds(self, connection: Any) -> bool:
        with self._turn:
            return connection in self._open

    def _send(self, connection: socket, note: bytes) -> bool:
        """False, and hung up, where nobody listens any more."""
        try:
            connection.setblocking(False)
            return connection.send(note) == len(note)
        except OSError:
            connection.close()
            return False

    def close(self) -> None:
        with self._turn:
            for connection in self._open:
                connection.close()
            self._open.clear()


_NEW = b"data: new\n\n"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, preview: Preview) -> None:
        self.streams = preview.streams
        super().__init__(("127.0.0.1", port), _handler_of(preview))

    def shutdown_request(self, request: Any) -> None:
        if not self.streams.holds(request):
            super().shutdown_request(request)


class Preview:
    """Builds into a folder of its own and serves it on the loopback address."""

    def __init__(self, workspace: Workspace, slug: str, port: int, today: date) -> None:
        self.workspace = workspace
        self.slug = slug
        self._folder = Scratch("preview")
        self.order = BuildOrder(workspace, self._folder.path, today)
        self._builder: Builder | None = None
        self.known: date | None = None
        """The day the knowledge of absences ends of the site as it is."""
        self.streams = Streams()
        self.files: Mapping[str, bytes] = {}
        """The last good version: whoever looks sees all of it, also while the next is being made."""
        self.failures: tuple[Say, ...] = ()
        problems = self.rebuild()
        if has_errors(problems) or self.failures:
            self._close()
            raise MachineError(self.failures[0]) if self.failures else InputError(problems)
        try:
            self.server = _Server(port, self)
        except OSError as error:
            self._close()
            raise MachineError(
                Say(
                    f"poort {port} is bezet; kies een andere met --port",
                    f"port {port} is taken; choose another with --port",
                )
            ) from error

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/"

    def __enter__(self) -> Preview:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.streams.close()
        self._close()

    def _close(self) -> None:
        if self._builder:
            self._builder.close()
        self._folder.close()

    def rebuild(self) -> tuple[Problem, ...]:
        """Build what changed; the problems found. Whatever is half written in a file, the preview goes on."""
        turns = Turns(self.workspace.root)
        try:
            with turns.of(self.slug):
                self._builder = self._builder.up_to_date() if self._builder else Builder(self.order)
                outcome = self._builder.build(self.slug)
                turns.problems += outcome.problems
                turns.failures += outcome.failures
                if outcome.status != "refused":
                    self.known = outcome.known
                    self.files = read_site(self.order.output / self.slug)
        except SharedError as error:
            turns.problems += error.problems
        self.failures = tuple(turns.failures)
        return tuple(turns.problems)

    def run(self, tell: Callable[[str], None]) -> None:
        """Follow the sources until interrupted; tells the time from a saved file to the new page."""
        while self._follow(tell):
            pass

    def _follow(self, tell: Callable[[str], None]) -> bool:
        """Until a folder appears or goes, which must be watched or not any more; False where it was interrupted."""
        folders, settings = self._folders(), self._settings()
        for changes in watchfiles.watch(
            *folders, debounce=60, step=20, rust_timeout=_LOOK, yield_on_timeout=True, raise_interrupt=False
        ):
            now = self._folders(), self._settings()
            if changes or now != (folders, settings):
                self._renew(tell)
            if now[0] != folders:
                return True
            settings = now[1]
        return False

    def _folders(self) -> list[Path]:
        folders = [self.workspace.root / name for name in ("profiles", "advisors", *LAYERED)]
        return [folder for folder in folders if folder.is_dir()]

    def _settings(self) -> tuple[int, int] | None:
        """Of the file that stands beside the folders, what changes when it is written."""
        with suppress(OSError):
            told = (self.workspace.root / _SETTINGS).stat()
            return told.st_mtime_ns, told.st_size
        return None

    def _renew(self, tell: Callable[[str], None]) -> None:
        start = time.perf_counter()
        problems = self.rebuild()
        for problem in problems:
            tell(problem.render(LANGUAGE, self.workspace.root))
        for failure in self.failures:
            tell(failure.to(LANGUAGE))
        if has_errors(problems) or self.failures:
            tell(say("de vorige versie blijft staan", "the previous version stays"))
            return
        self.streams.renew()
        tell(
            say(
                f"bijgewerkt in {time.perf_counter() - start:.2f} s",
                f"updated in {time.perf_counter() - start:.2f} s",
            )
        )


def _handler_of(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 30

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            path = unquote(address.path)
            if not self.is_asked_here():
                self.answer(403, "text/plain", b"")
            elif path == "/-/changes":
                self.follow(address.query)
            elif path == "/-/reload.js":
                self.answer(200, "text/javascript", _reload_after(address.query))
            else:
                self.file(path.lstrip("/"))

        def is_asked_here(self) -> bool:
            """By this very address, not by a name that somebody pointed at this computer."""
            port = preview.server.server_address[1]
            return self.headers.get("Host") in (f"127.0.0.1:{port}", f"localhost:{port}")

        def file(self, path: str) -> None:
            version, files = preview.streams.version, preview.files
            name = f"{path}index.html" if path == "" or path.endswith("/") else path
            status = 200
            if name not in files:
                folder = path.partition("/")[0]
                tree = f"{folder}/" if f"{folder}/404.html" in files and "/" in path else ""
                if "/" in path.removeprefix(tree):
                    self.redirect(f"/{tree}404")
                    return
                status, name = 404, f"{tree}404.html"
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            data = files[name]
            if kind == "text/html":
                data = data.replace(_POLICY, _POLICY + b"; connect-src 'self'", 1)
                script = f'<script src="/-/reload.js?{version}" defer></script></body>'.encode()
                data = data.replace(b"</body>", script, 1)
            self.answer(status, kind, data)

        def follow(self, seen: str) -> None:
            """Server-sent events: one for each new version."""
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            preview.streams.add(self.connection, seen)

        def redirect(self, address: str) -> None:
            """To where the page for what is not there has its style and its links: one level below its tree."""
            self.send_response(302)
            self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def answer(self, status: int, kind: str, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    return Handler


def _reload_after(version: str) -> bytes:
    """Of the page as it was in this version: it hears of every later one, also of one that came while it was loading."""
    seen = version if version.isalnum() else ""
    return f"new EventSource('/-/changes?{seen}').onmessage = function () {{ location.reload() }};\n".encode()
