"""Undo and redo of what was changed in files. It writes nothing itself; it tells what to write."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from voorlichter.problems import Say

FileChanges = Mapping[Path, tuple[bytes | None, bytes | None]]
"""Of each file what stands there and what comes in its place; None where there is no file."""

_MOST_STEPS = 1000


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What one turn of undo or redo does. A file that does not stand as it says, was changed by somebody else."""

    label: Say
    files: FileChanges

    def reversed(self) -> HistoryStep:
        return HistoryStep(self.label, {path: (after, before) for path, (before, after) in self.files.items()})


class History:
    """The steps of one workspace, the newest last."""

    def __init__(self) -> None:
        self._done: deque[HistoryStep] = deque(maxlen=_MOST_STEPS)
        self._undone: list[HistoryStep] = []
        self._burst: str | None = None

    @property
    def to_undo(self) -> Say | None:
        """What undo would take back."""
        return self._done[-1].label if self._done else None

    @property
    def to_redo(self) -> Say | None:
        return self._undone[-1].label if self._undone else None

    def record(self, changes: FileChanges, label: Say, *, key: str | None = None) -> None:
        """Keep a change that was made. Successive ones with the same key, of one burst of typing, are one step."""
        changes = _that_differ(changes)
        if not changes:
            return
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and key is not None and key == self._burst and _follow(last.files, changes):
            self._done.pop()
            changes = _that_differ(_together(last.files, changes))
        self._burst = key
        if changes:
            self._done.append(HistoryStep(label, changes))

    def copy(self) -> History:
        """As it is now, whatever comes after."""
        other = History()
        other._done, other._undone, other._burst = self._done.copy(), self._undone.copy(), self._burst
        return other

    def pause(self) -> None:
        """The burst of typing is over: what comes next is a step of its own."""
        self._burst = None

    def undo(self) -> HistoryStep | None:
        """What to write to take back the newest step."""
        self.pause()
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return step.reversed()

    def redo(self) -> HistoryStep | None:
        """What to write to do again what was taken back last."""
        self.pause()
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step


def _that_differ(changes: FileChanges) -> FileChanges:
    return {path: (before, after) for path, (before, after) in changes.items() if before != after}


def _follow(first: FileChanges, then: FileChanges) -> bool:
    """Whether nobody else changed a file between the two."""
    return all(first[path][1] == before for path, (before, _) in then.items() if path in first)


def _together(first: FileChanges, then: FileChanges) -> FileChanges:
    return {**first, **{path: (first.get(path, (before,))[0], after) for path, (before, after) in then.items()}}
