"""When a visitor can call on a slow line, at their first visit: part of scripts/bench.py.

What somebody waits for is counted on a line of its own (tests/browser/server.py): each answer, connection, TLS and the name
take a trip there and back, and all bytes share the line. Chromium's own preset of the same name puts its wait on each
request instead, also where the connection stands already.
"""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, say

sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Row = tuple[str, str, str]
SPEED, TRIP = 400e3 / 8, 0.4
"""Slow 3G: bytes a second, and seconds there and back."""
PRESET = {"offline": False, "latency": 2000, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
FIRST_WINDOW = 14.6
"""kB that a server sends before it waits to be answered: ten packets."""

_WATCH = """
const painted = () => performance.getEntriesByName("first-contentful-paint").length;
const callable = (link) => {
  const { left, top, width, height } = link.getBoundingClientRect(), found = document.elementFromPoint(left + width / 2, top + height / 2);
  return width && found && link.contains(found);
};
window.bench = new Promise((done) => {
  const look = () => {
    if (painted() && [...document.querySelectorAll("a[href^='tel:'], .choice summary")].some(callable)) done(performance.now() / 1000);
    else requestAnimationFrame(look);
  };
  look();
});
"""


def measure_line(rounds: int) -> Iterator[Row]:
    """A figure's name, value and goal; nothing where there is no browser."""
    from browser.chromium import FLAGS, INSTALL, find_chromium

    program = find_chromium()
    if program is None:
        say(f"A slow line is not measured: there is no Chromium; install it with: {INSTALL}")
        return
    from browser.server import Line, serving
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        sites = Path(name).resolve()
        command = [sys.executable, "-m", "voorlichter", "-C", str(ROOT), "build", "-o", str(sites)]
        subprocess.run(command, check=True, capture_output=True)
        homes = [path.relative_to(sites).as_posix() for path in sorted(sites.glob("*/index.html"))]
        with playwright.chromium.launch(executable_path=program, args=list(FLAGS)) as browser:

            def over_our_line(path: str) -> float:
                with serving(sites, Line(SPEED, TRIP)) as address:
                    return _seconds(browser, address + path)

            def by_the_preset(path: str) -> float:
                with serving(sites) as address:
                    return _seconds(browser, address + path, preset=True)

            for told, way in (
                ("400 kbit/s and 400 ms there and back, name, connection and TLS included", over_our_line),
                ("by Chromium's preset, which makes every request wait 2 s", by_the_preset),
            ):
                slowest, path = max((statistics.median(way(path) for _ in range(rounds)), path) for path in homes)
                yield (
                    f"First visit on slow 3G ({told}): somebody can be called",
                    f"{slowest:.1f} s ({path}, the slowest of the examples)",
                    "≤ 3 s",
                )
        for kind, size in zip(("HTML", "style sheets"), _waited_for(sites), strict=True):
            yield (
                f"What the first paint of a home page waits for, with gzip: {kind}",
                f"{size:.1f} kB",
                f"≤ {FIRST_WINDOW} kB",
            )


def _seconds(browser: Browser, address: str, *, preset: bool = False) -> float:
    """From the address to the first number in the window that can be pressed, or the choice of whose, in a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page: Page = context.new_page()
    page.add_init_script(_WATCH)
    if preset:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", PRESET)
    page.goto(address, wait_until="commit", timeout=60_000)
    seconds: float = page.evaluate("window.bench")
    page.wait_for_load_state("load", timeout=60_000)
    context.close()
    return seconds


def _waited_for(sites: Path) -> tuple[float, float]:
    """The most that comes with the HTML of a home page, and with its style sheets, in kB."""
    html, styles = [], []
    for path in sites.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        html.append(_packed(path))
        styles.append(sum(_packed(path.parent / name) for name in re.findall(r'rel="stylesheet" href="([^"]+)"', text)))
    return max(html), max(styles)


def _packed(path: Path) -> float:
    return len(gzip.compress(path.read_bytes())) / 1000
