"""Logos, photos and the site's icon: from bytes nobody vouches for to small pictures that tell nothing.

Every picture is judged by its header before a pixel is decoded, and what is published are pixels on a new
canvas, so no position, name, comment or thumbnail of the original comes along.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import ceil, inf
from warnings import catch_warnings

from PIL import Image, ImageCms, ImageDraw, ImageOps

from voorlichter import svg_raster

MAX_BYTES = 15 * 1000 * 1000
MAX_PIXELS = 25_000_000
LOGO_BOX = (240, 64)
PHOTO_SIDE = 160
ICON_SIDE = 64

_PHOTO_UPWARD = 0.3  # of what a portrait has to lose, this part goes at the top: faces are above the middle
_MAX_SEGMENTS = 20_000  # of a JPEG or PNG; each costs time, and 15 MB could hold a million
_MAX_SCANS = 100  # of a JPEG; a progressive one has about ten

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
class Icon:
    data: bytes
    width: int
    height: int
    suffix: str


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


def render_photo(data: bytes, dense: int = 2) -> Picture:
    """A square photo of 160 CSS pixels, cut from the middle, slightly up. PNG, JPEG or WebP."""
    kind = _kind(data)
    if kind not in _RASTER:
        raise _not_a_picture(kind, ("PNG", "JPEG", "WebP"), "een foto", "a photo")
    photo = _decode(data, kind, shrink_to=2 * dense * PHOTO_SIDE)
    canvas = Image.new("RGB", photo.size, "white")
    canvas.paste(photo, mask=photo.getchannel("A") if photo.mode == "RGBA" else None)
    side = min(canvas.size)
    left = (canvas.width - side) / 2
    top = (canvas.height - side) * _PHOTO_UPWARD
    square = (left, top, left + side, top + side)

    def at(pixels: int) -> bytes:
        pixels = min(pixels, side)
        return _jpeg(canvas.resize((pixels, pixels), Image.Resampling.LANCZOS, box=square))

    return Picture(at(PHOTO_SIDE), at(dense * PHOTO_SIDE), PHOTO_SIDE, PHOTO_SIDE, ".jpg")


def render_logo(data: bytes, dense: int = 2) -> Picture:
    """A logo that fits 240 by 64 CSS pixels, on a transparent ground. SVG, PNG, JPEG or WebP.

    An SVG is enlarged to fill the box, pixels never are. An SVG that holds more than a drawing is refused.
    """
    kind = _kind(data)
    if kind == "SVG":
        logo, width, height = _draw(data, dense)
    elif kind in _RASTER:
        logo = _decode(data, kind).convert("RGBA")
        width, height = _fit(logo.width, logo.height, largest=1.0)
    else:
        raise _not_a_picture(kind, _LOGO_KINDS, "een logo", "a logo")
    if logo.getchannel("A").getbbox() is None:
        raise _error("blank")
    denser = (min(dense * width, logo.width), min(dense * height, logo.height))
    return Picture(
        _png(logo.resize((width, height), Image.Resampling.LANCZOS)),
        _png(logo.resize(denser, Image.Resampling.LANCZOS)),
        width,
        height,
        ".png",
    )


def render_favicon(color: str, mark: str = "#ffffff") -> Icon:
    """A rounded square in the accent colour with two leaning shapes: no letter, no name to recognise."""
    square, leaning = _icon_shapes()
    icon = Image.new("RGB", square.size, color)
    icon.paste(mark, (0, 0), leaning)
    icon.putalpha(square)
    target = BytesIO()
    icon.save(target, "PNG", compress_level=4)  # a few bytes more than the smallest, in a third of the time
    return Icon(target.getvalue(), ICON_SIDE, ICON_SIDE, ".png")


@cache
def _icon_shapes() -> tuple[Image.Image, Image.Image]:
    """The icon's square and its mark, as masks."""
    scale = 8  # drawn larger and reduced, for smooth edges
    side = ICON_SIDE * scale
    square = Image.new("L", (side, side))
    ImageDraw.Draw(square).rounded_rectangle((0, 0, side - 1, side - 1), radius=side * 0.25, fill=255)
    leaning = Image.new("L", (side, side))
    draw = ImageDraw.Draw(leaning)
    radius = side * 0.105
    for foot, head in (((0.28, 0.71), (0.39, 0.29)), ((0.73, 0.71), (0.65, 0.45))):
        ends = [(x * side, y * side) for x, y in (foot, head)]
        draw.line(ends, fill=255, width=round(2 * radius))
        for x, y in ends:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    size = (ICON_SIDE, ICON_SIDE)
    return square.resize(size, Image.Resampling.BOX), leaning.resize(size, Image.Resampling.BOX)


def _kind(data: bytes) -> str:
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


def _draw(data: bytes, dense: int) -> tuple[Image.Image, int, int]:
    try:
        drawing = svg_raster.read_svg(data)
        width, height = _fit(drawing.width, drawing.height)
        png = svg_raster.render_svg(drawing, dense * width, dense * height)
    except svg_raster.SvgRefusedError as refused:
        if refused.reason == "not_a_picture":
            raise _not_a_picture("", _LOGO_KINDS, "een logo", "a logo") from refused
        raise _error(refused.reason, part=refused.part) from refused
    return _decode(png, "PNG").convert("RGBA"), width, height


