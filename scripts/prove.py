"""Prove what takes longer than CI allows: every page at every width and in both colour schemes, and the same bytes from every build.

    python scripts/prove.py [builds] [browser]

Needs what scripts/test.py needs. Without a name all proofs run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from environment import ROOT, VENV, enter, program, say

_DAY = "2026-11-21"
_CIRCUMSTANCES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8"},
    {"PYTHONHASHSEED": "3", "TZ": "America/Adak", "LC_ALL": "C", "PYTHONOPTIMIZE": "1"},
)


def main(names: list[str]) -> int:
    unknown = set(names) - set(PROOFS)
    if unknown:
        say(f"No such proof: {', '.join(sorted(unknown))}. There are: {', '.join(PROOFS)}")
        return 2
    failed = []
    for name in names or PROOFS:
        say(f"\n── {name}: {PROOFS[name].__doc__}")
        if not PROOFS[name]():
            failed.append(name)
    say(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'Proved'}")
    return 1 if failed else 0


def builds_repeat() -> bool:
    """The examples give the same bytes in another folder, time zone, locale and order of hashing, one by one and side by side."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name / "clients" for name in ("one", "a longer name é", "three")]
        for jobs, (folder, circumstances) in enumerate(zip(folders, _CIRCUMSTANCES, strict=True), 1):
            for part in ("profiles", "advisors"):
                shutil.copytree(ROOT / part, folder / part)
            for words in (["build", "--jobs", str(jobs)], ["export"]):
                command = [str(program(VENV, "voorlichter")), *words, "-C", str(folder), "--date", _DAY]
                if subprocess.run(command, env={**os.environ, **circumstances}, stdout=subprocess.DEVNULL).returncode:
                    return False
        first, *others = (dict(_made(folder)) for folder in folders)
        differing = sorted({name for other in others for name in first.keys() | other.keys() if first.get(name) != other.get(name)})
    for name in differing:
        say(f"differs: {name}")
    say(f"{len(first)} files in each of {len(folders)} builds, {len(differing)} differ")
    return bool(first) and not differing


def _made(folder: Path) -> Iterator[tuple[str, bytes]]:
    for part in ("site", "export"):
        for path in sorted((folder / part).rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def every_look() -> bool:
    """The tests in a browser, at every width and in both colour schemes with every rule."""
    # CI=true: what cannot run is no proof.
    environment = {**os.environ, "CI": "true", "VOORLICHTER_PROVE": "1"}
    return subprocess.run([str(program(VENV, "python")), "-m", "pytest", "-m", "browser"], cwd=ROOT, env=environment).returncode == 0


PROOFS: dict[str, Callable[[], bool]] = {"builds": builds_repeat, "browser": every_look}


if __name__ == "__main__":
    enter("test")
    sys.exit(main(sys.argv[1:]))
