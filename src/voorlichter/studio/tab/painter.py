"""Pixels by the browser: it decodes and draws before a picture is asked for, by what is planned here; the site's icon is drawn here."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from math import hypot
from typing import Literal

from voorlichter.pictures import (
    FIGURE_TYPES,
    ICON_SIDE,
    PHOTO_SIDE,
    DrawnLogo,
    Figure,
    Picture,
    check_weight,
    cut_square,
    figure_size,
    fit,
    kind_of,
    size_in_header,
)
from voorlichter.svg_raster import Drawing, SvgRefusedError, read_svg, render_markup

Role = Literal["photo", "logo", "figure"]
_DENSE = (2, 6)
"""For screens, and for print."""
_SVG = "image/svg+xml"
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "SVG": _SVG}
_MADE_TYPES = {".jpg": "image/jpeg", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class WantedPicture:
    """What the browser is to decode, or to draw as large as print needs it."""

    role: Role
    type: str
    source: bytes
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A canvas to draw a part of it on: the part's left, top, width and height."""

    width: int
    height: int
    part: tuple[float, float, float, float]
    type: str
    white: bool = False
    """Whether it stands on white."""


@dataclass(slots=True)
class BrowserPainter:
    """A browser draws by and by, and a site is filled at once: whoever brings a file lets it be drawn first."""

    made: dict[str, DrawnLogo] = field(default_factory=dict)
    """Logos, and photos, by what was drawn and how. What is not here is damaged."""
    figures: dict[str, Figure] = field(default_factory=dict)
    """Pictures with a question, by what was drawn."""

    def photo(self, data: bytes, kind: str, dense: int) -> Picture:
        return self.made[key_of("photo", data, dense)].picture

    def figure(self, source: bytes | Drawing, kind: str) -> Figure:
        key = key_of("figure", source if isinstance(source, bytes) else render_markup(source))
        if key not in self.figures:
            raise SvgRefusedError("damaged")
        return self.figures[key]

    def logo(self, source: bytes | Drawing, kind: str, dense: int) -> DrawnLogo:
        key = key_of("logo", source if isinstance(source, bytes) else render_markup(source), dense)
        if key not in self.made:
            raise SvgRefusedError("damaged")
        return self.made[key]

    def icon(self, color: str, mark: str) -> bytes:
        ground, leaning = _rgb(color), _rgb(mark)
        rows = bytearray()
        for number, (inside, on) in enumerate(_icon_shapes()):
            if number % ICON_SIDE == 0:
                rows.append(0)
            rows += bytes(round(under + (over - under) * on) for under, over in zip(ground, leaning, strict=True))
            rows.append(round(255 * inside))
        head = struct.pack(">IIBBBBB", ICON_SIDE, ICON_SIDE, 8, 6, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks
        )

    def wanted(self, data: bytes, asked: bool = False) -> Iterator[WantedPicture]:
        """A file that may become a photo or a logo, as each it can be, or that shows what is `asked`; none of what would be refused, or is made already."""
        with suppress(Exception):  # what is wrong with it is told where it is read
            kind = kind_of(data)
            if kind == "SVG":
                drawing = read_svg(data)
                markup = render_markup(drawing)
                width, height = (side * _DENSE[-1] for side in fit(drawing.width, drawing.height))
                _, pixels = figure_size(drawing.width, drawing.height, drawn=True)
                role: Role = "figure" if asked else "logo"
                found = [WantedPicture(role, _SVG, markup, *(pixels if asked else (width, height)))]
            else:
                check_weight(data)
                size_in_header(data, kind)
                roles: tuple[Role, ...] = ("figure",) if asked else ("photo", "logo")
                found = [WantedPicture(role, _TYPES[kind], data) for role in roles]
            yield from (one for one in found if not self._is_made(one))

    def _is_made(self, wanted: WantedPicture) -> bool:
        if wanted.role == "figure":
            return key_of("figure", wanted.source) in self.figures
        return key_of(wanted.role, wanted.source, _DENSE[0]) in self.made

    def keep(self, wanted: WantedPicture, width: int, height: int, drawn: Sequence[bytes], pixels: bytes) -> None:
        """What was drawn on the sheets of a picture that turned out so large, and the pixels of the first."""
        sheets = sheets_for(wanted, width, height)
        assert len(sheets) == len(drawn)
        if wanted.role == "figure":
            size, _ = figure_size(width, height, drawn=wanted.type == _SVG)
            self.figures[key_of("figure", wanted.source)] = Figure(drawn[0], *size, _suffix_of(wanted))
            return
        small = (PHOTO_SIDE, PHOTO_SIDE) if wanted.role == "photo" else _size_of(wanted, width, height)
        suffix = ".jpg" if wanted.role == "photo" else ".png"
        for dense, data in zip(_DENSE, drawn[1:], strict=True):
            picture = Picture(drawn[0], data, *small, suffix)
            self.made[key_of(wanted.role, wanted.source, dense)] = DrawnLogo(
                picture, pixels if wanted.role == "logo" else b""
            )


def sheets_for(wanted: WantedPicture, width: int, height: int) -> list[Sheet]:
    """What to draw of a picture that turned out so large: for normal screens, then as dense as any needs it."""
    if wanted.role == "photo":
        left, top, right, _ = cut_square(width, height)
        sides = (min(dense * PHOTO_SIDE, min(width, height)) for dense in (1, *_DENSE))
        return [Sheet(side, side, (left, top, right - left, right - left), "image/jpeg", True) for side in sides]
    if wanted.role == "figure":
        _, pixels = ((0, 0), (width, height)) if wanted.type == _SVG else figure_size(width, height, drawn=False)
        return [Sheet(*pixels, (0, 0, width, height), _MADE_TYPES[_suffix_of(wanted)], True)]
    small = _size_of(wanted, width, height)
    sizes = [(min(dense * small[0], width), min(dense * small[1], height)) for dense in (1, *_DENSE)]
    return [Sheet(wide, high, (0, 0, width, height), "image/png") for wide, high in sizes]


def _size_of(wanted: WantedPicture, width: int, height: int) -> tuple[int, int]:
    if wanted.type == _SVG:
        return width // _DENSE[-1], height // _DENSE[-1]
    return fit(width, height, largest=1.0)


def _suffix_of(wanted: WantedPicture) -> str:
    """Of a picture with a question."""
    return FIGURE_TYPES[next(kind for kind, type_ in _TYPES.items() if type_ == wanted.type)]


def key_of(role: Role, source: bytes, dense: int = 1) -> str:
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
