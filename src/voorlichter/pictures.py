"""Logos, photos, pictures with a question and the site's icon: from bytes nobody vouches for to small pictures that tell nothing.

Every picture is judged by its header before a pixel is decoded, and what is published are pixels on a new
canvas, so no position, name, comment or thumbnail of the original comes along.
"""

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, inf
from typing import Protocol, TypeVar
from warnings import catch_warnings

from voorlichter import svg_raster
from voorlichter.logo_look import look_at
from voorlichter.svg_raster import Drawing

MAX_BYTES = 15 * 1000 * 1000
MAX_PIXELS = {"JPEG": 25_000_000, "PNG": 12_000_000, "WEBP": 12_000_000}
"""A JPEG is decoded smaller where that will do; the others take up to sixteen bytes a pixel on their way."""
LOGO_BOX = (240, 64)
PHOTO_SIDE = 160
ICON_SIDE = 64
FIGURE_BOX = (560, 420)
FIGURE_DENSE = 2
FIGURE_BYTES = 200_000
"""Of a picture with a question: somebody on a slow line waits for it."""

_PHOTO_UPWARD = 0.3  # of what a portrait has to lose, this part goes at the top: faces are above the middle
_MAX_SEGMENTS = 20_000  # of a JPEG or PNG; each costs time, and 15 MB could hold a million
_MAX_SCANS = 100  # of a JPEG; a progressive one has about ten

_SEEN_SHARE = 0.05  # of what is drawn, so much must show on paper
_FILLED = 0.15  # of its canvas: a logo on a sheet that is empty for more is looked at for its size
_LARGE = 0.4  # of the box, in one direction at least

Painted = TypeVar("Painted")

_RASTER = ("PNG", "JPEG", "WEBP")
_LOGO_KINDS = ("SVG", "PNG", "JPEG", "WebP")


@dataclass(frozen=True)
class Picture:
    """A picture for normal screens, and a denser one, twice unless it says otherwise; width and height in CSS pixels."""

    data: bytes
    data_2x: bytes
    width: int
    height: int
    suffix: str


@dataclass(frozen=True)
class Figure:
    """A picture in one file; width and height in CSS pixels."""

    data: bytes
    width: int
    height: int
    suffix: str


@dataclass(frozen=True)
class DrawnLogo:
    """`pixels` are those for normal screens: red, green, blue and opacity, row by row."""

    picture: Picture
    pixels: bytes


class PictureError(ValueError):
    """What is wrong with a picture and what to do about it, in both languages; `reason` tells them apart."""

    def __init__(self, reason: str, nl: str, en: str, fix_nl: str, fix_en: str) -> None:
        super().__init__(reason, nl, en, fix_nl, fix_en)
        self.reason = reason
        self.nl = nl
        self.en = en
        self.fix_nl = fix_nl
        self.fix_en = fix_en

    def __str__(self) -> str:
        return f"{self.en}: {self.fix_en}"


class Painter(Protocol):
    """Makes pixels of what was judged already: by Pillow and resvg, or by a browser. Whatever it raises is damage."""

    def photo(self, data: bytes, kind: str, dense: int) -> Picture:
        """A square of PHOTO_SIDE, `cut_square` of a picture on white that stands upright; as JPEG."""

    def logo(self, source: bytes | Drawing, kind: str, dense: int) -> DrawnLogo:
        """As large as `fit` says, as PNG."""

    def figure(self, source: bytes | Drawing, kind: str) -> Figure:
        """As large as `figure_size` says, on white; as `FIGURE_TYPES` says."""

    def icon(self, color: str, mark: str) -> bytes:
        """A PNG of ICON_SIDE: a rounded square with two leaning shapes."""


_painter: Painter | None = None


def paint_with(painter: Painter) -> None:
    """Where Pillow cannot be had, somebody else makes the pixels."""
    global _painter
    _painter = painter


def _paint() -> Painter:
    if _painter is None:
        from voorlichter.paint import PillowPainter

        paint_with(PillowPainter())
    assert _painter is not None
    return _painter


def render_photo(data: bytes, dense: int = 2) -> Picture:
    """A square photo of 160 CSS pixels, cut from the middle, slightly up. PNG, JPEG or WebP."""
    kind = kind_of(data)
    if kind not in _RASTER:
        raise _not_a_picture(kind, ("PNG", "JPEG", "WebP"), "een foto", "a photo")
    check_weight(data)
    with _damage():
        size_in_header(data, kind)
        return _paint().photo(data, kind, dense)


