"""A release says what stands in its way before anything is built."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from support import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "scripts"))
from release import build, find_obstacles  # noqa: E402

DATED = "# Changelog\n\n## [0.2.0] - 2026-11-29\n"
WORKFLOW = "run: pip install voorlichter==0.2.0\n"


def laid(root: Path, changes: str = DATED, workflow: str = WORKFLOW) -> Path:
    (root / "publish").mkdir()
    (root / "CHANGELOG.md").write_text(changes)
    (root / "publish" / "github-pages.yml").write_text(workflow)
    return root


def test_a_version_with_a_date_and_workflows_that_install_it_is_ready(tmp_path: Path) -> None:
    assert list(find_obstacles(laid(tmp_path), "0.2.0")) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"changes": "## [0.2.0] - unreleased\n"},
            "CHANGELOG.md: 0.2.0 has no date; write: ## [0.2.0] - year-month-day",
        ),
        (
            {"changes": "## [0.1.0] - 2026-11-29\n"},
            "CHANGELOG.md: 0.2.0 has no date; write: ## [0.2.0] - year-month-day",
        ),
        (
            {"workflow": "run: pip install voorlichter==0.1.0\n"},
            "publish/github-pages.yml: installs 0.1.0; write: voorlichter==0.2.0",
        ),
    ],
)
def test_what_is_not_ready_is_told_with_what_to_write(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    assert list(find_obstacles(laid(tmp_path, **changed), "0.2.0")) == [told]


@pytest.mark.slow
def test_what_is_uploaded_holds_the_program_and_its_pages_and_no_tests(tmp_path: Path) -> None:
    wheel, sources = sorted(build(tmp_path / "dist"), key=lambda path: path.suffix != ".whl")
    assert (wheel.suffix, sources.suffixes[-2:]) == (".whl", [".tar", ".gz"])
    names = zipfile.ZipFile(wheel).namelist()
    assert {
        "voorlichter/cli/main.py",
        "voorlichter/defaults/docs/nl/index.md",
        "voorlichter/defaults/mkdocs.yml",
    } <= set(names)
    assert not [name for name in names if "/tests/" in name or name.endswith("examples.yml") or "test_" in name]
