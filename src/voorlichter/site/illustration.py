"""The drawing of one organisation: two rounded shapes that lean towards each other under one arch, roof or tree.

Everything that varies comes from the slug and its motif, so an organisation keeps its drawing, on every page and in
every build. Nothing in it stands for anybody: no faces, no hands. Colours are the style sheet's, by class.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sin, tan
from typing import Literal

from voorlichter.profile.model import Motif
from voorlichter.slots.model import ScenesSlots
from voorlichter.slots.types import Html

Scene = Literal["talk", "path", "door"]

WIDTH, GROUND = 420, 210
CENTRE = WIDTH / 2


@dataclass(frozen=True, slots=True)
class Shape:
    """A rounded stroke from its foot to its head; `radius` is half its thickness."""

    foot: tuple[float, float]
    head: tuple[float, float]
    radius: float

    def moved(self, scale: float, to: float) -> Shape:
        """Scaled around the ground under the middle of the arc, and carried sideways."""

        def point(x: float, y: float) -> tuple[float, float]:
            return CENTRE + (x - CENTRE) * scale + to, GROUND + (y - GROUND) * scale

        return Shape(point(*self.foot), point(*self.head), self.radius * scale)

    def mirrored(self) -> Shape:
        return Shape((WIDTH - self.foot[0], self.foot[1]), (WIDTH - self.head[0], self.head[1]), self.radius)


@lru_cache(maxsize=4096)
def plan_scenes(slug: str, motif: Motif) -> ScenesSlots:
    """The three drawings of one organisation."""
    return ScenesSlots(*(Html(render_scene(slug, scene, motif)) for scene in ("talk", "path", "door")))


def render_scene(slug: str, scene: Scene, motif: Motif = "arch") -> str:
    """One drawing as SVG, decorative: assistive technology passes over it."""
    draw = {"talk": _talk, "path": _path, "door": _door}[scene]
    inside = "".join(draw(_dice(slug), motif))
    return f'<svg class="scene scene--{scene}" viewBox="0 0 {WIDTH} {GROUND}" preserveAspectRatio="xMinYMax" aria-hidden="true">{inside}</svg>'


def gap_between(first: Shape, second: Shape) -> float:
    """How far apart two shapes that lean towards each other are where they are nearest, near the lower head."""
    low, high = sorted((first, second), key=lambda shape: -shape.head[1])
    (x1, y1), (x2, y2), (px, py) = high.foot, high.head, low.head
    along = ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / hypot(x2 - x1, y2 - y1) ** 2
    along = max(0.0, min(1.0, along))
    return hypot(px - x1 - along * (x2 - x1), py - y1 - along * (y2 - y1)) - first.radius - second.radius


def plan_shapes(slug: str) -> tuple[Shape, Shape]:
    """The two shapes under the arc; the first has the organisation's colour."""
    return _shapes(_dice(slug))


# What varies


@dataclass(slots=True)
class _Dice:
    """Numbers drawn from the slug, always in the same order."""

    bytes: Iterator[int]

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * next(self.bytes) / 255

    def either(self) -> bool:
        return next(self.bytes) % 2 == 0


def _dice(slug: str) -> _Dice:
    return _Dice(iter(hashlib.sha512(slug.encode()).digest()))


