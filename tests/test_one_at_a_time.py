"""One process at a time, however the first one ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from voorlichter.lock import one_at_a_time
from voorlichter.problems import MachineError

HOLDS = "import sys; from pathlib import Path; from voorlichter.lock import take_lock; take_lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def start_holding(path: Path) -> subprocess.Popen[str]:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout and other.stdout.readline() == "held\n"
    return other


def test_whoever_comes_second_is_told_and_does_nothing(tmp_path: Path) -> None:
    other = start_holding(tmp_path / "lock")
    with pytest.raises(MachineError), one_at_a_time(tmp_path / "lock", patience=0):
        pytest.fail("let in")
    other.kill()
    other.wait()


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    other = start_holding(tmp_path / "lock")
    other.kill()
    other.wait()
    with one_at_a_time(tmp_path / "lock", patience=0):
        pass


def test_whoever_is_done_lets_go_also_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError), one_at_a_time(tmp_path / "new/lock", patience=0):
        raise ValueError
    with one_at_a_time(tmp_path / "new/lock", patience=0):
        pass
