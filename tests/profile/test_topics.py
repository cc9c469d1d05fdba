"""Where a topic stands: by what it is, by who does that part of the work, and by what the profile says."""

from __future__ import annotations

import pytest

from voorlichter.profile.topics import TopicKind, TopicStatus, status_of

BOTH = {"conduct", "integrity"}


@pytest.mark.parametrize(("inside", "status"), [("yes", "inside"), ("grey", "grey"), ("no", "outside")])
def test_a_topic_stands_where_its_kind_says_when_somebody_does_that_part(inside: str, status: TopicStatus) -> None:
    assert status_of(TopicKind(inside, "conduct"), None, {"conduct"}) == status  # type: ignore[arg-type]
    assert status_of(TopicKind(inside), None, {"integrity"}) == status  # type: ignore[arg-type]


@pytest.mark.parametrize("inside", ["yes", "grey", "no"])
def test_a_topic_of_a_part_that_nobody_does_is_for_others_only(inside: str) -> None:
    assert status_of(TopicKind(inside, "conduct"), None, {"integrity"}) == "outside"  # type: ignore[arg-type]


@pytest.mark.parametrize("inside", ["yes", "grey", "no"])
def test_a_profile_moves_a_topic_either_way(inside: str) -> None:
    kind = TopicKind(inside, "conduct")  # type: ignore[arg-type]
    assert (status_of(kind, True, BOTH), status_of(kind, False, BOTH)) == ("inside", "outside")


def test_only_what_a_part_of_the_work_consists_of_is_its_core() -> None:
    assert TopicKind("yes", "conduct").is_core
    assert not TopicKind("grey", "conduct").is_core
    assert not TopicKind("yes").is_core
