"""A page walked through with the Tab key: what has the focus, whether that can be seen, and whether one gets on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops

from .watch import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 640},
    "zoomed": {"width": 320, "height": 256},
    "wide": {"width": 1280, "height": 800},
}
"""The second is 1280 × 1024 at 400 %."""

MOST = 200
"""More stops than any page has: whoever gets here is caught."""

EARLY = 4
"""By this stop one can leave quickly, where the site offers that."""

_MARGIN = 8
_DIFFERENCE = 40
"""Of 255 in brightness: what an eye sees at once."""


def press(it: Watched, key: str) -> dict[str, Any]:
    """What has the focus after a key; nothing, at the end of the page."""
    it.page.keyboard.press(key)
    found: dict[str, Any] = it.page.evaluate("measure.focus()") or {}
    return found


def walk(it: Watched, name: str, look: bool = False) -> Iterator[str]:
    """From the top of the page to its end; with `look` the ring of each stop is looked for in a picture."""
    it.open(name)
    it.measure()
    leave = it.page.locator("[data-exit]").count() > 0
    stops: list[str] = []
    while (stop := press(it, "Tab")) and len(stops) < MOST:
        stops.append(stop["name"])
        if len(stops) == 1 and "md-skip" not in stop["classes"]:
            yield f"{name}: the first stop is {stop['name']}"
        if stop["exit"]:
            leave = leave and len(stops) > EARLY
        if not stop["inWindow"]:
            yield f"{name}: out of sight: {stop['name']}"
        elif stop["covered"]:
            yield f"{name}: something lies over {stop['name']}"
        if stop["outline"] < 2:
            yield f"{name}: no ring: {stop['name']}"
        if look and stop["inWindow"] and not ring_is_drawn(it.page):
            yield f"{name}: no ring to be seen: {stop['name']}"
    if leave:
        yield f"{name}: leaving quickly comes after {EARLY} stops"
    if not 5 < len(stops) < MOST:
        yield f"{name}: {len(stops)} stops"


def ring_is_drawn(page: Page) -> bool:
    """A picture with the focus and one without differ at least in a line around the element."""
    box = page.evaluate("measure.ring()")
    window = page.viewport_size
    assert window is not None
    left, top = max(0, box["x"] - _MARGIN), max(0, box["y"] - _MARGIN)
    right = min(window["width"], box["x"] + box["width"] + _MARGIN)
    bottom = min(window["height"], box["y"] + box["height"] + _MARGIN)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_ring = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
    page.evaluate("window.focused = document.activeElement; focused.blur()")
    without = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
    page.evaluate("focused.focus({ preventScroll: true, focusVisible: true })")
    one, other = (Image.open(io.BytesIO(data)).convert("L") for data in (with_ring, without))
    differing = sum(ImageChops.difference(one, other).histogram()[_DIFFERENCE:])
    # Half of it, for a ring may lie partly over the window's edge.
    return differing >= box["width"] + box["height"]
