"""A finished folder takes the place of another, whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import files_of, lay

from voorlichter.swap import recover, staged


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def write(folder: Path, text: str) -> None:
    lay(folder, {"index.html": text})


def test_the_new_folder_takes_the_place_of_the_old(target: Path) -> None:
    write(target, "old")
    lay(target, {"gone.html": "old"})
    with staged(target) as staging:
        write(staging, "new")
        assert (target / "index.html").read_text() == "old"
    assert files_of(target) == {"index.html": b"new"}
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_the_first_folder_needs_no_old_one(target: Path) -> None:
    with staged(target) as staging:
        write(staging, "new")
    assert files_of(target.parent) == {"site/index.html": b"new"}


def test_a_failure_leaves_the_old_folder_and_nothing_else(target: Path) -> None:
    write(target, "old")
    with pytest.raises(OSError, match="full"), staged(target) as staging:
        write(staging, "new")
        raise OSError("full")
    assert files_of(target.parent) == {"site/index.html": b"old"}


def test_the_previous_folder_can_be_kept(target: Path) -> None:
    keep = target.parent / "previous"
    for text in ("one", "two", "three"):
        with staged(target, keep) as staging:
            write(staging, text)
    assert files_of(target.parent) == {"site/index.html": b"three", "previous/index.html": b"two"}


def test_where_a_kill_left_only_the_previous_folder_it_comes_back(target: Path) -> None:
    write(target.parent / ".previous-site", "old")
    recover(target)
    assert files_of(target.parent) == {"site/index.html": b"old"}


def test_where_a_kill_left_both_the_new_one_stays(target: Path) -> None:
    write(target, "new")
    write(target.parent / ".previous-site", "old")
    recover(target)
    assert files_of(target.parent) == {"site/index.html": b"new"}


def test_what_a_dead_process_left_is_cleared(target: Path) -> None:
    child = os.fork() if hasattr(os, "fork") else pytest.skip("no fork here")
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    write(target.parent / f".staging-site-{child}", "half")
    recover(target)
    assert files_of(target.parent) == {}


def test_what_a_living_process_is_writing_is_left_alone(target: Path) -> None:
    write(target.parent / f".staging-site-{os.getppid()}", "half")
    write(target.parent / ".staging-other-0", "half")
    write(target.parent / ".staging-site-notanumber", "half")
    before = files_of(target.parent)
    recover(target)
    assert files_of(target.parent) == before


def test_a_name_with_signs_of_a_pattern_is_only_itself(tmp_path: Path) -> None:
    target = tmp_path / "si[t]e"
    write(tmp_path / ".staging-site-999999999", "of another")
    write(tmp_path / ".staging-si[t]e-999999999", "half")
    recover(target)
    assert files_of(tmp_path) == {".staging-site-999999999/index.html": b"of another"}
