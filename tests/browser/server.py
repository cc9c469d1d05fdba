"""A web server for the built sites and the studio, as a good one is set up: it compresses what gets smaller by it and keeps no log."""

from __future__ import annotations

import gzip
import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

TEXT = (".html", ".css", ".js", ".mjs", ".svg", ".json", ".txt", ".wasm")


class Line:
    """A line that all who load share: what was asked, how much went over it, at most so many bytes a second, and the
    seconds that anything takes there and back."""

    def __init__(self, speed: float = float("inf"), trip: float = 0.0) -> None:
        self.asked: list[str] = []
        self.sent = 0
        self.trip = trip
        self.piece = 1_460 if trip else 16_384
        """What one who loads sends before another has a turn: a packet, where it matters who comes first."""
        self._speed = speed
        self._free = 0.0
        self._known = False
        self._turn = threading.Lock()

    def connect(self) -> None:
        """A connection and its TLS take a trip each; looking the name up another, once."""
        with self._turn:
            trips, self._known = 2 if self._known else 3, True
        time.sleep(trips * self.trip)

    def wait(self, size: int) -> None:
        with self._turn:
            self.sent += size
            self._free = max(self._free, time.monotonic()) + size / self._speed
            free = self._free
        time.sleep(max(0.0, free - time.monotonic()))


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Answers leave at once and in one piece; otherwise each waits some 40 ms for the last one to be acknowledged.
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, *given: Any, line: Line | None = None, **named: Any) -> None:
        self.line = line
        super().__init__(*given, **named)

    def setup(self) -> None:
        super().setup()
        if self.line:
            self.line.connect()

    def do_GET(self) -> None:
        if self.line:
            time.sleep(self.line.trip)
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self.line is None:
            super().copyfile(source, outputfile)
            return
        self.line.asked.append(self.path)
        while part := source.read(self.line.piece):
            self.line.wait(len(part))
            outputfile.write(part)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        data = _compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@lru_cache(maxsize=2048)
def _compressed(path: Path, _: int) -> bytes:
    """Of the file as it was at that moment."""
    return gzip.compress(path.read_bytes())


@contextmanager
def serving(folder: Path, line: Line | None = None) -> Iterator[str]:
    """The address under which a folder is to be had, for as long as this lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), line=line))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
