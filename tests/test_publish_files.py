"""The files for whoever publishes: what they repeat from elsewhere must stay the same as there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import voorlichter

ROOT = Path(__file__).parents[1]
PUBLISH = ROOT / "publish"
WORKFLOWS = ("github-pages.yml", "gitlab-ci.yml")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_installs_this_version(name: str) -> None:
    text = (PUBLISH / name).read_text(encoding="utf-8")
    assert re.findall(r"voorlichter==(\S+)", text) == [voorlichter.__version__]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_checks_before_it_builds(name: str) -> None:
    text = (PUBLISH / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert "voorlichter check" in text[: text.index("voorlichter build")]


def test_actions_are_pinned_by_commit() -> None:
    jobs = yaml.safe_load((PUBLISH / "github-pages.yml").read_text(encoding="utf-8"))["jobs"]
    actions = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_publishing_waits_for_the_build_and_alone_may_write() -> None:
    workflow = yaml.safe_load((PUBLISH / "github-pages.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["needs"] == "build"
    assert "permissions" not in workflow["jobs"]["build"]
