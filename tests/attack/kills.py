"""A command is killed at any moment, with all that it started: what stands is whole, and the next run ends what was begun."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from support import TODAY, files_of, fork

from attack.found import LANES, PROFILE, Found, Ground, lanes, saying

Files = dict[str, bytes]
_VERSION = re.compile(r"^workspace/\.voorlichter/published/[^/]+/[0-9]+(/|$)")


@dataclass(frozen=True)
class Command:
    """What is killed; `first` brings about what stands before, each line from a profile of its own."""

    words: Sequence[str]
    first: Sequence[Sequence[str]]
    made: str
    """What it makes: a folder, or each file of one."""
    each: bool = False


_EXPORT = ("export", "--format", "scorm12")
_PUBLISH = ("publish", "zeester", "{www}")
COMMANDS = {
    "build": Command(("build",), (("build",),), "workspace/site/zeester"),
    "kit": Command(("kit",), (("kit",),), "workspace/kit/zeester"),
    "export": Command(_EXPORT, (_EXPORT,), "workspace/export", each=True),
    "publish": Command(_PUBLISH, (_PUBLISH, _PUBLISH), "www/site"),
    "publish --rollback": Command(("publish", "zeester", "--rollback", "--yes"), (_PUBLISH, _PUBLISH), "www/site"),
}


class Lane:
    """One command in one folder, brought back to the same beginning before every kill."""

    def __init__(self, ground: Ground, name: str) -> None:
        self.ground, self.command = ground, COMMANDS[name]
        self.root, self.www = ground.folder / "workspace", ground.folder / "www/site"
        self.temporary = ground.folder / "tmp"
        self.temporary.mkdir()
        os.environ |= {**ground.env(), "TMPDIR": str(self.temporary)}
        tempfile.tempdir = None
        (ground.folder / "www").mkdir()
        ground.workspace()
        stood: list[Files] = []
        for number, words in enumerate(self.command.first):
            self._write(saying(f"Versie {number}."))
            self._end(words)
            stood.append(self.stands())
        if "--rollback" not in self.command.words:  # else a number would have to be named to come back
            self._write(saying("Een andere versie.", "020 000 00 09"))
        for part in ("workspace", "www"):
            shutil.copytree(ground.folder / part, ground.folder / "before" / part)
        started = time.monotonic()
        self._end(self.command.words)
        self.takes = time.monotonic() - started
        self.after, self.names = self.stands(), self._names()
        self.before = stood[-1]
        self.known = [*stood, self.after]
        assert self.after != self.before, "there is something to tear"

    def _write(self, profile: str) -> None:
        (self.root / PROFILE).write_text(profile, encoding="utf-8")

    def stands(self) -> Files:
        return files_of(self.ground.folder / self.command.made)

    def start(self, words: Sequence[str]) -> int:
        whole = [word.format(www=self.www) for word in words]
        with (self.ground.folder / "said.txt").open("wb") as said:
            child = fork([*whole, "-C", str(self.root), "--date", TODAY, "--lang", "en"], said.fileno(), said.fileno())
        os.setpgid(child, child)
        return child

    def _end(self, words: Sequence[str]) -> None:
        _, status = os.waitpid(self.start(words), 0)
        assert status == 0, (words, self.said())

    def said(self) -> str:
        return (self.ground.folder / "said.txt").read_text(encoding="utf-8")

    def restore(self) -> None:
        for part in ("workspace", "www"):
            shutil.rmtree(self.ground.folder / part)
            shutil.copytree(self.ground.folder / "before" / part, self.ground.folder / part)

    def kill(self, after: float) -> tuple[bool, list[str]]:
        """Was it cut short, and what was wrong then or after the next run."""
        self.restore()
        child = self.start(self.command.words)
        time.sleep(after)
        os.killpg(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        faults = [*self._torn("after the kill"), *self._again()]
        return os.WIFSIGNALED(status), faults

    def _torn(self, when: str) -> Iterator[str]:
        stands = self.stands()
        whole = (self.before, self.after)
        if self.command.each:
            for name, data in stands.items():
                if data not in (files.get(name) for files in whole):
                    yield f"{when}: {name} is neither the old one nor the new one"
        elif stands not in whole:
            yield f"{when}: what stands is neither the old one nor the new one"
        for version in self.root.glob(".voorlichter/published/*/[0-9]*"):
            if files_of(version) not in self.known:
                yield f"{when}: {version.name} on the shelf is not whole"

    def _again(self) -> Iterator[str]:
        _, status = os.waitpid(self.start(self.command.words), 0)
        if status:
            yield f"the next run fails: {self.said()[-300:]}"
            return
        yield from self._torn("after the next run")
        if "--rollback" not in self.command.words and self.stands() != self.after:
            yield "the next run does not bring what the profile says"
        # A rollback twice is back and forth: the versions have other numbers then.
        left = {name for name in self._names() - self.names if not _VERSION.search(name)}
        if left:
            yield f"the next run leaves {', '.join(sorted(left))}"
            for path in self.temporary.iterdir():
                shutil.rmtree(path)

    def _names(self) -> set[str]:
        """Of everything there is, hidden or not, in the workspace, beside the site and in the temporary folder."""
        parts = (self.root, self.www.parent, self.temporary)
        return {path.relative_to(self.ground.folder).as_posix() for part in parts for path in part.rglob("*")}


def moments(count: int, takes: float, seed: object) -> Iterator[float]:
    """From the start until just after its end; every second one late, where it writes."""
    chance = random.Random(f"kill {seed}")
    for number in range(count):
        yield chance.uniform(0.5 * (number % 2), 1.05) * takes


def kill_many(ground: Ground, name: str, count: int, seed: object) -> tuple[int, list[str]]:
    """How many were cut short, and every fault with its moment."""
    lane = Lane(ground, name)
    cut, faults = 0, []
    for moment in moments(count, lane.takes, seed):
        short, wrong = lane.kill(moment)
        cut += short
        faults += [f"{name} killed after {moment:.3f} of {lane.takes:.3f} s: {fault}" for fault in wrong]
    return cut, faults


def attack(ground: Ground, each: int, say: Callable[[str], None]) -> Found:
    """So many kills of each command."""
    with lanes() as pool:
        shares = {
            (name, lane): pool.submit(
                kill_many, ground.part(f"{name.replace(' ', '')}-{lane}"), name, each // LANES, lane
            )
            for name in COMMANDS
            for lane in range(LANES)
        }
        cut, faults = 0, []
        for (name, lane), share in shares.items():
            short, wrong = share.result()
            cut += short
            faults += wrong
            say(
                f"{name}, {lane + 1} of {LANES}: {each // LANES} killed, {short} of them cut short, {len(wrong)} faults"
            )
    total = each // LANES * LANES * len(COMMANDS)
    torn = len({fault.partition(": ")[0] for fault in faults})
    return Found(f"{total - torn} of {total} ({cut} of them cut short)", faults)
