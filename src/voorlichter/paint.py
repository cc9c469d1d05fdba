"""Pixels by Pillow, and drawings by resvg: what the pictures of a site are made of, on a computer."""

from contextlib import suppress
from functools import cache
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw, ImageOps

from voorlichter import svg_raster
from voorlichter.pictures import (
    FIGURE_BOX,
    FIGURE_DENSE,
    FIGURE_TYPES,
    ICON_SIDE,
    PHOTO_SIDE,
    DrawnLogo,
    Figure,
    Picture,
    cut_square,
    figure_size,
    fit,
    size_in_header,
)


class PillowPainter:
    def photo(self, data: bytes, kind: str, dense: int) -> Picture:
        canvas = _on_white(_decode(data, kind, shrink_to=2 * dense * PHOTO_SIDE))
        square, side = cut_square(*canvas.size), min(canvas.size)

        def at(pixels: int) -> bytes:
            pixels = min(pixels, side)
            return _jpeg(canvas.resize((pixels, pixels), Image.Resampling.LANCZOS, box=square))

        return Picture(at(PHOTO_SIDE), at(dense * PHOTO_SIDE), PHOTO_SIDE, PHOTO_SIDE, ".jpg")

    def logo(self, source: bytes | svg_raster.Drawing, kind: str, dense: int) -> DrawnLogo:
        if isinstance(source, bytes):
            logo = _decode(source, kind).convert("RGBA")
            width, height = fit(logo.width, logo.height, largest=1.0)
        else:
            width, height = fit(source.width, source.height)
            png = svg_raster.render_svg(source, dense * width, dense * height)
            logo = _decode(png, "PNG").convert("RGBA")
        small = logo.resize((width, height), Image.Resampling.LANCZOS)
        denser = logo.resize(
            (min(dense * width, logo.width), min(dense * height, logo.height)), Image.Resampling.LANCZOS
        )
        return DrawnLogo(Picture(_png(small), _png(denser), width, height, ".png"), small.tobytes())

    def figure(self, source: bytes | svg_raster.Drawing, kind: str) -> Figure:
        if isinstance(source, bytes):
            figure = _decode(source, kind, shrink_to=2 * FIGURE_DENSE * FIGURE_BOX[0])
            size, pixels = figure_size(*figure.size, drawn=False)
        else:
            size, pixels = figure_size(source.width, source.height, drawn=True)
            figure = _decode(svg_raster.render_svg(source, *pixels), "PNG")
        canvas = _on_white(figure).resize(pixels, Image.Resampling.LANCZOS)
        suffix = FIGURE_TYPES[kind]
        return Figure(_jpeg(canvas) if suffix == ".jpg" else _png(canvas), *size, suffix)

    def icon(self, color: str, mark: str) -> bytes:
        square, leaning = _icon_shapes()
        icon = Image.new("RGB", square.size, color)
        icon.paste(mark, (0, 0), leaning)
        icon.putalpha(square)
        target = BytesIO()
        icon.save(target, "PNG", compress_level=4)  # a few bytes more than the smallest, in a third of the time
        return target.getvalue()


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


def _decode(data: bytes, kind: str, shrink_to: int | None = None) -> Image.Image:
    """Upright, in sRGB, as RGB or RGBA; a JPEG may come smaller, its sides no shorter than `shrink_to`."""
    image: Image.Image = Image.open(BytesIO(data), formats=[kind])
    if image.size != size_in_header(data, kind):
        raise ValueError("the header says one size and the picture has another")
    if shrink_to:
        image.draft(None, (shrink_to, shrink_to))  # lets the JPEG decoder skip what is not needed
    image.load()
    # The picture is whole by now: a damaged note on how the camera was held is not worth a refusal.
    with suppress(Exception):
        ImageOps.exif_transpose(image, in_place=True)
    return _in_srgb(image)


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


def _on_white(image: Image.Image) -> Image.Image:
    canvas = Image.new("RGB", image.size, "white")
    canvas.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return canvas


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
