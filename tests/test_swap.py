"""A finished folder takes the place of another, whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from support import files_of, lay

from voorlichter.swap import recover, replace_file, staged

ELSEWHERE = "freebsd14"
"""A system that cannot exchange two folders in one step."""


@pytest.fixture(params=[sys.platform, ELSEWHERE])
def target(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", request.param)
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


@pytest.mark.skipif(sys.platform != "linux", reason="looked for where the tests run")
def test_whoever_looks_at_any_moment_sees_the_old_folder_or_the_new_one(tmp_path: Path) -> None:
    target, seen = tmp_path / "site", []
    write(target, "old")

    def look(*_: object) -> None:
        page = target / "index.html"
        seen.append(page.read_text() if page.exists() else "nothing")

    with staged(target) as staging:
        write(staging, "new")
        sys.setprofile(look)
    sys.setprofile(None)
    assert list(dict.fromkeys(seen)) == ["old", "new"]


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


def test_a_folder_that_cannot_take_the_place_leaves_the_old_one_there(target: Path) -> None:
    write(target, "old")
    with pytest.raises(OSError), staged(target) as staging:
        staging.rmdir()
    assert files_of(target.parent) == {"site/index.html": b"old"}


def test_where_a_kill_left_only_the_previous_folder_it_comes_back(target: Path) -> None:
    write(target.parent / ".voorlichter-previous-site", "old")
    recover(target.parent)
    assert files_of(target.parent) == {"site/index.html": b"old"}


def test_where_a_kill_left_both_the_new_one_stays(target: Path) -> None:
    write(target, "new")
    write(target.parent / ".voorlichter-previous-site", "old")
    recover(target.parent)
    assert files_of(target.parent) == {"site/index.html": b"new"}


@pytest.fixture
def dead() -> int:
    """The number of a process that is over."""
    child = os.fork() if hasattr(os, "fork") else pytest.skip("no fork here")
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def test_what_a_dead_process_left_is_cleared(target: Path, dead: int) -> None:
    write(target.parent / f".voorlichter-staging-site-{dead}", "half a folder")
    lay(target.parent, {f".voorlichter-staging-file.zip-{dead}": "half a file"})
    recover(target.parent)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("number", ["0", "00", "-5", "٣", "²", "9" * 11, "9" * 30, "9" * 5000, "", "1.5", "0x1"])
def test_what_no_process_can_have_left_stops_nobody(target: Path, number: str) -> None:
    names = {f".voorlichter-staging-site-{number}"[:200]: "half", ".voorlichter-previous-": "?"}
    lay(target.parent, names)
    recover(target.parent)
    assert {name for name in names if (target.parent / name).exists()} == set(names)


def test_a_link_that_looks_like_what_we_leave_is_no_way_out(target: Path, dead: int) -> None:
    lay(target.parent / "elsewhere", {"theirs": "theirs"})
    (target.parent / f".voorlichter-staging-site-{dead}").symlink_to(target.parent / "elsewhere")
    recover(target.parent)
    assert files_of(target.parent) == {"elsewhere/theirs": b"theirs"}


def test_what_a_living_process_is_writing_and_what_others_keep_is_left_alone(target: Path) -> None:
    lay(
        target.parent,
        {
            f".voorlichter-staging-site-{os.getppid()}/index.html": "half",
            ".voorlichter-staging-site-notanumber/index.html": "?",
            ".staging-site-1/x": "theirs",
            ".previous-site/x": "theirs",
        },
    )
    before = files_of(target.parent)
    recover(target.parent)
    assert files_of(target.parent) == before


def test_what_a_killed_process_with_our_number_left_does_not_get_into_the_folder(target: Path) -> None:
    write(target.parent / f".voorlichter-staging-site-{os.getpid()}", "half")
    lay(target.parent / f".voorlichter-staging-site-{os.getpid()}", {"left.html": "half"})
    with staged(target) as staging:
        write(staging, "new")
    assert files_of(target.parent) == {"site/index.html": b"new"}


def test_there_is_nothing_to_recover_where_there_is_no_folder(tmp_path: Path) -> None:
    recover(tmp_path / "nowhere")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    lay(tmp_path, {"deep/site.zip": "old"})
    replace_file(tmp_path / "deep/site.zip", b"new")
    replace_file(tmp_path / "new/site.zip", b"first")
    assert files_of(tmp_path) == {"deep/site.zip": b"new", "new/site.zip": b"first"}


def test_what_a_dead_process_left_of_a_file_goes_when_it_is_written_again(tmp_path: Path, dead: int) -> None:
    living = f".voorlichter-staging-site.zip-{os.getppid()}"
    lay(tmp_path, {f".voorlichter-staging-site.zip-{dead}": "half", living: "half"})
    replace_file(tmp_path / "site.zip", b"new")
    assert files_of(tmp_path) == {"site.zip": b"new", living: b"half"}


def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    lay(tmp_path, {"site.zip/no_file": "a folder"})
    with pytest.raises(OSError):
        replace_file(tmp_path / "site.zip", b"new")
    assert files_of(tmp_path) == {"site.zip/no_file": b"a folder"}
