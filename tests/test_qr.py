from io import BytesIO

import pytest
import resvg_py
import segno
from defusedxml import ElementTree
from PIL import Image

from voorlichter.qr import render_qr, render_qr_png

ADDRESSES = [
    "https://www.vuurtoren.example/vertrouwenspersoon/",
    "https://a.nl",
    "https://xn--bcher-kva.example/één/?x=1&y=<2>",
    "https://example.org/" + "pad/" * 60,
]


def drawn(svg: str, scale: int = 4) -> Image.Image:
    size = int(ElementTree.fromstring(svg).get("viewBox").split()[2])
    png = resvg_py.svg_to_bytes(svg_string=svg, width=size * scale)
    return Image.open(BytesIO(png)).convert("L")


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_program_reads_the_address_byte_for_byte(address):
    zxingcpp = pytest.importorskip("zxingcpp")
    (code,) = zxingcpp.read_barcodes(drawn(render_qr(address)))
    assert code.text == address
    assert code.ec_level in {"M", "Q", "H"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_module_is_drawn_inside_a_quiet_zone_of_four(address):
    picture = drawn(render_qr(address), scale=4)
    modules = [
        [picture.getpixel((4 * x + 2, 4 * y + 2)) == 0 for x in range(picture.width // 4)]
        for y in range(picture.height // 4)
    ]
    encoding = None if address.isascii() else "utf-8"
    expected = segno.make_qr(address, error="m", encoding=encoding).matrix_iter(border=4)
    assert modules == [[bool(module) for module in row] for row in expected]


@pytest.mark.parametrize("module", [1, 12])
def test_the_picture_of_pixels_is_the_same_with_squares_of_the_width_that_is_asked(module):
    picture = Image.open(BytesIO(render_qr_png(ADDRESSES[0], module))).convert("L")
    same = drawn(render_qr(ADDRESSES[0]), module)
    assert picture.size == same.size
    assert picture.tobytes() == same.tobytes()


def test_the_picture_of_pixels_is_wide_enough_for_a_sheet():
    assert Image.open(BytesIO(render_qr_png("1"))).size == (29 * 12, 29 * 12)


def test_the_picture_stands_alone_and_fits_under_a_strict_policy():
    svg = render_qr(ADDRESSES[0])
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')
    assert not any(word in svg for word in ("style", "class", "<?xml", "currentColor", "href", "script"))


def test_the_ground_is_white_so_that_it_scans_on_a_dark_page():
    assert drawn(render_qr(ADDRESSES[0])).getpixel((0, 0)) == 255


def test_a_short_text_is_no_micro_code_which_phones_cannot_read():
    assert 'viewBox="0 0 29 29"' in render_qr("1")


def test_the_same_text_gives_the_same_bytes():
    assert render_qr(ADDRESSES[0]) == render_qr(ADDRESSES[0])


def test_a_text_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="too large"):
        render_qr("x" * 5000)
