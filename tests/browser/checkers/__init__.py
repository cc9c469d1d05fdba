"""Checkers that others made. They are installed by `npm ci` in this folder; scripts/test.py does that."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
INSTALLED = MODULES / "installed-lock.json"
"""A copy of the lock that what stands beside it was installed from."""


def missing(*programs: str) -> str | None:
    """Why a checker cannot run here, with the command that helps; None where it can."""
    packages = {"node": "nodejs npm", "java": "default-jre-headless"}
    for name in programs:
        if shutil.which(name) is None:
            return f"no {name} found; install it with: sudo apt-get install {packages[name]}"
    if not INSTALLED.is_file() or INSTALLED.read_bytes() != (FOLDER / "package-lock.json").read_bytes():
        return "the checkers are not installed; run: python3 scripts/test.py (or npm ci in tests/browser/checkers)"
    return None


def versions() -> dict[str, str]:
    """Each checker that package.json asks for, at its version."""
    found: dict[str, str] = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return found
