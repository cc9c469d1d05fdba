"""Hundreds of sites are filled one after another in one process: what one took is given back at once."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

from support import TODAY

from voorlichter.artefacts.site.plan import Additions, plan_site
from voorlichter.organisation import Organisations
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace


def test_a_filled_site_leaves_nothing_that_only_a_search_for_rings_would_find(examples: Path) -> None:
    workspace = Workspace.at(examples)
    organisation = Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY)).read("vuurtoren")
    plan_site(organisation, Additions())  # what all sites share is read with the first
    gc.collect()
    gc.disable()
    try:
        plan_site(organisation, Additions())
        assert gc.collect() == 0
    finally:
        gc.enable()
