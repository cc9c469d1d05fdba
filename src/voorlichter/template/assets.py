"""Join the theme's styles and scripts, and gather its fonts: the files every page of a template shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_FIRST = ("tokens", "type", "frame")
EVERYWHERE = ("callouts", "contact", "contact-bar", "discreet", "easy-link", "exit", "footer", "frame", "header", "nav", "nobody", "outside", "presence", "tokens", "type", "urgent")
"""Components that every page may show."""
BUNDLES = {"first-message": (), "quiz": ("lead", "steps"), "signpost": ("illustration",)}
"""Heavy components, each with what else its page shows: a page that names one under `uses` loads a style sheet with
these and nothing else, and two scripts. All other pages share one style sheet and one script, without them."""
_ON_DEMAND = ("search",)
"""Loaded when somebody asks for it."""


def plan_assets(overrides: Mapping[str, Path]) -> dict[str, bytes]:
    """The shared files by their path in a site; `overrides` are the theme's files by path."""
    assets = {}
    for suffix in ("css", "js"):
        found = _parts(overrides, suffix)
        apart = {*BUNDLES, *_ON_DEMAND}
        assets[f"assets/site.{suffix}"] = _join(path for component, path in found if component not in apart)
        for name in apart:
            assets[f"assets/{name}.{suffix}"] = _join(path for component, path in found if component == name)
    assets["assets/core.js"] = _join(path for component, path in _parts(overrides, "js") if component in EVERYWHERE)
    for name, others in BUNDLES.items():
        shown = {*EVERYWHERE, *others, name}
        assets[f"assets/{name}.css"] = _join(path for component, path in _parts(overrides, "css") if component in shown)
    for name, path in overrides.items():
        if name.startswith("assets/"):
            assets[name] = path.read_bytes()
    return {name: data for name, data in sorted(assets.items()) if data}


def _parts(overrides: Mapping[str, Path], suffix: str) -> list[tuple[str, Path]]:
    """The components' files of one kind, each with its component, in the order they are joined."""
    found = []
    for name, path in overrides.items():
        if match := re.fullmatch(rf"components/([\w-]+)/[\w-]+\.{suffix}", name):
            found.append((_rank(match[1]), match[1], path))
    return [(component, path) for _, component, path in sorted(found)]


def _join(paths: Iterable[Path]) -> bytes:
    texts = ((path, path.read_text(encoding="utf-8").strip()) for path in paths)
    return "\n".join(_shrink_css(text) if path.suffix == ".css" else _shrink_script(text) for path, text in texts).encode()


def _rank(component: str) -> int:
    return _FIRST.index(component) if component in _FIRST else len(_FIRST)


def _shrink_css(text: str) -> str:
    """Comments, indentation and the ends of lines go; nothing else changes."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"(?<=[;{},])\n", "", re.sub(r"\s*\n\s*", "\n", text)).strip()


def _shrink_script(text: str) -> str:
    """Lines of comment and indentation go, unless a text of several lines might be among them."""
    return text if "`" in text else re.sub(r"^\s*//.*\n|^\s+", "", text, flags=re.M)
