"""A QR code as a picture of its own, made here: no service learns the address."""

from functools import lru_cache
from io import BytesIO

import segno

from voorlichter.well_formed import well_formed


def render_qr(text: str) -> str:
    """SVG without width and height, so that it fills the box it is given.

    Black on a white ground with its quiet zone inside the picture: it scans on a dark page and from paper.
    """
    svg = BytesIO()
    _make(text).save(
        svg,
        kind="svg",
        border=4,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return well_formed(svg.getvalue().decode())


def render_qr_png(text: str, module: int = 12) -> bytes:
    """The same as a picture of pixels, for programs that take no SVG; `module` is the width of one of its squares."""
    png = BytesIO()
    _make(text).save(png, kind="png", border=4, scale=module)
    return png.getvalue()


@lru_cache(maxsize=64)
def _make(text: str) -> segno.QRCode:
    # Level M at least: segno raises it where the code grows no larger by it.
    return segno.make_qr(text, error="m", encoding=None if text.isascii() else "utf-8")
