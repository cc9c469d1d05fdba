"""The state of a workspace's files: what was made of it once need not be made again while none has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from voorlichter.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FileState:
    """Two workspaces without files of their own there are in the same state."""

    files: tuple[tuple[str, str, int, int], ...]
    """Of each its name, its path, when it was changed in nanoseconds, and its size in bytes."""
    workspace: Workspace = field(compare=False)


def state_of(workspace: Workspace, *layered: str) -> FileState:
    """Of these files, and of all files under these folders."""
    return FileState(tuple(_files(workspace, layered)), workspace)


def _files(workspace: Workspace, layered: tuple[str, ...]) -> Iterator[tuple[str, str, int, int]]:
    for named in layered:
        files = workspace.files(named) or {"": workspace.file(named)}
        for name, path in files.items():
            if name or path.is_file():
                there = path.stat()
                yield f"{named}/{name}", str(path), there.st_mtime_ns, there.st_size
