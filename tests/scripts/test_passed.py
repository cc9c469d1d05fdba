"""A long proof goes on where it was stopped, and never counts what did not pass or has changed since."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from passed import Passed, key_of  # noqa: E402


def test_what_passed_is_known_the_next_time(tmp_path: Path) -> None:
    Passed(tmp_path / "state" / "passed.txt").add("home", {"words": 33})
    again = Passed(tmp_path / "state" / "passed.txt")
    assert again.figures("home") == {"words": 33}
    assert again.figures("hulp") is None


def test_a_line_cut_short_costs_that_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "passed.txt"
    first = Passed(path)
    first.add("home", {})
    first.add("hulp", {})
    path.write_bytes(path.read_bytes()[:-4])
    second = Passed(path)
    assert second.figures("home") == {} and second.figures("hulp") is None
    second.add("wie", {"taps": 1})
    third = Passed(path)
    assert third.figures("home") == {} and third.figures("wie") == {"taps": 1}


def test_again_forgets_everything(tmp_path: Path) -> None:
    path = tmp_path / "passed.txt"
    Passed(path).add("home", {})
    assert Passed(path, again=True).figures("home") is None
    assert Passed(path).figures("home") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [(["a", "b"], ["a", "c"]), (["ab", ""], ["a", "b"]), (["a"], ["a", ""]), ([b"\0"], ["0"])],
    ids=str,
)
def test_another_input_gives_another_key(one: list[str | bytes], other: list[str | bytes]) -> None:
    assert key_of(one) != key_of(other)
    assert key_of(one) == key_of(iter(one))
