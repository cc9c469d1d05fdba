"""The proof by attack: what is hostile, broken or killed, as much of it as a machine does in half an hour; `tests/attack/` does a sample of each."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from environment import ROOT, say
from passed import key_of
from prove_observatory import attack_with_observatory
from prove_pages import STATE

if TYPE_CHECKING:
    from attack.found import Found, Ground
    from browser.figures import Figures
    from playwright.sync_api import Browser

_MEMORY = Path("/dev/shm")
_ROOM = 4_000_000_000
"""Bytes; in memory nothing waits for a disk, and what a kill leaves is the same."""
_KEPT = STATE / "attack.json"
_SITES = 40


@dataclass(frozen=True)
class Attack:
    """One row: what is measured, what is asked, and how."""

    figure: str
    goal: str
    run: Callable[[Ground], Found]


def attacks_fail(_: Figures, only: str, again: bool) -> bool:
    """Hostile strings, pictures and workspaces, kills, bad days, publishing at once and going back do no harm, and a server that is told what we write is graded A+; --only kills takes one."""
    os.environ["EVERY_PAGE"] = "true"
    kept = {} if again else _read()
    sources = _fingerprint()
    wanted = [name for name in ATTACKS if only in name]
    proved = bool(wanted)
    for name in wanted:
        before = kept.get(name, {})
        if before.get("sources") == sources and not before["faults"]:
            say(f"{name}: {before['figure']} (stood before)")
            continue
        started = time.monotonic()
        with _ground(name) as ground:
            found = ATTACKS[name].run(ground)
        for fault in found.faults:
            say(f"  {fault}")
        minutes = (time.monotonic() - started) / 60
        say(f"{name}: {found.figure} ({minutes:.1f} min)")
        one = {"sources": sources, "figure": found.figure, "faults": found.faults, "minutes": minutes}
        STATE.mkdir(exist_ok=True)
        _KEPT.write_text(json.dumps({**_read(), name: one}, indent=1), encoding="utf-8")
        proved = proved and not found.faults
    say(f"\n{table()}")
    return proved


def _read() -> dict[str, Any]:
    """What was measured last, by the name of the attack."""
    read: dict[str, Any] = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.is_file() else {}
    return read


def table() -> str:
    """What was measured last, for guide/figures.md; an attack of other sources is not in it."""
    kept = _read()
    sources = _fingerprint()
    rows = ["| attack | measured | goal |", "| --- | --- | --- |"]
    for name, attack in ATTACKS.items():
        one = kept.get(name, {})
        measured = one["figure"] if one.get("sources") == sources else "not run"
        rows.append(f"| {attack.figure} | {measured} | {attack.goal} |")
    return "\n".join(rows)


@contextmanager
def _ground(name: str) -> Iterator[Ground]:
    from attack.found import Ground, prepare

    in_memory = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    with tempfile.TemporaryDirectory(prefix="attack-", dir=_MEMORY if in_memory else None) as folder:
        say(f"{name} …")
        yield (
            Ground(Path(folder), Path(folder)) if name in ("svgs", "pictures", "observatory") else prepare(Path(folder))
        )


@contextmanager
def _browser() -> Iterator[Browser]:
    from browser.conftest import running_chromium

    with running_chromium() as browser:
        yield browser


def _strings(ground: Ground) -> Found:
    from attack import strings

    return strings.attack(ground, range(_SITES), say)


def _svgs(ground: Ground) -> Found:
    from attack import pictures

    with _browser() as browser:
        return pictures.attack_with_vectors(ground, list(pictures.vectors()), browser, say)


def _pictures(ground: Ground) -> Found:
    from attack import pictures

    with _browser() as browser:
        return pictures.attack_with_rasters(ground, list(pictures.rasters()), browser, say)


def _workspaces(ground: Ground) -> Found:
    from attack import workspaces

    return workspaces.attack(ground, workspaces.SHAPES, say)


def _kills(ground: Ground) -> Found:
    from attack import kills

    return kills.attack(ground, 100, say)


def _days(ground: Ground) -> Found:
    from attack import bad_days

    cells = [(fault, command) for fault in bad_days.TABLE for command in bad_days.COMMANDS]
    return bad_days.attack(ground, cells, say)


def _races(ground: Ground) -> Found:
    from attack import races

    return races.attack(ground, 100, say, most_seconds=60)


def _rollbacks(ground: Ground) -> Found:
    from attack import rollbacks

    return rollbacks.attack(ground, 50, say)


ATTACKS = {
    "races": Attack(
        "100 publishes at once, each of other words, to one folder", "live equals the last reported, ≤ 60 s", _races
    ),
    "rollbacks": Attack("Rollbacks whole", "50 of 50", _rollbacks),
    "kills": Attack("Kills of build, kit, export, publish and publish --rollback survived", "500 of 500", _kills),
    "pictures": Attack(
        "Pictures that run, read, take over 300 MB or look otherwise than in Chromium, not refused",
        "0 of ≥ 60",
        _pictures,
    ),
    "svgs": Attack("The same of drawings", "0 of ≥ 300", _svgs),
    "strings": Attack(
        "Hostile strings × places, every page opened in Chromium without its policy", "≥ 10,000: 0, 0, 0", _strings
    ),
    "days": Attack("Bad days, every cell as it was written down first", "≥ 12 × 8: 0, 0, 0, 0", _days),
    "workspaces": Attack(
        "Workspaces that run something or read beside themselves when they are opened", "0 of ≥ 30", _workspaces
    ),
    "observatory": Attack(
        "MDN's Observatory of nginx with our settings; bare", "≥ 120 (A+); B", attack_with_observatory
    ),
}


def _fingerprint() -> str:
    """Changes with the program and the attacks."""
    folders = [ROOT / name for name in ("src", "tests/attack", "data", "docs", "overrides", "quizzes", "mkdocs.yml")]
    files = [path for folder in folders for path in ([folder] if folder.is_file() else sorted(folder.rglob("*")))]
    kinds = (".py", ".yml", ".md", ".html", ".js", ".css", ".typ")
    return key_of([path.read_bytes() for path in files if path.is_file() and path.suffix in kinds])


sys.path.insert(0, str(ROOT / "tests"))
