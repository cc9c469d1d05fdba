"""The examples as their kits see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from voorlichter.artefacts.kit.context import Edition, describe_edition
from voorlichter.organisation import Organisations
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

EXAMPLES = (("vuurtoren", "nl"), ("vuurtoren", "en"), ("ooverlaar", "nl"), ("ooverlaar", "en"), ("werkplaats", "nl"))


@pytest.fixture(scope="session")
def editions(examples: Path) -> dict[tuple[str, str], Edition]:
    """Every example in each of its languages."""
    workspace = Workspace.at(examples)
    organisations = Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY))
    found: dict[tuple[str, str], Edition] = {}
    for slug in dict.fromkeys(slug for slug, _ in EXAMPLES):
        organisation = organisations.read(slug)
        for language, template in organisation.templates.items():
            found[slug, language] = describe_edition(organisation.slots(language), template, organisation.media)
    return found


@pytest.fixture(scope="session", params=EXAMPLES, ids=lambda one: "-".join(one))
def edition(request: pytest.FixtureRequest, editions: dict[tuple[str, str], Edition]) -> Edition:
    return editions[request.param]
