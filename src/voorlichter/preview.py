"""A site on this computer that follows its sources: save a file, and the browser shows it.

Only the preview adds a reload script and lets it listen to this computer; no built site has either.
"""

from __future__ import annotations

import mimetypes
import threading
import time
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import unquote, urlsplit

import watchfiles

from voorlichter.build import Builder, BuildOrder
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import InputError, MachineError, Problem, Say, has_errors
from voorlichter.scratch import Scratch
from voorlichter.workspace import LAYERED, Workspace

_RELOAD = b"new EventSource('/-/changes').onmessage = function () { location.reload() };\n"
_POLICY = b"default-src 'none'"


class Preview:
    """Builds into a folder of its own and serves it on the loopback address."""

    def __init__(self, workspace: Workspace, slug: str, port: int, today: date) -> None:
        self.workspace = workspace
        self.slug = slug
        self._folder = Scratch("preview")
        self.order = BuildOrder(workspace, self._folder.path, today)
        self._builder = Builder(self.order)
        self.version = 0
        self.known: date | None = None
        """The day the knowledge of absences ends of the site as it is."""
        self.changed = threading.Condition()
        self.failures: tuple[Say, ...] = ()
        problems = self.rebuild()
        if has_errors(problems) or self.failures:
            self._folder.close()
            raise MachineError(self.failures[0]) if self.failures else InputError(problems)
        try:
            self.server = ThreadingHTTPServer(("127.0.0.1", port), _handler_of(self))
        except OSError as error:
            self._folder.close()
            raise MachineError(
                Say(
                    f"poort {port} is bezet; kies een andere met --port",
                    f"port {port} is taken; choose another with --port",
                )
            ) from error
        self.server.daemon_threads = True

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
        self._builder.close()
        self._folder.close()

    def rebuild(self) -> tuple[Problem, ...]:
        """Build what changed; the problems found."""
        try:
            self._builder = self._builder.up_to_date()
            outcome = self._builder.build(self.slug)
        except InputError as error:
            return error.problems
        self.known, self.failures = outcome.known, outcome.failures
        return outcome.problems

    def run(self, tell: Callable[[str], None]) -> None:
        """Follow the sources until interrupted; tells the time from a saved file to the new page."""
        folders = [self.workspace.root / name for name in ("profiles", "advisors", *LAYERED)]
        watched = [folder for folder in folders if folder.is_dir()]
        for _ in watchfiles.watch(*watched, debounce=60, step=20, raise_interrupt=False):
            start = time.perf_counter()
            problems = self.rebuild()
            for problem in problems:
                tell(problem.render(LANGUAGE, self.workspace.root))
            for failure in self.failures:
                tell(failure.to(LANGUAGE))
            if has_errors(problems) or self.failures:
                tell(say("de vorige versie blijft staan", "the previous version stays"))
                continue
            with self.changed:
                self.version += 1
                self.changed.notify_all()
            tell(
                say(
                    f"bijgewerkt in {time.perf_counter() - start:.2f} s",
                    f"updated in {time.perf_counter() - start:.2f} s",
                )
            )


def _handler_of(preview: Preview) -> type[BaseHTTPRequestHandler]:
    site = preview.order.output / preview.slug

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == "/-/changes":
                self.follow()
            elif path == "/-/reload.js":
                self.answer(200, "text/javascript", _RELOAD)
            else:
                self.file(path)

        def file(self, path: str) -> None:
            target = (site / path.lstrip("/")).resolve()
            if target.is_dir():
                target /= "index.html"
            status = 200
            if site.resolve() not in target.parents or not target.is_file():
                status, target = 404, site / "404.html"
            kind = mimetypes.guess_type(target.name)[0] or "application/octet-stream"
            data = target.read_bytes()
            if kind == "text/html":
                data = data.replace(_POLICY, _POLICY + b"; connect-src 'self'", 1)
                data = data.replace(b"</body>", b'<script src="/-/reload.js" defer></script></body>', 1)
            self.answer(status, kind, data)

        def follow(self) -> None:
            """Server-sent events: one for each new version."""
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            seen = preview.version
            try:
                while True:
                    with preview.changed:
                        preview.changed.wait(timeout=15)
                    note = b": here\n\n" if preview.version == seen else b"data: new\n\n"
                    seen = preview.version
                    self.wfile.write(note)
                    self.wfile.flush()
            except OSError:
                return

        def answer(self, status: int, kind: str, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    return Handler
