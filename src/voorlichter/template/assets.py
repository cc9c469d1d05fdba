"""Join the theme's styles and scripts, and gather its fonts: the files every page of a template shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_FIRST = ("tokens", "type", "frame")
_SEPARATE = ("quiz",)
"""Components with files of their own, loaded only by the pages that use them."""


def plan_assets(overrides: Mapping[str, Path]) -> dict[str, bytes]:
    """The shared files by their path in a site; `overrides` are the theme's files by path."""
    assets = {}
    for suffix in ("css", "js"):
        assets[f"assets/site.{suffix}"] = _join(overrides, suffix, lambda name: name not in _SEPARATE)
        for separate in _SEPARATE:
            assets[f"assets/{separate}.{suffix}"] = _join(overrides, suffix, lambda name, only=separate: name == only)
    for name, path in overrides.items():
        if name.startswith("assets/"):
            assets[name] = path.read_bytes()
    return {name: data for name, data in sorted(assets.items()) if data}


def _join(overrides: Mapping[str, Path], suffix: str, wanted: object) -> bytes:
    found = []
    for name, path in overrides.items():
        match = re.fullmatch(rf"components/([\w-]+)/[\w-]+\.{suffix}", name)
        if match and callable(wanted) and wanted(match[1]):
            found.append((_rank(match[1]), match[1], path))
    texts = [path.read_text(encoding="utf-8").strip() for _, _, path in sorted(found)]
    shrink = _shrink_css if suffix == "css" else str
    return "\n".join(shrink(text) for text in texts).encode()


def _rank(component: str) -> int:
    return _FIRST.index(component) if component in _FIRST else len(_FIRST)


def _shrink_css(text: str) -> str:
    """Comments and indentation go; nothing else changes."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", text).strip()
