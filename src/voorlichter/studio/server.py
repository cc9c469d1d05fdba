"""The studio on this computer: its page on one loopback address, what it previews on another, so that neither can reach into the other.

Only this computer is listened to. A request that names another host, comes from another page, or lacks the token of the start address is refused.
"""

from __future__ import annotations

import json
import mimetypes
import secrets
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

from voorlichter.json_read import read_json
from voorlichter.problems import MachineError, Say
from voorlichter.studio.session import Session
from voorlichter.workspace import default_folder

PAGE = Path(__file__).parent / "page"
_LOOKS = 0.05
"""Seconds between two looks whether it is to stop."""
LARGEST = 40 * 1024 * 1024
"""Bytes of one message: a picture, or a workspace in a zip."""


class StudioServer:
    """Two servers and one session; `address` is what the browser opens."""

    def __init__(self, session: Session, port: int) -> None:
        self.session = session
        self.token = secrets.token_urlsafe(24)
        self.shown_token = secrets.token_urlsafe(24)
        """For looking only: a page of the preview knows its own address."""
        self._turn = threading.Lock()
        try:
            self._page = ThreadingHTTPServer(("127.0.0.1", port), _page_handler(self))
        except OSError as error:
            raise MachineError(
                Say(
                    f"poort {port} is bezet; kies een andere met --port",
                    f"port {port} is taken; choose another with --port",
                )
            ) from error
        self._shown = ThreadingHTTPServer(("127.0.0.1", 0), _shown_handler(self))
        for server in (self._page, self._shown):
            server.daemon_threads = True

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._page.server_address[1]}"

    @property
    def shown_origin(self) -> str:
        return f"http://127.0.0.1:{self._shown.server_address[1]}"

    @property
    def shown_address(self) -> str:
        return f"{self.shown_origin}/{self.shown_token}"

    @property
    def address(self) -> str:
        """The token stands behind the #, where no server and no history of another site sees it."""
        return f"{self.origin}/#{self.token}"

    def __enter__(self) -> StudioServer:
        for server in (self._page, self._shown):
            threading.Thread(target=server.serve_forever, args=(_LOOKS,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in (self._page, self._shown):
            server.shutdown()
            server.server_close()

    def handle(self, message: dict[str, object]) -> dict[str, object]:
        with self._turn:
            return self.session.answer(message)

    @property
    def policy(self) -> str:
        """Of the studio's page: its own files and the preview's frame; styles of its own only."""
        return (
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
            f"connect-src 'self'; frame-src {self.shown_origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )


class _Handler(BaseHTTPRequestHandler):
    server_version = "Voorlichter"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 30
    wbufsize = -1  # head and body in one packet: the connection stays, and would wait with the second

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is noted: an address may hold the name of a page that somebody reads."""

    def answer(self, status: int, kind: str, data: bytes, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-site")
        with suppress(ConnectionError):  # somebody typed on, and this answer is no longer waited for
            self.end_headers()
            self.wfile.write(data)
            self.wfile.flush()

    def refuse(self, status: int) -> None:
        """And hangs up: what came along may not have been read."""
        self.close_connection = True
        self.answer(status, "text/plain; charset=utf-8", b"", "default-src 'none'")

    def is_asked_here(self, origin: str) -> bool:
        """By this very address, not by a name that somebody pointed at this computer."""
        return self.headers.get("Host") == origin.removeprefix("http://")


def _page_handler(studio: StudioServer) -> type[_Handler]:
    files = page_files()

    class Handler(_Handler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            if not self.is_asked_here(studio.origin):
                self.refuse(403)
            elif (file := files.get(path)) is None:
                self.refuse(404)
            else:
                kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                text = "; charset=utf-8" if kind.startswith("text/") else ""
                self.answer(
                    200, "text/javascript" if path.endswith(".js") else kind + text, file.read_bytes(), studio.policy
                )

        def do_POST(self) -> None:
            allowed = (
                self.is_asked_here(studio.origin)
                and self.headers.get("Origin") == studio.origin
                and secrets.compare_digest(self.headers.get("X-Studio", ""), studio.token)
            )
            try:
                length = int(self.headers.get("Content-Length", ""))
            except ValueError:
                length = -1
            if not allowed:
                self.refuse(403)
            elif not 0 <= length <= LARGEST:
                self.refuse(413)
            else:
                try:
                    message = read_json(self.rfile.read(length))
                except ValueError:
                    message = None
                if not isinstance(message, dict):
                    self.refuse(400)
                    return
                answer = studio.handle(message) | {"shown": studio.shown_address}
                data = json.dumps(answer).encode()  # in ASCII: half a sign of two halves is in no encoding
                self.answer(200, "application/json", data, "default-src 'none'")

    return Handler


def _shown_handler(studio: StudioServer) -> type[_Handler]:
    """Pages of the preview; the token stands in their address, for a frame cannot send a header."""

    class Handler(_Handler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            if not self.is_asked_here(studio.shown_origin) or not secrets.compare_digest(
                parts.path.strip("/"), studio.shown_token
            ):
                self.refuse(403)
                return
            html = str(studio.handle({**asked, "verb": "page"}).get("html") or "")
            # The page's own policy, in its head, is stricter.
            policy = f"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors {studio.origin}; sandbox allow-scripts"
            self.answer(200 if html else 404, "text/html; charset=utf-8", html.encode(), policy)

    return Handler


def page_files() -> dict[str, Path]:
    """What the page is made of, by its path: nothing else of this computer is handed out."""
    fonts = default_folder() / "overrides" / "assets" / "fonts"
    own = {path.relative_to(PAGE).as_posix(): path for path in PAGE.rglob("*") if path.is_file()}
    return own | {f"fonts/{path.name}": path for path in fonts.glob("*.woff2")}