def _shapes(dice: _Dice) -> tuple[Shape, Shape]:
    """One a little taller than the other, both leaning inwards, a finger's breadth between them."""
    tall, short = dice.between(36, 45), dice.between(31, 40)
    lean, lean_back = radians(dice.between(6, 13)), radians(dice.between(8, 15))
    top, lower = dice.between(92, 106), dice.between(18, 32)
    gap, mirrored, tall_first = dice.between(5, 10), dice.either(), dice.either()
    foot_of_tall = (CENTRE - tall - gap / 2 - sin(lean) * (GROUND - top), float(GROUND + 60))
    head_of_tall = (foot_of_tall[0] + tan(lean) * (GROUND + 60 - top), top)
    # The lower head lies beside the taller shape's edge, at right angles to it.
    head_y = top + lower
    edge_x = head_of_tall[0] - tan(lean) * lower
    head_x = edge_x + (tall + short + gap) / cos(lean)
    foot_x = head_x + tan(lean_back) * (GROUND + 60 - head_y)
    first, second = (
        Shape(foot_of_tall, head_of_tall, tall),
        Shape((foot_x, float(GROUND + 60)), (head_x, head_y), short),
    )
    aside = CENTRE - (head_of_tall[0] - tall + head_x + short) / 2
    first, second = first.moved(1, aside), second.moved(1, aside)
    if mirrored:
        first, second = first.mirrored(), second.mirrored()
    return (first, second) if tall_first else (second, first)


# The scenes


def _talk(dice: _Dice, motif: Motif) -> Iterator[str]:
    shapes = _shapes(dice)
    yield _filled("motif", motif, CENTRE, 210)
    yield _line(dice, motif, CENTRE, 158, 190)
    yield from _pair(shapes)


def _path(dice: _Dice, motif: Motif) -> Iterator[str]:
    """Small ones that grow, step by step, towards the one the two stand under."""
    shapes = _shapes(dice)
    right = dice.either()
    at = 84.0 if right else -84.0
    yield _filled("motif", motif, CENTRE + at, 124)
    yield _line(dice, motif, CENTRE + at, 96, 112)
    yield from _pair([shape.moved(0.6, at) for shape in shapes])
    edge, radius, gap = CENTRE + 84 - 124, dice.between(30, 36), dice.between(5, 9)
    shrink = dice.between(0.66, 0.76)
    while edge - gap - radius * 2 > 0 and radius > 6:
        x = edge - gap - radius
        yield _filled("step", motif, x if right else WIDTH - x, radius)
        edge, radius = x - radius, radius * shrink


def _door(dice: _Dice, motif: Motif) -> Iterator[str]:
    """A way in, lit from within, and the two beside it."""
    shapes = _shapes(dice)
    at = 78.0 if dice.either() else -78.0
    half, height = dice.between(46, 56), dice.between(128, 146)
    if motif != "arch":  # where the others are lower at the side
        half, height = half * 0.8, height * 0.8
    yield _filled("motif", motif, CENTRE, 210)
    yield f'<path class="scene__door" d="{_gate(CENTRE + at, half, height)}z"/>'
    yield f'<path class="scene__ring" d="{_gate(CENTRE + at, half + 12, height + 12)}"/>'
    yield from _pair([shape.moved(0.66, -at * 0.95) for shape in shapes])


# The motifs: each stands on the ground, as high as half its width


def _filled(kind: str, motif: Motif, x: float, radius: float) -> str:
    return f'<path class="scene__{kind}" d="{_OUTLINES[motif](x, radius)}"/>'


def _arch(x: float, r: float) -> str:
    return f"M{_n(x - r)} {GROUND}a{_n(r)} {_n(r)} 0 0 1 {_n(r * 2)} 0z"


def _wave(x: float, r: float) -> str:
    return f"M{_n(x - r)} {GROUND}{_v(-0.88 * r)}{_swell(r)}{_v(0.88 * r)}z"


def _roof(x: float, r: float) -> str:
    return f"M{_n(x - r)} {GROUND}{_v(-0.6 * r)}l{_n(r)} {_n(-0.4 * r)} {_n(r)} {_n(0.4 * r)}{_v(0.6 * r)}z"


def _gable(x: float, r: float) -> str:
    step, across = 0.15 * r, f"h{_n(0.2 * r)}"
    up, down = f"{across}{_v(-step)}" * 3, f"{_v(step)}{across}" * 3
    return f"M{_n(x - r)} {GROUND}{_v(-0.55 * r)}{up}h{_n(0.8 * r)}{down}{_v(0.55 * r)}z"


