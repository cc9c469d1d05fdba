"""Join the theme's styles and scripts, and gather its fonts: the files every page of a template shares."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_FIRST = ("tokens", "type", "frame")
BUNDLES = {
    "first-message": (),
    "quiz": (),
    "signpost": ("illustration",),
    "training-modules": ("steps",),
    "annual-report": (),
    "materials": (),
}
"""Heavy components, each with what else its page shows. A page that names one under `uses` loads one style sheet,
the core script and the component's own script where it has one; all other pages share a style sheet and a script, without them."""
PARTS = {"quiz": ("certificate", "device", "module", "reminders"), "training-modules": ("device",)}
"""Components that come with a heavy one and nowhere else."""
_HOME = (
    "advisor-card",
    "advisor-cards",
    "cards",
    "for-whom",
    "hero",
    "illustration",
    "own-phone",
    "own-phone-offer",
    "sheet",
    "steps",
)
"""What the first page shows. Its template loads a style sheet of its own, with the common script."""
_HOME_ONLY = ("hero", "own-phone-offer", "sheet")
IN_PLACES = (
    *_HOME,
    "easy-page",
    "help-lines",
    "ladder",
    "law",
    "lead",
    "locations",
    "options",
    "pair",
    "pictogram",
    "secrecy",
    "timeline",
    "topics-inside",
    "topics-outside",
)
"""Components that only some pages show. Any other, also a workspace's own, is in every style sheet and in the core script."""
_ON_DEMAND = ("choice", "discreet", "search")
"""Added where an organisation has it, or loaded when somebody asks for it."""
_PACKAGE = "package"
"""In no site: the screens around a module in a learning system, with a port for each kind of system."""
_PORTS = ("scorm12", "scorm2004", "cmi5")
_PACKED = ("tokens", "type", "frame", "outside", "quiz", _PACKAGE)


def plan_assets(overrides: Mapping[str, Path]) -> dict[str, bytes]:
    """The shared files by their path in a site; `overrides` are the theme's files by path."""
    styles, scripts = (_parts(overrides, suffix) for suffix in ("css", "js"))
    parts = {name: {name, *PARTS.get(name, ())} for name in (*BUNDLES, *_ON_DEMAND)}
    core = {name for name, _ in (*styles, *scripts)} - set().union(*parts.values()) - {*IN_PLACES, _PACKAGE}
    common = core | {*IN_PLACES}
    assets = {
        "assets/site.css": _join(styles, common - {*_HOME_ONLY}),
        "assets/home.css": _join(styles, core | {*_HOME}),
        "assets/site.js": _join(scripts, common),
        "assets/core.js": _join(scripts, core),
    }
    for name, others in BUNDLES.items():
        assets[f"assets/{name}.css"] = _join(styles, core | parts[name] | {*others})
    for name in _ON_DEMAND:
        assets[f"assets/{name}.css"] = _join(styles, {name})
    for name, ones in parts.items():
        assets[f"assets/{name}.js"] = _join(scripts, ones)
    for name, path in overrides.items():
        if name.startswith("assets/"):
            assets[name] = path.read_bytes()
    return {name: data for name, data in sorted(assets.items()) if data}


def find_scripted(overrides: Collection[str]) -> list[str]:
    """The heavy components that have a script of their own."""
    return [
        name
        for name in BUNDLES
        if any(
            path.startswith(f"components/{part}/") and path.endswith(".js")
            for part in (name, *PARTS.get(name, ()))
            for path in overrides
        )
    ]


def plan_package_assets(overrides: Mapping[str, Path]) -> dict[str, bytes]:
    """What the pages of every training package load, by path in it; of the ports a package takes one."""
    styles, scripts = (_parts(overrides, suffix) for suffix in ("css", "js"))
    assets = {name: path.read_bytes() for name, path in overrides.items() if name.startswith("assets/")}
    assets |= {
        f"assets/{path.name}": _join([(component, path)], {_PACKAGE})
        for component, path in scripts
        if path.stem in _PORTS
    }
    return {
        **assets,
        "assets/package.css": _join(styles, _PACKED),
        "assets/package.js": _join(
            [(component, path) for component, path in scripts if path.stem not in _PORTS], {"presence", _PACKAGE}
        ),
        "assets/quiz.js": _join(scripts, {"quiz"}),
    }


def _parts(overrides: Mapping[str, Path], suffix: str) -> list[tuple[str, Path]]:
    """The components' files of one kind, those in their folders too, each with its component: by name, as they are joined."""
    found = []
    for name, path in overrides.items():
        if match := re.fullmatch(rf"components/([\w-]+)/([\w-]+/)*[\w-]+\.{suffix}", name):
            found.append((_rank(match[1]), match[1], name, path))
    return [(component, path) for _, component, _, path in sorted(found)]


def render_scripts(modules: Iterable[str]) -> str:
    """Each in a scope of its own. What they share is in `voorlichter`, also with those of another file."""
    scopes = [f"(()=>{{{jsmin(module)}}})();" for module in modules]
    return "\n".join(['"use strict";var voorlichter=window.voorlichter||{};', *scopes]) if scopes else ""


def _join(parts: Iterable[tuple[str, Path]], wanted: Collection[str]) -> bytes:
    paths = [path for component, path in parts if component in wanted]
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    if any(path.suffix == ".js" for path in paths):
        return render_scripts(texts).encode()
    return "\n".join(map(cssmin, texts)).encode()


def _rank(component: str) -> int:
    return _FIRST.index(component) if component in _FIRST else len(_FIRST)
