"""How fast kits are made, by the command itself: part of scripts/bench.py."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Set
from datetime import date
from pathlib import Path

from environment import ROOT

EXAMPLE = "vuurtoren"
NUMBERS = ("020 000 00 01", "020 000 00 02")
_BASELINE = "import typst; typst.compile(b'= Baseline', ignore_system_fonts=True)"
"""Start Python and Typst and set one line: below this, no sheet can be made."""


def measure_kits(processors: Set[int], memory: Path, rounds: int, day: str) -> Iterator[tuple[str, str, str]]:
    """A figure's name, value and goal. On the given processors: the goal is for two."""
    with tempfile.TemporaryDirectory(dir=memory) as name:
        folder = Path(name).resolve()
        os.environ["VOORLICHTER_CACHE"] = str(folder / ".voorlichter")
        for part in ("profiles", "advisors"):
            shutil.copytree(ROOT / part, folder / part)
        cold, changed, again, baseline = [], [], [], []
        for number in range(rounds):
            for leftover in (".voorlichter", "kit"):
                shutil.rmtree(folder / leftover, ignore_errors=True)
            baseline.append(timed([sys.executable, "-c", _BASELINE], processors)[0])
            cold.append(timed(kit(folder, day, EXAMPLE), processors)[0])
            change_number(folder / "advisors/noor.yml", NUMBERS[number % 2], NUMBERS[1 - number % 2])
            changed.append(timed(kit(folder, day, EXAMPLE), processors)[0])
            again.append(timed(kit(folder, day, EXAMPLE), processors)[0])
        base = statistics.median(baseline)
        staying = statistics.median(in_one_process(folder, processors, rounds, day))
        yield (
            "Kit of one organisation in two languages, nothing made before (pages, templates, pictures)",
            told(cold, base),
            "≤ 5 s",
        )
        yield ("Kit, an advisor's number changed, by the command", told(changed, base), "≤ 1 s")
        yield ("Kit, an advisor's number changed, in a program that stays", f"{staying:.2f} s", "≤ 1 s")
        yield ("Kit, nothing changed", told(again, base), "")
        peaks = [timed(kit(clones(folder / str(count), count), day), processors)[1] for count in (10, 100)]
        yield (
            "Kits in one process, peak memory: 100 of them / 10",
            f"{peaks[1] / peaks[0]:.2f} × ({peaks[0]:.0f} and {peaks[1]:.0f} MB)",
            "does not grow",
        )


def in_one_process(folder: Path, processors: Set[int], rounds: int, day: str) -> Iterator[float]:
    """Seconds from a changed number to the new files, where the program was there already."""
    from voorlichter.artefacts.kit.make import KitMaker
    from voorlichter.organisation import Organisations
    from voorlichter.stage_one import StageOne
    from voorlichter.workspace import Workspace

    if processors and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, processors)
    workspace = Workspace.at(folder)
    organisations, maker, known = (
        Organisations(workspace, StageOne(workspace), date.fromisoformat(day)),
        KitMaker(workspace),
        {},
    )
    for number in range(rounds + 1):
        change_number(
            folder / "advisors/noor.yml",
            *(NUMBERS if NUMBERS[0] in (folder / "advisors/noor.yml").read_text(encoding="utf-8") else NUMBERS[::-1]),
        )
        start = time.perf_counter()
        made = maker.make(organisations.read(EXAMPLE), known)
        known = {one.name: (one.key, made.files[one.name]) for one in made.made}
        if number:
            yield time.perf_counter() - start
    maker.close()


def told(seconds: list[float], baseline: float) -> str:
    median = statistics.median(seconds)
    return f"{median:.2f} s ({median / baseline:.1f} × starting Python and Typst for one line)"


def kit(folder: Path, day: str, *slugs: str) -> list[str]:
    return [sys.executable, "-m", "voorlichter", "kit", *slugs, "-C", str(folder), "--date", day]


def clones(folder: Path, count: int) -> Path:
    """A workspace of copies of one organisation, each with a name and a number of its own."""
    shutil.copytree(ROOT / "advisors", folder / "advisors")
    for number in range(count):
        target = folder / "profiles" / f"{EXAMPLE}-{number:03}"
        shutil.copytree(ROOT / "profiles" / EXAMPLE, target)
        text = (target / "profile.yml").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(  name: )(.+)$", rf"\1\2 {number}", text, count=1)
        (target / "profile.yml").write_text(
            re.sub(r'"030 000 00 02"', f'"030 000 02 {number % 100:02}"', text), encoding="utf-8"
        )
    return folder


def change_number(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} holds {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def timed(command: list[str], processors: Set[int]) -> tuple[float, float]:
    """Seconds, and the peak of memory in MB (0 where the system does not tell)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if processors and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process.pid, processors)
    assert process.stderr
    with process.stderr:
        complaint = process.stderr.read().decode()
    if not hasattr(os, "wait4"):
        status, peak = process.wait(), 0.0
    else:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{complaint}")
    return time.perf_counter() - start, peak
