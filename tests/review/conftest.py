"""The fixed texts of this version, read once."""

from __future__ import annotations

import pytest
from support import REPOSITORY

from voorlichter.template.passages import Passage, plan_passages
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import Workspace


@pytest.fixture(scope="session")
def sources() -> Sources:
    found, problems = check_sources(Workspace.at(REPOSITORY))
    assert not [problem for problem in problems if problem.severity == "error"]
    return found


@pytest.fixture(scope="session")
def passages(sources: Sources) -> list[Passage]:
    return plan_passages(sources)
