"""A text may name `advisor` outside a condition: it is right for an organisation that has one, and refuses one that has several."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from voorlichter.problems import Mark, Problem, Say
from voorlichter.profile.called import name_in
from voorlichter.profile.model import Profile
from voorlichter.slots.check import NAME_NOBODY, ONE_ADVISOR, TagPlace


def check_places(places: Iterable[TagPlace], profile: Profile, root: Path) -> list[Problem]:
    """What is wrong with these texts for this organisation; a module that it did not choose is none of its texts."""
    number, name = len(profile.advisors), profile.organisation.name
    if number == 1:
        return []
    message = Say(
        f"{ONE_ADVISOR.nl}, en {name_in(name, 'nl')} heeft er {number}",
        f"{ONE_ADVISOR.en}, and {name_in(name, 'en')} has {number}",
    )
    chosen = {f"quizzes/{module}.yml" for module in profile.training.modules}
    return [
        Problem(Mark(root / path, line, column), tag, message, NAME_NOBODY)
        for path, line, column, tag in places
        if path in chosen or not path.startswith("quizzes/")
    ]
