"""Somebody who fills in the studio's page in a browser that WebDriver drives."""

from __future__ import annotations

import base64
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .engines import PATIENCE, Browser

Place = dict[str, str]
_AIMS = 5
_REST = 30
_ARRIVES = 2
"""Seconds in which a click that was made is there."""

_FIELD = "return document.getElementById(arguments[0])"
_BUTTON = "return [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === arguments[0] && one.checkVisibility())"
_WRITE = """const [place, text] = arguments;
place.focus();
place.select();
if (text) document.execCommand("insertText", false, text); else document.execCommand("delete");"""
_CHOICE = """const [place, title] = arguments;
if (place.tagName !== "SELECT") return [...place.querySelectorAll("label.choice")].find((one) => one.textContent.includes(title))?.querySelector("input");
const option = [...place.options].find((one) => one.textContent === title);
if (!option) return null;
place.focus();
place.value = option.value;
place.dispatchEvent(new Event("change", { bubbles: true }));
return place;"""
_GIVE = """const [place, name, type, data] = arguments;
const given = new DataTransfer();
given.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name, { type }));
place.files = given.files;
place.dispatchEvent(new Event("change", { bubbles: true }));"""
_AT_REST = """const [place, seconds, done] = arguments, end = performance.now() + 1000 * seconds;
let before = "", frames = 0;
const look = () => {
  const box = place.getBoundingClientRect(), now = [box.x, box.y, box.width, box.height].join();
  frames = now === before ? frames + 1 : 0;
  before = now;
  if (frames < 2 && performance.now() < end) requestAnimationFrame(look);
  else done(frames < 2 ? `it does not come to rest: ${now}` : "");
};
requestAnimationFrame(look);"""
"""Where it has stood for two frames it stays: what a page does after it has drawn is done by then."""
_WATCH = """const [place] = arguments, kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const meet = (event) => {
  const missed = !event.composedPath().includes(place);
  if (missed) { event.preventDefault(); event.stopImmediatePropagation(); }
  if (event.type === "click") window.met = missed ? event.target.outerHTML.slice(0, 200) : "";
};
window.met = null;
for (const kind of kinds) addEventListener(kind, meet, true);
window.look_away = () => { for (const kind of kinds) removeEventListener(kind, meet, true); };"""
"""A click that something else gets, because an answer came and moved the page, does nothing there."""
_MET = """const [seconds, done] = arguments, end = performance.now() + 1000 * seconds;
const look = () => {
  if (window.met === null && performance.now() < end) { setTimeout(look, 10); return; }
  window.look_away();
  done(window.met ?? "nothing");
};
look();"""
_HEADED = "return document.querySelector('main h1')?.textContent === arguments[0]"
_FRONT = "return document.querySelector('.device iframe:not(.behind)')"


class RemoteHands:
    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.actions = 0

    def find(self, selector: str) -> Place:
        return self._there("return document.querySelector(arguments[0])", selector)

    def field(self, *path: str | int) -> Place:
        return self._there(_FIELD, f"f-{'.'.join(map(str, path))}")

    def button(self, name: str) -> Place:
        return self._there(_BUTTON, name)

    def adds(self, *path: str | int) -> Place:
        script = "return [...document.getElementById(arguments[0])?.querySelectorAll('button') ?? []].pop()"
        return self._there(script, f"f-{'.'.join(map(str, path))}")

    def fill(self, text: str, *path: str | int) -> None:
        self.write(self.field(*path), text)

    def write(self, place: Place, text: str) -> None:
        self.actions += 1
        self.browser.run(_WRITE, place, text)

    def choose(self, title: str, *path: str | int) -> None:
        self.actions += 1
        choice = self._until(lambda: self.browser.run(_CHOICE, self.field(*path), title), title)
        if not self.browser.run("return arguments[0].tagName === 'SELECT'", choice):
            self._click(choice)

    def give(self, file: Path, *path: str | int) -> None:
        self.actions += 1
        data = base64.b64encode(file.read_bytes()).decode()
        kind = mimetypes.guess_type(file.name)[0]
        self.browser.run(_GIVE, self.field(*path), file.name, kind, data)

    def press(self, place: Place) -> None:
        self.actions += 1
        self._click(place)

    def _click(self, place: Place) -> None:
        """As a pointer that aims again where the page moved under it."""
        met = ""
        for _ in range(_AIMS):
            moves = self.browser.wait(_AT_REST, place, _REST)
            assert not moves, moves
            self.browser.run(_WATCH, place)
            self.browser.click(place)
            met = self.browser.wait(_MET, _ARRIVES)
            if not met:
                return
        raise AssertionError(f"{_AIMS} clicks met something else, the last one {met}")

    def sees(self, text: str) -> None:
        """The preview says this, before long."""

        def there() -> bool:
            with self.in_preview():
                return text in str(self.browser.run("return document.body.textContent"))

        self._until(there, text)

    @contextmanager
    def in_preview(self) -> Iterator[None]:
        with self.browser.inside(self._there(_FRONT)):
            yield

    def reads(self, text: str) -> None:
        self._until(lambda: text in self.said(), text)

    def headed(self, title: str) -> None:
        """The step with this title is in sight."""
        self._until(lambda: self.browser.run(_HEADED, title), title)

    def said(self) -> str:
        return str(self.browser.run("return document.body.innerText"))

    def download(self, place: Place) -> bytes:
        """What the browser saves when this is pressed."""
        folder = self.browser.downloads
        self.press(place)
        saved: list[Path] = self._until(lambda: _whole(folder), "what was asked for")
        data = saved[0].read_bytes()
        saved[0].unlink()
        return data

    def _there(self, script: str, *given: Any) -> Place:
        place: Place = self._until(lambda: self.browser.run(script, *given), given)
        return place

    def _until(self, there: Any, what: Any) -> Any:
        end = time.monotonic() + PATIENCE
        while not (found := there()):
            assert time.monotonic() < end, f"{what} is not there: {self.said()[:2000]}"
            time.sleep(0.1)
        return found


def _whole(folder: Path) -> list[Path]:
    """What is saved to its end: until then a browser keeps a part beside it."""
    there = list(folder.iterdir())
    return there if len(there) == 1 and there[0].suffix == ".zip" and there[0].stat().st_size else []
