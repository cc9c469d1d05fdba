"""A sample of prove_journeys.py, which takes all of them on every page: the same two engines, from a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from studio.engines import Browser

from .prove_journeys import (
    TREE,
    Visitor,
    browser,
    finish_training,
    test_a_first_message_says_what_was_chosen,
    test_enter_in_the_search_goes_to_the_first_result_and_stays_on_the_page,
    test_the_exit_counts_shift_and_leaves,
    test_the_signpost_leads_to_somebody,
    whole,
)

__all__ = [
    "browser",
    "test_a_first_message_says_what_was_chosen",
    "test_enter_in_the_search_goes_to_the_first_result_and_stays_on_the_page",
    "test_the_exit_counts_shift_and_leaves",
    "test_the_signpost_leads_to_somebody",
]

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(browser: Browser, served: Path, origin: str) -> Visitor:
    return Visitor(browser, f"{origin}{TREE.path}/")


@pytest.mark.parametrize("name", ["index.html", "wie.html", "kort.html"])
def test_a_page_opens_with_its_script_and_a_way_to_somebody(browser: Browser, origin: str, name: str) -> None:
    assert whole(browser, origin, TREE, name) is None


def test_a_training_comes_to_its_end(visitor: Visitor) -> None:
    assert finish_training(visitor, "training-role.html")
