"""What passed before, so that a long proof can be stopped and goes on where it was. Only what passed is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


class Passed:
    """A file with a line for each thing that passed: the key of all that it depends on, and its figures."""

    def __init__(self, path: Path, again: bool = False) -> None:
        self._path = path
        self._known: dict[str, dict[str, float]] = {}
        if again:
            path.unlink(missing_ok=True)
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                try:
                    key, figures = json.loads(line)
                except ValueError:
                    continue  # the line that was being written when somebody stopped it
                self._known[key] = figures

    def figures(self, key: str) -> dict[str, float] | None:
        """Of what passed under this key; None where nothing did."""
        return self._known.get(key)

    def add(self, key: str, figures: dict[str, float]) -> None:
        self._known[key] = figures
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps([key, figures]))


def key_of(parts: Iterable[str | bytes]) -> str:
    """Another one as soon as one of the parts is."""
    hash_ = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hash_.update(len(data).to_bytes(8, "big") + data)
    return hash_.hexdigest()
