"""Each organisation has a drawing of its own, and keeps it."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from itertools import pairwise
from math import cos, hypot, radians, sin
from xml.etree import ElementTree

import pytest
from PIL import Image

from voorlichter.site.house import MOTIFS
from voorlichter.site.illustration import (
    CENTRE,
    GROUND,
    WIDTH,
    Shape,
    gap_between,
    plan_scenes,
    plan_shapes,
    render_scene,
)
from voorlichter.svg_raster import read_svg, render_svg

SCENES = ("talk", "path", "door")
SLUGS = [f"organisation-{number}" for number in range(200)]
KEPT = {
    "wave": "5063000d93365dcb",
    "roof": "75fb1fc92cc409ef",
    "gable": "c76b49f91854c1ee",
    "window": "a9ba99c7ae190918",
    "tree": "9ab625891cc74ff5",
}
"""Of each motif but the arch, for an organisation keeps its drawing between versions."""


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_small_and_well_formed_and_hidden_from_assistive_technology(scene, motif):
    for slug in SLUGS[::5]:
        svg = render_scene(slug, scene, motif)
        root = ElementTree.fromstring(svg)
        assert len(svg.encode()) <= 4000
        assert root.attrib["aria-hidden"] == "true"
        assert not {"style", "fill", "stroke", "onload"} & {name for element in root.iter() for name in element.attrib}
        assert {element.tag for element in root.iter()} == {"svg", "path"}, "shapes, and nothing that loads or runs"


@pytest.mark.parametrize("scene", SCENES)
def test_the_same_slug_gives_the_same_drawing_and_hardly_any_other_does(scene):
    assert render_scene("vuurtoren", scene) == render_scene("vuurtoren", scene)
    assert len({render_scene(slug, scene) for slug in SLUGS}) == len(SLUGS)


@pytest.mark.parametrize("scene", SCENES)
def test_every_motif_gives_another_drawing_and_the_same_one_each_time(scene):
    drawn = [render_scene("vuurtoren", scene, motif) for motif in MOTIFS]
    assert len(set(drawn)) == len(MOTIFS)
    assert drawn == [render_scene("vuurtoren", scene, motif) for motif in MOTIFS]


@pytest.mark.parametrize("motif", MOTIFS)
def test_under_every_motif_the_two_stand_with_their_heads_within_it(motif):
    motif_alone = re.compile(r'<path class="scene__(?!motif)[^>]*>')
    for slug in SLUGS[::20]:
        svg = motif_alone.sub("", render_scene(slug, "talk", motif)).replace(
            "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '
        )
        drawing = Image.open(BytesIO(render_svg(read_svg(svg.encode()), WIDTH, GROUND))).getchannel("A")
        for shape in plan_shapes(slug):
            for turn in range(0, 181, 30):
                at = (
                    shape.head[0] + shape.radius * cos(radians(turn)),
                    shape.head[1] - shape.radius * sin(radians(turn)),
                )
                assert drawing.getpixel((round(at[0]), round(at[1]))) == 255, (slug, at)


def test_the_drawing_of_an_organisation_stays_as_it_is_between_versions():
    one, other = plan_shapes("vuurtoren")
    assert [round(number) for number in (*one.head, one.radius, *other.head, other.radius)] == [
        245,
        99,
        40,
        166,
        125,
        32,
    ]
    kept = {
        scene: hashlib.sha256("".join(render_scene(slug, scene) for slug in SLUGS[:40]).encode()).hexdigest()[:16]
        for scene in SCENES
    }
    assert kept == {"talk": "3e67f19c728cf620", "path": "d7a13b59e37d9dc8", "door": "a62c0d4055030845"}


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_motif_stands_on_the_ground_in_the_middle_as_high_as_half_its_width(motif):
    d = drawn_as("motif", render_scene("vuurtoren", "talk", motif))[0]
    left, top, right, bottom = painted(f'<path d="{d}"/>').getbbox()
    assert bottom == GROUND and 0 <= top <= 6
    assert left == WIDTH - right and right - left >= 0.85 * WIDTH


@pytest.mark.parametrize("motif", [motif for motif in MOTIFS if motif not in ("tree", "wave")])
def test_a_motif_is_the_same_on_both_sides(motif):
    d = drawn_as("motif", render_scene("vuurtoren", "talk", motif))[0]
    picture = painted(f'<path d="{d}"/>')
    turned = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert sum(one != other for one, other in zip(picture.tobytes(), turned.tobytes(), strict=True)) < 1500


@pytest.mark.parametrize("motif", MOTIFS)
def test_the_line_of_a_motif_lies_within_it(motif):
    for slug in SLUGS[:2]:
        svg = render_scene(slug, "talk", motif)
        (outline,), (line,) = drawn_as("motif", svg), drawn_as("ring", svg)
        motif_alone = painted(f'<path d="{outline}"/>')
        within = painted(f'<path d="{line}" fill="none" stroke="black" stroke-width="3"/>')
        seen = [at for at, alpha in enumerate(within.tobytes()) if alpha > 128]
        outside = [at for at in seen if motif_alone.tobytes()[at] < 128]
        assert len(seen) > 150 and not outside, (slug, [divmod(at, WIDTH)[::-1] for at in outside[:5]])


def test_the_small_ones_that_lead_the_way_grow_towards_the_large_one_and_touch_nothing():
    sides = set()
    for slug in SLUGS:
        svg = render_scene(slug, "path")
        arches = [*drawn_as("motif", svg), *drawn_as("step", svg)]
        spans = [(x, x + 2 * r) for d in arches for x, r in [map(float, re.findall(r"M([\d.]+) 210a([\d.]+) ", d)[0])]]
        assert 2 <= len(spans) <= 8, "the large one and at least one small"
        to_the_right = spans[0][0] > spans[1][0]
        sides.add(to_the_right)
        turned = spans if to_the_right else [(WIDTH - right, WIDTH - left) for left, right in spans]
        for larger, smaller in pairwise(turned):
            assert smaller[0] >= 0 and 4.5 <= larger[0] - smaller[1] <= 9.5, slug
            assert 12 < smaller[1] - smaller[0] < 0.8 * (larger[1] - larger[0]), slug
        left, right = turned[-1]
        assert left < 10 + 0.77 * (right - left) or right - left < 19, "as far as there is room, or to a dot"
    assert sides == {True, False}


@pytest.mark.parametrize("motif", [motif for motif in MOTIFS if motif != "tree"])
def test_a_door_stands_within_its_motif_and_a_line_runs_around_it_at_one_distance(motif):
    for slug in SLUGS[:1]:
        svg = render_scene(slug, "door", motif)
        outline, door, ring = (painted(f'<path d="{drawn_as(kind, svg)[0]}"/>') for kind in ("motif", "door", "ring"))
        (left, top, right, bottom), around = door.getbbox(), ring.getbbox()
        assert bottom == around[3] == GROUND and bottom - top > right - left, "higher than wide"
        assert [left - around[0], top - around[1], around[2] - right] == [pytest.approx(12, abs=1)] * 3
        lost = sum(a > 128 > b for a, b in zip(door.tobytes(), outline.tobytes(), strict=True))
        assert lost == 0, slug


def drawn_as(kind, svg):
    return re.findall(rf'<path class="scene__{kind}" d="([^"]*)"', svg)


def painted(paths):
    """Where something is drawn."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {GROUND}">{paths}</svg>'
    return Image.open(BytesIO(render_svg(read_svg(svg.encode()), WIDTH, GROUND))).getchannel("A")


