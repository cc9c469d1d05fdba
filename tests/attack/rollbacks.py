"""Back to what stood there before, after any history of changes: whole, to the byte, and forward again."""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from support import TODAY, Answer, files_of, run

from attack.found import FIRST, LANES, PROFILE, Found, Ground, lanes
from voorlichter.workspace import MANIFEST

_PLACES = ("www/site", "www/other/deep", "it.zip")
_PHONES = ("020 000 00 01", "020 000 00 02", "06 10 00 00 01", "+31 20 000 00 09")
_NAMED = re.compile(r"--accept (\S+)")
_CHANGES = (
    lambda chance: f"introduction: {{nl: Versie {chance.randrange(10**6)}.}}\n",
    lambda chance: f"training:\n  modules: {chance.sample(['role', 'act', 'doors', 'limits'], 2)}\n",
    lambda chance: f'brand: {{color: "#{chance.randrange(0x100000, 0x777777):06x}"}}\n',
)


def _profile(chance: random.Random) -> str:
    """Another number, other modules, another colour, other words, with or without Sam."""
    text = FIRST.replace(_PHONES[0], chance.choice(_PHONES))
    if chance.random() < 0.3:
        text = text[: text.index("  - id: sam")].replace("    backup: sam\n", "")
    return text + "".join(change(chance) for change in chance.sample(_CHANGES, chance.randint(1, len(_CHANGES))))


def _stands(place: Path) -> dict[str, bytes]:
    """Of a zip the site alone: what lies beside it, for whoever places it, is of the day on which it is sent."""
    if place.suffix != ".zip":
        return files_of(place)
    with zipfile.ZipFile(place) as packed:
        top = next(name for name in packed.namelist() if name.endswith(MANIFEST)).removesuffix(MANIFEST)
        listed = [MANIFEST, *json.loads(packed.read(top + MANIFEST))["files"]]
        return {name: packed.read(top + name) for name in listed}


def roll_back(ground: Ground, number: int) -> list[str]:
    """One history; what was not whole on the way back, or on the way forward again."""
    chance = random.Random(f"rollback {number}")
    root, place = ground.workspace(), ground.folder / _PLACES[number % len(_PLACES)]
    place.parent.mkdir(parents=True, exist_ok=True)

    def publish(*words: object) -> Answer:
        return run("publish", "zeester", *words, "-C", root, "--date", TODAY, "--lang", "en", env=ground.env())

    history: list[dict[str, bytes]] = []
    for turn in range(chance.randint(2, 4)):
        (root / PROFILE).write_text(_profile(chance), encoding="utf-8")
        answer = publish(*([] if turn else [place]))
        if answer.code:
            return [f"history {number}: publishing fails: {answer.err[-300:]}"]
        stands = _stands(place)
        history += [stands] if stands not in history else []
    if len(history) < 2:
        return [f"history {number}: nothing changed"]
    return [
        f"history {number}, {way}: {fault}"
        for way, whole in (("back", history[-2]), ("forward", history[-1]))
        for fault in _go(publish, place, whole)
    ]


def _go(publish: Callable[..., Answer], place: Path, whole: dict[str, bytes]) -> Sequence[str]:
    """Refused first where something would come back, then done."""
    answer = publish("--rollback", "--yes")
    if answer.code == 1:
        answer = publish("--rollback", "--yes", *(f"--accept={name}" for name in _NAMED.findall(answer.err)))
    if answer.code:
        return [f"ends with {answer.code}: {answer.err[-300:]}"]
    stands = _stands(place)
    other = sorted(name for name in stands.keys() | whole.keys() if stands.get(name) != whole.get(name))
    return [f"not whole: {', '.join(other[:5])}"] if other else []


def _share(ground: Ground, numbers: Sequence[int]) -> list[str]:
    return [fault for number in numbers for fault in roll_back(ground.part(f"rollback-{number}"), number)]


def attack(ground: Ground, count: int, say: Callable[[str], None]) -> Found:
    with lanes() as pool:
        shares = [pool.submit(_share, ground, range(lane, count, LANES)) for lane in range(LANES)]
        faults = [fault for share in shares for fault in share.result()]
    say(f"{count} histories, in folders and zips, back and forward")
    return Found(f"{count - len({fault.partition(',')[0] for fault in faults})} of {count}", faults)
