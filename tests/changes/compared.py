"""Profiles that are compared: of the examples, three that differ in nearly everything."""

from __future__ import annotations

from datetime import date

from support import REPOSITORY, TODAY

from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import read_profile
from voorlichter.profile.topics import TopicKind
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace

WORKSPACE = Workspace.at(REPOSITORY)
DATA, _ = check_data(WORKSPACE)


def profile_of(slug: str) -> Profile:
    modules = tuple(path.stem for path in (REPOSITORY / "quizzes").glob("*.yml"))
    profile, problems = check_profile(
        read_profile(WORKSPACE, slug),
        Vocabulary({topic.id: TopicKind(topic.inside, topic.scope) for topic in DATA.topics}, modules),
        date.fromisoformat(TODAY),
    )
    assert profile, problems
    return profile


EXAMPLES = {slug: profile_of(slug) for slug in ("ooverlaar", "vuurtoren", "werkplaats")}
