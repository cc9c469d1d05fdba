"""A workspace with profiles of the covering set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from claims.covering import profile_of


def write_profiles(root: Path, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> list[str]:
    """One folder a row, named after its number."""
    slugs = []
    for number, row in rows:
        folder = root / "profiles" / f"row-{number:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "profile.yml").write_text(
            yaml.safe_dump(profile_of(row), allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        slugs.append(folder.name)
    return slugs
