"""Install the checkers that others made, and what they run on, where this machine allows it. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess

from environment import ROOT, say

FOLDER = ROOT / "tests" / "browser" / "checkers"
_PROGRAMS = {"chromium": "chromium", "npm": "nodejs npm", "java": "default-jre-headless"}
"""What is looked for, and Debian's packages that hold it."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def install_checkers() -> list[str]:
    """Whatever is missing afterwards, a sentence each with the command that installs it."""
    lacking = [name for name in _PROGRAMS if not _found(name)]
    if lacking and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = " ".join(_PROGRAMS[name] for name in lacking).split()
        say(f"Installing {' '.join(packages)} for the tests in a browser …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *command], env=quiet)
        lacking = [name for name in lacking if not _found(name)]
    told = [f"There is no {name}. Install it with: sudo apt-get install {_PROGRAMS[name]} (or its like on this system)" for name in lacking]
    if "npm" not in lacking and not _install_modules():
        told.append(f"npm could not install what {FOLDER.relative_to(ROOT) / 'package-lock.json'} names; its message stands above. Run scripts/test.py again with the network at hand.")
    return told


def _found(name: str) -> bool:
    if name == "chromium":
        return bool(os.environ.get("CHROMIUM") or any(map(shutil.which, _BROWSERS)))
    return shutil.which(name) is not None


def _install_modules() -> bool:
    """npm ci, unless what is there came from this very lock."""
    lock, mark = FOLDER / "package-lock.json", FOLDER / "node_modules" / "installed-lock.json"
    if mark.is_file() and mark.read_bytes() == lock.read_bytes():
        return True
    say(f"Installing the checkers of {FOLDER.relative_to(ROOT)}; this takes half a minute …")
    npm = str(shutil.which("npm"))
    if subprocess.run([npm, "ci", "--silent"], cwd=FOLDER).returncode:
        return False
    mark.write_bytes(lock.read_bytes())
    return True
