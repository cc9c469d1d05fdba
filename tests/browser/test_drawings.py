"""A logo looks as in a browser, or is refused: what was rebuilt of each drawing and drawn by resvg, beside the drawing itself in Chromium.

With EVERY_PAGE=true, as in `scripts/prove.py`, every colour in every place and every way; else one in four hundred and eighty.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageStat
from support import TESTS

from voorlichter.pictures import PictureError, render_logo

from .sites import EVERY_PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MOST = 0.02
"""The mean difference over what is drawn in either, of 1 for black beside white."""
FILES = sorted(
    path
    for folder in ("alike", "drawn")
    for path in (TESTS / "pictures" / folder).glob("*.svg")
    if b"xmlns" in path.read_bytes()  # without it a browser takes it for no picture
)
COLORS = """#0b5fa5 | #0b5 | #0b5fa5cc | #0b5c | navy | RebeccaPurple | rgb(11,95,165) | rgb(4%, 37%, 65%) | rgba(11,95,165,.6)
    rgb(11 95 165) | rgb(11 95 165 / 60%) | rgb(11.4 95.2 165) | rgb(300 -9 40) | hsl(207,88%,35%) | hsl(207 88% 35%)
    hsl(207deg 88% 35% / .5) | hsl(0.575turn 88% 35%) | hsla(207,88%,35%,60%) | hwb(207 4% 35%) | hwb(207 4% 35% / 50%)
    lab(39% 0 -45) | lab(39% 0 -45 / .5) | lch(39% 45 270) | oklab(0.48 -0.04 -0.13) | oklch(0.48 0.13 252)
    oklch(48% 0.13 252 / 70%) | color(srgb 0.04 0.37 0.65) | color(srgb-linear 0.01 0.1 0.4) | color(display-p3 0.04 0.37 0.65)
    color(display-p3 1 0 0) | color(a98-rgb 0.2 0.4 0.6) | color(prophoto-rgb 0.2 0.3 0.5) | color(rec2020 0.1 0.3 0.6)
    color(xyz-d65 0.1 0.1 0.4) | color(xyz 0.1 0.1 0.4 / 0.5) | transparent | currentColor | inherit | initial | unset
    LinkText | CanvasText | blauw | RGB(11,95,165) | none | var(--x, #0b5fa5) | color-mix(in srgb, red, blue)
    rgb(from #0b5fa5 r g b) | light-dark(#0b5fa5, #fff) | #0b5fa5 icc-color(x, 1, 2) | oklch(none 0.1 200) | #0b5fa5f
    11,95,165 | rgb(11 95) | color(display-p3 0.04 0.37) | rgb(calc(10 + 1) 95 165)"""
PLACES = {
    "fill": '<rect x="10" y="10" width="80" height="40" {}/>',
    "stroke": '<path d="M20 30h120" stroke-width="20" {}/>',
    "stop-color": '<linearGradient id="a"><stop stop-color="#c00"/><stop offset="0.6" {}/></linearGradient><rect x="10" y="10" width="80" height="40" fill="url(#a)"/>',
    "flood-color": '<filter id="f"><feFlood {}/><feComposite in2="SourceGraphic" operator="in"/></filter><rect x="10" y="10" width="80" height="40" filter="url(#f)"/>',
    "color": '<g {}><rect x="10" y="10" width="80" height="40" fill="currentColor"/></g>',
}
WAYS = {
    "attribute": ('{name}="{color}"', ""),
    "style": ('style="{name}:#c00;{name}:{color}"', ""),
    "sheet": ('class="it"', "<style>.it {{ {name}: {color} }}</style>"),
}


def drawings() -> Iterator[tuple[str, bytes]]:
    """Each with what it is, to begin with what stands in files."""
    for path in FILES:
        yield path.stem, path.read_bytes()
    colors = [color.strip() for line in COLORS.splitlines() for color in line.split("|")]
    every = list(product(colors, PLACES, WAYS))
    for color, place, way in every if EVERY_PAGE else every[::480]:
        attribute, sheet = (text.format(name=place, color=color) for text in WAYS[way])
        body = f'{sheet}<g color="#0c0" fill="#0c0">{PLACES[place].format(attribute)}</g><rect x="150" width="20" height="20"/>'
        whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">{body}</svg>'
        yield f"{place} {color} by {way}", whole.encode()


@pytest.mark.proof
def test_a_logo_looks_as_in_a_browser_or_is_refused(chromium: Browser) -> None:
    page = chromium.new_page()
    drawn, refused, unlike = 0, 0, {}
    for name, data in drawings():
        try:
            ours = Image.open(BytesIO(render_logo(data).data_2x))
        except PictureError:
            refused += 1
            continue
        drawn += 1
        if (off := difference(ours, in_browser(page, data, ours.size))) > MOST:
            unlike[name] = round(off, 3)
    page.close()
    assert unlike == {}
    assert drawn > refused > 0


def test_another_colour_is_a_difference() -> None:
    """The test above looks."""
    red, blue = (Image.new("RGBA", (40, 10), color) for color in ((227, 6, 19, 255), (11, 95, 165, 255)))
    assert difference(red, blue) > MOST
    assert difference(red, Image.new("RGBA", (40, 10))) > MOST
    assert difference(red, red) == 0


def in_browser(page: Page, data: bytes, size: tuple[int, int]) -> Image.Image:
    source = f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
    page.set_content(
        f'<body style="margin:0"><img src="{source}" style="display:block;width:{size[0]}px;height:{size[1]}px">'
    )
    page.evaluate("() => document.images[0].decode()")
    return Image.open(BytesIO(page.locator("img").screenshot(omit_background=True))).convert("RGBA")


def difference(one: Image.Image, other: Image.Image) -> float:
    """On black and on white, over the pixels in which either has something."""
    there = ImageChops.lighter(one.getchannel("A"), other.getchannel("A")).point(lambda opacity: 255 * (opacity > 0))
    off = 0.0
    for ground in ("black", "white"):
        pictures = [Image.alpha_composite(Image.new("RGBA", one.size, ground), picture) for picture in (one, other)]
        off += sum(ImageStat.Stat(ImageChops.difference(*pictures).convert("RGB"), there).mean) / 3 / 255 / 2
    return off
