"""The pictures of a tab: the icon is drawn as on a computer; photos and logos are what the browser made of them before."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from voorlichter.paint import PillowPainter
from voorlichter.pictures import DrawnLogo, Picture
from voorlichter.studio.tab.painter import BrowserPainter, key_of
from voorlichter.svg_raster import SvgRefusedError, read_svg, render_markup

MADE = DrawnLogo(Picture(b"1", b"2", 10, 5, ".png"), b"\0" * 200)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h9v9z"/></svg>'


@pytest.mark.parametrize("colors", [("#205c4a", "#ffffff"), ("#ffd400", "#000000")])
def test_the_icon_looks_as_on_a_computer(colors: tuple[str, str]) -> None:
    drawn, by_pillow = (Image.open(BytesIO(painter.icon(*colors))) for painter in (BrowserPainter(), PillowPainter()))
    assert (drawn.size, drawn.mode) == (by_pillow.size, by_pillow.mode)
    for one, other in zip(drawn.split(), by_pillow.split(), strict=True):
        off = ImageChops.difference(one, other).histogram()
        assert sum(off[64:]) == 0  # only at the edges, and there by little
        assert sum(off[8:]) < 260


def test_what_was_drawn_is_found_by_what_it_was_drawn_from() -> None:
    painter = BrowserPainter({key_of("photo", b"data", 2): MADE, key_of("logo", b"data", 6): MADE})
    assert painter.photo(b"data", "PNG", 2) == MADE.picture
    assert painter.logo(b"data", "PNG", 6) == MADE
    with pytest.raises(KeyError):
        painter.photo(b"other", "PNG", 2)


def test_a_drawing_is_found_by_what_was_rebuilt_of_it() -> None:
    drawing = read_svg(SVG)
    painter = BrowserPainter({key_of("logo", render_markup(drawing), 2): MADE})
    assert painter.logo(drawing, "SVG", 2) == MADE
    with pytest.raises(SvgRefusedError):
        painter.logo(drawing, "SVG", 6)
