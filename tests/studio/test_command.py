"""`voorlichter studio`, and `voorlichter` alone in a terminal, open the studio and say where it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import PROGRAM, run


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own needs a POSIX system")
@pytest.mark.parametrize("words", [["-C", "."], ["studio", "-C", "."]])
def test_in_a_terminal_it_opens_the_studio(workspace: Path, words: list[str]) -> None:
    terminal, end = os.openpty()
    env = {**os.environ, "BROWSER": "true"}  # a program that opens nothing
    program = subprocess.Popen([*PROGRAM, *words], cwd=workspace, stdout=end, stderr=end, env=env)
    try:
        said = ""
        while not said.count("\n"):
            said += os.read(terminal, 4096).decode()
        assert re.search(r"http://127\.0\.0\.1:\d+/#[\w-]{20,}", said)
    finally:
        program.terminate()
        program.wait()
        os.close(terminal)
        os.close(end)


def test_where_nobody_looks_it_tells_what_there_is() -> None:
    answer = run()
    assert answer.code == 2
    assert "studio" in answer.out
