"""The locks name every package once a system, by hash, and no place to get it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("build", "test", "bench")


def read_lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> set[str]:
    return set(re.findall(r"(?m)^([a-z0-9-]+==\S+)", read_lock(name)))


def names(requirements: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower() for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_line_names_a_place(lock: str) -> None:
    # One package: its pin, perhaps a marker, and a line for each of its files.
    package = r"[a-z0-9-]+==\S+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
    assert re.fullmatch(rf"#[^\n]*\n({package})+", read_lock(lock))


def test_building_uses_the_versions_that_are_tested() -> None:
    assert pins("build") < pins("test")


def test_all_that_pyproject_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    needed = (
        names(project["project"]["dependencies"]) | names(project["build-system"]["requires"]) | names(extras["kit"])
    )
    assert needed <= {pin.partition("==")[0] for pin in pins("build")}
    own = {"voorlichter"}  # an extra of its own, whose packages stand in `kit`
    assert needed | (names(extras["test"]) - own) <= {pin.partition("==")[0] for pin in pins("test")}
