"""What organisations' sites say of them, read aloud by somebody: it changes only when somebody reads it again.

A profile lies in profiles/<name>/, and beside it its `sheet.txt`, every sentence of its own once, page by page. After a change of
texts: `pytest tests/reading/test_sheets.py --update-golden`, and read what is new in the sheets.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support import TODAY

from voorlichter.organisation import Organisations
from voorlichter.problems import Language
from voorlichter.reading.plan import Part, plan_reading
from voorlichter.slots.model import Slots
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

pytestmark = pytest.mark.slow

PROFILES = Path(__file__).parent / "profiles"
NAMES = sorted(path.parent.name for path in PROFILES.glob("*/profile.yml"))


ALONE = ("name", "role", "email", "contacts")
"""What stands by itself, as its bearer writes it: a name in full, with a title before it; what somebody is; an address."""


class Sites:
    """On a workspace with all fifteen, and the templates of this session; each is read once."""

    def __init__(self, stage_one: StageOne) -> None:
        self._organisations = Organisations(stage_one.workspace, stage_one, date.fromisoformat(TODAY))
        self.parts = cache(self._parts)
        self.slots = cache(self._slots)

    def _parts(self, slug: str) -> tuple[Part, ...]:
        return tuple(plan_reading(self._organisations.read(slug)))

    def _slots(self, slug: str, language: Language) -> Slots:
        return self._organisations.read(slug).slots(language)


@pytest.fixture(scope="module")
def sites(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    root = tmp_path_factory.mktemp("sheets")
    shutil.copytree(PROFILES, root / "profiles")
    return Sites(StageOne(Workspace.at(root)))


def read_sheet(sites: Sites, slug: str) -> Iterator[str]:
    for part in sites.parts(slug):
        yield f"\n== {part.language} {part.name or '*'}"
        for sentence in part.sentences:
            yield f"{'~ ' if sentence.sometimes else ''}{sentence.text}"


def values_of(thing: Any, name: list[str]) -> Iterator[str]:
    """What stands in a slot; of a list, in each of it, or in the one that the name tells."""
    if isinstance(thing, tuple):
        one = [item for item in thing if name and getattr(item, "id", None) == name[0]]
        for item in one or thing:
            yield from values_of(item, name[1:] if one else name)
    elif name:
        yield from values_of(getattr(thing, name[0], ""), name[1:])
    elif thing:
        yield str(thing)


def test_there_are_fifteen() -> None:
    assert len(NAMES) == 15


@pytest.mark.sampled(8)
@pytest.mark.parametrize("name", NAMES)
def test_a_site_says_what_was_read_aloud(sites: Sites, name: str, pytestconfig: pytest.Config) -> None:
    said = "\n".join(read_sheet(sites, name)).lstrip() + "\n"
    sheet = PROFILES / name / "sheet.txt"
    if pytestconfig.getoption("--update-golden"):
        sheet.write_text(said, encoding="utf-8", newline="\n")
    assert said == sheet.read_text(encoding="utf-8")


@pytest.mark.sampled(8)
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_begins_small_with_a_value(sites: Sites, name: str) -> None:
    small = [
        f"{part.language} {part.name}: {sentence.text} ({slot})"
        for part in sites.parts(name)
        for sentence in (*part.title, *part.sentences)
        if sentence.text[:1].islower()
        for slot in sentence.values
        if slot.rpartition(".")[2] not in ALONE
        and any(
            sentence.text.startswith(value) for value in values_of(sites.slots(name, part.language), slot.split("."))
        )
    ]
    assert not small
