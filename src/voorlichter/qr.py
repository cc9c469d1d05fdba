"""A QR code as a picture of its own, made here: no service learns the address."""

from io import BytesIO

import segno


def render_qr(text: str) -> str:
    """SVG without width and height, so that it fills the box it is given.

    Black on a white ground with its quiet zone inside the picture: it scans on a dark page and from paper.
    """
    # Level M at least: segno raises it where the code grows no larger by it.
    code = segno.make_qr(text, error="m", encoding=None if text.isascii() else "utf-8")
    svg = BytesIO()
    code.save(
        svg,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return svg.getvalue().decode()
