"""What takes long to build, built once in a run of the tests, however many processes share the work."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import TODAY, copy_linked, run

KIT_OF = "vuurtoren"


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A folder with what `build` puts into it: the first process builds, and every process has links to that in a folder of its own."""
    own = factory.getbasetemp() / "built" / name
    if own.exists():
        return own
    shared = factory.getbasetemp().parent if _several_processes() else factory.getbasetemp()
    made = shared / "made" / name
    made.parent.mkdir(exist_ok=True)
    with alone(made.with_suffix(".lock")):
        done = made.with_suffix(".done")
        if not done.exists():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            build(made)
            done.touch()
    copy_linked(made, own)
    return own


def built_kit(factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The kit of one example, in both languages: its sheets are set once in a run of the tests."""

    def build(root: Path) -> None:
        workspace = factory.mktemp("workspace")
        copy_linked(examples, workspace)
        answer = run("kit", KIT_OF, "-C", workspace, "-o", root, "--date", TODAY)
        assert answer.code == 0, answer.err

    return built_once(factory, "kit", build) / KIT_OF


def _several_processes() -> bool:
    """On Windows, where a lock works otherwise, each builds its own."""
    return "PYTEST_XDIST_WORKER" in os.environ and sys.platform != "win32"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One process at a time; when it ends, also by a fault, it is another's turn."""
    with path.open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
