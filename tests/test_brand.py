from itertools import product

import pytest
from coloraide import Color

from voorlichter.brand import DARK_GROUNDS, INK_DARK, INK_LIGHT, LIGHT_GROUNDS, contrast, plan_palette

STEPS = (0, 32, 64, 96, 128, 160, 192, 224, 255)
CUBE = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(STEPS, repeat=3)]


def measured(one: str, other: str) -> float:
    """The contrast as another program sees it."""
    return Color(one).contrast(other, method="wcag21")


@pytest.fixture(scope="module")
def palettes():
    return {color: plan_palette(color) for color in CUBE}


def test_accents_are_readable_on_every_ground_of_their_scheme(palettes):
    for color, palette in palettes.items():
        for ground in (*LIGHT_GROUNDS, palette.tint_light):
            assert measured(palette.accent_light, ground) >= 4.5, (color, ground)
        for ground in (*DARK_GROUNDS, palette.tint_dark):
            assert measured(palette.accent_dark, ground) >= 4.5, (color, ground)


def test_text_on_the_brand_is_readable(palettes):
    for color, palette in palettes.items():
        assert measured(palette.on_color, palette.color) >= 4.5, color


def test_as_a_ground_the_brand_stays_as_it_is(palettes):
    assert {color: palette.color for color, palette in palettes.items()} == {color: color for color in CUBE}


@pytest.mark.parametrize(
    ("color", "on"),
    [
        ("#c9a227", "#14201f"),
        ("#7a1f3d", "#ffffff"),
        ("#ffffff", "#14201f"),
        ("#000000", "#ffffff"),
        ("#808080", "#000000"),
    ],
)
def test_on_the_brand_stands_paper_or_ink_and_black_where_neither_can_be_read(color, on):
    assert plan_palette(color).on_color == on


def test_ink_keeps_seven_to_one_on_a_tint(palettes):
    for color, palette in palettes.items():
        assert measured(INK_LIGHT, palette.tint_light) >= 7, color
        assert measured(INK_DARK, palette.tint_dark) >= 7, color


def test_a_colour_is_moved_no_further_than_needed(palettes):
    for color, palette in palettes.items():
        light = min(measured(palette.accent_light, ground) for ground in (*LIGHT_GROUNDS, palette.tint_light))
        dark = min(measured(palette.accent_dark, ground) for ground in (*DARK_GROUNDS, palette.tint_dark))
        assert palette.accent_light == color or light < 4.7, color
        assert palette.accent_dark == color or dark < 4.7, color


def test_a_clamped_colour_keeps_its_hue(palettes):
    for color, palette in palettes.items():
        _, chroma, hue = Color(color).convert("oklch").coords(nans=False)
        for accent in (palette.accent_light, palette.accent_dark):
            _, kept, turned = Color(accent).convert("oklch").coords(nans=False)
            if chroma > 0.04 and kept > 0.04:
                assert abs((hue - turned + 180) % 360 - 180) < 4, (color, accent)


@pytest.mark.parametrize("color", ["#154273", "#0f5e5a", "#A4452C", "#000000"])
def test_a_colour_that_passes_on_paper_stays_as_it_is(color):
    assert plan_palette(color).accent_light == color.lower()


@pytest.mark.parametrize("color", ["#ffb612", "#7CC9BF", "#ffffff"])
def test_a_colour_that_passes_at_night_stays_as_it_is(color):
    assert plan_palette(color).accent_dark == color.lower()


def test_a_tint_of_a_grey_shows_no_hue():
    palette = plan_palette("#808080")
    for tint in (palette.tint_light, palette.tint_dark):
        assert tint[1:3] == tint[3:5] == tint[5:]


def test_a_tint_is_the_brand_s_hue_faint_and_as_light_or_dark_as_its_scheme(palettes):
    for color, palette in palettes.items():
        _, chroma, hue = Color(color).convert("oklch").coords(nans=False)
        for tint, lightness, most in ((palette.tint_light, 0.955, 0.025), (palette.tint_dark, 0.27, 0.03)):
            found, faint, turned = Color(tint).convert("oklch").coords(nans=False)
            assert found == pytest.approx(lightness, abs=0.01), (color, tint)
            assert faint <= min(chroma, most) + 0.004, (color, tint)
            if chroma > most:
                assert faint > 0.008, (color, tint)
                assert abs((hue - turned + 180) % 360 - 180) < 20, (color, tint)


def test_three_digits_and_capitals_mean_the_same():
    assert plan_palette("#0bF") == plan_palette("#00bbff") == plan_palette("#00BBFF")


@pytest.mark.parametrize(
    "color",
    ["", "#", "#12", "#1234", "#12345678", "123456", "blue", "#12345g", "#١٢٣", " #123456", "#123456\n"],
)
def test_what_is_no_colour_is_refused(color):
    with pytest.raises(ValueError, match="#RRGGBB"):
        plan_palette(color)


def test_contrast_agrees_with_another_implementation():
    for color in CUBE[::7]:
        assert contrast(color, "#efe7da") == pytest.approx(measured(color, "#efe7da"), abs=0.005)
