"""The examples as their kits see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from voorlichter.cli.made import gather
from voorlichter.kit.context import Organisation, describe_organisation
from voorlichter.site.context import plan_slots
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

EXAMPLES = (("vuurtoren", "nl"), ("vuurtoren", "en"), ("ooverlaar", "nl"), ("ooverlaar", "en"), ("werkplaats", "nl"))


@pytest.fixture(scope="session")
def organisations(examples: Path) -> dict[tuple[str, str], Organisation]:
    """Every example in each of its languages."""
    workspace, today = Workspace.at(examples), date.fromisoformat(TODAY)
    stage_one = StageOne(workspace)
    found: dict[tuple[str, str], Organisation] = {}
    for slug in dict.fromkeys(slug for slug, _ in EXAMPLES):
        given = gather(workspace, stage_one, slug, today)
        for language, template in given.templates.items():
            found[slug, language] = describe_organisation(plan_slots(given.profile, template.facts, given.media, today), template, given.media)
    return found


@pytest.fixture(scope="session", params=EXAMPLES, ids=lambda one: "-".join(one))
def organisation(request: pytest.FixtureRequest, organisations: dict[tuple[str, str], Organisation]) -> Organisation:
    return organisations[request.param]
