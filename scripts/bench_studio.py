"""How fast the studio answers, in a real browser and through both doors: part of scripts/bench.py.

What is seen is timed in the page itself: from the event of a key to the moment at which the frame that shows it has been
drawn. The baseline is the same browser showing the same page, without a program that makes it. Slow means a server that
sends 10 Mbit/s, and a browser that stands still for three quarters of the time, its workers too.
"""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from environment import ROOT, say

sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from browser.server import Line
    from playwright.sync_api import BrowserContext, Page, Playwright

Row = tuple[str, str, str]
NAME = "De Regenboog"
KEYS = "abcdefghijklmnopqrstu"
SLOW_LINE = 10e6 / 8
"""Bytes a second."""
PATIENCE = 240

_WATCH = """
if (window === window.top) {
  const said = new Map();
  let wanted = "", seen = () => {};
  window.bench = {
    typed: 0,
    /** The moment at which the preview shows this. */
    shows(text) { wanted = text; return new Promise((done) => { seen = done; look(); }); },
  };
  const look = () => {
    const front = document.querySelector(".device iframe:not(.behind)");
    if (!wanted || !front || !(said.get(front.contentWindow) || "").includes(wanted)) return;
    wanted = "";
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => seen(performance.now()); port2.postMessage(0); });
  };
  window.addEventListener("message", ({ source, data }) => { if (data && data.bench) { said.set(source, data.bench); look(); } });
  window.addEventListener("input", ({ timeStamp }) => { window.bench.typed = timeStamp; }, true);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ["class"] });
} else if (window.parent === window.top) {
  const tell = () => window.parent.postMessage({ bench: document.body.textContent }, "*");
  window.addEventListener("load", () => {
    tell();
    new MutationObserver(tell).observe(document.body, { subtree: true, characterData: true });
  });
}
"""
_ALONE = """(html) => new Promise((shown) => {
  const begun = performance.now(), frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.style = "width:390px;height:700px";
  frame.onload = () => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { frame.remove(); shown(performance.now() - begun); }; port2.postMessage(0); });
  frame.srcdoc = html;
  document.body.append(frame);
})"""
_COMPILE = """async () => {
  const begun = performance.now();
  await WebAssembly.compileStreaming(fetch("./tab/pyodide.asm.wasm"));
  return (performance.now() - begun) / 1000;
}"""
_STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]"""


def measure_studio(processors: Set[int], rounds: int, day: date) -> Iterator[Row]:
    """A figure's name, value and goal; nothing where there is no browser or nothing for a tab to run on."""
    if processors and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, processors)
    from browser.chromium import INSTALL, find_chromium
    from browser.server import Line, serving

    from voorlichter.problems import MachineError
    from voorlichter.studio.write import default_parts, write_studio

    program = find_chromium()
    if program is None:
        say(f"The studio is not measured: there is no Chromium; install it with: {INSTALL}")
        return
    subprocess.run([sys.executable, str(ROOT / "scripts/studio.py"), "--here"], check=True, stdout=subprocess.DEVNULL)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        base = Path(name).resolve()
        try:
            write_studio(default_parts(), base / "studio")
        except MachineError as error:
            say(f"The studio in a tab is not measured: {error.say.en}")
            return
        yield from _on_the_computer(playwright, program, base, rounds, day)
        line = Line()
        with serving(base / "studio", line) as address:
            yield from _in_a_tab(playwright, program, address, line, base, rounds)
        packed = sum(_as_sent(path) for path in (base / "studio").rglob("*") if path.is_file())
        yield "The whole folder of the studio, each file compressed with gzip", f"{packed / 1e6:.1f} MB", ""
        with serving(base / "studio", Line(SLOW_LINE)) as address:
            yield from _slowly(playwright, program, address, base)


