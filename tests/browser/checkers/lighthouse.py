"""Lighthouse, as a phone: all has to be perfect but performance, which is a figure."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from ..chromium import FLAGS, find_chromium
from . import FOLDER, missing

PERFECT = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Scores:
    """Out of a hundred, by category, and what was found on the way."""

    address: str
    scores: dict[str, int]
    failed: list[str]
    problem: str | None

    def problems(self) -> Iterator[str]:
        if self.problem:
            yield f"Lighthouse: {self.problem}"
        for name in PERFECT:
            if self.scores[name] != 100:
                yield f"Lighthouse: {name} {self.scores[name]}: {'; '.join(self.failed)}"


class Lighthouse:
    """One browser for many pages."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._into, self._out = _pipes(process)

    def judge(self, address: str) -> Scores:
        self._into.write(address + "\n")
        self._into.flush()
        line = self._out.readline()
        if not line:
            raise RuntimeError(f"Lighthouse stopped at {address}")
        return Scores(**json.loads(line))

    def judge_all(self, addresses: Iterable[str]) -> Iterator[Scores]:
        return map(self.judge, addresses)


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None and process.stdout is not None
    return process.stdin, process.stdout


def reason() -> str | None:
    """Why it cannot run here; None where it can."""
    return missing("node")


@contextmanager
def lighthouse() -> Iterator[Lighthouse]:
    command = ["node", str(FOLDER / "lighthouse.mjs"), *FLAGS]
    environment = {**os.environ, "CHROME_PATH": str(find_chromium())}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield Lighthouse(process)
        _pipes(process)[0].close()
