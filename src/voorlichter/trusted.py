"""Which workspaces may run a program on this computer. Kept outside of them: what came with a workspace says nothing about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.swap import replace_file
from voorlichter.user_folders import config_folder

_FILE = "trusted.json"


def is_trusted(root: Path, programs: Mapping[str, bytes]) -> bool:
    """Was trust given to these very bytes in this very folder?"""
    return _read().get(str(root)) == _hash(programs)


def trust(root: Path, programs: Mapping[str, bytes]) -> None:
    """From now on, until one of them changes. Raises OSError where the disk refuses."""
    told = {**_read(), str(root): _hash(programs)}
    replace_file(config_folder() / _FILE, json.dumps(told, indent=1).encode())


def _read() -> dict[str, object]:
    try:
        told = read_json((config_folder() / _FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _hash(programs: Mapping[str, bytes]) -> str:
    hashes = (f"{name} {hashlib.sha256(data).hexdigest()}\n" for name, data in sorted(programs.items()))
    return hashlib.sha256("".join(hashes).encode()).hexdigest()