def _on_the_computer(playwright: Playwright, program: str, base: Path, rounds: int, day: date) -> Iterator[Row]:
    first, keys, plain, python = [], [], [], []
    os.environ["VOORLICHTER_CACHE"] = str(base / "work/.voorlichter")
    with _opened(playwright, program, base / "profile") as context:
        alone = context.new_page()
        for number in range(rounds + 1):
            shutil.rmtree(base / "work", ignore_errors=True)
            (base / "work/profiles").mkdir(parents=True)
            if number:
                shutil.copytree(base / "kept", base / "work/.voorlichter")
            python.append(_seconds([sys.executable, "-c", "import json"]))
            begun = time.perf_counter()
            with _studio(base / "work", day) as address:
                page = context.new_page()
                page.goto(address)
                _begin(page)
                if number:
                    first.append(time.perf_counter() - begun)
                else:  # the engine made what a release brings along
                    shutil.copytree(base / "work/.voorlichter", base / "kept")
                if number == rounds:
                    keys = _keys(page)
                    alone.bring_to_front()
                    plain = _plain(alone, base / "work", day)
                page.close()
    goal = "≤ 100 ms"
    yield "Studio on the computer: a key to the changed preview", _beside(keys, plain), goal
    started = statistics.median(first)
    beside = started / statistics.median(python)
    yield (
        "`voorlichter studio` to the first preview, its one question answered at once",
        f"{started:.2f} s ({beside:.0f} × starting Python)",
        "≤ 2 s",
    )


def _in_a_tab(playwright: Playwright, program: str, address: str, line: Line, base: Path, rounds: int) -> Iterator[Row]:
    first, again, keys, plain, sizes, memory, stored, python = [], [], [], [], [], [], [], []
    asked: list[str] = []
    for number in range(rounds):
        profile = base / f"tab-{number}"
        with _opened(playwright, program, base / f"python-{number}") as context:
            page = context.new_page()
            page.goto(f"{address}manifest.json")
            python.append(page.evaluate(_COMPILE))
        for seconds in (first, again):
            with _opened(playwright, program, profile) as context:
                page = context.new_page()
                page.on("request", lambda request: asked.append(request.url))
                before = line.sent
                seconds.append(_first_preview(page, address))
                sizes.append(line.sent - before)
                if seconds is first and number == rounds - 1:
                    keys = _keys(page)
                    plain = [page.evaluate(_ALONE, _shown_html(page)) for _ in KEYS]
                    stored = page.evaluate(_STORED)
                    memory = _memory(context)
        shutil.rmtree(profile)
    yield "Studio in a tab: a key to the changed preview", _beside(keys, plain), "≤ 100 ms"
    name = "A tab, first visit, to the first preview that shows the name just typed"
    beside = statistics.median(first) / statistics.median(python)
    yield name, f"{statistics.median(first):.1f} s ({beside:.1f} × fetching and compiling Python)", "≤ 8 s"
    yield (
        "The same, a second visit in a browser that was closed meanwhile",
        f"{statistics.median(again):.1f} s",
        "≤ 4 s",
    )
    sent = statistics.median(sizes[::2])
    yield "A tab, first visit: what came over the line until then, with gzip", f"{sent / 1e6:.1f} MB", "≤ 12 MB"
    foreign = [url for url in asked if not url.removeprefix("blob:").startswith((address, "about:", "data:"))]
    yield "Memory of the tab, its worker and its preview: now, and at most", "; ".join(memory), "≤ 600 MB"
    yield "Requests beyond its own files; stored before she asks", f"{len(foreign)}; {sum(stored)}", "0; 0"


def _slowly(playwright: Playwright, program: str, address: str, base: Path) -> Iterator[Row]:
    if not Path("/proc/self/stat").is_file():
        return
    with _opened(playwright, program, base / "slow") as context:
        page = context.new_page()
        with _quarter_speed(_pid(context)):
            seconds = _first_preview(page, address)
    yield "A tab, first visit, at a quarter of this machine's speed and 10 Mbit/s", f"{seconds:.1f} s", "≤ 25 s"


# What somebody does


def _first_preview(page: Page, address: str) -> float:
    """Seconds from the address to the site."""
    begun = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
    _begin(page)
    return time.perf_counter() - begun


