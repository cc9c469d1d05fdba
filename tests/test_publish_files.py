"""The files for whoever publishes: what they repeat from elsewhere must stay the same as there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import voorlichter

ROOT = Path(__file__).parents[1]
PUBLISH = ROOT / "publish"
WORKFLOWS = ("github-pages.yml", "gitlab-ci.yml", "github-pages-many.yml", "gitlab-ci-many.yml")
ON_GITHUB = WORKFLOWS[::2]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_installs_this_version(name: str) -> None:
    text = (PUBLISH / name).read_text(encoding="utf-8")
    assert set(re.findall(r"voorlichter==(\S+)", text)) == {voorlichter.__version__}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_checks_before_it_builds(name: str) -> None:
    text = (PUBLISH / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert "voorlichter check" in text[: text.index("voorlichter build")]


@pytest.mark.parametrize("name", ON_GITHUB)
def test_actions_are_pinned_by_commit(name: str) -> None:
    jobs = yaml.safe_load((PUBLISH / name).read_text(encoding="utf-8"))["jobs"]
    actions = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("name", ON_GITHUB)
def test_publishing_waits_for_the_build_and_alone_may_write(name: str) -> None:
    workflow = yaml.safe_load((PUBLISH / name).read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["needs"] == "build"
    assert [job for job, told in workflow["jobs"].items() if "permissions" in told] == ["publish"]


@pytest.mark.parametrize("name", ON_GITHUB)
def test_a_request_from_a_fork_meets_no_secret_and_no_right_to_write(name: str) -> None:
    text = (PUBLISH / name).read_text(encoding="utf-8")
    workflow = yaml.load(text, yaml.BaseLoader)
    assert "pull_request" in workflow["on"] and "pull_request_target" not in text and "secrets." not in text
    checkouts = [step for job in workflow["jobs"].values() for step in job["steps"] if "checkout" in str(step)]
    assert checkouts and all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_the_parts_of_the_many_are_all_of_them() -> None:
    jobs = yaml.safe_load((PUBLISH / "github-pages-many.yml").read_text(encoding="utf-8"))["jobs"]
    parts = jobs["build"]["strategy"]["matrix"]["part"]
    command = next(step["run"] for step in jobs["build"]["steps"] if "--shard" in step.get("run", ""))
    assert parts == [*range(1, len(parts) + 1)] and command.endswith(f"/{len(parts)}")
