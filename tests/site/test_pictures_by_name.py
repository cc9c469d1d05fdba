"""A picture whose name in the profile is not quite the name on the disk."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support import TESTS

from voorlichter.organisation import Organisations
from voorlichter.problems import InputError
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace


@pytest.mark.parametrize("on_disk", ["Logo-één.SVG", unicodedata.normalize("NFD", "logo-één.svg"), "logo-één.Svg"])
def test_a_file_that_differs_in_capitals_or_in_how_accents_are_stored_is_named(
    new_workspace: Callable[..., Path], on_disk: str
) -> None:
    root = new_workspace({})
    (profile,) = root.glob("profiles/*/profile.yml")
    profile.write_text(profile.read_text(encoding="utf-8") + "\nbrand:\n  logo: logo-één.svg\n", encoding="utf-8")
    shutil.copyfile(TESTS / "pictures/drawn/illustrator_with_classes.svg", profile.with_name(on_disk))
    if profile.with_name("logo-één.svg").exists():
        pytest.skip("this disk takes the two for one name")
    workspace = Workspace.at(root)
    with pytest.raises(InputError) as caught:
        Organisations(workspace, StageOne(workspace), date(2026, 11, 21)).read(profile.parent.name)
    (problem,) = caught.value.problems
    assert on_disk in problem.message.nl
    assert problem.fix.nl == "noem het bestand logo-één.svg"
