"""A built site, read back by its manifest: every file must be the one that was built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from voorlichter.problems import MachineError, Say
from voorlichter.workspace import MANIFEST


def read_site(folder: Path) -> dict[str, bytes]:
    """Every file of a site by its path, the manifest last. Raises MachineError where one is not as built."""
    manifest = (folder / MANIFEST).read_bytes()
    listed: Mapping[str, str] = json.loads(manifest)["files"]
    files = {}
    for name, known in listed.items():
        data = (folder / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != known:
            raise MachineError(
                Say(
                    f"{folder / name} is niet meer zoals het gebouwd is. Bouw opnieuw met: voorlichter build --force",
                    f"{folder / name} is no longer as it was built. Build again with: voorlichter build --force",
                )
            )
        files[name] = data
    return {**files, MANIFEST: manifest}


def read_names(folder: Path) -> frozenset[str] | None:
    """What is ours in a folder, as its manifest tells it; None where no manifest of ours stands."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(manifest, dict) or "voorlichter" not in manifest or not isinstance(manifest.get("files"), dict):
        return None
    return frozenset(manifest["files"]) | {MANIFEST}
