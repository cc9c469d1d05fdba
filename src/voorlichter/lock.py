"""One at a time: the system keeps a lock for as long as its process lives, and lets go of it however that ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voorlichter.problems import MachineError, Say

_PATIENCE = 120.0
_BETWEEN = 0.05
_PLATFORM: str = sys.platform

if _PLATFORM == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

elif _PLATFORM == "emscripten":  # one process, and nobody to wait for

    def _take(handle: int) -> None:
        pass

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD_BY_ANOTHER = (BlockingIOError, PermissionError)


def take_lock(path: Path) -> int | None:
    """The handle that holds the lock, to be closed; None where another holds it.

    Raises OSError where the file cannot be made. A disk that knows no locks gives it to everybody.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle)
    except _HELD_BY_ANOTHER:
        os.close(handle)
        return None
    except OSError:
        pass
    return handle


@contextmanager
def one_at_a_time(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Whoever comes second waits for the first. The file stays: one that is removed is no longer the one others wait for.

    Raises MachineError for whoever waited long enough, OSError where the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + patience
    while (handle := take_lock(path)) is None:
        if time.monotonic() >= until:
            raise MachineError(
                Say(
                    "Hier is voorlichter al mee bezig, en dat duurt lang. Wacht tot dat klaar is en probeer het dan opnieuw.",
                    "Voorlichter is at work on this already, and that takes long. Wait until it is done, then try again.",
                )
            )
        time.sleep(_BETWEEN)
    try:
        yield
    finally:
        os.close(handle)
