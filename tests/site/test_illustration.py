"""Each organisation has a drawing of its own, and keeps it."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
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


@pytest.mark.parametrize("slug", SLUGS)
def test_two_shapes_lean_towards_each_other_and_nearly_touch(slug):
    shapes = plan_shapes(slug)
    left, right = sorted(shapes, key=lambda shape: shape.head[0])
    assert left.foot[0] < left.head[0] and right.head[0] < right.foot[0]
    assert 4 <= gap_between(*shapes) <= 12


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
