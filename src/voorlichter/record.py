"""What a site was made from, kept beside the workspace: enough to know, without parsing anything, that it still stands."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.regular_file import read_regular
from voorlichter.site.lasting import Lasting
from voorlichter.swap import staging_of
from voorlichter.workspace import MANIFEST, Workspace, check_name


@dataclass(frozen=True, slots=True)
class Record:
    """Never published: it holds file names and the day on which the site changes by itself."""

    template: str
    inputs: dict[str, str]
    manifest: str
    start: str
    end: str
    known: str | None
    """The day its knowledge of absences ends."""
    files: dict[str, int]

    @property
    def known_until(self) -> date | None:
        return date.fromisoformat(self.known) if self.known else None

    def holds(self, workspace: Workspace, target: Path, today: date) -> bool:
        """Are the inputs, the day and the files at `target` still what they were?"""
        if not Lasting(date.fromisoformat(self.start), date.fromisoformat(self.end)).holds(today):
            return False
        try:
            return (
                all(hash_file(workspace.root / name) == known for name, known in self.inputs.items())
                and hash_file(target / MANIFEST) == self.manifest
                and _sizes(target) == self.files
            )
        except OSError:
            return False


def record_of(
    template: str, inputs: dict[str, str], manifest: bytes, lasting: Lasting, known: date | None, sizes: dict[str, int]
) -> Record:
    return Record(
        template,
        inputs,
        hashlib.sha256(manifest).hexdigest(),
        lasting.start.isoformat(),
        lasting.end.isoformat(),
        known.isoformat() if known else None,
        sizes,
    )


def hash_file(path: Path) -> str:
    """Raises OSError, also where it is no regular file."""
    return hashlib.sha256(read_regular(path)).hexdigest()


def read_record(workspace: Workspace, output: Path, slug: str) -> Record | None:
    try:
        record = Record(**read_json(_path(workspace, output, slug).read_bytes()))
        for name in record.inputs:
            check_name(name)
        Lasting(date.fromisoformat(record.start), date.fromisoformat(record.end))
        return record if record.known_until or record.known is None else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def write_record(workspace: Workspace, output: Path, slug: str, record: Record) -> None:
    """Whole or not at all, and never in the way: the site stands, and without its record is only made again."""
    path = _path(workspace, output, slug)
    staging = staging_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        told = json.dumps({field.name: getattr(record, field.name) for field in fields(record)})
        staging.write_text(told, encoding="utf-8")
        os.replace(staging, path)
    except OSError:
        with suppress(OSError):
            staging.unlink(missing_ok=True)


def _path(workspace: Workspace, output: Path, slug: str) -> Path:
    return folder_of_records(workspace, output) / f"{slug}.json"


@lru_cache(maxsize=16)
def folder_of_records(workspace: Workspace, output: Path) -> Path:
    return workspace.private / "built" / hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:12]


def _sizes(folder: Path) -> dict[str, int]:
    """Every file below a folder with its size."""
    sizes: dict[str, int] = {}
    pending = [""]
    while pending:
        prefix = pending.pop()
        with os.scandir(f"{folder}{os.sep}{prefix}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{prefix}{entry.name}/")
                else:
                    sizes[prefix + entry.name] = entry.stat(follow_symlinks=False).st_size
    return sizes
