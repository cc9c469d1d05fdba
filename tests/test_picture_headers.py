"""What is known of a picture before a pixel is decoded, and how large it becomes."""

from __future__ import annotations

import struct

import pytest

from voorlichter.pictures import (
    FIGURE_BOX,
    MAX_BYTES,
    MAX_PIXELS,
    PictureError,
    check_weight,
    cut_square,
    figure_size,
    fit,
    kind_of,
    picture_too_large,
    render_figure,
    render_logo,
    render_photo,
    size_in_header,
)

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("begin", "kind"),
    [
        (PNG, "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP"),
        (b"GIF89a", "GIF"),
        (b"GIF87a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"%!PS-Adobe", "PDF"),
        (b"II*\0\x08", "TIFF"),
        (b"MM\0*\x08", "TIFF"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x20ftypavis", "AVIF"),
        (b"\0\0\0\x20ftypheic", "HEIC"),
        (b"\0\0\0\x20ftypmif1", "HEIC"),
        (b"<svg xmlns=", "SVG"),
        (b"\xef\xbb\xbf\n  <?xml version='1.0'?><svg/>", "SVG"),
        (b"<!-- a drawing --> <svg/>", "SVG"),
        (b"<html><body>", ""),
        (b"an svg <svg/>", ""),
        (b"RIFF\x10\0\0\0WAVEfmt ", ""),
        (b"XIFF\x10\0\0\0WEBPVP8 ", ""),
        (b"\xff\xd8", ""),
        (b"\x89PNG\n", ""),
        (b"ftypavif", ""),
        (b"GIF9", ""),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(begin: bytes, kind: str) -> None:
    assert kind_of(begin) == kind


def png(width: int, height: int, notes: int = 0) -> bytes:
    """The head of a picture, so many notes, and its end."""
    note = struct.pack(">I", 0) + b"tEXt" + bytes(4)
    head = struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(5 + 4)
    return PNG + head + note * notes + struct.pack(">I", 0) + b"IEND" + bytes(4)


def jpeg(width: int, height: int, frame: int = 0xC0, before: bytes = b"", scans: int = 1) -> bytes:
    head = struct.pack(">HHBHHB", 0xFF00 | frame, 8, 8, height, width, 0)
    return b"\xff\xd8" + before + head + b"\xff\xda\x00\x02" * scans


def segment(marker: int, length: int) -> bytes:
    return struct.pack(">HH", 0xFF00 | marker, length) + bytes(length - 2)


def webp(layout: bytes, rest: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + layout + rest


def lossless(width: int, height: int) -> bytes:
    return webp(b"VP8L", bytes(4) + b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14 | 1 << 28))


def extended(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", bytes(8) + sides)


def lossy(width: int, height: int) -> bytes:
    return webp(b"VP8 ", bytes(10) + struct.pack("<HH", width | 1 << 14, height | 1 << 15))


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(640, 480), "PNG", (640, 480)),
        (png(1, 70000), "PNG", (1, 70000)),
        (png(3, 2, notes=40), "PNG", (3, 2)),
        (jpeg(640, 480), "JPEG", (640, 480)),
        (jpeg(640, 480, frame=0xC2), "JPEG", (640, 480)),
        (jpeg(640, 480, frame=0xCF), "JPEG", (640, 480)),
        (jpeg(640, 480, before=segment(0xE0, 16) + segment(0xFE, 300)), "JPEG", (640, 480)),
        (jpeg(640, 480, before=segment(0xC4, 40) + segment(0xCC, 20) + segment(0xC8, 20)), "JPEG", (640, 480)),
        (jpeg(640, 480, before=b"\xff" + segment(0xE0, 16)), "JPEG", (640, 480)),
        (jpeg(640, 480, before=segment(0xBF, 40) + segment(0xD0, 40)), "JPEG", (640, 480)),
        (jpeg(640, 480, scans=100), "JPEG", (640, 480)),
        (lossless(640, 480), "WEBP", (640, 480)),
        (lossless(1, 16384), "WEBP", (1, 16384)),
        (lossless(730, 2), "WEBP", (730, 2)),
        (extended(640, 480), "WEBP", (640, 480)),
        (extended(70000, 1), "WEBP", (70000, 1)),
        (lossy(640, 480), "WEBP", (640, 480)),
        (lossy(16383, 3), "WEBP", (16383, 3)),
    ],
)
def test_how_large_a_picture_is_stands_in_its_head(data: bytes, kind: str, size: tuple[int, int]) -> None:
    assert size_in_header(data, kind) == size


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(6, 4)[:-12], "PNG"),
        (PNG, "PNG"),
        (jpeg(6, 4)[:-4], "JPEG"),
        (jpeg(6, 4, scans=101), "JPEG"),
        (png(6, 4, notes=20_000), "PNG"),
        (jpeg(6, 4, before=segment(0xE0, 2) * 20_000), "JPEG"),
        (webp(b"VP8L", b"\0\0"), "WEBP"),
        (webp(b"VP8 ", b"\0\0"), "WEBP"),
    ],
)
def test_a_head_that_does_not_end_is_taken_for_none(data: bytes, kind: str) -> None:
    with pytest.raises((ValueError, struct.error)):
        size_in_header(data, kind)
    if kind_of(data) == kind:
        with pytest.raises(PictureError) as refused:
            render_photo(data)
        assert refused.value.reason == "damaged"


