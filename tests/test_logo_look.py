"""What a logo needs to be seen on the site: something drawn, dark enough, and not lost on its sheet."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from voorlichter.logo_look import LogoLook, look_at
from voorlichter.pictures import PictureError, render_logo

INK, FAINT = (11, 95, 165, 255), (250, 250, 250, 255)


def sheet(*boxes: tuple[int, int, tuple[int, int, int, int]], size: tuple[int, int] = (240, 64)) -> bytes:
    """A transparent sheet with rectangles of a width, a height and a colour, each below the last at the left."""
    image = Image.new("RGBA", size)
    top = 0
    for wide, high, color in boxes:
        image.paste(color, (0, top, wide, top + high))
        top += high
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def reason(data: bytes) -> str | None:
    try:
        render_logo(data)
    except PictureError as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("wide", "high", "refused"),
    [
        (96, 3, None),
        (95, 20, "tiny"),
        (20, 26, None),
        (20, 25, "tiny"),
        (90, 25, "tiny"),
        (95, 25, None),
        (240, 64, None),
        (240, 1, None),
        (1, 64, None),
        (1, 1, "tiny"),
    ],
)
def test_a_logo_that_fills_little_of_its_sheet_is_taken_where_it_is_large_in_one_direction(
    wide: int, high: int, refused: str | None
) -> None:
    """Fifteen percent of the sheet, or two fifths of the box's width or height."""
    assert reason(sheet((wide, high, INK))) == refused


def test_a_logo_that_is_lost_on_its_sheet_is_told_with_what_becomes_of_it() -> None:
    with pytest.raises(PictureError) as refused:
        render_logo(sheet((48, 16, INK)))
    assert refused.value.en == "this logo fills only 5 % of its sheet; on the site it becomes 48 by 16 pixels"
    with pytest.raises(PictureError) as refused:
        render_logo(sheet((2, 2, INK)))
    assert refused.value.en == "this logo fills only 1 % of its sheet; on the site it becomes 2 by 2 pixels"


@pytest.mark.parametrize(
    ("boxes", "refused"),
    [
        ([], "blank"),
        ([(240, 64, (0, 0, 0, 0))], "blank"),
        ([(240, 64, FAINT)], "faint"),
        ([(240, 64, (0, 0, 0, 10))], "faint"),
        ([(240, 60, FAINT), (240, 4, INK)], None),
        ([(240, 62, FAINT), (240, 2, INK)], "faint"),
        ([(228, 16, FAINT), (96, 2, INK)], None),
        ([(228, 16, FAINT), (96, 2, INK), (1, 1, FAINT)], "faint"),
        ([(240, 64, (200, 200, 200, 255))], None),
        ([(240, 64, (235, 235, 235, 255))], "faint"),
    ],
)
def test_a_logo_that_nobody_sees_on_paper_is_refused(
    boxes: list[tuple[int, int, tuple[int, int, int, int]]], refused: str | None
) -> None:
    assert reason(sheet(*boxes)) == refused


def test_what_is_seen_is_measured_from_its_first_to_its_last_pixel() -> None:
    clear, ink = bytes(4), bytes(INK)
    assert look_at(clear * 12, 4) is None
    assert look_at(clear * 5 + ink + clear * 6, 4) == LogoLook((1, 1), 1.0)
    assert look_at(clear * 4 + ink + clear * 5 + ink + clear, 4) == LogoLook((3, 2), 1.0)
    assert look_at(bytes(FAINT) * 4, 4) == LogoLook(None, 0.0)
    assert look_at(bytes(FAINT) * 3 + ink, 4) == LogoLook((1, 1), 0.25)


def test_what_is_hardly_opaque_weighs_little() -> None:
    look = look_at(bytes((0, 0, 0, 5)) * 3 + bytes(INK), 4)
    assert look is not None and look.seen == (1, 1) and look.share_seen == pytest.approx(255 / 270)
