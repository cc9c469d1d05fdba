"""Write a planned site to disk, whole or not at all, with its manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from voorlichter import __version__
from voorlichter.site.fill import SitePlan
from voorlichter.swap import staged

MANIFEST = "manifest.json"


def render_manifest(plan: SitePlan, template_hash: str, profile_hash: str) -> bytes:
    """Every file with its SHA-256, and what the site was made from."""
    head = {"voorlichter": __version__, "template": template_hash, "profile": profile_hash}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    # A line a file; the names are plain ASCII, and json's own indenting costs ten times as much.
    files = ",\n".join([f' "{name}": "{hash_}"' for name, hash_ in sorted(plan.hashes.items())])
    return "\n".join(["{", *lines, '"files": {', files, "}", "}", ""]).encode()


def write_site(plan: SitePlan, manifest: bytes, target: Path) -> None:
    """Put the site in the place of `target`. Raises OSError where the disk refuses; the old site then stands."""
    with staged(target) as staging:
        write_files({**plan.files, MANIFEST: manifest}, staging)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write every file under a new, empty folder."""
    base = f"{folder}{os.sep}"
    made: set[str] = set()
    for name, data in files.items():
        parent = os.path.dirname(name)
        if parent not in made:
            os.makedirs(base + parent, exist_ok=True)
            made.add(parent)
        handle = os.open(base + name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        try:
            _write_all(handle, data)
        finally:
            os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    written = os.write(handle, data)
    while written < len(data):
        written += os.write(handle, data[written:])