def test_a_head_may_have_very_many_notes() -> None:
    assert size_in_header(png(6, 4, notes=19_998), "PNG") == (6, 4)
    assert size_in_header(jpeg(6, 4, before=segment(0xE0, 2) * 19_998), "JPEG") == (6, 4)


@pytest.mark.parametrize(
    ("kind", "made", "most"),
    [("PNG", png, 12), ("JPEG", jpeg, 25), ("WEBP", extended, 12)],
    ids=["PNG", "JPEG", "WEBP"],
)
def test_a_picture_of_too_many_pixels_is_refused_by_its_head(kind: str, made: object, most: int) -> None:
    assert callable(made)
    assert MAX_PIXELS[kind] == most * 1_000_000
    assert size_in_header(made(1000, most * 1000), kind) == (1000, most * 1000)
    with pytest.raises(PictureError) as refused:
        size_in_header(made(1000, most * 1000 + 1), kind)
    assert refused.value.reason == "too_many_pixels"
    assert f"1000 × {most * 1000 + 1} pixels; at most {most} million" in refused.value.en
    assert refused.value.fix_en == "reduce the picture to about 1000 pixels in width"


def test_a_file_of_the_largest_weight_is_taken_and_no_heavier_one() -> None:
    check_weight(bytes(MAX_BYTES))
    with pytest.raises(PictureError) as refused:
        check_weight(bytes(MAX_BYTES + 1))
    assert (refused.value.reason, refused.value.en) == ("too_heavy", "the file is 16 MB; at most 15 MB is allowed")
    assert picture_too_large(20_000_001).en.startswith("the file is 21 MB")
    assert picture_too_large(20_000_000).nl.startswith("het bestand is 20 MB")


@pytest.mark.parametrize(
    ("render", "nl", "en", "drawing"),
    [
        (render_photo, "een foto moet PNG, JPEG of WebP zijn", "a photo must be PNG, JPEG or WebP", True),
        (render_logo, "een logo moet SVG, PNG, JPEG of WebP zijn", "a logo must be SVG, PNG, JPEG or WebP", False),
        (
            render_figure,
            "een afbeelding moet SVG, PNG, JPEG of WebP zijn",
            "a picture must be SVG, PNG, JPEG or WebP",
            False,
        ),
    ],
    ids=["photo", "logo", "figure"],
)
def test_a_picture_of_a_kind_that_is_not_taken_is_told_with_those_that_are(
    render: object, nl: str, en: str, drawing: bool
) -> None:
    assert callable(render)
    for data, kind in ((b"GIF89a", "GIF"), (b"%PDF-1.7", "PDF"), *(((b"<svg/>", "SVG"),) if drawing else ())):
        with pytest.raises(PictureError) as refused:
            render(data)
        assert refused.value.reason == "wrong_kind"
        assert refused.value.nl == f"dit is een {kind}-bestand; {nl}"
        assert refused.value.en == f"this is a file of the kind {kind}; {en}"
    with pytest.raises(PictureError) as refused:
        render(b"hallo")
    assert refused.value.reason == "not_a_picture"
    assert refused.value.nl.startswith("dit bestand is geen ") and en.partition("must be ")[2] in refused.value.en
    assert str(refused.value) == f"{refused.value.en}: {refused.value.fix_en}"


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((400, 400), (0, 0, 400, 400)),
        ((600, 400), (100, 0, 500, 400)),
        ((400, 600), (0, 60, 400, 460)),
        ((1, 11), (0, 3, 1, 4)),
    ],
)
def test_a_photo_keeps_its_middle_and_of_a_tall_one_more_of_its_top(
    size: tuple[int, int], box: tuple[float, float, float, float]
) -> None:
    assert cut_square(*size) == pytest.approx(box)


@pytest.mark.parametrize(
    ("size", "largest", "fitted"),
    [
        ((480, 128), 1.0, (240, 64)),
        ((480, 64), 1.0, (240, 32)),
        ((100, 128), 1.0, (50, 64)),
        ((120, 32), 1.0, (120, 32)),
        ((10, 1000), 1.0, (1, 64)),
        ((1000, 1), 1.0, (240, 1)),
        ((3000, 1), 1.0, (240, 1)),
    ],
)
def test_a_logo_of_pixels_fits_its_box_and_is_not_enlarged(
    size: tuple[int, int], largest: float, fitted: tuple[int, int]
) -> None:
    assert fit(*size, largest) == fitted


def test_a_logo_that_is_drawn_fills_its_box() -> None:
    assert [fit(12, 3.2), fit(24, 1), fit(1, 2)] == [(240, 64), (240, 10), (32, 64)]
    assert fit(56, 42, box=FIGURE_BOX) == (560, 420)


@pytest.mark.parametrize(
    ("size", "drawn", "shown", "stored"),
    [
        ((1120, 840), False, (560, 420), (1120, 840)),
        ((2240, 840), False, (560, 210), (1120, 420)),
        ((1000, 750), False, (560, 420), (1000, 750)),
        ((1121, 840), False, (560, 420), (1120, 840)),
        ((100, 50), False, (100, 50), (100, 50)),
        ((100, 50), True, (560, 280), (1120, 560)),
        ((10.4, 5.2), True, (560, 280), (1120, 560)),
        ((1119.4, 100), False, (560, 50), (1119, 100)),
    ],
)
def test_a_picture_with_a_question_has_twice_the_pixels_where_it_has_them(
    size: tuple[float, float], drawn: bool, shown: tuple[int, int], stored: tuple[int, int]
) -> None:
    assert figure_size(*size, drawn) == (shown, stored)