def _begin(page: Page) -> None:
    page.locator("#whom").fill(NAME, timeout=PATIENCE * 1000)
    page.locator(".button--first").click()
    page.evaluate("(name) => window.bench.shows(name)", NAME)


def _keys(page: Page) -> list[float]:
    """Milliseconds of each."""
    field = page.locator('[id="f-organisation.name"]')
    field.click()
    page.keyboard.press("End")
    page.keyboard.type(" ")
    took, name = [], f"{NAME} "
    for key in KEYS:
        name += key
        page.wait_for_timeout(400)
        page.evaluate("(name) => { window.bench.shown = window.bench.shows(name); }", name)
        page.keyboard.type(key)
        took.append(page.evaluate("async () => (await window.bench.shown) - window.bench.typed"))
    return took


def _plain(page: Page, workspace: Path, day: date) -> list[float]:
    from voorlichter.studio.session import Session
    from voorlichter.workspace import Workspace

    session = Session(Workspace.at(workspace), day)
    slug = session.workspace.slugs()[0]
    html = session.handle({"verb": "page", "slug": slug, "page": "index.html"})["html"]
    return [page.evaluate(_ALONE, html) for _ in KEYS]


def _shown_html(page: Page) -> str:
    html: str = page.evaluate("document.querySelector('.device iframe:not(.behind)').srcdoc")
    return html


# What it runs in


@contextmanager
def _opened(playwright: Playwright, program: str, profile: Path) -> Iterator[BrowserContext]:
    """A browser with a profile of its own, which stays."""
    from browser.chromium import FLAGS

    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=program, args=list(FLAGS), viewport={"width": 1280, "height": 800}
    )
    context.add_init_script(_WATCH)
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@contextmanager
def _studio(workspace: Path, day: date) -> Iterator[str]:
    """The command as somebody starts it, and the address that it tells."""
    command = [sys.executable, "-m", "voorlichter", "studio", "--no-open", "-C", str(workspace), "--date", str(day)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    assert process.stdout
    try:
        yield next(word for word in process.stdout.readline().split() if word.startswith("http"))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
        process.stdout.close()


def _as_sent(path: Path) -> int:
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data)))


def _pid(context: BrowserContext) -> int:
    return next(one["id"] for one in _processes(context) if one["type"] == "browser")


def _processes(context: BrowserContext) -> list[dict[str, Any]]:
    assert context.browser
    session = context.browser.new_browser_cdp_session()
    told: list[dict[str, Any]] = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return told


def _memory(context: BrowserContext) -> list[str]:
    """Of the processes that show pages, in megabytes: proportional share now, and the largest at its peak."""
    if not Path("/proc/self/smaps_rollup").is_file():
        return []
    pages = [one["id"] for one in _processes(context) if one["type"] == "renderer"]
    now = sum(_number(f"/proc/{pid}/smaps_rollup", "Pss:") for pid in pages)
    most = max(_number(f"/proc/{pid}/status", "VmHWM:") for pid in pages)
    return [f"{now / 1024:.0f} MB", f"{most / 1024:.0f} MB"]


def _number(path: str, name: str) -> int:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


@contextmanager
def _quarter_speed(browser: int) -> Iterator[None]:
    """A browser, all of its processes and all of their threads, that stands still for 30 of every 40 ms."""
    ended = threading.Event()

    def hold() -> None:
        while not ended.is_set():
            family = list(_family(browser))
            for _ in range(10):
                _tell(family, signal.SIGSTOP)
                time.sleep(0.030)
                _tell(family, signal.SIGCONT)
                time.sleep(0.010)

    holding = threading.Thread(target=hold)
    holding.start()
    try:
        yield
    finally:
        ended.set()
        holding.join()


def _family(first: int) -> Iterator[int]:
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    found = {first}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    yield from found


def _tell(pids: list[int], what: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            continue


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - begun


def _beside(milliseconds: list[float], plain: list[float]) -> str:
    median = statistics.median(milliseconds)
    return f"{median:.0f} ms ({median / statistics.median(plain):.1f} × showing the same page alone)"