def render_logo(data: bytes, dense: int = 2) -> Picture:
    """A logo that fits 240 by 64 CSS pixels, on a transparent ground. SVG, PNG, JPEG or WebP.

    An SVG is enlarged to fill the box, pixels never are. An SVG that holds more than a drawing is refused.
    """
    kind = kind_of(data)
    if kind == "SVG":
        logo = _drawn(data, _LOGO, lambda drawing: _paint().logo(drawing, "SVG", dense))
    elif kind in _RASTER:
        check_weight(data)
        with _damage():
            size_in_header(data, kind)
            logo = _paint().logo(data, kind, dense)
    else:
        raise _not_a_picture(kind, _LOGO_KINDS, "een logo", "a logo")
    _check_look(logo)
    return logo.picture


def render_figure(data: bytes) -> Figure:
    """A picture with a question, that fits 560 by 420 CSS pixels. SVG, PNG, JPEG or WebP.

    An SVG is enlarged to fill the box, pixels never are. It stands on white, for what is drawn on nothing would be
    unseen in the dark.
    """
    kind = kind_of(data)
    if kind == "SVG":
        figure = _drawn(data, _FIGURE, lambda drawing: _paint().figure(drawing, "SVG"))
    elif kind in _RASTER:
        check_weight(data)
        with _damage():
            size_in_header(data, kind)
            figure = _paint().figure(data, kind)
    else:
        raise _not_a_picture(kind, _LOGO_KINDS, "een afbeelding", "a picture")
    if len(figure.data) > FIGURE_BYTES:
        raise _error("heavy", kilobytes=ceil(len(figure.data) / 1000), most=FIGURE_BYTES // 1000)
    return figure


def render_favicon(color: str, mark: str = "#ffffff") -> Figure:
    """A rounded square in the accent colour with two leaning shapes: no letter, no name to recognise."""
    return Figure(_paint().icon(color, mark), ICON_SIDE, ICON_SIDE, ".png")


def cut_square(width: int, height: int) -> tuple[float, float, float, float]:
    """What a portrait keeps: left, top, right and bottom."""
    side = min(width, height)
    left, top = (width - side) / 2, (height - side) * _PHOTO_UPWARD
    return left, top, left + side, top + side


def kind_of(data: bytes) -> str:
    """What the first bytes say it is; the file's name says nothing."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith(b"GIF8"):
        return "GIF"
    if data.startswith(b"%PDF") or data.startswith(b"%!PS"):
        return "PDF"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:12] in (b"avif", b"avis") else "HEIC"
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and b"svg" in data:
        return "SVG"
    return ""


def _check_look(logo: DrawnLogo) -> None:
    width, height = logo.picture.width, logo.picture.height
    look = look_at(logo.pixels, width)
    if look is None:
        raise _error("blank")
    if look.seen is None:
        raise _error("faint")
    wide, high = look.seen
    filled = wide * high / (width * height)
    if filled < _FILLED and wide < _LARGE * LOGO_BOX[0] and high < _LARGE * LOGO_BOX[1]:
        raise _error("tiny", share=max(1, round(100 * filled)), wide=wide, high=high)
    if look.share_seen < _SEEN_SHARE:
        raise _error("faint")


def _drawn(data: bytes, it: tuple[str, str], draw: Callable[[Drawing], Painted]) -> Painted:
    """`it` is what the drawing is called where it is refused."""
    try:
        return draw(svg_raster.read_svg(data))
    except svg_raster.SvgRefusedError as refused:
        if refused.reason == "not_a_picture":
            raise _not_a_picture("", _LOGO_KINDS, "", "") from refused
        raise _error(refused.reason, it, part=refused.part) from refused


def check_weight(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise picture_too_large(len(data))


def picture_too_large(size: int) -> PictureError:
    return _error("too_heavy", megabytes=ceil(size / 1e6))


@contextmanager
def _damage() -> Iterator[None]:
    """Whatever a decoder throws at damaged bytes (Pillow: a dozen kinds of exception) is one problem."""
    try:
        with catch_warnings(action="ignore"):
            yield
    except (PictureError, MemoryError):
        raise
    except Exception as error:
        raise _error("damaged") from error


def _png_size(data: bytes) -> tuple[int, int]:
    size = _allowed("PNG", *struct.unpack_from(">II", data, 16))
    at = 8
    for _ in range(_MAX_SEGMENTS):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"IEND":
            return size
        at += 12 + length
    raise ValueError("too many chunks")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if data.count(b"\xff\xda") > _MAX_SCANS:
        raise ValueError("too many scans")
    size, at = (0, 0), 2
    for _ in range(_MAX_SEGMENTS):
        marker, length = struct.unpack_from(">HH", data, at)
        if marker == 0xFFDA:  # start of scan: the pixels
            return size
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):  # start of frame
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = _allowed("JPEG", width, height)
        at += 1 if marker == 0xFFFF else 2 + length  # after padding or a segment
    raise ValueError("too many segments")


def _webp_size(data: bytes) -> tuple[int, int]:
    layout = data[12:16]
    if layout == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif layout == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    return _allowed("WEBP", width, height)


def _allowed(kind: str, width: int, height: int) -> tuple[int, int]:
    if width * height > MAX_PIXELS[kind]:
        raise _error("too_many_pixels", width=width, height=height, most=MAX_PIXELS[kind] // 1_000_000)
    return width, height


def size_in_header(data: bytes, kind: str) -> tuple[int, int]:
    """Raises where there is none that we take."""
    return _SIZE[kind](data)


_SIZE = {"PNG": _png_size, "JPEG": _jpeg_size, "WEBP": _webp_size}


def fit(width: float, height: float, largest: float = inf, box: tuple[int, int] = LOGO_BOX) -> tuple[int, int]:
    """Width and height of a logo, or of what has another box, in CSS pixels."""
    scale = min(box[0] / width, box[1] / height, largest)
    return max(1, round(width * scale)), max(1, round(height * scale))


def figure_size(width: float, height: float, drawn: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """Of a picture with a question in CSS pixels, and in those of its file; what is `drawn` has as many as are wanted."""
    size = fit(width, height, inf if drawn else 1.0, FIGURE_BOX)
    wide, high = (side * FIGURE_DENSE for side in size)
    return size, (wide, high) if drawn or wide <= width else (round(width), round(height))


FIGURE_TYPES = {"JPEG": ".jpg", "WEBP": ".jpg", "PNG": ".png", "SVG": ".png"}
"""What becomes of each kind: a photo as a JPEG, what has sharp edges as a PNG."""


def _not_a_picture(kind: str, allowed: tuple[str, ...], what_nl: str, what_en: str) -> PictureError:
    nl, en = (", ".join(allowed[:-1]) + f" {word} {allowed[-1]}" for word in ("of", "or"))
    reason = "wrong_kind" if kind else "not_a_picture"
    return _error(reason, found=kind, nl=nl, en=en, what_nl=what_nl, what_en=what_en)


_LOGO = ("het logo", "the logo")
_FIGURE = ("de tekening", "the drawing")


def _error(reason: str, it: tuple[str, str] = _LOGO, **values: object) -> PictureError:
    said = {"it_nl": it[0], "it_en": it[1], **values}
    return PictureError(reason, *(text.format(**said) for text in _TEXTS[reason]))


_AS_PNG = (
    "bewaar {it_nl} als PNG van minstens 480 pixels breed",
    "save {it_en} as a PNG at least 480 pixels wide",
)
_CLEAN_OR_PNG = (
    f"vraag om een schone versie, of {_AS_PNG[0]}",
    f"ask for a clean version, or {_AS_PNG[1]}",
)
_SMALLER = (
    "verklein de afbeelding tot ongeveer 1000 pixels breed",
    "reduce the picture to about 1000 pixels in width",
)

# What is wrong, in Dutch and in English; then what to do about it, in Dutch and in English.
_TEXTS: dict[str, tuple[str, str, str, str]] = {
    "not_a_picture": (
        "dit bestand is geen {nl}, hoe het ook heet",
        "this file is not {en}, whatever its name says",
        "open de afbeelding in een tekenprogramma en bewaar haar als PNG of JPEG",
        "open the picture in a picture editor and save it as PNG or JPEG",
    ),
    "wrong_kind": (
        "dit is een {found}-bestand; {what_nl} moet {nl} zijn",
        "this is a file of the kind {found}; {what_en} must be {en}",
        "bewaar de afbeelding opnieuw als PNG of JPEG",
        "save the picture again as PNG or JPEG",
    ),
    "too_heavy": (
        "het bestand is {megabytes} MB; hoogstens 15 MB mag",
        "the file is {megabytes} MB; at most 15 MB is allowed",
        *_SMALLER,
    ),
    "heavy": (
        "de afbeelding blijft {kilobytes} kB, ook verkleind; hoogstens {most} kB mag",
        "the picture stays {kilobytes} kB, reduced as well; at most {most} kB is allowed",
        "bewaar een foto als JPEG, of kies een afbeelding met minder kleine details",
        "save a photo as JPEG, or choose a picture with fewer small details",
    ),
    "too_many_pixels": (
        "de afbeelding is {width} × {height} pixels; hoogstens {most} miljoen pixels mag",
        "the picture is {width} × {height} pixels; at most {most} million pixels are allowed",
        *_SMALLER,
    ),
    "damaged": (
        "het bestand is beschadigd of niet volledig",
        "the file is damaged or incomplete",
        "open het in een ander programma en bewaar het opnieuw, of vraag het nog eens op",
        "open it in another program and save it again, or ask for it once more",
    ),
    "blank": (
        "er is niets te zien: alles in dit logo is doorzichtig",
        "there is nothing to see: all of this logo is transparent",
        "kies een ander bestand",
        "choose another file",
    ),
    "faint": (
        "dit logo is zo licht dat het op het papier van de site niet te zien is",
        "this logo is so light that it cannot be seen on the paper of the site",
        "neem de versie in kleur, die voor een witte achtergrond bedoeld is",
        "take the coloured version, the one meant for a white background",
    ),
    "tiny": (
        "dit logo vult maar {share} % van zijn vel; op de site wordt het {wide} bij {high} pixels groot",
        "this logo fills only {share} % of its sheet; on the site it becomes {wide} by {high} pixels",
        "snijd het vel op maat van de tekening (in Inkscape: Bestand, Documenteigenschappen, Passend maken), of knip de rand van de afbeelding weg",
        "crop the sheet to the drawing (in Inkscape: File, Document Properties, Resize to content), or cut off the border of the picture",
    ),
    "svg_too_heavy": (
        "het SVG-bestand is groter dan 512 kB",
        "the SVG file is larger than 512 kB",
        *_AS_PNG,
    ),
    "svg_too_complex": (
        "de SVG-tekening is te ingewikkeld om veilig te tekenen",
        "the SVG drawing is too complex to be drawn safely",
        *_AS_PNG,
    ),
    "script": (
        "{it_nl} bevat een script ({part}); een script kan meekijken met wie de site leest",
        "{it_en} contains a script ({part}); a script can watch whoever reads the site",
        *_CLEAN_OR_PNG,
    ),
    "web_page": (
        "{it_nl} bevat een stuk webpagina ({part})",
        "{it_en} contains a piece of a web page ({part})",
        *_CLEAN_OR_PNG,
    ),
    "link": (
        "{it_nl} verwijst naar iets buiten het bestand ({part})",
        "{it_en} refers to something outside the file ({part})",
        *_CLEAN_OR_PNG,
    ),
    "picture": (
        "{it_nl} bevat een ingesloten afbeelding ({part}) in plaats van alleen vormen",
        "{it_en} contains an embedded picture ({part}) where only shapes are allowed",
        *_AS_PNG,
    ),
    "animation": (
        "{it_nl} beweegt ({part}); hier kan alleen een stilstaand beeld staan",
        "{it_en} moves ({part}); only a still picture can stand here",
        *_CLEAN_OR_PNG,
    ),
    "letters": (
        "{it_nl} bevat letters ({part}) die op een andere computer een ander lettertype krijgen",
        "{it_en} contains letters ({part}) that another computer shows in another font",
        f"zet de tekst in het tekenprogramma om in contouren, of {_AS_PNG[0]}",
        f"convert the text to outlines in the drawing program, or {_AS_PNG[1]}",
    ),
    "entity": (
        "het SVG-bestand bepaalt eigen afkortingen (<!ENTITY>), en die kunnen het bestand laten ontploffen",
        "the SVG file defines abbreviations of its own (<!ENTITY>), and these can make the file explode",
        f"exporteer het opnieuw zonder bewerkingsgegevens van het tekenprogramma, of {_AS_PNG[0]}",
        f"export it again without the drawing program's own editing data, or {_AS_PNG[1]}",
    ),
    "strange_part": (
        "{it_nl} bevat {part}, en dat hoort niet in een eenvoudige tekening",
        "{it_en} contains {part}, which does not belong in a simple drawing",
        *_CLEAN_OR_PNG,
    ),
    "otherwise": (
        "{it_nl} gebruikt {part}, en dat tekent niet elk programma hetzelfde",
        "{it_en} uses {part}, which not every program draws alike",
        f"vraag om een eenvoudige SVG, of {_AS_PNG[0]}",
        f"ask for a plain SVG, or {_AS_PNG[1]}",
    ),
    "no_size": (
        "het SVG-bestand zegt niet hoe groot de tekening is (viewBox, of width en height)",
        "the SVG file does not say how large the drawing is (viewBox, or width and height)",
        f"exporteer het opnieuw met een viewBox, of {_AS_PNG[0]}",
        f"export it again with a viewBox, or {_AS_PNG[1]}",
    ),
}
