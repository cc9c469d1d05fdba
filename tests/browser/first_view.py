"""What a page asks of somebody who opens it on a phone: words, taps, bytes and requests."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from .figures import Number
from .watch import Watched

TEXT = (".html", ".css", ".js")


def measure_first_view(it: Watched, served: Path, name: str, ways: list[str]) -> dict[str, Number]:
    """Open a page and measure it; the window is a phone's."""
    it.open(name)
    it.page.evaluate("document.fonts.ready.then(() => null)")
    # A browser takes the icon when it likes; it counts as asked for.
    icon = it.page.evaluate("(document.querySelector('link[rel=icon]') || {}).href")
    asked = dict.fromkeys([*it.requests, *([icon] if icon else [])])
    files = [served / urlsplit(url).path.lstrip("/") for url in asked]
    files = [file for file in files if file.is_file()]  # another test tells what is not there
    # As a server that compresses would send it.
    text = sum(len(gzip.compress(file.read_bytes())) for file in files if file.suffix in TEXT)
    rest = sum(file.stat().st_size for file in files if file.suffix not in TEXT)
    it.measure()
    seen: dict[str, Number | None] = it.page.evaluate("ways => measure.firstView(ways)", ways)
    found = {key: value for key, value in seen.items() if value is not None}
    # The questions may weigh eight kB more: they are what somebody came for, and a script makes them one a screen.
    kind = "module" if name.startswith("training-") else "text"
    return {**found, kind: text / 1000, "weight": (text + rest) / 1000, "requests": len(files)}
