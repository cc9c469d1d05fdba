"""The virtual environment, filled from a hash-pinned lock. Standard library only: this runs before anything else is there.

It lies in .venv, or where VOORLICHTER_VENV says.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("VOORLICHTER_VENV") or ROOT / ".venv")
_OLDEST = (3, 11)
_NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def say(text: str) -> None:
    print(text, flush=True)


def stop(text: str) -> None:
    sys.exit(text)


def program(venv: Path, name: str) -> Path:
    """A program of a virtual environment, on any system."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def enter(lock: str, meanwhile: Callable[[], object] = lambda: None) -> None:
    """Return inside the environment, with requirements/<lock>.txt installed; elsewhere make it so, with `meanwhile` beside it, and run this script there instead."""
    # What Python compiled is kept, as on anybody's computer: what is started here starts many times.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if Path(sys.prefix).resolve() == VENV.resolve():
        fill(VENV, lock, editable=True)
        return
    if sys.version_info < _OLDEST:
        _start_again_with_newer_python()
    with ThreadPoolExecutor(1) as beside:
        beside.submit(meanwhile)
        fill(VENV, lock, editable=True)
    _hand_over(str(program(VENV, "python")))


def fill(venv: Path, lock: str, editable: bool = False) -> None:
    """Make an environment with what a lock names, and nothing else; skipped while the lock is the one installed last."""
    wanted = ROOT / "requirements" / f"{lock}.txt"
    stamp = venv / "installed.txt"
    mark = f"{lock} {_fingerprint(wanted)}"
    if stamp.is_file() and mark in stamp.read_text(encoding="utf-8").splitlines() and _starts(program(venv, "python")):
        return
    _make(venv)
    stamp.unlink(missing_ok=True)
    count = sum("==" in line for line in wanted.read_text(encoding="utf-8").splitlines())
    say(
        f"Installing {count} packages into {venv} from {wanted.relative_to(ROOT)}; the first time this may take a minute …"
    )
    started = time.monotonic()
    pip = [str(program(venv, "python")), "-m", "pip", "--disable-pip-version-check", "-qq", "install", "--no-input"]
    _install(venv, pip, wanted)
    if editable:
        run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)])
    held = [f"{name} {_fingerprint(ROOT / 'requirements' / f'{name}.txt')}" for name in _covered(lock)]
    stamp.write_text("\n".join(held) + "\n", encoding="utf-8")
    say(f"Installed in {time.monotonic() - started:.0f} s.")


def _install(venv: Path, pip: list[str], lock: Path) -> None:
    """By the uv that the lock names, in a fifth of the time; by pip where that cannot be had, or reaches less, for it knows no settings of pip."""
    exactly = ["--require-hashes", "--only-binary=:all:", "--no-deps", "-r"]
    packages = re.split(r"(?m)^(?=\w)", lock.read_text(encoding="utf-8"))[1:]
    uv, python = str(program(venv, "uv")), str(program(venv, "python"))
    with tempfile.TemporaryDirectory(dir=venv) as folder:
        itself, others = Path(folder, "uv.txt"), Path(folder, "others.txt")
        itself.write_text("".join(one for one in packages if one.startswith("uv==")), encoding="utf-8")
        others.write_text("".join(one for one in packages if not one.startswith("uv==")), encoding="utf-8")
        quick = [uv, "--no-config", "-q", "--cache-dir", f"{folder}/cache", "pip", "install", "--python", python]
        if _succeeds(*pip, *exactly, str(itself)) and _succeeds(*quick, *exactly, str(others)):
            return
        # What is imported is compiled then, and the rest never.
        if subprocess.run([*pip, "--no-compile", *exactly, str(others)]).returncode:
            stop(f"pip could not install what {lock.relative_to(ROOT)} names; its message stands above.")


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def run(command: list[str], cwd: Path = ROOT) -> None:
    """Run a command that must succeed."""
    done = subprocess.run(command, cwd=cwd)
    if done.returncode:
        stop(f"This failed with code {done.returncode}: {' '.join(command)}")


def _make(venv: Path) -> None:
    if venv.exists() and _starts(program(venv, "python")):
        return
    if importlib.util.find_spec("ensurepip") is None:
        stop(
            "This Python cannot make virtual environments: its module ensurepip is missing.\n"
            "Debian and Ubuntu:  sudo apt-get install python3-venv\n"
            "Elsewhere: install Python from https://www.python.org/downloads/ and run this again with it."
        )
    say(f"Making a virtual environment in {venv} …")
    # A half-made one, or one whose Python has gone.
    shutil.rmtree(venv, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(venv)])


def _starts(python: Path) -> bool:
    return python.is_file() and _succeeds(str(python), "-c", "")


def _covered(lock: str) -> tuple[str, ...]:
    """The locks an environment satisfies: test.txt holds all of build.txt, at the same versions."""
    return ("build", "test") if lock == "test" else (lock,)


def _fingerprint(lock: Path) -> str:
    """Changes with the lock and with what the package's own metadata is made from."""
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _start_again_with_newer_python() -> None:
    found = next((path for path in map(shutil.which, _NEWER) if path and _starts(Path(path))), None)
    if found is None:
        stop(
            f"Python {_OLDEST[0]}.{_OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.\n"
            "Get it from https://www.python.org/downloads/ and run this again with it."
        )
    else:
        say(f"Python {sys.version.split()[0]} is too old; going on with {found}.")
        _hand_over(found)


def _hand_over(python: str) -> None:
    """Run this script with another Python in place of this one; a subprocess, for Windows cannot exec."""
    try:
        sys.exit(subprocess.run([python, *sys.argv]).returncode)
    except KeyboardInterrupt:
        sys.exit(130)
