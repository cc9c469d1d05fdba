"""What makes the site of one organisation another house than the next: motif, second colour, first screen.

The profile says so. What it leaves open follows from the slug, so that an organisation keeps it, and two beside each
other differ.
"""

from __future__ import annotations

import hashlib
from colorsys import rgb_to_hls
from dataclasses import dataclass
from typing import get_args

from voorlichter.profile.model import Brand, FirstScreen, Motif

MOTIFS: tuple[Motif, ...] = get_args(Motif)
FIRST_SCREENS: tuple[FirstScreen, ...] = get_args(FirstScreen)
SECOND_COLORS = ("#f3d27a", "#f0a68c", "#a9c79b", "#9cc5dd", "#c3b1e1", "#e6b3c4")
"""Calm ones beside any other: honey, coral, sage, sky, lilac, rose. They are drawn with, and hold no text."""
_APART = 50 / 360


@dataclass(frozen=True, slots=True)
class House:
    motif: Motif
    first_screen: FirstScreen
    second_color: str


def plan_house(brand: Brand, slug: str) -> House:
    dice = hashlib.sha256(f"house {slug}".encode()).digest()
    others = [color for color in SECOND_COLORS if _apart(color, brand.color)]
    return House(
        brand.motif or MOTIFS[dice[0] % len(MOTIFS)],
        brand.first_screen or FIRST_SCREENS[dice[1] % len(FIRST_SCREENS)],
        brand.second_color or others[dice[2] % len(others)],
    )


def _apart(one: str, other: str) -> bool:
    """Two colours that nobody takes for shades of one."""
    turned = abs(_hue(one) - _hue(other))
    return min(turned, 1 - turned) >= _APART


def _hue(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    return rgb_to_hls(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))[0]
