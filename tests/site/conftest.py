"""What the templates of this version know of each language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import template_of

from voorlichter.site.facts import Facts, facts_from


@pytest.fixture(scope="session")
def facts(examples: Path) -> dict[str, Facts]:
    """By variant: nl-je, nl-u and en."""
    found = {name: template_of(examples, name) for name in ("nl-je", "nl-u", "en")}
    return {
        name: facts_from(json.loads((folder / "template.json").read_text(encoding="utf-8")))
        for name, folder in found.items()
    }
