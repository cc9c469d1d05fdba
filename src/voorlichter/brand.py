"""From one brand colour to the colours a page needs, each readable where it stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

# The theme's fixed colours, as its style sheet has them.
LIGHT_GROUNDS = ("#fbf8f3", "#efe7da", "#ddebe8", "#fbf0cf", "#ffffff")  # paper, sand, mist, straw, white
DARK_GROUNDS = ("#14201f", "#1e2c2b", "#22302d", "#1f3a37", "#2d2b1d")  # night, card, sand, mist, straw
INK_LIGHT = "#1f2a2e"
INK_DARK = "#ede8df"
TEXT_ON_BRAND = ("#ffffff", "#14201f")  # paper, ink
_BLACK = "#000000"  # on the few greys between, where neither of these can be read: one of black and white always can

# WCAG 2.2 success criterion 1.4.3 asks 4.5; programs that measure it differ in the fourth digit.
TEXT_CONTRAST = 4.505

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
_STEPS = 12  # a lightness found to 1/4096, finer than the rounding to hex
# Faint enough that ink keeps 7:1 on a tint of any hue (1.4.6, AAA).
_TINT_LIGHTNESS = {"light": 0.955, "dark": 0.27}
_TINT_CHROMA = {"light": 0.025, "dark": 0.03}


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`: the brand as it is, a ground; the accent, that colour as text in the light and the dark scheme."""

    color: str
    on_color: str
    accent_light: str
    accent_dark: str
    tint_light: str
    tint_dark: str


def plan_palette(color: str) -> Palette:
    """The brand colour (`#rgb` or `#rrggbb`) as it is, what can be read on it, and the same as text.

    Text in it is clamped to 4.5:1 on every ground of its scheme: hue and chroma stay, only the lightness moves, and no
    further than needed. A colour that passes is kept.
    """
    if not _HEX.fullmatch(color):
        raise ValueError(f"{color!r} is not a colour of the form #RRGGBB")
    color = color.lower()
    return _palette(color if len(color) == 7 else "#" + "".join(2 * digit for digit in color[1:]))


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of WCAG 2 between two `#rrggbb` colours."""
    darker, lighter = sorted((_luminance(colour), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _palette(brand: str) -> Palette:
    from coloraide import Color  # takes 0.1 s to import: only when there is a colour to plan

    # A grey has no hue; as numbers, its hue is 0 and its chroma so small that no hue shows.
    lightness, chroma, hue = Color(brand).convert("oklch").coords(nans=False)

    def shade(lightness: float, chroma: float = chroma) -> str:
        # Ray tracing lowers the chroma until the colour can be shown, at the same lightness and hue.
        fitted = Color("oklch", [lightness, chroma, hue]).convert("srgb").fit(method="raytrace")
        return fitted.to_string(hex=True)

    tint_light = shade(_TINT_LIGHTNESS["light"], min(chroma, _TINT_CHROMA["light"]))
    tint_dark = shade(_TINT_LIGHTNESS["dark"], min(chroma, _TINT_CHROMA["dark"]))
    return Palette(
        color=brand,
        on_color=_text_on(brand),
        accent_light=_nearest_readable(brand, lightness, 0.0, shade, (*LIGHT_GROUNDS, tint_light)),
        accent_dark=_nearest_readable(brand, lightness, 1.0, shade, (*DARK_GROUNDS, tint_dark)),
        tint_light=tint_light,
        tint_dark=tint_dark,
    )


def _nearest_readable(
    brand: str, lightness: float, end: float, shade: Callable[[float], str], grounds: tuple[str, ...]
) -> str:
    """The colour nearest to the brand, towards black (end 0) or white (end 1), that passes on all grounds."""

    def passes(color: str) -> bool:
        return all(contrast(color, ground) >= TEXT_CONTRAST for ground in grounds)

    if passes(brand):
        return brand
    failing, passing, readable = lightness, end, shade(end)
    for _ in range(_STEPS):
        middle = (failing + passing) / 2
        candidate = shade(middle)  # judged as the hex that is published, not as the exact colour
        if passes(candidate):
            passing, readable = middle, candidate
        else:
            failing = middle
    return readable


def _text_on(ground: str) -> str:
    best = max(TEXT_ON_BRAND, key=lambda text: contrast(text, ground))
    return best if contrast(best, ground) >= TEXT_CONTRAST else _BLACK


def _luminance(color: str) -> float:
    red, green, blue = (_LINEAR[int(color[at : at + 2], 16)] for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LINEAR = tuple(
    step / 255 / 12.92 if step / 255 <= 0.04045 else ((step / 255 + 0.055) / 1.055) ** 2.4 for step in range(256)
)