def _decode(data: bytes, kind: str, shrink_to: int | None = None) -> Image.Image:
    """Upright, in sRGB, as RGB or RGBA; a JPEG may come smaller, its sides no shorter than `shrink_to`."""
    if len(data) > MAX_BYTES:
        raise _error("too_heavy", megabytes=ceil(len(data) / 1e6))
    with _damage():
        size = _SIZE[kind](data)
        image: Image.Image = Image.open(BytesIO(data), formats=[kind])
        if image.size != size:
            raise ValueError("the header says one size and the picture has another")
        if shrink_to:
            image.draft(None, (shrink_to, shrink_to))  # lets the JPEG decoder skip what is not needed
        image.load()
        # The picture is whole by now: a damaged note on how the camera was held is not worth a refusal.
        with suppress(Exception):
            ImageOps.exif_transpose(image, in_place=True)
        return _in_srgb(image)


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


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16 bits of grey; convert() alone would cut off all above 255
        image = image.convert("I").point(lambda grey: grey / 257).convert("L")
        image.info.pop("transparency", None)
    alpha = None
    if image.has_transparency_data:
        alpha = (image if "A" in image.getbands() else image.convert("RGBA")).getchannel("A")
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if image.mode in ("1", "LA", "La") else "RGB")
    profile = image.info.get("icc_profile")
    if profile:
        with suppress(Exception):  # a damaged profile, or one for another kind of picture: take it as sRGB
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
            image = ImageCms.ImageCmsTransform(source, srgb, image.mode, "RGB").apply(image)
    if image.mode != "RGB":
        image = image.convert("RGB")
    if alpha is not None:
        image.putalpha(alpha)
    return image


def _png_size(data: bytes) -> tuple[int, int]:
    size = _allowed(*struct.unpack_from(">II", data, 16))
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
            size = _allowed(width, height)
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
    return _allowed(width, height)


def _allowed(width: int, height: int) -> tuple[int, int]:
    if width * height > MAX_PIXELS:
        raise _error("too_many_pixels", width=width, height=height)
    return width, height


_SIZE = {"PNG": _png_size, "JPEG": _jpeg_size, "WEBP": _webp_size}


def _fit(width: float, height: float, largest: float = inf) -> tuple[int, int]:
    scale = min(LOGO_BOX[0] / width, LOGO_BOX[1] / height, largest)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _png(image: Image.Image) -> bytes:
    # The pasted copy carries none of the notes that Pillow hands on from picture to picture.
    canvas = Image.new(image.mode, image.size)
    canvas.paste(image)
    target = BytesIO()
    canvas.save(target, "PNG", optimize=True)
    return target.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    # Not WebP, though smaller: old web servers know no type for it, and slides cannot hold it.
    target = BytesIO()
    image.save(target, "JPEG", quality=82, optimize=True, progressive=True)
    return target.getvalue()


def _not_a_picture(kind: str, allowed: tuple[str, ...], what_nl: str, what_en: str) -> PictureError:
    nl, en = (", ".join(allowed[:-1]) + f" {word} {allowed[-1]}" for word in ("of", "or"))
    reason = "wrong_kind" if kind else "not_a_picture"
    return _error(reason, found=kind, nl=nl, en=en, what_nl=what_nl, what_en=what_en)


def _error(reason: str, **values: object) -> PictureError:
    return PictureError(reason, *(text.format(**values) for text in _TEXTS[reason]))


_AS_PNG = (
    "bewaar het logo als PNG van minstens 480 pixels breed",
    "save the logo as a PNG at least 480 pixels wide",
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
    "too_many_pixels": (
        "de afbeelding is {width} × {height} pixels; hoogstens 25 miljoen pixels mag",
        "the picture is {width} × {height} pixels; at most 25 million pixels are allowed",
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
        "het logo bevat een script ({part}); een script kan meekijken met wie de site leest",
        "the logo contains a script ({part}); a script can watch whoever reads the site",
        *_CLEAN_OR_PNG,
    ),
    "web_page": (
        "het logo bevat een stuk webpagina ({part})",
        "the logo contains a piece of a web page ({part})",
        *_CLEAN_OR_PNG,
    ),
    "link": (
        "het logo verwijst naar iets buiten het bestand ({part})",
        "the logo refers to something outside the file ({part})",
        *_CLEAN_OR_PNG,
    ),
    "picture": (
        "het logo bevat een ingesloten afbeelding ({part}) in plaats van alleen vormen",
        "the logo contains an embedded picture ({part}) where only shapes are allowed",
        *_AS_PNG,
    ),
    "animation": (
        "het logo beweegt ({part}); hier kan alleen een stilstaand logo staan",
        "the logo moves ({part}); only a still logo can stand here",
        *_CLEAN_OR_PNG,
    ),
    "letters": (
        "het logo bevat letters ({part}) die op een andere computer een ander lettertype krijgen",
        "the logo contains letters ({part}) that another computer shows in another font",
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
        "het logo bevat {part}, en dat hoort niet in een eenvoudige tekening",
        "the logo contains {part}, which does not belong in a simple drawing",
        *_CLEAN_OR_PNG,
    ),
    "no_size": (
        "het SVG-bestand zegt niet hoe groot de tekening is (viewBox, of width en height)",
        "the SVG file does not say how large the drawing is (viewBox, or width and height)",
        f"exporteer het opnieuw met een viewBox, of {_AS_PNG[0]}",
        f"export it again with a viewBox, or {_AS_PNG[1]}",
    ),
}
