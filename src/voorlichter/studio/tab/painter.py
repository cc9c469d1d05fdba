"""Pixels by the browser: what it decoded and drew before a picture is asked for; the site's icon is drawn here."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from functools import cache
from math import hypot

from voorlichter.pictures import ICON_SIDE, Picture
from voorlichter.svg_raster import Drawing, SvgRefusedError, render_markup

DENSE = (2, 6)
"""For screens, and for print."""


@dataclass(slots=True)
class BrowserPainter:
    """A browser draws by and by, and a site is filled at once: whoever puts a file lets it be drawn first."""

    made: dict[str, Picture | None] = field(default_factory=dict)
    """By what was drawn and how; None where nothing is to be seen."""

    def photo(self, data: bytes, kind: str, dense: int) -> Picture:
        made = self.made[key_of("photo", data, dense)]
        assert made is not None
        return made

    def logo(self, source: bytes | Drawing, kind: str, dense: int) -> Picture | None:
        if isinstance(source, bytes):
            return self.made[key_of("logo", source, dense)]
        key = key_of("logo", render_markup(source), dense)
        if key not in self.made:
            raise SvgRefusedError("damaged")
        return self.made[key]

    def icon(self, color: str, mark: str) -> bytes:
        ground, leaning = _rgb(color), _rgb(mark)
        pixels = (
            bytes(
                [
                    *(round(under + (over - under) * on) for under, over in zip(ground, leaning, strict=True)),
                    round(255 * inside),
                ]
            )
            for inside, on in _icon_shapes()
        )
        rows = b"".join(b"\0" + b"".join(next(pixels) for _ in range(ICON_SIDE)) for _ in range(ICON_SIDE))
        head = struct.pack(">IIBBBBB", ICON_SIDE, ICON_SIDE, 8, 6, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks
        )


def key_of(role: str, source: bytes, dense: int) -> str:
    return f"{role}-{dense}-{hashlib.sha256(source).hexdigest()}"


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


@cache
def _icon_shapes() -> tuple[tuple[float, float], ...]:
    """Of each pixel how much of it lies in the square, and in its mark; as `paint.py` draws them, by distance."""
    half, corner, thick = ICON_SIDE / 2, ICON_SIDE * 0.25, ICON_SIDE * 0.105
    lines = [
        [(x * ICON_SIDE, y * ICON_SIDE) for x, y in ends]
        for ends in (((0.28, 0.71), (0.39, 0.29)), ((0.73, 0.71), (0.65, 0.45)))
    ]
    shapes = []
    for row in range(ICON_SIDE):
        for column in range(ICON_SIDE):
            x, y = column + 0.5, row + 0.5
            beyond = [max(abs(at - half) - half + corner, 0.0) for at in (x, y)]
            near = min(_distance(x, y, *ends) for ends in lines)
            shapes.append((_covered(hypot(*beyond) - corner), _covered(near - thick)))
    return tuple(shapes)


def _distance(x: float, y: float, foot: tuple[float, float], head: tuple[float, float]) -> float:
    (fx, fy), (hx, hy) = foot, head
    dx, dy = hx - fx, hy - fy
    along = max(0.0, min(1.0, ((x - fx) * dx + (y - fy) * dy) / (dx * dx + dy * dy)))
    return hypot(x - fx - along * dx, y - fy - along * dy)


def _covered(outside: float) -> float:
    return max(0.0, min(1.0, 0.5 - outside))
