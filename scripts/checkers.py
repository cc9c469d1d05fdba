"""Install the checkers that others made, and what they run on, where this machine allows it. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from environment import ROOT, say

FOLDER = ROOT / "tests" / "browser" / "checkers"
_MARK = Path("node_modules") / "installed-lock.json"
_SHELL = "chromium-headless-shell"
"""With it the tests in a browser take half the time; without it they are no fewer."""
_PROGRAMS = {
    "chromium": "chromium",
    _SHELL: _SHELL,
    "npm": "nodejs npm",
    "java": "default-jre-headless",
    "nginx": "nginx-light",
    "apache2": "apache2-bin",
    "sshd": "openssh-server",
    "LiberationSans-Bold.ttf": "fonts-liberation",
}
"""What is looked for, and Debian's packages that hold it. Everybody's computer has letters as wide as Arial's."""
_ENGINES = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
"""The browsers beside Chromium; their tests name what cannot be had."""
_SERVERS = ("nginx", "apache2", "sshd")
"""Debian starts these as soon as they are installed, and at every start of a computer."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def install_checkers() -> list[str]:
    """Whatever is missing afterwards, a sentence each with the command that installs it; of an engine its tests tell."""
    lacking = install_programs({**_PROGRAMS, **_ENGINES})
    told = [
        f"There is no {name}. Install it with: sudo apt-get install {_PROGRAMS[name]} (or its like on this system)"
        for name in lacking
        if name in _PROGRAMS and name != _SHELL
    ]
    if "npm" not in lacking and not install_modules(FOLDER):
        told.append(
            f"npm could not install what {FOLDER.relative_to(ROOT) / 'package-lock.json'} names; its message stands above. Run scripts/test.py again with the network at hand."
        )
    return told


def install_engines() -> None:
    """The browsers beside Chromium that the studio is proved in; what cannot be had, their tests name."""
    install_programs(_ENGINES)


def install_programs(programs: Mapping[str, str]) -> list[str]:
    """The names of what is missing afterwards."""
    lacking = [name for name in programs if not _found(name)]
    wanted = [name for name in lacking if not (name in _SERVERS and _starts_services())]
    by = _with_leave()
    if wanted and shutil.which("apt-get") and by is not None:
        say(f"Installing {', '.join(wanted)} for what runs in a browser and with servers …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*by, "apt-get", "update", "-qq"], env=quiet)
        for name in wanted:  # one by one: not every system has them all
            subprocess.run(
                [*by, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *programs[name].split()], env=quiet
            )
        lacking = [name for name in lacking if not _found(name)]
    return lacking


def _with_leave() -> list[str] | None:
    """What stands before a command that installs: nothing as root; in CI where that asks for no password; None where it is for the owner to do."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "--non-interactive"] if os.environ.get("CI") == "true" and shutil.which("sudo") else None


def _starts_services() -> bool:
    """Is this somebody's computer, where a server that is installed is one that runs? Then its owner decides."""
    return Path("/run/systemd/system").is_dir()


def lint_command() -> list[str]:
    """What checks the scripts and styles of theme and studio, by their types and rules, and those of the theme by the browsers they must work in; empty where it cannot run."""
    if shutil.which("node") is None or not (FOLDER / _MARK).is_file():
        say("Scripts and styles are not checked: Node, or what it runs, is missing, as told above.")
        return []
    return [str(shutil.which("node")), str(FOLDER / "lint.mjs")]


def _found(name: str) -> bool:
    if name in ("chromium", _SHELL) and os.environ.get("CHROMIUM"):
        return True
    if name == "chromium":
        return any(map(shutil.which, _BROWSERS))
    if name.endswith(".ttf"):
        return any(Path("/usr/share/fonts").rglob(name))
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin") is not None


def install_modules(folder: Path) -> bool:
    """npm ci, unless what is there came from this very lock."""
    lock, mark = folder / "package-lock.json", folder / _MARK
    if mark.is_file() and mark.read_bytes() == lock.read_bytes():
        return True
    npm = shutil.which("npm")
    if npm is None:
        say(f"There is no npm. Install it with: sudo apt-get install {_PROGRAMS['npm']} (or its like on this system)")
        return False
    say(f"Installing what {folder.relative_to(ROOT)} names; this takes half a minute …")
    if subprocess.run([npm, "ci", "--silent"], cwd=folder).returncode:
        return False
    mark.write_bytes(lock.read_bytes())
    return True
