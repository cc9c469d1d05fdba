"""Join the theme's styles and scripts, and gather its fonts: the files every page of a template shares."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from voorlichter.template.bundles import CORE, Bundles, component_of
from voorlichter.template.sides import plain_sides

_FIRST = ("tokens", "type", "frame")
_PACKAGE = "package"
"""In no site: the screens around a module in a learning system."""
_PORTS = "ports"
"""Its folder with a port for each kind of system."""
_NOUGHT = re.compile(r"(?<![\w.])0(?=\.\d)")
_USE = re.compile(r"var\((--[\w-]+)")
_TOKEN = re.compile(r"(?<=[{;])(--[\w-]+):[^;{}]*;?")
_PACKED = ("tokens", "type", "frame", "outside", "certificate", "quiz", _PACKAGE)
_PACKED_SCRIPTS = ("presence", "certificate", _PACKAGE)
"""Those of the quiz have a file of their own."""


def plan_assets(overrides: Mapping[str, Path], bundles: Bundles) -> dict[str, bytes]:
    """The shared files by their path in a site; `overrides` are the theme's files by path."""
    styles, scripts = (_parts(overrides, suffix) for suffix in ("css", "js"))
    assets = {f"assets/{CORE}.js": _join(scripts, bundles.core)}
    later = _join(styles, bundles.later).decode()
    for name, bundle in bundles.by_name.items():
        sheet = _join(styles, bundle.styled).decode()
        assets[f"assets/{bundle.sheet}.css"] = without_unused_tokens(sheet, later).encode()
        if name in bundle.scripts:
            assets[f"assets/{name}.js"] = _join(scripts, bundle.scripted)
    for name in bundles.later:
        assets[f"assets/{name}.css"] = _join(styles, {name})
        assets[f"assets/{name}.js"] = _join(scripts, {name})
    for name, path in overrides.items():
        if name.startswith("assets/"):
            assets[name] = _join([("", path)], {""}) if path.suffix == ".css" else path.read_bytes()
    return {name: data for name, data in sorted(assets.items()) if data}


def plan_package_assets(overrides: Mapping[str, Path]) -> dict[str, bytes]:
    """What the pages of every training package load, by path in it; of the ports a package takes one."""
    styles, scripts = (_parts(overrides, suffix) for suffix in ("css", "js"))
    assets = {
        name: path.read_bytes()
        for name, path in overrides.items()
        if name.startswith("assets/") and not name.startswith("assets/letters/")
    }
    ports = [(component, path) for component, path in scripts if path.parent.name == _PORTS]
    assets |= {f"assets/{_PORTS}/{path.name}": _join([(component, path)], {_PACKAGE}) for component, path in ports}
    return {
        **assets,
        "assets/package.css": _join(styles, _PACKED),
        "assets/package.js": _join([part for part in scripts if part not in ports], _PACKED_SCRIPTS),
        "assets/quiz.js": _join(scripts, {"quiz"}),
    }


def _parts(overrides: Mapping[str, Path], suffix: str) -> list[tuple[str, Path]]:
    """The components' files of one kind, those in their folders too, each with its component: by name, as they are joined."""
    parts = []
    for name, path in overrides.items():
        if (of := component_of(name)) and of[1] == suffix:
            parts.append((_rank(of[0]), of[0], name, path))
    return [(component, path) for _, component, _, path in sorted(parts)]


def render_scripts(modules: Iterable[str]) -> str:
    """Each in a scope of its own. What they share is in `voorlichter`, also with those of another file."""
    from rjsmin import jsmin

    scopes = [f"(()=>{{{_spare(jsmin(module))}}})();" for module in modules]
    return "\n".join(['"use strict";window.voorlichter=window.voorlichter||{};', *scopes]) if scopes else ""


def _spare(script: str) -> str:
    """Without brackets around one parameter, nor a semicolon at the end of a block.

    An `async` before brackets keeps them. Of our scripts no text holds such signs, and no loop is empty: what a
    browser could not read, every test of it would show.
    """
    return re.sub(r"(?<!async)\((\w+)\)(?==>)|;(?=\})", r"\1", script)


def _join(parts: Iterable[tuple[str, Path]], wanted: Collection[str]) -> bytes:
    paths = [path for component, path in parts if component in wanted]
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    if any(path.suffix == ".js" for path in paths):
        return render_scripts(texts).encode()
    from rcssmin import cssmin

    return _NOUGHT.sub("", plain_sides("\n".join(map(cssmin, texts)))).encode()


def without_unused_tokens(sheet: str, later: str = "") -> str:
    """A minified style sheet without the custom properties that neither it uses, nor what a page loads later."""
    used = {*_USE.findall(sheet), *_USE.findall(later)}
    slim = _TOKEN.sub(lambda token: token[0] if token[1] in used else "", sheet)
    return slim if slim == sheet else without_unused_tokens(slim, later)


def _rank(component: str) -> int:
    return _FIRST.index(component) if component in _FIRST else len(_FIRST)
