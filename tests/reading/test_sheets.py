"""What organisations' sites say of them, read aloud by somebody: it changes only when somebody reads it again.

A profile lies in profiles/<name>/, and beside it its `sheet.txt`, every sentence of its own once, page by page. After a change of
texts: `pytest tests/reading/test_sheets.py --update-golden`, and read what is new in the sheets.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support import TODAY, copy_linked

from voorlichter.organisation import Organisations
from voorlichter.reading.plan import plan_reading
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

PROFILES = Path(__file__).parent / "profiles"
NAMES = sorted(path.parent.name for path in PROFILES.glob("*/profile.yml"))


@pytest.fixture(scope="module")
def stage_one(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> StageOne:
    """On a workspace with all fifteen, and the templates of this session."""
    root = tmp_path_factory.mktemp("sheets")
    copy_linked(examples / ".voorlichter" / "templates", root / ".voorlichter" / "templates")
    shutil.copytree(PROFILES, root / "profiles")
    return StageOne(Workspace.at(root))


def read_sheet(stage_one: StageOne, slug: str) -> Iterator[str]:
    organisations = Organisations(stage_one.workspace, stage_one, date.fromisoformat(TODAY))
    for part in plan_reading(organisations.read(slug)):
        yield f"\n== {part.language} {part.name or '*'}"
        for sentence in part.sentences:
            yield f"{'~ ' if sentence.sometimes else ''}{sentence.text}"


def test_there_are_fifteen() -> None:
    assert len(NAMES) == 15


@pytest.mark.parametrize("name", NAMES)
def test_a_site_says_what_was_read_aloud(stage_one: StageOne, name: str, pytestconfig: pytest.Config) -> None:
    said = "\n".join(read_sheet(stage_one, name)).lstrip() + "\n"
    sheet = PROFILES / name / "sheet.txt"
    if pytestconfig.getoption("--update-golden"):
        sheet.write_text(said, encoding="utf-8", newline="\n")
    assert said == sheet.read_text(encoding="utf-8")
