"""The pictures of a tab: the icon is drawn as on a computer; photos and logos are what the browser made of them before."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from voorlichter.paint import PillowPainter
from voorlichter.pictures import DrawnLogo, Figure, Picture
from voorlichter.studio.tab.painter import BrowserPainter, Role, Sheet, WantedPicture, key_of, sheets_for
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
    with pytest.raises(SvgRefusedError, match="'damaged'"):
        painter.logo(drawing, "SVG", 6)


def picture_of(kind: str, width: int = 300, height: int = 200) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, height), "#205c4a").save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_file_is_drawn_as_all_that_it_may_become_or_as_what_is_asked(kind: str) -> None:
    data, type_ = picture_of(kind), f"image/{kind.lower()}"
    roles: tuple[Role, ...] = ("photo", "logo")
    assert list(BrowserPainter().wanted(data)) == [WantedPicture(role, type_, data, 0, 0) for role in roles]
    assert list(BrowserPainter().wanted(data, asked=True)) == [WantedPicture("figure", type_, data, 0, 0)]


def test_a_drawing_is_drawn_as_large_as_print_or_the_question_needs_it() -> None:
    markup, type_ = render_markup(read_svg(SVG)), "image/svg+xml"
    assert list(BrowserPainter().wanted(SVG)) == [WantedPicture("logo", type_, markup, 768, 384)]
    assert list(BrowserPainter().wanted(SVG, asked=True)) == [WantedPicture("figure", type_, markup, 1120, 560)]


@pytest.mark.parametrize(
    "data", [b"", b"nothing", b"<svg", b"GIF89a", picture_of("PNG")[:20], b"\xff\xd8\xff" + bytes(99)]
)
def test_of_what_would_be_refused_nothing_is_drawn(data: bytes) -> None:
    assert list(BrowserPainter().wanted(data)) == [] == list(BrowserPainter().wanted(data, asked=True))


def test_what_is_drawn_already_is_not_asked_again() -> None:
    painter, data = BrowserPainter(), picture_of("PNG")
    photo, logo = painter.wanted(data)
    (figure,) = painter.wanted(data, asked=True)
    painter.keep(photo, 300, 200, [b"1", b"2", b"6"], b"pixels")
    assert list(painter.wanted(data)) == [logo]
    painter.keep(logo, 300, 200, [b"1", b"2", b"6"], b"pixels")
    assert list(painter.wanted(data)) == [] and list(painter.wanted(data, asked=True)) == [figure]
    painter.keep(figure, 300, 200, [b"1"], b"")
    assert list(painter.wanted(data, asked=True)) == []


def sheets_of(role: Role, type_: str, width: int, height: int) -> list[Sheet]:
    return sheets_for(WantedPicture(role, type_, b"data"), width, height)


@pytest.mark.parametrize(
    ("width", "height", "sides", "part"),
    [
        (300, 200, (160, 200, 200), (50, 0, 200, 200)),
        (3000, 2000, (160, 320, 960), (500, 0, 2000, 2000)),
        (120, 900, (120, 120, 120), (0, 234, 120, 120)),
    ],
)
def test_a_photo_is_a_square_of_no_more_pixels_than_it_has(
    width: int, height: int, sides: tuple[int, ...], part: tuple[int, int, int, int]
) -> None:
    assert sheets_of("photo", "image/webp", width, height) == [
        Sheet(side, side, part, "image/jpeg", True) for side in sides
    ]


@pytest.mark.parametrize(
    ("type_", "size", "drawn"),
    [
        ("image/png", (300, 200), ((96, 64), (192, 128), (300, 200))),
        ("image/jpeg", (3000, 2000), ((96, 64), (192, 128), (576, 384))),
        ("image/png", (30, 20), ((30, 20), (30, 20), (30, 20))),
        ("image/svg+xml", (768, 384), ((128, 64), (256, 128), (768, 384))),
    ],
)
def test_a_logo_is_whole_and_may_be_seen_through(
    type_: str, size: tuple[int, int], drawn: tuple[tuple[int, int], ...]
) -> None:
    assert sheets_of("logo", type_, *size) == [Sheet(*sides, (0, 0, *size), "image/png") for sides in drawn]


@pytest.mark.parametrize(
    ("type_", "size", "drawn", "becomes"),
    [
        ("image/png", (300, 200), (300, 200), "image/png"),
        ("image/jpeg", (3000, 2000), (1120, 746), "image/jpeg"),
        ("image/webp", (120, 900), (112, 840), "image/jpeg"),
        ("image/svg+xml", (1120, 560), (1120, 560), "image/png"),
    ],
)
def test_a_picture_with_a_question_is_one_file_on_white(
    type_: str, size: tuple[int, int], drawn: tuple[int, int], becomes: str
) -> None:
    assert sheets_of("figure", type_, *size) == [Sheet(*drawn, (0, 0, *size), becomes, True)]


def test_what_was_drawn_is_kept_for_screens_and_for_print() -> None:
    painter, data = BrowserPainter(), picture_of("JPEG")
    photo, logo = painter.wanted(data)
    for wanted in (photo, logo):
        painter.keep(wanted, 300, 200, [b"1", b"2", b"6"], b"pixels")
    assert painter.photo(data, "JPEG", 2) == Picture(b"1", b"2", 160, 160, ".jpg")
    assert painter.photo(data, "JPEG", 6) == Picture(b"1", b"6", 160, 160, ".jpg")
    assert painter.logo(data, "JPEG", 2) == DrawnLogo(Picture(b"1", b"2", 96, 64, ".png"), b"pixels")
    assert painter.logo(data, "JPEG", 6) == DrawnLogo(Picture(b"1", b"6", 96, 64, ".png"), b"pixels")
    assert painter.made[key_of("photo", data, 2)].pixels == b""


def test_a_logo_that_is_drawn_is_as_large_as_it_was_wanted() -> None:
    painter = BrowserPainter()
    (wanted,) = painter.wanted(SVG)
    painter.keep(wanted, wanted.width, wanted.height, [b"1", b"2", b"6"], b"pixels")
    assert painter.logo(read_svg(SVG), "SVG", 6).picture == Picture(b"1", b"6", 128, 64, ".png")
    painter.keep(wanted, 773, 389, [b"1", b"2", b"6"], b"pixels")  # a browser may round
    assert painter.logo(read_svg(SVG), "SVG", 2).picture == Picture(b"1", b"2", 128, 64, ".png")


@pytest.mark.parametrize(
    ("kind", "shown"), [("PNG", (300, 200, ".png")), ("JPEG", (300, 200, ".jpg")), ("WEBP", (300, 200, ".jpg"))]
)
def test_a_picture_with_a_question_is_found_by_what_it_was_drawn_from(kind: str, shown: tuple[int, int, str]) -> None:
    painter, data = BrowserPainter(), picture_of(kind)
    (wanted,) = painter.wanted(data, asked=True)
    painter.keep(wanted, 300, 200, [b"drawn"], b"")
    assert painter.figure(data, kind) == Figure(b"drawn", *shown)
    with pytest.raises(SvgRefusedError, match="'damaged'"):
        painter.figure(b"other", kind)


def test_a_drawing_with_a_question_is_shown_as_large_as_its_place() -> None:
    painter = BrowserPainter()
    (wanted,) = painter.wanted(SVG, asked=True)
    painter.keep(wanted, 1120, 560, [b"drawn"], b"")
    assert painter.figure(read_svg(SVG), "SVG") == Figure(b"drawn", 560, 280, ".png")


def test_a_sheet_that_lacks_is_no_picture() -> None:
    painter, data = BrowserPainter(), picture_of("PNG")
    photo, _ = painter.wanted(data)
    with pytest.raises(AssertionError):
        painter.keep(photo, 300, 200, [b"1", b"2"], b"")
    assert painter.made == {}