@pytest.mark.parametrize(("motif", "kept"), KEPT.items())
def test_the_drawing_stays_as_it_is_under_every_motif(motif, kept):
    drawn = "".join(render_scene(slug, scene, motif) for slug in SLUGS[:40] for scene in SCENES)
    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == kept


@pytest.mark.sampled(8)
@pytest.mark.parametrize("slug", SLUGS)
def test_two_shapes_lean_towards_each_other_and_nearly_touch(slug):
    shapes = plan_shapes(slug)
    left, right = sorted(shapes, key=lambda shape: shape.head[0])
    assert left.foot[0] < left.head[0] and right.head[0] < right.foot[0]
    assert 4 <= gap_between(*shapes) <= 12


@pytest.mark.sampled(8)
@pytest.mark.parametrize("slug", SLUGS)
def test_both_shapes_stand_under_the_arc(slug):
    def reach(shape: Shape) -> float:
        return hypot(shape.head[0] - CENTRE, shape.head[1] - GROUND) + shape.radius

    assert all(reach(shape) < WIDTH / 2 - 10 for shape in plan_shapes(slug))


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_drawn_outside_the_picture(scene, motif):
    for slug in SLUGS[::5]:
        starts = re.findall(r'd="M([\d.-]+) ([\d.-]+)', render_scene(slug, scene, motif))
        assert starts and all(0 <= float(x) <= WIDTH for x, _ in starts), (slug, starts)


def test_every_name_an_organisation_can_have_gives_a_drawing():
    for slug in ("", "a", "-", "0" * 60):
        scenes = plan_scenes(slug, "arch")
        assert scenes.talk and scenes.path and scenes.door
