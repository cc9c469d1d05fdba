"""Results are made once and kept by content; a cache that fails only costs time."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import files_of

from voorlichter.cache import Cache


class Maker:
    """Counts how often it is asked."""

    def __init__(self, result: bytes = b"made") -> None:
        self.result = result
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.result


@pytest.mark.parametrize("folder", [None, "cache"])
def test_a_result_is_made_once(tmp_path: Path, folder: str | None) -> None:
    cache, make = Cache(tmp_path / folder if folder else None), Maker()
    assert [cache.get("logo", b"source", make) for _ in range(3)] == [b"made"] * 3
    assert make.times == 1


def test_another_process_finds_it(tmp_path: Path) -> None:
    Cache(tmp_path).get("logo", b"source", Maker())
    make = Maker()
    assert Cache(tmp_path).get("logo", b"source", make) == b"made"
    assert make.times == 0


def test_another_source_or_kind_is_another_result(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get("logo", b"one", Maker(b"1")) == b"1"
    assert cache.get("logo", b"two", Maker(b"2")) == b"2"
    assert cache.get("photo", b"one", Maker(b"3")) == b"3"


def test_what_cannot_be_made_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)

    def fail() -> bytes:
        raise ValueError("no picture")

    with pytest.raises(ValueError, match="no picture"):
        cache.get("logo", b"source", fail)
    assert cache.get("logo", b"source", Maker()) == b"made"


def test_it_may_be_deleted_at_any_moment(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.get("logo", b"source", Maker())
    for name in files_of(tmp_path):
        (tmp_path / name).unlink()
    (tmp_path / "cache").rmdir()
    assert cache.get("logo", b"source", Maker()) == b"made"
    assert Cache(tmp_path / "cache").get("logo", b"source", Maker(b"again")) == b"again"


def test_a_folder_that_cannot_be_written_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    make = Maker()
    assert Cache(tmp_path / "file").get("logo", b"source", make) == b"made"


def test_the_number_of_results_in_memory_is_limited() -> None:
    cache = Cache(None)
    for number in range(1000):
        cache.get("logo", str(number).encode(), Maker())
    assert len(cache._recent) < 300


@pytest.mark.parametrize("damaged", [b"", b"m", b"made", b"\0" * 40], ids=["empty", "cut", "old", "zeros"])
def test_what_was_altered_or_cut_off_is_made_again_and_heals(tmp_path: Path, damaged: bytes) -> None:
    Cache(tmp_path).get("logo", b"source", Maker())
    (name,) = files_of(tmp_path)
    (tmp_path / name).write_bytes(damaged)
    make = Maker(b"again")
    assert [Cache(tmp_path).get("logo", b"source", make) for _ in range(2)] == [b"again"] * 2
    assert make.times == 1


def test_a_fresh_one_makes_every_result_anew_and_keeps_it(tmp_path: Path) -> None:
    Cache(tmp_path).get("logo", b"source", Maker(b"old"))
    fresh, make = Cache(tmp_path, fresh=True), Maker(b"new")
    assert [fresh.get("logo", b"source", make) for _ in range(2)] == [b"new"] * 2
    assert make.times == 1
    assert Cache(tmp_path).get("logo", b"source", Maker(b"other")) == b"new"
