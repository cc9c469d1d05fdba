"""Every kind of place a site can be published to: a file here, with its `RANK` and a `find` that knows its own by how it is written. Found, and listed nowhere."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from voorlichter.publish.port import PublishPlace

_MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
_FINDERS: list[Callable[[str, Path], PublishPlace | None]] = [
    module.find for module in sorted(_MODULES, key=lambda module: int(module.RANK))
]


def find_place(text: str, base: Path) -> PublishPlace:
    """The place that is written so; a path is seen from `base`. Raises InputError where its kind is clear and the rest is not."""
    return next(place for find in _FINDERS if (place := find(text, base)) is not None)
