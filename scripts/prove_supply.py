"""What is proved of what others make: that another engine gives the same sites, and that nothing of theirs is known to be unsafe. Both ask a registry, so no test does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, VENV, program, say

if TYPE_CHECKING:
    from browser.figures import Figures

_ZENSICAL = ("zensical==0.0.73", "deepmerge==4.0.0", "tomli")
"""With what it needs and our lock does not hold. Versions from 0.1 on need a package that PyPI does not have."""
_AUDIT = "pip-audit==2.10.1"
_LOCKS = ("build", "test", "tab")
_NPM = ROOT / "tests/browser/checkers"


def zensical_agrees(_: Figures, __: str, ___: bool) -> bool:
    """A site in each language and form of address is the same bytes from Zensical."""
    python = str(program(VENV, "python"))
    with tempfile.TemporaryDirectory() as folder:
        asked = [python, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, *_ZENSICAL]
        if subprocess.run(asked).returncode:
            say(f"Zensical could not be had; this proof needs PyPI: pip install {' '.join(_ZENSICAL)}")
            return False
        paths = [folder, *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "CI": "true", "EVERY_PAGE": "true", "PYTHONPATH": os.pathsep.join(paths)}
        words = ["-m", "pytest", "-q", "-rA", "tests/template/test_engines.py", "-k", "same_bytes and zensical"]
        ran = subprocess.run([python, *words], cwd=ROOT, env=environment, capture_output=True, text=True)
        say(ran.stdout[-3000:])
        return ran.returncode == 0 and re.search(r"\b[1-9]\d* passed", ran.stdout) is not None


def nothing_is_known_to_be_unsafe(_: Figures, __: str, ___: bool) -> bool:
    """Of what the locks name, PyPI and npm know no vulnerability today."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "audit"
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        if subprocess.run([str(program(home, "python")), "-m", "pip", "install", "-q", _AUDIT]).returncode:
            say(f"pip-audit could not be had; this proof needs PyPI: pip install {_AUDIT}")
            return False
        sound = True
        for lock in _LOCKS:
            words = [
                "--strict",
                "--disable-pip",
                "--no-deps",
                "--progress-spinner",
                "off",
                "-r",
                f"requirements/{lock}.txt",
            ]
            say(f"requirements/{lock}.txt")
            sound &= subprocess.run([str(program(home, "pip-audit")), *words], cwd=ROOT).returncode == 0
    say("tests/browser/checkers/package-lock.json")
    return sound and subprocess.run(["npm", "audit", "--omit=optional"], cwd=_NPM).returncode == 0