def _window(x: float, r: float) -> str:
    corner, side = 0.16 * r, 0.86 * r
    bend = f"a{_n(corner)} {_n(corner)} 0 0 1 {_n(corner)}"
    return (
        f"M{_n(x - side)} {GROUND}{_v(-side)}{bend} {_n(-corner)}h{_n(2 * (side - corner))}{bend} {_n(corner)}"
        f"{_v(side)}z"
    )


def _tree(x: float, r: float) -> str:
    round_ = 0.35 * r
    crown = "".join(
        f"M{_n(x + at * r - round_)} {_n(GROUND - high * r)}a{_n(round_)} {_n(round_)} 0 1 1 {_n(2 * round_)} 0 {_n(round_)} {_n(round_)} 0 1 1 {_n(-2 * round_)} 0z"
        for at, high in ((-0.6, 0.6), (-0.2, 0.65), (0.2, 0.64), (0.6, 0.58))
    )
    return f"{crown}M{_n(x - 0.72 * r)} {GROUND}{_v(-0.5 * r)}h{_n(0.13 * r)}{_v(0.5 * r)}z"


_OUTLINES: dict[Motif, Callable[[float, float], str]] = {
    "arch": _arch,
    "wave": _wave,
    "roof": _roof,
    "gable": _gable,
    "window": _window,
    "tree": _tree,
}


def _line(dice: _Dice, motif: Motif, x: float, smallest: float, largest: float) -> str:
    """A line within: of an arch its ring, open on one side; of a window its bars, of a tree a branch."""
    radius, start = dice.between(smallest, largest), radians(dice.between(0, 34))
    left = dice.either()
    if motif == "arch":
        open_x, open_y = radius * cos(start), radius * sin(start)
        begin = (x - open_x, GROUND - open_y) if left else (x - radius, float(GROUND))
        end = (x + radius, float(GROUND)) if left else (x + open_x, GROUND - open_y)
        drawn = f"M{_n(begin[0])} {_n(begin[1])}A{_n(radius)} {_n(radius)} 0 0 1 {_n(end[0])} {_n(end[1])}"
    elif motif == "wave":
        drawn = f"M{_n(x - radius)} {_n(GROUND - 0.62 * radius)}{_swell(radius)}"
    elif motif == "window":
        side = radius * 0.95
        drawn = f"M{_n(x)} {GROUND}{_v(-side)}M{_n(x - side)} {_n(GROUND - 0.72 * radius)}h{_n(2 * side)}"
    elif motif == "tree":
        drawn = f"M{_n(x - 0.72 * radius)} {_n(GROUND - 0.55 * radius)}q0 {_n(-0.3 * radius)} {_n(0.5 * radius)} {_n(-0.35 * radius)}"
    else:
        drawn = _OUTLINES[motif](x, radius * 0.94).removesuffix("z")
    return f'<path class="scene__ring" d="{drawn}"/>'


def _swell(r: float) -> str:
    """Two waves, as wide as twice `r`."""
    return f"q{_n(r / 4)} {_n(-0.22 * r)} {_n(r / 2)} 0" + f"t{_n(r / 2)} 0" * 3


def _v(height: float) -> str:
    return f"v{_n(height)}"


def _gate(x: float, half: float, height: float) -> str:
    side = height - half
    return f"M{_n(x - half)} {GROUND}v{_n(-side)}a{_n(half)} {_n(half)} 0 0 1 {_n(half * 2)} 0v{_n(side)}"


def _pair(shapes: tuple[Shape, Shape] | list[Shape]) -> Iterator[str]:
    for shape, name in zip(shapes, ("one", "two"), strict=True):
        (x, y), (to_x, to_y) = shape.foot, shape.head
        yield f'<path class="scene__{name}" stroke-width="{_n(shape.radius * 2)}" d="M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}"/>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
