"""The files of a workspace as the studio changes them: at once, each change one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from voorlichter.problems import Say
from voorlichter.studio.history import FileChanges, History, HistoryStep
from voorlichter.studio.protocol import RefusedError
from voorlichter.swap import replace_file


class WorkspaceFiles:
    """`changed` is called after a file was written here, or was found to be another than before."""

    def __init__(self, root: Path, changed: Callable[[], None]) -> None:
        self.root = root
        self.history = History()
        self.opened: dict[Path, str] = {}
        """What each file said when it was first changed here: a value put back stands as it stood."""
        self._seen: dict[Path, bytes | None] = {}
        self._replaced: dict[Path, bytes | None] = {}
        """What each file that was written held before."""
        self._changed = changed

    def read(self, path: Path) -> bytes | None:
        """None where there is no such file."""
        try:
            data: bytes | None = path.read_bytes()
        except FileNotFoundError:
            data = None
        if self._seen.setdefault(path, data) != data:
            self._seen[path] = data
            self._changed()
        return data

    def text(self, path: Path) -> str:
        """Raises RefusedError where it is no UTF-8."""
        try:
            return (self.read(path) or b"").decode()
        except UnicodeDecodeError as error:
            raise RefusedError(Say("dit bestand is geen UTF-8", "this file is not UTF-8")) from error

    def change(self, files: Mapping[Path, bytes | None], label: Say, key: str | None = None) -> None:
        """What is typed under the same key in a row is one step."""
        changes: FileChanges = {path: (self.read(path), data) for path, data in files.items()}
        self._write({path: step for path, step in changes.items() if step[0] != step[1]})
        self.history.record(changes, label, key=key)

    def turn(self, step: HistoryStep) -> None:
        """Take a step back or do it again. Raises RefusedError where somebody else changed a file since."""
        if any(self.read(path) != before for path, (before, _) in step.files.items()):
            raise RefusedError(
                Say("dit bestand is intussen ergens anders veranderd", "this file was changed elsewhere meanwhile")
            )
        self._write(step.files)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Where this ends by an exception, every file stands as it stood, and so does what can be taken back."""
        history, kept = self.history, self.history.copy()
        self._replaced = {}
        try:
            yield
        except Exception:
            if self.history is history:  # otherwise files were moved as a whole
                self._write({path: (None, before) for path, before in self._replaced.items()})
                self.history = kept
            raise

    def forget(self) -> None:
        """Files were moved as a whole: there is nothing to take back any more."""
        self.history = History()
        self.opened.clear()
        self._seen.clear()
        self._changed()

    def _write(self, files: FileChanges) -> None:
        for path, (before, data) in files.items():
            if data is None:
                with suppress(FileNotFoundError):
                    path.unlink()
                with suppress(OSError):  # a folder that holds something else stays
                    for parent in path.relative_to(self.root).parents[:-1]:
                        (self.root / parent).rmdir()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, data)
            self._seen[path] = data
            self._replaced.setdefault(path, before)
        if files:
            self._changed()
