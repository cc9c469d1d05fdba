"""How large a text can be in its box. Nobody typesets slides here, so widths are estimated, and rather too wide than too narrow."""

from __future__ import annotations

from collections.abc import Sequence

SMALLEST = 18
"""Points. What is smaller is not read from the back of a room."""
_LINE = 1.2
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!()[] ", 0.25),
    **dict.fromkeys("frtJ-", 0.34),
    **dict.fromkeys("ckLsvxyz", 0.44),
    **dict.fromkeys("aegEFKPSTYZ0123456789", 0.5),
    **dict.fromkeys("mwMW@%—…", 0.85),
}
"""In parts of the size, for Calibri."""
_BOLD, _STAND_IN = 1.05, 1.08
"""How much wider bold letters are, and the letters of what stands in where the face is not there."""


def fitting_size(
    texts: Sequence[str], sizes: Sequence[int], width: float, height: float, space: float = 0.0, bold: bool = False
) -> int:
    """The first of `sizes`, in points, at which the paragraphs fit a box in inches; the last where none does.

    `space` is what stands between two of them, as a part of the size.
    """
    room = width / _BOLD if bold else width
    return next((size for size in sizes if height_of(texts, size, room / _STAND_IN, space) <= height), sizes[-1])


def size_of_points(points: Sequence[str], sizes: Sequence[int], width: float, height: float, space: float) -> int:
    """The same for a list: a step or two smaller where that keeps every point on a line of its own."""
    size = fitting_size(points, sizes, width, height, space)
    near = sizes[sizes.index(size) :][:3]
    return next((smaller for smaller in near if all(lines_of(point, smaller, width) == 1 for point in points)), size)


def height_of(texts: Sequence[str], size: int, width: float, space: float = 0.0) -> float:
    """In inches."""
    lines = sum(lines_of(text, size, width) for text in texts)
    return (lines * _LINE + (len(texts) - 1) * space) * size / 72


def lines_of(text: str, size: int, width: float) -> int:
    """How many lines a text takes; a word longer than a line is cut, and a line takes one letter, however narrow it is."""
    room = max(1.0, width * 72 / size)
    lines, used = 1, 0.0
    for word in text.split():
        long = width_of(word)
        if used and used + width_of(" ") + long > room:
            lines, used = lines + 1, 0.0
        used += long + (width_of(" ") if used else 0.0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def width_of(text: str) -> float:
    """In parts of the size."""
    return sum(_WIDTHS.get(sign, 0.62 if sign.isupper() else 0.53) for sign in text)
