"""A command that was killed leaves something half made; the next that writes there clears it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import TODAY, lay, run

ANSWERS = """\
name: Bakkerij De Korenaar
workforce: 9
advisor_name: Noor Voorbeeld
advisor_kind: external
advisor_phone: "020 000 00 01"
"""
COMMANDS: dict[str, tuple[str, list[str]]] = {
    "new": ("profiles", ["new", "korenaar", "--answers", "answers.yml"]),
    "duplicate": ("profiles", ["duplicate", "zeester", "De Korenaar"]),
    "build": ("site", ["build", "--date", TODAY]),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_killed_command_left_half_made_is_gone_after_the_next(
    new_workspace: Callable[..., Path], command: str
) -> None:
    folder, words = COMMANDS[command]
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = f"{folder}/.voorlichter-staging-korenaar-{dead.pid}"
    root = new_workspace({f"{left}/korenaar/profile.yml": "half", "answers.yml": ANSWERS})
    lay(root, {f"{folder}/.voorlichter-previous-haven/profile.yml": "whole"})
    answer = run(*words, "--lang", "en", cwd=root)
    assert answer.code == 0, answer.err
    assert not (root / left).exists()
    assert (root / folder / "haven/profile.yml").read_text(encoding="utf-8") == "whole"
