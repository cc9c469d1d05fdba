"""Thousands of organisations in one workspace, by the command itself: part of scripts/bench.py, as `--large`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

ROOM = 2_800_000
"""Bytes that a site and its record take, and some."""
WANTED = 10_000
_BROKEN = 50
"""One profile in so many is broken on purpose."""


@dataclass(frozen=True)
class Ran:
    seconds: float
    megabytes: float
    """The peak of the process and of each it started."""
    code: int
    said: str


def measure_large(
    make_workspace: Callable[[Path, int], None], processors: Set[int], memory: Path, day: str
) -> Iterator[tuple[str, str, str]]:
    """The name of each figure, what was measured, and its goal; as many sites as the memory holds, at most 10,000."""
    count = min(WANTED, max(200, int(shutil.disk_usage(memory).free * 0.6 / ROOM) // 100 * 100))
    told = f"{count:,} sites" + ("" if count == WANTED else f" (no room for {WANTED:,}: for those, reckon on)")
    with tempfile.TemporaryDirectory(dir=memory) as name:
        root = Path(name).resolve() / "work"
        root.mkdir()
        make_workspace(root, count // 10)
        few = _run(root, day, "build", "--jobs", "1")
        shutil.rmtree(root)
        root.mkdir()
        make_workspace(root, count)

        def per_thousand(ran: Ran) -> str:
            return f"{1000 * ran.seconds / count:.1f} s per 1,000"

        yield f"{told}: `check`", per_thousand(_run(root, day, "check")), ""
        first = _run(root, day, "build", "--jobs", "1")
        yield f"{told}: `build`, one core", per_thousand(first), ""
        growth = f"{first.megabytes:.0f} MB ({few.megabytes:.0f} MB with {count // 10:,})"
        yield f"{told}: peak memory of that", growth, "≤ 400 MB, not growing"
        same = _run(root, day, "build", "--jobs", "1")
        share = f"{100 * same.seconds / first.seconds:.1f} % of a full build"
        yield f"{told}: nothing changed", f"{share}, {per_thousand(same)}", "≤ 5 %"
        profile = next(iter(sorted((root / "profiles").glob("vuurtoren-*/profile.yml"))))
        profile.write_text(profile.read_text(encoding="utf-8").replace("workforce: ", "workforce: 1", 1), "utf-8")
        yield f"{told}: one changed", f"{_run(root, day, 'build', '--jobs', '1').seconds:.1f} s", ""
        if len(processors) > 1 and hasattr(os, "sched_setaffinity"):
            alone = _run(root, day, "build", "--force", "--jobs", "1")
            both = _run(root, day, "build", "--force", "--jobs", "2", processors=processors)
            yield f"{told}: two cores beside one", f"{alone.seconds / both.seconds:.2f} × as fast", "≥ 1.7 ×"
        broken = sorted((root / "profiles").glob("*/profile.yml"))[::_BROKEN]
        for profile in broken:
            profile.write_text("organisation: [\n", encoding="utf-8")
        ran = _run(root, day, "build", "--jobs", "1")
        summary = ran.said.strip().splitlines()[-1]
        assert ran.code == 1 and f"{len(broken)} with errors" in ran.said, summary
        yield f"{told}, {len(broken)} of them broken", "all told in one summary, the rest built", "all"


def _run(root: Path, day: str, verb: str, *words: str, processors: Set[int] = frozenset()) -> Ran:
    command = [sys.executable, "-m", "voorlichter", verb, "-C", str(root), "--date", day, "--lang", "en", *words]
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            stdout=said,
            stderr=said,
            preexec_fn=(lambda: os.sched_setaffinity(0, processors)) if processors else None,
        )
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read().decode()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{text[-2000:]}")
    return Ran(time.perf_counter() - started, usage.ru_maxrss / 1024, process.returncode, text)
