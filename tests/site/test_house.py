"""Each organisation a house of its own: what its profile says, and otherwise what follows from its slug."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from voorlichter.profile.model import Brand
from voorlichter.site.house import FIRST_SCREENS, MOTIFS, SECOND_COLORS, House, plan_house

SLUGS = [f"organisation-{number}" for number in range(300)]


def test_what_the_profile_says_is_so_whatever_the_slug():
    brand = Brand(color="#7A1F3D", second_color="#C9B458", motif="gable", first_screen="porch")
    assert {plan_house(brand, slug) for slug in SLUGS} == {House("gable", "porch", brand.second_color)}


def test_what_it_leaves_open_follows_from_the_slug_and_stays():
    assert plan_house(Brand(), "zeester") == plan_house(Brand(), "zeester") == House("tree", "shelter", "#a9c79b")
    assert plan_house(Brand(motif="gable"), "zeester") == House("gable", "shelter", "#a9c79b")


def test_every_choice_is_made_for_some_and_neighbours_rarely_have_the_same_house():
    houses = [plan_house(Brand(), slug) for slug in SLUGS]
    for chosen, all_of in (("motif", MOTIFS), ("first_screen", FIRST_SCREENS)):
        counted = Counter(getattr(house, chosen) for house in houses)
        assert set(counted) == set(all_of)
        assert min(counted.values()) > len(SLUGS) / len(all_of) / 2
    assert sum(one == other for one, other in pairwise(houses)) < len(SLUGS) / 20


def test_a_second_colour_that_was_not_chosen_is_another_than_the_first():
    for brand in ("#f00", "#0b5fa5", "#7a1f3d", "#c9a227", "#0f5e5a", "#808080", "#000000"):
        seconds = {plan_house(Brand(color=brand), slug).second_color for slug in SLUGS}
        assert len(seconds) >= 3 and seconds <= set(SECOND_COLORS), brand
    assert "#f3d27a" not in {plan_house(Brand(color="#c9a227"), slug).second_color for slug in SLUGS}
