"""What an attack found, and the ground every attack starts from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from support import BASE, TODAY, copy_linked, lay, run

from voorlichter.user_folders import CACHE, CONFIG

PROFILE = "profiles/zeester/profile.yml"
FIRST = (BASE / PROFILE).read_text(encoding="utf-8")
LANES = max(1, min(os.cpu_count() or 1, 4))
"""Attacks that go on side by side."""


@dataclass(frozen=True)
class Found:
    """The figure, and every fault by a line of its own; none where it held."""

    figure: str
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ground:
    """A folder for an attack, and a cache with the templates made, which every part of it takes a copy of."""

    folder: Path
    cache: Path

    def env(self) -> dict[str, str]:
        return {CACHE: str(self.cache), CONFIG: str(self.folder / "config")}

    def part(self, name: str) -> Ground:
        part = self.folder / name
        part.mkdir(parents=True)
        copy_linked(self.cache, part / "cache")
        return Ground(part, part / "cache")

    def workspace(self, name: str = "workspace", files: Mapping[str, str | bytes] | None = None) -> Path:
        shutil.copytree(BASE, self.folder / name)
        return lay(self.folder / name, files or {})


def prepare(folder: Path) -> Ground:
    """With templates in two languages, so that no attack waits for them."""
    ground = Ground(folder, folder / "cache")
    two = FIRST.replace("  workforce: 20\n", "  workforce: 20\n  languages: [nl, en]\n")
    root = ground.workspace("first", {PROFILE: two})
    answer = run("build", "-C", root, "--date", TODAY, env=ground.env())
    assert answer.code == 0, answer.err
    return ground


def saying(text: str, phone: str = "020 000 00 01") -> str:
    """The profile of the small workspace, with a sentence of its own and another number."""
    return f"{FIRST.replace('020 000 00 01', phone)}introduction: {{nl: {text}}}\n"


@contextmanager
def lanes() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(LANES, get_context("spawn")) as pool:
        yield pool
