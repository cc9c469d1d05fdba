"""What shows and tests a component lies beside it, and goes no further: not into a site, a template or the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support import BASE

from voorlichter.template.stored import hash_sources
from voorlichter.workspace import Workspace

from .style_sheets import REPOSITORY


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path / "workspace")
    return Workspace.at(tmp_path / "workspace")


def lay_beside_a_component(workspace: Workspace, name: str) -> None:
    path = workspace.root / "overrides" / "components" / "steps" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("anything\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["examples.yml", "test_steps.py", "conftest.py"])
def test_examples_and_tests_are_no_part_of_the_theme(workspace: Workspace, name: str) -> None:
    before, files = hash_sources(workspace), workspace.files("overrides")
    lay_beside_a_component(workspace, name)
    assert workspace.files("overrides") == files
    assert hash_sources(workspace) == before


@pytest.mark.parametrize("name", ["steps.css", "steps.html"])
def test_what_a_component_is_made_of_is_part_of_the_theme(workspace: Workspace, name: str) -> None:
    before = hash_sources(workspace)
    lay_beside_a_component(workspace, name)
    assert hash_sources(workspace) != before


def test_the_package_holds_the_components_without_their_examples_and_tests(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    defaults = [name for name in names if name.startswith("voorlichter/defaults/")]
    assert "voorlichter/defaults/overrides/components/steps/steps.css" in defaults
    assert "voorlichter/defaults/mkdocs.yml" in defaults
    assert [name for name in defaults if name.endswith((".py", "examples.yml"))] == []
