"""A release says what stands in its way before anything is built."""

from __future__ import annotations

import re
import shlex
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from support import REPOSITORY

from voorlichter import __version__

sys.path.insert(0, str(REPOSITORY / "scripts"))
import release  # noqa: E402
from pages import read_options  # noqa: E402
from release import build, build_pages, find_obstacles  # noqa: E402

DATED = "# Changelog\n\n## [0.2.0] - 2026-11-29\n"
WORKFLOW = "run: pip install voorlichter==0.2.0\n"


def laid(root: Path, changes: str = DATED, workflow: str = WORKFLOW) -> Path:
    (root / "publish").mkdir()
    (root / "CHANGELOG.md").write_text(changes)
    (root / "publish" / "github-pages.yml").write_text(workflow)
    (root / "tests/releases/0.2.0/profiles").mkdir(parents=True)
    return root


def test_a_version_with_a_date_and_workflows_that_install_it_is_ready(tmp_path: Path) -> None:
    assert list(find_obstacles(laid(tmp_path), "0.2.0")) == []


def test_the_tests_run_on_every_system_by_actions_that_nobody_can_change() -> None:
    workflows = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
    (job,) = yaml.safe_load((REPOSITORY / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"].values()
    systems = {name.partition("-")[0] for name in job["strategy"]["matrix"]["system"]}
    assert systems == {"ubuntu", "macos", "windows"}
    assert [step["run"] for step in job["steps"] if "run" in step] == ["python scripts/test.py"]
    used = [line for path in workflows for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used and not [line for line in used if not re.search(r"@[0-9a-f]{40} # v\d", line)]


def test_without_its_workspace_among_the_tests_a_version_is_not_ready(tmp_path: Path) -> None:
    root = laid(tmp_path)
    (root / "tests/releases/0.2.0").rename(root / "tests/releases/0.1.0")
    (told,) = find_obstacles(root, "0.2.0")
    assert "voorlichter new zeester --answers tests/releases/answers.yml -C tests/releases/0.2.0" in told


def test_this_version_has_its_workspace_among_the_tests() -> None:
    assert not [told for told in find_obstacles(REPOSITORY, __version__) if "tests/releases" in told]


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


def test_what_goes_online_is_made_at_each_tag_as_the_release_makes_it() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    assert workflow[True] == {"push": {"tags": ["v*"]}}
    jobs = workflow["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert commands[0] == "python3 scripts/studio.py"
    made = read_options(shlex.split(commands[1].removeprefix("python3 scripts/pages.py ")))
    assert made.whole and made.without == [] and made.zip
    assert [str(made.folder)] == [
        step["with"]["path"] for step in jobs["build"]["steps"] if "pages" in step.get("uses", "")
    ]


def test_a_release_packs_the_same_whole_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(release, "run", commands.append)
    packed = build_pages("0.2.0")
    assert [command[1] for command in commands] == ["scripts/studio.py", "scripts/pages.py"]
    made = read_options(commands[1][2:])
    assert (made.whole, made.without, made.zip) == (True, [], packed)
    assert packed.name == "voorlichter-pages-0.2.0.zip"


def test_only_what_publishes_may_write_and_nobody_can_change_an_action() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    assert {name for name, job in workflow["jobs"].items() if job.get("needs") != "build"} == {"build"}
    actions = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(actions) > 4
    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


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
