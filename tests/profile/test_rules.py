"""Each rule has a profile that breaks it and one that keeps it, in golden/rules/<rule>/; what is said is tried in cli/test_check.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from golden_case import lay_over
from support import BASE, TESTS, TODAY

from voorlichter.problems import Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.profile.other_clients import OtherClients
from voorlichter.profile.read import ProfileSource, read_profile
from voorlichter.profile.rules import RULES, WRITTEN_RULES
from voorlichter.profile.topics import TopicKind
from voorlichter.profile.view import ProfileView
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.workspace import Workspace


def no_other_client(sources: dict[str, ProfileSource]) -> Iterator[Problem]:
    """What is learned of all, asked of each, as `check` does."""
    others = OtherClients()
    for source in sources.values():
        others.learn(source)
    for slug, source in sources.items():
        found = list(others.find_in(source))
        assert not found or others.may_stand_in(source.path.read_text(encoding="utf-8"), slug)
        yield from found


CASES = TESTS / "golden" / "rules"
TOPICS = {
    "workload": TopicKind("grey", "conduct"),
    "accused": TopicKind("grey", "conduct"),
    "bullying": TopicKind("yes", "conduct"),
    "integrity": TopicKind("yes", "integrity"),
}
VOCABULARY = Vocabulary(
    TOPICS,
    ("role", "dilemmas"),
    ("role",),
    {"role": None, "dilemmas": "conduct"},
    {"works_council": Say("Ondernemingsraad", "Works council")},
)
EVERY: dict[str, Callable[..., Iterator[Problem]]] = {
    rule.__name__: rule for rule in (*RULES, *WRITTEN_RULES, no_other_client)
}


def found_by(rule: Callable[[Any], Iterator[Problem]], case: Path, root: Path) -> list[Problem]:
    """What this rule alone has to say of a case."""
    copytree(BASE, root)
    lay_over(case, root)
    workspace = Workspace.at(root)
    sources = {slug: read_profile(workspace, slug) for slug in workspace.slugs()}
    source = sources["zeester"]
    if rule is no_other_client:
        return list(rule(sources))
    if rule in WRITTEN_RULES:
        return list(rule(source, VOCABULARY))
    return list(rule(ProfileView(Profile.model_validate(source.data), source, VOCABULARY, date.fromisoformat(TODAY))))


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_rule_speaks_where_it_is_broken_and_is_silent_where_it_is_kept(name: str, tmp_path: Path) -> None:
    told = {case.name: found_by(EVERY[name], case, tmp_path / case.name) for case in sorted((CASES / name).iterdir())}
    assert any(told.values()), "no case breaks it"
    assert not all(told.values()), "no case keeps it"
    for case, problems in told.items():
        expected = (CASES / name / case / "expected.txt").read_text(encoding="utf-8")
        for problem in problems:
            assert problem.message.nl in expected and problem.message.en in expected


def test_no_case_is_of_a_rule_that_is_gone() -> None:
    assert {folder.name for folder in CASES.iterdir()} == set(EVERY)
