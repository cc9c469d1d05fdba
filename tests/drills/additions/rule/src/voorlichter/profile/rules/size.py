"""How many advisors there are for how many people."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.profile.view import ProfileView


def nobody_is_alone_for_a_thousand(view: ProfileView) -> Iterator[Problem]:
    if view.profile.organisation.workforce >= 1000 and len(view.profile.advisors) == 1:
        yield view.problem(
            ("advisors",),
            Say(
                "één vertrouwenspersoon is te weinig voor duizend mensen",
                "one advisor is not enough for a thousand people",
            ),
            Say("voeg iemand toe", "add somebody"),
        )
