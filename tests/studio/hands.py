"""Somebody who fills in the studio's page, with a pointer or with the keys alone, and counts what that takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from browser.conftest import running_chromium
from built import built_once

from voorlichter.studio.server import StudioServer
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FileChooser, Frame, Locator, Page

TODAY = date(2026, 11, 2)
MOST_TABS = 400
"""More stops than any step has: whoever gets here cannot be reached by keyboard."""

_FOCUS = """(place) => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
    const ring = here.matches('.file input') ? getComputedStyle(here.nextElementSibling) : style;
    const past = place && here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING;
    return { there: here === place, past: Boolean(past), lost: here === document.body, frame: here.tagName === 'IFRAME', what: here.outerHTML.slice(0, 120),
        ring: parseFloat(ring.outlineWidth) >= 2 && ring.outlineStyle !== 'none', size: Math.min(box.width, box.height),
        inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""

_DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


class Hands:
    """One page of the studio. Each field filled in, each click and each choice counts one."""

    def __init__(self, page: Page, by: Literal["pointer", "keys"] = "pointer") -> None:
        self.page = page
        self.by = by
        self.actions = 0
        self.faults: list[str] = []
        """Where a keyboard would be at a loss."""
        self.seen: list[str] = []
        """What the page said before each click."""
        self._asked: FileChooser | None = None
        page.on("filechooser", self._be_asked)

    def _be_asked(self, chooser: FileChooser) -> None:
        self._asked = chooser

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def field(self, *path: str | int) -> Locator:
        return self.page.locator(f'[id="f-{".".join(map(str, path))}"]')

    def fill(self, text: str, *path: str | int) -> None:
        self.write(self.field(*path), text)

    def write(self, place: Locator, text: str) -> None:
        self.actions += 1
        if self.by == "keys":
            self.reach(place)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(text)
        else:
            place.fill(text)

    def choose(self, title: str, *path: str | int) -> None:
        """A choice that is in sight, or an option of a menu."""
        place = self.field(*path)
        self.actions += 1
        if place.evaluate("place => place.tagName") == "SELECT":
            if self.by == "keys":
                self.reach(place)
                self.page.keyboard.type(title)
            else:
                place.select_option(label=title)
            return
        choice = place.locator("label.choice", has_text=title).first.locator("input")
        if self.by == "pointer":
            choice.click()
        elif choice.get_attribute("type") == "radio":
            self._by_arrows(place, choice)
        else:
            self.reach(choice)
            self.page.keyboard.press("Space")

    def _by_arrows(self, place: Locator, choice: Locator) -> None:
        options = place.locator("input[type=radio]")
        first = next((one for one in options.all() if one.is_checked()), options.first)
        self.reach(first)
        if choice.is_checked():
            return
        for _ in range(options.count()):
            self.page.keyboard.press("ArrowDown")
            if choice.evaluate("place => place === document.activeElement"):
                if not choice.is_checked():
                    self.page.keyboard.press("Space")
                return
        if not choice.is_checked():
            self.page.keyboard.press("Space")

    def press(self, place: Locator) -> None:
        self.actions += 1
        self.seen.append(self.page.locator("#studio").inner_text())
        if self.by == "keys":
            self.reach(place)
            self.page.keyboard.press("Enter")
        else:
            place.click()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def adds(self, *path: str | int) -> Locator:
        """The button below a list that adds to it."""
        return self.field(*path).get_by_role("button").last

    def give(self, file: Path, *path: str | int) -> None:
        """A file; the window in which one is chosen is the browser's."""
        self.actions += 1
        place = self.field(*path)
        if self.by == "keys":
            self.reach(place)
            self._asked = None
            self.page.keyboard.press("Enter")
            for _ in range(100):
                if self._asked is None:
                    self.page.wait_for_timeout(50)
            assert self._asked is not None, "Enter opens no window to choose a file"
            self._asked.set_files(file)
        else:
            place.set_input_files(file)

    def download(self, place: Locator) -> bytes:
        """What the browser hands over when this is pressed."""
        with self.page.expect_download() as got:
            self.press(place)
        return Path(got.value.path()).read_bytes()

    def reach(self, place: Locator) -> None:
        """Press Tab until it has the focus, and Shift with it where it lies behind, as somebody without a pointer does."""
        place.wait_for(state="attached")
        seen = place.evaluate(_FOCUS)
        for _ in range(MOST_TABS):
            if seen["there"]:
                return
            self.page.keyboard.press("Shift+Tab" if seen["past"] and not seen["lost"] else "Tab")
            seen = place.evaluate(_FOCUS)
            if not seen["inWindow"]:  # what is drawn next may still bring it there
                self.page.evaluate(_DRAWN)
                seen = place.evaluate(_FOCUS)
            if not seen["frame"] and not seen["lost"]:
                self.faults += [f"{what}: {seen['what']}" for what, fine in (("no ring", seen["ring"]), ("out of sight", seen["inWindow"])) if not fine]  # fmt: skip
        raise AssertionError(f"no key leads to {place}")

    def has_focus(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(_FOCUS)
        return found

    def shown(self) -> Frame:
        """The site in the preview, as it is when it has caught up."""
        front = self.page.locator(".device iframe:not(.behind)")
        front.wait_for()
        handle = front.element_handle()
        frame = handle.content_frame() if handle else None
        assert frame is not None
        return frame

    def sees(self, text: str) -> None:
        """The preview says this, before long."""
        self.page.frame_locator(".device iframe:not(.behind)").get_by_text(text).first.wait_for(
            state="attached", timeout=20_000
        )

    def reads(self, text: str) -> None:
        """The page says this, before long."""
        self.page.get_by_text(text).wait_for()


def new_workspace(folder: Path) -> Path:
    """Nothing yet; the templates are made with the examples."""
    (folder / "profiles").mkdir(parents=True)
    return folder


@contextmanager
def studio_at(workspace: Path) -> Iterator[StudioServer]:
    with StudioServer(Session(Workspace.at(workspace), TODAY), 0) as running:
        yield running


__all__ = ["Browser", "Hands", "built_once", "new_workspace", "running_chromium", "studio_at"]
