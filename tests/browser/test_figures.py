"""The budgets of a page, measured on every page in one of the sites and printed in one table at the end of the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .figures import FIGURES, Figures, show
from .first_view import measure_first_view
from .sites import Tree, expect_none, find_trees, read_ways, sampled_pages
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PHONE = {"width": 360, "height": 640}


@pytest.mark.browser
@pytest.mark.parametrize("tree", find_trees(), ids=str)
@pytest.mark.sampled(4)
def test_a_page_keeps_to_its_budgets(
    chromium: Browser, served: Path, origin: str, figures: Figures, tree: Tree
) -> None:
    of_this_tree = Figures()
    ways = read_ways(tree)
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        for name in sampled_pages(served, tree):
            of_this_tree.note(name, **measure_first_view(it, served, name, ways))
    figures.add(of_this_tree.pages)
    expect_none(of_this_tree.broken())


def test_the_worst_of_two_sites_is_kept() -> None:
    figures = Figures()
    figures.note("index.html", words=12, performance=97)
    figures.note("index.html", words=31, performance=99)
    figures.note("index.html", words=20)
    assert figures.pages == {"index": {"words": 31, "performance": 97}}


@pytest.mark.parametrize(
    ("name", "good", "bad"), [("words", 40, 41), ("axe", 0, 1), ("accessibility", 100, 99), ("text", 20.0, 20.1)]
)
def test_a_figure_over_its_bound_is_told(name: str, good: float, bad: float) -> None:
    figures = Figures()
    figures.note("hulp", **{name: good})
    assert not list(figures.broken())
    figures.note("hulp", **{name: bad})
    assert list(figures.broken()) == [f"hulp: {FIGURES[name].title}: {show(bad)}, held to {FIGURES[name].bound()}"]


def test_a_goal_breaks_nothing() -> None:
    figures = Figures()
    figures.note("hulp", performance=60)
    assert not list(figures.broken())


def test_the_table_begins_with_the_home_page_and_leaves_out_what_nobody_measured() -> None:
    figures = Figures()
    figures.note("collega", text=8.25)
    figures.note("index", text=9.0, axe=0)
    lines = figures.table().splitlines()
    assert [line.split(" | ")[0] for line in lines] == ["| page", "| ---", "| *held to*", "| index", "| collega"]
    assert "words" not in lines[0]
    assert lines[-1] == "| collega | 8.2 |  |"
