"""Many files in one pack: each comes out as it went in, and what several have in common is fetched once."""

from __future__ import annotations

import gzip
import random
from pathlib import Path
from types import ModuleType

import pytest

from voorlichter.json_read import read_json

_DRAWN = random.Random(18)


def _noise(lines: int) -> bytes:
    """What no compression makes smaller than two thirds."""
    return b"".join(f"{_DRAWN.getrandbits(800):x}\n".encode() for _ in range(lines))


_MENU = _noise(400)


@pytest.mark.parametrize(
    "contents",
    [
        [b""],
        [b"", b"", b"one line without an end"],
        [b"\n", b"\n\n\n", b"a\nb\n", b"b\na\n"],
        [_MENU, _MENU],
        [_noise(3) + _MENU, _MENU + _noise(3), _MENU[:-1]],
        [bytes(range(256)) * 40, b"\x00asm\n" * 500],
        [b"x" * 159 + b"\n", b"x" * 159 + b"\n", b"x" * 158 + b"\n", b"x" * 158 + b"\n"],
    ],
)
def test_each_file_comes_out_as_it_went_in(script: ModuleType, tmp_path: Path, contents: list[bytes]) -> None:
    assert [data for _, data in _through_a_pack(script, tmp_path, contents)] == contents


def test_what_stood_before_however_far_back_is_not_held_again(script: ModuleType, tmp_path: Path) -> None:
    contents = [_MENU + _noise(400), _noise(400) + _MENU]
    _through_a_pack(script, tmp_path, contents)
    once = len(gzip.compress(_MENU + _noise(800)))
    assert (tmp_path / "all.pack").stat().st_size < once * 1.02


def test_a_file_lies_under_the_folder_that_was_named(script: ModuleType, tmp_path: Path) -> None:
    ((name, _),) = _through_a_pack(script, tmp_path, [b"a"], under="defaults/")
    assert name == "defaults/0.txt"


def _through_a_pack(
    script: ModuleType, folder: Path, contents: list[bytes], under: str = ""
) -> list[tuple[str, bytes]]:
    files = {f"{number}.txt": folder / str(number) for number in range(len(contents))}
    for path, data in zip(files.values(), contents, strict=True):
        path.write_bytes(data)
    script.write_pack(folder / "all.pack", files, under)
    index, _, held = gzip.decompress((folder / "all.pack").read_bytes()).partition(b"\n")
    return [
        (name, b"".join(held[at : at + size] for at, size in zip(places[::2], places[1::2], strict=True)))
        for name, *places in read_json(index)
    ]
