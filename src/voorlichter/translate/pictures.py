"""A picture of each place, as a telephone shows it, with the line that is meant in a frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from voorlichter.translate.places import PlaceSeen, ShownSite
from voorlichter.verify.browser import chromium, shown_here
from voorlichter.verify.places import Answered

_PHONE = {"width": 360, "height": 480}
_UNFOLD = """() => {
    for (const one of document.querySelectorAll("[hidden]")) one.hidden = false;
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll("[data-contact-bar]")) one.style.position = "static";
}"""
"""Without scripts and with all of it open everything that a page may say is to be seen, in its place and with nothing over it."""
_FRAME = r"""(line) => {
    const plain = (text) => (text || "").replace(/[\u200e\u200f\u2060\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
    const says = (one) => [one.textContent, ...["alt", "aria-label", "placeholder", "title"].map((name) => one.getAttribute(name))];
    const holds = [...document.body.querySelectorAll("*")].filter((one) =>
        one.getBoundingClientRect().width > 1 && says(one).some((text) => plain(text).includes(line)));
    const least = holds.reduce((best, one) => !best || best.contains(one) ? one : best, null);
    if (least) {
        least.style.outline = "3px solid #d6006c";
        least.style.outlineOffset = "3px";
        least.scrollIntoView({ block: "center", behavior: "instant" });
    }
    return least !== null;
}"""
_UNFRAME = """() => { for (const one of document.querySelectorAll("[style*=outline]")) one.style.outline = ""; }"""


def take_pictures(site: ShownSite) -> Iterator[tuple[PlaceSeen, str, bytes]]:
    """Each place that can be seen, once, with a name for its picture. Raises MachineError where there is no Chromium."""
    lines: dict[str, list[PlaceSeen]] = {}
    for place in dict.fromkeys(site.places.values()):
        if place.line:
            lines.setdefault(place.page, []).append(place)
    with shown_here(lambda name: Answered(site.files.get(name))) as base, chromium(base) as browser:
        page = browser.new_context(viewport=_PHONE, java_script_enabled=False).new_page()  # type: ignore[arg-type]
        for name, places in lines.items():
            page.goto(base + name)
            page.evaluate(_UNFOLD)
            for number, place in enumerate(places, 1):
                if page.evaluate(_FRAME, place.line):
                    yield place, f"{PurePosixPath(name).stem}-{number:03}.png", page.screenshot()
                    page.evaluate(_UNFRAME)
