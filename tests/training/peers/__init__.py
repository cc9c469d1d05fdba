"""Programs of others that read what we write, each in an environment of its own, made when it is first asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from browser.conftest import skip_or_fail
from built import alone

FOLDER = Path(__file__).parent


def python_of(peer: str) -> Path:
    """A Python that has a peer, by the hashes of its lock; the test is skipped where it cannot be had."""
    with alone(FOLDER / f"venv-{peer}.lock"):
        return _filled(FOLDER / f"{peer}.txt", FOLDER / f"venv-{peer}")


def _filled(lock: Path, venv: Path) -> Path:
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = venv / "installed.txt"
    if not (mark.is_file() and mark.read_bytes() == lock.read_bytes() and python.is_file()):
        shutil.rmtree(venv, ignore_errors=True)
        install = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", lock]
        for command in ([sys.executable, "-m", "venv", venv], install):
            if subprocess.run(command).returncode:
                told = " ".join(str(word) for word in command)
                skip_or_fail(f"{lock.stem} is not installed; with the network at hand this does it: {told}")
        mark.write_bytes(lock.read_bytes())
    return python
