"""Everything that must hold before a change is taken: style, types, examples, the wheel in an empty folder, and all tests.

    python scripts/test.py [argument of pytest …]

Needs Python 3.11 or newer and, the first time, the network. Every check runs, also after one that fails; those before the tests run side by side.
The tests in a browser need Chromium, those of settings for servers nginx and Apache, and the checkers of tests/browser/checkers Node and Java. Where this script may,
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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from checkers import install_checkers, lint_command
from environment import ROOT, VENV, enter, fill, program, say


class Run(Protocol):
    def __call__(self, *command: str, cwd: Path = ...) -> bool: ...


Check = Callable[[Run], bool]
IN_CI = os.environ.get("CI") == "true"
_ANSWERS = """\
name: Bakkerij De Korenaar
workforce: 9
advisor_name: Noor Voorbeeld
advisor_kind: external
advisor_phone: "020 000 00 01"
"""

_COLLECT = """
import contextlib, io, sys, pytest
with contextlib.redirect_stdout(io.StringIO()) as said:
    code = pytest.main(["--collect-only", "-q"])
print(said.getvalue() if code else said.getvalue().splitlines()[-1])
sys.exit(code)
"""
"""Once beforehand: the processes of the tests then need not each make of every file what pytest runs."""


def main(pytest_arguments: list[str]) -> int:
    started = time.monotonic()
    set_up_checkers()
    # The longest first: so no process is left with one when the others have nothing more to do.
    checks: list[tuple[str, Check]] = [
        ("examples", examples_build),
        ("wheel", wheel_works),
        ("mypy", lambda run: run(tool("mypy"))),
        ("scripts and styles", lambda run: run(*command) if (command := lint_command()) else True),
        ("tests can be read", lambda run: run(tool("python"), "-c", _COLLECT)),
        ("ruff", lambda run: all([run(tool("ruff"), "check", "."), run(tool("ruff"), "format", "--check", ".")])),
    ]
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        outcomes = list(side_by_side.map(told, checks))
    # pytest comes last: its summary is what one looks for first. It has the machine for itself, and more processes than
    # the machine has: half the time a test waits for a browser, and the browser for a frame.
    processes = str(2 * (os.cpu_count() or 1))
    pytest = (tool("python"), "-m", "pytest", "-n", processes, "--dist", "loadfile", "--no-loadscope-reorder")
    outcomes.append(told(("pytest", lambda _: succeeds(*pytest, *pytest_arguments))))
    failed = [name for name, passed in outcomes if not passed]
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    say(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All checks passed'} ({minutes} min {seconds} s)")
    return 1 if failed else 0


def told(named: tuple[str, Check]) -> tuple[str, bool]:
    """Do a check and, when it is done, tell all that its commands said."""
    name, check = named
    said: list[str] = []
    started = time.monotonic()
    passed = check(lambda *command, **options: succeeds(*command, **options, said=said))
    heading = f"── {name} " + "─" * (60 - len(name))
    ended = f"{name}: {'ok' if passed else 'FAILED'} ({time.monotonic() - started:.0f} s)"
    say("\n".join(["", heading, *filter(None, said), ended]))
    return name, passed


def tool(name: str) -> str:
    return str(program(VENV, name))


def succeeds(*command: str, cwd: Path = ROOT, said: list[str] | None = None) -> bool:
    """Did a command succeed? What it says is shown, or kept in `said`."""
    output = subprocess.PIPE if said is not None else None
    done = subprocess.run(command, cwd=cwd, stdout=output, stderr=output and subprocess.STDOUT)
    if said is not None:
        said.append(done.stdout.decode("utf-8", "replace").rstrip())
    return done.returncode == 0


def examples_build(run: Run) -> bool:
    """No error in any source or profile; every example builds from nothing, and what the studio in a tab runs on can be gathered."""
    with tempfile.TemporaryDirectory() as folder:
        return all(
            [
                run(tool("voorlichter"), "check"),
                run(tool("voorlichter"), "build", "--force", "-o", f"{folder}/site"),
                run(tool("python"), "scripts/studio.py", "--here"),
            ]
        )


def wheel_works(run: Run) -> bool:
    """Installed from its wheel, with only what the lock for building names, it works in an empty folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not run(tool("python"), "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)):
            return False
        wheel = next(folder.glob("*.whl"))
        fill(folder / "venv", "build")
        if not run(
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
            run(voorlichter, "new", "korenaar", "--answers", str(folder / "answers.yml"), cwd=workspace)
            and run(voorlichter, "check", cwd=workspace)
            and run(voorlichter, "build", cwd=workspace)
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
    enter("test", meanwhile=install_checkers)
    sys.exit(main(sys.argv[1:]))
