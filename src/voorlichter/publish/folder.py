"""Publish into a folder that a web server reads: staged beside it, swapped whole, the previous site kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from voorlichter.site.write import MANIFEST, write_files
from voorlichter.swap import recover, staged


def previous_of(target: Path) -> Path:
    """Where the site that was replaced is kept, until the next time."""
    return target.with_name(f"{target.name}.previous")


def publish_to_folder(files: Mapping[str, bytes], target: Path) -> bool:
    """Put the site in the place of `target`; False where the very same site stands there already.

    Raises OSError where the disk refuses; the old site then stands.
    """
    recover(target.parent)
    try:
        if (target / MANIFEST).read_bytes() == files[MANIFEST]:
            return False
    except FileNotFoundError:
        pass
    with staged(target, keep=previous_of(target)) as staging:
        write_files(files, staging)
        for path in (staging, *staging.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)  # whatever the umask: a web server reads it as somebody else
    return True
