"""What somebody sees of a logo on the site's paper: how much of it, and how large."""

from collections import Counter
from dataclasses import dataclass

from voorlichter.brand import LIGHT_GROUNDS, contrast

_PAPER = LIGHT_GROUNDS[0]
_SEEN = 1.3  # contrast with the paper; a pale grey of 85 % has 1.4


@dataclass(frozen=True, slots=True)
class LogoLook:
    """`seen`: width and height of what shows, in pixels; `share_seen`: of all that is drawn, weighed by its opacity."""

    seen: tuple[int, int] | None
    share_seen: float


def look_at(pixels: bytes, width: int) -> LogoLook | None:
    """Of red, green, blue and opacity, row by row; None where nothing is drawn."""
    colors = list(zip(*[iter(pixels)] * 4, strict=True))
    drawn = {color: count for color, count in Counter(colors).items() if color[3]}
    if not drawn:
        return None
    shows = {color for color in drawn if contrast(_on_paper(color), _PAPER) >= _SEEN}
    seen = [number for number, color in enumerate(colors) if color in shows]
    weight = sum(color[3] * count for color, count in drawn.items())
    share = sum(color[3] * drawn[color] for color in shows) / weight
    if not seen:
        return LogoLook(None, share)
    columns, rows = [number % width for number in seen], [number // width for number in seen]
    return LogoLook((max(columns) - min(columns) + 1, max(rows) - min(rows) + 1), share)


def _on_paper(color: tuple[int, ...]) -> str:
    opacity = color[3] / 255
    paper = bytes.fromhex(_PAPER.removeprefix("#"))
    return "#" + "".join(
        f"{round(opacity * over + (1 - opacity) * under):02x}" for over, under in zip(color, paper, strict=False)
    )
