"""Many publish other words to one place at the same moment: what is live is what was reported last, and nobody waits for long."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from math import inf
from pathlib import Path

from support import TODAY, broken, fork

from attack.found import PROFILE, Found, Ground, saying

_CODE = re.compile(r"has the code (\S+)")


def attack(ground: Ground, count: int, say: Callable[[str], None], most_seconds: float = inf) -> Found:
    """So many processes, each from a workspace of its own, with words of its own."""
    www, told = ground.folder / "www/site", ground.folder / "told"
    told.mkdir()
    for number in range(count):
        ground.workspace(str(number), {PROFILE: saying(f"Versie {number}.")})
    started = time.monotonic()
    running = {_start(ground, number, www, told / str(number)): number for number in range(count)}
    codes, last = {}, started
    while running:
        child, status = os.wait()
        if child in running:
            codes[running.pop(child)] = os.waitstatus_to_exitcode(status)
            last = time.monotonic()
    took = last - started
    reported = {
        path: found[1]
        for path in told.iterdir()
        if codes[int(path.name)] == 0 and (found := _CODE.search(path.read_text(encoding="utf-8")))
    }
    newest = max(reported, key=lambda path: path.stat().st_mtime_ns)
    live = json.loads((www / "manifest.json").read_bytes())["code"]
    faults = [f"number {number} ended with {code}" for number, code in codes.items() if code]
    if live != reported[newest]:
        faults.append(f"{live} is live, and {reported[newest]} was reported last")
    if torn := broken(www):
        faults.append(f"what is live is torn: {torn[:3]}")
    if took > most_seconds:
        faults.append(f"the last one ended after {took:.0f} s")
    faults += [f"left: {path.name}" for path in www.parent.iterdir() if path != www]
    versions = ground.folder.glob("*/.voorlichter/published/*/[0-9]*")
    faults += [f"{version.name} of {version.parts[-5]} is torn" for version in versions if broken(version)]
    say(f"{len(set(reported.values()))} versions by {count} processes")
    equal = "equals" if live == reported[newest] else "is not"
    return Found(
        f"{len(reported)} of {count} succeeded, live {equal} the last reported, all ended in {took:.0f} s", faults
    )


def _start(ground: Ground, number: int, www: Path, told: Path) -> int:
    with told.open("wb") as said:
        words = ["publish", "zeester", str(www), "-C", str(ground.folder / str(number)), "--date", TODAY]
        return fork([*words, "--lang", "en"], said.fileno(), said.fileno(), ground.env())
