"""Everything that must hold before a change is taken: style, types, examples, the wheel in an empty folder, and all tests.

    python scripts/test.py [argument of pytest …]

Needs Python 3.11 or newer and, the first time, the network. Every check runs, also after one that fails.
The tests in a browser need Chromium, and the checkers of tests/browser/checkers need Node and Java. Where this script may,
it installs what is missing; otherwise the tests concerned are skipped, and the reason names the command.
With CI=true nothing is skipped: what cannot run fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from checkers import install_checkers, lint
from environment import ROOT, VENV, enter, fill, program, say

IN_CI = os.environ.get("CI") == "true"
_ANSWERS = """\
name: Bakkerij De Korenaar
workforce: 9
advisor_name: Noor Voorbeeld
advisor_kind: external
advisor_phone: "020 000 00 01"
"""


def main(pytest_arguments: list[str]) -> int:
    started = time.monotonic()
    set_up_checkers()
    # pytest comes last: its summary is what one looks for first.
    checks: list[tuple[str, Callable[[], bool]]] = [
        ("ruff", lambda: all([succeeds(tool("ruff"), "check", "."), succeeds(tool("ruff"), "format", "--check", ".")])),
        ("mypy", lambda: succeeds(tool("mypy"))),
        ("scripts and styles", lint),
        ("examples", examples_build),
        ("wheel", wheel_works),
        (
            "pytest",
            lambda: succeeds(tool("python"), "-m", "pytest", "-n", "auto", "--dist", "loadfile", *pytest_arguments),
        ),
    ]
    failed = [name for name, check in checks if not announced(name, check)]
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    say(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All checks passed'} ({minutes} min {seconds} s)")
    return 1 if failed else 0


def announced(name: str, check: Callable[[], bool]) -> bool:
    say(f"\n── {name} " + "─" * (60 - len(name)))
    started = time.monotonic()
    passed = check()
    say(f"{name}: {'ok' if passed else 'FAILED'} ({time.monotonic() - started:.0f} s)")
    return passed


def tool(name: str) -> str:
    return str(program(VENV, name))


def succeeds(*command: str, cwd: Path = ROOT, more: dict[str, str] | None = None) -> bool:
    """Run a command and show what it says; `more` is added to the environment."""
    return subprocess.run(command, cwd=cwd, env={**os.environ, **(more or {})}).returncode == 0


def examples_build() -> bool:
    """No error in any source or profile; every example builds from nothing; MkDocs alone builds one too, strictly."""
    with tempfile.TemporaryDirectory() as folder:
        return all(
            [
                succeeds(tool("voorlichter"), "check"),
                succeeds(tool("voorlichter"), "build", "--force", "-o", f"{folder}/site"),
                succeeds(
                    tool("mkdocs"),
                    "build",
                    "--strict",
                    "--quiet",
                    "-d",
                    f"{folder}/mkdocs",
                    more={"NO_MKDOCS_2_WARNING": "1"},
                ),
            ]
        )


def wheel_works() -> bool:
    """Installed from its wheel, with only what the lock for building names, it works in an empty folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not succeeds(tool("python"), "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)):
            return False
        wheel = next(folder.glob("*.whl"))
        fill(folder / "venv", "build")
        if not succeeds(
            str(program(folder / "venv", "python")),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "-qq",
            "install",
            "--no-deps",
            "--no-index",
            str(wheel),
        ):
            return False
        workspace = folder / "workspace"
        workspace.mkdir()
        (folder / "answers.yml").write_text(_ANSWERS, encoding="utf-8")
        voorlichter = str(program(folder / "venv", "voorlichter"))
        return (
            succeeds(voorlichter, "new", "korenaar", "--answers", str(folder / "answers.yml"), cwd=workspace)
            and succeeds(voorlichter, "check", cwd=workspace)
            and succeeds(voorlichter, "build", cwd=workspace)
            and (workspace / "site/korenaar/index.html").is_file()
        )


def set_up_checkers() -> None:
    """What the tests in a browser need; in CI, stop where it cannot be had."""
    lacking = install_checkers()
    if lacking and IN_CI:
        sys.exit("\n".join(lacking))
    for sentence in lacking:
        say(f"{sentence}\nThe tests that need it are skipped now.")


if __name__ == "__main__":
    enter("test")
    sys.exit(main(sys.argv[1:]))
