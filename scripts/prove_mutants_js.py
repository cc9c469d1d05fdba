"""The same proof of the scripts: Stryker alters those of quiz, presence, search and packages, and the tests of Node must notice.

What is altered is a copy. Stryker has a lock file of its own in stryker/, and is installed for this alone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import checkers
from environment import ROOT, say
from passed import key_of
from prove_pages import STATE

if TYPE_CHECKING:
    from browser.figures import Figures

COMPONENTS = ROOT / "overrides" / "components"
TESTS = ROOT / "tests" / "node"
STRYKER = Path(__file__).with_name("stryker")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants_js.yml")
_DECIDING = ("package", "presence", "quiz", "search")
"""The components whose scripts decide something, besides showing it."""
_LEAST, _MOST_EQUIVALENT = 0.85, 0.03
_PATIENCE = 20_000
"""Milliseconds that the tests of one change may take; what takes longer counts as not noticed."""


def every_change_in_a_script_is_noticed(_: Figures, only: str, again: bool) -> bool:
    """A script of quiz, presence, search or a package, altered in one place, is refused by the tests of Node."""
    if not (checkers.install_modules(checkers.FOLDER) and checkers.install_modules(STRYKER)):
        return False
    if again:
        shutil.rmtree(STATE / "stryker", ignore_errors=True)
    equivalent = read_equivalent()
    made, left_out, survived = 0, 0, 0
    gone = {name for name in equivalent if only in name.partition(":")[0]}
    for script in (script for script in scripts_that_decide() if only in script):
        changes = list(changes_of(report_of(script)))
        tried = [(name, status) for name, status in changes if name not in equivalent]
        lost = [name for name, status in tried if status != "Killed"]
        for name in lost:
            say(f"not noticed  {name}")
        say(f"{len(lost):4} of {len(tried):4} not noticed in {script}")
        gone -= {name for name, _ in changes}
        made, left_out, survived = made + len(changes), left_out + len(changes) - len(tried), survived + len(lost)
    for name in sorted(gone):
        say(f"no such change any more, in {EQUIVALENT.name}: {name}")
    tried_in_all = made - left_out
    score = 1 - survived / tried_in_all if tried_in_all else 0
    share = left_out / made if made else 0
    say(f"{tried_in_all} changes in scripts, {survived} not noticed: {score:.1%}; left out as equivalent: {share:.1%}")
    return score >= _LEAST and share <= _MOST_EQUIVALENT and not gone


def scripts_that_decide() -> list[str]:
    """By their path among the components."""
    return sorted(
        path.relative_to(COMPONENTS).as_posix() for name in _DECIDING for path in (COMPONENTS / name).rglob("*.js")
    )


def read_equivalent() -> dict[str, str]:
    """The changes that no test can notice, each with the reason."""
    import yaml

    return dict(yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {})


def report_of(script: str) -> dict[str, Any]:
    """What Stryker tells of a script; it is asked once for the same script and tests."""
    sources = [COMPONENTS / script, *sorted(TESTS.glob("*.mjs")), *sorted(STRYKER.glob("*.*"))]
    kept = STATE / "stryker" / f"{key_of([script, *(path.read_bytes() for path in sources)])}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        report = _alter(script, STATE / "stryker" / "copy")
        if report is None:
            raise SystemExit(f"Stryker could not alter {script}; what it says stands above.")
        shutil.move(report, kept)
    told: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return told


def changes_of(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each change as `script: what stood there → what stands there`, whole lines, and what became of it."""
    for path, file in report["files"].items():
        script = Path(path).relative_to(COMPONENTS.relative_to(ROOT)).as_posix()
        lines = file["source"].splitlines()
        for mutant in file["mutants"]:
            start, end = mutant["location"]["start"], mutant["location"]["end"]
            first, last = lines[start["line"] - 1], lines[end["line"] - 1]
            before = " ".join(lines[start["line"] - 1 : end["line"]])
            after = first[: start["column"] - 1] + mutant["replacement"] + last[end["column"] - 1 :]
            yield f"{script}: {' '.join(before.split())} → {' '.join(after.split())}", mutant["status"]


def _alter(script: str, folder: Path) -> Path | None:
    shutil.rmtree(folder, ignore_errors=True)
    for part in (COMPONENTS, TESTS):
        shutil.copytree(part, folder / part.relative_to(ROOT))
    installed = folder / checkers.FOLDER.relative_to(ROOT)
    installed.parent.mkdir(parents=True)
    installed.symlink_to(checkers.FOLDER, target_is_directory=True)
    report = folder / "report.json"
    settings = {
        "testRunner": "in-process",
        "plugins": [str(STRYKER / "runner.mjs")],
        "mutate": [(COMPONENTS / script).relative_to(ROOT).as_posix()],
        "ignorePatterns": ["tests/browser"],
        "inPlace": True,
        "concurrency": 1,
        "timeoutMS": _PATIENCE,
        "dryRunTimeoutMinutes": 30,
        "maxTestRunnerReuse": 200,  # each run reads the tests anew, and forgets nothing
        "disableTypeChecks": False,
        "warnings": False,
        "allowConsoleColors": False,
        "reporters": ["json"],
        "jsonReporter": {"fileName": str(report)},
    }
    (folder / "stryker.conf.json").write_text(json.dumps(settings), encoding="utf-8")
    program = STRYKER / "node_modules" / "@stryker-mutator" / "core" / "bin" / "stryker.js"
    command = [str(shutil.which("node")), str(program), "run", "stryker.conf.json", "--logLevel", "warn"]
    subprocess.run(command, cwd=folder)
    return report if report.is_file() else None
